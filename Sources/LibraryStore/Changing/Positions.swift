internal import GRDB

/// Where articles were left. No step of undo: nobody wants to undo having scrolled.
struct Positions {
  let database: Database
  let now: Int

  func set(_ position: Int, of article: Int64) throws {
    try database.cachedStatement(
      sql: """
        INSERT INTO positions (article_id, position, changed_at)
        SELECT id, ?, ? FROM articles WHERE id = ?
        ON CONFLICT DO UPDATE SET position = excluded.position, changed_at = excluded.changed_at
        """
    ).execute(arguments: [position, now, article])
  }
}
