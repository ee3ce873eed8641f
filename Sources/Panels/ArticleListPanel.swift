import Articles
import Screen
import Session

extension Frame {
  /// A list: a title of one or two rows, then where it is from, then what was found in it. The
  /// chosen entry is filled and has a bar.
  mutating func drawList(_ state: AppState, in area: PaneArea, _ arrangement: Arrangement) {
    let list = state.list
    let hasKeys = state.focus == .list
    drawListHeader(state, in: area.header, hasKeys: hasKeys)
    if list.entries.isEmpty {
      drawReasonForNoEntries(state, in: area.body, hasReading: arrangement.reading != nil)
      cursor = Position(column: area.body.x, row: area.body.y)
      return
    }
    let search = list.query.flatMap(TextSearch.init)
    var row = area.body.y
    for place in list.places where place >= list.top && row < area.body.maxY {
      guard let entry = list.entry(at: place) else { break }
      let drawing = EntryDrawing(entry, columns: area.body.width - ListState.margins)
      let rows = Rect(
        x: area.body.x, y: row, width: area.body.width, height: drawing.rowCount
      ).intersection(area.body)
      let marks = place == list.selected ? Marks.chosen(hasKeys: hasKeys) : []
      drawEntry(drawing, in: rows, marks: marks, search: search)
      if place == list.selected, hasKeys {
        cursor = Position(column: min(rows.x + 3, max(0, rows.maxX - 1)), row: row)
      }
      row += drawing.rowCount
    }
    if state.showsSamples { drawWays(in: area.body.inset(top: row - area.body.y)) }
  }

  private mutating func drawListHeader(_ state: AppState, in header: Rect, hasKeys: Bool) {
    guard !header.isEmpty else { return }
    let list = state.list
    let words = list.unreadCount > 0 ? "\(list.unreadCount.grouped) unread" : ""
    let column = header.maxX - 1 - words.columns
    let hasCount = !words.isEmpty && column > header.x + 10
    let room = header.inset(left: 1, right: hasCount ? words.columns + 2 : 1)
    let title = (state.showsSamples ? "Samples" : list.source.title).fitted(to: max(1, room.width))
    let ink = Ink(hasKeys ? .paneTitleActive : .paneTitle)
    draw(title, column: header.x + 1, row: header.y, ink: ink, in: header)
    if hasCount {
      draw(words, column: column, row: header.y, ink: Ink(.paneTitle), in: header)
    }
  }

  private mutating func drawEntry(
    _ drawing: EntryDrawing, in rows: Rect, marks: Marks, search: TextSearch?
  ) {
    let entry = drawing.entry
    let title = Ink(entry.isRead ? .listRead : .listTitle, marks)
    if !marks.isEmpty {
      fill(rows, ink: Ink(.listDetail, marks))
      drawColumn("▌", column: rows.x, rows: rows.y..<rows.maxY, ink: Ink(.bar, marks))
    }
    if !entry.isRead { draw("●", column: rows.x + 1, row: rows.y, ink: title, in: rows) }
    let start = Position(column: rows.x + 3, row: rows.y)
    for (offset, words) in drawing.titles.enumerated() {
      draw(words, column: start.column, row: rows.y + offset, ink: title, in: rows)
    }
    let titles = drawing.titles
    markMatches(search?.ranges(in: titles) ?? [], in: titles, at: start, rows)
    let place = Position(column: start.column, row: rows.y + titles.count)
    if entry.isStarred {
      draw("★", column: rows.x + 1, row: place.row, ink: Ink(.listDetail, marks), in: rows)
    }
    let source = drawDetail(of: entry, at: place, in: rows, marks: marks)
    markMatches(search?.ranges(in: [source]) ?? [], in: [source], at: place, rows)
    let snippet = Position(column: start.column, row: place.row + 1)
    for (offset, words) in drawing.snippets.enumerated() {
      draw(
        words, column: snippet.column, row: snippet.row + offset, ink: Ink(.listDetail, marks),
        in: rows)
    }
    markMatches(entry.snippet?.matches ?? [], in: drawing.snippets, at: snippet, rows)
  }

  /// Source, date and counts, without what the title says already; gives the source as it was drawn.
  private mutating func drawDetail(
    of entry: ListEntry, at place: Position, in rows: Rect, marks: Marks
  ) -> String {
    let room = rows.width - ListState.margins
    let facts = entry.facts(fitting: room - min(18, entry.source.columns) - 3)
    let name = entry.source == entry.title ? "" : entry.source
    let source = name.fitted(to: max(8, room - facts.columns - 3))
    let line = [source, facts].filter { !$0.isEmpty }.joined(separator: " · ")
    draw(
      line.fitted(to: room), column: place.column, row: place.row, ink: Ink(.listDetail, marks),
      in: rows)
    return source
  }

  /// Marks ranges of words in the rows that they were broken into, which are drawn already.
  private mutating func markMatches(
    _ matches: [TextRange], in lines: [String], at place: Position, _ area: Rect
  ) {
    var start = 0
    for (offset, line) in lines.enumerated() where !matches.isEmpty {
      let end = start + line.utf8.count
      for match in matches where match.overlaps(TextRange(start, end)) {
        let before = line.utf8.prefix(max(0, match.lowerBound - start))
        let inside = line.utf8.prefix(match.upperBound - start).dropFirst(before.count)
        let cells = Rect(
          x: place.column + String(decoding: before, as: UTF8.self).columns, y: place.row + offset,
          width: String(decoding: inside, as: UTF8.self).columns, height: 1)
        reink(cells.intersection(area)) { $0.with(.match) }
      }
      start = end + 1
    }
  }
}

/// An entry broken into rows of some width.
private struct EntryDrawing {
  let entry: ListEntry
  let titles: [String]
  let snippets: [String]

  init(_ entry: ListEntry, columns: Int) {
    self.entry = entry
    titles = entry.titleRows(columns: columns)
    snippets = entry.snippetRows(columns: columns)
  }

  var rowCount: Int { titles.count + 1 + snippets.count }
}

extension TextSearch {
  /// What it finds in rows that were one line.
  fileprivate func ranges(in lines: [String]) -> [TextRange] {
    Array(matches(in: lines.joined(separator: " ")))
  }
}

extension Marks {
  /// The marks of a chosen row, in the pane that has the keys or in another.
  static func chosen(hasKeys: Bool) -> Marks { hasKeys ? [.selected, .focused] : .selected }
}

extension ListEntry {
  /// Date, counts, variants, shelf and tags, as far as they are known and there is room: the counts
  /// stay longest.
  fileprivate func facts(fitting columns: Int) -> String {
    let place = shelf == .archived ? "archived" : shelf == .deleted ? "deleted" : nil
    let variants = variantCount > 0 ? "+\(variantCount)" : nil
    let more = [place, variants].compactMap { $0 } + tags
    let counted = counts.map { [$0.line] } ?? []
    let choices = (0...more.count).reversed().flatMap { count in
      [[date?.shortWords].compactMap { $0 } + counted + more.prefix(count)]
    }
    let lines = choices.map { $0.joined(separator: " · ") }
    return lines.first { $0.columns <= columns } ?? counted.joined()
  }
}

extension PublicationDate {
  /// "15 Apr 2026".
  var shortWords: String {
    let months = [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    return "\(day) \(months[month - 1]) \(year)"
  }
}

extension ListEntry.Counts {
  /// "4m · ❝6 #3", without what there is none of.
  var line: String {
    let quotes = quotes > 0 ? ["❝\(quotes)"] : []
    let figures = figures > 0 ? ["#\(figures)"] : []
    let excerpts = (quotes + figures).joined(separator: " ")
    return "\(minutes)m" + (excerpts.isEmpty ? "" : " · " + excerpts)
  }
}
