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
