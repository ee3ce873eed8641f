public import Articles
public import Excerpts
public import Queries
import Screen
import Typesetting

/// One entry of a list: what is known of an article without holding its text, or something that
/// leads to articles.
public struct ListEntry: Hashable, Sendable {
  /// What an entry stands for.
  public enum Subject: Hashable, Sendable {
    /// An article.
    case article(ArticleID)
    /// Articles that have something in common.
    case group(Query, ArticleCount)
    /// Words of an article that were kept, by their number; no article where it was purged, no
    /// place where the text lost them.
    case excerpt(Int, ArticleID?, TextRange?)
    /// A query with a name.
    case search(SavedSearch)
  }

  /// Some words of an article around what was looked for.
  public struct Snippet: Hashable, Sendable {
    /// The words, on one line.
    public var text: String
    /// What is to be marked in them.
    public var matches: [TextRange]

    /// Makes a snippet.
    public init(_ text: String, matches: [TextRange]) {
      self.text = text
      self.matches = matches
    }
  }

  /// What it stands for.
  public let subject: Subject
  /// The title or what stands for it; the source's name until the article was surveyed.
  public var title: String
  /// Where it comes from: the publication, or the file.
  public var source: String
  /// What was counted; nil until the article was surveyed.
  public var counts: Counts?
  /// Whether it was opened.
  public var isRead: Bool
  /// Whether it was starred.
  public var isStarred = false
  /// Where it is kept.
  public var shelf = Shelf.current
  /// When it was published, where that is known.
  public var date: PublicationDate?
  /// Its tags.
  public var tags: [String] = []
  /// How many other articles say nearly the same.
  public var variantCount = 0
  /// The words around what was looked for, in the results of a search.
  public var snippet: Snippet?

  /// Which article; nil where it is none.
  public var id: ArticleID? {
    if case .article(let id) = subject { id } else { nil }
  }

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
    self.init(.article(id), title: title, source: source, counts: counts, isRead: isRead)
  }

  /// An entry for anything that a list shows.
  public init(
    _ subject: Subject, title: String, source: String, counts: Counts? = nil, isRead: Bool = true
  ) {
    self.subject = subject
    self.title = title
    self.source = source
    self.counts = counts
    self.isRead = isRead
  }

  /// The title in rows of so many columns: at most two, so that one entry never fills a list.
  public func titleRows(columns: Int) -> [String] {
    wrapped(title, to: columns, limit: 2)
  }

  /// The snippet in rows of so many columns: at most two.
  public func snippetRows(columns: Int) -> [String] {
    snippet.map { wrapped($0.text, to: columns, limit: 2) } ?? []
  }

  /// The rows that the entry takes: its title, then where it comes from, then its snippet.
  func rowCount(columns: Int) -> Int {
    titleRows(columns: columns).count + 1 + snippetRows(columns: columns).count
  }

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

extension ListEntry {
  /// The entry of an article of the library.
  public init(_ summary: ArticleSummary) {
    self.init(
      .article(summary.id),
      title: summary.title ?? ArticleID(summary.origin).name, source: summary.source,
      counts: Counts(
        minutes: readingMinutes(ofWords: summary.wordCount), quotes: summary.quoteCount,
        figures: summary.figureCount),
      isRead: summary.status.isRead)
    isStarred = summary.status.isStarred
    shelf = summary.status.shelf
    date = summary.date
    tags = summary.tags
    variantCount = summary.variantCount
  }

  /// The entry of a group, which leads to its articles.
  public init(_ group: ArticleGroup, of grouping: Grouping) {
    let count = group.count
    let unread = count.unread > 0 ? ["\(count.unread.grouped) unread"] : []
    let articles = "\(count.articles.grouped) \(count.articles == 1 ? "article" : "articles")"
    self.init(
      .group(Query(group.name, of: grouping), count), title: group.name,
      source: ([articles] + unread).joined(separator: " · "), isRead: count.unread == 0)
  }

  /// The entry of words that were kept.
  public init(_ excerpt: SavedExcerpt) {
    let words = PanelLine(excerpt.anchor.words[...].withoutLastComma, .quote).text
    let place = [excerpt.speaker, excerpt.title, excerpt.source].compactMap { $0 }
    let detached = excerpt.isDetached ? ["no longer in the text"] : []
    self.init(
      .excerpt(
        excerpt.id, excerpt.article, excerpt.isDetached ? nil : excerpt.anchor.range),
      title: excerpt.kind == .quote ? "“\(words)”" : words,
      source: (place + detached).joined(separator: " · "))
    date = excerpt.date
  }

  /// The entry of a saved search.
  public init(_ search: SavedSearch) {
    self.init(.search(search), title: search.name, source: search.query)
  }
}

extension Query {
  /// The query that finds a group.
  fileprivate init(_ name: String, of grouping: Grouping) {
    switch grouping {
    case .source: self = .condition(.sourceNamed(name))
    case .day: self = (try? Query("date:\(name)")) ?? .everything
    case .tag: self = .condition(.tag(name))
    case .collection: self = .condition(.collection(name))
    }
  }
}

extension Int {
  /// The number with commas between thousands, as "12,345".
  public var grouped: String {
    var digits = String(magnitude)
    var groups: [String] = []
    while digits.count > 3 {
      groups.insert(String(digits.suffix(3)), at: 0)
      digits = String(digits.dropLast(3))
    }
    return (self < 0 ? "-" : "") + ([digits] + groups).joined(separator: ",")
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
