// What control sequences do to the screen model.

import Screen

extension ScreenModel {
  mutating func perform(_ token: Token) {
    switch token {
    case .scalar(let scalar): put(scalar)
    case .control(let byte): control(byte)
    case .escape(let text): escape(text)
    case .string(let text): unknown.append("string \(text)")
    // A question for a mode; `TerminalSession` answers it.
    case .sequence("?", let numbers, "$p"): questions += numbers
    case .sequence("?", let numbers, let final): setModes(numbers, final)
    case .sequence("", let numbers, let final): sequence(numbers, final)
    case .sequence(let prefix, let numbers, let final):
      unknown.append("\(prefix)\(numbers)\(final)")
    }
  }

  private mutating func control(_ byte: UInt8) {
    switch byte {
    case 0x07, 0x0E, 0x0F: break
    case 0x08: move(row: cursor.row, column: cursor.column - 1)
    case 0x09: move(row: cursor.row, column: (cursor.column / 8 + 1) * 8)
    case 0x0A: lineFeed()
    case 0x0D: move(row: cursor.row, column: 0)
    default: unknown.append("control \(byte)")
    }
  }

  private mutating func escape(_ text: String) {
    switch text {
    case "(B", ")0", "(0": break
    case "7": saved = (cursor, style)
    case "8":
      move(row: saved.cursor.row, column: saved.cursor.column)
      style = saved.style
    case "=": isKeypadOn = true
    case ">": isKeypadOn = false
    case "D": lineFeed()
    case "M": reverseLineFeed()
    default: unknown.append("escape \(text)")
    }
  }

  private mutating func setModes(_ numbers: [Int], _ final: String) {
    for number in numbers {
      if final == "h" {
        if number == 1049 { enterAlternate() }
        modes.insert(number)
      } else if final == "l" {
        if number == 1049 { leaveAlternate() }
        if number == 69 { sideMargins = 0..<size.width }
        modes.remove(number)
      } else {
        unknown.append("?\(numbers)\(final)")
      }
    }
  }

  private mutating func enterAlternate() {
    guard !isAlternateScreen else { return }
    shellScreen = cells
    shellCursor = cursor
    cells = Self.blank(size)
  }

  private mutating func leaveAlternate() {
    guard isAlternateScreen else { return }
    cells = shellScreen
    move(row: shellCursor.row, column: shellCursor.column)
  }

  /// A table: one line for each sequence.
  private mutating func sequence(_ numbers: [Int], _ final: String) {
    let first = numbers.first ?? 0
    let count = max(1, first)
    let second = numbers.count > 1 ? numbers[1] : 0
    let (row, column) = (cursor.row, cursor.column)
    switch final {
    case "A": move(row: row - count, column: column)
    case "B": move(row: row + count, column: column)
    case "C": move(row: row, column: column + count)
    case "D": move(row: row, column: column - count)
    case "G": move(row: row, column: count - 1)
    case "H", "f": move(row: count - 1, column: max(1, second) - 1)
    case "I": move(row: row, column: (column / 8 + count) * 8)
    case "Z": move(row: row, column: ((column - 1) / 8 - count + 1) * 8)
    case "d": move(row: count - 1, column: column)
    case "J": eraseScreen(first)
    case "K": eraseLine(first)
    case "X": erase(row: row, columns: column..<(column + count))
    case "@": insertBlanks(count)
    case "P": deleteCharacters(count)
    case "L": scroll(row...margins.upperBound, by: -count)
    case "M": scroll(row...margins.upperBound, by: count)
    case "S": scroll(margins, by: count)
    case "T": scroll(margins, by: -count)
    case "b":
      for _ in 0..<count { lastText.unicodeScalars.first.map { put($0) } }
    case "r":
      margins =
        (count - 1)...max(count - 1, (second == 0 ? size.height : min(second, size.height)) - 1)
      move(row: 0, column: 0)
    case "s" where modes.contains(69):
      let end = second == 0 ? size.width : min(second, size.width)
      sideMargins = min(count - 1, end - 1)..<end
      move(row: 0, column: 0)
    case "h" where first == 4: isInserting = true
    case "l" where first == 4: isInserting = false
    case "m": setStyle(numbers)
    case "t": break
    default: unknown.append("\(numbers)\(final)")
    }
  }

  private mutating func eraseScreen(_ kind: Int) {
    let (row, column) = (cursor.row, cursor.column)
    switch kind {
    case 0:
      erase(row: row, columns: column..<size.width)
      for below in (row + 1)..<max(row + 1, size.height) {
        erase(row: below, columns: 0..<size.width)
      }
    case 1:
      for above in 0..<row { erase(row: above, columns: 0..<size.width) }
      erase(row: row, columns: 0..<(column + 1))
    default:
      for any in 0..<size.height { erase(row: any, columns: 0..<size.width) }
    }
  }

  private mutating func eraseLine(_ kind: Int) {
    switch kind {
    case 0: erase(row: cursor.row, columns: cursor.column..<size.width)
    case 1: erase(row: cursor.row, columns: 0..<(cursor.column + 1))
    default: erase(row: cursor.row, columns: 0..<size.width)
    }
  }

  private mutating func setStyle(_ numbers: [Int]) {
    var rest = (numbers.isEmpty ? [0] : numbers)[...]
    while let code = rest.popFirst() {
      switch code {
      case 0: style = ModelStyle()
      case 1...9: style.attributes.insert(code)
      case 22: style.attributes.subtract([1, 2])
      case 23...29: style.attributes.remove(code - 20)
      case 30...37, 39, 90...97: style.foreground = "\(code)"
      case 40...47, 49, 100...107: style.background = "\(code)"
      case 38, 48:
        let length = rest.first == 5 ? 2 : 4
        let color = ([code] + rest.prefix(length)).map(String.init).joined(separator: ";")
        rest = rest.dropFirst(length)
        if code == 38 { style.foreground = color } else { style.background = color }
      default: unknown.append("sgr \(code)")
      }
    }
  }
}
