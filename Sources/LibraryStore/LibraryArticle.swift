public import Articles
public import Excerpts

/// An article as it is opened: its content and all that a person added.
public struct LibraryArticle: Hashable, Sendable {
  /// The article with corrections worked in.
  public var article: Article
  /// Its quotes and figures with corrections worked in.
  public var excerpts: FoundExcerpts
  /// Read, starred, where it was left.
  public var status: ReadingStatus
  /// Its tags, in order of their names.
  public var tags: [String]
  /// Its marks, in order of their names.
  public var marks: [TextMark]
  /// What was corrected, in the order in which it was.
  public var corrections: [Correction]
  /// What was saved of it, in the order of the text.
  public var savedExcerpts: [SavedExcerpt]
  /// Other articles that say nearly the same.
  public var variants: [ArticleSummary]
}

/// The bytes that an article was read from.
public struct OriginalSource: Hashable, Sendable {
  /// The bytes.
  public var bytes: [UInt8]
  /// The format's name, where it was given.
  public var format: String?
  /// A path or an address: where the bytes came from.
  public var origin: String
}
