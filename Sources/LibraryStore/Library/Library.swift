// The library: articles and what people did with them, in one SQLite file. The files of this folder
// are its verbs: opening and adding here, then reading, changing and care.
//
// Every verb that changes something has committed it and brought it to the disk when it returns;
// there is nothing to flush. Verbs block: call them off the loop. Any number of threads and programs
// may use one library at once; writers take turns.

public import Articles
internal import FoundationEssentials
internal import GRDB
internal import GRDBSQLite
internal import Synchronization

/// The kept articles.
public final class Library: Sendable {
  /// Where the library lies; empty for one in memory.
  public let path: String
  let writer: any DatabaseWriter
  let options: LibraryOptions
  /// What SQLite said last about changes by other connections.
  private let seenVersion = Mutex<Int?>(nil)

  init(_ writer: any DatabaseWriter, path: String, _ options: LibraryOptions) {
    self.writer = writer
    self.path = path
    self.options = options
  }
}

// MARK: - Opening

extension Library {
  /// Opens a library, making it and its directory where there is none.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - options: journal, clock, and whom to tell about waiting.
  /// - Returns: the library.
  /// - Throws: `newer` and `notALibrary` with the file untouched; `damaged`, after which `rescue` may
  ///   help; `inaccessible`; `full`.
  public static func open(
    at path: String, options: LibraryOptions = LibraryOptions()
  ) throws(LibraryError) -> Library {
    do {
      let library = Library(try connect(path, options), path: path, options)
      _ = try library.hasChangedElsewhere()
      return library
    } catch {
      let reason = LibraryError(error, path: path, isInterrupted: options.isInterrupted)
      // Our header was there, so what SQLite cannot read is a damaged library.
      throw reason.kind == .notALibrary && error is DatabaseError
        ? LibraryError(.damaged, "The library \(path) is damaged.") : reason
    }
  }

  /// Makes a library that is gone with the program.
  ///
  /// - Parameter options: the clock.
  /// - Returns: an empty library.
  /// - Throws: `other`, where SQLite is unusable.
  public static func inMemory(
    options: LibraryOptions = LibraryOptions()
  ) throws(LibraryError) -> Library {
    do { return Library(try connectInMemory(options), path: "", options) } catch {
      throw LibraryError(error)
    }
  }

  /// Sets a damaged library aside and makes a new one of what can be read of it. Where this throws,
  /// or is killed, nothing is lost, and the next call begins anew or goes on.
  ///
  /// - Parameters:
  ///   - path: the damaged file; nothing may have it open.
  ///   - options: as for `open`.
  ///   - reading: reads anew, from its original, an article whose content is damaged; nil where it
  ///     cannot. Unless it is given, such articles are lost.
  /// - Returns: the new library and what was saved.
  /// - Throws: `inaccessible`, `full`, `interrupted`, with the damaged library as it was.
  public static func rescue(
    at path: String, options: LibraryOptions = LibraryOptions(),
    reading: (OriginalSource) -> Addition? = { _ in nil }
  ) throws(LibraryError) -> LibraryRescue {
    do {
      return try withoutActuallyEscaping(reading) { reading in
        try Rescuing(path: path, options: options, reading: reading).run()
      }
    } catch {
      throw LibraryError(error, path: path)
    }
  }

  /// Whether another program changed the library since this was asked last.
  ///
  /// Costs one small read. Watch `path` and `path` + "-wal" with inotify to know when to ask.
  ///
  /// - Returns: whether to read again what is shown.
  /// - Throws: `inaccessible`, `damaged`.
  public func hasChangedElsewhere() throws(LibraryError) -> Bool {
    let version = try catching {
      // Each connection counts the changes of all others, so it must always be the same one.
      try writer.writeWithoutTransaction {
        try Int.fetchOne($0, sql: "PRAGMA data_version") ?? 0
      }
    }
    return seenVersion.withLock { seen in
      defer { seen = version }
      return seen != nil && seen != version
    }
  }
}

// MARK: - Adding

extension Library {
  /// Adds articles: all of them or, where this throws, none.
  ///
  /// Batches of some hundred are quickest. Between batches a caller may stop at any time.
  ///
  /// - Parameters:
  ///   - additions: the articles, made ready on any thread.
  ///   - interruption: stops before the batch is kept.
  /// - Returns: what became of each, in their order.
  /// - Throws: `full`, `interrupted`, `inaccessible`, `damaged`.
  public func add(
    _ additions: [PreparedAddition], interruption: Interruption? = nil
  ) throws(LibraryError) -> [AddingOutcome] {
    let now = options.now()
    return try write(interruption) { database in
      var batch = AddingBatch(database: database, now: now)
      return try batch.add(additions)
    }
  }

  /// The article that was read from these very bytes before, so that they need not be parsed.
  ///
  /// - Parameter original: the bytes of a source.
  /// - Returns: the article, or nil where the bytes are new.
  /// - Throws: `inaccessible`, `damaged`.
  public func article(readFrom original: [UInt8]) throws(LibraryError) -> ArticleID? {
    let hash = Data(fingerprint(of: original, kind: 0))
    return try read { database in
      try Int64.fetchOne(
        database, sql: "SELECT article_id FROM fingerprints WHERE hash = ?", arguments: [hash])
    }.map(ArticleID.init(row:))
  }
}

extension Library {
  /// Looks which of some articles lie in the bin, as when they are added again: adding brings
  /// nothing back.
  ///
  /// - Parameter ids: articles and variants of articles.
  /// - Returns: those that no list shows, each with the article to restore, which is itself or the
  ///   main version.
  /// - Throws: `inaccessible`, `damaged`.
  public func deleted(
    among ids: some Sequence<ArticleID>
  ) throws(LibraryError) -> [ArticleID: ArticleID] {
    let numbers = "[" + ids.compactMap(\.row).map(String.init).joined(separator: ",") + "]"
    let rows = try read { database in
      try Row.fetchAll(
        database,
        sql: """
          SELECT a.id, main.article_id FROM json_each(?) JOIN articles a ON a.id = value
          JOIN statuses main ON main.article_id = coalesce(a.variant_of, a.id)
          WHERE main.shelf = ?
          """, arguments: [numbers, Shelf.deleted.rawValue])
    }
    return Dictionary(
      rows.map { (ArticleID(row: $0[0]), ArticleID(row: $0[1])) },
      uniquingKeysWith: { first, _ in
        first
      })
  }
}

// MARK: - Inside

extension Library {
  var today: PublicationDate { options.today }

  func catching<Result>(_ body: () throws -> Result) throws(LibraryError) -> Result {
    do { return try body() } catch {
      throw LibraryError(error, path: path, isInterrupted: options.isInterrupted)
    }
  }

  func read<Result>(
    _ interruption: Interruption? = nil, _ body: (Database) throws -> Result
  ) throws(LibraryError) -> Result {
    try catching {
      try writer.read { database in
        guard let interruption else { return try body(database) }
        return try interruption.guarding(database) { try body(database) }
      }
    }
  }

  func write<Result>(
    _ interruption: Interruption? = nil, _ body: (Database) throws -> Result
  ) throws(LibraryError) -> Result {
    try catching {
      try writer.write { database in
        guard let interruption else { return try body(database) }
        return try interruption.guarding(database) { try body(database) }
      }
    }
  }
}
