internal import Articles
internal import FoundationEssentials
internal import GRDB

/// Puts a newer content in the place of an article's old one. Status and tags stay; position, marks
/// and saved excerpts move with their words.
struct ContentReplacement {
  let database: Database
  let article: Int64

  /// - Returns: how many saved excerpts no longer find their words.
  func replace(with prepared: PreparedAddition) throws -> Int {
    let stored = try StoredContent(database, article)
    let corrections = try Corrections(database: database).of(article)
    let addition = prepared.addition
    let encoded =
      corrections.isEmpty
      ? prepared.encoded
      : EncodedArticle(addition.parsed, addition.excerpts, corrections: corrections)
    let writer = RowWriter(database)
    let old = ContentWriting(writer: writer, article: article, place: stored.place)
    try old.remove(database)
    let place = try update(addition, encoded, stored)
    let writing = ContentWriting(writer: writer, article: article, place: place)
    try writing.insert(encoded)
    try WordIndexing(database: database).add(article)
    try writing.insertOriginal(prepared)
    try writing.insertIdentity(prepared)
    return try Anchoring(database: database, article: article).move(
      from: stored.text, to: addition.parsed.document.text)
  }

  private func update(
    _ addition: Addition, _ encoded: EncodedArticle, _ stored: StoredContent
  ) throws -> Place {
    let metadata = addition.parsed.metadata
    // A version without a date keeps the day that is known.
    let place = metadata.date.map { Place(day: $0, article: article) } ?? stored.place
    try database.execute(
      sql: """
        UPDATE articles SET place = ?, title = ?, authors = ?, published = coalesce(?, published),
          address = coalesce(?, address), language = coalesce(?, language), word_count = ?,
          quote_count = ?, figure_count = ?, origin = ?
        WHERE id = ?
        """,
      arguments: [
        place.value, encoded.title, metadata.byline.joined(separator: "\n"),
        metadata.date?.description, metadata.address, metadata.language, encoded.wordCount,
        encoded.quoteCount, encoded.figureCount, addition.origin, article,
      ])
    return place
  }
}

/// Moves what points into an article's text when the text changes.
struct Anchoring {
  let database: Database
  let article: Int64

  /// - Returns: how many saved excerpts do not find their words in the new text.
  func move(from old: String, to new: String) throws -> Int {
    if old == new { return 0 }
    try moveOffsets(
      "SELECT position, NULL AS name FROM positions WHERE article_id = ?",
      "UPDATE positions SET position = ? WHERE article_id = ? AND ? IS NULL", from: old, to: new)
    try moveOffsets(
      "SELECT position, name FROM marks WHERE article_id = ?",
      "UPDATE marks SET position = ? WHERE article_id = ? AND name = ?", from: old, to: new)
    let rows = try Row.fetchAll(
      database,
      sql: "SELECT id, first_byte, words, before, after FROM saved_excerpts WHERE article_id = ?",
      arguments: [article])
    var detached = 0
    for row in rows {
      let range = TextAnchor(row).range(in: new)
      if range == nil { detached += 1 }
      try database.execute(
        sql: """
          UPDATE saved_excerpts SET first_byte = coalesce(?, first_byte), is_detached = ?
          WHERE id = ?
          """, arguments: [range?.lowerBound, range == nil, row["id"] as Int64])
    }
    return detached
  }

  private func moveOffsets(
    _ query: String, _ update: String, from old: String, to new: String
  ) throws {
    for row in try Row.fetchAll(database, sql: query, arguments: [article]) {
      let position: Int = row["position"]
      let length = TextAnchor.neighbourLength
      let anchor = TextAnchor(TextRange(position, position + length), in: old)
      let moved = anchor.range(in: new)?.lowerBound ?? min(position, new.utf8.count)
      try database.execute(
        sql: update, arguments: [moved, article, row["name"] as String?])
    }
  }
}

extension TextAnchor {
  /// The anchor of a row with the columns first_byte, words, before and after.
  init(_ row: Row) {
    self.init(
      first: row["first_byte"], words: row["words"], before: row["before"], after: row["after"])
  }
}
