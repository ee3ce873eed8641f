// What a list shows, and how its rows are asked for. A list of the library holds some rows around
// those in view; the others are read when they are needed.

public import Articles
public import Queries

/// What a list shows.
public enum ListSource: Hashable, Sendable {
  /// The articles that the program was given.
  case files
  /// Articles of the library.
  case articles(Listing)
  /// Articles of the library with the words that were found; the best first where it is ranked.
  case results(Listing, isRanked: Bool)
  /// Groups of the library's articles.
  case groups(Grouping)
  /// Excerpts that were kept.
  case excerpts
  /// Searches that were saved.
  case searches

  /// The listing of a list of articles; nil where it is none of the library.
  public var listing: Listing? {
    switch self {
    case .articles(let listing), .results(let listing, _): listing
    case .files, .groups, .excerpts, .searches: nil
    }
  }

  /// Whether all rows come at once.
  var isWhole: Bool {
    switch self {
    case .files, .groups, .excerpts, .searches, .results(_, isRanked: true): true
    case .articles, .results(_, isRanked: false): false
    }
  }

  /// What the list is called above it.
  public var title: String {
    switch self {
    case .files: "Articles"
    case .articles(let listing):
      listing.query == .everything ? "Library" : listing.query.description
    case .results(let listing, let isRanked):
      (isRanked ? "Best: " : "Found: ") + listing.query.description
    case .groups(let grouping): grouping.title
    case .excerpts: "Saved excerpts"
    case .searches: "Saved searches"
    }
  }
}

extension Grouping {
  fileprivate var title: String {
    switch self {
    case .source: "Sources"
    case .day: "Days"
    case .tag: "Tags"
    case .collection: "Collections"
    }
  }
}

/// Rows of a list that are asked for.
public struct RowsRequest: Hashable, Sendable {
  /// From where rows are read. The places that stand beside articles are theirs.
  public enum Anchor: Hashable, Sendable {
    /// From a place on.
    case place(Int)
    /// The last rows.
    case end
    /// What follows an article.
    case after(ArticleID, at: Int)
    /// What precedes an article.
    case before(ArticleID, at: Int)
    /// Rows on both sides of an article, or of a place where it is gone.
    case around(ArticleID, or: Int)
  }

  /// Which list.
  public let source: ListSource
  /// From where.
  public let anchor: Anchor
  /// How many rows at most, where they do not all come at once.
  public let count: Int
  /// Whether the rows of the whole list are to be counted too.
  public let countsAll: Bool
  /// Tells requests apart.
  public let number: Int

  /// Makes a request.
  public init(
    source: ListSource, anchor: Anchor, count: Int, countsAll: Bool, number: Int
  ) {
    self.source = source
    self.anchor = anchor
    self.count = count
    self.countsAll = countsAll
    self.number = number
  }
}

/// Rows of a list, as they were read.
public struct ListRows: Equatable, Sendable {
  /// The rows, without gaps.
  public var entries: [ListEntry]
  /// The place of the first of them.
  public var first: Int
  /// How many rows the list has, where that is known at once.
  public var total: ArticleCount?
  /// Whether rows follow the last of these.
  public var hasMore: Bool
  /// Whether the library holds nothing at all, or is not there.
  public var isOfEmptyLibrary = false

  /// The places of the rows.
  public var places: Range<Int> { first..<first + entries.count }

  /// Makes rows.
  public init(
    _ entries: [ListEntry], first: Int = 0, total: ArticleCount? = nil, hasMore: Bool = false
  ) {
    self.entries = entries
    self.first = first
    self.total = total
    self.hasMore = hasMore
  }
}
