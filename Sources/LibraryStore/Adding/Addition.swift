public import Articles
public import Excerpts

/// An article to be added: what was parsed, what was found in it, and what it was parsed from.
public struct Addition: Sendable {
  /// What a parser made of the source.
  public var parsed: ParsedArticle
  /// What was found in its document.
  public var excerpts: FoundExcerpts
  /// The bytes of the source.
  public var original: [UInt8]
  /// The format's name, as "html".
  public var format: String?
  /// A path or an address: where the bytes came from.
  public var origin: String
  /// The source to list it under; the publication's name, or that of the origin, unless given.
  public var source: String?
  /// Tags to give it.
  public var tags: [String]

  /// Makes an addition.
  public init(
    parsed: ParsedArticle, excerpts: FoundExcerpts, original: [UInt8], format: String? = nil,
    origin: String, source: String? = nil, tags: [String] = []
  ) {
    self.parsed = parsed
    self.excerpts = excerpts
    self.original = original
    self.format = format
    self.origin = origin
    self.source = source
    self.tags = tags
  }
}

/// What became of an addition.
public enum AddingOutcome: Hashable, Sendable {
  /// It is a new article.
  case added(ArticleID)
  /// The same words were there already; nothing was done.
  case known(ArticleID)
  /// It is a newer version of an article, whose content was replaced; status, corrections and saved
  /// excerpts were kept, so many of which no longer find their words.
  case updated(ArticleID, detachedExcerpts: Int)
  /// It says nearly the same as another article and is kept as its variant.
  case variant(ArticleID, of: ArticleID)
}

/// An article ready to be written: hashed, compressed and encoded, so that writing is all that is
/// left to do in order. Making one takes most of the time and may happen on any thread.
public struct PreparedAddition: Sendable {
  let addition: Addition
  let encoded: EncodedArticle
  let originalPrint: [UInt8]
  /// Nil where there are too few words to tell articles apart.
  let textPrint: [UInt8]?
  let address: String?
  let titleKey: Int64
  let likeness: Likeness
  let compressed: [UInt8]

  /// Prepares an addition.
  public init(_ addition: Addition) {
    self.addition = addition
    let document = addition.parsed.document
    encoded = EncodedArticle(addition.parsed, addition.excerpts, corrections: [])
    originalPrint = fingerprint(of: addition.original, kind: 0)
    let title = addition.parsed.metadata.title ?? ""
    textPrint =
      encoded.wordCount < Self.fewestWords
      ? nil : fingerprint(of: Array(title.utf8) + [0] + Array(document.text.utf8), kind: 1)
    address = canonicalAddress(addition.parsed.metadata.address)
    titleKey = LibraryStore.titleKey(addition.parsed.metadata.title)
    likeness = Likeness(encoded.shownText)
    compressed = LibraryStore.compressed(addition.original)
  }

  /// Shorter texts, as "Sign in to read on.", are those of many sources.
  private static let fewestWords = 20

  /// About how many bytes it holds: those of the source and of the text, as they are and encoded.
  public var size: Int {
    addition.original.count + compressed.count + 2 * encoded.shownText.utf8.count
      + encoded.blocks.count + encoded.excerpts.count
  }

  /// By what the article is known when it comes again.
  var prints: [[UInt8]] { [originalPrint] + [textPrint].compactMap(\.self) }
}
