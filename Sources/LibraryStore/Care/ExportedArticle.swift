// One article as one line of JSON: everything that the library knows of it but its number. Reading
// the line gives the same article. Names follow what `pullquote extract --json` prints; `blocks`,
// `excerpts` and `original` are the exact forms, the rest is for people and other programs.

internal import Articles
internal import FoundationEssentials
internal import GRDB
internal import Interchange

struct ExportedArticle {
  /// The version of the form; the first member of each line.
  static let version = 1

  /// The line of an article, without its end.
  static func line(_ database: Database, _ article: Int64) throws -> [UInt8] {
    let stored = try StoredContent(database, article)
    let reading = ArticleReading(database: database)
    let original = try reading.original(ArticleID(row: article), row: article)
    let corrections = try Corrections(database: database).of(article)
    let row = try Row.fetchOne(
      database,
      sql: """
        SELECT added_at, sources.name AS source, blocks, excerpts,
          (SELECT position FROM positions WHERE article_id = articles.id) AS position
        FROM articles JOIN sources ON sources.id = source_id JOIN contents ON article_id = articles.id
        WHERE articles.id = ?
        """, arguments: [article])
    guard let row, let summary = try Summaries(database: database).of([article]).first else {
      throw LibraryError(.missing, "The library has no article #\(article) any more.")
    }
    return try line(
      stored, summary, original, corrections, row, marks: reading.marks(of: article),
      saved: SavedExcerpts(database: database).all(of: article),
      collections: Self.collections(database, article))
  }

  private static func collections(_ database: Database, _ article: Int64) throws -> [Row] {
    try Row.fetchAll(
      database,
      sql: """
        SELECT name, ordinal FROM collection_articles JOIN collections ON id = collection_id
        WHERE article_id = ? ORDER BY name
        """, arguments: [article])
  }

  private static func line(
    _ stored: StoredContent, _ summary: ArticleSummary, _ original: OriginalSource,
    _ corrections: [Correction], _ row: Row, marks: [TextMark], saved: [SavedExcerpt],
    collections: [Row]
  ) throws -> [UInt8] {
    let blocks = try StoredContent.unpacked(row, "blocks")
    let excerpts = try StoredContent.unpacked(row, "excerpts")
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("pullquote", version)
      writer.metadataMembers(stored.parsed)
      writer.member("source", row["source"] as String)
      writer.member("origin", stored.origin)
      writer.member("added", row["added_at"] as Int)
      writer.status(summary.status, position: row["position"])
      writer.strings("tags", summary.tags)
      writer.strings("collections", collections.map { $0["name"] })
      writer.key("collectionPlaces")
      writer.array(collections) { $0.int($1["ordinal"]) }
      writer.marks(marks)
      writer.key("corrections")
      writer.array(corrections) { $0.correction($1) }
      writer.key("saved")
      writer.array(saved) { $0.savedExcerpt($1) }
      writer.member("text", stored.text)
      writer.key("blocks")
      writer.raw(blocks)
      writer.key("excerpts")
      writer.raw(excerpts)
      writer.key("original")
      writer.object {
        $0.member("format", original.format)
        $0.member("base64", Data(original.bytes).base64EncodedString())
      }
    }
    return writer.bytes
  }
}

extension JSONWriter {
  fileprivate mutating func status(_ status: ReadingStatus, position: Int?) {
    member("read", status.isRead)
    member("starred", status.isStarred)
    member("shelf", status.shelf.rawValue)
    member("position", position)
  }

  fileprivate mutating func strings(_ name: String, _ strings: [String]) {
    key(name)
    array(strings) { $0.string($1) }
  }

  fileprivate mutating func marks(_ marks: [TextMark]) {
    key("marks")
    array(marks) { writer, mark in
      writer.object {
        $0.member("name", mark.name)
        $0.member("position", mark.position)
      }
    }
  }

  fileprivate mutating func anchor(_ anchor: TextAnchor?) {
    member("first", anchor?.range.lowerBound)
    member("words", anchor?.words)
    member("before", anchor?.before)
    member("after", anchor?.after)
  }

  fileprivate mutating func correction(_ correction: Correction) {
    object {
      $0.member("kind", correction.kind)
      $0.member("value", correction.value)
      $0.anchor(correction.anchor)
    }
  }

  mutating func savedExcerpt(_ excerpt: SavedExcerpt) {
    object {
      $0.member("kind", excerpt.kind.rawValue)
      $0.anchor(excerpt.anchor)
      $0.member("detached", excerpt.isDetached)
      $0.member("speaker", excerpt.speaker)
      $0.member("note", excerpt.note)
      $0.member("saved", excerpt.savedAt)
      $0.member("title", excerpt.title)
      $0.member("source", excerpt.source)
      $0.member("date", excerpt.date?.description)
      $0.member("address", excerpt.address)
    }
  }
}
