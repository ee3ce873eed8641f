// Writes many rows with one statement. Adding an article takes some forty rows, and binding them by
// hand takes half the time; texts are bound with their length, so that they may hold a NUL.

internal import GRDB
internal import GRDBSQLite

/// A value of a column.
enum Column {
  case int(Int64)
  case real(Double)
  case text(String)
  case bytes([UInt8])
  case null

  static func int(_ value: Int) -> Column { .int(Int64(value)) }
  static func optional(_ text: String?) -> Column { text.map(Column.text) ?? .null }
}

/// Insert statements by their SQL, prepared once for a batch.
@safe final class RowWriter {
  private let connection: OpaquePointer?
  private var statements: [String: OpaquePointer] = unsafe [:]

  init(_ database: Database) {
    unsafe connection = database.sqliteConnection
  }

  deinit {
    unsafe statements.values.forEach { unsafe sqlite3_finalize($0) }
  }

  /// Inserts one row.
  ///
  /// - Parameters:
  ///   - table: the table and its columns.
  ///   - conflict: what to do where a row with the same key is there.
  ///   - columns: the values.
  /// - Throws: what SQLite says, as a full disk.
  func insert(_ table: String, or conflict: String = "ABORT", _ columns: Column...) throws {
    let statement = try unsafe statement("INSERT OR \(conflict) INTO", table, columns.count)
    for (index, column) in columns.enumerated() {
      unsafe bind(column, to: statement, at: Int32(index + 1))
    }
    let code = unsafe sqlite3_step(statement)
    unsafe sqlite3_reset(statement)
    guard code == SQLITE_DONE else { throw failure(code) }
  }

  private func statement(_ verb: String, _ table: String, _ count: Int) throws -> OpaquePointer {
    let key = verb + table
    if let known = unsafe statements[key] { return unsafe known }
    let marks = [String](repeating: "?", count: count).joined(separator: ", ")
    var statement: OpaquePointer?
    let code = unsafe sqlite3_prepare_v2(
      connection, "\(verb) \(table) VALUES (\(marks))", -1, &statement, nil)
    guard code == SQLITE_OK, let statement = unsafe statement else { throw failure(code) }
    unsafe statements[key] = statement
    return unsafe statement
  }

  private func bind(_ column: Column, to statement: OpaquePointer, at index: Int32) {
    switch column {
    case .int(let value): unsafe sqlite3_bind_int64(statement, index, value)
    case .real(let value): unsafe sqlite3_bind_double(statement, index, value)
    case .null: unsafe sqlite3_bind_null(statement, index)
    // No address would mean no value.
    case .text(""): unsafe sqlite3_bind_text(statement, index, "", 0, Self.copying)
    case .text(var text):
      text.withUTF8 { bytes in
        let count = Int32(bytes.count)
        unsafe bytes.withMemoryRebound(to: CChar.self) { bytes in
          _ = unsafe sqlite3_bind_text(
            statement, index, bytes.baseAddress, count, Self.copying)
        }
      }
    case .bytes(let bytes) where bytes.isEmpty: unsafe sqlite3_bind_zeroblob(statement, index, 0)
    case .bytes(let bytes):
      unsafe sqlite3_bind_blob(statement, index, bytes, Int32(bytes.count), Self.copying)
    }
  }

  /// SQLite copies what it is given before a call returns (SQLITE_TRANSIENT, a macro in C).
  private static var copying: sqlite3_destructor_type {
    unsafe unsafeBitCast(-1, to: sqlite3_destructor_type.self)
  }

  private func failure(_ code: Int32) -> DatabaseError {
    let extended = unsafe sqlite3_extended_errcode(connection)
    return DatabaseError(
      resultCode: ResultCode(rawValue: extended == SQLITE_OK ? code : extended),
      message: unsafe String(cString: sqlite3_errmsg(connection)))
  }
}
