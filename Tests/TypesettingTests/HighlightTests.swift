import Articles
import Screen
import Testing
import Typesetting

/// The first row of a text below the details, with its inks written as `{name:words}`.
private func marked(_ text: String, _ highlights: [Highlight]) -> String {
  var draft = Draft()
  draft.add(text)
  let typeset = TypesetArticle(article: draft.article, measure: 40)
  let pieces = typeset.row(typeset.rowID(at: 0)).spans(highlighting: highlights)
  return pieces.map { "{\($0.ink.name):\($0.text)}" }.joined()
}

@Test func laterHighlightsWinTheRoleAndMarksAdd() {
  let marked = marked(
    "one two three",
    [
      Highlight(TextRange(0, 7), role: .quote, marks: .selected),
      Highlight(TextRange(4, 13), role: .figureValue, marks: .match),
      Highlight(TextRange(8, 13), marks: .focused),
    ])
  #expect(
    marked == "{quote+selected:one }{figureValue+selected+match:two}{figureValue+match: }"
      + "{figureValue+focused+match:three}")
}

@Test func collapsedWhiteSpaceIsMarkedWithTheWordsAroundIt() {
  #expect(
    marked("one\n  two", [Highlight(TextRange(0, 9), role: .quote)])
      == "{quote:one}{quote: }{quote:two}")
}

@Test func aGlyphIsMarkedWhole() {
  #expect(
    marked("xe\u{301}y", [Highlight(TextRange(2, 4), role: .quote)])
      == "{body:x}{quote:e\u{301}}{body:y}")
}

@Test func withoutHighlightsTheRowIsAsItWas() {
  #expect(marked("one two", [Highlight(TextRange(40, 50), role: .quote)]) == "{body:one two}")
}
