internal import Glibc
internal import Session

/// A path as a reader types it: `~/` is the home directory, and `!` before it says that a file
/// that is there may be replaced.
struct TypedPath: Equatable {
  /// What to show: as typed, without the `!`.
  let shown: String
  /// What to open.
  let path: String
  /// Whether an existing file may be replaced.
  let replaces: Bool

  init(_ typed: String, relativeTo directory: String? = nil) {
    replaces = typed.hasPrefix("!")
    let bare = typed.drop { $0 == "!" }.drop { $0 == " " }
    shown = String(bare)
    if bare.hasPrefix("~/"), let home = Environment.variable("HOME") {
      path = home + bare.dropFirst()
    } else if let directory, !bare.hasPrefix("/") {
      path = directory + "/" + bare
    } else {
      path = String(bare)
    }
  }
}

/// Writes a file that is not there yet, or one that may be replaced.
func writeFile(_ contents: String, to target: TypedPath) -> EffectResult {
  let name = target.shown
  guard !name.isEmpty else { return .failed(.error("Name a file to write to."), nil) }
  let mode = target.replaces ? O_TRUNC : O_EXCL
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
  case EEXIST: "\(name) is there already. Type !\(name) to replace it."
  case ENOENT: "\(name) cannot be written: there is no such directory."
  case EISDIR: "\(name) is a directory."
  default: "\(name) cannot be written: \(systemMessage(number))."
  }
}
