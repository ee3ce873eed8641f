import PseudoTerminal
import Screen

/// What scrolling costs on the line, in each arrangement of the panes. A panel stands beside the
/// text only where the window is wide enough.
enum ScrollRows {
  /// - Parameters:
  ///   - session: the reader with one long article open, in the layout that it starts with.
  ///   - name: the size, for the names of rows.
  /// - Returns: the median and the worst of many lines for each arrangement.
  static func measure(_ session: TerminalSession, at name: String) -> [BenchmarkRow] {
    press("z", session)
    var rows = lines(session, "full width, \(name)")
    // The panel takes the keys when it opens; they go back to the text.
    press("zQ\u{1B}[Z", session)
    if session.screen.size.width >= 110 {
      rows += lines(session, "beside a panel, \(name)")
      press("\\", session)
    }
    return rows + lines(session, "above a panel, \(name)")
  }

  /// The same beside a panel on a terminal with margins left and right.
  static func measureWithMargins(_ session: TerminalSession, at name: String) -> [BenchmarkRow] {
    press("Q\u{1B}[Z", session)
    return lines(session, "beside a panel with margins, \(name)")
  }

  private static func press(_ keys: String, _ session: TerminalSession) {
    session.send(keys)
    session.settle()
  }

  /// Scrolls line by line. A key that brings nothing counts as no number, so that a pane which
  /// does not scroll cannot look cheap.
  private static func lines(_ session: TerminalSession, _ name: String) -> [BenchmarkRow] {
    let counts = (0..<61).map { _ in
      let before = session.received.count
      session.send("j")
      let isAnswered = session.wait(timeout: .seconds(1)) { _ in session.received.count > before }
      session.settle(quiet: .milliseconds(30))
      return isAnswered ? Double(session.received.count - before) : .nan
    }.dropFirst()
    let isSound = !counts.contains { $0.isNaN }
    let sorted = counts.sorted()
    return [
      BenchmarkRow(
        name: "line scroll, \(name)", value: isSound ? sorted[sorted.count / 2] : .nan,
        unit: "bytes"),
      BenchmarkRow(
        name: "line scroll, \(name), worst", value: isSound ? sorted[sorted.count - 1] : .nan,
        unit: "bytes"),
    ]
  }
}
