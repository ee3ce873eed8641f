internal import Articles
internal import FoundationEssentials
internal import GRDB
internal import Queries

/// Runs searches inside one read of the library.
struct Searching {
  let database: Database
  let today: PublicationDate

  /// Hits in the listing's order.
  func page(_ listing: Listing, at anchor: PageAnchor, count: Int) throws -> SearchPage {
    let pages = try ListingPages(database, listing, today: today)
    let found = try pages.articles(at: anchor, count: count)
    return SearchPage(hits: try hits(found.articles, listing.query), hasMore: found.hasMore)
  }

  /// How many hits are weighed, the newest: weighing reads each of them.
  static let mostWeighed = 10_000

  /// The best hits first, by how often and where the words stand; without words for texts, newest
  /// first.
  func ranked(_ listing: Listing, count: Int) throws -> SearchPage {
    var listing = listing
    listing.order = .date
    let plan = try ListingPlan(listing, today: today, database: database, isRanked: true)
    guard plan.lead == .words else { return try page(listing, at: .first, count: count) }
    let conditions = plan.conditions.joined(separator: " AND ")
    let query: SQL = """
      SELECT article_id FROM (
        SELECT s.article_id, s.place, bm25(article_words, 8.0, 4.0, 1.0) AS weight
        FROM \(plan.source) WHERE \(conditions)
        ORDER BY article_words.rowid DESC LIMIT \(Self.mostWeighed))
      ORDER BY weight, place DESC LIMIT \(count + 1)
      """
    var found = try SQLRequest<Int64>(literal: query, cached: true).fetchAll(database)
    let hasMore = found.count > count
    if hasMore { found.removeLast() }
    return SearchPage(hits: try hits(found, listing.query), hasMore: hasMore)
  }

  private func hits(_ articles: [Int64], _ query: Query) throws -> [SearchHit] {
    let statement = try database.cachedStatement(
      sql: """
        SELECT place, CAST(text AS BLOB) AS text FROM articles JOIN contents ON article_id = id
        WHERE id = ?
        """)
    let texts = try articles.map { try Row.fetchOne(statement, arguments: [$0]) }
    let places = texts.compactMap { row -> Int64? in row?["place"] }
    let matches = try Matches(database, query).ranges(in: places)
    return zip(try Summaries(database: database).of(articles), texts).compactMap { summary, row in
      guard let row else { return nil }
      let text: Data = row["text"]
      let ranges = matches[row["place"]] ?? []
      let snippet = Snippet(of: Array(text), title: summary.title, matches: ranges)
      return SearchHit(
        summary: summary, snippet: snippet.text, snippetMatches: snippet.matches,
        match: ranges.first)
    }
  }
}
