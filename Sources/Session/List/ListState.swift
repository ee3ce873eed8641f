import Articles
import Screen

/// The article list: its entries, their order, and which one is chosen.
public struct ListState: Equatable, Sendable {
  /// The entries in the order shown.
  public internal(set) var entries: [ListEntry]
  /// The order chosen.
  public internal(set) var order: ListOrder = .original
  /// The chosen entry's place; 0 in an empty list.
  public internal(set) var selected = 0
  /// The first entry in view.
  public internal(set) var top = 0
  /// What was looked for, while it is marked.
  public internal(set) var query: String? {
    didSet { if query != oldValue { refreshMatches() } }
  }
  /// The places of entries whose title or source holds what was looked for.
  public internal(set) var matches: [Int] = []
  /// The places of entries as they were listed.
  var originalPlaces: [ArticleID: Int]

  /// The columns of a list that its entries leave free: a bar, a mark, and margins.
  public static let margins = 4

  init(entries: [ListEntry]) {
    self.entries = entries
    originalPlaces = Self.places(of: entries)
  }

  /// The chosen entry; nil in an empty list.
  public var selectedEntry: ListEntry? {
    entries.indices.contains(selected) ? entries[selected] : nil
  }

  /// How many entries were not opened.
  public var unreadCount: Int { entries.reduce(0) { $0 + ($1.isRead ? 0 : 1) } }

  mutating func select(_ place: Int) {
    selected = max(0, min(place, entries.count - 1))
  }

  mutating func select(_ id: ArticleID) {
    if let place = entries.firstIndex(where: { $0.id == id }) { selected = place }
  }

  /// Keeps the chosen entry in view with as little movement as possible.
  mutating func keepInView(_ size: Size) {
    guard !entries.isEmpty else {
      top = 0
      return
    }
    let latest = entries.count - fitting(size, upFrom: entries.count - 1)
    let earliest = selected + 1 - fitting(size, upFrom: selected)
    top = max(earliest, min(top, selected, latest))
  }

  /// How many entries fit into a list of a size, at least 1: from one on, downwards.
  func fitting(_ size: Size, downFrom place: Int) -> Int {
    fitting(size, entries[min(place, entries.count)...])
  }

  /// How many entries fit, the last of them at a place.
  func fitting(_ size: Size, upFrom place: Int) -> Int {
    fitting(size, entries.prefix(place + 1).reversed())
  }

  private func fitting(_ size: Size, _ entries: some Sequence<ListEntry>) -> Int {
    var rows = 0
    var count = 0
    for entry in entries {
      rows += entry.rowCount(columns: size.width - Self.margins)
      if rows > size.height { break }
      count += 1
    }
    return max(1, count)
  }

  private static func places(of entries: [ListEntry]) -> [ArticleID: Int] {
    Dictionary(
      entries.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
  }
}

// What results do to the list.
extension ListState {
  /// Takes a new list; what was read stays read and the chosen article stays chosen.
  mutating func replace(with listed: [ListEntry]) {
    let chosen = selectedEntry?.id
    let known = Dictionary(
      entries.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    entries = listed.map { entry in
      guard let old = known[entry.id] else { return entry }
      var entry = entry
      entry.isRead = entry.isRead || old.isRead
      entry.counts = entry.counts ?? old.counts
      return entry
    }
    originalPlaces = Self.places(of: entries)
    arrange()
    select(selected)
    if let chosen { select(chosen) }
  }

  /// Takes titles and counts of articles that are in the list; others are dropped.
  mutating func fill(with surveyed: [ListEntry]) {
    let chosen = selectedEntry?.id
    let news = Dictionary(surveyed.map { ($0.id, $0) }, uniquingKeysWith: { _, last in last })
    for place in entries.indices {
      guard let entry = news[entries[place].id] else { continue }
      entries[place].title = entry.title
      entries[place].source = entry.source
      entries[place].counts = entry.counts ?? entries[place].counts
    }
    arrange()
    if let chosen { select(chosen) }
  }

  /// Sorts by the order chosen, and finds what was looked for in its new place; equal entries keep the order in which they were listed.
  mutating func arrange() {
    let places = originalPlaces
    entries.sort { left, right in
      let comparison = order.compare(left, right)
      return comparison != 0
        ? comparison < 0 : (places[left.id] ?? 0) < (places[right.id] ?? 0)
    }
    refreshMatches()
  }
}
