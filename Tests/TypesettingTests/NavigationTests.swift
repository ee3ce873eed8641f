import Articles
import Testing
import Typesetting

private func typesetSections() -> TypesetArticle {
  var draft = Draft()
  for section in 1...3 {
    let start = draft.text.utf8.count
    let heading = draft.line("Part \(section)")
    draft.add(from: start, role: .heading, .heading(level: 2, [.text(heading)]))
    draft.add("first words that take more than one row")
    draft.add("second")
  }
  return TypesetArticle(article: draft.article, measure: 16)
}

@Test func paragraphsAndHeadingsAreMetInOrder() {
  let typeset = typesetSections()
  var met: [String] = []
  var id = typeset.firstRow
  while let next = typeset.nextParagraph(after: id) {
    met.append(typeset.row(next).plainText)
    id = next
  }
  let part = ["first words that", "second"]
  #expect(met == ["Part 1"] + part + ["Part 2"] + part + ["Part 3"] + part)
  var headings: [String] = []
  while let previous = typeset.previousHeading(before: id) {
    headings.append(typeset.row(previous).plainText)
    id = previous
  }
  #expect(headings == ["Part 3", "Part 2", "Part 1"])
  #expect(typeset.nextHeading(after: id).map { typeset.row($0).plainText } == "Part 2")
}

@Test func insideAParagraphThePreviousOneIsItsOwnStart() {
  let typeset = typesetSections()
  let start = typeset.rowID(at: 7)
  let inside = typeset.advance(start, by: 2)
  #expect(typeset.previousParagraph(before: inside) == start)
  #expect(typeset.previousParagraph(before: start) == typeset.rowID(at: 0))
}

@Test func movingStopsAtBothEndsAndDistanceCountsTheRows() {
  let typeset = typesetSections()
  let ids = typeset.allRowIDs
  #expect(typeset.advance(typeset.firstRow, by: .max) == typeset.lastRow)
  #expect(typeset.advance(typeset.lastRow, by: .min) == typeset.firstRow)
  for (place, id) in ids.enumerated() {
    #expect(typeset.advance(ids[0], by: place) == id)
    #expect(typeset.advance(typeset.lastRow, by: place - ids.count + 1) == id)
    #expect(typeset.distance(from: ids[0], to: id, limit: 1000) == place)
    #expect(typeset.distance(from: id, to: ids[0], limit: 3) == -min(3, place))
  }
}

@Test func rowsThatDoNotExistAreClamped() {
  let typeset = typesetSections()
  #expect(typeset.clamped(RowID(block: 99, row: 0)) == typeset.lastRow)
  #expect(typeset.clamped(RowID(block: -1, row: 7)) == typeset.firstRow)
  #expect(typeset.clamped(RowID(block: 0, row: 50)) == RowID(block: 0, row: 1))
  #expect(typeset.row(RowID(block: 0, row: 50)) == typeset.row(RowID(block: 0, row: 1)))
}

@Test func aResizeKeepsWordsButNotRows() {
  let typeset = typesetSections()
  let position = typeset.position(of: typeset.advance(typeset.firstRow, by: 5))
  let resized = typeset.resized(to: 40)
  #expect(resized.row(resized.rowID(at: position)).range?.contains(position) == true)
  #expect(resized == TypesetArticle(article: typeset.article, measure: 40))
  #expect(resized != typeset)
}
