// What the library tells: rows of lists, hits of searches, whole articles and what was kept of them.

public import Articles
internal import GRDB
public import Queries

// MARK: - Lists and searches

extension Library {
  /// Rows of a listing.
  ///
  /// - Parameters:
  ///   - listing: which articles in which order.
  ///   - anchor: from where. An article that is gone counts as the beginning or the end.
  ///   - count: how many at most.
  ///   - interruption: stops the search.
  /// - Returns: the rows in the listing's order, whichever way they were read.
  /// - Throws: `interrupted`, `inaccessible`, `damaged`.
  public func page(
    of listing: Listing, at anchor: PageAnchor = .first, count: Int,
    interruption: Interruption? = nil
  ) throws(LibraryError) -> ListPage {
    let today = today
    return try read(interruption) { database in
      let found = try ListingPages(database, listing, today: today)
        .articles(at: anchor, count: count)
      return ListPage(
        rows: try Summaries(database: database).of(found.articles), hasMore: found.hasMore)
    }
  }

  /// How many rows of a listing stand before an article. They are counted, so this takes time in
  /// their number.
  ///
  /// - Parameters:
  ///   - id: the article; it need not belong to the listing.
  ///   - listing: which articles in which order.
  /// - Returns: the place from 0; nil for an article that is gone.
  /// - Throws: `inaccessible`, `damaged`.
  public func place(of id: ArticleID, in listing: Listing) throws(LibraryError) -> Int? {
    let today = today
    return try read { try ListingPages($0, listing, today: today).place(of: id) }
  }

  /// How many articles a listing has. Of everything this is known; else articles are looked at, up
  /// to a limit.
  ///
  /// - Parameters:
  ///   - listing: which articles.
  ///   - limit: where counting stops.
  ///   - interruption: stops the search.
  /// - Returns: the count, and whether it stopped at the limit.
  /// - Throws: `interrupted`, `inaccessible`, `damaged`.
  public func count(
    of listing: Listing, upTo limit: Int = 10_000, interruption: Interruption? = nil
  ) throws(LibraryError) -> ArticleCount {
    let today = today
    return try read(interruption) {
      try Counting(database: $0).count(listing, limit: limit, today: today)
    }
  }

  /// The groups of the list with their counts: sources, tags and collections by name, days newest
  /// first. A listing with `source:`, `date:`, `tag:` or `in:` shows one.
  ///
  /// - Parameters:
  ///   - grouping: what groups are made by.
  ///   - includesArchived: whether archived articles count.
  /// - Returns: the groups that have an article.
  /// - Throws: `inaccessible`, `damaged`.
  public func groups(
    by grouping: Grouping, includesArchived: Bool = false
  ) throws(LibraryError) -> [ArticleGroup] {
    try read {
      try Counting(database: $0).groups(by: grouping, includesArchived: includesArchived)
    }
  }

  /// Hits of a search with the words around them.
  ///
  /// - Parameters:
  ///   - listing: what is looked for, in which order; `includesArchived` suits searches.
  ///   - isRanked: whether the best of the newest 10 000 come first: slower, by words only, and from the
  ///     first on.
  ///   - anchor: from where, unless ranked.
  ///   - count: how many at most.
  ///   - interruption: stops the search.
  /// - Returns: the hits.
  /// - Throws: `interrupted`, `inaccessible`, `damaged`.
  public func search(
    _ listing: Listing, isRanked: Bool = false, at anchor: PageAnchor = .first, count: Int,
    interruption: Interruption? = nil
  ) throws(LibraryError) -> SearchPage {
    let today = today
    return try read(interruption) { database in
      let searching = Searching(database: database, today: today)
      return isRanked
        ? try searching.ranked(listing, count: count)
        : try searching.page(listing, at: anchor, count: count)
    }
  }

  /// Where a query's words, quotes and figures stand in an article.
  ///
  /// - Parameters:
  ///   - query: what was looked for.
  ///   - id: the article.
  /// - Returns: ranges of its canonical text, in order.
  /// - Throws: `missing`, `inaccessible`, `damaged`.
  public func matches(of query: Query, in id: ArticleID) throws(LibraryError) -> [TextRange] {
    let row = try row(of: id)
    return try read { database in
      let place = try Int64.fetchOne(
        database, sql: "SELECT place FROM articles WHERE id = ?", arguments: [row])
      guard let place else { return [] }
      return try Matches(database, query).ranges(in: [place])[place] ?? []
    }
  }
}

// MARK: - One article

extension Library {
  /// An article with its excerpts and all that was done with it.
  ///
  /// - Parameter id: which.
  /// - Returns: the article with corrections worked in.
  /// - Throws: `missing`, `inaccessible`, `damaged`.
  public func article(_ id: ArticleID) throws(LibraryError) -> LibraryArticle {
    let row = try row(of: id)
    return try read { try ArticleReading(database: $0).article(id, row: row) }
  }

  /// The bytes that an article was read from.
  ///
  /// - Parameter id: which.
  /// - Returns: the bytes as they came.
  /// - Throws: `missing`, `inaccessible`, `damaged`.
  public func original(of id: ArticleID) throws(LibraryError) -> OriginalSource {
    let row = try row(of: id)
    return try read { try ArticleReading(database: $0).original(id, row: row) }
  }

  /// Puts a new reading of an article's original in the place of the old one, as after the program
  /// has learnt to read better. Status, corrections, marks and saved excerpts stay.
  ///
  /// - Parameters:
  ///   - id: which.
  ///   - addition: the new reading.
  /// - Returns: how many saved excerpts no longer find their words.
  /// - Throws: `missing`, `full`, `inaccessible`, `damaged`.
  @discardableResult
  public func replaceContent(
    of id: ArticleID, with addition: PreparedAddition
  ) throws(LibraryError) -> Int {
    let row = try row(of: id)
    return try write { try ContentReplacement(database: $0, article: row).replace(with: addition) }
  }

  /// Saved excerpts over all articles, the latest first.
  ///
  /// - Returns: the excerpts, detached ones too.
  /// - Throws: `inaccessible`, `damaged`.
  public func savedExcerpts() throws(LibraryError) -> [SavedExcerpt] {
    try read { try SavedExcerpts(database: $0).all() }
  }

  /// Saved searches by name.
  ///
  /// - Returns: the searches.
  /// - Throws: `inaccessible`, `damaged`.
  public func savedSearches() throws(LibraryError) -> [SavedSearch] {
    try read { database in
      try Row.fetchAll(database, sql: "SELECT name, query FROM saved_searches ORDER BY name")
        .map { SavedSearch(name: $0[0], query: $0[1]) }
    }
  }
}
