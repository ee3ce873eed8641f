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

  let database: Database
  let article: Int64

  /// The line of an article, without its end.
  static func line(_ database: Database, _ article: Int64) throws -> [UInt8] {
    let exported = ExportedArticle(database: database, article: article)
    let stored = try StoredContent(database, article)
    let original = try ArticleReading(database: database).original(
      ArticleID(row: article), row: article)
    return try exported.line(stored, original)
  }

  /// A line without content: as much of what a person added as can be read of a damaged library.
  static func lineOfWhatWasAdded(_ database: Database, _ article: Int64) -> [UInt8] {
    let exported = ExportedArticle(database: database, article: article)
    var whole = JSONWriter()
    whole.object { writer in
      writer.member("pullquote", version)
      for members in exported.parts {
        // What fails half way is left out whole.
        var tried = writer
        if (try? members(&tried)) != nil { writer = tried }
      }
    }
    return whole.bytes
  }

  private func line(_ stored: StoredContent, _ original: OriginalSource) throws -> [UInt8] {
    let row = try Row.fetchOne(
      database, sql: "SELECT blocks, excerpts FROM contents WHERE article_id = ?",
      arguments: [article])
    guard let row else { throw gone }
    let blocks = try StoredContent.unpacked(row, "blocks")
    let excerpts = try StoredContent.unpacked(row, "excerpts")
    var writer = JSONWriter()
    var failure: (any Error)?
    writer.object { writer in
      writer.member("pullquote", Self.version)
      writer.metadataMembers(stored.parsed)
      do { for members in parts { try members(&writer) } } catch { failure = error }
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
    if let failure { throw failure }
    return writer.bytes
  }

  private var gone: LibraryError {
    LibraryError(.missing, "The library has no article #\(article) any more.")
  }
}

// MARK: - What a person added

extension ExportedArticle {
  /// What writes the members about it, from one table or a few each.
  private var parts: [(inout JSONWriter) throws -> Void] {
    [source, status, collections, marks, corrections, saved]
  }

  private func source(_ writer: inout JSONWriter) throws {
    let row = try Row.fetchOne(
      database,
      sql: """
        SELECT added_at, origin, sources.name FROM articles JOIN sources ON sources.id = source_id
        WHERE articles.id = ?
        """, arguments: [article])
    guard let row else { throw gone }
    writer.member("source", row["name"] as String)
    writer.member("origin", row["origin"] as String)
    writer.member("added", row["added_at"] as Int)
  }

  private func status(_ writer: inout JSONWriter) throws {
    guard let summary = try Summaries(database: database).of([article]).first else { throw gone }
    let position = try Int.fetchOne(
      database, sql: "SELECT position FROM positions WHERE article_id = ?", arguments: [article])
    writer.status(summary.status, position: position)
    writer.strings("tags", summary.tags)
  }

  private func collections(_ writer: inout JSONWriter) throws {
    let rows = try Row.fetchAll(
      database,
      sql: """
        SELECT name, ordinal FROM collection_articles JOIN collections ON id = collection_id
        WHERE article_id = ? ORDER BY name
        """, arguments: [article])
    writer.strings("collections", rows.map { $0["name"] })
    writer.key("collectionPlaces")
    writer.array(rows) { $0.int($1["ordinal"]) }
  }

  private func marks(_ writer: inout JSONWriter) throws {
    writer.marks(try ArticleReading(database: database).marks(of: article))
  }

  private func corrections(_ writer: inout JSONWriter) throws {
    let corrections = try Corrections(database: database).of(article)
    writer.key("corrections")
    writer.array(corrections) { $0.correction($1) }
  }

  private func saved(_ writer: inout JSONWriter) throws {
    let saved = try SavedExcerpts(database: database).all(of: article)
    writer.key("saved")
    writer.array(saved) { $0.savedExcerpt($1) }
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
