import Articles
import Excerpts
import Testing

/// Texts without an end of a sentence, so long that anything in them which takes time by their
/// square would take minutes.
private let long: [String] =
  [
    "7", "7 ", ",", "1,", " million", "million ", "1e999999 ", "one of the ", "in May of ",
    "said 5 and ", "per 100 ", "very old and ", "’s “5” ", "5% of 20 ", "$5 to ", "rose 5% to 6 ",
    "5 men, ", "aged 5, ", "(5) ",
  ].map { String(repeating: $0, count: 1 << 14) }
  + [
    "1" + String(repeating: ",", count: 1 << 14) + "1",
    "5" + String(repeating: " million", count: 1 << 14),
    String(repeating: "very old and ", count: 1 << 14) + "5",
    "5 " + String(repeating: "very old ", count: 1 << 14),
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
