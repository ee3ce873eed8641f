internal import Articles
internal import GRDB
internal import Queries

/// Excerpts that a person keeps, over all articles.
struct SavedExcerpts {
  let database: Database

  /// Performs a change of saved excerpts.
  func apply(_ change: LibraryChange, now: Int) throws -> String? {
    switch change {
    case .saveExcerpt(let excerpt):
      try save(excerpt, now: now)
      return "Saved the \(excerpt.kind == .words ? "words" : excerpt.kind.rawValue)"
    case .annotateExcerpt(let id, let note):
      try database.execute(
        sql: "UPDATE saved_excerpts SET note = ? WHERE id = ? AND note IS NOT ?",
        arguments: [note, id, note])
      return "Remark changed"
    case .dropExcerpts(let ids):
      for id in ids {
        try database.execute(sql: "DELETE FROM saved_excerpts WHERE id = ?", arguments: [id])
      }
      return ids.count == 1 ? "Dropped a saved excerpt" : "Dropped \(ids.count) saved excerpts"
    default: return nil
    }
  }

  /// Saves an excerpt unless the same words of the same article are saved.
  private func save(_ excerpt: SavedExcerpt, now: Int) throws {
    guard let article = excerpt.article?.row else {
      throw LibraryError(.missing, "The library has no such article.")
    }
    let anchor = excerpt.anchor
    let range = anchor.range.lowerBound
    try database.execute(
      sql: """
        INSERT INTO saved_excerpts (article_id, kind, first_byte, words, before, after, speaker,
          note, saved_at, title, source, published, address)
        SELECT a.id, ?, ?, ?, ?, ?, ?, ?, ?, title, name, published, address
        FROM articles a JOIN sources ON sources.id = source_id WHERE a.id = ?
          AND NOT EXISTS (SELECT 1 FROM saved_excerpts
            WHERE article_id = a.id AND first_byte = ? AND words = ?)
        """,
      arguments: [
        excerpt.kind.rawValue, range, anchor.words, anchor.before, anchor.after, excerpt.speaker,
        excerpt.note, now, article, range, anchor.words,
      ])
  }

  /// The excerpts of one article in the order of its text, or all, newest first.
  func all(of article: Int64? = nil) throws -> [SavedExcerpt] {
    try Row.fetchAll(
      database,
      sql: """
        SELECT * FROM saved_excerpts \(article == nil ? "" : "WHERE article_id = ?")
        ORDER BY \(article == nil ? "id DESC" : "first_byte")
        """, arguments: article.map { [$0] } ?? []
    ).map(SavedExcerpt.init)
  }
}

extension SavedExcerpt {
  init(_ row: Row) {
    let article: Int64? = row["article_id"]
    self.init(
      article: ArticleID(row: article ?? 0),
      kind: Kind(rawValue: row["kind"]) ?? .words, anchor: TextAnchor(row),
      speaker: row["speaker"], note: row["note"])
    self.article = article.map(ArticleID.init(row:))
    id = row["id"]
    isDetached = row["is_detached"]
    savedAt = row["saved_at"]
    title = row["title"]
    source = row["source"]
    let published: String? = row["published"]
    date = published.flatMap(PublicationDate.init(iso:))
    address = row["address"]
  }
}
