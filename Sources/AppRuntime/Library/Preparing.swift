// From one input to an article ready to be kept. Runs on several threads.

internal import Articles
internal import Excerpts
internal import Formats
internal import Interchange
internal import LibraryStore

/// What became of an input before anything is written.
enum PreparedInput: Sendable {
  /// It can be kept.
  case ready(PreparedAddition, title: String?)
  /// These very bytes were read before.
  case known(ArticleID)
  /// It cannot be read, for this reason.
  case unreadable(String)

  /// About how many bytes it holds.
  var size: Int {
    switch self {
    case .ready(let addition, _): addition.size
    case .known, .unreadable: 0
    }
  }
}

/// Reads, parses and prepares inputs.
struct Preparing: Sendable {
  let library: Library
  let tags: [String]

  /// Prepares one input.
  ///
  /// - Throws: `LibraryError`, where the library cannot be asked.
  func prepare(_ input: AddingInput) throws(LibraryError) -> PreparedInput {
    do {
      switch input.place {
      case .source(let source, let address):
        return try prepare(source, name: input.name, address: address)
      case .line(let bytes): return try prepare(line: bytes, name: input.name)
      }
    } catch let error as LibraryError {
      throw error
    } catch {
      return .unreadable(sentence(error, name: input.name))
    }
  }

  private func sentence(_ error: any Error, name: String) -> String {
    switch error {
    case let error as InputProblem: error.sentence
    case let error as FormatError: error.description
    default: "\(name): \(error)"
    }
  }

  private func prepare(
    _ source: ArticleSource, name: String, address: String?, line: ArticleLine? = nil
  ) throws -> PreparedInput {
    let bytes = SourceBytes(bytes: try readBytes(source), name: name, address: address)
    return try prepare(bytes, origin: source.lastingPath ?? name, line: line)
  }

  private func prepare(line bytes: [UInt8], name: String) throws -> PreparedInput {
    guard bytes.first == 0x7B else {
      let (path, address) = pathAndAddress(of: bytes)
      return try prepare(.file(path), name: path, address: address)
    }
    let line = try ArticleLine(line: bytes)
    guard let page = line.page else {
      let path = line.path ?? ""
      return try prepare(
        .file(path), name: path, address: line.metadata.address, line: line)
    }
    let source = SourceBytes(
      bytes: page, name: name, declaredType: "text/html; charset=utf-8",
      address: line.metadata.address)
    return try prepare(source, origin: line.metadata.address ?? name, line: line)
  }

  private func prepare(
    _ source: SourceBytes, origin: String, line: ArticleLine?
  ) throws -> PreparedInput {
    let tags = tags + (line?.tags ?? [])
    // What is known already gets its tags as it is kept.
    if tags.isEmpty, let known = try library.article(readFrom: source.bytes) {
      return .known(known)
    }
    var parsed = try parse(source)
    if let line { parsed.metadata = line.metadata(over: parsed.metadata) }
    let addition = Addition(
      parsed: parsed, excerpts: parsed.excerpts(), original: source.bytes,
      format: detectFormat(of: source).rawValue, origin: origin, tags: tags)
    return .ready(PreparedAddition(addition), title: parsed.metadata.title)
  }
}
