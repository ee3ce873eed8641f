// Keeps programs from opening a library while one of them rescues it, by a lock on its folder: the
// file itself changes its name. Where a folder cannot be locked, as on some networks, all goes on
// without.

internal import Glibc
internal import LibraryStore

/// What somebody does in the folder of a library.
enum FolderUse {
  /// Opens the library, as others may at the same time.
  case opening
  /// Rescues it, which nobody else may do or see half done.
  case rescuing

  fileprivate var operation: Int32 { (self == .opening ? LOCK_SH : LOCK_EX) | LOCK_NB }
}

/// Does something with a library while others keep to their use of its folder.
///
/// - Parameters:
///   - path: the file of the library.
///   - use: what the body does.
///   - options: whom to tell about waiting, and what ends it.
///   - body: the work.
/// - Returns: what the body gives.
/// - Throws: `interrupted`, and what the body throws.
func usingFolder<Result>(
  of path: String, for use: FolderUse, _ options: LibraryOptions,
  _ body: () throws(LibraryError) -> Result
) throws(LibraryError) -> Result {
  let slash = path.lastIndex(of: "/")
  let folder = slash.map { String(path[...$0]) } ?? "."
  let descriptor = unsafe open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
  guard descriptor >= 0 else { return try body() }
  defer { close(descriptor) }
  try wait(for: descriptor, use, options)
  return try body()
}

/// Asks again and again, since a signal would not end waiting in the system. 5 ms at first, then 25.
private func wait(
  for descriptor: Int32, _ use: FolderUse, _ options: LibraryOptions
) throws(LibraryError) {
  var tries = 0
  while flock(descriptor, use.operation) != 0 {
    // Anything else is a folder that cannot be locked.
    guard errno == EWOULDBLOCK || errno == EINTR else { return }
    if options.interruption?.isInterrupted == true {
      throw LibraryError(.interrupted, "Interrupted.")
    }
    if tries == 20 { options.waiting("Waiting for another pullquote that rescues the library.") }
    usleep(tries < 20 ? 5_000 : 25_000)
    tries += 1
  }
}
