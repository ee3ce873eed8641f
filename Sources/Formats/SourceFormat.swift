/// What some bytes appear to be. Those that no reader knows are named so that a refusal can say
/// what it met.
public enum SourceFormat: String, Hashable, Sendable, CaseIterable {
  /// Text without markup, often the scrape of a web page.
  case plainText
  /// CommonMark with tables and front matter.
  case markdown
  /// A web page.
  case html
  /// A message, or a web page saved as one.
  case mail
  /// An RSS or Atom feed.
  case feed
  /// A JSON feed.
  case jsonFeed
  /// A PDF document.
  case pdf
  /// An electronic book.
  case epub
  /// A ZIP archive, which word processors' documents are too.
  case archive
  /// Something compressed by gzip, bzip2, xz or zstd.
  case compressed
  /// A picture.
  case image
  /// Bytes that are not text, of a kind unknown.
  case binary

  /// What to call it in a sentence.
  public var name: String {
    switch self {
    case .plainText: "plain text"
    case .markdown: "Markdown"
    case .html: "a web page"
    case .mail: "a message"
    case .feed: "a feed"
    case .jsonFeed: "a JSON feed"
    case .pdf: "a PDF document"
    case .epub: "an EPUB book"
    case .archive: "a ZIP archive or an office document"
    case .compressed: "a compressed file"
    case .image: "a picture"
    case .binary: "not text"
    }
  }
}
