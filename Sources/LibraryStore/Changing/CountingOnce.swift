internal import GRDB

/// Lets a change of many articles count them once, at its end. Counting at every row takes most of
/// the time of marking a whole library; counting anew looks at all of it, whatever changed.
struct CountingOnce {
  let database: Database

  /// From so many articles on it is quicker. Tests lower it.
  @TaskLocal static var many = 2000

  /// Makes a change of so many articles that are counted otherwise after it.
  func perform<Result>(_ count: Int, _ body: () throws -> Result) throws -> Result {
    guard count >= Self.many, try count * Self.share >= total else { return try body() }
    let names = ["statuses_read", "statuses_moved"]
    let triggers = try names.map { name in
      try String.fetchOne(
        database, sql: "SELECT sql FROM sqlite_master WHERE type = 'trigger' AND name = ?",
        arguments: [name]) ?? ""
    }
    // Inside the transaction of the change: nobody else ever sees the library without them.
    for name in names { try database.execute(sql: "DROP TRIGGER \(name)") }
    let result = try body()
    for trigger in triggers { try database.execute(sql: trigger) }
    try countAnew()
    return result
  }

  /// A row costs about ten times as much to count by itself.
  private static let share = 10

  private var total: Int {
    get throws {
      try Int.fetchOne(database, sql: "SELECT sum(articles) FROM counts WHERE kind = 0") ?? 0
    }
  }

  /// Makes the table of counts anew.
  func countAnew() throws {
    try database.execute(sql: "DELETE FROM counts; INSERT INTO counts \(countedAnew)")
  }
}
