internal import Glibc
internal import Session

/// Writes what is remembered, all of it or nothing.
///
/// - Returns: a sentence where it could not be written.
func save(_ preferences: Preferences, to path: String) -> String? {
  let text = """
    # Written by pullquote. What config.toml says wins over this.
    theme = "\(preferences.theme.filter { $0 != "\"" && $0 != "\\" && !$0.isNewline })"
    layout = "\(preferences.layout.rawValue)"
    measure = \(preferences.measure)

    """
  return replaceFile(at: path, with: Array(text.utf8)).map {
    "Your choice is not remembered: \($0)."
  }
}

/// Writes a file, all of it or nothing, with the folders above it.
///
/// - Returns: path and reason where it could not be written.
func replaceFile(at path: String, with bytes: [UInt8]) -> String? {
  makeFolders(above: path)
  let failure = replaceContents(of: path, with: bytes, mode: 0o600)
  return failure == 0 ? nil : "\(path) cannot be written: \(systemMessage(failure))"
}

/// Puts a new file in the place of one, all of it or nothing.
///
/// - Parameters:
///   - path: where.
///   - bytes: what is in it.
///   - mode: who may do what with it.
/// - Returns: the system's error number; 0 where all went well.
func replaceContents(of path: String, with bytes: [UInt8], mode: mode_t) -> Int32 {
  let draft = "\(path).\(getpid())"
  let descriptor = unsafe open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
  guard descriptor >= 0 else { return errno }
  var failure = Output(descriptor: descriptor).write(bytes) ? 0 : errno
  if failure == 0, fchmod(descriptor, mode) != 0 || fsync(descriptor) != 0 { failure = errno }
  if close(descriptor) != 0, failure == 0 { failure = errno }
  if failure == 0, unsafe rename(draft, path) != 0 { failure = errno }
  if failure != 0 { unsafe unlink(draft) }
  return failure
}

private func makeFolders(above path: String) {
  let parts = path.split(separator: "/").dropLast()
  var folder = ""
  for part in parts {
    folder += "/" + part
    _ = unsafe mkdir(folder, 0o700)
  }
}
