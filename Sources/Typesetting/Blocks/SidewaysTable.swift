// A table too wide for the measure, scrolled sideways: its leading column stays, since it names the
// rows, and beside it stand as many of the others as fit. What is scrolled is counted in columns of
// the table, so that it means the same at any measure.

import Articles

/// A table that does not fit the measure.
public struct WideTable: Hashable, Sendable {
  /// Its first byte in the text, which tells it from others.
  public let start: Int
  /// How many columns it has.
  public let columnCount: Int
  /// The first column shown after the leading one; nil where the table is set as records.
  public let firstColumn: Int?
  /// The last column shown; nil where the table is set as records.
  public let lastColumn: Int?
}

/// Which columns of a table are shown.
struct ColumnWindow {
  /// In less room a table is set as records only.
  static let leastWidth = 16

  /// The columns, the leading one first.
  let columns: [Int]
  /// The widths of all columns.
  let widths: [Int]

  /// Which columns these are, in words.
  var words: String {
    guard let first = columns.dropFirst().first, let last = columns.last else { return "" }
    let rest = first == last ? "\(first + 1)" : "\(first + 1)–\(last + 1)"
    let shown = first == 1 ? "1–\(last + 1)" : "1 and \(rest)"
    return "columns \(shown) of \(widths.count)"
  }
}

extension String {
  /// The columns of a table from one on, as many as fit beside the leading one; if the last one is
  /// among them, those before it as well. nil where nothing is to be gained.
  func window(on rows: [[[Run]]], from first: Int, width: Int) -> ColumnWindow? {
    guard width >= ColumnWindow.leastWidth else { return nil }
    var widths = naturalWidths(of: rows, widest: width)
    guard widths.count > 1 else { return nil }
    widths[0] = min(widths[0], width / 3)
    let room = width - widths[0]
    for column in widths.indices.dropFirst() { widths[column] = min(widths[column], room - 2) }
    func end(from start: Int) -> Int {
      var left = room
      return widths[start...].firstIndex { columns in
        left -= columns + 2
        return left < 0
      } ?? widths.count
    }
    var start = max(1, min(first, widths.count - 1))
    while start > 1, end(from: start - 1) == widths.count { start -= 1 }
    return ColumnWindow(columns: [0] + Array(start..<end(from: start)), widths: widths)
  }
}

extension TypesetArticle {
  /// The table at a row, where it does not fit the measure; nil elsewhere.
  public func wideTable(at id: RowID) -> WideTable? {
    let id = clamped(id)
    let layout = layout(of: id.block)
    return layout.strips[layout.place(of: id.row).strip].wideTable
  }
}
