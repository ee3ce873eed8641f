// Tables of data: rows and columns with their spans undone, numbers flush right, the caption
// apart. Tables that only arrange a page are none.

import Articles
import Markup

extension PageBlockBuilder {
  /// Writes a table of data; false for one that only arranges the page.
  mutating func writeTable(_ node: NodeID) -> Bool {
    let rows = rows(of: node)
    let columns = rows.map { cells(of: $0).count }.max() ?? 0
    guard rows.count >= 2, columns >= 2, columns <= Self.mostColumns,
      !isLayout(node, cellCount: rows.count * columns)
    else {
      return false
    }
    if let caption = tree.children(of: node).first(where: { tree.tag(of: $0) == .caption }) {
      writeCaption(caption)
    }
    writer.begin()
    let start = writer.text.count
    var written: [[[Inline]]] = []
    var hanging = Array(repeating: 0, count: Self.mostColumns)
    for row in rows { written.append(writeRow(row, isFirst: written.isEmpty, &hanging)) }
    let isHeaded =
      cells(of: rows[0]).allSatisfy { tree.tag(of: $0) == .th }
      || tree.parent(of: rows[0]).map { tree.tag(of: $0) == .thead } ?? false
    let header = isHeaded ? written.removeFirst() : []
    let width = max(columns, (written + [header]).map(\.count).max() ?? 0)
    let alignments = (0..<width).map { column in
      isNumeric(written.map { column < $0.count ? $0[column] : [] })
        ? Table.Alignment.trailing : .leading
    }
    let table = Table(header: header, rows: written, alignments: alignments)
    add(Block(TextRange(start, writer.text.count), role: .body, content: .table(table)), 0)
    return true
  }

  private static let mostColumns = 200

  /// Writes the cells of a row. Cells that span columns are followed by empty ones, and below
  /// cells that span rows stand empty ones; `hanging` counts how many rows each column still owes.
  private mutating func writeRow(_ row: NodeID, isFirst: Bool, _ hanging: inout [Int])
    -> [[Inline]]
  {
    var written: [[Inline]] = []
    if !isFirst { writer.begin(after: "\n") }
    var isEmpty = true
    for cell in cells(of: row) {
      while written.count < Self.mostColumns, hanging[written.count] > 0 {
        hanging[written.count] -= 1
        written.append([])
      }
      guard written.count < Self.mostColumns else { break }
      if !isEmpty { writer.begin(after: "\t") }
      isEmpty = false
      writeInlines(below: cell)
      let rowSpan = min(span(.rowspan, of: cell), 100)
      for offset in 0..<min(span(.colspan, of: cell), Self.mostColumns - written.count) {
        hanging[written.count] = rowSpan - 1
        written.append(offset == 0 ? writer.finish() : [])
      }
    }
    while written.count < Self.mostColumns, hanging[written.count] > 0 {
      hanging[written.count] -= 1
      written.append([])
    }
    return written
  }

  private func span(_ attribute: KnownAttribute, of cell: NodeID) -> Int {
    max(1, tree.string(of: attribute, in: cell).flatMap { Int($0) } ?? 1)
  }

  /// Whether most cells of a column hold numbers: digits and what stands beside them.
  private func isNumeric(_ cells: [[Inline]]) -> Bool {
    let ranges = cells.map(\.coveredRange).filter { !$0.isEmpty }
    guard ranges.count >= 2 else { return false }
    let numbers = ranges.count { range in
      let words = writer.text[range.bounds]
      let digits = words.count { $0 &- 0x30 < 10 }
      return digits > 0 && words.count { ($0 | 0x20) &- 0x61 < 26 } <= max(3, digits)
    }
    return numbers * 4 >= ranges.count * 3
  }

  private func rows(of table: NodeID) -> [NodeID] {
    var rows: [NodeID] = []
    for child in tree.children(of: table) {
      switch tree.tag(of: child) {
      case .tr: rows.append(child)
      case .thead, .tbody, .tfoot:
        rows += tree.children(of: child).filter { tree.tag(of: $0) == .tr }
      default: break
      }
    }
    return rows.filter { survey.textBytes[Int($0.index)] > 0 }
  }

  private func cells(of row: NodeID) -> [NodeID] {
    tree.children(of: row).filter { tree.tag(of: $0) == .td || tree.tag(of: $0) == .th }
  }

  /// Whether a table holds another, or so much text in a cell that it is a page's frame.
  private func isLayout(_ node: NodeID, cellCount: Int) -> Bool {
    if tree.firstElement(.table, in: node) != nil { return true }
    return Int(survey.textBytes[Int(node.index)]) > cellCount * 300
  }
}
