// Preformatted text keeps its lines and blanks. A line wider than the measure goes on in the next
// row, which the caller marks; nothing is cut off.

import Articles

extension String {
  /// The rows of preformatted text, one or more a line; the last line break ends no line.
  /// A row goes on with the line above where it starts at the byte at which that one ends.
  ///
  /// - Parameters:
  ///   - range: the bytes of the text, on scalar boundaries.
  ///   - width: the columns of a line's first row.
  ///   - restWidth: the columns of its other rows.
  ///   - tabWidth: the columns between tab stops.
  /// - Returns: the bytes of each row, without line breaks.
  func preformattedRows(
    of range: TextRange, width: Int, restWidth: Int, tabWidth: Int
  ) -> [TextRange] {
    let bytes = utf8.span
    var rows: [TextRange] = []
    var start = range.lowerBound
    var offset = start
    var column = 0
    var available = width
    while offset < range.upperBound {
      if let next = bytes.endOfLineBreak(at: offset, upTo: range.upperBound) {
        rows.append(TextRange(start, offset))
        (start, offset, column, available) = (next, next, 0, width)
        continue
      }
      let cluster = cluster(at: offset, upTo: range.upperBound, bytes)
      let columns = cluster.preformattedWidth(
        first: bytes[offset], column: column, tabWidth: tabWidth, width: available)
      if column + columns > available, offset > start {
        rows.append(TextRange(start, offset))
        (start, column, available) = (offset, 0, restWidth)
        continue
      }
      column += columns
      offset = cluster.end
    }
    if start < range.upperBound { rows.append(TextRange(start, range.upperBound)) }
    return rows
  }
}

extension Cluster {
  /// The columns it takes in preformatted text.
  func preformattedWidth(first byte: UInt8, column: Int, tabWidth: Int, width: Int) -> Int {
    guard byte == 0x09 else { return min(self.width, width) }
    // Past the last stop a tab is one column, as it would be at the edge of a terminal.
    let toStop = tabWidth - column % tabWidth
    return column + toStop <= width ? toStop : max(1, width - column)
  }
}

extension Span where Element == UInt8 {
  /// The byte after a line break that starts here, or nil.
  fileprivate func endOfLineBreak(at offset: Int, upTo limit: Int) -> Int? {
    switch self[offset] {
    case 0x0A: offset + 1
    case 0x0D: offset + 1 < limit && self[offset + 1] == 0x0A ? offset + 2 : offset + 1
    default: nil
    }
  }
}
