// The names that files of a rescue have, and how they change. At each moment a kill leaves either the
// damaged library at its place, or the whole rescued one beside a place that is empty: then the next
// who opens the library finishes what was begun.

internal import Articles

struct RescueNames {
  /// Where the library lies.
  let path: String

  /// What SQLite adds to a name for its log, what it shares, and its journal.
  private static let endings = ["-wal", "-shm", "-journal"]

  /// The copy while it grows.
  var draft: String { path + ".rescue" }
  /// The copy once it is whole.
  private var rescued: String { path + ".rescued" }

  /// Whether the damaged library was set aside, and the rescued one has not taken its place.
  var areHalfSwapped: Bool { !fileExists(path) && fileExists(rescued) }

  /// Removes what a rescue that ended early left.
  func removeCopies() {
    for name in [draft, rescued] {
      for ending in [""] + Self.endings { removeFile(name + ending) }
    }
  }

  /// Says that the copy, which nobody has open any more, is whole.
  func draftIsWhole() throws {
    guard fileSize(draft + "-wal") == 0 else { throw Self.notSetAside(path) }
    for ending in Self.endings { removeFile(draft + ending) }
    syncFile(draft)
    guard moveFile(draft, to: rescued) else { throw Self.notSetAside(path) }
  }

  /// Sets the damaged library aside and puts the rescued one in its place.
  ///
  /// - Returns: where the damaged one lies.
  func swap(on today: PublicationDate) throws -> String {
    let aside = areHalfSwapped ? nameTakenLast(today) : freeName(today)
    // The library first: a log without it is never taken for somebody else's.
    for ending in [""] + Self.endings where fileExists(path + ending) {
      guard moveFile(path + ending, to: aside + ending) else { throw Self.notSetAside(path) }
    }
    guard moveFile(rescued, to: path) else { throw Self.notSetAside(path) }
    syncFile(path)
    return aside
  }

  static func notSetAside(_ path: String) -> LibraryError {
    LibraryError(.inaccessible, "The damaged library \(path) could not be set aside.")
  }

  /// A name beside the library under which nothing lies.
  private func freeName(_ today: PublicationDate) -> String {
    names(today).first { name in
      ([""] + Self.endings).allSatisfy { !fileExists(name + $0) }
    } ?? path + ".damaged"
  }

  /// The name that the damaged library was given, some day of the last year, if its log can still
  /// go there.
  private func nameTakenLast(_ today: PublicationDate) -> String {
    var last: String?
    for days in 0..<366 where last == nil {
      let date = PublicationDate(dayNumber: today.dayNumber - days)
      for name in names(date) {
        guard fileExists(name) else { break }
        last = name
      }
    }
    func isFree(_ ending: String) -> Bool {
      !fileExists(path + ending) || last.map { !fileExists($0 + ending) } ?? false
    }
    guard let last, Self.endings.allSatisfy(isFree) else { return freeName(today) }
    return last
  }

  private func names(_ today: PublicationDate) -> some Sequence<String> {
    (1...).lazy.map { "\(path).damaged-\(today)" + ($0 == 1 ? "" : "-\($0)") }
  }
}
