public import Articles

/// Some rows of a listing, one after the other.
public struct ListPage: Hashable, Sendable {
  /// The rows in the listing's order.
  public var rows: [ArticleSummary]
  /// Whether there are more in the direction that was read.
  public var hasMore: Bool

  /// Makes a page.
  public init(rows: [ArticleSummary] = [], hasMore: Bool = false) {
    self.rows = rows
    self.hasMore = hasMore
  }
}

/// An article that a search found, with its words around the matches.
public struct SearchHit: Hashable, Sendable {
  /// The article.
  public var summary: ArticleSummary
  /// A few words around the first matches, on one line; the beginning where only the title or the
  /// authors match.
  public var snippet: String
  /// The matches in the snippet, UTF-8 offsets into it.
  public var snippetMatches: [TextRange]
  /// The first match in the article's canonical text; nil where only title or authors match.
  public var match: TextRange?

  /// Makes a hit.
  public init(
    summary: ArticleSummary, snippet: String, snippetMatches: [TextRange], match: TextRange?
  ) {
    self.summary = summary
    self.snippet = snippet
    self.snippetMatches = snippetMatches
    self.match = match
  }
}

/// Some hits of a search.
public struct SearchPage: Hashable, Sendable {
  /// The hits: newest first, or best first where they are ranked.
  public var hits: [SearchHit]
  /// Whether there are more in the direction that was read.
  public var hasMore: Bool

  /// Makes a page.
  public init(hits: [SearchHit] = [], hasMore: Bool = false) {
    self.hits = hits
    self.hasMore = hasMore
  }
}
