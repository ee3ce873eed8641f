// What keeps the library sound and lets it go elsewhere: checks, backups, space, retention, exports.

internal import Articles
internal import GRDB
internal import Queries

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

  /// Looks whether a new file of a name would take the place of the library, of its log or of what
  /// its users share.
  ///
  /// - Parameter path: the name of the file to be.
  /// - Throws: `refused`, where it would.
  public func refuseReplacement(by path: String) throws(LibraryError) {
    let endings = ["", "-wal", "-shm", "-journal"]
    guard !endings.contains(where: { namesSameFile(path, self.path + $0) }) else {
      throw LibraryError(.refused, "\(path) is the library itself: name another file.")
    }
  }

  /// Copies the library to another file while it is in use. The file is there whole or not at all.
  ///
  /// - Parameter path: the copy; a file of that name is replaced.
  /// - Throws: `refused` where that is the library itself; `full`, `inaccessible`.
  public func backup(to path: String) throws(LibraryError) {
    try refuseReplacement(by: path)
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
  /// each article, in the order in which they came: so an import, too, meets an article before its
  /// variants.
  ///
  /// - Parameter write: takes each line without its end; what it throws ends the export.
  /// - Throws: `inaccessible`, `damaged`, and what `write` throws as `other`.
  public func export(_ write: ([UInt8]) throws -> Void) throws(LibraryError) {
    try catching {
      try writer.read { database in
        try write(ExportedHead.line(database))
        let articles = try Int64.fetchCursor(
          database, sql: "SELECT article_id FROM statuses ORDER BY article_id")
        while let article = try articles.next() {
          try write(ExportedArticle.line(database, article))
        }
      }
    }
  }

  /// Takes lines of an export, all or none. Articles that are there already stay as they are.
  ///
  /// - Parameters:
  ///   - lines: some lines, each without its end; some hundred at a time are quickest.
  ///   - first: the number of the first of them in its file, from 1.
  ///   - interruption: stops before the lines are kept.
  /// - Returns: what became of each article.
  /// - Throws: `refused` with the number of the line; `full`, `interrupted`, `inaccessible`.
  @discardableResult
  public func importLines(
    _ lines: [[UInt8]], from first: Int = 1, interruption: Interruption? = nil
  ) throws(LibraryError) -> [AddingOutcome] {
    let now = options.now()
    return try write(interruption) { database in
      try zip(first..., lines).compactMap { number, line in
        do {
          return try Importing(database: database, now: now).take(JSONValue(line))
        } catch is CodingMistake {
          throw LibraryError(.refused, "Line \(number) is no line of an export.")
        } catch let mistake as JSONMistake {
          throw LibraryError(
            .refused, "Line \(number) is no JSON, at byte \(mistake.offset + 1).")
        }
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
