import Screen
import Testing

@Test func drawingOverHalfAWideGlyphBlanksTheOtherHalf() {
  var frame = Frame(size: Size(width: 6, height: 1))
  frame.draw("漢字", column: 0, row: 0, ink: Ink(.body))
  frame.draw("x", column: 1, row: 0, ink: Ink(.body))
  #expect(frame.plainText == " x字\n")
  frame.draw("y", column: 2, row: 0, ink: Ink(.body))
  #expect(frame.plainText == " xy\n")
}

@Test func wideGlyphsAreNotCutAtTheEdge() {
  var frame = Frame(size: Size(width: 3, height: 1))
  frame.draw("a漢字", column: 0, row: 0, ink: Ink(.body))
  #expect(frame.plainText == "a漢\n")
  frame.draw("漢字", column: 0, row: 0, ink: Ink(.body))
  #expect(frame.plainText == "漢\n")
}

@Test(arguments: [
  ("\u{1B}", "␛", 1), ("\u{9B}", "\u{FFFD}", 1), ("\u{202E}", "\u{FFFD}", 1),
  ("👨‍👩‍👧", "👨", 2), ("👍🏽", "👍", 2), ("❤️", "❤", 1), ("é", "é", 1), ("\u{301}", " \u{301}", 1),
  ("\t", " ", 1), ("\u{3000}", " ", 1), ("\u{7F}", "␡", 1),
])
func charactersAreMadeHarmless(text: String, shown: String, width: Int) {
  let glyph = text.first.flatMap(Glyph.init)
  #expect(glyph?.text == shown)
  #expect(glyph?.width == width)
}

@Test func floodsOfCombiningMarksAreCut() {
  let flood = "a" + String(repeating: "\u{301}", count: 300)
  #expect(flood.first.flatMap(Glyph.init)?.text.unicodeScalars.count == 5)
  #expect("\u{200B}\u{FEFF}".columns == 0)
}

@Test(arguments: ["j", "]q", "<C-d>", "<S-Tab>", "<Space>", "5j", "<lt>", "<Enter><Esc>", "<F5>"])
func notationReadsBack(notation: String) {
  #expect(KeyPress.notation(KeyPress.sequence(notation)) == notation)
}

@Test func anAngleBracketThatOpensNoNameIsItself() {
  #expect(KeyPress.sequence("<x>").count == 3)
  #expect(KeyPress.sequence("jj<enter>").last == .named(.enter))
}
