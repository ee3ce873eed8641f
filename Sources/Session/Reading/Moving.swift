import Typesetting

// Motions by rows and blocks. `top` is what scrolls; `line` follows it at a fixed distance, and
// moves alone only where the text cannot scroll further.
extension ReadingState {
  /// Scrolls by single rows.
  mutating func scroll(by rows: Int) {
    let drift = offset(of: line) - home
    var rest = rows
    if drift > 0, rows < 0 { rest += min(drift, -rows) }
    if drift < 0, rows > 0 { rest -= min(-drift, rows) }
    let wanted = typeset.advance(line, by: rows)
    top = allowedTop(typeset.advance(top, by: rest))
    line = min(max(wanted, top), bottom)
    land()
  }

  /// Scrolls by so many rows at once; at an end the reading line goes to the very end.
  mutating func page(by rows: Int) {
    let next = allowedTop(typeset.advance(top, by: rows))
    if next == top {
      line = rows > 0 ? typeset.lastRow : typeset.firstRow
    } else {
      top = next
      line = min(typeset.advance(top, by: home), bottom)
    }
    land()
  }

  mutating func moveToStart() {
    rememberJump()
    moveTop(to: typeset.firstRow)
  }

  mutating func moveToEnd() {
    rememberJump()
    moveTop(to: lastTop)
  }

  /// Goes to a row by its number from 1.
  mutating func move(toLine number: Int) {
    rememberJump()
    moveTop(to: typeset.advance(typeset.firstRow, by: number - 1))
  }

  mutating func move(toPercent percent: Int) {
    rememberJump()
    let start = typeset.position(of: typeset.firstRow)
    let end = typeset.position(of: lastTop)
    switch percent {
    case ...0: moveTop(to: typeset.firstRow)
    case 100...: moveTop(to: lastTop)
    default: moveTop(to: typeset.rowID(at: start + (end - start) * percent / 100))
    }
  }

  mutating func moveByParagraphs(_ count: Int) {
    for _ in 0..<min(abs(count), 1000) {
      let next =
        count > 0
        ? typeset.nextParagraph(after: line) : typeset.previousParagraph(before: line)
      guard let next else {
        page(by: count > 0 ? Int(Int32.max) : -Int(Int32.max))
        return
      }
      line = next
    }
    top = allowedTop(typeset.advance(line, by: -home))
    land()
  }

  /// Goes to a heading; false where there is none further on.
  mutating func moveByHeadings(_ count: Int) -> Bool {
    var row: RowID?
    for _ in 0..<min(abs(count), 1000) {
      let from = row ?? line
      let next =
        count > 0 ? typeset.nextHeading(after: from) : typeset.previousHeading(before: from)
      guard let next else { break }
      row = next
    }
    guard let row else { return false }
    rememberJump()
    home = 0
    top = allowedTop(row)
    line = row
    land()
    return true
  }

  /// Puts the reading line at a part of the window: 0 its top, 1 its bottom.
  mutating func moveLine(toPart part: Double) {
    let rows = typeset.distance(from: top, to: bottom, limit: height - 1)
    home = Int(Double(rows) * part)
    line = typeset.advance(top, by: home)
    land()
  }

  private mutating func moveTop(to row: RowID) {
    home = 0
    top = allowedTop(row)
    line = top
    land()
  }

  func allowedTop(_ row: RowID) -> RowID { min(row, lastTop) }
}
