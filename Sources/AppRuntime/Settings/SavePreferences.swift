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
  let draft = "\(path).\(getpid())"
  let descriptor = unsafe open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
  guard descriptor >= 0 else { return reason(path) }
  let isWritten = Output(descriptor: descriptor).write(bytes) && fsync(descriptor) == 0
  close(descriptor)
  guard isWritten, unsafe rename(draft, path) == 0 else {
    defer { unsafe unlink(draft) }
    return reason(path)
  }
  return nil
}

private func reason(_ path: String) -> String {
  "\(path) cannot be written: \(systemMessage(errno))"
}

private func makeFolders(above path: String) {
  let parts = path.split(separator: "/").dropLast()
  var folder = ""
  for part in parts {
    folder += "/" + part
    _ = unsafe mkdir(folder, 0o700)
  }
}
