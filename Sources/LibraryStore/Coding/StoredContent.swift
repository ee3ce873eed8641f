internal import Articles
internal import Excerpts
internal import FoundationEssentials
internal import GRDB

/// The content of an article as it was parsed, read from the library.
struct StoredContent {
  let article: Int64
  let place: Place
  let parsed: ParsedArticle
  let excerpts: FoundExcerpts
  let origin: String

  /// The canonical text.
  var text: String { parsed.document.text }

  /// - Throws: `missing` where there is no such article, and what reading can throw.
  init(_ database: Database, _ article: Int64) throws {
    let row = try Row.fetchOne(
      database,
      sql: """
        SELECT place, origin, CAST(text AS BLOB) AS text, hidden, metadata, blocks, excerpts
        FROM articles JOIN contents ON article_id = id WHERE id = ?
        """, arguments: [article])
    guard let row else {
      throw LibraryError(.missing, "The library has no article #\(article) any more.")
    }
    self.article = article
    place = Place(row["place"])
    origin = row["origin"]
    let shown: Data = row["text"]
    let text = try Self.value(row, "hidden").restored(into: Array(shown))
    let (metadata, diagnostics) = try Self.value(row, "metadata").metadata()
    parsed = ParsedArticle(
      metadata: metadata,
      document: try JSONValue(Self.unpacked(row, "blocks")).document(of: text),
      diagnostics: diagnostics)
    excerpts = try JSONValue(Self.unpacked(row, "excerpts")).excerpts()
  }

  /// The metadata alone, as they were parsed; nil where there is no such article.
  static func metadata(_ database: Database, _ article: Int64) throws -> Metadata? {
    try Row.fetchOne(
      database, sql: "SELECT metadata FROM contents WHERE article_id = ?", arguments: [article]
    ).map { try value($0, "metadata").metadata().metadata }
  }

  /// The JSON of a column that was made small.
  static func unpacked(_ row: Row, _ column: String) throws(CodingMistake) -> [UInt8] {
    let data: Data = row[column]
    guard let bytes = LibraryStore.unpacked(Array(data)) else { throw CodingMistake() }
    return bytes
  }

  private static func value(_ row: Row, _ column: String) throws(JSONMistake) -> JSONValue {
    let text: String = row[column]
    return try JSONValue(Array(text.utf8))
  }
}

extension String {
  /// The bytes of the text, for columns that may hold a NUL.
  var data: Data { Data(utf8) }
}
