import Articles
import Excerpts
import Screen
import Testing
import Typesetting

@testable import Session

private func tableState(width: Int = 60) -> AppState {
  var text = ""
  func range(_ words: String) -> TextRange {
    let start = text.utf8.count
    text += words + "\n"
    return TextRange(start, start + words.utf8.count)
  }
  let before = range("Before the table.")
  let start = text.utf8.count
  let header: [[Inline]] = (0..<8).map { [.text(range("heading \($0)"))] }
  let rows: [[[Inline]]] = (0..<30).map { row in
    (0..<8).map { [.text(range("cell \(row) of \($0)"))] }
  }
  let table = Block(
    TextRange(start, text.utf8.count), role: .body,
    content: .table(Table(header: header, rows: rows, alignments: [])))
  let first = Block(before, role: .body, content: .paragraph([.text(before)]))
  let parsed = ParsedArticle(
    metadata: Metadata(title: "A table"), document: Document(text: text, blocks: [first, table]))
  let id = ArticleID("table")
  var state = AppState(
    size: Size(width: width, height: 24),
    entries: [ListEntry(id: id, title: "table", source: "table")])
  _ = state.start()
  let loaded = LoadedArticle(
    article: Article(id: id, parsed: parsed), excerpts: FoundExcerpts())
  _ = update(&state, .finished(.loaded(id, loaded)))
  return state
}

@Test func aWideTableIsScrolledByColumnsAndBackToRecords() {
  var state = tableState()
  #expect(state.reading?.tableInView?.firstColumn == nil)
  _ = press(&state, "<lt>")
  #expect(state.notice != nil)
  _ = press(&state, ">")
  #expect(state.reading?.tableInView?.firstColumn == 1)
  _ = press(&state, "2>")
  #expect(state.reading?.tableInView?.firstColumn == 3)
  _ = press(&state, "<lt>")
  #expect(state.reading?.tableInView?.firstColumn == 2)
  _ = press(&state, "9<lt>")
  #expect(state.reading?.tableInView?.firstColumn == nil)
  _ = press(&state, "99>")
  #expect(state.reading?.tableInView?.lastColumn == 7)
  #expect(state.notice == nil)
  _ = press(&state, ">")
  #expect(state.notice == Notice("The last column is in view."))
}

@Test func theReadingLineStaysInItsRowOfTheTable() {
  var state = tableState()
  _ = press(&state, "120j")
  let before = state.reading?.point ?? 0
  _ = press(&state, ">")
  let reading = state.reading
  #expect(reading?.point == before)
  #expect(reading.map { $0.typeset.rowID(at: before) == $0.line } == true)
  #expect(reading.map { $0.line >= $0.top && $0.line <= $0.bottom } == true)
  _ = press(&state, "<lt>")
  #expect(state.reading?.point == before)
  #expect(state.reading.map { $0.line >= $0.top && $0.line <= $0.bottom } == true)
}

@Test func aResizeKeepsTheColumnsOfTheTable() {
  var state = tableState()
  _ = press(&state, "20j3>")
  let first = state.reading?.tableInView?.firstColumn
  _ = update(&state, .resized(Size(width: 200, height: 24)))
  _ = update(&state, .resized(Size(width: 60, height: 24)))
  #expect(first == 3)
  #expect(state.reading?.tableInView?.firstColumn == first)
  _ = press(&state, "gg''")
  #expect(state.reading?.tableInView?.firstColumn == first)
}

@Test func withoutAWideTableASentenceSaysSo() {
  var state = openState()
  _ = press(&state, ">")
  #expect(state.notice == Notice("No table in view is wider than the text."))
}
