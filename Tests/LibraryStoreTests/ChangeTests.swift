import Articles
import Excerpts
import GRDB
import Queries
import Testing

@testable import LibraryStore

/// Every kind of change, on the articles of the sample library (1: ferries … in order of adding).
private func everyChange(_ library: Library) throws -> [LibraryChange] {
  let rows = try library.page(of: Listing(order: .date), count: 10).rows
  let ids = rows.map(\.id)
  let ferry = try #require(rows.first { $0.title?.contains("ferries") == true }).id
  let read = try library.article(ferry)
  let quote = try #require(read.excerpts.quotes.first)
  let text = read.article.document.text
  let anchor = TextAnchor(quote.range, in: text)
  let block = TextAnchor(read.article.document.blocks[1].range, in: text)
  return [
    .setRead(true, .listing(Listing())), .setRead(false, .articles([ids[0]])),
    .setStarred(true, .articles(ids)), .move(.articles([ids[1]]), to: .archived),
    .move(.articles([ids[2]]), to: .deleted), .move(.articles([ids[1]]), to: .current),
    .tag("new", .articles(ids)), .tag("Transport", .articles([ids[0]])),
    .untag("transport", .listing(Listing())), .collect("weekend", .articles(ids)),
    .uncollect("weekend", .articles([ids[0]])), .mark(ferry, name: "a", position: 12),
    .mark(ferry, name: "a", position: 40), .mark(ferry, name: "a", position: nil),
    .correct(ferry, .title("Ferries at night")),
    .correct(ferry, .speaker(of: anchor, is: "Bea Lindqvist")),
    .correct(ferry, .role(of: block, is: .promo)), .dropCorrection(ferry, .title("")),
    .saveExcerpt(SavedExcerpt(article: ferry, kind: .quote, anchor: anchor, speaker: "Ines")),
    .annotateExcerpt(1, note: "for the talk"), .dropExcerpts([1]),
    .saveSearch(SavedSearch(name: "big", query: "figure:>1e6")),
    .saveSearch(SavedSearch(name: "big", query: "figure:>1e9")), .dropSearch(name: "big"),
  ]
}

@Test func everyChangeIsUndoneAndRedoneAcrossRestarts() throws {
  let directory = try TemporaryDirectory()
  var library = try directory.open()
  try library.add(ferries, trams, orchard)
  var states = [try library.dump()]
  for change in try everyChange(library) {
    #expect(try library.perform(change) != nil, "\(change)")
    states.append(try library.dump())
    #expect(states[states.count - 1] != states[states.count - 2], "\(change)")
    #expect(try library.check().problems == [], "\(change)")
  }
  library = try directory.open()
  for state in states.dropLast().reversed() {
    let undone = try library.undo()
    #expect(undone != nil)
    #expect(try library.dump() == state, "\(undone ?? "")")
    #expect(try library.check().problems == [])
  }
  #expect(try library.undo() == nil)
  library = try directory.open()
  for state in states.dropFirst() {
    #expect(try library.redo() != nil)
    #expect(try library.dump() == state)
  }
  #expect(try library.redo() == nil)
  #expect(try library.check().problems == [])
}

@Test func whatChangesNothingIsNoStep() throws {
  let library = try sampleLibrary()
  let id = try library.first
  try library.perform(.setRead(true, .articles([id])))
  #expect(try library.perform(.setRead(true, .articles([id]))) == nil)
  #expect(try library.perform(.untag("nobody", .articles([id]))) == nil)
  #expect(try library.perform(.setRead(true, .articles([]))) == nil)
  #expect(try library.undo() == "Read: 1 article")
  #expect(try library.undo() == nil)
}

@Test func aNewChangeEndsRedo() throws {
  let library = try sampleLibrary()
  let id = try library.first
  try library.perform(.setRead(true, .articles([id])))
  try library.undo()
  try library.perform(.setStarred(true, .articles([id])))
  #expect(try library.redo() == nil)
  #expect(try library.undo() == "Starred: 1 article")
}

@Test func undoTakesStepsBackOneByOne() throws {
  let library = try sampleLibrary()
  let ids = try library.page(of: Listing(), count: 3).rows.map(\.id)
  try library.perform(.setRead(true, .articles(ids)))
  try library.perform(.tag("x", .articles([ids[0]])))
  try library.perform(.tag("x", .articles([ids[1]])))
  try library.undo()
  #expect(try library.article(ids[0]).tags.contains("x"))
  #expect(try !library.article(ids[1]).tags.contains("x"))
  try library.undo()
  #expect(try library.titles("tag:x").isEmpty)
  #expect(try library.titles("is:read").count == 3)
  try library.undo()
  #expect(try library.titles("is:read").isEmpty)
}

@Test func undoLeavesWhatWasChangedSince() throws {
  let library = try sampleLibrary()
  let ids = try library.page(of: Listing(), count: 2).rows.map(\.id)
  try library.perform(.move(.articles(ids), to: .archived))
  try library.write { database in
    try database.execute(
      sql: "UPDATE statuses SET shelf = 2, is_starred = 1 WHERE article_id = ?",
      arguments: [ids[0].row])
  }
  try library.undo()
  let statuses = try ids.map { try library.article($0).status }
  #expect(statuses.map(\.shelf) == [.deleted, .current])
  #expect(statuses.map(\.isStarred) == [true, false])
  #expect(try library.check().problems == [])
}

@Test func markingAllAsReadIsOneStep() throws {
  let library = try largeLibrary(count: 900)
  #expect(try library.perform(.setRead(true, .listing(Listing()))) == "Read: 900 articles")
  #expect(try library.count(of: Listing()).unread == 0)
  #expect(try library.undo() == "Read: 900 articles")
  #expect(try library.count(of: Listing()).unread == 900)
  #expect(try library.check().problems == [])
}

@Test func correctionsShowInListsAndSearchesAndSurviveANewReading() throws {
  let library = try sampleLibrary()
  let query = Listing(try Query("estuary"))
  let id = try #require(try library.page(of: query, count: 1).rows.first?.id)
  let read = try library.article(id)
  let text = read.article.document.text
  let quote = try #require(read.excerpts.quotes.first)
  try library.perform(.correct(id, .title("Ferries at night")))
  try library.perform(
    .correct(id, .speaker(of: TextAnchor(quote.range, in: text), is: "Bea Lindqvist")))
  let hidden = try #require(read.article.document.hiddenBlocks.first)
  try library.perform(
    .correct(id, .role(of: TextAnchor(hidden.range, in: text), is: .body)))

  func expectCorrected() throws {
    #expect(try library.titles("estuary") == ["Ferries at night"])
    #expect(try library.titles("title:ferries") == ["Ferries at night"])
    #expect(try library.titles("speaker:lindqvist") == ["Ferries at night"])
    #expect(try library.titles("speaker:harrow estuary") == [])
    #expect(try library.titles("zebra") == ["Ferries at night"])
    let read = try library.article(id)
    #expect(read.article.displayTitle == "Ferries at night")
    #expect(read.excerpts.quotes.first?.speaker?.name == "Bea Lindqvist")
    #expect(read.article.document.hiddenBlocks.map(\.role) == [.origin])
    #expect(read.corrections.count == 3)
    #expect(try library.check().problems == [])
  }
  try expectCorrected()
  try library.replaceContent(of: id, with: PreparedAddition(ferries.addition))
  try expectCorrected()
  let longer = ferries.with { $0.paragraphs.insert("A new first paragraph.", at: 0) }
  try library.replaceContent(of: id, with: PreparedAddition(longer.addition))
  try expectCorrected()
}

@Test func aCorrectedTitleIsTheHeadlineOfTheText() throws {
  let library = try emptyLibrary()
  try library.add(TestArticle("The Selm Courier", "Ferries at night", "They sail again."))
  let id = try library.first
  try library.perform(.correct(id, .title("Ferries at night")))
  #expect(try library.article(id).article.document.blocks.map(\.role) == [.origin, .title, .body])
  try library.undo()
  #expect(try library.article(id).article.document.blocks.map(\.role) == [.title, .body, .body])
}

@Test func savedExcerptsRememberTheirArticle() throws {
  let library = try sampleLibrary()
  let id = try #require(
    try library.page(of: Listing(try Query("estuary")), count: 1).rows.first?.id)
  let read = try library.article(id)
  let quote = try #require(read.excerpts.quotes.first)
  let excerpt = SavedExcerpt(
    article: id, kind: .quote, anchor: TextAnchor(quote.range, in: read.article.document.text),
    speaker: quote.speaker?.name, note: "timetable")
  try library.perform(.saveExcerpt(excerpt))
  #expect(try library.perform(.saveExcerpt(excerpt)) == nil)
  let saved = try #require(try library.savedExcerpts().first)
  #expect(saved.title == "Night ferries return to Selmouth")
  #expect(saved.source == "The Selm Courier")
  #expect(saved.date?.description == "2026-04-15")
  #expect(saved.savedAt == testNow)
  #expect(saved.speaker == "Ines Harrow")
  #expect(try library.titles("has:excerpt") == ["Night ferries return to Selmouth"])
  // It outlives the article.
  try library.perform(.move(.articles([id]), to: .deleted))
  #expect(try library.compact() == 1)
  let orphan = try #require(try library.savedExcerpts().first)
  #expect(orphan.article == nil)
  #expect(orphan.anchor == saved.anchor)
  #expect(try library.check().problems == [])
}

@Test func savedSearchesAreListedByName() throws {
  let library = try sampleLibrary()
  for name in ["b", "a"] {
    try library.perform(.saveSearch(SavedSearch(name: name, query: "tag:\(name)")))
  }
  #expect(try library.savedSearches().map(\.name) == ["a", "b"])
}

@Test func changesOfAnUnknownArticleSaySo() throws {
  let library = try sampleLibrary()
  #expect(throws: LibraryError.self) { try library.article(ArticleID("#999")) }
  #expect(throws: LibraryError(.missing, "The library has no article ferry.txt.")) {
    try library.perform(.mark(ArticleID("ferry.txt"), name: "a", position: 1))
  }
  let gone = ArticleID("#999")
  #expect(try library.perform(.setRead(true, .articles([gone]))) == nil)
  #expect(throws: LibraryError(.missing, "The library has no article #999 any more.")) {
    try library.perform(.mark(gone, name: "a", position: 1))
  }
  #expect(throws: LibraryError(.missing, "The library has no article #999 any more.")) {
    try library.perform(.correct(gone, .title("Nothing")))
  }
  #expect(try library.undo() == nil)
}

@Test func listsCountWhatTheyChanged() throws {
  let library = try sampleLibrary()
  let ids = try library.page(of: Listing(), count: 3).rows.map(\.id)
  let selection = Selection.articles([ids[2], ArticleID("#999"), ids[0]])
  for change in [LibraryChange.tag("new", selection), .collect("new", selection)] {
    #expect(try library.perform(change)?.hasSuffix("“new”: 2 articles") == true)
    #expect(try library.perform(change) == nil)
  }
  // In the order in which they were named.
  #expect(try library.dump().contains("\"collectionPlaces\":[1]"))
  let all = Selection.listing(Listing())
  #expect(try library.perform(.untag("new", all)) == "Tag “new” taken: 2 articles")
  #expect(try library.perform(.uncollect("new", all)) == "Taken out of “new”: 2 articles")
  for change in [LibraryChange.untag("new", all), .uncollect("new", all)] {
    #expect(try library.perform(change) == nil)
  }
}
