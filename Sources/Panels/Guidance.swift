// What the reading pane says while no article is open.

import Queries
import Screen
import Session

extension Frame {
  /// Why a list has no entries, and what to do about it.
  mutating func drawReasonForNoEntries(_ state: AppState, in area: Rect, hasReading: Bool) {
    if state.list.source == .files {
      if !hasReading { drawEmptyList(in: area) }
      return
    }
    let words = wrapped(state.reasonForNoEntries, to: max(1, area.width - 4))
    for (offset, line) in words.enumerated() {
      draw(line, column: area.x + 3, row: area.y + offset, ink: Ink(.listDetail), in: area)
    }
  }

  /// What to do next where there is no article.
  mutating func drawEmptyList(in area: Rect) {
    var lines: [(String, Role)] = [
      ("No article yet.", .title), ("", .body),
      ("Leave with q, then bring one in:", .body), ("", .body),
    ]
    for (command, words) in Self.ways { lines += Self.lines(command, words, width: area.width) }
    drawCard(lines, in: area)
  }

  /// The ways in below the samples, where there is room for all of them.
  mutating func drawWays(in area: Rect) {
    let column = area.inset(left: 3, top: 1, right: 1)
    let words = "These articles came with the program. Your own come in three ways:"
    var lines: [(String, Role)] = wrapped(words, to: max(1, column.width)).map { ($0, .listDetail) }
    for (command, words) in Self.ways { lines += Self.lines(command, words, width: column.width) }
    guard lines.count < column.height else { return }
    for (offset, (words, role)) in lines.enumerated() {
      draw(words, column: column.x, row: column.y + offset, ink: Ink(role), in: area)
    }
  }

  private static let ways = [
    ("pullquote add FILE…", "keeps articles in the library"),
    ("pullquote FILE…", "reads without keeping"),
    ("… | pullquote -", "reads what a program writes"),
  ]

  /// A command and what it does, on one line where there is room.
  private static func lines(
    _ command: String, _ words: String, width: Int
  ) -> [(String, Role)] {
    let columns = ways.map(\.0.columns).max() ?? 0
    let line = command + String(repeating: " ", count: columns + 3 - command.columns) + words
    return line.columns + 4 <= width
      ? [(line, .code)] : [(command, .code), ("  " + words, .detail)]
  }

  /// The entry that would be opened.
  mutating func drawCard(of entry: ListEntry, openKey: String?, in area: Rect) {
    let origin = [entry.source, entry.date?.shortWords].compactMap { $0 }.filter { !$0.isEmpty }
    let details = [origin.joined(separator: " · ")] + (entry.counts.map { [$0.words] } ?? [])
    var lines: [(String, Role)] = [(entry.title, .title), ("", .body)]
    lines += details.map { ($0, .byline) }
    if let snippet = entry.snippet { lines += [("", .body), (snippet.text, .body)] }
    if let openKey { lines += [("", .body), ("\(openKey) opens it.", .detail)] }
    drawCard(lines, in: area)
  }

  /// A few lines with a margin, a quarter down the area.
  private mutating func drawCard(_ lines: [(String, Role)], in area: Rect) {
    let column = Arrangement.textColumn(in: area, measure: 64)
    let rows = lines.flatMap { words, role in
      words.isEmpty ? [("", role)] : wrapped(words, to: column.width).map { ($0, role) }
    }
    let top = area.y + max(0, (area.height - rows.count) / 4)
    for (offset, (words, role)) in rows.enumerated() {
      draw(words, column: column.x, row: top + offset, ink: Ink(role), in: area)
    }
  }
}

extension AppState {
  /// Whether the samples are shown for want of anything else.
  var showsSamples: Bool { list.source == .files && library?.status == .empty }

  /// Why the library's list has no entries.
  fileprivate var reasonForNoEntries: String {
    if case .failed(let sentence) = library?.status {
      return "\(sentence) “pullquote FILE” reads without it."
    }
    if list.isAwaited { return list.source == .articles(Listing()) ? "Opening the library…" : "" }
    switch list.source {
    case .files: return ""
    case .articles(let listing):
      return listing.query == .everything
        ? "Nothing is in the list. A search finds what was archived." : "Nothing matches."
    case .results: return "Nothing was found."
    case .groups(.tag): return "No article has a tag yet."
    case .groups(.collection): return "There is no collection yet."
    case .groups: return "There is no article."
    case .excerpts: return "Nothing was kept yet: a key in the panels of quotes and figures does."
    case .searches: return "No search was saved yet: “:save NAME” keeps one."
    }
  }
}

extension ListEntry.Counts {
  /// The counts in words.
  fileprivate var words: String {
    func counted(_ count: Int, _ word: String) -> String {
      "\(count) \(word)\(count == 1 ? "" : "s")"
    }
    return [
      "\(minutes) min", counted(quotes, "quote"), counted(figures, "figure"),
    ].joined(separator: " · ")
  }
}
