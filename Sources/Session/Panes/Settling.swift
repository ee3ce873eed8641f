import Excerpts
import Screen
import Typesetting

// What holds after every event, whatever it was.
extension AppState {
  /// Makes focus, window and list agree with the size and with what is open.
  mutating func settle() {
    if reading == nil, focus != .list { focus = .list }
    if focus == .list || reading?.loaded.excerpts.figures.isEmpty != false { showsDetails = false }
    if focus == .side, reading?.openPanel == nil { focus = .reading }
    let arrangement = arrangement
    let area = arrangement.reading ?? PaneArea(arrangement.fallbackArea(size))
    let column = Arrangement.textColumn(in: area.body, measure: preferences.measure)
    reading?.fit(measure: max(1, column.width), height: area.body.height)
    reading?.tellPercent()
    reading?.tellDetails(if: showsDetails)
    list.keepInView((arrangement.list ?? area).body.size)
  }
}

extension Arrangement {
  /// What the reading pane would have where it is not in view, so that nothing moves meanwhile.
  fileprivate func fallbackArea(_ size: Size) -> Rect {
    Rect(x: 0, y: 0, width: size.width, height: size.height - status.height)
  }
}
