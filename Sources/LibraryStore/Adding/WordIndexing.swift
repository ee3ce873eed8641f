internal import GRDB

/// Puts the words of new articles into the full-text indexes, many with one statement.
///
/// SQLite guards each statement that writes several rows by a savepoint, and each savepoint brings an
/// index's memory to the disk. So the rows of a batch are written first and indexed last, in the
/// order of their rowids, which an index takes without sorting.
struct WordIndexing {
  let database: Database

  /// Indexes every article from a number on.
  func add(from first: Int64) throws {
    try add(where: "a.id >= ?", first)
  }

  /// Indexes one article.
  func add(_ article: Int64) throws {
    try add(where: "a.id = ?", article)
  }

  private func add(where condition: String, _ number: Int64) throws {
    try database.execute(
      sql: """
        INSERT INTO article_words (rowid, title, authors, text)
          SELECT place, coalesce(title, ''), authors, text
          FROM articles a JOIN contents ON article_id = a.id
          WHERE \(condition) ORDER BY place
        """, arguments: [number])
    try database.execute(
      sql: """
        INSERT INTO quote_words (rowid, speaker, words)
          SELECT key, speaker, words \(excerpts("quotes")) WHERE \(condition) ORDER BY a.place, key
        """, arguments: [number])
    try database.execute(
      sql: """
        INSERT INTO figure_words (rowid, unit, counted)
          SELECT key, unit, counted \(excerpts("figures")) WHERE \(condition) ORDER BY a.place, key
        """, arguments: [number])
  }

  private func excerpts(_ table: String) -> String {
    """
    FROM articles a CROSS JOIN \(table)
      ON key BETWEEN a.place << 16 AND (a.place << 16) | 65535
    """
  }
}
