/// Where an article is kept.
public enum Shelf: Int, Hashable, Sendable, CaseIterable {
  /// In the list.
  case current = 0
  /// Put away: out of the list, found by searches.
  case archived = 1
  /// Thrown away: found only where a query asks for it, until it is purged.
  case deleted = 2
  /// Shown as a variant of another article that says nearly the same.
  case variant = 3
}

/// One row of the article list: what is known without reading the text.
public struct ArticleSummary: Hashable, Sendable {
  /// Which article.
  public var id: ArticleID
  /// The headline, corrected if somebody did; nil where there is none.
  public var title: String?
  /// The source's name.
  public var source: String
  /// The authors.
  public var byline: [String]
  /// When it was published.
  public var date: PublicationDate?
  /// The day it is sorted by: that of publication, or else the day it was added.
  public var day: PublicationDate
  /// The article's own address.
  public var address: String?
  /// The language as a BCP 47 tag.
  public var language: String?
  /// The words of its shown text.
  public var wordCount: Int
  /// The quotes found.
  public var quoteCount: Int
  /// The figures found.
  public var figureCount: Int
  /// What a person did with it.
  public var status: ReadingStatus
  /// Its tags, in order of their names.
  public var tags: [String]
  /// How many other articles say nearly the same.
  public var variantCount: Int
  /// Where it was read from: a path or an address.
  public var origin: String

  /// Makes a summary.
  public init(
    id: ArticleID, title: String? = nil, source: String, byline: [String] = [],
    date: PublicationDate? = nil, day: PublicationDate, address: String? = nil,
    language: String? = nil, wordCount: Int = 0, quoteCount: Int = 0, figureCount: Int = 0,
    status: ReadingStatus = ReadingStatus(), tags: [String] = [], variantCount: Int = 0,
    origin: String = ""
  ) {
    self.id = id
    self.title = title
    self.source = source
    self.byline = byline
    self.date = date
    self.day = day
    self.address = address
    self.language = language
    self.wordCount = wordCount
    self.quoteCount = quoteCount
    self.figureCount = figureCount
    self.status = status
    self.tags = tags
    self.variantCount = variantCount
    self.origin = origin
  }
}

/// A count of articles, and of those among them that were not read.
public struct ArticleCount: Hashable, Sendable {
  /// How many there are.
  public var articles: Int
  /// How many of them were not read.
  public var unread: Int
  /// Whether counting stopped at a limit, so that there are more.
  public var isLowerBound: Bool

  /// Makes a count.
  public init(articles: Int = 0, unread: Int = 0, isLowerBound: Bool = false) {
    self.articles = articles
    self.unread = unread
    self.isLowerBound = isLowerBound
  }
}

/// Articles that belong together: of one source, one day, one tag or one collection.
public struct ArticleGroup: Hashable, Sendable {
  /// What they have in common: the source's, tag's or collection's name, or the day.
  public var name: String
  /// How many there are.
  public var count: ArticleCount

  /// Makes a group.
  public init(name: String, count: ArticleCount) {
    self.name = name
    self.count = count
  }
}
