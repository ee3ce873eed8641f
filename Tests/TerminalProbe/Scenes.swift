import Screen

/// What the probe shows. The tests draw the same frames and compare.
enum Scene: String {
  /// Every kind of glyph and ink, and text that would like to be a command.
  case sample
  /// Numbered lines over the whole width, to be scrolled.
  case lines
  /// A pane beside the lines that stays where it is.
  case panes
  /// The same with a pane that is empty below its twelfth row.
  case shortPane

  /// The frame at a size, scrolled down by so many lines.
  func frame(size: Size, offset: Int, message: String) -> Frame {
    var frame = Frame(size: size)
    switch self {
    case .sample: drawSample(&frame)
    case .lines: drawLines(&frame, width: size.width, offset: offset)
    case .panes, .shortPane:
      drawLines(&frame, width: size.width * 2 / 3, offset: offset)
      for row in 0..<max(0, size.height - 1) {
        let item = self == .shortPane && row >= 12 ? "" : " item \(row)"
        frame.draw("│" + item, column: size.width * 2 / 3, row: row, ink: Ink(.quote))
      }
    }
    let last = size.height - 1
    if self == .sample {
      frame.fill(Rect(x: 0, y: last, width: size.width, height: 1), ink: Ink(.status))
    }
    frame.draw(message, column: 0, row: last, ink: Ink(.status))
    // The lower right corner must be drawn without scrolling the screen.
    if self == .sample { frame.draw("#", column: size.width - 1, row: last, ink: Ink(.status)) }
    frame.cursor = Position(column: min(2, size.width - 1), row: min(1, last))
    return frame
  }

  private func drawSample(_ frame: inout Frame) {
    for (row, text) in Self.sampleTexts.enumerated() where row < frame.size.height {
      let role = Role.allCases[(row * 3) % Role.allCases.count]
      frame.draw(text, column: 0, row: row, ink: Ink(role, row % 4 == 3 ? .selected : []))
    }
  }

  static let sampleTexts = [
    "Plain words, “typographic quotes” and — dashes",
    "漢字かな交じり文 and 한국어 in one line",
    "cafe\u{301} with a mark, e\u{323}\u{302}\u{300} with three",
    "emoji 👍🏽 👨‍👩‍👧 ❤️ reduced",
    "escape \u{1B}[2J\u{1B}]0;title\u{7} and C1 \u{9B}31m and \u{202E}bidi\u{2066}",
    "tab\there, nul \u{0}, delete \u{7F}, return \r.",
    String(repeating: "漢", count: 300),
    "a" + String(repeating: "漢", count: 300),
  ]

  private func drawLines(_ frame: inout Frame, width: Int, offset: Int) {
    let area = Rect(x: 0, y: 0, width: width, height: max(0, frame.size.height - 1))
    for row in 0..<area.height {
      frame.draw(
        Self.line(offset + row), column: 0, row: row, ink: Ink(row == 1 ? .body : .body), in: area)
    }
  }

  /// Words that differ from line to line and fill any width.
  static func line(_ number: Int) -> String {
    let words = ["harbour", "figure", "quoted", "ledger", "window", "seven", "margin", "column"]
    var text = "\(number)"
    for index in 0..<60 { text += " " + words[(number * 7 + index * (number % 5 + 1)) % 8] }
    return text
  }
}

/// Some colours of every kind, and with marks more pairs than a terminal of eight colours has.
func probePalette(shift: UInt8 = 0) -> Palette {
  Palette { ink in
    var style = Style()
    switch ink.role {
    case .title, .heading: style.attributes = .bold
    case .quote: style.foreground = .rgb(red: 200, green: 80, blue: 20)
    case .speaker: style.foreground = .indexed(4)
    case .link: style.attributes = .underline
    case .emphasis: style.attributes = .italic
    case .status:
      style = Style(foreground: .indexed(15), background: .rgb(red: 30, green: 30, blue: 90))
    default:
      guard !ink.marks.isEmpty || shift > 0 else { break }
      style.foreground = .indexed((ink.role.rawValue + shift) % 8)
      style.background = .indexed(ink.marks.rawValue / 2 % 8)
    }
    if ink.marks.contains(.selected) { style.attributes.insert(.reverse) }
    return style
  }
}
