// Rows of the library as the lists of the session have them.

internal import Articles
internal import LibraryStore
internal import Queries
internal import Session

extension Library {
  /// Where counting a filtered list stops.
  static let countLimit = 100_000
  /// How many of the best results are shown.
  private static let rankedLimit = 200

  /// The rows that were asked for.
  func rows(
    _ request: RowsRequest, _ interruption: Interruption
  ) throws(LibraryError) -> ListRows {
    switch request.source {
    case .files: return ListRows([])
    case .articles(let listing):
      var rows = try page(request, of: listing) { anchor, count throws(LibraryError) in
        let page = try self.page(
          of: listing, at: anchor, count: count, interruption: interruption)
        return (page.rows.map(ListEntry.init), page.hasMore)
      }
      if listing.query == .everything {
        rows.total = try count(of: listing)
        let all = Listing(includesArchived: true)
        if rows.total?.articles == 0 { rows.isOfEmptyLibrary = try count(of: all).articles == 0 }
      }
      return rows
    case .results(let listing, true):
      let page = try search(
        listing, isRanked: true, count: Self.rankedLimit, interruption: interruption)
      return .whole(page.hits.map(ListEntry.init), hasMore: page.hasMore)
    case .results(let listing, false):
      return try self.page(request, of: listing) { anchor, count throws(LibraryError) in
        let page = try search(listing, at: anchor, count: count, interruption: interruption)
        return (page.hits.map(ListEntry.init), page.hasMore)
      }
    case .groups(let grouping):
      return .whole(try groups(by: grouping).map { ListEntry($0, of: grouping) })
    case .excerpts: return .whole(try savedExcerpts().map(ListEntry.init))
    case .searches: return .whole(try savedSearches().map(ListEntry.init))
    }
  }

  /// One page, with the place of its first row.
  private func page(
    _ request: RowsRequest, of listing: Listing,
    _ read: (PageAnchor, Int) throws(LibraryError) -> ([ListEntry], Bool)
  ) throws(LibraryError) -> ListRows {
    func from(_ place: Int) throws(LibraryError) -> ListRows {
      let (entries, hasMore) = try read(place == 0 ? .first : .place(place), request.count)
      // A list that became shorter ends before that place.
      if entries.isEmpty, place > 0 { return try end() }
      return ListRows(entries, first: place, hasMore: hasMore)
    }
    func end() throws(LibraryError) -> ListRows {
      let (entries, _) = try read(.last, request.count)
      guard let id = entries.first?.id else { return ListRows([]) }
      if listing.query == .everything {
        // How many there are is known; counting those before the page would take its time.
        let total = try count(of: listing).articles
        return ListRows(entries, first: max(0, total - entries.count))
      }
      return ListRows(entries, first: try self.place(of: id, in: listing) ?? 0)
    }
    switch request.anchor {
    case .place(let place): return try from(place)
    case .after(let id, let place):
      let (entries, hasMore) = try read(.after(id), request.count)
      return ListRows(entries, first: place + 1, hasMore: hasMore)
    case .before(let id, let place):
      let (entries, _) = try read(.before(id), request.count)
      return ListRows(entries, first: max(0, place - entries.count), hasMore: true)
    case .around(let id, let place):
      let own = try self.place(of: id, in: listing).map { max(0, $0 - request.count / 2) }
      return try from(own ?? place)
    case .end: return try end()
    }
  }

  /// The place of a row that has a condition.
  func place(of search: RowSearch) throws(LibraryError) -> Int? {
    var listing = search.listing
    listing.query = listing.query.narrowed(by: search.condition)
    let isForward = search.steps > 0
    let first: PageAnchor = isForward ? .first : .last
    let start = search.start.map { isForward ? PageAnchor.after($0) : .before($0) } ?? first
    let rows = try page(of: listing, at: start, count: abs(search.steps)).rows
    var found = isForward ? rows.last : rows.first
    if rows.isEmpty, search.wraps {
      let others = try page(of: listing, at: first, count: 1).rows
      found = others.first
    }
    guard let id = found?.id else { return nil }
    return try place(of: id, in: search.listing)
  }
}

extension ListRows {
  /// All rows of a list.
  fileprivate static func whole(_ entries: [ListEntry], hasMore: Bool = false) -> ListRows {
    ListRows(
      entries, total: ArticleCount(articles: entries.count, isLowerBound: hasMore))
  }
}

extension ListSource {
  /// Whether its rows take as long as the whole search.
  var isRanked: Bool {
    if case .results(_, isRanked: true) = self { true } else { false }
  }
}

extension ListEntry {
  fileprivate init(_ hit: SearchHit) {
    self.init(hit.summary)
    // Where the words are in the title alone, the beginning of the text says no more.
    if !hit.snippetMatches.isEmpty { snippet = Snippet(hit.snippet, matches: hit.snippetMatches) }
  }
}

extension LoadedArticle {
  /// An article of the library.
  init(_ found: LibraryArticle, matches: [TextRange]) {
    let document = found.article.document
    let title = document.blocks.first { $0.role == .title }
    let isCorrected = found.corrections.contains { $0.replaces(.title("")) }
    self.init(
      article: found.article, excerpts: found.excerpts, corrections: found.corrections,
      parsedTitle: isCorrected ? title.map { String(document.words(in: $0.range)) } : nil,
      kept: KeptFacts(found, matches: matches))
  }
}

extension KeptFacts {
  init(_ found: LibraryArticle, matches: [TextRange]) {
    self.init(
      id: found.article.id, status: found.status, tags: found.tags, marks: found.marks,
      matches: matches)
  }
}
