internal import Articles
internal import FoundationEssentials
internal import GRDB

/// Reads the rows that a list shows, by their numbers.
struct Summaries {
  let database: Database

  /// The summaries of articles that are there, in the order asked for.
  func of(_ articles: [Int64]) throws -> [ArticleSummary] {
    let statement = try database.cachedStatement(
      sql: """
        SELECT a.id, a.place, a.title, sources.name AS source, a.authors, a.published, a.address,
          a.language, a.word_count, a.quote_count, a.figure_count, a.origin,
          s.is_read, s.is_starred, s.shelf, coalesce(position, 0) AS position,
          (SELECT group_concat(name, char(10)) FROM (
            SELECT name FROM article_tags JOIN tags ON tags.id = tag_id
            WHERE article_id = a.id ORDER BY name)) AS tags,
          (SELECT count(*) FROM articles WHERE variant_of = a.id) AS variants
        FROM articles a
        JOIN statuses s ON s.article_id = a.id
        JOIN sources ON sources.id = a.source_id
        LEFT JOIN positions p ON p.article_id = a.id
        WHERE a.id = ?
        """)
    return try articles.compactMap { article in
      try Row.fetchOne(statement, arguments: [article]).map(ArticleSummary.init)
    }
  }
}

extension ArticleSummary {
  fileprivate init(_ row: Row) {
    let authors: String = row["authors"]
    let tags: String? = row["tags"]
    let published: String? = row["published"]
    self.init(
      id: ArticleID(row: row["id"]), title: row["title"], source: row["source"],
      byline: authors.split(separator: "\n").map(String.init),
      date: published.flatMap(PublicationDate.init(iso:)), day: Place(row["place"]).day,
      address: row["address"], language: row["language"], wordCount: row["word_count"],
      quoteCount: row["quote_count"], figureCount: row["figure_count"],
      status: ReadingStatus(
        isRead: row["is_read"], position: row["position"], isStarred: row["is_starred"],
        shelf: Shelf(rawValue: row["shelf"]) ?? .current),
      tags: tags?.split(separator: "\n").map(String.init) ?? [], variantCount: row["variants"],
      origin: row["origin"])
  }
}
