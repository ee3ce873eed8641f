import Prose
import Testing

private func readings(_ text: String) -> [NumberReading] {
  let bytes = Array(text.utf8)
  var scanner = TokenScanner(bytes: bytes, range: 0..<bytes.count)
  var tokens: [Token] = []
  var found: [NumberReading] = []
  while scanner.nextSentence(into: &tokens) {
    let reader = NumberReader(tokens)
    var index = 0
    while index < tokens.count {
      guard let reading = reader.number(at: index) else {
        index += 1
        continue
      }
      found.append(reading)
      index = reading.tokens.upperBound
    }
  }
  return found
}

private let singles: [(String, Double)] = [
  ("27,349.19", 27349.19), ("2,40,096 hectares", 240_096), ("1.234.567,89", 1_234_567.89),
  ("1.234,5", 1234.5), ("10 000 people", 10000), ("1'000'000", 1e6), (".500", 0.5),
  ("3,5", 3.5), ("1.8 billion", 1.8e9), ("$8.1bn", 8.1e9), ("11,861 crore", 118_610_000_000),
  ("2.5 lakh", 250_000), ("4 hundred", 400), ("ninety five", 95), ("ninety-five", 95),
  ("two hundred and five", 205), ("one million three hundred thousand", 1_300_000),
  ("two and a half million", 2.5e6), ("a dozen", 12), ("two dozen", 24), ("half a million", 5e5),
  ("two-thirds", 2 / 3.0), ("a third of them", 1 / 3.0), ("one in four", 0.25),
  ("nine out of 10", 0.9), ("1/2 cup", 0.5), ("3 1/2 cups", 3.5), ("½ cup", 0.5), ("2½", 2.5),
  ("2.998×10−8", 2.998e-8), ("1e5", 1e5), ("10⁶", 1e6), ("٣٤", 34), ("１２", 12),
  ("two point five", 2.5), ("a quarter of", 0.25), ("quarter million", 250_000),
]

@Test(arguments: singles)
func aNumberIsReadAsWritten(text: String, value: Double) {
  #expect(readings(text).map(\.value) == [value])
}

@Test(arguments: [
  ("millions of", 1e6, 1e7), ("hundreds", 100, 1000), ("dozens", 12, 120),
  ("tens of thousands", 1e4, 1e5), ("hundreds of thousands of people", 1e5, 1e6),
])
func aPluralScaleIsARange(text: String, low: Double, high: Double) {
  let found = readings(text)
  #expect(found.count == 1)
  #expect(found.first?.value == low)
  #expect(found.first?.upper == high)
}

@Test(arguments: [
  ("1, 2 and 3", [1.0, 2, 3]), ("1,2,3", [1, 2, 3]), ("5,10,15", [5, 10, 15]),
  ("between one million and two million", [1e6, 2e6]), ("four to five", [4, 5]),
])
func severalNumbersStaySeveral(text: String, values: [Double]) {
  #expect(readings(text).map(\.value) == values)
}

@Test(arguments: [
  String(repeating: "9", count: 5000), "1e999999", "5" + String(repeating: " million", count: 90),
])
func whatCannotBeHeldSaysSo(text: String) {
  #expect(readings(text).map(\.isRepresentable) == [false])
}

@Test func sentencesEndAtFullStopsButNotAtAbbreviations() {
  let text = "Mr. Hale of the U.S. paid No. 5 a visit on Jan. 4. The end came. “Yes.” He left."
  let bytes = Array(text.utf8)
  var scanner = TokenScanner(bytes: bytes, range: 0..<bytes.count)
  var tokens: [Token] = []
  var sentences: [String] = []
  while scanner.nextSentence(into: &tokens) {
    guard let first = tokens.first, let last = tokens.last else { continue }
    sentences.append(String(decoding: bytes[first.start..<last.end], as: UTF8.self))
  }
  #expect(
    sentences == [
      "Mr. Hale of the U.S. paid No. 5 a visit on Jan. 4.", "The end came.", "“Yes.”", "He left.",
    ])
}
