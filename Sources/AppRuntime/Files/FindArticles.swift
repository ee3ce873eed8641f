// From the arguments of the command line to the articles they name.

internal import Articles
internal import Glibc

/// Something that an article can be read from.
enum ArticleSource: Hashable, Sendable {
  /// A file.
  case file(String)
  /// A named pipe, which gives its text once.
  case pipe(String)
  /// A text that came with the program, by name.
  case sample(String)
  /// Standard input, which is read when it is asked for.
  case standardInput
  /// Text that is in memory already.
  case bytes([UInt8])
}

/// The articles that were found, in order, and what could not be opened.
struct FoundArticles {
  /// Identities and where to read them.
  var sources: [(id: ArticleID, source: ArticleSource)] = []
  /// One sentence for each argument that gave nothing.
  var problems: [String] = []

  /// How deep directories are entered.
  private static let maximumDepth = 16
  /// How many articles directories may give.
  var maximumCount = 100_000
  private static let endings = [
    ".txt", ".md", ".markdown", ".html", ".htm", ".xhtml", ".mhtml", ".mht", ".eml",
  ]
  private var visited: Set<[UInt64]> = []
  private var named: Set<String> = []

  /// Looks at files and directories in their order; `-` is left to the caller.
  mutating func add(_ path: String) {
    do throws(InputProblem) {
      switch try FileKind(path: path) {
      case .file: addFile(path, .file(path))
      case .pipe: addFile(path, .pipe(path))
      case .directory:
        let before = sources.count
        try addDirectory(path, depth: 0)
        if sources.count == before {
          problems.append("\(path) holds no article: no file ends in \(Self.endingWords).")
        }
      case .other:
        problems.append(InputProblem(path, notReadable: try FileKind(path: path)).sentence)
      }
    } catch {
      problems.append(error.sentence)
    }
  }

  private static var endingWords: String {
    endings.dropLast().joined(separator: ", ") + " or " + (endings.last ?? "")
  }

  private mutating func addFile(_ path: String, _ source: ArticleSource) {
    if unsafe access(path, R_OK) != 0 {
      problems.append(InputProblem(path, errno: errno).sentence)
    } else if named.insert(path).inserted {
      sources.append((ArticleID(path), source))
    }
  }

  /// Adds what a directory holds, sorted by name, files before the directories in it.
  private mutating func addDirectory(_ path: String, depth: Int) throws(InputProblem) {
    guard depth < Self.maximumDepth, try isNew(path) else { return }
    var directories: [String] = []
    for name in try fileNames(in: path) where sources.count < maximumCount {
      let inner = path.hasSuffix("/") ? path + name : path + "/" + name
      guard let kind = try? FileKind(path: inner) else {
        if isArticle(name) { problems.append("\(inner) cannot be opened by this name.") }
        continue
      }
      if kind == .directory { directories.append(inner) }
      if kind == .file, isArticle(name) {
        sources.append((ArticleID(inner), .file(inner)))
      }
    }
    for inner in directories {
      do throws(InputProblem) {
        try addDirectory(inner, depth: depth + 1)
      } catch {
        problems.append(error.sentence)
      }
    }
  }

  private func isArticle(_ name: String) -> Bool {
    Self.endings.contains(where: name.lowercased().hasSuffix)
  }

  /// Whether a directory is seen for the first time: symbolic links may lead back to it.
  private mutating func isNew(_ path: String) throws(InputProblem) -> Bool {
    var facts = stat()
    guard unsafe stat(path, &facts) == 0 else { throw InputProblem(path, errno: errno) }
    return visited.insert([UInt64(facts.st_dev), UInt64(facts.st_ino)]).inserted
  }
}

/// The names in a directory, sorted; hidden ones only if asked for, and never `.` and `..`.
func fileNames(in path: String, hidden: Bool = false) throws(InputProblem) -> [String] {
  guard let directory = unsafe opendir(path) else { throw InputProblem(path, errno: errno) }
  defer { unsafe closedir(directory) }
  var names: [String] = []
  while let entry = unsafe readdir(directory) {
    let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
      unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    }
    if !name.hasPrefix(".") || hidden && name != "." && name != ".." { names.append(name) }
  }
  return names.sorted()
}
