import Testing

@testable import Excerpts

/// The outermost quotations of a text whose lines are paragraphs.
private func pieces(_ text: String) -> [QuotePiece] {
  let bytes = Array(text.utf8)
  return QuoteSegmenter.pieces(in: bytes, paragraphs: lines(bytes))
}

private func lines(_ bytes: [UInt8]) -> [Range<Int>] {
  bytes.split(separator: 0x0A).map { $0.startIndex..<$0.endIndex }
}

private func words(_ text: String) -> [String] {
  let bytes = Array(text.utf8)
  return pieces(text).map { String(decoding: bytes[$0.inner], as: UTF8.self) }
}

@Test(arguments: [
  ("\"We shipped it,\" she said.", ["We shipped it,"]),
  ("“We shipped it,” she said. “Twice.”", ["We shipped it,", "Twice."]),
  ("''We shipped it,'' she said.", ["We shipped it,"]),
  ("He asked: ''Was it 'done'?'' Yes.", ["Was it 'done'?"]),
  ("He said ''it was 'done'''.", ["it was 'done'"]),
  ("'We shipped it,' she said.", ["We shipped it,"]),
  ("'We don't know the workers' names,' she said.", ["We don't know the workers' names,"]),
  ("‘We don’t know,’ she said.", ["We don’t know,"]),
  ("« Nous partons », dit-elle.", ["Nous partons"]),
  ("„Wir gehen“, sagte sie. Sie blieb.", ["Wir gehen"]),
  ("»Wir gehen«, sagte sie.", ["Wir gehen"]),
  ("‚Wir gehen‘, sagte sie.", ["Wir gehen"]),
  ("“He said ‘go’ and I went.”", ["He said ‘go’ and I went."]),
  ("“He said “go” and I went.”", ["He said “go” and I went."]),
  ("The mayor's and the workers' plan of the '90s", []),
  ("Rock 'n' roll 'til dawn", []),
  ("“So\" it ended.", ["So"]),
  ("\"So it ended,” he said. “Yes.”", ["So it ended,", "Yes."]),
  ("“So it ended,“ he said. “Yes.”", ["So it ended,", "Yes."]),
  ("”So it ended.” He left.", ["So it ended."]),
  ("<a href=\"x.com\">So</a>", []),
  ("A 5' 3\" wall and a 6\" pipe", []),
  ("â€œSoâ€\u{9D} it ended.", ["So"]),
  ("\"\" and “” are empty.", []),
])
func marksArePaired(text: String, expected: [String]) {
  #expect(words(text) == expected)
}

@Test func speechOverParagraphsIsReopened() {
  let found = pieces("“One.\n“Two.\n“Three,” he said.")
  #expect(found.map(\.isUnclosed) == [true, true, false])
  #expect(found.map(\.isReopened) == [false, true, true])
}

@Test func aLostMarkEndsWithItsParagraph() {
  #expect(words("He said “so and left.\nThen “more” came.") == ["so and left.", "more"])
  #expect(pieces("“Lost.\nPlain.\n“New,” he said.").map(\.isReopened) == [false, false])
}

@Test func aLostMarkYieldsToTheNextOpeningOne() {
  #expect(words("\"One. \"Two,\" he said.").last == "Two,")
}

/// A reproducible source of numbers.
private struct Sequence64: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ (state >> 29)
  }
}

private let fragments = [
  "\"", "“", "”", "''", "'", "'''", "‘", "’", "«", "»", "„", "‚", " ", " ", "a", "Bo", "s", ".",
  ",",
  "\n", "é", "'s", "—", "(", "\u{A0}", "90", "`",
]

@Test(arguments: 1...300)
func anyTextKeepsTheLawsOfMarks(seed: Int) {
  var numbers = Sequence64(state: UInt64(seed))
  let text = (0..<120).map { _ in fragments.randomElement(using: &numbers) ?? "" }.joined()
  let bytes = Array(text.utf8)
  let paragraphs = lines(bytes)
  let found = QuoteSegmenter.pieces(in: bytes, paragraphs: paragraphs)
  var reached = 0
  for piece in found {
    #expect(piece.outer.lowerBound >= reached, "two outermost quotations share a byte")
    #expect(piece.outer.lowerBound <= piece.inner.lowerBound)
    #expect(piece.inner.upperBound <= piece.outer.upperBound)
    let paragraph = paragraphs[piece.paragraph]
    #expect(paragraph.lowerBound <= piece.outer.lowerBound)
    #expect(piece.outer.upperBound <= paragraph.upperBound, "a quotation left its paragraph")
    #expect(String(validating: bytes[piece.inner], as: UTF8.self) != nil)
    reached = piece.outer.upperBound
  }
}

@Test func hostileMarksAreReadInLinearSteps() {
  let texts = [
    String(repeating: "\"", count: 1 << 18), String(repeating: "“", count: 1 << 18),
    String(repeating: "'a \"s' ", count: 1 << 15), String(repeating: "‘“", count: 10_000) + "x",
    String(repeating: "“x ", count: 1 << 15), String(repeating: "'x ", count: 1 << 18),
    String(repeating: "\"x y\" ", count: 1 << 15) + String(repeating: "z ", count: 1 << 18),
  ]
  for text in texts {
    var reached = 0
    for piece in pieces(text) {
      #expect(piece.outer.lowerBound >= reached)
      reached = piece.outer.upperBound
    }
  }
}
