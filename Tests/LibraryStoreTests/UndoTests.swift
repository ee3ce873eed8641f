// Undo after what is no step of it: purges, new readings, and changes outside the log.

import Articles
import Excerpts
import LibraryStore
import Queries
import Testing

/// The article about ferries and an anchor for its first quote.
private func ferry(in library: Library) throws -> (id: ArticleID, anchor: TextAnchor) {
  let listing = Listing(try Query("estuary"))
  let id = try #require(try library.page(of: listing, count: 1).rows.first?.id)
  let read = try library.article(id)
  let quote = try #require(read.excerpts.quotes.first)
  return (id, TextAnchor(quote.range, in: read.article.document.text))
}

extension Library {
  /// Deletes an article for ever.
  fileprivate func purge(_ id: ArticleID) throws {
    try perform(.move(.articles([id]), to: .deleted))
    #expect(try compact() == 1)
  }
}

@Test func undoGoesOnPastAnArticleThatIsGone() throws {
  let library = try sampleLibrary()
  let (id, anchor) = try ferry(in: library)
  let other = try library.first
  try library.perform(.setStarred(true, .articles([other])))
  try library.perform(.correct(id, .title("Ferries at night")))
  try library.perform(.correct(id, .speaker(of: anchor, is: nil)))
  try library.purge(id)
  for _ in 0..<4 { #expect(try library.undo() != nil) }
  #expect(try library.undo() == nil)
  #expect(try library.titles("is:starred") == [])
  for _ in 0..<4 { #expect(try library.redo() != nil) }
  #expect(try library.titles("is:starred").count == 1)
  #expect(try library.check().problems == [])
}

@Test func undoPutsBackOnlyWhatTheChangeChanged() throws {
  let library = try sampleLibrary()
  let (id, anchor) = try ferry(in: library)
  try library.perform(.saveExcerpt(SavedExcerpt(article: id, kind: .quote, anchor: anchor)))
  let saved = try #require(try library.savedExcerpts().first?.id)
  try library.perform(.annotateExcerpt(saved, note: "for the talk"))
  // A new reading moves the words.
  let longer = ferries.with { $0.paragraphs.insert("A new first paragraph.", at: 0) }
  try library.replaceContent(of: id, with: PreparedAddition(longer.addition))
  let moved = try #require(try library.savedExcerpts().first?.anchor)
  #expect(moved.range.lowerBound > anchor.range.lowerBound)
  try library.undo()
  var excerpt = try #require(try library.savedExcerpts().first)
  #expect(excerpt.note == nil)
  #expect(excerpt.anchor == moved)
  try library.redo()
  // A purge takes the article away from it.
  try library.purge(id)
  for _ in 0..<2 { #expect(try library.undo() != nil) }
  excerpt = try #require(try library.savedExcerpts().first)
  #expect(excerpt.note == nil)
  #expect(excerpt.article == nil)
  #expect(try library.check().problems == [])
}

@Test func aDroppedExcerptComesBackWithoutItsArticle() throws {
  let library = try sampleLibrary()
  let (id, anchor) = try ferry(in: library)
  try library.perform(.saveExcerpt(SavedExcerpt(article: id, kind: .quote, anchor: anchor)))
  var saved = try #require(try library.savedExcerpts().first)
  try library.perform(.dropExcerpts([saved.id]))
  try library.purge(id)
  #expect(try library.undo() == "Deleted: 1 article")
  #expect(try library.undo() == "Dropped a saved excerpt")
  saved.article = nil
  #expect(try library.savedExcerpts() == [saved])
  #expect(try library.redo() == "Dropped a saved excerpt")
  #expect(try library.savedExcerpts() == [])
  #expect(try library.check().problems == [])
}

@Test func anEmptiedTagIsNeverTakenForAnother() throws {
  let library = try sampleLibrary()
  let ids = try library.page(of: Listing(), count: 3).rows.map(\.id)
  try library.perform(.tag("one", .articles([ids[0]])))
  try library.perform(.untag("one", .articles([ids[0]])))
  // Tags of new articles are given outside the log.
  try library.add(
    TestArticle("Kites", "Kites were flown over the hill all day.").with { $0.tags = ["two"] })
  try library.undo()
  #expect(try library.article(ids[0]).tags == ["one"])
  #expect(try library.titles("tag:two") == ["Kites"])
  try library.undo()
  #expect(try library.article(ids[0]).tags == [])
  try library.redo()
  try library.redo()
  #expect(try library.article(ids[0]).tags == [])
  #expect(try library.titles("tag:two") == ["Kites"])
  #expect(try library.groups(by: .tag).map(\.name) == ["Farming", "transport", "two"])
  #expect(try library.check().problems == [])
}

@Test func aTagThatOthersUseIsLeftByUndo() throws {
  let library = try sampleLibrary()
  let id = try library.first
  try library.perform(.collect("weekend", .articles([id])))
  try library.perform(.uncollect("weekend", .articles([id])))
  #expect(try library.groups(by: .collection) == [])
  try library.perform(.tag("new", .articles([id])))
  try library.add(TestArticle("Kites", "Kites over the hill.").with { $0.tags = ["new"] })
  for _ in 0..<3 { #expect(try library.undo() != nil) }
  #expect(try library.titles("tag:new") == ["Kites"])
  #expect(try library.groups(by: .collection) == [])
  // Nothing is made for nobody, and an unused name takes the case of its next use.
  #expect(try library.perform(.tag("nobody", .articles([]))) == nil)
  #expect(try library.perform(.collect("nobody", .articles([]))) == nil)
  try library.perform(.collect("Weekend", .articles([id])))
  #expect(try library.groups(by: .collection).map(\.name) == ["Weekend"])
}
