// Frames into the window of ncurses.

internal import CNcurses
public import Screen

extension CursesTerminal {
  /// Changes what inks look like. The next frame is drawn anew in the new colours.
  public func use(_ palette: Palette) {
    inks.use(palette)
    condenser?.keepsScrolledBackground = inks.usesOwnBackground
    shown = nil
  }

  /// Shows a frame: what differs from the screen is sent, in one piece, and the cursor is put.
  ///
  /// A frame larger than the window is cut; beside a smaller one the window is blank.
  public func present(_ frame: Frame) {
    guard isOpen, let window = unsafe curses_whole_screen() else { return }
    let known = shown?.size == frame.size ? shown : nil
    if known == nil {
      unsafe curses_use(window, 0, 0)
      unsafe werase(window)
    }
    var writer = RowWriter(inks: inks, columns: min(size.width, frame.size.width))
    for row in 0..<min(size.height, frame.size.height)
    where known == nil || known?.row(row) != frame.row(row) {
      writer.write(frame.row(row), at: row)
    }
    let start = known.map { moved(from: $0, to: frame) } ?? []
    send(after: start) {
      put(frame)
      unsafe wnoutrefresh(window)
      doupdate()
    }
    shown = frame
  }

  /// Lets ncurses write, and sends that in fewer bytes where the terminal is one that we know.
  private func send(after start: [UInt8], _ update: () -> Void) {
    guard condenser != nil else { return update() }
    guard let bytes = streams.caught(update) else {
      // It has gone out as it was, and neither the condenser nor what was moved fits it.
      repaint()
      condenser = nil
      unsafe wnoutrefresh(curses_whole_screen())
      doupdate()
      return
    }
    streams.write(start + (condenser?.condense(bytes) ?? bytes))
  }

  /// Sends the whole screen again at the next frame, whatever it shows now: after another program
  /// has written on it.
  public func repaint() {
    if let bytes = condenser?.heal() { streams.write(bytes) }
    unsafe clearok(curses_whole_screen(), true)
    shown = nil
  }

  /// The hardware cursor stands where the reader is even when it is hidden: screen readers and
  /// magnifiers follow it.
  private func put(_ frame: Frame) {
    let row = min(max(frame.cursor.row, 0), size.height - 1)
    let column = min(max(frame.cursor.column, 0), size.width - 1)
    unsafe wmove(curses_whole_screen(), Int32(row), Int32(column))
    if isCursorVisible != frame.isCursorVisible {
      curs_set(frame.isCursorVisible ? 1 : 0)
      isCursorVisible = frame.isCursorVisible
    }
  }
}

/// Writes rows as runs of equal attributes, which costs a call a run and not one a cell.
private struct RowWriter {
  let inks: InkTable
  let columns: Int
  private var run: [wchar_t] = []

  init(inks: InkTable, columns: Int) {
    self.inks = inks
    self.columns = columns
  }

  mutating func write(_ cells: ArraySlice<Cell>, at row: Int) {
    let window = unsafe curses_whole_screen()
    unsafe wmove(window, Int32(row), 0)
    var ink: Ink?
    var current: InkAttributes?
    for (column, cell) in cells.prefix(columns).enumerated() {
      if cell.ink != ink {
        ink = cell.ink
        let attributes = inks[cell.ink]
        if attributes != current {
          flush()
          unsafe curses_use(window, attributes.attributes, attributes.pair)
          current = attributes
        }
      }
      append(cell, column: column)
    }
    flush()
  }

  /// The second half of a wide glyph comes with the first; one cut by the window is a blank.
  private mutating func append(_ cell: Cell, column: Int) {
    guard let glyph = cell.glyph else { return }
    if column + glyph.width > columns {
      run.append(0x20)
    } else {
      for scalar in glyph.text.unicodeScalars { run.append(wchar_t(scalar.value)) }
    }
  }

  /// In the lower right corner ncurses reports an error, since the cursor has nowhere to go, but
  /// the glyph is in its place.
  private mutating func flush() {
    guard !run.isEmpty else { return }
    unsafe waddnwstr(curses_whole_screen(), run, Int32(run.count))
    run.removeAll(keepingCapacity: true)
  }
}
