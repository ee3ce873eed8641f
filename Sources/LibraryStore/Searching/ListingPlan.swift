// How a listing is read: which table leads, and what is asked of each row. The aim is to read few
// rows beyond those shown, whatever the size of the library:
//
// - Where one condition matches few articles, those are looked at and sorted.
// - Else, in the order of dates, an index of words leads: its rowids are in that order.
// - Else the rows of `statuses` lead, by the index of the order asked for.

internal import Articles
internal import GRDB
internal import Queries

struct ListingPlan {
  /// What leads.
  enum Lead: Hashable {
    /// Rows of `statuses`.
    case rows
    /// Hits in an index whose rowid is the place.
    case words
    /// Hits in an index whose rowid is a key: an article comes once for each of its hits.
    case excerpts
  }

  /// Conditions that match at most so many articles are looked at one by one. Tests lower it, to see
  /// every plan with few articles.
  @TaskLocal static var few = 500

  var lead = Lead.rows
  var source: SQL = "statuses s"
  /// The column that the order of dates goes by.
  var orderColumn: SQL = "s.place"
  var conditions: [SQL] = []
  private let maker: FilterMaker

  init(
    _ listing: Listing, today: PublicationDate, database: Database, isRanked: Bool = false
  ) throws {
    maker = FilterMaker(today: today)
    var parts: [Query]
    switch listing.query {
    case .everything: parts = []
    case .all(let inner): parts = inner
    case .condition, .not, .any: parts = [listing.query]
    }
    conditions = [Self.shelves(listing, parts)]
    let followsDates = listing.order == .date
    if !isRanked, try leadByFew(&parts, database) {
    } else if let words = WordExpression.joining(parts) {
      lead(by: words.expression, followsDates || isRanked)
      parts = words.rest
    } else if followsDates {
      leadByExcerpts(&parts)
    }
    conditions += parts.map(maker.filter)
  }

  /// The shelves that can match. One shelf is asked for by its index, unless a shorter one serves.
  private static func shelves(_ listing: Listing, _ parts: [Query]) -> SQL {
    let states = parts.compactMap { part -> ArticleState? in
      if case .condition(.state(let state)) = part { state } else { nil }
    }
    if states.contains(.archived) { return "s.shelf = 1" }
    if states.contains(.deleted) { return "s.shelf = 2" }
    var shelves = listing.includesArchived ? "0, 1" : "0"
    if listing.query.mentions(.archived), !listing.includesArchived { shelves += ", 1" }
    if listing.query.mentions(.deleted) { shelves += ", 2" }
    if shelves == "0", !states.contains(.unread), !states.contains(.starred) {
      return "s.shelf = 0"
    }
    return "+s.shelf IN (\(sql: shelves))"
  }

  private mutating func leadByFew(_ parts: inout [Query], _ database: Database) throws -> Bool {
    guard parts.count > 1 || parts.first.map({ WordExpression($0) == nil }) ?? false else {
      return false
    }
    var best: (index: Int, places: [Int64])?
    for (index, part) in parts.enumerated() {
      guard case .condition(let condition) = part,
        let query = maker.condition(condition).places
      else { continue }
      let limit = condition.isOfValue ? 8 * Self.few : Self.few
      let probe: SQL = "SELECT * FROM (\(query)) LIMIT \(limit + 1)"
      let places = try SQLRequest<Int64>(literal: probe, cached: true).fetchAll(database)
      if places.count <= limit, places.count < best?.places.count ?? .max {
        best = (index, places)
      }
    }
    guard let best else { return false }
    let list = "[" + best.places.map(String.init).joined(separator: ",") + "]"
    conditions.append("s.place IN (SELECT value FROM json_each(\(list)))")
    parts.remove(at: best.index)
    return true
  }

  private mutating func lead(by words: WordExpression, _ isOrdered: Bool) {
    guard isOrdered else {
      conditions.append("s.place IN (\(FilterMaker.placesOfWords(words)))")
      return
    }
    lead = .words
    source = "article_words CROSS JOIN statuses s ON s.place = article_words.rowid"
    orderColumn = "article_words.rowid"
    conditions.insert("article_words MATCH \(words.text)", at: 0)
  }

  /// Lets the first condition on quotes or units lead.
  private mutating func leadByExcerpts(_ parts: inout [Query]) {
    for (index, part) in parts.enumerated() {
      switch part {
      case .condition(.quote(let pattern)):
        source = "quote_words CROSS JOIN statuses s ON s.place = quote_words.rowid >> 16"
        orderColumn = "quote_words.rowid"
        conditions.insert("quote_words MATCH \(QuoteFilter(pattern).expression)", at: 0)
      case .condition(.figure(let pattern)) where pattern.unit != nil:
        let filter = FigureFilter(pattern)
        source = """
          figure_words CROSS JOIN figures ON figures.key = figure_words.rowid
          CROSS JOIN statuses s ON s.place = figure_words.rowid >> 16
          """
        orderColumn = "figure_words.rowid"
        conditions.insert("figure_words MATCH \(filter.expression ?? "")", at: 0)
        conditions.append(filter.value ?? "1")
      default: continue
      }
      lead = .excerpts
      parts.remove(at: index)
      return
    }
  }
}

extension Condition {
  /// Whether it asks for figures by their value alone. An article has a dozen of them to look at one
  /// by one, so their index is worth more than that of others.
  fileprivate var isOfValue: Bool {
    if case .figure(let pattern) = self {
      pattern.unit == nil && pattern.value != nil
    } else {
      false
    }
  }
}

extension Query {
  /// Whether a state is named anywhere.
  func mentions(_ state: ArticleState) -> Bool {
    switch self {
    case .everything: false
    case .condition(let condition): condition == .state(state)
    case .not(let inner): inner.mentions(state)
    case .all(let inner), .any(let inner): inner.contains { $0.mentions(state) }
    }
  }
}
