public import Screen
public import Session

/// Draws the whole screen. Pure: equal states give equal frames.
///
/// - Parameter state: the state; any size, down to nothing.
/// - Returns: a frame of the state's size.
public func render(_ state: AppState) -> Frame {
  var frame = Frame(size: state.size)
  guard state.size.width > 0, state.size.height > 0 else { return frame }
  let arrangement = state.arrangement
  for rule in arrangement.rules { frame.drawRule(rule) }
  if let area = arrangement.list { frame.drawList(state, in: area, arrangement) }
  if let area = arrangement.reading { frame.drawReading(state, in: area) }
  if let area = arrangement.side { frame.drawSidePanel(state, in: area) }
  frame.drawStatusLine(state, in: arrangement.status)
  frame.drawOverlays(state, above: arrangement.status)
  return frame
}

extension Frame {
  /// The line between two panes.
  fileprivate mutating func drawRule(_ rule: Rect) {
    let glyph = rule.width == 1 && rule.height > 1 ? "│" : "─"
    for row in rule.y..<rule.maxY {
      draw(String(repeating: glyph, count: rule.width), column: rule.x, row: row, ink: Ink(.rule))
    }
  }

  /// What lies over the panes while something is typed.
  fileprivate mutating func drawOverlays(_ state: AppState, above status: Rect) {
    if state.showsDetails, state.prompt?.coversPanes != true, let reading = state.reading {
      drawDetails(reading.details, above: status)
    }
    if let prompt = state.prompt {
      switch prompt.kind {
      case .help: drawHelp(prompt)
      case .messages: drawMessages(prompt, above: status)
      case .command: drawChoices(prompt, above: status)
      case .search, .filter: drawQueryHelp(prompt, above: status)
      case .find, .hints: break
      }
    } else if state.pending.showsHints {
      drawKeyHints(state, above: status)
    }
  }
}
