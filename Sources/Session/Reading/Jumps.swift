import Articles
import Typesetting

// Jumps to text positions, and the way back.
extension ReadingState {
  private static let jumpLimit = 100

  var here: Place {
    Place(
      topPosition: topPosition, point: point, top: top, line: line, measure: typeset.measure,
      showsHidden: showsHidden, sideways: typeset.sideways)
  }

  /// Keeps the place, unless it is kept already.
  mutating func rememberJump() {
    if jumps.last != here { jumps.append(here) }
    if jumps.count > Self.jumpLimit { jumps.removeFirst() }
  }

  /// Brings a range into view and the reading line to its start. The window stays where it is
  /// if it holds the range already.
  mutating func reveal(_ range: TextRange) {
    let rows = typeset.rows(of: range)
    let isInView = rows.lowerBound >= top && rows.upperBound <= bottom
    if !isInView { top = allowedTop(typeset.advance(rows.lowerBound, by: -(height / 4))) }
    line = rows.lowerBound
    home = offset(of: line)
    land()
    point = range.lowerBound
  }

  /// Goes to a range, from where `jumpBack` returns.
  mutating func jump(to range: TextRange) {
    rememberJump()
    reveal(range)
    isStepping = false
    selectNearest()
  }

  mutating func go(to place: Place) {
    topPosition = place.topPosition
    point = place.point
    if place.measure == typeset.measure, place.showsHidden == showsHidden,
      place.sideways == typeset.sideways
    {
      top = allowedTop(place.top)
      typeset.prepare(from: top, count: height)
      line = min(max(place.line, top), bottom)
    } else {
      self.place()
    }
    home = offset(of: line)
    isStepping = false
    selectNearest()
  }

  /// Goes where the last jump began, so that doing it again returns; false where none was made.
  mutating func jumpBack() -> Bool {
    guard let place = jumps.popLast() else { return false }
    jumps.append(here)
    go(to: place)
    return true
  }

  /// Goes one jump further back; false where there is none.
  mutating func jumpOlder() -> Bool {
    guard let place = jumps.popLast() else { return false }
    go(to: place)
    return true
  }
}

// Excerpts: the text and the panel move each other.
extension ReadingState {
  /// The items of a panel.
  public func items(of panel: SidePanelID) -> [PanelItem] { panels[panel]?.items ?? [] }

  /// The item that a panel shows as chosen.
  public func chosenIndex(in panel: SidePanelID) -> Int? {
    if let selection, selection.panel == panel { return selection.index }
    return panels[panel]?.nearest(to: point)
  }

  /// The item of a panel that its commands mean.
  func chosenItem(in panel: SidePanelID) -> PanelItem? {
    chosenIndex(in: panel).map { items(of: panel)[$0] }
  }

  /// Marks the item of the open panel that the reading line has come to.
  mutating func selectNearest() {
    selection = openPanel.flatMap { panel in
      panels[panel]?.nearest(to: point).map { PanelSelection(panel: panel, index: $0) }
    }
  }

  /// Goes to an item. A row of steps from one to the next is one jump.
  mutating func select(_ index: Int, in panel: SidePanelID) {
    let items = items(of: panel)
    guard !items.isEmpty else { return }
    let index = max(0, min(index, items.count - 1))
    if !isStepping { rememberJump() }
    reveal(items[index].anchor)
    selection = PanelSelection(panel: panel, index: index)
    isStepping = true
  }

  /// Goes to the next item, or the previous one for a negative count; false at the end.
  mutating func step(by count: Int, in panel: SidePanelID) -> Bool {
    let places = panels[panel]?.places ?? []
    let direction = count.signum()
    let chosen = selection.flatMap { selection in
      selection.panel == panel ? places.firstIndex { $0.item == selection.index } : nil
    }
    let first: Int
    if let chosen, places[chosen].range.contains(point) {
      first = chosen + direction
    } else if direction > 0 {
      first = places.firstPlace { $0.range.lowerBound > point }
    } else {
      first = places.firstPlace { $0.range.lowerBound >= point } - 1
    }
    guard places.indices.contains(first) else { return false }
    let wanted = max(0, min(first + count - direction, places.count - 1))
    select(places[wanted].item, in: panel)
    return true
  }
}
