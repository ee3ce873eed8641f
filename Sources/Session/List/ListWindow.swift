// Which rows of a long list are at hand. A page on either side of what is in view is kept ready, so
// that stepping never waits; a jump waits for its rows and then shows them at once, since a blank
// frame would cost more than the few milliseconds.

import Articles
import Queries

extension ListState {
  /// How many rows are asked for at once, for a window of so many lines: all that it can show, and
  /// as many on either side.
  private static func pageSize(_ height: Int) -> Int { max(8, height / 2 + 1) }

  /// What to ask for so that the rows around the window are there; nil where they are, or where
  /// the same was asked for already.
  ///
  /// - Parameters:
  ///   - height: the lines of the list in view.
  ///   - number: what to call the request.
  /// - Returns: the request.
  mutating func neededRows(height: Int, number: Int) -> RowsRequest? {
    guard source != .files, !isFailing || wish != nil || isStale || isAwaited else { return nil }
    let page = Self.pageSize(height)
    guard let anchor = neededAnchor(page) else { return nil }
    // An answer that is on its way may do.
    if let asked, wish == nil || asked.anchor == anchor, !isStale { return nil }
    let isFresh = isAwaited || isStale
    // Other results come with each key: those in view are enough.
    let request = RowsRequest(
      source: source, anchor: anchor, count: startsAnew ? page : 3 * page, countsAll: isFresh,
      number: number)
    isStale = false
    asked = request
    return request
  }

  private func neededAnchor(_ page: Int) -> RowsRequest.Anchor? {
    if isStale || isAwaited { return anchorOfAll(page) }
    if let wish { return anchor(for: wish, page) }
    guard !source.isWhole, let start = entries.first?.id, let end = entries.last?.id else {
      return nil
    }
    if places.upperBound < count, top + 2 * page > places.upperBound {
      return .after(end, at: places.upperBound - 1)
    }
    if first > 0, top - page < first { return .before(start, at: first) }
    return nil
  }

  /// All rows anew, the chosen one where it was.
  private func anchorOfAll(_ page: Int) -> RowsRequest.Anchor {
    if startsAnew { return .place(0) }
    let start = max(0, selected - 3 * page / 2)
    if let id = selectedEntry?.id, !source.isWhole, selected > 0 { return .around(id, or: start) }
    return .place(source.isWhole ? 0 : start)
  }

  private func anchor(for wish: Int, _ page: Int) -> RowsRequest.Anchor {
    if let last = entries.last?.id, wish >= places.upperBound, wish < places.upperBound + page {
      return .after(last, at: places.upperBound - 1)
    }
    if let id = entries.first?.id, wish < first, wish >= first - page {
      return .before(id, at: first)
    }
    return wish >= count - page ? .end : .place(max(0, wish - 3 * page / 2))
  }

  /// Takes rows; those that nobody waits for any more are dropped.
  mutating func take(_ rows: ListRows, for request: RowsRequest) {
    guard request == asked else { return }
    asked = nil
    isAwaited = false
    isFailing = false
    // Rows far away are of no use to someone who stayed.
    if wish == nil, !request.countsAll, request.anchor.isElsewhere { return }
    let chosen = startsAnew ? nil : selectedEntry?.subject
    if startsAnew { (selected, top, startsAnew) = (0, 0, false) }
    let distance = selected - top
    var replaces = true
    switch request.anchor {
    case .after where rows.first == places.upperBound:
      entries += rows.entries
      replaces = false
    case .before where rows.first + rows.entries.count == first:
      entries = rows.entries + entries
      first = rows.first
      replaces = false
    default:
      entries = rows.entries
      first = rows.first
    }
    recount(rows)
    forgetDistant(3 * request.count)
    if let wish, places.contains(wish) || entries.isEmpty || wish >= count {
      selected = max(0, min(wish, count - 1))
      self.wish = nil
    } else if replaces {
      let place = entries.firstIndex { $0.subject == chosen }.map { $0 + first }
      selected = place ?? max(first, min(selected, places.upperBound - 1, count - 1))
      top = max(0, selected - distance)
    }
    refreshMatches()
  }

  /// Takes it that rows could not be read; those that are there stay, unless they are of another
  /// list.
  ///
  /// - Returns: whether somebody waited for them.
  mutating func giveUp(_ request: RowsRequest) -> Bool {
    guard request == asked else { return false }
    if startsAnew {
      (entries, matches) = ([], [])
      (first, count, selected, top, countedUnread) = (0, 0, 0, 0, 0)
      (isCountLowerBound, startsAnew) = (false, false)
    }
    (asked, wish, isAwaited, isFailing) = (nil, nil, false, true)
    return true
  }

  /// How many rows there are, as far as these tell.
  private mutating func recount(_ rows: ListRows) {
    if let total = rows.total {
      count = total.articles
      countedUnread = total.unread
      isCountLowerBound = total.isLowerBound
    }
    let end = places.upperBound
    if rows.total == nil || isCountLowerBound || end > count {
      if rows.hasMore {
        if end >= count { (count, isCountLowerBound) = (end + 1, true) }
      } else if rows.first + rows.entries.count == end {
        (count, isCountLowerBound) = (end, false)
      }
    }
  }

  /// Keeps no more rows than these, those nearest to the window.
  private mutating func forgetDistant(_ limit: Int) {
    guard !source.isWhole, entries.count > limit else { return }
    let start = max(0, min(aim - first - limit / 2, entries.count - limit))
    entries = Array(entries[start..<start + limit])
    first += start
  }

  /// Takes the count of the whole list.
  mutating func take(_ total: ArticleCount, for request: RowsRequest) {
    guard request.source == source else { return }
    countedUnread = total.unread
    guard total.articles >= places.upperBound else { return }
    count = total.articles
    isCountLowerBound = total.isLowerBound
  }

  /// Forgets rows that are gone, until all are read anew.
  mutating func remove(_ ids: Set<ArticleID>) {
    if let place = places.first(where: { entry(at: $0)?.id.map(ids.contains) ?? false }) {
      departed = entry(at: place)?.id.map { Departure(article: $0, place: place) }
    }
    let before = entries.prefix(selected - first).count { $0.id.map(ids.contains) ?? false }
    let removed = entries.filter { $0.id.map(ids.contains) ?? false }
    entries.removeAll { $0.id.map(ids.contains) ?? false }
    count -= removed.count
    countedUnread -= removed.count { !$0.isRead }
    selected = max(0, min(selected - before, count - 1))
    refreshMatches()
  }
}

extension RowsRequest.Anchor {
  /// Whether the rows need not touch those at hand.
  fileprivate var isElsewhere: Bool {
    switch self {
    case .place, .end, .around: true
    case .after, .before: false
    }
  }
}
