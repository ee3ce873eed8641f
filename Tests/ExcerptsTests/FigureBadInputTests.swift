import Articles
import Excerpts
import Testing

/// Long texts that would take minutes if anything in them took more than linear time.
private let long: [String] = [
  String(repeating: "7", count: 1 << 20), String(repeating: "7 ", count: 1 << 11),
  String(repeating: ",", count: 10_000), "1" + String(repeating: ",", count: 10_000) + "1",
  String(repeating: "1,", count: 1 << 11), "5" + String(repeating: " million", count: 1 << 11),
  String(repeating: "million ", count: 1 << 11), String(repeating: "1e999999 ", count: 1 << 10),
  String(repeating: "one of the ", count: 1 << 10), String(repeating: "in May of ", count: 1 << 10),
  String(repeating: "said 5 and ", count: 1 << 10), String(repeating: "per 100 ", count: 1 << 10),
  String(repeating: "very old and ", count: 1 << 10) + "5",
  "5 " + String(repeating: "very old ", count: 1 << 10),
  String(repeating: "’s “5” ", count: 1 << 10),
]

@Test(arguments: long.indices)
func longTextsOfNumbersAreReadInLinearTime(place: Int) {
  let found = findExcerpts(
    in: Document(verbatim: long[place]), date: PublicationDate(year: 2024, month: 2, day: 29),
    kinds: .figures)
  for figure in found.figures { #expect(figure.isFinite) }
}

@Test(arguments: ["1e999999 boats", "It has " + String(repeating: "9", count: 400) + " stars."])
func aNumberThatNoDoubleHoldsIsMarkedAsWritten(text: String) {
  let document = Document(verbatim: text)
  let found = findExcerpts(in: document, kinds: .figures)
  #expect(found.figures.isEmpty)
  #expect(found.rejectedNumbers.map(\.reason) == [.unrepresentable])
  #expect(found.diagnostics.map(\.message) == ["A number is too large to hold."])
}

/// Every sign of Unicode that is a digit, a number or a letter number.
private let numerals: [Unicode.Scalar] = (0...0x1FBF9).compactMap(Unicode.Scalar.init).filter {
  $0.properties.numericType != nil
}

@Test func everyNumeralOfUnicodeIsReadOrLeft() {
  #expect(numerals.count > 1500)
  for numeral in numerals {
    for text in ["\(numeral)", "\(numeral)\(numeral) boats", "5\(numeral) boats", "½\(numeral)%"] {
      let found = findExcerpts(in: Document(verbatim: text), kinds: .figures)
      for figure in found.figures {
        #expect(figure.isFinite && figure.phrase.upperBound <= text.utf8.count, "\(text)")
      }
    }
  }
}

private let otherDigits: [(String, Double)] = [
  ("٣٤ boats sank.", 34.0), ("３４ boats sank.", 34), ("३४ boats sank.", 34), ("3½ boats sank.", 3.5),
  ("⅔ of the boats sank.", 2.0 / 3),
]

@Test(arguments: otherDigits)
func digitsOfOtherScriptsCount(text: String, value: Double) {
  let found = findExcerpts(in: Document(verbatim: text), kinds: .figures)
  #expect(found.figures.map(\.value) == [.exactly(value)])
}

/// Numerals of Rome belong to names.
@Test(arguments: [
  "World War II began.", "King Ludo XIV reigned.", "See chapter IV and page xii.",
  "Super Bowl LVIII was long.", "Type II diabetes spread.", "I saw C and D in the MIX.",
])
func romanNumeralsAreNoFigures(text: String) {
  #expect(findExcerpts(in: Document(verbatim: text), kinds: .figures).figures.isEmpty)
}

@Test func aNumberCutByMarkupIsOne() {
  let text = "It cost 4.8 million euros."
  let range = TextRange(0, text.utf8.count)
  let parts = [TextRange(0, 9), TextRange(9, 11), TextRange(11, text.utf8.count)]
  let inlines: [Inline] = [
    .text(parts[0]), .strong([.text(parts[1])]), .text(parts[2]),
  ]
  let document = Document(
    text: text, blocks: [Block(range, role: .body, content: .paragraph(inlines))])
  let found = findExcerpts(in: document, kinds: .figures)
  #expect(found.figures.map(\.value) == [.exactly(4_800_000)])
  #expect(found.figures.map(\.unit) == ["euro"])
}

extension Figure {
  fileprivate var isFinite: Bool {
    switch value {
    case .exactly(let number): number.isFinite
    case .between(let low, let high): low.isFinite && high.isFinite
    }
  }
}
