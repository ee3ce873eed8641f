// Tables wider than the measure: set as records until they are scrolled, then as columns.

public import Typesetting

extension ReadingState {
  /// The table that scrolling means: at the reading line, or else the first in view.
  public var tableInView: WideTable? {
    ([line] + visibleRows).lazy.compactMap { typeset.wideTable(at: $0) }.first
  }

  /// Shows columns of the table in view that stand so many further right, or left for a negative
  /// count; left of the first one the table is set as records again.
  ///
  /// - Returns: a sentence where there is nothing to scroll.
  mutating func scrollTable(by count: Int) -> Notice? {
    guard let table = tableInView else {
      return Notice("No table in view is wider than the text.")
    }
    guard let first = table.firstColumn else {
      if count > 0 { show(table, from: count) }
      return count > 0 ? nil : Notice("This table is shown record by record already.")
    }
    if count > 0, table.lastColumn == table.columnCount - 1 {
      return Notice("The last column is in view.")
    }
    show(table, from: first + count)
    return nil
  }

  /// The reading line stays on its words and, as far as that goes, where it is in the window.
  private mutating func show(_ table: WideTable, from column: Int) {
    var sideways = typeset.sideways
    sideways[table.start] = column > 0 ? min(column, table.columnCount - 1) : nil
    typeset = typeset.scrolled(sideways)
    measureEnd()
    line = typeset.rowID(at: point)
    top = allowedTop(typeset.advance(line, by: -home))
    typeset.prepare(from: top, count: height)
    topPosition = top == typeset.firstRow ? 0 : typeset.position(of: top)
    isStepping = false
  }
}
