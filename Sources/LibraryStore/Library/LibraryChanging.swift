// What changes the library: each change is one step of undo, but for the place where an article was
// left.

public import Articles
internal import GRDB
public import Queries

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
}
