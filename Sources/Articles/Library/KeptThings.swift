// What a person keeps about articles. All of it is found again when an article's text changes, or
// else kept as detached; nothing is dropped.

/// A quote, a figure or some words that a person keeps.
public struct SavedExcerpt: Hashable, Sendable {
  /// What was kept.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// A quotation, a figure, or words of one's own choice.
    case quote, figure, words
  }

  /// The number that the library gave it; 0 before it was saved.
  public var id: Int
  /// The article; nil where that was purged.
  public var article: ArticleID?
  /// What it is.
  public var kind: Kind
  /// The words, their neighbours and their place.
  public var anchor: TextAnchor
  /// Whether the words are no longer in the article's text.
  public var isDetached: Bool
  /// Who said it, or who states the figure.
  public var speaker: String?
  /// A remark of the reader's.
  public var note: String?
  /// When it was saved, in seconds since 1970; 0 before.
  public var savedAt: Int
  /// The article's headline when it was saved.
  public var title: String?
  /// The publication's name when it was saved.
  public var source: String?
  /// The article's date when it was saved.
  public var date: PublicationDate?
  /// The article's address when it was saved.
  public var address: String?

  /// Makes an excerpt that is yet to be saved; the library fills in what it knows of the article.
  public init(
    article: ArticleID, kind: Kind, anchor: TextAnchor, speaker: String? = nil, note: String? = nil
  ) {
    id = 0
    self.article = article
    self.kind = kind
    self.anchor = anchor
    isDetached = false
    self.speaker = speaker
    self.note = note
    savedAt = 0
  }
}

/// A named place in an article.
public struct TextMark: Hashable, Sendable {
  /// One letter or a short name.
  public var name: String
  /// The place, a UTF-8 offset.
  public var position: Int

  /// Makes a mark.
  public init(name: String, position: Int) {
    self.name = name
    self.position = position
  }
}

/// A query with a name.
public struct SavedSearch: Hashable, Sendable {
  /// The name.
  public var name: String
  /// The query as typed.
  public var query: String

  /// Makes a saved search.
  public init(name: String, query: String) {
    self.name = name
    self.query = query
  }
}
