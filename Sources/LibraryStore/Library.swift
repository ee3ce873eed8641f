// The library: articles and what people did with them, in one SQLite file. This file is the entire
// public interface.
//
// Every verb that changes something has committed it and brought it to the disk when it returns;
// there is nothing to flush. Verbs block: call them off the loop. Any number of threads and programs
// may use one library at once; writers take turns.

public import Articles
internal import FoundationEssentials
internal import GRDB
internal import GRDBSQLite
public import Queries
internal import Synchronization

/// The kept articles.
public final class Library: Sendable {
  /// Where the library lies; empty for one in memory.
  public let path: String
  private let writer: any DatabaseWriter
  private let options: LibraryOptions
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
      let reason = LibraryError(error, path: path)
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

  /// Sets a damaged library aside and makes a new one of what can be read of it.
  ///
  /// - Parameters:
  ///   - path: the damaged file; nothing may have it open.
  ///   - options: as for `open`.
  /// - Returns: the new library and what was saved.
  /// - Throws: `inaccessible`, `full`.
  public static func rescue(
    at path: String, options: LibraryOptions = LibraryOptions()
  ) throws(LibraryError) -> LibraryRescue {
    do { return try Rescuing(path: path, options: options).run() } catch {
      throw LibraryError(error, path: path)
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

// MARK: - Lists and searches

extension Library {
  /// Rows of a listing.
  ///
  /// - Parameters:
  ///   - listing: which articles in which order.
  ///   - anchor: from where. An article that is gone counts as the beginning or the end.
  ///   - count: how many at most.
  ///   - interruption: stops the search.
  /// - Returns: the rows in the listing's order, whichever way they were read.
  /// - Throws: `interrupted`, `inaccessible`, `damaged`.
  public func page(
    of listing: Listing, at anchor: PageAnchor = .first, count: Int,
    interruption: Interruption? = nil
  ) throws(LibraryError) -> ListPage {
    let today = today
    return try read(interruption) { database in
      let found = try ListingPages(database, listing, today: today)
        .articles(at: anchor, count: count)
      return ListPage(
        rows: try Summaries(database: database).of(found.articles), hasMore: found.hasMore)
    }
  }

  /// How many articles a listing has. Of everything this is known; else articles are looked at, up
  /// to a limit.
  ///
  /// - Parameters:
  ///   - listing: which articles.
  ///   - limit: where counting stops.
  ///   - interruption: stops the search.
  /// - Returns: the count, and whether it stopped at the limit.
  /// - Throws: `interrupted`, `inaccessible`, `damaged`.
  public func count(
    of listing: Listing, upTo limit: Int = 10_000, interruption: Interruption? = nil
  ) throws(LibraryError) -> ArticleCount {
    let today = today
    return try read(interruption) {
      try Counting(database: $0).count(listing, limit: limit, today: today)
    }
  }

  /// The groups of the list with their counts: sources, tags and collections by name, days newest
  /// first. A listing with `source:`, `date:`, `tag:` or `in:` shows one.
  ///
  /// - Parameters:
  ///   - grouping: what groups are made by.
  ///   - includesArchived: whether archived articles count.
  /// - Returns: the groups that have an article.
  /// - Throws: `inaccessible`, `damaged`.
  public func groups(
    by grouping: Grouping, includesArchived: Bool = false
  ) throws(LibraryError) -> [ArticleGroup] {
    try read {
      try Counting(database: $0).groups(by: grouping, includesArchived: includesArchived)
    }
  }

  /// Hits of a search with the words around them.
  ///
  /// - Parameters:
  ///   - listing: what is looked for, in which order; `includesArchived` suits searches.
  ///   - isRanked: whether the best come first: slower, by words only, and from the first on.
  ///   - anchor: from where, unless ranked.
  ///   - count: how many at most.
  ///   - interruption: stops the search.
  /// - Returns: the hits.
  /// - Throws: `interrupted`, `inaccessible`, `damaged`.
  public func search(
    _ listing: Listing, isRanked: Bool = false, at anchor: PageAnchor = .first, count: Int,
    interruption: Interruption? = nil
  ) throws(LibraryError) -> SearchPage {
    let today = today
    return try read(interruption) { database in
      let searching = Searching(database: database, today: today)
      return isRanked
        ? try searching.ranked(listing, count: count)
        : try searching.page(listing, at: anchor, count: count)
    }
  }

  /// Where a query's words, quotes and figures stand in an article.
  ///
  /// - Parameters:
  ///   - query: what was looked for.
  ///   - id: the article.
  /// - Returns: ranges of its canonical text, in order.
  /// - Throws: `missing`, `inaccessible`, `damaged`.
  public func matches(of query: Query, in id: ArticleID) throws(LibraryError) -> [TextRange] {
    let row = try row(of: id)
    return try read { database in
      let place = try Int64.fetchOne(
        database, sql: "SELECT place FROM articles WHERE id = ?", arguments: [row])
      guard let place else { return [] }
      return try Matches(database, query).ranges(in: [place])[place] ?? []
    }
  }
}

// MARK: - One article

extension Library {
  /// An article with its excerpts and all that was done with it.
  ///
  /// - Parameter id: which.
  /// - Returns: the article with corrections worked in.
  /// - Throws: `missing`, `inaccessible`, `damaged`.
  public func article(_ id: ArticleID) throws(LibraryError) -> LibraryArticle {
    let row = try row(of: id)
    return try read { try ArticleReading(database: $0).article(id, row: row) }
  }

  /// The bytes that an article was read from.
  ///
  /// - Parameter id: which.
  /// - Returns: the bytes as they came.
  /// - Throws: `missing`, `inaccessible`, `damaged`.
  public func original(of id: ArticleID) throws(LibraryError) -> OriginalSource {
    let row = try row(of: id)
    return try read { try ArticleReading(database: $0).original(id, row: row) }
  }

  /// Puts a new reading of an article's original in the place of the old one, as after the program
  /// has learnt to read better. Status, corrections, marks and saved excerpts stay.
  ///
  /// - Parameters:
  ///   - id: which.
  ///   - addition: the new reading.
  /// - Returns: how many saved excerpts no longer find their words.
  /// - Throws: `missing`, `full`, `inaccessible`, `damaged`.
  @discardableResult
  public func replaceContent(
    of id: ArticleID, with addition: PreparedAddition
  ) throws(LibraryError) -> Int {
    let row = try row(of: id)
    return try write { try ContentReplacement(database: $0, article: row).replace(with: addition) }
  }

  /// Saved excerpts over all articles, the latest first.
  ///
  /// - Returns: the excerpts, detached ones too.
  /// - Throws: `inaccessible`, `damaged`.
  public func savedExcerpts() throws(LibraryError) -> [SavedExcerpt] {
    try read { try SavedExcerpts(database: $0).all() }
  }

  /// Saved searches by name.
  ///
  /// - Returns: the searches.
  /// - Throws: `inaccessible`, `damaged`.
  public func savedSearches() throws(LibraryError) -> [SavedSearch] {
    try read { database in
      try Row.fetchAll(database, sql: "SELECT name, query FROM saved_searches ORDER BY name")
        .map { SavedSearch(name: $0[0], query: $0[1]) }
    }
  }
}

// MARK: - Changing

extension Library {
  /// Makes a change, as one step of undo.
  ///
  /// - Parameter change: what to change.
  /// - Returns: what was done, in a few words as "Read: 12 articles"; nil where nothing changed.
  /// - Throws: `missing`, `full`, `inaccessible`, `damaged`.
  @discardableResult
  public func perform(_ change: LibraryChange) throws(LibraryError) -> String? {
    let now = options.now()
    return try write { try Changes(database: $0, now: now).perform(change) }
  }

  /// Takes the latest change back, whichever program made it.
  ///
  /// - Returns: what was undone, in the words of `perform`; nil where there is nothing.
  /// - Throws: `full`, `inaccessible`, `damaged`.
  @discardableResult
  public func undo() throws(LibraryError) -> String? {
    try write { try Undoing(database: $0).step(isRedo: false) }
  }

  /// Makes the change again that was undone last.
  ///
  /// - Returns: what was done again; nil where there is nothing.
  /// - Throws: `full`, `inaccessible`, `damaged`.
  @discardableResult
  public func redo() throws(LibraryError) -> String? {
    try write { try Undoing(database: $0).step(isRedo: true) }
  }

  /// Remembers where an article was left. No step of undo.
  ///
  /// - Parameters:
  ///   - position: a UTF-8 offset into its canonical text.
  ///   - id: which.
  /// - Throws: `missing`, `full`, `inaccessible`, `damaged`.
  public func setPosition(_ position: Int, of id: ArticleID) throws(LibraryError) {
    let row = try row(of: id)
    let now = options.now()
    try write { try Positions(database: $0, now: now).set(max(0, position), of: row) }
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

// MARK: - Care

extension Library {
  /// Looks at everything: pages, references, indexes, counts.
  ///
  /// - Parameter interruption: stops the check.
  /// - Returns: what is wrong and what is worth knowing.
  /// - Throws: `interrupted`, `inaccessible`.
  public func check(interruption: Interruption? = nil) throws(LibraryError) -> LibraryCheck {
    // Asking an index whether it is sound is a write in SQLite's eyes, though it changes nothing.
    try write(interruption) { try Checking(database: $0).check() }
  }

  /// Copies the library to another file while it is in use. The file is there whole or not at all.
  ///
  /// - Parameter path: the copy; a file of that name is replaced.
  /// - Throws: `refused` where that is the library itself; `full`, `inaccessible`.
  public func backup(to path: String) throws(LibraryError) {
    guard !isSameFile(path, self.path) else {
      throw LibraryError(.refused, "\(path) is the library itself: name another file.")
    }
    let draft = path + ".part"
    removeFile(draft)
    do {
      makeDirectory(directory(of: path))
      let copy = try DatabaseQueue(path: draft)
      try writer.backup(to: copy)
      try copy.writeWithoutTransaction {
        _ = try String.fetchOne($0, sql: "PRAGMA journal_mode = DELETE")
      }
      try copy.close()
      syncFile(draft)
      // SQLite would work the log of an older backup into the new one.
      for ending in ["-wal", "-shm", "-journal"] { removeFile(path + ending) }
      guard moveFile(draft, to: path) else {
        throw LibraryError(.inaccessible, "The backup could not be named \(path).")
      }
      syncFile(path)
    } catch {
      removeFile(draft)
      throw LibraryError(error, path: path)
    }
  }

  /// Purges what was deleted, mends indexes and counts, and gives unused space back. Purged articles
  /// cannot be undone; what was saved of them stays.
  ///
  /// - Parameter keepsDeleted: whether what was deleted stays.
  /// - Returns: how many articles went.
  /// - Throws: `full`, `inaccessible`, `damaged`.
  @discardableResult
  public func compact(keepsDeleted: Bool = false) throws(LibraryError) -> Int {
    let purged = try write { database in
      let compacting = Compacting(database: database)
      let count = keepsDeleted ? 0 : try compacting.purgeDeleted()
      try compacting.tidy()
      return count
    }
    try catching { try writer.vacuum() }
    try catching { try writer.writeWithoutTransaction { try $0.truncateLog() } }
    return purged
  }

  /// Moves to the bin what rules say, as one step of undo.
  ///
  /// - Parameter rules: which articles go; by default none.
  /// - Returns: what was done; nil where nothing went.
  /// - Throws: `full`, `inaccessible`, `damaged`.
  @discardableResult
  public func apply(_ rules: RetentionRules) throws(LibraryError) -> String? {
    guard let listing = rules.listing else { return nil }
    return try perform(.move(.listing(listing), to: .deleted))
  }

  /// Writes everything but the log of undo as JSON Lines: a line about the library, then one for
  /// each article, oldest first.
  ///
  /// - Parameter write: takes each line without its end; what it throws ends the export.
  /// - Throws: `inaccessible`, `damaged`, and what `write` throws as `other`.
  public func export(_ write: ([UInt8]) throws -> Void) throws(LibraryError) {
    try catching {
      try writer.read { database in
        try write(ExportedHead.line(database))
        let articles = try Int64.fetchCursor(
          database, sql: "SELECT article_id FROM statuses ORDER BY place")
        while let article = try articles.next() {
          try write(ExportedArticle.line(database, article))
        }
      }
    }
  }

  /// Takes lines of an export, all or none. Articles that are there already stay as they are.
  ///
  /// - Parameter lines: some lines, each without its end; some hundred at a time are quickest.
  /// - Returns: what became of each article.
  /// - Throws: `refused` with the number of the line among these; `full`, `inaccessible`.
  @discardableResult
  public func importLines(_ lines: [[UInt8]]) throws(LibraryError) -> [AddingOutcome] {
    let now = options.now()
    return try write { database in
      try lines.enumerated().compactMap { number, line in
        do {
          return try Importing(database: database, now: now).take(JSONValue(line))
        } catch is CodingMistake {
          throw LibraryError(.refused, "Line \(number + 1) is no line of an export.")
        } catch let mistake as JSONMistake {
          throw LibraryError(
            .refused, "Line \(number + 1) is no JSON, at byte \(mistake.offset + 1).")
        }
      }
    }
  }
}

// MARK: - Inside

extension Library {
  private var today: PublicationDate { PublicationDate(dayNumber: options.now() / 86_400) }

  private func catching<Result>(_ body: () throws -> Result) throws(LibraryError) -> Result {
    do { return try body() } catch { throw LibraryError(error, path: path) }
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

extension Database {
  /// Brings the write-ahead log into the file, if there is one.
  fileprivate func truncateLog() throws {
    _ = try Row.fetchAll(self, sql: "PRAGMA wal_checkpoint(TRUNCATE)")
  }
}
