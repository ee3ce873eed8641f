import Articles
import Typesetting

/// The items of one panel for one article, made once when the article is opened.
public struct PanelContents: Equatable, Sendable {
  /// The items, in the order of the panel.
  public let items: [PanelItem]
  /// Where they are, in the order of the text.
  let places: [ItemPlace]
  /// What they mark in the text, in order.
  private let marks: [Highlight]
  /// For each mark, where the furthest of it and those before it ends.
  private let reach: [Int]

  init(_ items: [PanelItem]) {
    self.items = items
    places = items.indices.flatMap { index in
      ([items[index].anchor] + items[index].otherAnchors).map { ItemPlace(range: $0, item: index) }
    }.sorted { ($0.range, $0.item) < ($1.range, $1.item) }
    marks = items.flatMap(\.marks).sorted { $0.range < $1.range }
    var furthest = 0
    reach = marks.map { mark in
      furthest = max(furthest, mark.range.upperBound)
      return furthest
    }
  }

  /// The marks that touch a part of the text.
  func marks(in window: TextRange) -> ArraySlice<Highlight> {
    let first = reach.firstPlace { $0 > window.lowerBound }
    let end = marks.firstPlace { $0.range.lowerBound >= window.upperBound }
    return marks[min(first, end)..<end]
  }

  /// The item at a position or the first one after it; the last one behind all; nil where there
  /// is none.
  func nearest(to position: Int) -> Int? {
    places.isEmpty
      ? nil
      : places[min(places.firstPlace { $0.range.lowerBound >= position }, places.count - 1)].item
  }
}

/// One place in the text of one item.
struct ItemPlace: Hashable {
  var range: TextRange
  var item: Int
}

extension RandomAccessCollection where Index == Int {
  /// Where the elements begin of which something is true, in a collection that has those for
  /// which it is false first.
  func firstPlace(where isReached: (Element) -> Bool) -> Int {
    var low = startIndex
    var high = endIndex
    while low < high {
      let middle = (low + high) / 2
      if isReached(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
