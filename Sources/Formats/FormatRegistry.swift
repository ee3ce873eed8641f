public import Articles

/// Reads one format: throws only if the bytes are not that format at all.
typealias FormatReader = @Sendable (SourceBytes) throws(FormatError) -> ParsedArticle

/// The formats that can be read, one line each.
enum FormatRegistry {
  static func reader(for format: SourceFormat) -> FormatReader? {
    switch format {
    case .plainText: PlainTextFormat.parse
    case .markdown: MarkdownFormat.parse
    case .html: HTMLFormat.parse
    case .mail: MailFormat.parse
    default: nil
    }
  }
}

/// Reads an article from bytes, whatever their format.
///
/// - Parameter source: the bytes and their name.
/// - Returns: the article's text, blocks and metadata, with diagnostics for what was odd.
/// - Throws: `FormatError` where there is nothing to read or the bytes are no text.
public func parse(_ source: SourceBytes) throws(FormatError) -> ParsedArticle {
  guard !source.bytes.isEmpty else { throw .empty(name: source.displayName) }
  let format = detectFormat(of: source)
  guard let reader = FormatRegistry.reader(for: format) else {
    throw .unreadable(name: source.displayName, format: format)
  }
  return try reader(source)
}
