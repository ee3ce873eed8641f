internal import Glibc
internal import Session

/// A path as a reader types it: `~/` is the home directory.
struct TypedPath: Equatable {
  /// What to show: as typed.
  let shown: String
  /// What to open.
  let path: String

  init(_ typed: String, relativeTo directory: String? = nil) {
    shown = typed
    if typed.hasPrefix("~/"), let home = Environment.variable("HOME") {
      path = home + typed.dropFirst()
    } else if let directory, !typed.hasPrefix("/") {
      path = directory + "/" + typed
    } else {
      path = typed
    }
  }
}

/// Writes a file that is not there yet, or one that may be replaced.
func writeFile(_ contents: String, to target: TypedPath, replacing: Bool) -> EffectResult {
  let name = target.shown
  guard !name.isEmpty else { return .failed(.error("Name a file to write to."), nil) }
  let bytes = Array(contents.utf8)
  var failure = writeNew(target.path, bytes)
  if failure == EEXIST, replacing { failure = replace(target.path, with: bytes) }
  return failure == 0 ? .wrote(name) : .failed(.error(refusal(failure, name)), nil)
}

/// Writes a file that is not there yet; what could not be written whole is taken away again.
private func writeNew(_ path: String, _ bytes: [UInt8]) -> Int32 {
  let failure = write(bytes, to: path, O_CREAT | O_EXCL)
  if failure.isOpen, failure.number != 0 { unsafe unlink(path) }
  return failure.number
}

/// Writes over what is there. An ordinary file of the reader's own keeps its old text until the new
/// one is written; a link, a device, or a file with other names or another owner stays what it is.
private func replace(_ path: String, with bytes: [UInt8]) -> Int32 {
  var facts = stat()
  let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
  guard unsafe lstat(path, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG, facts.st_nlink == 1,
    facts.st_uid == geteuid(), unsafe access(path, W_OK) == 0,
    unsafe access(folder, W_OK | X_OK) == 0
  else { return write(bytes, to: path, O_CREAT | O_TRUNC).number }
  return replaceContents(of: path, with: bytes, mode: facts.st_mode & 0o7777)
}

/// Opens a file and writes it.
///
/// - Returns: the system's error number, 0 where all went well; and whether it could be opened.
private func write(
  _ bytes: [UInt8], to path: String, _ mode: Int32
) -> (number: Int32, isOpen: Bool) {
  let descriptor = unsafe open(path, O_WRONLY | O_CLOEXEC | mode, 0o644)
  guard descriptor >= 0 else { return (errno, false) }
  var failure = Output(descriptor: descriptor).write(bytes) ? 0 : errno
  if close(descriptor) != 0, failure == 0 { failure = errno }
  return (failure, true)
}

private func refusal(_ number: Int32, _ name: String) -> String {
  switch number {
  case EEXIST: "\(name) is there already. “:w! \(name)” replaces it."
  case ENOENT: "\(name) cannot be written: there is no such directory."
  case EISDIR: "\(name) is a directory. Name a file in it."
  default: "\(name) cannot be written: \(systemMessage(number))."
  }
}
