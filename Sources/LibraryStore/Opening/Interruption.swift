// Stops a search that nobody waits for any more. SQLite asks every few thousand steps; the answer
// is one atomic flag, so that stopping is safe from any thread at any time.

internal import GRDB
internal import GRDBSQLite
internal import Synchronization

/// A switch that stops a search from another thread.
public final class Interruption: Sendable {
  private let flag = Atomic(false)

  /// Makes a switch that lets work go on.
  public init() {}

  /// Stops the work that was given this switch, now and later.
  public func interrupt() { flag.store(true, ordering: .relaxed) }

  /// Whether it was stopped.
  public var isInterrupted: Bool { flag.load(ordering: .relaxed) }

  /// Runs statements that stop when the switch is thrown.
  func guarding<Result>(_ database: Database, _ body: () throws -> Result) throws -> Result {
    let token = unsafe Unmanaged.passUnretained(self).toOpaque()
    unsafe sqlite3_progress_handler(
      database.sqliteConnection, 4000,
      { token in
        guard let token = unsafe token else { return 0 }
        return unsafe Unmanaged<Interruption>.fromOpaque(token).takeUnretainedValue().isInterrupted
          ? 1 : 0
      }, token)
    defer { unsafe sqlite3_progress_handler(database.sqliteConnection, 0, nil, nil) }
    try check()
    let result = try body()
    // Work too small for SQLite to ask must not be kept either.
    try check()
    return result
  }

  /// Throws where the switch was thrown.
  func check() throws {
    if isInterrupted { throw LibraryError(.interrupted, "Interrupted.") }
  }
}
