// What the reading pane says while no article is open.

import Screen
import Session

extension Frame {
  /// What to do next where there is no article.
  mutating func drawEmptyList(in area: Rect) {
    let ways = [
      ("pullquote FILE", "one article"),
      ("pullquote DIRECTORY", "every article in a directory"),
      ("… | pullquote -", "what another program writes"),
    ]
    var lines: [(String, Role)] = [
      ("No article yet.", .title), ("", .body),
      ("Leave with q, then bring one in:", .body), ("", .body),
    ]
    let width = ways.map(\.0.columns).max() ?? 0
    for (command, words) in ways {
      let padding = String(repeating: " ", count: width - command.columns)
      let line = command + padding + "   " + words
      if line.columns + 4 <= area.width {
        lines.append((line, .code))
      } else {
        lines += [(command, .code), ("  " + words, .detail)]
      }
    }
    drawCard(lines, in: area)
  }

  /// The entry that would be opened.
  mutating func drawCard(of entry: ListEntry, openKey: String?, in area: Rect) {
    let details = [entry.source] + (entry.counts.map { [$0.words] } ?? [])
    var lines: [(String, Role)] = [(entry.title, .title), ("", .body)]
    lines += details.map { ($0, .byline) }
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
