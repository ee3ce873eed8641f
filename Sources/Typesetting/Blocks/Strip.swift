// A block of an article is typeset as strips, one below the other: a paragraph, a list entry's
// paragraph, a row of a table, blank rows. A strip keeps the bounds of its rows; their spans are
// made when a row is asked for.

import Articles
import Screen

/// Rows of one kind with one margin.
struct Strip: Sendable {
  /// What the rows show.
  enum Content: Sendable {
    /// So many rows without words.
    case blank(Int)
    /// Running text of the article.
    case running([Run], rows: [TextRange])
    /// Words that are not the article's, in their own text.
    case foreign(String, Role, rows: [TextRange])
    /// Lines kept as they are.
    case preformatted(Role, rows: [TextRange])
    /// One row made beforehand.
    case fixed([InkedSpan])
    /// One row of a table.
    case cells(TableRow)
  }

  let content: Content
  let margin: Margin
  /// Whether paging by paragraph stops here.
  var startsParagraph = false
  /// The table it belongs to, where that is too wide for the measure.
  var wideTable: WideTable?

  /// How many rows it has.
  var rowCount: Int {
    switch content {
    case .blank(let count): count
    case .running(_, let rows), .foreign(_, _, let rows), .preformatted(_, let rows): rows.count
    case .fixed, .cells: 1
    }
  }

  /// The byte after the last one shown; nil where nothing of the text is.
  var end: Int? {
    switch content {
    case .running(_, let rows), .preformatted(_, let rows): rows.last?.upperBound
    case .fixed(let spans): spans.compactMap(\.range).last?.upperBound
    case .cells(let row): row.end
    case .blank, .foreign: nil
    }
  }

  /// The first row that shows something after a byte, or the number of rows.
  func firstRow(endingAfter offset: Int) -> Int {
    switch content {
    case .running(_, let rows), .preformatted(_, let rows):
      partitionPoint(rows.count) { rows[$0].upperBound <= offset }
    case .fixed, .cells: (end ?? 0) > offset ? 0 : 1
    case .blank, .foreign: rowCount
    }
  }
}

/// What a strip's rows are made with.
struct Setting: Sendable {
  /// The canonical text.
  let text: String
  /// The columns of a row.
  let measure: Int
  /// The columns between tab stops.
  let tabWidth: Int
  /// The first column after the leading one of tables that are scrolled sideways, by the first
  /// byte of the table.
  var sideways: [Int: Int] = [:]

  /// The columns that a margin leaves; at least 1.
  func width(beside margin: Margin) -> Int { max(1, measure - margin.width) }

  /// The columns of a preformatted line's second row and those below, which start with a mark
  /// where there is room for one.
  func restWidth(beside margin: Margin) -> Int {
    let width = width(beside: margin)
    return width >= 8 ? width - 2 : width
  }

  /// The spans of one row of a strip.
  func spans(of strip: Strip, row: Int) -> [InkedSpan] {
    let margin = row == 0 ? strip.margin.lead : strip.margin.hang
    let width = width(beside: strip.margin)
    switch strip.content {
    case .blank:
      return strip.margin.bare
    case .running(let runs, let rows):
      return margin + text.spans(of: rows[row], runs: runs, width: width)
    case .foreign(let words, let role, let rows):
      let run = Run(range: TextRange(0, words.utf8.count), role: role)
      let spans = words.spans(of: rows[row], runs: [run], width: width)
      return margin + spans.map { InkedSpan(text: $0.text.withPlainBlanks, role: $0.role) }
    case .preformatted(let role, let rows):
      return margin + preformattedSpans(rows, row, role, beside: strip.margin)
    case .fixed(let spans):
      return margin + spans
    case .cells(let cells):
      return margin + cells.spans(in: text, width: width)
    }
  }

  private func preformattedSpans(
    _ rows: [TextRange], _ row: Int, _ role: Role, beside margin: Margin
  ) -> [InkedSpan] {
    let width = width(beside: margin)
    let restWidth = restWidth(beside: margin)
    let goesOn = row > 0 && rows[row - 1].upperBound == rows[row].lowerBound
    let spans = text.preformattedSpans(
      of: rows[row], role: role, width: goesOn ? restWidth : width, tabWidth: tabWidth)
    return goesOn && restWidth < width ? [InkedSpan(text: "↪ ", role: .ornament)] + spans : spans
  }
}

extension String {
  /// The text with no-break spaces, which have done their work, as blanks.
  fileprivate var withPlainBlanks: String { String(map { $0 == "\u{A0}" ? " " : $0 }) }
}
