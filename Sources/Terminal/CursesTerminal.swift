// The screen of a real terminal, drawn by ncurses.
//
// A frame goes row by row into the one window of ncurses, rows that did not change are skipped, and
// ncurses alone decides which bytes are sent: it knows how to scroll and what a blank costs. Keys
// are read here and not by ncurses (see InputDecoder). ncurses and the signal guard are global, so
// only one terminal can be open, and the class stays on the thread that opened it.

internal import CNcurses
internal import CTerminalGuard
import Glibc
public import Screen

/// A terminal that is in use: draws frames, yields keys, and gives the terminal back when closed.
@safe public final class CursesTerminal {
  /// Columns and rows of the window, at least one each.
  public internal(set) var size: Size
  /// How many colours are used.
  public let depth: ColorDepth
  /// What to tell the reader about this terminal once; nil when all is as asked for.
  public let openingNotice: String?

  let options: TerminalOptions
  let streams: TerminalStreams
  let signalDescriptor: Int32
  var decoder: InputDecoder
  var lastInput = ContinuousClock.now
  var inks: InkTable
  /// Shortens what ncurses sends; nil where the terminal's sequences are not those of xterm.
  var condenser: OutputCondenser?
  /// The frame in the window; nil when the window's content is not to be relied on.
  var shown: Frame?
  var isCursorVisible: Bool?
  var isOpen = true
  /// A wake descriptor that was closed by its owner and must not be polled again.
  var deadWakeDescriptor: Int32 = -1
  /// Whether the next SIGCONT belongs to a suspension that is over.
  var expectsContinuation = false
  /// Events that the next wait yields before it looks at anything.
  var queued: [TerminalEvent] = []
  /// When the terminal was asked for its margins; nil when it was not.
  var questionTime: ContinuousClock.Instant?
  private let curses: OpaquePointer

  /// Takes the terminal over: alternate screen, raw keys, signals as events.
  ///
  /// Draws on standard output. Reads keys from standard input or, where that is a pipe, from the
  /// terminal of the session.
  ///
  /// - Parameter options: the environment and the Escape delay.
  /// - Returns: the terminal, with an empty screen until the first frame.
  /// - Throws: `notATerminal`, `notCapable` (print plain text instead), `alreadyOpen`, `refused`.
  public static func open(_ options: TerminalOptions) throws(TerminalError) -> CursesTerminal {
    let streams = try TerminalStreams()
    useUTF8()
    let entry = try TerminalEntry.choose(environment: options.environment) { name in
      var canMove = false
      let loads = unsafe curses_entry_loads(name, streams.output, &canMove)
      return loads ? canMove : nil
    }
    // The guard comes first: ncurses leaves handlers alone that are not the system's.
    let signalDescriptor = terminal_guard_begin(streams.output)
    guard signalDescriptor >= 0 else {
      throw errno == EBUSY
        ? .alreadyOpen : .refused(systemSentence("The terminal gave no settings"))
    }
    guard let curses = unsafe newterm(entry.name, streams.outputFile, streams.inputFile) else {
      terminal_guard_end()
      throw .refused("ncurses could not start on this terminal.")
    }
    return unsafe CursesTerminal(
      options: options, streams: streams, entry: entry, signalDescriptor: signalDescriptor,
      curses: curses)
  }

  private init(
    options: TerminalOptions, streams: TerminalStreams, entry: TerminalEntry,
    signalDescriptor: Int32, curses: OpaquePointer
  ) {
    self.options = options
    self.streams = streams
    self.signalDescriptor = signalDescriptor
    unsafe self.curses = curses
    openingNotice = entry.notice
    unsafe terminal_guard_arm(CursesTerminal.restoreBytes, CursesTerminal.restoreBytes.count)
    CursesTerminal.setModes()
    let colors = CursesTerminal.startColors(entry, options)
    depth = colors.depth
    inks = InkTable(depth: colors.depth, hasOwnColors: colors.hasOwn)
    condenser = streams.canCatch ? CursesTerminal.condenser() : nil
    decoder = InputDecoder(
      sequences: .ofOpenTerminal(eraseCharacter: terminal_guard_erase_character()),
      suspendByte: UInt8(exactly: terminal_guard_suspend_character()))
    size = Size(width: 80, height: 24)
    adaptToWindow()
    streams.write(CursesTerminal.pasteOn)
    askForMargins()
  }

  deinit { close() }

  /// Gives the terminal back as it was. Does nothing the second time.
  public func close() {
    guard isOpen else { return }
    isOpen = false
    awaitAnswer()
    releaseScreen()
    streams.write(Self.pasteOff)
    curs_set(1)
    endwin()
    unsafe delscreen(curses)
    terminal_guard_end()
  }
}

// MARK: - Modes

extension CursesTerminal {
  static let pasteOn = Array("\u{1B}[?2004h".utf8)
  static let pasteOff = Array("\u{1B}[?2004l".utf8)

  /// What a crash writes: plain attributes, no side margins, no scrolling region, paste off, keypad off, cursor on,
  /// the shell's screen.
  private static var restoreBytes: [UInt8] {
    ["sgr0", "op"].flatMap { stringCapability($0) ?? [] }
      + (condenser() == nil ? [] : Array("\u{1B}[?69l\u{1B}[r".utf8)) + pasteOff
      + ["rmkx", "cnorm", "rmcup"].flatMap { stringCapability($0) ?? [] }
  }

  /// The condenser for the entry that is loaded; nil where it would not understand the terminal.
  private static func condenser() -> OutputCondenser? {
    func has(_ name: String, _ sequence: String) -> Bool {
      stringCapability(name) == Array(sequence.utf8)
    }
    guard has("cup", "\u{1B}[%i%p1%d;%p2%dH"), has("csr", "\u{1B}[%i%p1%d;%p2%dr") else {
      return nil
    }
    let hasOffCodes =
      has("rmul", "\u{1B}[24m") && has("rmso", "\u{1B}[27m") && has("op", "\u{1B}[39;49m")
    return OutputCondenser(hasOffCodes: hasOffCodes)
  }

  /// Takes the pen and the region back of which ncurses does not know that they were left.
  func releaseScreen() {
    guard let bytes = condenser?.release() else { return }
    streams.write(bytes)
  }

  /// The terminal is taken to speak UTF-8, as all do that are left. Over SSH the locale often does
  /// not come along, and would make ncurses print question marks.
  private static func useUTF8() {
    unsafe setlocale(LC_CTYPE, "")
    if !curses_locale_is_utf8() { unsafe setlocale(LC_CTYPE, "C.UTF-8") }
  }

  private static func setModes() {
    let window = unsafe curses_whole_screen()
    raw()
    noecho()
    nonl()
    typeahead(-1)
    unsafe keypad(window, true)
    unsafe idlok(window, true)
    unsafe idcok(window, false)
    unsafe scrollok(window, false)
    unsafe leaveok(window, false)
  }

  private static func startColors(
    _ entry: TerminalEntry, _ options: TerminalOptions
  ) -> (depth: ColorDepth, hasOwn: Bool) {
    guard has_colors(), options.environment["NO_COLOR", default: ""].isEmpty, start_color() == OK
    else { return (.none, false) }
    let hasOwn = use_default_colors() == OK
    let depth = entry.depth(colors: Int(curses_color_count()), environment: options.environment)
    return (depth, hasOwn)
  }

  /// Asks the window for its size and makes ncurses' windows as large; true when it changed.
  @discardableResult
  func adaptToWindow() -> Bool {
    let window = streams.windowSize ?? size
    let changed = window != size
    size = window
    // Terminals differ in what a new size does to the scrolling region.
    releaseScreen()
    // ncurses may have taken other numbers from the environment.
    resizeterm(Int32(size.height), Int32(size.width))
    shown = nil
    return changed
  }
}

/// A sentence with the system's reason for the last failure.
func systemSentence(_ start: String) -> String {
  unsafe "\(start): \(String(cString: strerror(errno)))."
}
