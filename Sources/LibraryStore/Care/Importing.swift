// Reads what an export wrote. A line that cannot be read is refused with its number; what was there
// already stays as it is.

internal import Articles
internal import Excerpts
internal import FoundationEssentials
internal import GRDB
internal import Interchange

/// The first line of an export: what belongs to no article.
struct ExportedHead {
  static func line(_ database: Database) throws -> [UInt8] {
    let searches = try Row.fetchAll(database, sql: "SELECT * FROM saved_searches ORDER BY name")
    let loose = try SavedExcerpts(database: database).all().filter { $0.article == nil }
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("pullquote", ExportedArticle.version)
      writer.key("searches")
      writer.array(searches) { writer, row in
        writer.object {
          $0.member("name", row["name"] as String)
          $0.member("query", row["query"] as String)
        }
      }
      writer.key("saved")
      writer.array(loose.reversed()) { $0.savedExcerpt($1) }
    }
    return writer.bytes
  }
}

/// Writes lines of an export into a library.
struct Importing {
  let database: Database
  let now: Int

  /// Takes one line.
  ///
  /// - Returns: what became of the article; nil for the first line.
  func take(_ line: JSONValue) throws -> AddingOutcome? {
    guard line["pullquote"].int == ExportedArticle.version else { throw CodingMistake() }
    guard line["text"].string != nil else {
      try takeHead(line)
      return nil
    }
    return try take(line, with: line.addition())
  }

  /// Takes an article whose content was read anew, with what a line says of it besides.
  func take(_ line: JSONValue, with addition: Addition) throws -> AddingOutcome? {
    var batch = AddingBatch(
      database: database, now: now, changesKnown: false,
      joinsDeleted: line["shelf"].int == Shelf.variant.rawValue)
    let outcomes = try batch.add([PreparedAddition(addition)])
    switch outcomes.first {
    case .added(let id), .variant(let id, _):
      if let article = id.row { try add(line, to: article) }
    default: break
    }
    return outcomes.first
  }

  private func takeHead(_ line: JSONValue) throws {
    for search in line["searches"].elements {
      try database.execute(
        sql: "INSERT OR IGNORE INTO saved_searches (name, query) VALUES (?, ?)",
        arguments: [search["name"].string ?? "", search["query"].string ?? ""])
    }
    for saved in line["saved"].elements { try insert(saved, of: nil) }
  }

  /// Adds what a person added to the article.
  private func add(_ line: JSONValue, to article: Int64) throws {
    try database.execute(
      sql: "UPDATE articles SET added_at = ? WHERE id = ?",
      arguments: [line["added"].int ?? now, article])
    for (column, member) in [("is_read", "read"), ("is_starred", "starred")]
    where line[member].bool == true {
      try database.execute(
        sql: "UPDATE statuses SET \(column) = 1 WHERE article_id = ?", arguments: [article])
    }
    if let shelf = line["shelf"].int, (1...2).contains(shelf) {
      try database.execute(
        sql: "UPDATE statuses SET shelf = ? WHERE article_id = ? AND shelf = 0",
        arguments: [shelf, article])
    }
    if let position = line["position"].place {
      try Positions(database: database, now: now).set(position, of: article)
    }
    for (index, name) in line["collections"].elements.enumerated() {
      try Collections(database: database).add(
        [article], to: name.string ?? "", at: line["collectionPlaces"][index].place)
    }
    for mark in line["marks"].elements {
      try database.execute(
        sql: "INSERT OR IGNORE INTO marks (article_id, name, position) VALUES (?, ?, ?)",
        arguments: [article, mark["name"].string ?? "", mark["position"].place ?? 0])
    }
    for saved in line["saved"].elements { try insert(saved, of: article) }
    try correct(line["corrections"].elements, article)
  }

  private func correct(_ lines: [JSONValue], _ article: Int64) throws {
    let corrections = Corrections(database: database)
    for line in lines {
      if let correction = line.correction { try corrections.make(correction, of: article) }
    }
    if !lines.isEmpty { try corrections.apply(to: article) }
  }

  private func insert(_ saved: JSONValue, of article: Int64?) throws {
    let anchor = saved.anchor
    try database.execute(
      sql: """
        INSERT INTO saved_excerpts (article_id, kind, first_byte, words, before, after,
          is_detached, speaker, note, saved_at, title, source, published, address)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        article, saved["kind"].string ?? "words", anchor.range.lowerBound, anchor.words,
        anchor.before, anchor.after, saved["detached"].bool ?? false, saved["speaker"].string,
        saved["note"].string, saved["saved"].int ?? now, saved["title"].string,
        saved["source"].string, saved["date"].string, saved["address"].string,
      ])
  }
}

extension JSONValue {
  /// The addition that a line describes.
  fileprivate func addition() throws -> Addition {
    let (metadata, diagnostics) = metadata()
    var document = try self["blocks"].document(of: self["text"].string ?? "")
    document.dropUnsoundAnchors()
    let excerpts = try self["excerpts"].excerpts()
    guard document.isSound(with: excerpts),
      let original = Data(base64Encoded: self["original"]["base64"].string ?? "")
    else { throw CodingMistake() }
    return Addition(
      parsed: ParsedArticle(
        metadata: metadata, document: document, diagnostics: diagnostics),
      excerpts: excerpts, original: Array(original),
      format: self["original"]["format"].string, origin: self["origin"].string ?? "",
      source: self["source"].string, tags: tags)
  }

  /// The tags that a line names.
  var tags: [String] { self["tags"].elements.compactMap(\.string) }

  fileprivate var anchor: TextAnchor {
    TextAnchor(
      first: self["first"].int ?? 0, words: self["words"].string ?? "",
      before: self["before"].string ?? "", after: self["after"].string ?? "")
  }

  fileprivate var correction: Correction? {
    Correction(kind: self["kind"].string ?? "", value: self["value"].string, anchor: anchor)
  }
}
