import Articles
import GRDB
import Queries
import Testing

@testable import LibraryStore

private let night = "Night ferries return to Selmouth"
private let tram = "Trams to run every four minutes"
private let tree = "The orchard that moved uphill"

@Test(arguments: [
  ("", [tram, night, tree]),
  ("ferries", [night]),
  ("FERRY", [night]),
  ("“day boats”", [night]),
  ("\"boats day\"", []),
  ("ferr*", [night]),
  ("-ferries", [tram, tree]),
  ("ferries or trams", [tram, night]),
  ("the -ferries", [tram, tree]),
  ("(ferries or trams) council", [tram]),
  ("-(ferries or trams)", [tree]),
  ("title:night", [night]),
  ("title:estuary", []),
  ("author:lindqvist", [tram]),
  ("author:almquist", [night, tree]),
  ("source:courier", [night, tree]),
  ("source:\"selm courier\"", [night, tree]),
  ("source:northfold tag:transport", []),
  ("from:courier", []),
  ("from:\"Selm Courier\"", [night, tree]),
  ("from:\"selm courier\"", [night, tree]),
  ("tag:transport", [night, tree]),
  ("tag:farming", [tree]),
  ("-tag:farming", [tram, night]),
  ("lang:en", [tram, night, tree]),
  ("lang:en-gb", [tram]),
  ("lang:de", []),
  ("has:quote", [tram, night, tree]),
  ("has:figure", [tram, night, tree]),
  ("has:tag", [night, tree]),
  ("has:excerpt", []),
  ("is:unread", [tram, night, tree]),
  ("is:read", []),
  ("is:starred or tag:farming", [tree]),
  ("before:2026", [tree]),
  ("after:2026-04-15", [tram, night]),
  ("date:2026-04", [night]),
  ("2w", [tram]),
  ("after:2m", [tram, night]),
  ("speaker:harrow", [night, tree]),
  ("speaker:\"Ines Harrow\" ferries", [night]),
  ("speaker:orme", [tram]),
  ("-speaker:harrow", [tram]),
  ("says:\"no evidence\"", [tram]),
  ("speaker:harrow says:frost", [tree]),
  ("speaker:harrow says:evidence", []),
  ("figure:>1e6", [night]),
  ("figure:1.3m", [night]),
  ("figure:4,200", [night]),
  ("figure:40k..50k", [tram]),
  ("figure:>1e9", []),
  ("unit:refugees", [tram]),
  ("unit:refugee figure:48000", [tram]),
  ("unit:refugees figure:>1e6", []),
  ("unit:euro", [night]),
  ("figure:€4200", [night]),
  ("figure:>1e6 or unit:refugees", [tram, night]),
  ("zebra", []),
])
func queriesFindTheirArticlesNewestFirst(query: String, titles: [String]) throws {
  #expect(try sampleLibrary().titles(query) == titles)
}

/// Values and ranges of a few numbers, so that every bound is met.
private func libraryOfRanges() throws -> Library {
  let library = try emptyLibrary()
  var ranges: [(Double, Double)] = []
  let numbers: [Double] = [-5, 0, 1, 2, 3, 1e9]
  for low in numbers { for high in numbers where low <= high { ranges.append((low, high)) } }
  for number in ranges.indices { try library.add(TestArticle("Title \(number)", "Words.")) }
  try library.write { database in
    for (number, range) in ranges.enumerated() {
      try database.execute(
        sql: """
          INSERT INTO figures SELECT place << 16, 0, 1, ?, ?, '=', '', '', '' FROM articles
          WHERE title = ?
          """, arguments: [range.0, range.1, "Title \(number)"])
    }
  }
  return library
}

@Test(arguments: [0, 5, 1000])
func valuesAreFoundFromEitherEndOfTheirRanges(few: Int) throws {
  let library = try libraryOfRanges()
  let bounds: [NumberBound] = [-6, -5, 0, 1, 1.5, 2, 3, 1e9, 2e9].flatMap { number in
    [
      .equals(number), .about(number), .above(number, orEqual: true),
      .above(number, orEqual: false), .below(number, orEqual: true),
      .below(number, orEqual: false), .between(number, number + 1),
    ]
  }
  for bound in bounds {
    let interval = bound.interval
    let expected = try library.read { database in
      try String.fetchAll(
        database,
        sql: """
          SELECT title FROM articles JOIN figures ON key >> 16 = place
          WHERE high \(interval.includesLow ? ">=" : ">") ?
            AND low \(interval.includesHigh ? "<=" : "<") ? ORDER BY place DESC
          """, arguments: [interval.low, interval.high])
    }
    let found = try FigureFilter.$fewRanges.withValue(few) {
      try ListingPlan.$few.withValue(100) { try library.titles("figure:\(bound)") }
    }
    #expect(found == expected, "\(bound)")
  }
}

@Test func countsAgreeWithPages() throws {
  let library = try sampleLibrary()
  for query in ["", "ferries", "speaker:harrow", "unit:refugees", "figure:>1", "tag:transport"] {
    let listing = Listing(try Query(query))
    let rows = try library.page(of: listing, count: 100).rows
    #expect(try library.count(of: listing).articles == rows.count, "\(query)")
  }
  let limited = try library.count(of: Listing(try Query("the")), upTo: 2)
  #expect(limited == ArticleCount(articles: 2, unread: 2, isLowerBound: true))
}

@Test func snippetsMarkTheirMatches() throws {
  let library = try sampleLibrary()
  let page = try library.search(Listing(try Query("passengers")), count: 5)
  let hit = try #require(page.hits.first)
  let match = try #require(hit.match)
  let text = try library.article(hit.summary.id).article.document.text
  #expect(text.slice(match) == "passengers")
  let marked = try #require(hit.snippetMatches.first)
  #expect(hit.snippet.slice(marked) == "passengers")
  #expect(hit.snippet.hasPrefix("… "))
  #expect(!hit.snippet.contains("\n"))
}

@Test(arguments: [
  // Of the headline and of the text behind it, of the headline only, of none.
  ("estuary", "The estuary", "Boats cross the estuary at night.", ["estuary"]),
  ("headline", "A headline alone", "Boats cross the estuary at night.", []),
  ("tag:night", "The estuary", "Boats cross the estuary at night.", []),
  // A text without more is shown.
  ("boats", "The estuary", "Boats cross the estuary at night.", ["Boats"]),
  ("alone", "All alone", "All alone", ["alone"]),
  ("other", "Another headline", "Boats cross.\n\nAn other one.", ["other"]),
])
func snippetsDoNotRepeatTheHeadline(
  query: String, title: String, snippet: String, matches: [String]
) throws {
  let library = try emptyLibrary()
  let hasBody = title != snippet
  try library.add(
    TestArticle(title, hasBody ? snippet : "").with {
      $0.tags = ["night"]
      if !hasBody { $0.paragraphs = [] }
    })
  let hit = try #require(
    try library.search(Listing(try Query(query)), count: 1).hits.first)
  #expect(hit.snippet == snippet.replacing("\n\n", with: " "))
  #expect(hit.snippetMatches.map { String(hit.snippet.slice($0)) } == matches)
}

@Test func matchesAreWordsQuotesAndFigures() throws {
  let library = try sampleLibrary()
  func words(_ query: String) throws -> [String] {
    let query = try Query(query)
    let id = try #require(try library.page(of: Listing(query), count: 1).rows.first?.id)
    let text = try library.article(id).article.document.text
    return try library.matches(of: query, in: id).map { String(text.slice($0)) }
  }
  #expect(try words("boats -trams") == ["boats"])
  #expect(try words("speaker:orme says:evidence") == ["There is no evidence of any delay,"])
  #expect(try words("figure:48000").first?.contains("48,000") == true)
  #expect(try words("title:night") == [])
}

@Test func aPrefixFindsWordsThatTheIndexKnowsByAShorterStem() throws {
  let library = try sampleLibrary()
  for typed in ["evi", "evid", "evide", "eviden", "evidenc", "evidence"] {
    let query = try Query(typed, isUnfinished: true)
    #expect(try library.page(of: Listing(query), count: 5).rows.count == 1, "\(typed)")
  }
}

@Test(arguments: [
  "\"a \"\" b\"", "\"* OR\"", "\"title:x\"", "\"NEAR(a b)\"", "\"a AND\"", "\"^a\"", "'a", "a'b",
  "{a}", "\"a\u{0}b\"", "+a", "tag:\"'; DROP TABLE articles\"", "source:a%", "lang:%",
])
func whatIsTypedIsNeverAnOperatorOfTheIndex(text: String) throws {
  let library = try sampleLibrary()
  _ = try library.search(Listing(try Query(text)), count: 5)
  #expect(try library.titles().count == 3)
}

@Test func theLongestQueriesRun() throws {
  let library = try sampleLibrary()
  for (start, joint) in [
    ("word", " "), ("word", " or "), ("word", " -"), ("tag:", " or "), ("figure:", " or "),
  ] {
    let words = (0..<Query.greatestCount).map { "\(start)\(100 + $0)" }.joined(separator: joint)
    #expect(try library.titles(words).isEmpty)
  }
  let half = Query.greatestDepth / 2
  let deep =
    String(repeating: "-(a or (tag:x ", count: half) + "b" + String(repeating: "))", count: half)
  _ = try library.titles(deep)
}

@Test func rankedSearchesPutTitlesFirst() throws {
  let library = try emptyLibrary()
  try library.add(
    TestArticle("Notes", "The harbour, said nobody, lies below the town and the hills."),
    TestArticle("Harbour", "Nothing else to say about the town today.").with {
      $0.date = "2020-01-01"
    })
  let hits = try library.search(Listing(try Query("harbour")), isRanked: true, count: 5).hits
  #expect(hits.map(\.summary.title) == ["Harbour", "Notes"])
}

@Test func archivedArticlesAreFoundBySearchesAndDeletedOnesOnlyByName() throws {
  let library = try sampleLibrary()
  let id = try library.first
  try library.perform(.move(.articles([id]), to: .archived))
  #expect(try library.titles("trams") == [])
  #expect(try library.titles("is:archived") == [tram])
  let search = Listing(try Query("trams"), includesArchived: true)
  #expect(try library.search(search, count: 5).hits.count == 1)
  try library.perform(.move(.articles([id]), to: .deleted))
  #expect(try library.search(search, count: 5).hits.isEmpty)
  #expect(try library.titles("is:deleted") == [tram])
  #expect(try library.titles("is:deleted trams") == [tram])
}

@Test func anInterruptedSearchSaysSo() throws {
  let library = try largeLibrary(count: 700)
  let interruption = Interruption()
  interruption.interrupt()
  #expect(throws: LibraryError(.interrupted, "Interrupted.")) {
    try library.search(
      Listing(try Query("-nothing the")), isRanked: true, count: 500, interruption: interruption)
  }
  #expect(try library.titles("xyz") == [])
}
