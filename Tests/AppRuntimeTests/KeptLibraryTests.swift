import Articles
import Excerpts
import Foundation
import LibraryStore
import Queries
import Session
import Synchronization
import Testing

@testable import AppRuntime

/// A library with articles titled by their numbers, the newest first.
private struct Shelf {
  let folder: ScratchFolder
  let path: String
  let mailbox = Mailbox()
  let kept: KeptLibrary
  let ids: [ArticleID]

  init(count: Int, isWatched: Bool = false) throws {
    folder = try ScratchFolder()
    path = folder.path + "/library.sqlite"
    kept = KeptLibrary(path: path, mailbox: mailbox, isWatched: isWatched)
    ids = try Self.fill(path, count: count)
  }

  /// Adds articles; gives their names, newest first.
  static func fill(_ path: String, count: Int) throws -> [ArticleID] {
    guard count > 0 else { return [] }
    let library = try Library.open(at: path)
    let additions = try (0..<count).map { number in
      let text =
        "# Article \(number)\n\n\(28 - number % 28) May \(2020 - number)\n\n"
        + "“We kept the lamp for \(number + 10) years,” said Ines Harrow of pier \(number)."
      let bytes = Array(text.utf8)
      let parsed = try readArticle(.bytes(bytes), name: "\(number).md")
      return PreparedAddition(
        Addition(
          parsed: parsed, excerpts: parsed.excerpts(), original: bytes, origin: "\(number).md"))
    }
    _ = try library.add(additions)
    return try library.page(of: Listing(), count: count).rows.map(\.id)
  }

  /// Does something and gives all that was posted until nothing runs any more.
  func results(_ work: (KeptLibrary) -> Void) -> [EffectResult] {
    work(kept)
    var results: [EffectResult] = []
    while mailbox.isBusy {
      mailbox.wait(upTo: 50)
      results += mailbox.take()
    }
    return results
  }

  func rows(
    _ anchor: RowsRequest.Anchor, count: Int = 5, of source: ListSource = .articles(Listing())
  ) -> ListRows? {
    let request = RowsRequest(
      source: source, anchor: anchor, count: count, countsAll: false, number: 1)
    for case .rows(request, let rows) in results({ $0.rows(request) }) { return rows }
    return nil
  }
}

@Test func rowsKnowTheirPlaces() throws {
  let shelf = try Shelf(count: 30)
  let ids = shelf.ids
  let orders = [Listing(), Listing(order: .quotes), Listing(order: .source, isReversed: true)]
  for listing in orders {
    let source = ListSource.articles(listing)
    let all = try #require(shelf.rows(.place(0), count: 30, of: source))
    #expect(all.entries.count == 30 && !all.hasMore)
    let names = all.entries.compactMap(\.id)
    let anchors: [(RowsRequest.Anchor, Range<Int>)] = [
      (.place(12), 12..<17), (.end, 25..<30), (.after(names[9], at: 9), 10..<15),
      (.before(names[9], at: 9), 4..<9), (.around(names[20], or: 0), 18..<23),
      (.around(ArticleID("#99999"), or: 3), 3..<8), (.place(28), 28..<30),
      // The list was longer when these were asked for.
      (.place(99), 25..<30), (.around(ArticleID("#99999"), or: 40), 25..<30),
    ]
    for (anchor, places) in anchors {
      let rows = try #require(shelf.rows(anchor, of: source))
      #expect(rows.first == places.lowerBound, "\(listing.order) \(anchor)")
      #expect(rows.entries.compactMap(\.id) == Array(names[places]), "\(listing.order) \(anchor)")
    }
  }
  #expect(shelf.rows(.place(0))?.total == ArticleCount(articles: 30, unread: 30))
  #expect(ids.count == 30)
}

@Test func rowsOfResultsHaveTheWordsAroundTheMatch() throws {
  let shelf = try Shelf(count: 12)
  let listing = Listing(try Query("pier"), includesArchived: true)
  let ranked = try #require(shelf.rows(.place(0), of: .results(listing, isRanked: true)))
  #expect(ranked.entries.count == 12)
  let newest = try #require(shelf.rows(.place(2), of: .results(listing, isRanked: false)))
  #expect(newest.entries.first?.id == shelf.ids[2])
  let snippet = try #require(newest.entries.first?.snippet)
  let match = try #require(snippet.matches.first)
  let words = Array(snippet.text.utf8)[match.lowerBound..<match.upperBound]
  #expect(String(decoding: words, as: UTF8.self) == "pier")
}

@Test func aRowIsFoundByItsCondition() throws {
  let shelf = try Shelf(count: 12)
  func place(_ query: String, from place: Int?, steps: Int = 1, wraps: Bool = true) throws -> Int? {
    let search = RowSearch(
      listing: Listing(), condition: try Query(query), start: place.map { shelf.ids[$0] },
      steps: steps, wraps: wraps)
    for case .foundRow(search, let place) in shelf.results({ $0.find(search) }) { return place }
    return nil
  }
  let number = try #require(
    try Library.open(at: shelf.path).page(of: Listing(), count: 12).rows
      .firstIndex { $0.title == "Article 7" })
  #expect(try place("title:7", from: nil) == number)
  #expect(try place("title:7", from: 11) == number)
  #expect(try place("title:7", from: number, steps: 1, wraps: false) == nil)
  #expect(try place("is:unread", from: 5, steps: 3) == 8)
  #expect(try place("is:unread", from: 5, steps: -2) == 3)
}

@Test func lookingMakesNoLibrary() throws {
  let shelf = try Shelf(count: 0)
  let rows = try #require(shelf.rows(.place(0)))
  #expect(rows.isOfEmptyLibrary && rows.entries.isEmpty)
  #expect(shelf.results { $0.step(isRedo: false) } == [.undid(nil)])
  #expect(!FileManager.default.fileExists(atPath: shelf.path))
}

@Test func changesAreReportedAndUndone() throws {
  let shelf = try Shelf(count: 3)
  let change = LibraryChange.setStarred(true, .articles([shelf.ids[0], shelf.ids[1]]))
  #expect(shelf.results { $0.perform(change) } == [.changed(change, "Starred: 2 articles")])
  #expect(shelf.results { $0.step(isRedo: false) } == [.undid("Starred: 2 articles")])
  #expect(shelf.results { $0.step(isRedo: true) } == [.redid("Starred: 2 articles")])
}

@Test func onlyTheLastPositionIsWrittenAndAtTheEndAtOnce() throws {
  let shelf = try Shelf(count: 2)
  let start = ContinuousClock.now
  for position in 1...40 { shelf.kept.keep(position, of: shelf.ids[0]) }
  shelf.kept.keep(7, of: shelf.ids[1])
  shelf.kept.finish()
  #expect(ContinuousClock.now - start < .seconds(20))
  let library = try Library.open(at: shelf.path)
  #expect(try library.article(shelf.ids[0]).status.position == 40)
  #expect(try library.article(shelf.ids[1]).status.position == 7)
}

@Test func aPositionThatCannotBeKeptHoldsUpNoOther() throws {
  let shelf = try Shelf(count: 3)
  // Its article is gone.
  shelf.kept.keep(5, of: ArticleID("#99999"))
  for (number, id) in shelf.ids.enumerated() { shelf.kept.keep(number + 1, of: id) }
  shelf.kept.finish()
  let library = try Library.open(at: shelf.path)
  let positions = try shelf.ids.map { try library.article($0).status.position }
  #expect(positions == [1, 2, 3])
  #expect(shelf.mailbox.take().isEmpty)
}

@Test func aPositionThatCouldNotBeKeptIsTriedAgain() throws {
  let kept = KeptPositions(patience: .zero)
  let written = Mutex<[[ArticleID: Int]]>([])
  let (one, two) = (ArticleID("#1"), ArticleID("#2"))
  // Nothing of the first can be written for a while.
  let write: KeptPositions.Write = { positions in
    let isFirst = written.withLock { written in
      defer { written.append(positions) }
      return written.isEmpty
    }
    return isFirst ? positions : [:]
  }
  kept.keep(10, of: one, by: write)
  while written.withLock({ $0.isEmpty }) { usleep(1000) }
  kept.keep(20, of: two, by: write)
  kept.finish()
  let all = written.withLock { $0.reduce(into: [:]) { $0.merge($1) { $1 } } }
  #expect(all == [one: 10, two: 20])
  #expect(written.withLock { $0.dropFirst().reduce(0) { $0 + $1.count } } == 2)
}

@Test func anArticleComesWithWhatIsKeptOfIt() throws {
  let shelf = try Shelf(count: 2)
  let library = try Library.open(at: shelf.path)
  try library.setPosition(20, of: shelf.ids[1])
  try library.perform(.mark(shelf.ids[1], name: "a", position: 5))
  let results = shelf.results { $0.load(shelf.ids[1], matching: try? Query("lamp")) }
  guard case .loaded(_, let loaded)? = results.first else {
    Issue.record("The article did not come.")
    return
  }
  #expect(loaded.kept?.status.position == 20)
  #expect(loaded.kept?.marks == [TextMark(name: "a", position: 5)])
  #expect(loaded.kept?.matches.count == 1)
  #expect(loaded.excerpts.quotes.first?.speaker?.name == "Ines Harrow")
}

@Test func anArticleFromElsewhereIsAddedWithItsCorrections() throws {
  let shelf = try Shelf(count: 0)
  let file = try shelf.folder.write("# Wrong\n\nThe lamp room opens on Sundays.\n", "lamp.md")
  let id = ArticleID("lamp.md")
  let sources = SourceLibrary([(id, .file(file)), (ArticleID("-"), .bytes(Array("Words.".utf8)))])
  sources.correct(id, post: { _ in }) { $0.make(.title("Right"), of: $1) }
  guard
    case .added(id, let facts, let sentence)? = shelf.results({ $0.add(id, from: sources) }).first
  else {
    Issue.record("It was not added.")
    return
  }
  #expect(sentence == "Kept in the library.")
  let library = try Library.open(at: shelf.path)
  let row = try #require(try library.page(of: Listing(), count: 9).rows.first)
  #expect(row.id == facts.id && row.title == "Right" && row.origin == file)
  let again = shelf.results { $0.add(id, from: sources) }
  #expect(again == [.added(id, facts, "It is in the library already.")])
  guard case .added = shelf.results({ $0.add(ArticleID("-"), from: sources) }).first else {
    Issue.record("Standard input was not added.")
    return
  }
  try FileManager.default.removeItem(atPath: file)
  guard case .failed(let problem, nil) = shelf.results({ $0.add(id, from: sources) }).first else {
    Issue.record("Nothing was told.")
    return
  }
  #expect(problem.isError && problem.sentence.contains("lamp.md"))
}

@Test func aCorrectedSpeakerComesWithTheArticle() throws {
  let shelf = try Shelf(count: 1)
  let id = shelf.ids[0]
  let article = try Library.open(at: shelf.path).article(id)
  let quote = try #require(article.excerpts.quotes.first)
  let anchor = TextAnchor(quote.range, in: article.article.document.text)
  let results = shelf.results {
    $0.correct(id, by: .correct(id, .speaker(of: anchor, is: "Odd Marrin")))
  }
  guard case .loaded(_, let loaded)? = results.last else {
    Issue.record("The article did not come.")
    return
  }
  #expect(loaded.excerpts.quotes.first?.speaker?.name == "Odd Marrin")
}

@Test func aFileThatIsKeptIsKnownByItsBytes() throws {
  let shelf = try Shelf(count: 1)
  let bytes = try Library.open(at: shelf.path).original(of: shelf.ids[0]).bytes
  let results =
    shelf.results { $0.tell(of: ArticleID("0.md"), readFrom: bytes) }
    + shelf.mailbox.take()
  guard case .kept(ArticleID("0.md"), let facts)? = results.first else {
    Issue.record("The file was not known.")
    return
  }
  #expect(facts.id == shelf.ids[0])
}

@Test func changesOfOtherProgramsAreNoticedAndOnesOwnAreNot() throws {
  let shelf = try Shelf(count: 2, isWatched: true)
  _ = shelf.rows(.place(0))
  shelf.kept.beginWatching()
  _ = shelf.results { $0.perform(.setRead(true, .articles([shelf.ids[0]]))) }
  usleep(700_000)
  #expect(shelf.mailbox.take().isEmpty)
  let other = try Library.open(at: shelf.path)
  try other.perform(.setStarred(true, .articles([shelf.ids[0]])))
  var noticed: [EffectResult] = []
  for _ in 0..<200 where noticed.isEmpty {
    shelf.mailbox.wait(upTo: 50)
    noticed = shelf.mailbox.take()
  }
  #expect(noticed.first == .libraryChanged)
}

@Test func aFolderThatIsMadeAgainIsWatchedAgain() throws {
  let shelf = try Shelf(count: 0, isWatched: true)
  shelf.kept.beginWatching()
  try FileManager.default.removeItem(atPath: shelf.folder.path)
  // Time enough to hear of it.
  usleep(700_000)
  try FileManager.default.createDirectory(
    atPath: shelf.folder.path, withIntermediateDirectories: true)
  _ = try Shelf.fill(shelf.path, count: 1)
  var noticed: [EffectResult] = []
  for _ in 0..<200 where noticed.isEmpty {
    shelf.mailbox.wait(upTo: 50)
    noticed = shelf.mailbox.take()
  }
  #expect(noticed.first == .libraryChanged)
}

/// Whoever adds it again wants to see it, and a newer version of it too.
@Test(arguments: [
  (Articles.Shelf.deleted, "Brought back from the bin."),
  (.archived, "Brought back from the archive."),
])
func whatWasPutAwayComesBackWhenItIsAddedAgain(put: Articles.Shelf, sentence: String) throws {
  let shelf = try Shelf(count: 0)
  let file = try shelf.folder.write(lampPage("on Sundays"), "lamp.html")
  let id = ArticleID(file)
  let sources = SourceLibrary([(id, .file(file))])
  func add() -> (facts: KeptFacts, sentence: String)? {
    for case .added(_, let facts, let sentence) in shelf.results({ $0.add(id, from: sources) }) {
      return (facts, sentence)
    }
    return nil
  }
  let kept = try #require(add()).facts.id
  let library = try Library.open(at: shelf.path)
  try library.perform(.move(.articles([kept]), to: put))
  let again = try #require(add())
  #expect(again.facts.id == kept && again.facts.status.shelf == .current)
  #expect(again.sentence == sentence)
  #expect(try library.page(of: Listing(), count: 9).rows.map(\.id) == [kept])
  #expect(try #require(add()).sentence == "It is in the library already.")
  _ = try library.undo()
  #expect(try library.article(kept).status.shelf == put)
  _ = try shelf.folder.write(lampPage("on Mondays too"), "lamp.html")
  let newer = try #require(add())
  #expect(newer.facts.id == kept && newer.facts.status.shelf == .current)
  #expect(newer.sentence == "\(sentence) The library has this newer version now.")
}

private func lampPage(_ days: String) -> String {
  """
  <html><head><title>Lamps</title>
  <link rel="canonical" href="https://bulletin.example/2026/05/lamps"></head>
  <body><article><h1>Lamps of Haddlemouth</h1>
  <p>The lamp room at the end of the long pier opens \(days), said the keeper of the pier.</p>
  <p>Nobody pays for the way up, and nobody is let in after the lamps are lit.</p>
  </article></body></html>
  """
}
