internal import Articles
internal import GRDB
internal import Queries

/// Counts of articles, from the table that triggers keep where it says enough.
struct Counting {
  let database: Database

  /// How many articles a listing has; counting by looking stops at a limit.
  func count(_ listing: Listing, limit: Int, today: PublicationDate) throws -> ArticleCount {
    if listing.query == .everything {
      let shelves = listing.includesArchived ? "0, 1" : "0"
      let row = try Row.fetchOne(
        database,
        sql: """
          SELECT coalesce(sum(articles), 0), coalesce(sum(unread), 0) FROM counts
          WHERE kind = 0 AND shelf IN (\(shelves))
          """)
      return ArticleCount(articles: row?[0] ?? 0, unread: row?[1] ?? 0)
    }
    let plan = try ListingPlan(listing, today: today, database: database)
    let conditions = plan.conditions.joined(separator: " AND ")
    let distinct: SQL = plan.lead == .excerpts ? "DISTINCT" : ""
    let query: SQL = """
      SELECT count(*), coalesce(sum(1 - is_read), 0) FROM (
        SELECT \(distinct) s.article_id, s.is_read FROM \(plan.source) WHERE \(conditions)
        LIMIT \(limit))
      """
    let row = try SQLRequest<Row>(literal: query, cached: true).fetchOne(database)
    let articles: Int = row?[0] ?? 0
    return ArticleCount(articles: articles, unread: row?[1] ?? 0, isLowerBound: articles == limit)
  }

  /// The groups of the list, without those that have no article.
  func groups(by grouping: Grouping, includesArchived: Bool) throws -> [ArticleGroup] {
    let shelves = includesArchived ? "0, 1" : "0"
    let rows: [Row]
    switch grouping {
    case .source: rows = try counted(1, "sources", shelves, order: "sort_name")
    case .tag: rows = try counted(3, "tags", shelves, order: "name COLLATE NOCASE")
    case .day:
      rows = try Row.fetchAll(
        database,
        sql: """
          SELECT item, sum(articles), sum(unread) FROM counts
          WHERE kind = 2 AND shelf IN (\(shelves)) GROUP BY item HAVING sum(articles) > 0
          ORDER BY item DESC
          """)
    case .collection:
      rows = try Row.fetchAll(
        database,
        sql: """
          SELECT name, count(*), sum(1 - is_read) FROM collections
          CROSS JOIN collection_articles c ON collection_id = collections.id
          CROSS JOIN statuses s ON s.article_id = c.article_id
          WHERE shelf < 2 GROUP BY collections.id ORDER BY name COLLATE NOCASE
          """)
    }
    return rows.map { row in
      ArticleGroup(
        name: grouping == .day ? Place.day(row[0]).description : row[0],
        count: ArticleCount(articles: row[1], unread: row[2]))
    }
  }

  private func counted(
    _ kind: Int, _ table: String, _ shelves: String, order: String
  ) throws -> [Row] {
    try Row.fetchAll(
      database,
      sql: """
        SELECT name, sum(articles), sum(unread) FROM counts JOIN \(table) ON id = item
        WHERE kind = \(kind) AND shelf IN (\(shelves)) GROUP BY item HAVING sum(articles) > 0
        ORDER BY \(order)
        """)
  }
}
