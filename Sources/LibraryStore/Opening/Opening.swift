// Opens a library: is it one, may this program write it, which journal, which form.

internal import GRDB

extension Library {
  /// Opens a file, bringing it to today's form. Where another program is making it just now, SQLite
  /// does not wait for some of the locks: so the whole is tried again, for five seconds.
  static func connect(_ path: String, _ options: LibraryOptions) throws -> any DatabaseWriter {
    for _ in 0..<500 {
      do { return try connectOnce(path, options) } catch let error as DatabaseError
        where error.resultCode == .SQLITE_BUSY
      { pause(milliseconds: 10) }
      try options.interruption?.check()
    }
    return try connectOnce(path, options)
  }

  private static func connectOnce(
    _ path: String, _ options: LibraryOptions
  ) throws -> any DatabaseWriter {
    try refuseOthers(path)
    guard options.journal == .automatic, canShareMemory(path) else {
      return try connectWithRollback(path, options)
    }
    let writer = try DatabasePool(path: path, configuration: configuration(options))
    try prepare(writer, path, options)
    return writer
  }

  private static func connectWithRollback(
    _ path: String, _ options: LibraryOptions
  ) throws -> any DatabaseWriter {
    var configuration = configuration(options)
    configuration.prepareDatabase { database in
      if !database.configuration.readonly {
        try database.execute(sql: "PRAGMA journal_mode = TRUNCATE")
      }
    }
    let writer = try DatabaseQueue(path: path, configuration: configuration)
    try prepare(writer, path, options)
    return writer
  }

  /// Whether programs can share memory beside a file, as a write-ahead log needs. A file that has
  /// such a log is not asked again.
  private static func canShareMemory(_ path: String) -> Bool {
    if isOnNetwork(directory(of: path)) { return false }
    let hasLog = head(of: path, count: 20).map { $0.count == 20 && $0[18] == 2 } ?? false
    return hasLog || canMapFiles(beside: path)
  }

  /// A library that is gone with the program.
  static func connectInMemory(_ options: LibraryOptions) throws -> any DatabaseWriter {
    let writer = try DatabaseQueue(configuration: configuration(options))
    try prepare(writer, "", options)
    return writer
  }

  private static func configuration(_ options: LibraryOptions) -> Configuration {
    var configuration = Configuration()
    configuration.maximumReaderCount = 3
    configuration.busyMode = .callback(Patience(options).wait)
    configuration.prepareDatabase { database in
      try database.execute(sql: "PRAGMA recursive_triggers = OFF; PRAGMA temp_store = MEMORY")
    }
    return configuration
  }

  private static func prepare(
    _ writer: any DatabaseWriter, _ path: String, _ options: LibraryOptions
  ) throws {
    if try writer.read(migrator.hasBeenSuperseded) { throw newer(path) }
    try migrate(writer, options)
    try writer.writeWithoutTransaction { database in
      // A kill loses nothing either way; with FULL, neither does a power cut.
      try database.execute(
        sql: """
          PRAGMA synchronous = FULL; PRAGMA cache_size = \(options.addsMany ? -32_000 : -16_000)
          """)
      // Longer logs are brought into the file less often, which adds many articles quicker; but who
      // opens the library after a kill reads the log first.
      let pages = options.addsMany ? 32_000 : 4000
      _ = try Int.fetchOne(database, sql: "PRAGMA wal_autocheckpoint = \(pages)")
      // A log that is longer is cut once it is worked in, as another program keeps it in use.
      _ = try Int.fetchOne(database, sql: "PRAGMA journal_size_limit = \(4000 * 4096)")
      if let limit = options.pageLimit {
        _ = try Int.fetchOne(database, sql: "PRAGMA max_page_count = \(limit)")
      }
    }
  }

  /// Brings a library to today's form. Another program may do so at the same time, and be first with
  /// any step: then the next is tried.
  private static func migrate(_ writer: any DatabaseWriter, _ options: LibraryOptions) throws {
    var steps = try writer.read(migrator.appliedIdentifiers)
    if !steps.isEmpty, try !writer.read(migrator.hasCompletedMigrations) {
      options.waiting("Bringing the library to the form of this version, which may take minutes.")
    }
    while try !writer.read(migrator.hasCompletedMigrations) {
      do { try migrator.migrate(writer) } catch {
        let done = try writer.read(migrator.appliedIdentifiers)
        guard done != steps else { throw error }
        steps = done
      }
    }
  }

  private static func newer(_ path: String) -> LibraryError {
    LibraryError(
      .newer,
      "The library \(path) was made by a newer pullquote; it was left as it is. Use that version.")
  }

  /// Looks at the file's header without SQLite, so that a file of somebody else is not touched.
  private static func refuseOthers(_ path: String) throws {
    if RescueNames(path: path).areHalfSwapped {
      throw LibraryError(.damaged, "The rescue of the library \(path) was not finished.")
    }
    guard fileSize(path) > 0 else {
      makeDirectory(directory(of: path))
      return
    }
    guard let head = head(of: path, count: 72) else {
      // It was set aside just now.
      if !fileExists(path) { return try refuseOthers(path) }
      throw LibraryError(.inaccessible, "The library \(path) could not be opened.")
    }
    let isSQLite = head.count == 72 && head.starts(with: "SQLite format 3\0".utf8)
    func number(_ place: Range<Int>) -> Int32 {
      head.count == 72 ? head[place].reduce(Int32(0)) { $0 << 8 | Int32($1) } : 0
    }
    let id = number(68..<72)
    guard isSQLite, try id == applicationID || (id == 0 && isUnfinished(path)) else {
      if !isSQLite, fileExists(path + "-wal") || path.hasSuffix(".sqlite") {
        throw LibraryError(.damaged, "The library \(path) is damaged: its first page is not one.")
      }
      throw LibraryError(.notALibrary, "\(path) is no library of pullquote; it was left as it is.")
    }
    if number(60..<64) > schemaVersion { throw newer(path) }
  }

  /// Whether a database is a library whose making was killed: it has no table of anybody's, or its
  /// number stands in the log only.
  private static func isUnfinished(_ path: String) throws -> Bool {
    var configuration = Configuration()
    configuration.readonly = true
    let database = try DatabaseQueue(path: path, configuration: configuration)
    return try database.read { database in
      let tables = try Int.fetchOne(
        database, sql: "SELECT count(*) FROM sqlite_master WHERE name NOT LIKE '%grdb%'")
      let id = try Int32.fetchOne(database, sql: "PRAGMA application_id")
      return tables == 0 || id == applicationID
    }
  }
}

/// Waits for another program that writes, and says so once when it takes longer.
private struct Patience: Sendable {
  private let options: LibraryOptions

  init(_ options: LibraryOptions) { self.options = options }

  /// A change waits as long as it takes, unless it is interrupted. 5 ms at first, then 25.
  @Sendable func wait(tries: Int) -> Bool {
    if options.isInterrupted { return false }
    if tries == 20 {
      options.waiting("Waiting for another pullquote that is writing to the library.")
    }
    pause(milliseconds: tries < 20 ? 5 : 25)
    return true
  }
}
