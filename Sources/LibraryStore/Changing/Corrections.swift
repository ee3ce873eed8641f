internal import Articles
internal import GRDB

/// The corrections of articles, apart from what was parsed.
struct Corrections {
  let database: Database

  /// The corrections of an article in the order in which they were made.
  func of(_ article: Int64) throws -> [Correction] {
    try Row.fetchAll(
      database, sql: "SELECT * FROM corrections WHERE article_id = ? ORDER BY id",
      arguments: [article]
    ).compactMap(Correction.init)
  }

  /// Makes a correction; an earlier one of the same thing goes.
  func make(_ correction: Correction, of article: Int64) throws {
    try drop(correction, of: article)
    let anchor = correction.anchor
    try database.execute(
      sql: """
        INSERT INTO corrections (article_id, kind, first_byte, words, before, after, value)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        article, correction.kind, anchor?.range.lowerBound ?? 0, anchor?.words ?? "",
        anchor?.before ?? "", anchor?.after ?? "", correction.value,
      ])
  }

  /// Takes a correction back.
  func drop(_ correction: Correction, of article: Int64) throws {
    try database.execute(
      sql: """
        DELETE FROM corrections
        WHERE article_id = ? AND kind = ? AND words = ? AND first_byte = ?
        """,
      arguments: [
        article, correction.kind, correction.anchor?.words ?? "",
        correction.anchor?.range.lowerBound ?? 0,
      ])
  }

  /// Brings what is listed and searched of an article in line with its corrections.
  func apply(to article: Int64) throws {
    let stored = try StoredContent(database, article)
    let encoded = EncodedArticle(
      stored.parsed, stored.excerpts, corrections: try of(article))
    try database.execute(
      sql: "UPDATE articles SET title = ?, word_count = ? WHERE id = ?",
      arguments: [encoded.title, encoded.wordCount, article])
    try database.execute(
      sql:
        "UPDATE contents SET text = coalesce(CAST(? AS TEXT), ''), hidden = ? WHERE article_id = ?",
      arguments: [encoded.shownText.data, encoded.hidden, article])
    for (ordinal, quote) in encoded.quotes.enumerated() {
      try database.execute(
        sql: "UPDATE quotes SET speaker = ? WHERE key = ? AND speaker <> ?",
        arguments: [quote.speaker, stored.place.key(ordinal), quote.speaker])
    }
  }
}

extension Correction {
  fileprivate init?(_ row: Row) {
    self.init(kind: row["kind"], value: row["value"], anchor: TextAnchor(row))
  }
}
