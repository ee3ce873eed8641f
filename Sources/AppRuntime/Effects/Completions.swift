// What may end a word of the command line: names in directories, and programs in PATH. Only names
// are looked at; nothing is run.

internal import Glibc
internal import Session

/// How many completions are offered at most.
private let completionLimit = 200

/// What a word may become.
///
/// - Parameters:
///   - word: what was typed, as `~/no` or `wc`.
///   - place: what stands there.
///   - directory: what a relative path is relative to; nil for the process's own directory.
/// - Returns: whole words, sorted; directories end in a slash.
func completions(
  of word: String, _ place: CompletionPlace, in directory: String?
) -> [String] {
  switch place {
  case .path: paths(word, in: directory)
  case .program: word.contains("/") ? paths(word, in: directory) : programs(word)
  }
}

private func paths(_ word: String, in directory: String?) -> [String] {
  let slash = word.lastIndex(of: "/")
  let head = slash.map { String(word[...$0]) } ?? ""
  let start = slash.map { word[word.index(after: $0)...] } ?? word[...]
  let folder = TypedPath(head.isEmpty ? "." : head, relativeTo: directory).path
  let names = (try? fileNames(in: folder, hidden: start.hasPrefix("."))) ?? []
  return names.lazy.filter { $0.hasPrefix(start) }.prefix(completionLimit).map { name in
    let isDirectory = (try? FileKind(path: folder + "/" + name)) == .directory
    return head + name + (isDirectory ? "/" : "")
  }
}

private func programs(_ word: String) -> [String] {
  let folders = (Environment.variable("PATH") ?? "").split(separator: ":").map(String.init)
  var found: Set<String> = []
  for folder in folders where !word.isEmpty {
    for name in (try? fileNames(in: folder)) ?? [] where name.hasPrefix(word) {
      if unsafe access(folder + "/" + name, X_OK) == 0 { found.insert(name) }
    }
  }
  return Array(found.sorted().prefix(completionLimit))
}
