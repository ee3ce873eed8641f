public import Articles
public import Queries

/// What the session knows of the library as a whole; its rows are in the lists.
public struct LibraryState: Equatable, Sendable {
  /// Whether there is something in it.
  public enum Status: Equatable, Sendable {
    /// Nothing was read of it yet.
    case unknown
    /// It holds articles.
    case open
    /// It holds none, or there is no file yet.
    case empty
    /// It cannot be used, with a sentence.
    case failed(String)
  }

  /// Whether there is something in it.
  public internal(set) var status = Status.unknown
  /// What the list shows where the library is empty.
  let samples: [ListEntry]

  /// Makes the state before anything was read.
  ///
  /// - Parameter samples: what the list shows where the library is empty.
  public init(samples: [ListEntry] = []) { self.samples = samples }

  /// Makes the state where the library is not to be used.
  ///
  /// - Parameter sentence: why not.
  public init(unusable sentence: String) {
    samples = []
    status = .failed(sentence)
  }
}

/// What the library keeps about an open article.
public struct KeptFacts: Equatable, Sendable {
  /// The article's name in the library.
  public var id: ArticleID
  /// Read, starred, where it was left, on which shelf.
  public var status: ReadingStatus
  /// Its tags.
  public var tags: [String]
  /// Its marks.
  public var marks: [TextMark]
  /// Where the words stand that it was found by.
  public var matches: [TextRange]

  /// Makes facts.
  public init(
    id: ArticleID, status: ReadingStatus = ReadingStatus(), tags: [String] = [],
    marks: [TextMark] = [], matches: [TextRange] = []
  ) {
    self.id = id
    self.status = status
    self.tags = tags
    self.marks = marks
    self.matches = matches
  }
}

/// A row of a list that is looked for by a condition, wherever it is.
public struct RowSearch: Hashable, Sendable {
  /// Which list.
  public let listing: Listing
  /// What must hold of the row.
  public let condition: Query
  /// The article from which it is looked for; nil for the beginning.
  public let start: ArticleID?
  /// How many matches further; negative for backwards.
  public let steps: Int
  /// Whether to go on around the end.
  public let wraps: Bool
  /// Whether the article is opened where it is found.
  public let opens: Bool

  /// Makes a search.
  public init(
    listing: Listing, condition: Query, start: ArticleID?, steps: Int, wraps: Bool,
    opens: Bool = false
  ) {
    self.listing = listing
    self.condition = condition
    self.start = start
    self.steps = steps
    self.wraps = wraps
    self.opens = opens
  }
}
