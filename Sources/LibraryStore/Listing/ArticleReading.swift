internal import Articles
internal import Excerpts
internal import FoundationEssentials
internal import GRDB

/// Reads one article with all that belongs to it.
struct ArticleReading {
  let database: Database

  func article(_ id: ArticleID, row: Int64) throws -> LibraryArticle {
    let stored = try StoredContent(database, row)
    let corrections = try Corrections(database: database).of(row)
    let corrected = corrections.applied(to: stored.parsed, stored.excerpts)
    guard let summary = try Summaries(database: database).of([row]).first else {
      throw LibraryError(.missing, "The library has no article \(id) any more.")
    }
    let variants = try Int64.fetchAll(
      database,
      sql: """
        SELECT other.id FROM articles own JOIN articles other ON other.id <> own.id
          AND (other.variant_of = coalesce(own.variant_of, own.id) OR other.id = own.variant_of)
        WHERE own.id = ? ORDER BY other.place DESC
        """, arguments: [row])
    return LibraryArticle(
      article: Article(id: id, parsed: corrected.parsed), excerpts: corrected.excerpts,
      status: summary.status, tags: summary.tags, marks: try marks(of: row),
      corrections: corrections, savedExcerpts: try SavedExcerpts(database: database).all(of: row),
      variants: try Summaries(database: database).of(variants))
  }

  func marks(of article: Int64) throws -> [TextMark] {
    try Row.fetchAll(
      database, sql: "SELECT name, position FROM marks WHERE article_id = ? ORDER BY name",
      arguments: [article]
    ).map { TextMark(name: $0[0], position: $0[1]) }
  }

  func original(_ id: ArticleID, row: Int64) throws -> OriginalSource {
    let row = try Row.fetchOne(
      database,
      sql: """
        SELECT format, size, compressed, origin FROM originals JOIN articles ON id = article_id
        WHERE id = ?
        """, arguments: [row])
    guard let row else {
      throw LibraryError(.missing, "The library has no article \(id) any more.")
    }
    let kept: Data = row["compressed"]
    guard let bytes = decompressed(Array(kept), size: row["size"]) else {
      throw LibraryError(.damaged, "The original of \(id) is damaged.")
    }
    return OriginalSource(bytes: bytes, format: row["format"], origin: row["origin"])
  }
}
