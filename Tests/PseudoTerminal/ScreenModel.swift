// A screen as a terminal would show it, from the bytes that a program sends: as much of xterm as
// ncurses uses with xterm-256color. What is not understood is kept, so that a test can refuse it.

public import Screen

/// One place of the screen model.
public struct ModelCell: Hashable, Sendable {
  /// The character with its marks; empty in the second half of a wide one.
  public var text = " "
  /// What SGR has set for it, in the order of codes.
  public var style = ModelStyle()
}

/// Attributes and colours as the codes that set them.
public struct ModelStyle: Hashable, Sendable {
  /// 1 bold, 2 dim, 3 italic, 4 underline, 7 reverse.
  public var attributes: Set<Int> = []
  /// The code of the foreground, as "38;5;166".
  public var foreground = "39"
  /// The code of the background.
  public var background = "49"
}

/// What a terminal shows.
public struct ScreenModel: Sendable {
  /// Columns and rows.
  public private(set) var size: Size
  /// Rows of cells.
  public internal(set) var cells: [[ModelCell]]
  /// Where the cursor is.
  public internal(set) var cursor = Position(column: 0, row: 0)
  /// Private modes that are on: 1 cursor keys, 7 wrapping, 25 cursor, 69 side margins, 1049 alternate
  /// screen, 2004 bracketed paste.
  public internal(set) var modes: Set<Int> = [7, 25]
  /// Sequences that the model does not know.
  public internal(set) var unknown: [String] = []
  /// Private modes for which the program has asked and got no answer yet.
  public internal(set) var questions: [Int] = []
  /// Whether the keypad sends application codes.
  public internal(set) var isKeypadOn = false

  var style = ModelStyle()
  /// The rows that scroll, and the columns.
  var margins: ClosedRange<Int>
  var sideMargins: Range<Int>
  var wrapsNext = false
  var isInserting = false
  var lastText = ""
  var saved = (cursor: Position(column: 0, row: 0), style: ModelStyle())
  var shellScreen: [[ModelCell]] = []
  var shellCursor = Position(column: 0, row: 0)
  var parser = SequenceParser()

  /// An empty screen.
  public init(size: Size) {
    self.size = size
    cells = Self.blank(size)
    margins = 0...max(0, size.height - 1)
    sideMargins = 0..<size.width
  }

  /// Whether the alternate screen is shown.
  public var isAlternateScreen: Bool { modes.contains(1049) }

  /// The rows as text without trailing blanks, as `Frame.plainText`.
  public var text: String {
    cells.map { row in
      var line = row.reduce(into: "") { $0 += $1.text }
      while line.last == " " { line.removeLast() }
      return line
    }.joined(separator: "\n") + "\n"
  }

  /// Takes what the program sent.
  public mutating func feed(_ bytes: [UInt8]) {
    for byte in bytes {
      guard let token = parser.take(byte) else { continue }
      perform(token)
    }
  }

  /// The questions for modes, which then count as answered.
  mutating func takeQuestions() -> [Int] {
    defer { questions = [] }
    return questions
  }

  /// Another window size: rows and columns are cut or added at the right and below.
  public mutating func resize(to new: Size) {
    size = new
    cells = Self.cut(cells, to: new)
    shellScreen = Self.cut(shellScreen, to: new)
    margins = 0...max(0, new.height - 1)
    sideMargins = 0..<new.width
    move(row: cursor.row, column: cursor.column)
  }

  static func blank(_ size: Size) -> [[ModelCell]] {
    Array(repeating: Array(repeating: ModelCell(), count: size.width), count: size.height)
  }

  private static func cut(_ cells: [[ModelCell]], to size: Size) -> [[ModelCell]] {
    (0..<size.height).map { row in
      let old = row < cells.count ? cells[row] : []
      let kept = Array(old.prefix(size.width))
      return kept + Array(repeating: ModelCell(), count: size.width - kept.count)
    }
  }

  mutating func move(row: Int, column: Int) {
    cursor.row = min(max(row, 0), size.height - 1)
    cursor.column = min(max(column, 0), size.width - 1)
    wrapsNext = false
  }
}

// MARK: - Text

extension ScreenModel {
  mutating func put(_ scalar: UnicodeScalar) {
    guard let width = Glyph.width(of: scalar) else {
      unknown.append("U+" + String(scalar.value, radix: 16))
      return
    }
    if width == 0 { return combine(scalar) }
    if wrapsNext || cursor.column + width > size.width, modes.contains(7) {
      lineFeed()
      cursor.column = 0
      wrapsNext = false
    }
    lastText = String(scalar)
    if isInserting { insertBlanks(width) }
    blankHalves(width)
    cells[cursor.row][cursor.column] = ModelCell(text: lastText, style: style)
    if width == 2, cursor.column + 1 < size.width {
      cells[cursor.row][cursor.column + 1] = ModelCell(text: "", style: style)
    }
    wrapsNext = cursor.column + width >= size.width
    cursor.column = min(cursor.column + width, size.width - 1)
  }

  private mutating func combine(_ scalar: UnicodeScalar) {
    var column = wrapsNext ? cursor.column : cursor.column - 1
    while column > 0, cells[cursor.row][column].text.isEmpty { column -= 1 }
    guard column >= 0 else { return }
    cells[cursor.row][column].text.unicodeScalars.append(scalar)
  }

  /// Writing over half a wide character leaves a blank in its other half.
  private mutating func blankHalves(_ width: Int) {
    let row = cursor.row
    if cells[row][cursor.column].text.isEmpty, cursor.column > 0 {
      cells[row][cursor.column - 1].text = " "
    }
    let next = cursor.column + width
    if next < size.width, cells[row][next].text.isEmpty { cells[row][next].text = " " }
  }

  mutating func lineFeed() {
    wrapsNext = false
    if cursor.row == margins.upperBound {
      if sideMargins.contains(cursor.column) { scroll(margins, by: 1) }
    } else {
      cursor.row = min(cursor.row + 1, size.height - 1)
    }
  }

  mutating func reverseLineFeed() {
    wrapsNext = false
    if cursor.row == margins.lowerBound {
      if sideMargins.contains(cursor.column) { scroll(margins, by: -1) }
    } else {
      cursor.row = max(cursor.row - 1, 0)
    }
  }

  /// Moves the rows of a region up (or down, when negative) between the side margins and blanks
  /// what comes in.
  mutating func scroll(_ region: ClosedRange<Int>, by count: Int) {
    let old = cells
    for row in region {
      let source = row + count
      let blanks = Array(repeating: erased, count: sideMargins.count)
      cells[row].replaceSubrange(
        sideMargins, with: region.contains(source) ? Array(old[source][sideMargins]) : blanks)
    }
  }

  /// An erased place takes the background, as xterm does.
  var erased: ModelCell {
    var cell = ModelCell()
    cell.style.background = style.background
    return cell
  }

  mutating func erase(row: Int, columns: Range<Int>) {
    for column in columns where column < size.width && row < size.height {
      cells[row][column] = erased
    }
  }

  mutating func insertBlanks(_ count: Int) {
    let count = min(count, size.width - cursor.column)
    cells[cursor.row].insert(
      contentsOf: Array(repeating: erased, count: count), at: cursor.column)
    cells[cursor.row].removeLast(count)
  }

  mutating func deleteCharacters(_ count: Int) {
    let count = min(count, size.width - cursor.column)
    cells[cursor.row].removeSubrange(cursor.column..<(cursor.column + count))
    cells[cursor.row] += Array(repeating: erased, count: count)
  }
}
