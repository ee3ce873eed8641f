// Panes whose rows moved up or down from one frame to the next.
//
// ncurses scrolls whole lines only: with a pane beside the text it writes every row anew, which is
// thousands of bytes for one key. A terminal with margins left and right can move the rectangle.
// What moved is found in the cells: panes are what stands between vertical lines.

import Screen

/// A rectangle of the screen whose rows moved.
struct PaneScroll: Equatable {
  /// Every cell that the move touches, those too from which rows went out.
  var area: Rect
  /// How many rows up; negative for down.
  var rows: Int

  /// Fewer changed rows than this are cheaper written than moved.
  private static let fewestRows = 6
  private static let narrowest = 8

  /// What moved between two frames of the same size; nothing where the whole width is one pane,
  /// which ncurses scrolls by itself.
  static func all(from old: Frame, to new: Frame) -> [PaneScroll] {
    guard old.size == new.size, old.size.height > fewestRows else { return [] }
    let edges = separators(old, new)
    guard !edges.isEmpty else { return [] }
    return zip([-1] + edges, edges + [new.size.width]).compactMap { left, right in
      guard right - left > narrowest else { return nil }
      return scroll(of: left + 1..<right, from: old, to: new)
    }
  }

  /// Columns that hold a vertical line in both frames, in all rows but two at most. (Words that
  /// begin alike make columns of letters; those would be no panes.)
  private static func separators(_ old: Frame, _ new: Frame) -> [Int] {
    func isLine(_ row: Int, _ column: Int) -> Bool {
      new.row(row).at(column).isLine && old.row(row).at(column).isLine
    }
    let height = new.size.height
    return (0..<new.size.width).filter { column in
      // One of three rows at least is no exception.
      [height / 4, height / 2, height * 3 / 4].contains { isLine($0, column) }
        && (0..<height).count(where: { !isLine($0, column) }) <= 2
    }
  }

  private static func scroll(
    of columns: Range<Int>, from old: Frame, to new: Frame
  ) -> PaneScroll? {
    let before = (0..<old.size.height).map { old.row($0).at(columns) }
    let after = (0..<new.size.height).map { new.row($0).at(columns) }
    let changed = after.indices.filter { before[$0] != after[$0] }
    guard changed.count >= fewestRows else { return nil }
    let probes = (1...3).map { changed[changed.count * $0 / 4] }
    let found = probes.flatMap { runs(at: $0, before, after) }
    guard let best = found.max(by: { $0.kept.count < $1.kept.count }) else { return nil }
    let kept = withoutWholeLines(best.kept, by: best.rows, from: old, to: new)
    guard changed.count(where: kept.contains) >= max(fewestRows, 2 * abs(best.rows)) else {
      return nil
    }
    let low = min(kept.lowerBound, kept.lowerBound + best.rows)
    let height = kept.count + abs(best.rows)
    return PaneScroll(
      area: Rect(x: columns.lowerBound, y: low, width: columns.count, height: height),
      rows: best.rows)
  }

  /// The longest part of the rows in which no three whole lines in a row move, as they do beside an
  /// empty part of a pane; nothing where most lines move whole. Those ncurses scrolls by itself, by
  /// what it remembers of them; it would do so again with lines that were moved here, and then
  /// write them all.
  private static func withoutWholeLines(
    _ kept: Range<Int>, by rows: Int, from old: Frame, to new: Frame
  ) -> Range<Int> {
    let nothing = kept.lowerBound..<kept.lowerBound
    let whole = Set(kept.filter { new.row($0) == old.row($0 + rows) })
    guard whole.count * 2 <= kept.count else { return nothing }
    // Where a run of three or more begins or ends, a part ends or begins.
    let runs = kept.filter { row in (0..<3).allSatisfy { whole.contains(row + $0) } }
      .flatMap { [$0, $0 + 1, $0 + 2] }
    let edges = [kept.lowerBound - 1] + runs + [kept.upperBound]
    let parts = zip(edges, edges.dropFirst()).map { $0 + 1..<max($0 + 1, $1) }
    return parts.max { $0.count < $1.count } ?? nothing
  }

  private typealias Row = ArraySlice<Cell>

  /// The moves that bring a row of before to `row`, each with the rows around it that it brings too.
  private static func runs(
    at row: Int, _ before: [Row], _ after: [Row]
  ) -> [(rows: Int, kept: Range<Int>)] {
    before.indices.filter { before[$0] == after[row] && $0 != row }.map { source in
      let rows = source - row
      func isKept(_ row: Int) -> Bool {
        before.indices.contains(row + rows) && before[row + rows] == after[row]
      }
      var kept = row..<row + 1
      while kept.lowerBound > 0, isKept(kept.lowerBound - 1) {
        kept = kept.lowerBound - 1..<kept.upperBound
      }
      while kept.upperBound < after.count, isKept(kept.upperBound) {
        kept = kept.lowerBound..<kept.upperBound + 1
      }
      return (rows, kept)
    }
  }
}

extension Cell {
  fileprivate var isLine: Bool { glyph?.text == "│" }
}

extension ArraySlice<Cell> {
  fileprivate func at(_ column: Int) -> Cell { self[startIndex + column] }

  fileprivate func at(_ columns: Range<Int>) -> ArraySlice<Cell> {
    self[startIndex + columns.lowerBound..<startIndex + columns.upperBound]
  }
}
