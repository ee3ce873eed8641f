// The percentage that is shown. In an article of a few pages each line is some percent, and a number
// that changes with every line is looked at and sent for little: so it stays for a few lines.

import Typesetting

/// A percentage, and the window that it was right for.
struct ToldPercent: Equatable, Sendable {
  /// It stays until the window has moved so many rows.
  static let patience = 4

  fileprivate(set) var percent: Int?
  fileprivate var top: RowID?
  fileprivate var lastTop: RowID?
  fileprivate var measure = 0
}

extension ReadingState {
  /// How far the window is through the text, right within a few lines: after a jump, at the start
  /// and at the end it is exact.
  public var shownPercent: Int { told.percent ?? percent }

  /// Takes the percentage anew where the window has moved far enough.
  mutating func tellPercent() {
    let isAtEnd = top <= typeset.firstRow || top >= lastTop
    let isSameText = told.measure == typeset.measure && told.lastTop == lastTop
    if let before = told.top, isSameText, !isAtEnd, told.percent != 0, told.percent != 100 {
      let rows = typeset.distance(
        from: min(before, top), to: max(before, top), limit: ToldPercent.patience)
      if rows < ToldPercent.patience { return }
    }
    told = ToldPercent(percent: percent, top: top, lastTop: lastTop, measure: typeset.measure)
  }
}
