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

/// Counts are made wrong, to see when they are made anew.
@Test(arguments: [
  ("#1 #2", LibraryChange.setRead(true, .articles([])), false),
  ("#1 #2 #3", .setRead(true, .articles([])), true),
  ("#1 #2 #3", .move(.articles([]), to: .archived), true),
  ("#1 #2 #3", .setStarred(true, .articles([])), false),
])
func allIsCountedAnewOnlyWhereMuchOfItChanges(
  numbers: String, change: LibraryChange, isAnew: Bool
) throws {
  try CountingOnce.$many.withValue(2) {
    let library = try emptyLibrary()
    for number in 1...30 { try library.add(TestArticle("Title \(number)", "Number \(number).")) }
    try library.write { try $0.execute(sql: "UPDATE counts SET articles = 7 WHERE kind = 2") }
    let selection = Selection.articles(numbers.split(separator: " ").map { ArticleID(String($0)) })
    let change: LibraryChange =
      switch change {
      case .setStarred(let isStarred, _): .setStarred(isStarred, selection)
      case .move(_, let shelf): .move(selection, to: shelf)
      default: .setRead(true, selection)
      }
    for step in ["change", "undo", "redo"] {
      switch step {
      case "change": try library.perform(change)
      case "undo": try library.undo()
      default: try library.redo()
      }
      #expect(try library.check().isClean == isAnew, "\(step)")
    }
  }
}

private func triggers(_ library: Library) throws -> [String] {
  try library.read { database in
    try String.fetchAll(
      database, sql: "SELECT sql FROM sqlite_master WHERE type = 'trigger' ORDER BY name")
  }
}
