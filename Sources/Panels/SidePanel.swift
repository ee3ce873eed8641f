// One drawing for all side panels: tabs, then items with a blank row between them. The chosen
// item has a bar and the same mark as its words in the text. Where to start follows from the
// chosen item alone, so nothing has to be remembered.

import Screen
import Session

extension Frame {
  /// The open panel.
  mutating func drawSidePanel(_ state: AppState, in area: PaneArea) {
    guard let reading = state.reading, let id = reading.openPanel,
      let panel = SidePanelRegistry[id]
    else { return }
    let hasKeys = state.focus == .side
    drawTabs(of: reading, open: panel, in: area.header)
    let restrictionRows = drawRestriction(of: id, state, in: area.body)
    let body = area.body.inset(top: restrictionRows + (area.body.height > 8 ? 1 : 0))
    guard let chosen = reading.chosenIndex(in: id) else {
      drawParagraph(reading.emptySentence(of: panel), in: body)
      return
    }
    let rows = PanelRows(
      reading.items(of: id), chosen: chosen, columns: min(72, body.width - 4),
      height: body.height)
    for (offset, row) in rows.visible.enumerated() {
      draw(row, at: Position(column: body.x, row: body.y + offset), in: body, hasKeys: hasKeys)
    }
    if hasKeys {
      let column = min(body.x + 3, max(body.x, body.maxX - 1))
      cursor = Position(column: column, row: body.y + rows.chosenOffset)
    }
  }

  /// What is left out and how to see it again; says how many rows that takes.
  private mutating func drawRestriction(
    of panel: SidePanelID, _ state: AppState, in area: Rect
  ) -> Int {
    let restriction = state.reading?.restriction(of: panel)
    let parts = [restriction, state.reading?.partWords(of: panel)].compactMap { $0 }
    guard !parts.isEmpty, !area.isEmpty else { return 0 }
    let words = parts.joined(separator: " · ")
    let key = state.keyMap.patterns(for: "cancel", in: .side).first.map(KeyMap.shown)
    let hint = restriction == nil ? "" : key.map { " · \($0) clears" } ?? ""
    let room = area.width - 4
    let name = words.fitted(to: max(1, room - hint.columns))
    let end = draw(name, column: area.x + 3, row: area.y, ink: Ink(.paneTitleActive), in: area)
    draw(hint, column: end, row: area.y, ink: Ink(.detail), in: area)
    return 1
  }

  private mutating func drawTabs(of reading: ReadingState, open: SidePanel, in header: Rect) {
    guard !header.isEmpty else { return }
    var column = header.x + 1
    let panels = SidePanelRegistry.panels.filter { $0.isTabAlways || $0.id == open.id }
    let tabs = panels.map { panel in
      (label: panel.label(in: reading, isOpen: panel.id == open.id), isOpen: panel.id == open.id)
    }
    for tab in tabs.fitting(header.width - 2) {
      let role: Role = tab.isOpen ? .paneTitleActive : .paneTitle
      column = draw(tab.label, column: column, row: header.y, ink: Ink(role), in: header) + 2
    }
  }

  private mutating func drawParagraph(_ words: String, in area: Rect) {
    for (offset, row) in wrapped(words, to: min(60, area.width - 4)).enumerated() {
      draw(row, column: area.x + 3, row: area.y + offset, ink: Ink(.detail), in: area)
    }
  }

  private mutating func draw(_ row: PanelRow, at place: Position, in area: Rect, hasKeys: Bool) {
    let marks = row.isChosen ? Marks.chosen(hasKeys: hasKeys) : []
    if row.isChosen {
      draw("▌", column: place.column + 1, row: place.row, ink: Ink(.bar), in: area)
    }
    let end = draw(
      row.text, column: place.column + 3 + row.indent, row: place.row,
      ink: Ink(row.role, marks), in: area)
    if !row.aside.isEmpty {
      draw(row.aside, column: end + 2, row: place.row, ink: Ink(.detail, marks), in: area)
    }
  }
}

extension SidePanel {
  fileprivate func label(in reading: ReadingState, isOpen: Bool) -> String {
    let count = reading.items(of: id).count
    return (isOpen ? id.name.uppercased() : id.name) + (count > 0 ? " \(count)" : "")
  }
}

extension [(label: String, isOpen: Bool)] {
  /// As many tabs as fit, the open one always; those furthest to the right go first.
  fileprivate func fitting(_ columns: Int) -> [(label: String, isOpen: Bool)] {
    var tabs = self
    while tabs.reduce(-2, { $0 + $1.label.columns + 2 }) > columns,
      let place = tabs.lastIndex(where: { !$0.isOpen })
    {
      tabs.remove(at: place)
    }
    return tabs
  }
}
