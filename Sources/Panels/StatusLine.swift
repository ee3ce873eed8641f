// The bottom line: what is typed, or a notice, or the keys that matter here and where one is.

import Screen
import Session

extension Frame {
  /// Draws the bottom line.
  mutating func drawStatusLine(_ state: AppState, in area: Rect) {
    guard !area.isEmpty else { return }
    fill(area, ink: Ink(.status))
    if let prompt = state.prompt, !prompt.coversPanes {
      drawPrompt(prompt, state, in: area)
    } else if let notice = state.notice {
      drawNotice(notice, state, in: area)
    } else {
      let left = drawPosition(state, in: area)
      drawHints(state, in: area.inset(right: area.maxX - left))
    }
  }

  /// A sentence; where it is cut, the key that shows it whole stands behind it.
  private mutating func drawNotice(_ notice: Notice, _ state: AppState, in area: Rect) {
    let ink = Ink(notice.isError ? .error : .status)
    var room = area.inset(left: area.width > 2 ? 1 : 0, right: area.width > 2 ? 1 : 0)
    if notice.sentence.columns > room.width, room.width > 20,
      let key = state.keyMap.patterns(for: "messages", in: state.paneContext).first
    {
      let words = KeyMap.shown(key)
      draw(words, column: room.maxX - words.columns, row: area.y, ink: Ink(.statusKey), in: area)
      room = room.inset(right: words.columns + 1)
    }
    draw(
      notice.sentence.fitted(to: max(1, room.width)), column: room.x, row: area.y, ink: ink,
      in: area)
  }

  /// Where one is, flush right; says where it begins.
  private mutating func drawPosition(_ state: AppState, in area: Rect) -> Int {
    let words = state.positionWords
    let column = area.maxX - 1 - words.columns
    guard !words.isEmpty, column >= area.x else { return area.maxX }
    draw(words, column: column, row: area.y, ink: Ink(.status), in: area)
    return column
  }

  private mutating func drawHints(_ state: AppState, in area: Rect) {
    var column = area.x + 1
    for hint in state.keyHints.fitting(area.width - 3) {
      column = draw(hint.key, column: column, row: area.y, ink: Ink(.statusKey), in: area)
      column = draw(" " + hint.words, column: column, row: area.y, ink: Ink(.status), in: area)
      column += 2
    }
  }

  private mutating func drawPrompt(_ prompt: PromptState, _ state: AppState, in area: Rect) {
    let sign = prompt.sign
    let count = state.words(beside: prompt)
    let countColumn = area.maxX - 1 - count.columns
    let hasCount = !count.isEmpty && countColumn > area.x + 12
    let field = area.inset(right: hasCount ? count.columns + 3 : 0)
    drawLine(prompt.line, sign: sign, in: field)
    if hasCount { draw(count, column: countColumn, row: area.y, ink: Ink(.status), in: area) }
  }

  /// A line being typed, shifted left where it is too long, with the cursor in it.
  mutating func drawLine(_ line: LineEditor, sign: String, in area: Rect) {
    let ink = Ink(.prompt)
    let start = draw(sign, column: area.x, row: area.y, ink: ink, in: area)
    let room = Rect(x: start, y: area.y, width: area.maxX - start, height: 1)
    let before = line.beforeCaret.columns
    let shift = max(0, before - room.width + 1)
    draw(line.text, column: start - shift, row: area.y, ink: ink, in: room)
    cursor = Position(column: max(area.x, min(start + before - shift, area.maxX - 1)), row: area.y)
    isCursorVisible = true
  }
}

extension PromptState {
  /// What stands before the line.
  fileprivate var sign: String {
    switch (kind, hints?.verb) {
    case (.find, _): "/"
    case (.search, _): "Search: "
    case (.filter, _): "Filter: "
    case (.hints, .open): "Open the link "
    case (.hints, _): "Copy the link "
    default: ":"
    }
  }
}

extension AppState {
  /// What stands at the right of a prompt: the place among matches, or the key to the other verb.
  fileprivate func words(beside prompt: PromptState) -> String {
    switch prompt.kind {
    case .find: return matchWords ?? ""
    case .search, .filter:
      guard prompt.mistake == nil, !prompt.line.text.isEmpty else { return "" }
      return list.isAwaited ? "" : list.count == 0 ? "nothing found" : "\(list.countWords) found"
    case .hints:
      let key = keyMap.patterns(for: "next-choice", in: .prompt).first.map(KeyMap.shown)
      let verb = prompt.hints?.verb == .open ? "copies" : "opens"
      return key.map { "\($0) \(verb) instead" } ?? ""
    case .command, .help, .messages: return ""
    }
  }
}
