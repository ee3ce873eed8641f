// Pages of a listing by keyset: from a row onwards, never by counting rows.

internal import Articles
internal import GRDB
internal import Queries

/// What a row is sorted by.
private struct SortKey {
  var article: Int64
  var place: Int64
  var value: DatabaseValue
}

struct ListingPages {
  let database: Database
  let listing: Listing
  let plan: ListingPlan

  init(_ database: Database, _ listing: Listing, today: PublicationDate) throws {
    self.database = database
    self.listing = listing
    plan = try ListingPlan(listing, today: today, database: database)
  }

  /// The articles of a page in the listing's order, and whether there are more beyond it.
  func articles(at anchor: PageAnchor, count: Int) throws -> (articles: [Int64], hasMore: Bool) {
    let isForward: Bool
    var start: SortKey?
    var skipped = 0
    switch anchor {
    case .first: isForward = true
    case .last: isForward = false
    case .after(let id):
      isForward = true
      start = try key(of: id)
    case .before(let id):
      isForward = false
      start = try key(of: id)
    case .place(let place):
      isForward = true
      skipped = max(0, place)
    }
    var found = try read(
      from: start, isForward: isForward, count: count + 1, skipping: skipped)
    let hasMore = found.count > count
    if hasMore { found.removeLast() }
    return (isForward ? found : found.reversed(), hasMore)
  }

  /// The column that the order goes by before the place; nil for dates.
  private var column: SQL? {
    switch listing.order {
    case .date: nil
    case .source: "s.source_name"
    case .length: "s.word_count"
    case .quotes: "s.quote_count"
    }
  }

  private func key(of id: ArticleID) throws -> SortKey? {
    guard let article = id.row else { return nil }
    let row = try Row.fetchOne(
      database,
      SQLRequest(
        literal: "SELECT place, \(column ?? "NULL") FROM statuses s WHERE article_id = \(article)"))
    return row.map { SortKey(article: article, place: $0[0], value: $0[1]) }
  }

  /// How many rows stand before an article; nil for one that is gone.
  func place(of id: ArticleID) throws -> Int? {
    guard let start = try key(of: id) else { return nil }
    let placesFall = listing.isReversed
    let place = placeBound(start.place, falls: placesFall)
    guard let column else { return try rowCount([place]) }
    let valuesFall = (listing.order != .source) == placesFall
    let beyond: SQL = valuesFall ? "\(column) < \(start.value)" : "\(column) > \(start.value)"
    return try rowCount([beyond]) + rowCount(["\(column) = \(start.value)", place])
  }

  private func rowCount(_ bounds: [SQL]) throws -> Int {
    let conditions = (plan.conditions + bounds).joined(separator: " AND ")
    let counted: SQL = plan.lead == .excerpts ? "DISTINCT s.article_id" : "*"
    let query: SQL = "SELECT count(\(counted)) FROM \(plan.source) WHERE \(conditions)"
    return try SQLRequest<Int>(literal: query, cached: true).fetchOne(database) ?? 0
  }

  private func read(
    from start: SortKey?, isForward: Bool, count: Int, skipping skipped: Int = 0
  ) throws -> [Int64] {
    // Newest first is the way down.
    let placesFall = isForward != listing.isReversed
    guard let column else {
      let bound = start.map { placeBound($0.place, falls: placesFall) }
      return try fetch(
        bound.map { [$0] } ?? [], order(plan.orderColumn, placesFall), count, skipped)
    }
    let valuesFall = (listing.order != .source) == placesFall
    let order: SQL = "\(order(column, valuesFall)), \(order("s.place", placesFall))"
    guard let start else { return try fetch([], order, count, skipped) }
    let same: SQL = "\(column) = \(start.value)"
    let equal = try fetch(
      [same, placeBound(start.place, falls: placesFall)], order, count)
    let beyond: SQL = valuesFall ? "\(column) < \(start.value)" : "\(column) > \(start.value)"
    return equal.count == count
      ? equal : equal + (try fetch([beyond], order, count - equal.count))
  }

  private func order(_ column: SQL, _ falls: Bool) -> SQL {
    falls ? "\(column) DESC" : "\(column) ASC"
  }

  private func placeBound(_ place: Int64, falls: Bool) -> SQL {
    switch (plan.lead, falls) {
    case (.excerpts, true): "\(plan.orderColumn) < \(place << 16)"
    case (.excerpts, false): "\(plan.orderColumn) > \((place << 16) | 65535)"
    case (_, true): "\(plan.orderColumn) < \(place)"
    case (_, false): "\(plan.orderColumn) > \(place)"
    }
  }

  private func fetch(
    _ bounds: [SQL], _ order: SQL, _ count: Int, _ skipped: Int = 0
  ) throws -> [Int64] {
    let conditions = (plan.conditions + bounds).joined(separator: " AND ")
    // An article with several matching excerpts comes several times, one after the other.
    let isPlain = plan.lead != .excerpts
    let limit: SQL = isPlain ? "\(count) OFFSET \(skipped)" : "-1"
    let query: SQL = """
      SELECT s.article_id FROM \(plan.source) WHERE \(conditions) ORDER BY \(order) LIMIT \(limit)
      """
    let cursor = try Int64.fetchCursor(database, SQLRequest<Int64>(literal: query, cached: true))
    var found: [Int64] = []
    var toSkip = isPlain ? 0 : skipped
    var last: Int64?
    while found.count < count, let article = try cursor.next() {
      guard last != article else { continue }
      last = article
      if toSkip > 0 { toSkip -= 1 } else { found.append(article) }
    }
    return found
  }
}
