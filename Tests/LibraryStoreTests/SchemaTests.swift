import Articles
import Excerpts
import Foundation
import GRDB
import GoldenTesting
import Queries
import Synchronization
import Testing

@testable import LibraryStore

@Test func theSchemaIsTheOneThatWasReleased() throws {
  let library = try emptyLibrary()
  let statements = try library.read { database in
    try String.fetchAll(
      database,
      sql: "SELECT sql || ';' FROM sqlite_master WHERE sql IS NOT NULL ORDER BY type, name")
  }
  #expect(goldenDifference(statements.joined(separator: "\n\n") + "\n", "schema.sql") == nil)
}

/// Every released schema has a library that was made with it.
private let released = ["schema-1", "schema-2", "schema-3"]

/// It takes long with many articles, and nothing else can be seen of it.
@Test func whoeverOpensAnOlderLibraryIsToldThatItIsBroughtToTodaysForm() throws {
  let directory = try TemporaryDirectory()
  let told = Mutex<[String]>([])
  let options = LibraryOptions(waiting: { sentence in told.withLock { $0.append(sentence) } })
  // A new one is no older one.
  _ = try Library.open(at: directory.library + ".new", options: options)
  #expect(told.withLock({ $0 }) == [])
  try fixture("schema-1.sqlite").write(to: URL(fileURLWithPath: directory.library))
  for _ in 0..<2 { _ = try Library.open(at: directory.library, options: options) }
  #expect(
    told.withLock({ $0 }) == [
      "Bringing the library to the form of this version, which may take minutes."
    ])
}

@Test(arguments: released)
func releasedLibrariesAreBroughtToTodaysForm(name: String) throws {
  let directory = try TemporaryDirectory()
  try fixture(name + ".sqlite").write(to: URL(fileURLWithPath: directory.library))
  let library = try directory.open()
  #expect(try library.check().problems == [])
  #expect(
    try library.titles() == [
      "Trams to run every four minutes", "Ferries at night", "The orchard that moved uphill",
    ])
  #expect(try library.titles("speaker:harrow").count == 2)
  #expect(try library.titles("is:starred") == ["Ferries at night"])
  #expect(try library.savedExcerpts().count == 1)
  for row in try library.page(of: Listing(), count: 9).rows {
    let excerpts = try library.article(row.id).excerpts
    #expect(row.quoteCount == excerpts.utteranceCount && row.figureCount == excerpts.ownFigureCount)
  }
  #expect(try library.undo() == "Saved the quote")
  let fresh = try emptyLibrary()
  func schema(_ library: Library) throws -> [String] {
    try library.read { database in
      try String.fetchAll(
        database, sql: "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY 1")
    }
  }
  #expect(try schema(library) == schema(fresh))
}

/// Makes the fixture of today's schema; run once before a release, with PULLQUOTE_RECORD=1.
@Test(.enabled(if: ProcessInfo.processInfo.environment["PULLQUOTE_RECORD"] != nil))
func theFixtureOfTodaysSchemaIsRecorded() throws {
  let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Fixtures/schema-3.sqlite").path
  guard !FileManager.default.fileExists(atPath: path) else { return }
  let library = try sampleLibrary()
  let id = try #require(
    try library.page(of: Listing(try Query("estuary")), count: 1).rows.first?.id)
  let read = try library.article(id)
  let quote = try #require(read.excerpts.quotes.first)
  try library.perform(.correct(id, .title("Ferries at night")))
  try library.perform(.setStarred(true, .articles([id])))
  try library.perform(
    .saveExcerpt(
      SavedExcerpt(
        article: id, kind: .quote,
        anchor: TextAnchor(quote.range, in: read.article.document.text))))
  try library.write { _ in }
  try library.backup(to: path)
  Issue.record("The fixture was recorded.")
}
