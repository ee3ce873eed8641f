// A table is drawn as columns where it fits the measure; where it does not, its header comes
// first and every row becomes a record of "header: value" lines. The words of the header stand
// for their bytes only once; in records they are repeated as labels. A table that does not fit can
// be scrolled sideways instead (SidewaysTable.swift).

import Articles
import Screen

/// One row of a table drawn as columns.
struct TableRow: Sendable {
  let cells: [[Run]]
  let widths: [Int]
  let alignments: [Table.Alignment]
  /// The byte after the last one, be it in view or not.
  let end: Int?

  init(cells: [[Run]], widths: [Int], alignments: [Table.Alignment]) {
    self.cells = cells
    self.widths = widths
    self.alignments = alignments
    end = cells.lazy.compactMap(\.last?.range.upperBound).last
  }

  /// The row with some of its cells.
  init(_ row: TableRow, columns: [Int]) {
    cells = columns.map { $0 < row.cells.count ? row.cells[$0] : [] }
    widths = columns.map { row.widths[$0] }
    alignments = columns.map { row.alignment(of: $0) }
    end = row.end
  }

  /// The row with its cells under each other's, two blanks apart.
  func spans(in text: String, width: Int) -> [InkedSpan] {
    var spans: [InkedSpan] = []
    var blanks = 0
    for (column, cell) in cells.enumerated() {
      let words = text.cellSpans(cell, width: widths[column])
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
  /// The words of a cell in one row; of those that take more than `width` columns, the first.
  fileprivate func cellSpans(_ runs: [Run], width: Int = .max / 4) -> [InkedSpan] {
    let whole = rows(of: runs, width: width)
    guard let first = whole.first else { return [] }
    guard whole.count > 1, let start = rows(of: runs, width: max(1, width - 1)).first else {
      return spans(of: first, runs: runs, width: width)
    }
    let words = spans(of: start, runs: runs, width: width)
    return width > 1 ? words + [InkedSpan(text: "…", role: .ornament)] : words
  }

  /// The columns that each column of a table takes, but no more than `widest`.
  func naturalWidths(of rows: [[[Run]]], widest: Int) -> [Int] {
    var widths: [Int] = []
    for row in rows {
      widths += Array(repeating: 1, count: max(0, row.count - widths.count))
      for (column, cell) in row.enumerated() where widths[column] < widest {
        let columns = cellSpans(cell).reduce(0) { $0 + $1.text.columns }
        widths[column] = min(widest, max(widths[column], columns))
      }
    }
    return widths
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
  /// Sets a table with the margin of the block around it; `start` is the block's first byte.
  mutating func set(_ table: Table, role: Role, start: Int) {
    let text = setting.text
    func runs(_ cells: [[Inline]], _ role: Role) -> [[Run]] {
      cells.map { text.runs(of: $0, role: role, breaksLines: false) }
    }
    let header = runs(table.header, role == .hidden ? .hidden : .strong)
    let rows = table.rows.map { runs($0, role) }
    let width = setting.width(beside: margin)
    if let widths = text.columnWidths(of: [header] + rows, within: width) {
      let all = ColumnWindow(columns: Array(widths.indices), widths: widths)
      setColumns(header, rows, all, table.alignments)
      return
    }
    let before = strips.count
    let window = setting.sideways[start].flatMap { first in
      text.window(on: [header] + rows, from: first, width: width)
    }
    if let window {
      setColumns(header, rows, window, table.alignments)
    } else {
      setRecords(header, rows)
    }
    let count = rows.reduce(header.count) { max($0, $1.count) }
    guard count > 1, width >= ColumnWindow.leastWidth else { return }
    mark(
      from: before,
      as: WideTable(
        start: start, columnCount: count, firstColumn: window?.columns.dropFirst().first,
        lastColumn: window?.columns.last))
  }

  /// Sets columns; where these are not all, a line says which.
  private mutating func setColumns(
    _ header: [[Run]], _ rows: [[[Run]]], _ window: ColumnWindow, _ alignments: [Table.Alignment]
  ) {
    if window.columns.count < window.widths.count { addForeign(window.words, .detail) }
    func row(_ cells: [[Run]]) -> Strip.Content {
      let whole = TableRow(cells: cells, widths: window.widths, alignments: alignments)
      return .cells(TableRow(whole, columns: window.columns))
    }
    if !header.isEmpty {
      add(row(header), startsParagraph: true)
      let lines = window.columns.map { String(repeating: "─", count: window.widths[$0]) }
      add(.fixed([InkedSpan(text: lines.joined(separator: "  "), role: .ornament)]))
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
