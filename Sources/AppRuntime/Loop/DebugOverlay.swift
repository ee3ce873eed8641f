internal import Panels
internal import Screen

/// What the last frame cost and the last command, written over the frame's upper right corner.
struct DebugOverlay {
  private var words = ""
  private var shown: Frame?

  /// Remembers what a frame cost.
  mutating func note(_ frame: Frame, _ time: Duration) {
    let changed =
      shown?.size == frame.size
      ? zip(frame.cells, shown?.cells ?? []).count { $0 != $1 } : frame.cells.count
    shown = frame
    let parts = time.components
    let microseconds = Int(parts.seconds) * 1_000_000 + Int(parts.attoseconds / 1_000_000_000_000)
    words = "\(microseconds) µs  \(changed) cells"
  }

  /// Writes the cost of the frame before this one.
  func draw(on frame: inout Frame, command: String) {
    let line = " \(words)  \(command) "
    let column = max(0, frame.size.width - line.columns)
    frame.draw(line, column: column, row: 0, ink: Ink(.overlayKey))
  }
}
