import Articles
import GRDB
import Queries
import Testing

@testable import LibraryStore

/// Whether articles are counted one by one or at the end, counts and undo come out the same.
@Test(arguments: [0, 2, Int.max])
func countsHoldHoweverManyChange(many: Int) throws {
  try CountingOnce.$many.withValue(many) {
    let library = try sampleLibrary()
    let before = try library.groups(by: .source)
    let schema = try triggers(library)
    try library.perform(.tag("old", .listing(Listing())))
    for change in [
      LibraryChange.setRead(true, .listing(Listing())), .move(.listing(Listing()), to: .archived),
      .setRead(false, .listing(Listing(includesArchived: true))),
    ] {
      try library.perform(change)
      #expect(try library.check().problems == [])
    }
    #expect(try library.count(of: Listing()).articles == 0)
    for _ in 0..<3 {
      #expect(try library.undo() != nil)
      #expect(try library.check().problems == [])
    }
    #expect(try library.groups(by: .source) == before)
    #expect(try library.redo() == "Read: 3 articles")
    #expect(try library.count(of: Listing()).unread == 0)
    #expect(try library.groups(by: .tag).first?.count.unread == 0)
    #expect(try triggers(library) == schema)
  }
}

private func triggers(_ library: Library) throws -> [String] {
  try library.read { database in
    try String.fetchAll(
      database, sql: "SELECT sql FROM sqlite_master WHERE type = 'trigger' ORDER BY name")
  }
}
