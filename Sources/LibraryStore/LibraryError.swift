internal import GRDB

/// Why a library could not do something. Nothing that was committed before is lost by any of them.
public struct LibraryError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What kind of trouble it is.
  public enum Kind: Hashable, Sendable {
    /// The file cannot be opened or written: rights, a missing directory, a device that fails.
    case inaccessible
    /// The file is something else.
    case notALibrary
    /// A newer program made it. It was not touched.
    case newer
    /// It is damaged; `Library.rescue(at:options:)` saves what can be read.
    case damaged
    /// The disk is full. The change was not made.
    case full
    /// The work was interrupted as asked. Nothing of it was kept.
    case interrupted
    /// Another program uses the library in a way that cannot be waited for. The change was not made.
    case busy
    /// What was asked for is not there, as an article that was purged.
    case missing
    /// What was given cannot be taken, as a line that is no export.
    case refused
    /// None of these.
    case other
  }

  /// What kind of trouble it is.
  public var kind: Kind
  /// One sentence for the reader.
  public var sentence: String

  /// Makes an error.
  public init(_ kind: Kind, _ sentence: String) {
    self.kind = kind
    self.sentence = sentence
  }

  /// The sentence.
  public var description: String { sentence }
}

extension LibraryError {
  /// The reader's words for what SQLite says.
  ///
  /// - Parameters:
  ///   - error: what went wrong.
  ///   - path: the file of the library.
  ///   - isInterrupted: whether somebody ended the waiting for another program.
  init(_ error: any Error, path: String = "", isInterrupted: Bool = false) {
    let subject = path.isEmpty ? "The library" : "The library \(path)"
    switch error {
    case let error as LibraryError: self = error
    // What is busy is waited for until somebody interrupts; but SQLite does not wait for all of it.
    case let error as DatabaseError where error.resultCode == .SQLITE_BUSY && !isInterrupted:
      self.init(.busy, "Another program is using the library; try again.")
    case let error as DatabaseError: self = Self.of(error, subject)
    case is CodingMistake, is JSONMistake:
      self.init(.damaged, "\(subject) holds an article in a form that cannot be read.")
    default: self.init(.other, "\(subject) could not be used: \(error).")
    }
  }

  private static func of(_ error: DatabaseError, _ subject: String) -> LibraryError {
    let detail = error.message ?? "\(error.resultCode)"
    switch error.resultCode {
    case .SQLITE_CORRUPT:
      return LibraryError(.damaged, "\(subject) is damaged (\(detail)).")
    case .SQLITE_NOTADB:
      return LibraryError(.notALibrary, "\(subject) is no library of pullquote.")
    case .SQLITE_FULL:
      return LibraryError(.full, "The disk is full: the last change was not kept.")
    case .SQLITE_IOERR:
      // A limit on the size of files, or a quota, ends in a short or failed write.
      let failedWrites: [ResultCode] = [.SQLITE_IOERR_WRITE, .SQLITE_IOERR_SHMSIZE]
      if failedWrites.contains(error.extendedResultCode) {
        return LibraryError(
          .full, "The library cannot grow (disk or quota full): the last change was not kept.")
      }
      return LibraryError(.inaccessible, "\(subject) could not be read or written (\(detail)).")
    case .SQLITE_INTERRUPT, .SQLITE_ABORT, .SQLITE_BUSY:
      return LibraryError(.interrupted, "Interrupted.")
    case .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_AUTH:
      return LibraryError(.inaccessible, "\(subject) could not be opened (\(detail)).")
    case .SQLITE_READONLY:
      return LibraryError(.inaccessible, "\(subject) may only be read.")
    case .SQLITE_CONSTRAINT where error.extendedResultCode == .SQLITE_CONSTRAINT_FOREIGNKEY:
      return LibraryError(.missing, "The library has no such article any more.")
    default: return LibraryError(.other, "\(subject) could not be used (\(detail)).")
    }
  }
}
