/// One place of the screen.
public struct Cell: Hashable, Sendable {
  /// What it shows. In the second cell of a wide glyph this is nil.
  public var glyph: Glyph?
  /// What it is drawn with.
  public var ink: Ink

  /// Makes a cell.
  public init(_ glyph: Glyph?, _ ink: Ink) {
    self.glyph = glyph
    self.ink = ink
  }
}

/// A whole screen as a value: a grid of cells and where the cursor is.
///
/// Invariant: a wide glyph is always followed by its own second half in the same row, and a
/// second half always follows a wide glyph. Drawing over one half blanks the other.
public struct Frame: Hashable, Sendable {
  /// Columns and rows.
  public let size: Size
  /// The cells, row by row.
  public private(set) var cells: [Cell]
  /// Where the hardware cursor stands: on the selected row, in the prompt, on the reading line.
  public var cursor: Position
  /// Whether the cursor is drawn by the terminal.
  public var isCursorVisible: Bool

  /// An empty screen.
  public init(size: Size, ink: Ink = Ink(.background)) {
    self.size = size
    cells = Array(repeating: Cell(.blank, ink), count: size.width * size.height)
    cursor = Position(column: 0, row: 0)
    isCursorVisible = false
  }

  /// The rectangle of the whole screen.
  public var bounds: Rect { Rect(x: 0, y: 0, width: size.width, height: size.height) }

  /// The cells of one row, from the left.
  public func row(_ row: Int) -> ArraySlice<Cell> {
    cells[row * size.width..<(row + 1) * size.width]
  }

  /// Draws text from the left of `column`, clipped to `area` and the screen.
  ///
  /// - Parameters:
  ///   - text: what to draw; tabs and line breaks are drawn as blanks.
  ///   - column: where the first glyph goes; may lie left of the area.
  ///   - row: the row.
  ///   - ink: the ink of every cell drawn.
  ///   - area: cells outside are left alone; the whole screen by default.
  /// - Returns: the column after the last glyph, whether it was drawn or clipped.
  @discardableResult
  public mutating func draw(
    _ text: some StringProtocol, column: Int, row: Int, ink: Ink, in area: Rect? = nil
  ) -> Int {
    let area = (area ?? bounds).intersection(bounds)
    var column = column
    for character in text {
      guard let glyph = Glyph(character) else { continue }
      if column >= area.maxX { return column }
      put(glyph, column: column, row: row, ink: ink, area: area)
      column += glyph.width
    }
    return column
  }

  /// Fills a rectangle with blanks of one ink.
  public mutating func fill(_ area: Rect, ink: Ink) {
    let area = area.intersection(bounds)
    for row in area.y..<max(area.y, area.maxY) {
      for column in area.x..<max(area.x, area.maxX) {
        set(Cell(.blank, ink), column: column, row: row)
      }
    }
  }

  /// Changes the ink of every cell of a rectangle and keeps what it shows.
  public mutating func reink(_ area: Rect, _ change: (Ink) -> Ink) {
    let area = area.intersection(bounds)
    for row in area.y..<max(area.y, area.maxY) {
      for column in area.x..<max(area.x, area.maxX) {
        let index = row * size.width + column
        cells[index].ink = change(cells[index].ink)
      }
    }
  }

  /// Draws a vertical line of one glyph.
  public mutating func drawColumn(_ text: Character, column: Int, rows: Range<Int>, ink: Ink) {
    for row in rows { draw(String(text), column: column, row: row, ink: ink) }
  }

  private mutating func put(_ glyph: Glyph, column: Int, row: Int, ink: Ink, area: Rect) {
    guard row >= area.y, row < area.maxY, column >= area.x else { return }
    guard column + glyph.width <= area.maxX else {
      // A wide glyph that would be cut at the edge leaves a blank instead.
      set(Cell(.blank, ink), column: column, row: row)
      return
    }
    set(Cell(glyph, ink), column: column, row: row)
    if glyph.width == 2 { setSecondHalf(column: column + 1, row: row, ink: ink) }
  }

  private mutating func set(_ cell: Cell, column: Int, row: Int) {
    let index = row * size.width + column
    if cells[index].glyph == nil, column > 0 { cells[index - 1].glyph = .blank }
    if cells[index].glyph?.width == 2, column + 1 < size.width { cells[index + 1].glyph = .blank }
    cells[index] = cell
  }

  private mutating func setSecondHalf(column: Int, row: Int, ink: Ink) {
    let index = row * size.width + column
    if cells[index].glyph?.width == 2, column + 1 < size.width { cells[index + 1].glyph = .blank }
    cells[index] = Cell(nil, ink)
  }
}
