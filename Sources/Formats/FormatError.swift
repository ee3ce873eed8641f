/// Why some bytes could not be read as an article. Liberal readers make this rare: bad markup is
/// a diagnostic, and only what is no text at all is refused.
public enum FormatError: Error, Hashable, Sendable, CustomStringConvertible {
  /// There was not one byte.
  case empty(name: String)
  /// There was nothing but white space.
  case onlyWhiteSpace(name: String)
  /// The bytes are of a kind that no reader knows.
  case unreadable(name: String, format: SourceFormat)

  /// A sentence that says what was met and what can be done.
  public var description: String {
    switch self {
    case .empty(let name):
      "\(name) is empty: there is nothing to read."
    case .onlyWhiteSpace(let name):
      "\(name) holds only white space: there is nothing to read."
    case .unreadable(let name, let format):
      "\(name) \(format == .binary ? "is" : "looks like") \(format.name). \(format.advice)"
    }
  }
}

extension SourceFormat {
  /// What a reader can do about a format that cannot be read.
  fileprivate var advice: String {
    switch self {
    case .feed, .jsonFeed:
      "Feeds cannot be read yet; open one of its articles saved as text instead."
    case .pdf: "Turn it into text first, for example with “pdftotext”."
    case .epub: "Turn it into text first, for example with “pandoc -t plain”."
    case .archive: "Unpack it, or export it as text, and open the text inside."
    case .compressed: "Decompress it first and open the text inside."
    case .image: "Only text can be read."
    case .binary: "Only text can be read, in any encoding that web pages use."
    case .mail: "None of its parts is text."
    case .plainText, .markdown, .html: "It could not be read."
    }
  }
}
