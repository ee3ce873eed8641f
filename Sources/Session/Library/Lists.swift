// Lists of the library: one may be opened from another, as the articles of a group. The list that
// one came from is found again as it was left.

import Articles
import Queries
import Screen

extension AppState {
  /// Whether the list's rows come from the library.
  var listsLibrary: Bool { list.source != .files }

  /// Why nothing can be looked up in the library; nil where it can.
  var libraryProblem: String? {
    switch library?.status {
    case nil: "There is no library here."
    case .failed(let sentence): sentence
    case .empty: "The library is empty: “pullquote add FILE” brings articles in."
    case .unknown, .open: nil
    }
  }

  /// Why the list cannot be narrowed or kept; nil where it can.
  var listingProblem: String? {
    libraryProblem ?? (list.source.listing == nil ? "This is no list of articles." : nil)
  }

  /// Shows another list; the present one is found again.
  mutating func enter(_ source: ListSource) {
    // What was to come for this list is asked for when one is back.
    if list.asked?.countsAll == true { list.isStale = true }
    list.asked = nil
    list.wish = nil
    outerLists.append(list)
    list.query = nil
    restart(source)
    focus = .list
    isZen = false
  }

  /// Goes back to the list that this one was opened from; false where there is none.
  mutating func leaveList() -> Bool {
    guard let outer = outerLists.popLast() else { return false }
    list = outer
    return true
  }

  /// Shows the same list by another order or for other words, from the top. The old rows stay until
  /// the new ones are there.
  mutating func restart(_ source: ListSource) {
    list.source = source
    list.wish = nil
    list.departed = nil
    list.isStale = true
    list.startsAnew = true
  }

  /// Reads all lists anew.
  mutating func refreshLists() {
    list.isStale = listsLibrary
    for place in outerLists.indices {
      outerLists[place].isStale = outerLists[place].source != .files
    }
  }

  /// Asks for rows that the window lacks.
  mutating func askForRows() -> [Effect] {
    let height = (arrangement.list?.body ?? arrangement.reading?.body)?.height ?? size.height
    guard let request = list.neededRows(height: height, number: requestCount + 1) else {
      return []
    }
    requestCount += 1
    return [.rows(request)]
  }

  /// Takes rows of the list; those of another are dropped.
  mutating func accept(_ rows: ListRows, for request: RowsRequest) -> [Effect] {
    if request.source == .articles(Listing()), request.anchor.isOfAll {
      let isEmpty = rows.isOfEmptyLibrary
      library?.status = isEmpty ? .empty : .open
      if isEmpty { return showSamples() }
      if list.source == .files, request == probe { leaveSamples(request) }
    }
    let place = list.opensWish ? list.wish : nil
    list.take(rows, for: request)
    return place != nil && list.wish == nil && list.selected == place ? openSelected() : []
  }

  /// Says why rows could not be read, where somebody waits for them.
  mutating func acceptFailure(of request: RowsRequest, _ sentence: String) {
    if request == probe { probe = nil }
    if list.giveUp(request) { notice = .error(sentence) }
  }

  /// Shows the samples where the library holds nothing.
  private mutating func showSamples() -> [Effect] {
    outerLists = []
    guard listsLibrary, let samples = library?.samples else { return [] }
    list = ListState(entries: samples)
    let unknown = list.unknownArticles
    return unknown.isEmpty ? [] : [.survey(unknown)]
  }

  private mutating func leaveSamples(_ request: RowsRequest) {
    list = ListState(.articles(Listing()))
    list.asked = request
    probe = nil
  }

  /// Looks again at what is shown, since something else changed the library.
  mutating func acceptChangeElsewhere() -> [Effect] {
    refreshLists()
    // Somebody may have read on since.
    keptPositions = [:]
    if library?.status == .empty, !listsLibrary {
      requestCount += 1
      let request = RowsRequest(
        source: .articles(Listing()), anchor: .place(0), count: 3 * max(8, size.height / 2),
        countsAll: true, number: requestCount)
      probe = request
      return [.rows(request)]
    }
    return refreshArticle()
  }
}

extension RowsRequest.Anchor {
  /// Whether the answer tells of the whole list.
  fileprivate var isOfAll: Bool {
    switch self {
    case .place, .around: true
    case .end, .after, .before: false
    }
  }
}

// MARK: - What entries lead to

/// A place to go to in an article that is being opened.
struct Arrival: Hashable {
  var article: ArticleID
  var range: TextRange
}

extension AppState {
  /// Opens what the chosen entry stands for.
  mutating func openSubject(_ entry: ListEntry) -> [Effect] {
    switch entry.subject {
    case .article(let id): return openArticle(id)
    case .group(let query, _):
      enter(.articles(Listing(query)))
      return []
    case .search(let search): return openSearch(search)
    case .excerpt(_, let id, let range):
      guard let id else {
        notice = Notice("The article of these words is gone.")
        return []
      }
      if range == nil { notice = Notice("These words are no longer in the text.") }
      return openArticle(id, at: range)
    }
  }

  /// Goes to an article; one that was searched for is read anew for the words that stand in it.
  private mutating func openArticle(_ id: ArticleID, at range: TextRange? = nil) -> [Effect] {
    guard reading?.loaded.article.id == id, searchedQuery == nil else {
      let effects = open(id)
      arrival = range.map { Arrival(article: id, range: $0) }
      return effects
    }
    if opening != nil { giveUpOpening() }
    arrival = range.map { Arrival(article: id, range: $0) }
    focus = .reading
    arrive()
    return markOpened()
  }

  private mutating func openSearch(_ search: SavedSearch) -> [Effect] {
    do throws(QueryMistake) {
      let listing = Listing(try Query(search.query), includesArchived: true)
      enter(.results(listing, isRanked: false))
    } catch {
      notice = .error("\(search.query): \(error.description)")
    }
    return []
  }

  /// Goes to the place that the article was opened for.
  mutating func arrive() {
    guard let arrival, arrival.article == reading?.loaded.article.id, let reading else { return }
    self.arrival = nil
    // The text may have become shorter.
    let end = reading.text.utf8.count
    let range = arrival.range
    settle()
    self.reading?.rememberJump()
    self.reading?.reveal(TextRange(min(range.lowerBound, end), min(range.upperBound, end)))
    self.reading?.selectNearest()
  }

  /// The words of the list's search, which are marked in an article that is opened from it.
  var searchedQuery: Query? {
    guard listsLibrary, let query = list.source.listing?.query, query != .everything else {
      return nil
    }
    return query
  }
}
