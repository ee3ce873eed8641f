// Saves what can be read of a damaged library into a new one. The copy grows under a name of its own,
// and takes the place of the library once it is whole: a rescue that ends early has changed nothing,
// and the next begins anew. The damaged file is set aside and never written again.

internal import Articles
internal import FoundationEssentials
internal import GRDB

/// What came of a rescue.
public struct LibraryRescue: Sendable {
  /// The new library, at the old path.
  public var library: Library
  /// Where the damaged file lies now.
  public var setAside: String
  /// How many articles were saved.
  public var saved: Int
  /// How many articles are known to be lost.
  public var lost: Int

  /// One sentence for the reader.
  public var sentence: String {
    let lost = lost == 0 ? "" : ", \(lost) could not be read"
    return "The library was damaged: \(Changes.articles(saved)) saved\(lost). "
      + "The damaged file is \(setAside)."
  }
}

struct Rescuing {
  let path: String
  let options: LibraryOptions
  /// Reads an article anew from its original.
  let reading: (OriginalSource) -> Addition?

  func run() throws -> LibraryRescue {
    var counts: (saved: Int, lost: Int)?
    if !RescueNames(path: path).areHalfSwapped { counts = try copyAll() }
    let aside = try RescueNames(path: path).swap(on: options.today)
    let library = try Library(Library.connect(path, options), path: path, options)
    let saved =
      try counts?.saved
      ?? library.read {
        try Int.fetchOne($0, sql: "SELECT count(*) FROM statuses") ?? 0
      }
    return LibraryRescue(library: library, setAside: aside, saved: saved, lost: counts?.lost ?? 0)
  }

  /// Copies into the file that is to become the library; where that fails, it is removed.
  private func copyAll() throws -> (saved: Int, lost: Int) {
    let names = RescueNames(path: path)
    names.removeCopies()
    do {
      let counts = try copyIntoDraft(names.draft)
      try names.draftIsWhole()
      return counts
    } catch {
      names.removeCopies()
      let reason = LibraryError(error, path: path)
      guard reason.kind == .full else { throw reason }
      throw LibraryError(
        .full,
        "The library \(path) is damaged, and the disk is too full to save what can be read "
          + "of it. It was left as it is.")
    }
  }

  private func copyIntoDraft(_ draft: String) throws -> (saved: Int, lost: Int) {
    guard mayWrite(directory(of: path)) else { throw RescueNames.notSetAside(path) }
    // Nobody else writes to the draft, so nothing has to be waited for, nor each article brought to
    // the disk.
    var options = options
    options.interruption = nil
    let library = try Library(Library.connect(draft, options), path: draft, options)
    try library.writer.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = OFF") }
    var counts = (saved: 0, lost: 0)
    if let damaged = try? DatabaseQueue(path: path, configuration: configuration) {
      counts = try copy(from: damaged, to: library)
    }
    try library.writer.writeWithoutTransaction {
      _ = try Row.fetchAll($0, sql: "PRAGMA wal_checkpoint(TRUNCATE)")
    }
    try library.writer.close()
    return counts
  }

  private var configuration: Configuration {
    var configuration = Configuration()
    configuration.readonly = true
    configuration.busyMode = .timeout(5)
    configuration.prepareDatabase { database in
      try database.execute(sql: "PRAGMA cell_size_check = ON")
    }
    return configuration
  }

  private func copy(
    from damaged: DatabaseQueue, to library: Library
  ) throws -> (saved: Int, lost: Int) {
    try take(try? damaged.read { try ExportedHead.line($0) }, into: library)
    var saved = 0
    var lost = 0
    for article in numbers(damaged) {
      try options.interruption?.check()
      let line = try? damaged.read { try ExportedArticle.line($0, article) }
      if try take(line, into: library) || readAnew(article, of: damaged, into: library) {
        saved += 1
      } else {
        lost += 1
      }
    }
    return (saved, lost)
  }

  /// Takes an article whose content is damaged, or makes no sense, from its original.
  private func readAnew(
    _ article: Int64, of damaged: DatabaseQueue, into library: Library
  ) throws -> Bool {
    let original = try? damaged.read { database in
      try ArticleReading(database: database).original(ArticleID(row: article), row: article)
    }
    guard let original, var addition = reading(original) else { return false }
    let line = try? damaged.read { ExportedArticle.lineOfWhatWasAdded($0, article) }
    guard let line, let value = try? JSONValue(line) else { return false }
    addition.source = value["source"].string
    addition.tags = value.tags
    // A title or a site may have been told when the article was added, and not be in its bytes.
    if let metadata = try? damaged.read({ try StoredContent.metadata($0, article) }) {
      addition.parsed.metadata = metadata
    }
    return try keep(in: library) { try $0.take(value, with: addition) }
  }

  @discardableResult
  private func take(_ line: [UInt8]?, into library: Library) throws -> Bool {
    guard let line, let value = try? JSONValue(line) else { return false }
    return try keep(in: library) { try $0.take(value) }
  }

  /// Keeps an article; false where what was read of it makes no sense. What has to do with the new
  /// file ends the rescue, or a full disk would look like many damaged articles.
  private func keep(
    in library: Library, _ take: (Importing) throws -> AddingOutcome?
  ) throws -> Bool {
    let now = options.now()
    do throws(LibraryError) {
      _ = try library.write { try take(Importing(database: $0, now: now)) }
      return true
    } catch {
      let endings: [LibraryError.Kind] = [.full, .inaccessible, .interrupted, .busy]
      if endings.contains(error.kind) { throw error }
      return false
    }
  }

  /// The numbers of all articles that any table tells of.
  private func numbers(_ damaged: DatabaseQueue) -> [Int64] {
    var numbers: Set<Int64> = []
    for (table, column) in [
      ("articles", "id"), ("statuses", "article_id"), ("contents", "article_id"),
      ("identities", "article_id"), ("originals", "article_id"),
    ] {
      for order in ["ASC", "DESC"] {
        _ = try? damaged.read { database in
          let cursor = try Int64.fetchCursor(
            database, sql: "SELECT \(column) FROM \(table) ORDER BY \(column) \(order)")
          while let number = try cursor.next() { numbers.insert(number) }
        }
      }
    }
    return numbers.sorted()
  }
}
