internal import Articles
internal import FoundationEssentials
internal import GRDB

/// Writes what belongs to one article.
struct ContentWriting {
  let writer: RowWriter
  let article: Int64
  let place: Place

  func insert(_ encoded: EncodedArticle) throws {
    try writer.insert(
      "contents (article_id, text, hidden, metadata, blocks, excerpts)", .int(article),
      .text(encoded.shownText), .text(encoded.hidden), .text(encoded.metadata),
      .bytes(encoded.blocks), .bytes(encoded.excerpts))
    for (ordinal, quote) in encoded.quotes.enumerated() {
      try writer.insert(
        "quotes (key, first_byte, end_byte, kind, speaker, words)", .int(place.key(ordinal)),
        .int(quote.range.lowerBound), .int(quote.range.upperBound), .text(quote.kind),
        .text(quote.speaker), .text(quote.words))
    }
    for (ordinal, figure) in encoded.figures.enumerated() {
      try writer.insert(
        "figures (key, first_byte, end_byte, low, high, bound, unit, counted, words)",
        .int(place.key(ordinal)), .int(figure.range.lowerBound), .int(figure.range.upperBound),
        .real(figure.low), .real(figure.high), .text(figure.bound), .text(figure.unit),
        .text(figure.counted), .text(figure.words))
    }
  }

  func insertOriginal(_ prepared: PreparedAddition) throws {
    try writer.insert(
      "originals (article_id, format, size, compressed)", or: "REPLACE", .int(article),
      .optional(prepared.addition.format), .int(prepared.addition.original.count),
      .bytes(prepared.compressed))
  }

  func insertIdentity(_ prepared: PreparedAddition) throws {
    try writer.insert(
      "identities (article_id, address, title_key, likeness)", or: "REPLACE", .int(article),
      .optional(prepared.address), .int(prepared.titleKey),
      .int(Int64(bitPattern: prepared.likeness.bits)))
  }

  /// Remembers the hashes of an addition, so that it is known when it comes again.
  func insertFingerprints(_ prepared: PreparedAddition) throws {
    for print in prepared.prints {
      try writer.insert(
        "fingerprints (hash, article_id)", or: "IGNORE", .bytes(print), .int(article))
    }
  }

  /// Takes out what `insert` put in.
  func remove(_ database: Database) throws {
    for table in ["quotes", "figures"] {
      try database.execute(
        sql: "DELETE FROM \(table) WHERE key BETWEEN ? AND ?",
        arguments: [place.key(0), place.key(Place.excerptLimit - 1)])
    }
    try database.execute(sql: "DELETE FROM contents WHERE article_id = ?", arguments: [article])
  }
}

/// The sources by their names.
struct Sources {
  let database: Database

  /// The number of a source, which is made if need be.
  func id(of name: String) throws -> Int64 {
    let statement = try database.cachedStatement(sql: "SELECT id FROM sources WHERE name = ?")
    if let id = try Int64.fetchOne(statement, arguments: [name]) { return id }
    try database.execute(
      sql: "INSERT INTO sources (name, sort_name) VALUES (?, ?)",
      arguments: [name, sortName(of: name)])
    return database.lastInsertedRowID
  }
}

/// A name as it is sorted: in lower case, without a leading article.
func sortName(of name: String) -> String {
  let lower = name.lowercased()
  for article in ["the ", "le ", "la ", "die ", "der ", "das ", "el "]
  where lower.hasPrefix(article) {
    return String(lower.dropFirst(article.count))
  }
  return lower
}
