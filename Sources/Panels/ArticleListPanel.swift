import Articles
import Screen
import Session

extension Frame {
  /// The article list: a title of one or two rows, then its source. The chosen entry is filled and
  /// has a bar.
  mutating func drawList(_ state: AppState, in area: PaneArea, _ arrangement: Arrangement) {
    let list = state.list
    let hasKeys = state.focus == .list
    drawListHeader(list, in: area.header, hasKeys: hasKeys)
    if list.entries.isEmpty {
      if arrangement.reading == nil { drawEmptyList(in: area.body) }
      cursor = Position(column: area.body.x, row: area.body.y)
      return
    }
    let search = list.query.flatMap(TextSearch.init)
    var row = area.body.y
    for place in list.entries[list.top...].indices where row < area.body.maxY {
      let entry = list.entries[place]
      let titles = entry.titleRows(columns: area.body.width - ListState.margins)
      let rows = Rect(
        x: area.body.x, y: row, width: area.body.width, height: titles.count + 1
      ).intersection(area.body)
      let marks = place == list.selected ? Marks.chosen(hasKeys: hasKeys) : []
      drawEntry(entry, titles, in: rows, marks: marks, search: search)
      if place == list.selected, hasKeys {
        cursor = Position(column: min(rows.x + 3, max(0, rows.maxX - 1)), row: row)
      }
      row += titles.count + 1
    }
  }

  private mutating func drawListHeader(_ list: ListState, in header: Rect, hasKeys: Bool) {
    guard !header.isEmpty else { return }
    let title = Ink(hasKeys ? .paneTitleActive : .paneTitle)
    draw("Articles", column: header.x + 1, row: header.y, ink: title, in: header)
    guard list.unreadCount > 0 else { return }
    let count = "\(list.unreadCount) unread"
    let column = header.maxX - 1 - count.columns
    if column > header.x + 10 {
      draw(count, column: column, row: header.y, ink: Ink(.paneTitle), in: header)
    }
  }

  private mutating func drawEntry(
    _ entry: ListEntry, _ titles: [String], in rows: Rect, marks: Marks, search: TextSearch?
  ) {
    let title = Ink(entry.isRead ? .listRead : .listTitle, marks)
    if !marks.isEmpty {
      fill(rows, ink: Ink(.listDetail, marks))
      drawColumn("▌", column: rows.x, rows: rows.y..<rows.maxY, ink: Ink(.bar, marks))
    }
    if !entry.isRead { draw("●", column: rows.x + 1, row: rows.y, ink: title, in: rows) }
    for (offset, words) in titles.enumerated() {
      draw(words, column: rows.x + 3, row: rows.y + offset, ink: title, in: rows)
    }
    markMatches(of: search, in: titles, at: Position(column: rows.x + 3, row: rows.y), rows)
    let place = Position(column: rows.x + 3, row: rows.y + titles.count)
    let source = drawDetail(of: entry, at: place, in: rows, marks: marks)
    markMatches(of: search, in: [source], at: place, rows)
  }

  /// Source and counts, without what the title says already; gives the source as it was drawn.
  private mutating func drawDetail(
    of entry: ListEntry, at place: Position, in rows: Rect, marks: Marks
  ) -> String {
    let room = rows.width - ListState.margins
    let counts = entry.counts.map(\.line) ?? ""
    let name = entry.source == entry.title ? "" : entry.source
    let source = name.fitted(to: max(8, room - counts.columns - 3))
    let line = [source, counts].filter { !$0.isEmpty }.joined(separator: " · ")
    draw(
      line.fitted(to: room), column: place.column, row: place.row, ink: Ink(.listDetail, marks),
      in: rows)
    return source
  }

  /// Marks what was looked for in rows of words that are drawn already.
  private mutating func markMatches(
    of search: TextSearch?, in lines: [String], at place: Position, _ area: Rect
  ) {
    guard let search else { return }
    let matches = search.matches(in: lines.joined(separator: " "))
    var start = 0
    for (offset, line) in lines.enumerated() {
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

extension Marks {
  /// The marks of a chosen row, in the pane that has the keys or in another.
  static func chosen(hasKeys: Bool) -> Marks { hasKeys ? [.selected, .focused] : .selected }
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
