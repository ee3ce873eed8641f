import Screen
import Session
import Typesetting

/// One row of a side panel.
struct PanelRow {
  var text: String
  var aside = ""
  var role: Role
  var indent: Int
  var isChosen: Bool
}

/// The rows of a panel that are in view: the chosen item about a third down, unless the list
/// begins or ends there; no item is cut at the top. Only items near the chosen one are looked at.
struct PanelRows {
  /// The rows, from the top; no more than the height.
  let visible: [PanelRow]
  /// The row where the chosen item begins, from the top.
  let chosenOffset: Int

  /// Sets the items around the chosen one.
  init(_ items: [PanelItem], chosen: Int, columns: Int, height: Int) {
    func rows(of place: Int) -> [PanelRow] {
      items[place].rows(columns: columns, isChosen: place == chosen)
    }
    var above: [[PanelRow]] = []
    var count = 0
    for place in items[..<chosen].indices.reversed() where count < height {
      above.append(rows(of: place) + [.blank])
      count += above[above.count - 1].count
    }
    var all: [PanelRow] = []
    var itemStarts: [Int] = []
    for rows in above.reversed() {
      itemStarts.append(all.count)
      all += rows
    }
    let start = all.count
    all += rows(of: chosen)
    let chosenHeight = all.count - start
    for place in items[(chosen + 1)...].indices where all.count < start + 2 * height {
      all += [.blank] + rows(of: place)
    }
    let wanted = start - max(0, height - chosenHeight) / 3
    let earliest = min(max(0, min(wanted, all.count - height)), start)
    let top = itemStarts.first { $0 >= earliest } ?? start
    visible = Array(all[top...].prefix(max(0, height)))
    chosenOffset = max(0, min(start - top, height - 1))
  }
}

extension PanelRow {
  fileprivate static let blank = PanelRow(
    text: "", role: .background, indent: 0, isChosen: false)
}

extension PanelItem {
  fileprivate func rows(columns: Int, isChosen: Bool) -> [PanelRow] {
    lines.flatMap { line in
      let limit = isChosen ? Int.max : line.rowLimit ?? .max
      var rows = wrapped(line.text, to: columns - line.indent, limit: limit).map { text in
        PanelRow(text: text, role: line.role, indent: line.indent, isChosen: isChosen)
      }
      if let aside = line.aside { rows.append(aside: aside, columns: columns) }
      return rows
    }
  }
}

extension [PanelRow] {
  /// Puts words beside the last row, or below it where there is no room.
  fileprivate mutating func append(aside: String, columns: Int) {
    guard var last = popLast() else { return }
    let used = last.indent + last.text.columns
    if used + 2 + aside.columns <= columns {
      last.aside = aside
      append(last)
    } else {
      append(last)
      last.text = aside.fitted(to: Swift.max(1, columns - last.indent))
      last.role = .detail
      append(last)
    }
  }
}
