// Tables that do not fit, scrolled sideways.

import Articles
import Testing

@testable import Typesetting

private func timetable(measure: Int) -> TypesetArticle {
  var draft = Draft()
  draft.add("Before.")
  let start = draft.text.utf8.count
  func cells(_ words: String) -> [[Inline]] {
    words.split(separator: "|").map { [.text(draft.line(String($0)))] }
  }
  let header = cells("Pier|First boat|Second boat|Last boat|Crossing")
  let rows = [
    cells("Great Oxter|06:15|11:40|18:05|25 minutes"),
    cells("North Holm|08:05|on request|19:55|50 minutes"),
    cells("Skarra|07:30"),
  ]
  draft.add(
    from: start,
    .table(Table(header: header, rows: rows, alignments: [.leading, .trailing])))
  draft.add("After.")
  return TypesetArticle(article: draft.article, measure: measure)
}

private func rows(_ article: TypesetArticle) -> [String] {
  article.page.split(separator: "\n").map(String.init)
}

private let tableStart = 8

@Test func aTableThatFitsIsNotWide() {
  let article = timetable(measure: 80).scrolled([tableStart: 2])
  #expect(article.allRowIDs.allSatisfy { article.wideTable(at: $0) == nil })
  #expect(article.page == timetable(measure: 80).page)
}

@Test func aWideTableIsSetAsRecordsUntilItIsScrolled() {
  let article = timetable(measure: 40)
  let tables = Set(article.allRowIDs.compactMap { article.wideTable(at: $0) })
  #expect(
    tables == [WideTable(start: tableStart, columnCount: 5, firstColumn: nil, lastColumn: nil)])
  #expect(rows(article).contains("|Pier: Great Oxter"))
}

@Test func columnsStandBesideTheLeadingOne() {
  let first = rows(timetable(measure: 40).scrolled([tableStart: 1]))
  #expect(first.contains("|columns 1–3 of 5"))
  #expect(first.contains("|Great Oxter       06:15  11:40"))
  #expect(first.contains("|Skarra            07:30"))
  #expect(
    rows(timetable(measure: 41).scrolled([tableStart: 3])).contains("|columns 1 and 4–5 of 5"))
}

@Test func theLastColumnsStayInViewHoweverFarItIsScrolled() {
  let article = timetable(measure: 40)
  let last = article.scrolled([tableStart: 4])
  #expect(last.page == article.scrolled([tableStart: 99]).page)
  let tables = Set(last.allRowIDs.compactMap { last.wideTable(at: $0) })
  #expect(tables.map(\.lastColumn) == [4])
}

@Test(arguments: [16, 20, 28, 40, 55], 1...5)
func scrolledRowsFitTheMeasureAndKeepTheirPlace(measure: Int, first: Int) {
  let article = timetable(measure: measure).scrolled([tableStart: first])
  for id in article.allRowIDs {
    let row = article.row(id)
    #expect(row.width <= measure, "\(row.plainText)")
    guard let range = row.range, let table = article.wideTable(at: id) else { continue }
    #expect(table.firstColumn != nil)
    #expect(article.rowID(at: range.lowerBound) == id)
  }
  // A cell that is out of view is on the row of its table.
  let hidden = article.article.document.text.utf8.count - "After.\n07:30\n".utf8.count
  #expect(article.wideTable(at: article.rowID(at: hidden))?.start == tableStart)
}

@Test func tooLittleRoomLeavesTheRecords() {
  let article = timetable(measure: 15)
  #expect(article.page == article.scrolled([tableStart: 2]).page)
}

@Test func aResizeKeepsTheColumns() {
  let article = timetable(measure: 40).scrolled([tableStart: 3])
  #expect(article.resized(to: 90).page == timetable(measure: 90).page)
  #expect(article.resized(to: 90).resized(to: 40) == article)
}
