// Boxes over the panes: help, completions, and what may follow a key. The only boxes there are.

import Queries
import Screen
import Session

/// One row of a box: keys, words, and a name at the right.
struct OverlayRow {
  var keys = ""
  var words: String
  var name = ""
  var isHeading = false
  var isChosen = false
}

extension Frame {
  /// Help: a line to narrow it, then commands under their headings.
  mutating func drawHelp(_ prompt: PromptState) {
    let width = min(78, size.width)
    let height = size.height
    let box = Rect(x: (size.width - width) / 2, y: 0, width: width, height: height)
    let inside = drawBox(box)
    var rows: [OverlayRow] = []
    var heading: String?
    for (place, choice) in prompt.choices.enumerated() {
      if choice.heading != heading {
        if !rows.isEmpty { rows.append(OverlayRow(words: "")) }
        rows.append(OverlayRow(words: choice.heading ?? "", isHeading: true))
        heading = choice.heading
      }
      rows.append(OverlayRow(choice, isChosen: place == prompt.chosen))
    }
    if rows.isEmpty { rows.append(OverlayRow(words: "Nothing is called that.")) }
    let body = inside.inset(top: inside.height > 2 ? 2 : 1)
    draw(rows, in: body, keyColumns: min(20, body.width / 3))
    drawHelpLine(prompt.line, in: inside)
  }

  private mutating func drawHelpLine(_ line: LineEditor, in area: Rect) {
    guard !area.isEmpty else { return }
    let hint = "type to search · Enter runs · Esc leaves"
    let column = area.maxX - hint.columns
    if column > area.x + 16 + line.text.columns {
      draw(hint, column: column, row: area.y, ink: Ink(.overlay), in: area)
    }
    drawLine(line, sign: "? ", in: Rect(x: area.x, y: area.y, width: area.width, height: 1))
    reink(Rect(x: area.x, y: area.y, width: area.width, height: 1)) {
      $0.role == .prompt ? Ink(.overlayKey) : $0
    }
  }

  /// What the command line may go on with, above it.
  mutating func drawChoices(_ prompt: PromptState, above status: Rect) {
    let rows = prompt.choices.enumerated().map { place, choice in
      OverlayRow(
        keys: choice.text, words: choice.detail,
        name: choice.keys.prefix(2).map(KeyMap.shown).joined(separator: " "),
        isChosen: place == prompt.chosen)
    }
    drawBox(of: rows, above: status, mostRows: 8)
  }

  /// What is wrong with a query, or the fields that it may name.
  mutating func drawQueryHelp(_ prompt: PromptState, above status: Rect) {
    guard let mistake = prompt.mistake else {
      drawChoices(prompt, above: status)
      return
    }
    let words = wrapped(mistake.description, to: max(1, min(72, size.width - 6)))
    drawBox(of: words.map { OverlayRow(words: $0) }, above: status, mostRows: 4)
  }

  /// What may follow the keys typed so far.
  mutating func drawKeyHints(_ state: AppState, above status: Rect) {
    let node = state.keyMap[state.context][state.pending.keys]
    let rows = (node?.bindings ?? []).map { binding in
      OverlayRow(
        keys: state.pending.text + KeyMap.shown(binding.pattern),
        words: Command.named(binding.command)?.summary ?? binding.command)
    }
    drawBox(of: rows, above: status, mostRows: 16)
  }

  /// A box as wide as its rows need, at the lower left.
  private mutating func drawBox(of rows: [OverlayRow], above status: Rect, mostRows: Int) {
    guard !rows.isEmpty else { return }
    let keyColumns = (rows.map(\.keys.columns).max() ?? 0) + 2
    let words = rows.map(\.words.columns).max() ?? 0
    let names = rows.map(\.name.columns).max() ?? 0
    let wanted = keyColumns + words + (names > 0 ? names + 2 : 0) + 4
    let width = min(wanted, size.width)
    let height = min(rows.count, mostRows) + 2
    let bottom = status.isEmpty ? size.height : status.y
    let box = Rect(x: 0, y: max(0, bottom - height), width: width, height: min(height, bottom))
    draw(rows, in: drawBox(box), keyColumns: words > 0 ? min(keyColumns, width / 2) : width)
  }

  /// A frame with a filled inside; says where the inside is.
  mutating func drawBox(_ box: Rect) -> Rect {
    fill(box, ink: Ink(.overlay))
    guard box.width > 4, box.height > 3 else { return box }
    let line = String(repeating: "─", count: box.width - 2)
    let ink = Ink(.overlay)
    draw("┌" + line + "┐", column: box.x, row: box.y, ink: ink)
    draw("└" + line + "┘", column: box.x, row: box.maxY - 1, ink: ink)
    let rows = box.y + 1..<box.maxY - 1
    drawColumn("│", column: box.x, rows: rows, ink: ink)
    drawColumn("│", column: box.maxX - 1, rows: rows, ink: ink)
    return box.inset(left: 2, top: 1, right: 2, bottom: 1)
  }

  /// The rows around the chosen one, as many as there is room for.
  mutating func draw(_ rows: [OverlayRow], in area: Rect, keyColumns: Int) {
    let chosen = rows.firstIndex(where: \.isChosen) ?? 0
    let top = max(0, min(chosen - area.height / 2, rows.count - area.height))
    for (offset, row) in rows[top...].prefix(area.height).enumerated() {
      let line = Rect(x: area.x, y: area.y + offset, width: area.width, height: 1)
      draw(row, in: line, keyColumns: keyColumns)
    }
  }

  private mutating func draw(_ row: OverlayRow, in line: Rect, keyColumns: Int) {
    let marks: Marks = row.isChosen ? [.selected, .focused] : []
    let words = Ink(row.isHeading ? .overlayKey : .overlay, marks)
    if row.isChosen { fill(line, ink: words) }
    if row.isHeading {
      draw(row.words.fitted(to: line.width), column: line.x, row: line.y, ink: words, in: line)
      return
    }
    let keys = row.keys.fitted(to: max(1, keyColumns - 2))
    draw(keys, column: line.x, row: line.y, ink: Ink(.overlayKey, marks), in: line)
    let nameColumn = line.maxX - row.name.columns
    let end = line.x + keyColumns + row.words.columns
    let hasName = !row.name.isEmpty && nameColumn > end + 1
    let room = line.width - keyColumns
    draw(
      row.words.fitted(to: max(0, room)), column: line.x + keyColumns, row: line.y, ink: words,
      in: line)
    if hasName {
      draw(row.name, column: nameColumn, row: line.y, ink: words.with(.muted), in: line)
    }
  }
}

extension OverlayRow {
  fileprivate init(_ choice: PromptChoice, isChosen: Bool) {
    self.init(
      keys: choice.keys.map(KeyMap.shown).joined(separator: " "), words: choice.detail,
      name: choice.text, isChosen: isChosen)
  }
}
