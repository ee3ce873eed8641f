// A list: some of its rows without gaps, how many it has, and which one is chosen. Places count
// all rows; a list of files has all of them at hand, one of the library those around the window.

import Articles
import Queries
import Screen

/// An article that left a list.
struct Departure: Hashable {
  var article: ArticleID
  var place: Int
}

/// A list: its entries, their order, and which one is chosen.
public struct ListState: Equatable, Sendable {
  /// What it shows.
  public internal(set) var source: ListSource
  /// The entries at hand, in the order shown.
  public internal(set) var entries: [ListEntry]
  /// The place of the first of them.
  public internal(set) var first = 0
  /// How many entries there are, at hand or not.
  public internal(set) var count: Int
  /// Whether there are more than were counted.
  public internal(set) var isCountLowerBound = false
  /// The order chosen for files.
  public internal(set) var order: ListOrder = .original
  /// The chosen entry's place; 0 in an empty list.
  public internal(set) var selected = 0
  /// The first entry in view.
  public internal(set) var top = 0
  /// What was looked for, while it is marked.
  public internal(set) var query: String? {
    didSet { if query != oldValue { refreshMatches() } }
  }
  /// The places of entries at hand whose title or source holds what was looked for.
  public internal(set) var matches: [Int] = []
  /// Whether its first rows were not read yet.
  public internal(set) var isAwaited = false

  /// The place to go to once its rows are there.
  var wish: Int? {
    didSet { opensWish = false }
  }
  /// Whether the article there is to be opened then.
  var opensWish = false
  /// What was asked for and not answered.
  var asked: RowsRequest?
  /// How many were not read, as counted by the library.
  var countedUnread = 0
  /// Whether the rows to come are others, so that the first of them is chosen.
  var startsAnew = false {
    didSet { if startsAnew { asked = nil } }
  }
  /// Whether the rows in view are none of this list, so that keys that mean a row must wait.
  var isBlank: Bool { isAwaited || startsAnew }
  /// Whether its rows may no longer be right.
  var isStale = false
  /// Whether rows could not be read: no more are asked for until a key asks for them.
  var isFailing = false
  /// The article that left the list last, and the place where it was.
  var departed: Departure?
  /// The places of entries as they were listed.
  var originalPlaces: [ArticleID: Int]

  /// The columns of a list that its entries leave free: a bar, a mark, and margins.
  public static let margins = 4

  /// A list of files.
  init(entries: [ListEntry]) {
    source = .files
    self.entries = entries
    count = entries.count
    originalPlaces = Self.places(of: entries)
  }

  /// A list of the library, whose rows are still to be read.
  init(_ source: ListSource) {
    self.source = source
    entries = []
    count = 0
    originalPlaces = [:]
    isAwaited = true
  }

  /// The places of the entries at hand.
  public var places: Range<Int> { first..<first + entries.count }

  /// The entry at a place; nil where it is not at hand.
  public func entry(at place: Int) -> ListEntry? {
    places.contains(place) ? entries[place - first] : nil
  }

  /// The chosen entry; nil in an empty list.
  public var selectedEntry: ListEntry? { entry(at: selected) }

  /// The articles of which no counts are known.
  var unknownArticles: [ArticleID] { entries.filter { $0.counts == nil }.compactMap(\.id) }

  /// Where one is, or will be once the rows are there.
  var aim: Int { wish ?? selected }

  /// How many articles were not opened.
  public var unreadCount: Int {
    switch source {
    case .articles, .results(_, isRanked: false): countedUnread
    case .files, .results(_, isRanked: true): entries.count { !$0.isRead }
    case .groups, .excerpts, .searches: 0
    }
  }

  /// Goes to a place, once its rows are there.
  mutating func select(_ place: Int) {
    let place = max(0, min(place, count - 1))
    if entries.isEmpty || places.contains(place) {
      selected = place
      wish = nil
    } else {
      wish = place
    }
  }

  mutating func select(_ id: ArticleID) {
    if let place = place(of: id) { selected = place }
  }

  /// The place so many articles further on than one of the list, or than the chosen one; nil where
  /// the list ends there. What left the list has neighbours too.
  func neighbour(of id: ArticleID?, by count: Int) -> Int? {
    let place = place(of: id)
    var (before, after) = ((place ?? aim) - 1, (place ?? aim) + 1)
    if place == nil, let departed, departed.article == id {
      (before, after) = (departed.place - 1, departed.place)
    }
    if count > 0 { return after < self.count ? min(after + count - 1, self.count - 1) : nil }
    return before >= 0 ? max(before + count + 1, 0) : nil
  }

  /// The place of an article that is at hand.
  func place(of id: ArticleID?) -> Int? {
    guard let id else { return nil }
    return entries.firstIndex { $0.id == id }.map { $0 + first }
  }

  /// Keeps the chosen entry in view with as little movement as possible.
  mutating func keepInView(_ size: Size) {
    guard !entries.isEmpty else {
      top = 0
      return
    }
    let latest = count - fitting(size, upFrom: count - 1)
    let earliest = selected + 1 - fitting(size, upFrom: selected)
    // Rows that are not at hand cannot be shown: the window begins with those that are.
    top = max(earliest, first, min(top, selected, latest))
  }

  /// How many entries fit into a list of a size, at least 1: from one on, downwards.
  func fitting(_ size: Size, downFrom place: Int) -> Int {
    fitting(size, (max(0, place)..<max(0, place, count)).lazy)
  }

  /// How many entries fit, the last of them at a place.
  func fitting(_ size: Size, upFrom place: Int) -> Int {
    fitting(size, (0..<max(0, place + 1)).lazy.reversed())
  }

  /// An entry that is not at hand is taken for one of ordinary height.
  private func fitting(_ size: Size, _ places: some Sequence<Int>) -> Int {
    var rows = 0
    var count = 0
    for place in places {
      rows += entry(at: place)?.rowCount(columns: size.width - Self.margins) ?? 2
      if rows > size.height { break }
      count += 1
    }
    return max(1, count)
  }

  static func places(of entries: [ListEntry]) -> [ArticleID: Int] {
    Dictionary(
      entries.enumerated().compactMap { place, entry in entry.id.map { ($0, place) } },
      uniquingKeysWith: { first, _ in first })
  }
}

// What results do to a list of files.
extension ListState {
  /// Takes a new list; what was read stays read and the chosen article stays chosen.
  mutating func replace(with listed: [ListEntry]) {
    let chosen = selectedEntry?.id
    let known = Dictionary(
      entries.map { ($0.subject, $0) }, uniquingKeysWith: { first, _ in first })
    entries = listed.map { entry in
      guard let old = known[entry.subject] else { return entry }
      var entry = entry
      entry.isRead = entry.isRead || old.isRead
      entry.counts = entry.counts ?? old.counts
      return entry
    }
    count = entries.count
    originalPlaces = Self.places(of: entries)
    arrange()
    select(selected)
    if let chosen { select(chosen) }
  }

  /// Takes titles and counts of articles that are in the list; others are dropped.
  mutating func fill(with surveyed: [ListEntry]) {
    let chosen = selectedEntry?.id
    let news = Dictionary(surveyed.map { ($0.subject, $0) }, uniquingKeysWith: { _, last in last })
    for place in entries.indices {
      guard let entry = news[entries[place].subject] else { continue }
      entries[place].title = entry.title
      entries[place].source = entry.source
      entries[place].counts = entry.counts ?? entries[place].counts
    }
    arrange()
    if let chosen { select(chosen) }
  }

  /// Sorts by the order chosen, and finds what was looked for in its new place; equal entries keep
  /// the order in which they were listed. The library sorts its own lists.
  mutating func arrange() {
    if source == .files {
      let places = originalPlaces
      entries.sort { left, right in
        let comparison = order.compare(left, right)
        return comparison != 0
          ? comparison < 0
          : (left.id.flatMap { places[$0] } ?? 0) < (right.id.flatMap { places[$0] } ?? 0)
      }
    }
    refreshMatches()
  }
}
