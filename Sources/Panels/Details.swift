import Screen
import Session

extension Frame {
  /// All that is known about one excerpt, in a box above the status line: the names of things at
  /// the left, as many rows as there is room for.
  mutating func drawDetails(_ details: [DetailRow], above status: Rect) {
    guard !details.isEmpty else { return }
    let bottom = status.isEmpty ? size.height : status.y
    let width = min(78, size.width)
    let labelColumns = (details.map(\.label.columns).max() ?? 0) + 2
    let rows = details.flatMap { detail in
      wrapped(detail.words, to: max(1, width - 4 - labelColumns)).enumerated().map { place, words in
        OverlayRow(keys: place == 0 ? detail.label : "", words: words)
      }
    }
    let height = min(rows.count + 2, bottom)
    let box = Rect(x: (size.width - width) / 2, y: bottom - height, width: width, height: height)
    let inside = drawBox(box)
    let shown = rows.prefix(inside.height)
    draw(Array(shown), in: inside, keyColumns: labelColumns)
    if shown.count < rows.count, !inside.isEmpty {
      draw("…", column: inside.maxX - 1, row: inside.maxY - 1, ink: Ink(.overlayKey), in: inside)
    }
  }
}
