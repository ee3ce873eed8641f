import Articles
import Excerpts
import GoldenTesting
import Queries
import Testing

@testable import LibraryStore

/// Many short articles: more than a plan looks at one by one.
func largeLibrary(count: Int) throws -> Library {
  let library = try emptyLibrary()
  var generator = SeededGenerator(state: 7)
  var additions: [PreparedAddition] = []
  for number in 0..<count {
    let words = (0..<(3 + Int.random(in: 0..<20, using: &generator))).map { _ in
      ["alder", "birch", "cedar", "the", "elm"].randomElement(using: &generator) ?? ""
    }
    let quote = number % 3 == 0 ? " “It was a long day for us,” said Ana Ruiz." : ""
    let article = TestArticle(
      "Title \(number)", "Number \(number) \(words.joined(separator: " ")).\(quote)",
      number % 2 == 0 ? "It cost \(number * 1000) euros." : "Nothing."
    ).with {
      $0.date =
        PublicationDate(dayNumber: 20_000 + Int.random(in: 0..<40, using: &generator))
        .description
      $0.site = "Source \(number % 7)"
      $0.tags = number % 5 == 0 ? ["fifth"] : []
    }
    additions.append(PreparedAddition(article.quickAddition(number)))
  }
  _ = try library.add(additions)
  return library
}

extension TestArticle {
  /// The addition with its quote and its figure placed by hand: finding them takes long here.
  fileprivate func quickAddition(_ number: Int) -> Addition {
    let parsed = parsed
    let text = parsed.document.text
    func range(_ words: String) -> TextRange? {
      text.utf8.firstRange(of: words.utf8).map { place in
        let start = text.utf8.distance(from: text.startIndex, to: place.lowerBound)
        return TextRange(start, start + words.utf8.count)
      }
    }
    var found = FoundExcerpts()
    if let words = range("It was a long day for us,"), let name = range("Ana Ruiz") {
      found.quotes = [
        Quote(
          range: words, kind: .direct, utterance: 0,
          speaker: Speaker(mention: name, name: "Ana Ruiz"), confidence: 1)
      ]
    }
    if let sum = range("\(number * 1000) euros") {
      found.figures = [
        Figure(range: sum, phrase: sum, value: .exactly(Double(number * 1000)), unit: "euro")
      ]
    }
    return Addition(
      parsed: parsed, excerpts: found, original: Array(text.utf8), origin: "", tags: tags)
  }
}

/// The rows of a listing, read page by page in one direction.
private func walked(
  _ library: Library, _ listing: Listing, from anchor: PageAnchor, step: Int
) throws -> [ArticleSummary] {
  var anchor = anchor
  var rows: [ArticleSummary] = []
  let isForward = anchor == .first
  while true {
    let page = try library.page(of: listing, at: anchor, count: step)
    rows = isForward ? rows + page.rows : page.rows + rows
    guard page.hasMore else { return rows }
    guard let edge = isForward ? page.rows.last : page.rows.first else { return rows }
    anchor = isForward ? .after(edge.id) : .before(edge.id)
  }
}

@Test(arguments: Listing.Order.allCases, [false, true])
func pagesWalkTheWholeListBothWays(order: Listing.Order, isReversed: Bool) throws {
  let library = try medium.get()
  let listing = Listing(order: order, isReversed: isReversed)
  let whole = try library.page(of: listing, count: 1000).rows
  #expect(whole.count == 300)
  #expect(try walked(library, listing, from: .first, step: 37).map(\.id) == whole.map(\.id))
  #expect(try walked(library, listing, from: .last, step: 41).map(\.id) == whole.map(\.id))
  let sorted = whole.sorted { left, right in
    let isBefore: Bool? =
      switch order {
      case .date: nil
      case .source: left.source == right.source ? nil : left.source < right.source
      case .length: left.wordCount == right.wordCount ? nil : left.wordCount > right.wordCount
      case .quotes: left.quoteCount == right.quoteCount ? nil : left.quoteCount > right.quoteCount
      }
    let first = isBefore ?? (left.day > right.day)
    return isReversed ? !first && (isBefore != nil || left.day != right.day) : first
  }
  // Days repeat, so only what the order promises is compared.
  #expect(whole.map(\.day) == sorted.map(\.day) || order != .date)
  #expect(whole.map(\.quoteCount) == sorted.map(\.quoteCount) || order != .quotes)
  #expect(whole.map(\.wordCount) == sorted.map(\.wordCount) || order != .length)
  #expect(whole.map(\.source) == sorted.map(\.source) || order != .source)
}

/// Made once, as no test changes them.
private let medium = Result { try largeLibrary(count: 300) }

@Test(arguments: [
  "the", "elm or cedar", "the -birch", "speaker:ruiz", "speaker:ruiz the", "unit:euro",
  "figure:>100k", "figure:>100k unit:euro", "tag:fifth", "source:3", "has:quote", "-the",
  "tag:fifth speaker:ruiz", "figure:>=0", "alder birch cedar",
])
func everyPlanFindsWhatLookingAtEachArticleFinds(text: String) throws {
  for few in [0, 20, 500] {
    try ListingPlan.$few.withValue(few) { try expectPlansAgree(try medium.get(), text) }
  }
}

private func expectPlansAgree(_ library: Library, _ text: String) throws {
  let query = try Query(text)
  let all = try library.page(of: Listing(), count: 5000).rows
  // One article at a time, by another path: the query with the article's own day and title.
  let found = try library.page(of: Listing(query), count: 5000).rows
  #expect(!found.isEmpty)
  #expect(found.map(\.id) == all.map(\.id).filter(Set(found.map(\.id)).contains))
  for order in [Listing.Order.source, .quotes] {
    let listing = Listing(query, order: order)
    #expect(
      try Set(walked(library, listing, from: .first, step: 90).map(\.id))
        == Set(found.map(\.id)))
  }
  #expect(
    try walked(library, Listing(query), from: .last, step: 41).map(\.id) == found.map(\.id))
  #expect(try library.count(of: Listing(query)).articles == found.count)
  // What the query leaves out is what its opposite finds.
  let others = try library.page(of: Listing(.negation(query)), count: 5000).rows
  #expect(found.count + others.count == all.count)
  #expect(Set(found.map(\.id)).isDisjoint(with: others.map(\.id)))
}

@Test func anArticleThatIsGoneIsNoAnchor() throws {
  let library = try sampleLibrary()
  let gone = ArticleID("#999")
  #expect(try library.page(of: Listing(), at: .after(gone), count: 5).rows.count == 3)
  #expect(try library.page(of: Listing(), at: .before(gone), count: 5).rows.count == 3)
}

@Test func groupsCountTheirArticles() throws {
  let library = try sampleLibrary()
  try library.perform(.collect("weekend", .articles([library.first])))
  try library.perform(.setRead(true, .articles([library.first])))
  func printed(_ grouping: Grouping) throws -> [String] {
    try library.groups(by: grouping).map {
      "\($0.name) \($0.count.unread)/\($0.count.articles)"
    }
  }
  #expect(try printed(.source) == ["Northfold Review 0/1", "The Selm Courier 2/2"])
  #expect(try printed(.day) == ["2026-05-12 0/1", "2026-04-15 1/1", "2025-11-02 1/1"])
  #expect(try printed(.tag) == ["Farming 1/1", "transport 2/2"])
  #expect(try printed(.collection) == ["weekend 0/1"])
}

@Test(arguments: 0..<4)
func countsStayRightWhateverHappens(seed: Int) throws {
  let library = try largeLibrary(count: 60)
  var generator = SeededGenerator(state: UInt64(seed))
  func some() throws -> [ArticleID] {
    try library.page(of: Listing(includesArchived: true), count: 100).rows.map(\.id)
      .filter { _ in Int.random(in: 0..<4, using: &generator) == 0 }
  }
  for _ in 0..<40 {
    let articles = try some()
    switch Int.random(in: 0..<10, using: &generator) {
    case 0: try library.perform(.setRead(true, .articles(articles)))
    case 1: try library.perform(.setRead(false, .articles(articles)))
    case 2: try library.perform(.move(.articles(articles), to: .archived))
    case 3: try library.perform(.move(.articles(articles), to: .current))
    case 4: try library.perform(.move(.articles(articles), to: .deleted))
    case 5: try library.perform(.tag("new", .articles(articles)))
    case 6: try library.perform(.untag("fifth", .articles(articles)))
    case 7: try library.undo()
    case 8: try library.redo()
    default: try library.compact()
    }
  }
  #expect(try library.check().problems == [])
}

@Test func untitledArticlesAndMissingDatesAreListed() throws {
  let library = try emptyLibrary()
  try library.add(
    TestArticle(nil, "No title here.").with {
      $0.date = nil
      $0.site = nil
    })
  let row = try #require(try library.page(of: Listing(), count: 1).rows.first)
  #expect(row.title == nil)
  #expect(row.date == nil)
  #expect(row.day.description == "2026-05-20")
  #expect(row.source == "articles")
}
