import Articles
import Screen
import Session
import Typesetting

extension Frame {
  /// The open article, or what could be opened.
  mutating func drawReading(_ state: AppState, in area: PaneArea) {
    guard let reading = state.reading else {
      drawGuidance(state, in: area.body)
      return
    }
    let column = Arrangement.textColumn(in: area.body, measure: reading.typeset.measure)
    drawRunningTitle(reading, in: area.header, column: column)
    let rows = reading.visibleRows.map { reading.typeset.row($0) }
    let highlights = reading.highlights(in: rows.coveredText)
    let chosen = reading.chosenRanges
    for (offset, row) in rows.enumerated() {
      let y = column.y + offset
      var x = column.x
      for piece in row.spans(highlighting: highlights) {
        x = draw(piece.text, column: x, row: y, ink: piece.ink, in: area.body)
      }
      if let range = row.range, chosen.contains(where: { $0.overlaps(range) }) {
        drawBar(row: y, left: area.body.x, of: column)
      }
    }
    if rows.count + 1 < column.height, reading.typeset.isBare {
      drawReasonForNothing(state, in: column.inset(top: rows.count + 1))
    }
    if let prompt = state.prompt, let hints = prompt.hints {
      draw(hints.matching(prompt.line.text), on: rows, at: column, in: area.body)
    }
    if state.focus == .reading {
      // At the pane's edge, where it takes fewer bytes to put.
      cursor = Position(column: area.body.x, row: column.y + reading.lineOffset)
    }
  }

  /// The letters of links, each over the first glyphs of its link.
  private mutating func draw(
    _ hints: [LinkHints.Hint], on rows: [TypesetRow], at column: Rect, in area: Rect
  ) {
    for hint in hints {
      for (offset, row) in rows.enumerated() {
        guard let columns = row.columns(of: hint.link.range) else { continue }
        draw(
          hint.letters, column: column.x + columns.lowerBound, row: column.y + offset,
          ink: Ink(.overlayKey, .selected), in: area)
        break
      }
    }
  }

  private mutating func drawGuidance(_ state: AppState, in area: Rect) {
    if let entry = state.list.selectedEntry {
      let key = state.keyMap.patterns(for: "open", in: .list).first
      drawCard(of: entry, openKey: key.map(KeyMap.shown), in: area)
    } else if state.list.source == .files {
      drawEmptyList(in: area)
    }
  }

  /// Why the page is bare, and the key to what was hidden.
  private mutating func drawReasonForNothing(_ state: AppState, in area: Rect) {
    let hasHidden = state.reading?.loaded.article.document.hiddenBlocks.isEmpty == false
    var sentences = [hasHidden ? "All of this text was taken for clutter." : "There is no text."]
    if hasHidden, let key = state.keyMap.patterns(for: "hidden", in: .reading).first {
      sentences.append("\(KeyMap.shown(key)) shows what was hidden, and why.")
    }
    let lines = sentences.flatMap { wrapped($0, to: area.width) }
    for (offset, line) in lines.enumerated() {
      draw(line, column: area.x, row: area.y + offset, ink: Ink(.detail), in: area)
    }
  }

  /// The title, once all its rows have left the window.
  private mutating func drawRunningTitle(
    _ reading: ReadingState, in header: Rect, column: Rect
  ) {
    guard !header.isEmpty, reading.typeset.isBelowTitle(reading.top) else { return }
    let title = reading.loaded.article.displayTitle.fitted(to: column.width)
    draw(title, column: column.x, row: header.y, ink: Ink(.paneTitle), in: header)
  }

  /// The bar beside the chosen excerpt, where there is a margin for it.
  private mutating func drawBar(row: Int, left: Int, of column: Rect) {
    let margin = column.x - left
    if margin > 0 { draw("▌", column: column.x - min(2, margin), row: row, ink: Ink(.bar)) }
  }
}

extension [TypesetRow] {
  /// From the first byte that the rows show to the last.
  fileprivate var coveredText: TextRange {
    let ranges = compactMap(\.range)
    return ranges.first.map { ranges.reduce($0) { $0.union($1) } } ?? TextRange(0, 0)
  }
}

extension ReadingState {
  /// What the bar stands beside.
  fileprivate var chosenRanges: [TextRange] {
    guard let selection else { return [] }
    let item = items(of: selection.panel)[selection.index]
    return item.marks.isEmpty ? [item.anchor] : item.marks.map(\.range)
  }
}
