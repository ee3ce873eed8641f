// Saves what can be read of a damaged library into a new one. The damaged file is set aside under
// another name and never written again.

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
    let aside = freeName()
    for ending in ["", "-wal", "-shm"] where fileExists(path + ending) {
      guard moveFile(path + ending, to: aside + ending) else {
        throw LibraryError(.inaccessible, "The damaged library \(path) could not be set aside.")
      }
    }
    let library = try Library(Library.connect(path, options), path: path, options)
    var saved = 0
    var lost = 0
    if let damaged = try? DatabaseQueue(path: aside, configuration: configuration) {
      (saved, lost) = copy(from: damaged, to: library)
    }
    return LibraryRescue(library: library, setAside: aside, saved: saved, lost: lost)
  }

  private var configuration: Configuration {
    var configuration = Configuration()
    configuration.readonly = true
    configuration.prepareDatabase { database in
      try database.execute(sql: "PRAGMA cell_size_check = ON")
    }
    return configuration
  }

  /// A name beside the library that is not taken.
  private func freeName() -> String {
    let date = PublicationDate(dayNumber: options.now() / 86_400)
    let names = (1...).lazy.map { "\(path).damaged-\(date)" + ($0 == 1 ? "" : "-\($0)") }
    return names.first { !fileExists($0) } ?? path + ".damaged"
  }

  private func copy(from damaged: DatabaseQueue, to library: Library) -> (saved: Int, lost: Int) {
    take(try? damaged.read { try ExportedHead.line($0) }, into: library)
    var saved = 0
    var lost = 0
    for article in numbers(damaged) {
      let line = try? damaged.read { try ExportedArticle.line($0, article) }
      if take(line, into: library) || readAnew(article, of: damaged, into: library) {
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
  ) -> Bool {
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
    let now = options.now()
    let outcome = try? library.write { database in
      try Importing(database: database, now: now).take(value, with: addition)
    }
    return outcome != nil
  }

  @discardableResult
  private func take(_ line: [UInt8]?, into library: Library) -> Bool {
    guard let line, let value = try? JSONValue(line) else { return false }
    let now = options.now()
    let outcome: Void? = try? library.write { database in
      _ = try Importing(database: database, now: now).take(value)
    }
    return outcome != nil
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
