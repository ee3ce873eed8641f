public import Articles
public import Excerpts
import Screen
import Typesetting

/// One line of the article list: what is known of an article without holding its text.
public struct ListEntry: Hashable, Sendable {
  /// Which article.
  public let id: ArticleID
  /// The title or what stands for it; the source's name until the article was surveyed.
  public var title: String
  /// Where it comes from: the publication, or the file.
  public var source: String
  /// What was counted; nil until the article was surveyed.
  public var counts: Counts?
  /// Whether it was opened.
  public var isRead: Bool

  /// What the list says about an article's contents.
  public struct Counts: Hashable, Sendable {
    /// Reading time in minutes, at least 1.
    public var minutes: Int
    /// How many utterances are quoted.
    public var quotes: Int
    /// How many figures it has.
    public var figures: Int

    /// Makes counts.
    public init(minutes: Int, quotes: Int, figures: Int) {
      self.minutes = minutes
      self.quotes = quotes
      self.figures = figures
    }
  }

  /// An entry for an article that was not read yet.
  public init(
    id: ArticleID, title: String, source: String, counts: Counts? = nil, isRead: Bool = false
  ) {
    self.id = id
    self.title = title
    self.source = source
    self.counts = counts
    self.isRead = isRead
  }

  /// The title in rows of so many columns: at most two, so that one entry never fills a list.
  public func titleRows(columns: Int) -> [String] {
    wrapped(title, to: columns, limit: 2)
  }

  /// The rows that the entry takes: its title, then where it comes from.
  func rowCount(columns: Int) -> Int { titleRows(columns: columns).count + 1 }

  /// The entry of an article that was read; without counts where excerpts were not looked for
  /// everywhere.
  ///
  /// - Parameters:
  ///   - loaded: the article and its excerpts.
  ///   - source: what to name where the article names no publication.
  public init(_ loaded: LoadedArticle, source: String) {
    let counts = Counts(
      minutes: loaded.minutes, quotes: loaded.excerpts.utteranceCount,
      figures: loaded.excerpts.ownFigureCount)
    self.init(loaded.article, counts: loaded.isSearched ? counts : nil, source: source)
  }

  /// The entry of an article that was surveyed.
  ///
  /// - Parameters:
  ///   - article: the article.
  ///   - counts: what was counted in it.
  ///   - source: what to name where the article names no publication.
  public init(_ article: Article, counts: Counts?, source: String) {
    self.init(
      id: article.id, title: article.displayTitle,
      source: article.metadata.site ?? source, counts: counts)
  }
}

extension ListEntry.Counts {
  /// Counts an article's words; its excerpts are added as they are found.
  public init(_ article: Article) {
    self.init(minutes: readingMinutes(of: article.document), quotes: 0, figures: 0)
  }

  /// Adds the excerpts of one stretch of the text.
  public mutating func add(_ excerpts: FoundExcerpts) {
    quotes += excerpts.utteranceCount
    figures += excerpts.ownFigureCount
  }
}

extension FoundExcerpts {
  fileprivate var utteranceCount: Int { Set(quotes.lazy.map(\.utterance)).count }

  /// How many figures are no conversions of others.
  fileprivate var ownFigureCount: Int { figures.count { $0.conversionOf == nil } }
}
