// A table is drawn as columns where it fits the measure; where it does not, its header comes
// first and every row becomes a record of "header: value" lines. The words of the header stand
// for their bytes only once; in records they are repeated as labels.

import Articles
import Screen

/// One row of a table drawn as columns.
struct TableRow: Sendable {
  let cells: [[Run]]
  let widths: [Int]
  let alignments: [Table.Alignment]

  /// The byte after the last one shown.
  var end: Int? { cells.lazy.compactMap(\.last?.range.upperBound).last }

  /// The row with its cells under each other's, two blanks apart.
  func spans(in text: String, width: Int) -> [InkedSpan] {
    var spans: [InkedSpan] = []
    var blanks = 0
    for (column, cell) in cells.enumerated() {
      let words = text.cellSpans(cell)
      let free = widths[column] - words.reduce(0) { $0 + $1.text.columns }
      let before = alignment(of: column).blanks(before: free)
      if !words.isEmpty {
        if blanks + before > 0 { spans.append(.blanks(blanks + before)) }
        spans += words
        blanks = free - before + 2
      } else {
        blanks += free + 2
      }
    }
    return spans
  }

  private func alignment(of column: Int) -> Table.Alignment {
    column < alignments.count ? alignments[column] : .leading
  }
}

extension Table.Alignment {
  fileprivate func blanks(before free: Int) -> Int {
    switch self {
    case .leading: 0
    case .center: free / 2
    case .trailing: free
    }
  }
}

extension String {
  fileprivate func cellSpans(_ runs: [Run]) -> [InkedSpan] {
    guard let row = rows(of: runs, width: .max / 4).first else { return [] }
    return spans(of: row, runs: runs, width: .max / 4)
  }

  /// The widths of a table's columns, or nil where they do not fit side by side.
  func columnWidths(of rows: [[[Run]]], within width: Int) -> [Int]? {
    var widths: [Int] = []
    var total = -2
    for row in rows {
      guard row.count * 3 - 2 <= width + row.count else { return nil }
      while widths.count < row.count {
        widths.append(1)
        total += 3
      }
      for (column, cell) in row.enumerated() {
        let columns = cellSpans(cell).reduce(0) { $0 + $1.text.columns }
        total += max(0, columns - widths[column])
        widths[column] = max(widths[column], columns)
        if total > width { return nil }
      }
    }
    return widths
  }
}

extension BlockSetter {
  /// Sets a table with the margin of the block around it.
  mutating func set(_ table: Table, role: Role) {
    let text = setting.text
    func runs(_ cells: [[Inline]], _ role: Role) -> [[Run]] {
      cells.map { text.runs(of: $0, role: role, breaksLines: false) }
    }
    let header = runs(table.header, role == .hidden ? .hidden : .strong)
    let rows = table.rows.map { runs($0, role) }
    let width = setting.width(beside: margin)
    if let widths = text.columnWidths(of: [header] + rows, within: width) {
      setColumns(header, rows, widths, table.alignments)
    } else {
      setRecords(header, rows)
    }
  }

  private mutating func setColumns(
    _ header: [[Run]], _ rows: [[[Run]]], _ widths: [Int], _ alignments: [Table.Alignment]
  ) {
    func row(_ cells: [[Run]]) -> Strip.Content {
      .cells(TableRow(cells: cells, widths: widths, alignments: alignments))
    }
    if !header.isEmpty {
      add(row(header), startsParagraph: true)
      let lines = widths.map { String(repeating: "─", count: $0) }.joined(separator: "  ")
      add(.fixed([InkedSpan(text: lines, role: .ornament)]))
    }
    for (index, cells) in rows.enumerated() {
      add(row(cells), startsParagraph: header.isEmpty && index == 0)
    }
  }

  private mutating func setRecords(_ header: [[Run]], _ rows: [[[Run]]]) {
    var joined: [Run] = []
    for var cell in header where !cell.isEmpty {
      cell[0].joint = joined.isEmpty ? .none : .dot
      joined += cell
    }
    addRunning(joined)
    let labels = header.map { setting.text.cellSpans($0).map(\.text).joined() }
    for row in rows {
      if hasRows { addBlank() }
      for (column, cell) in row.enumerated() where !cell.isEmpty {
        setValue(cell, label: column < labels.count ? labels[column] : "")
      }
    }
  }

  /// A value right of its label, or below it where the label leaves it too little room.
  private mutating func setValue(_ cell: [Run], label: String) {
    guard !label.isEmpty else { return addRunning(cell) }
    let lead = InkedSpan(text: label + ": ", role: .detail)
    let width = setting.width(beside: margin)
    if lead.text.columns * 2 <= width {
      addRunning(cell, lead: lead)
    } else {
      addForeign(label + ":", .detail)
      addRunning(cell, lead: .blanks(2))
    }
  }
}
