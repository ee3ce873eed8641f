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
  let mode = replacing ? O_TRUNC : O_EXCL
  let descriptor = unsafe open(target.path, O_WRONLY | O_CREAT | O_CLOEXEC | mode, 0o644)
  guard descriptor >= 0 else { return .failed(.error(refusal(errno, name)), nil) }
  let isWritten = Output(descriptor: descriptor).write(Array(contents.utf8))
  let failure = isWritten ? 0 : errno
  guard close(descriptor) == 0, isWritten else {
    return .failed(.error("\(name) could not be written: \(systemMessage(failure))."), nil)
  }
  return .wrote(name)
}

private func refusal(_ number: Int32, _ name: String) -> String {
  switch number {
  case EEXIST: "\(name) is there already. “:w! \(name)” replaces it."
  case ENOENT: "\(name) cannot be written: there is no such directory."
  case EISDIR: "\(name) is a directory. Name a file in it."
  default: "\(name) cannot be written: \(systemMessage(number))."
  }
}
