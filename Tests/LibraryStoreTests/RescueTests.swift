import Articles
import Foundation
import GRDB
import Queries
import Testing

@testable import LibraryStore

@Test(arguments: [
  "UPDATE contents SET blocks = x'00' WHERE article_id = 1",
  "UPDATE contents SET text = 'Much less.' WHERE article_id = 1",
  "UPDATE contents SET hidden = '' WHERE article_id = 1",
])
func anArticleWhoseContentIsDamagedIsReadAnewFromItsOriginal(damage: String) throws {
  for isReadAnew in [false, true] {
    let directory = try TemporaryDirectory()
    do {
      let library = try directory.open()
      try library.add(ferries)
      try library.add(trams)
      let id = ArticleID("#1")
      try library.perform(.setStarred(true, .articles([id])))
      try library.perform(.collect("later", .articles([id])))
      try library.perform(.mark(id, name: "a", position: 9))
      try library.perform(.correct(id, .title("Ferries again")))
      try library.setPosition(20, of: id)
      try library.write { database in
        try database.execute(sql: "DROP TRIGGER contents_changed; \(damage)")
      }
    }
    let rescue = try Library.rescue(at: directory.library) { original in
      isReadAnew && original.bytes == ferries.addition.original ? ferries.addition : nil
    }
    #expect((rescue.saved, rescue.lost) == (isReadAnew ? (2, 0) : (1, 1)))
    #expect(try rescue.library.check().problems == [])
    guard isReadAnew else { continue }
    let row = try #require(
      try rescue.library.page(of: Listing(try Query("is:starred")), count: 9).rows.first)
    let read = try rescue.library.article(row.id)
    #expect(read.article.document.text == ferries.parsed.document.text)
    #expect(read.article.metadata.title == "Ferries again")
    #expect(read.tags == ["transport"] && read.status.position == 20)
    #expect(read.marks == [TextMark(name: "a", position: 9)])
    #expect(try rescue.library.titles("in:later") == ["Ferries again"])
  }
}

/// Each range of each excerpt in turn is made to end beyond the text, or to cut a letter.
@Test func everyRangeOfAnExcerptMustLieInTheText() throws {
  let library = try emptyLibrary()
  try library.add(
    TestArticle(
      "Fähren",
      "„Wäre“ \u{c4}: “We kept the timetable in a drawer,” said Ines Harrow, who runs the port.",
      "According to the auditor, it cost about €4,200 ($4,500) in May, and “quality” fell 3% to 12."
    ))
  let line = try #require(try library.dump().split(separator: "\n").last)
  let start = try #require(line.firstRange(of: "\"excerpts\":")).upperBound
  let end = try #require(line.firstRange(of: ",\"original\":")).lowerBound
  let ranges = line[start..<end].matches(of: /\[\d+,\d+\]/).map(\.range)
  #expect(ranges.count > 12)
  let text = try library.article(library.first).article.document.text
  let cut = try #require(Array(text.utf8).firstIndex { $0 & 0xC0 == 0x80 })
  for range in ranges {
    for wrong in ["[0,\(text.utf8.count + 1)]", "[\(cut),\(text.utf8.count)]"] {
      let edited = line.replacingCharacters(in: range, with: wrong)
      #expect(throws: LibraryError.self, "\(line[range])") {
        try emptyLibrary().importLines([Array(edited.utf8)])
      }
    }
  }
  #expect(try emptyLibrary().importLines([Array(line.utf8)]).count == 1)
}

@Test func anImportDropsPlacesThatAreNone() throws {
  var addition = TestArticle("Fähren", "The boats are back.").addition
  let text = addition.parsed.document.text.utf8
  let cut = try #require(Array(text).firstIndex { $0 & 0xC0 == 0x80 })
  let sound = ["top": 0, "after": cut + 1, "end": text.count]
  addition.parsed.document.anchors = sound.merging(
    ["cut": cut, "beyond": text.count + 1, "far": .max]
  ) { $1 }
  let library = try emptyLibrary()
  _ = try library.add([PreparedAddition(addition)])
  let copy = try emptyLibrary()
  try copy.importLines(library.dump().split(separator: "\n").map { Array($0.utf8) })
  #expect(try copy.article(copy.first).article.document.anchors == sound)
}
