// What `add` is given, as inputs one after the other: files, the files of directories, standard
// input, or the lines of either.

internal import Articles
internal import Glibc

/// Something that an article to add can be read from.
struct AddingInput: Sendable {
  /// Where the article is.
  enum Place: Sendable {
    /// A source of its own, with the address that it was loaded from if that is known.
    case source(ArticleSource, address: String?)
    /// A line of JSON, a path, or a path, a TAB and an address.
    case line([UInt8])
  }

  /// Where the article is.
  let place: Place
  /// What to call it in sentences.
  let name: String
}

/// The inputs, some at a time, so that memory stays bounded.
struct AddingInputs {
  /// The most inputs, and about the most bytes of lines, of one batch.
  static let batchCount = 500
  static let batchBytes = 4 << 20

  /// How much there is; nil where that is not known before the end.
  struct Size: Equatable {
    /// How many articles; nil where only bytes are known.
    var articles: Int?
    /// How many bytes of lines.
    var bytes: Int?
  }

  /// What could not be opened or read to its end so far, one sentence each.
  private(set) var problems: [String] = []
  private(set) var size: Size?
  /// How many bytes of lines were taken.
  private(set) var bytesTaken = 0
  private var sources: ArraySlice<(name: String, source: ArticleSource)> = []
  private var streams: ArraySlice<(name: String, descriptor: Int32)> = []
  private var reader: LineReader?
  private var lineNumber = 0

  /// Looks at files and directories; `-` is standard input.
  init(sources paths: [String]) {
    var found = FoundArticles()
    found.maximumCount = .max
    found.add(paths)
    problems = found.problems
    sources = found.sources.map { ($0.id.description, $0.source) }[...]
    size = Size(articles: sources.count)
  }

  /// Opens files of lines; none, and `-`, is standard input.
  init(lines paths: [String]) {
    var bytes: Int? = 0
    for path in paths.isEmpty ? ["-"] : paths {
      let descriptor = path == "-" ? STDIN_FILENO : unsafe open(path, O_RDONLY | O_CLOEXEC)
      guard descriptor >= 0 else {
        problems.append(InputProblem(path, errno: errno).sentence)
        continue
      }
      var facts = stat()
      let isKnown =
        unsafe fstat(descriptor, &facts) == 0 && FileKind(mode: facts.st_mode) == .file
      bytes = isKnown ? bytes.map { $0 + Int(facts.st_size) } : nil
      streams.append((path == "-" ? "Standard input" : path, descriptor))
    }
    size = bytes.map { Size(bytes: $0) }
  }

  /// The next inputs; none at the end.
  mutating func next() -> [AddingInput] {
    var batch: [AddingInput] = []
    var bytes = 0
    while batch.count < Self.batchCount, bytes < Self.batchBytes, let input = nextOne() {
      batch.append(input)
      if case .line(let line) = input.place { bytes += line.count }
    }
    return batch
  }

  private mutating func nextOne() -> AddingInput? {
    if let (name, source) = sources.popFirst() {
      return AddingInput(place: .source(source, address: nil), name: name)
    }
    while let (name, descriptor) = streams.first {
      if reader == nil { reader = LineReader(descriptor: descriptor) }
      if let line = reader?.next() {
        lineNumber += 1
        bytesTaken += line.count + 1
        if line.isEmpty { continue }
        return AddingInput(place: .line(Array(line)), name: "\(name), line \(lineNumber)")
      }
      if let failure = reader?.failure, failure != 0, failure != ECANCELED {
        problems.append(InputProblem(name, errno: failure).sentence)
      }
      if descriptor != STDIN_FILENO { close(descriptor) }
      reader = nil
      lineNumber = 0
      streams.removeFirst()
    }
    return nil
  }
}
