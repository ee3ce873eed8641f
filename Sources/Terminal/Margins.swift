// Margins left and right (DECSLRM, private mode 69): what few terminals have, and says itself.
//
// The terminal is asked before the first frame and answers among the keys. Until then, and where no
// answer comes, nothing depends on it. The mode is on only inside one write, so that a shell that
// gets the terminal back never sees it.

internal import CNcurses
import Glibc
import Screen

extension CursesTerminal {
  /// Private mode 69 in a report of modes.
  private static let marginMode = 69
  /// How long a terminal may take to answer until the question counts as not understood.
  private static let answerTime = Duration.seconds(1)
  /// How long a program that gives the terminal away at once waits for an answer that its shell would print.
  private static let patienceAtEnd = Duration.milliseconds(100)

  /// Whether the terminal has said that it can move a part of its columns.
  var hasMargins: Bool {
    // 1 and 2 are "on" and "off"; 0 is "unknown" and 4 "off for good".
    condenser != nil && [1, 2].contains(decoder.modes[Self.marginMode] ?? 0)
  }

  /// Asks for the margins. To be called before the first frame: what cannot read the question may
  /// print it, and the first frame clears the screen.
  func askForMargins() {
    guard condenser != nil, Self.mayHaveMargins(options.environment) else { return }
    streams.write(Array("\u{1B}[?\(Self.marginMode)$p".utf8))
    questionTime = .now
  }

  /// Not so where a name tells that the answer would be no, or that none would come.
  private static func mayHaveMargins(_ environment: [String: String]) -> Bool {
    let name = environment["TERM", default: ""]
    return environment["TMUX", default: ""].isEmpty
      && !["linux", "tmux", "screen", "rxvt", "vt1", "vt2"].contains { name.hasPrefix($0) }
  }

  /// Lets an answer arrive that is on its way, so that it does not come to the shell as typed text.
  /// Keys that come meanwhile are kept.
  func awaitAnswer() {
    guard let questionTime, decoder.modes[Self.marginMode] == nil,
      questionTime.duration(to: .now) < Self.answerTime
    else { return }
    let deadline = ContinuousClock.now + Self.patienceAtEnd
    while decoder.modes[Self.marginMode] == nil, ContinuousClock.now < deadline {
      var source = pollfd(fd: streams.input, events: Int16(POLLIN), revents: 0)
      guard unsafe poll(&source, 1, 20) >= 0 else { return }
      guard source.revents != 0 else { continue }
      guard let bytes = streams.read() else { return }
      queued += decoder.feed(bytes)
    }
  }

  /// Moves panes as the new frame has them, on the terminal and in what ncurses believes to be
  /// there, which then writes only what is still missing.
  ///
  /// - Returns: what is to be sent before anything that ncurses sends.
  func moved(from old: Frame, to new: Frame) -> [UInt8] {
    guard hasMargins, new.size == size else { return [] }
    return PaneScroll.all(from: old, to: new).flatMap { scroll in
      curses_has_moved(
        Int32(scroll.area.x), Int32(scroll.area.y), Int32(scroll.area.width),
        Int32(scroll.area.height), Int32(scroll.rows))
      return condenser?.move(scroll) ?? []
    }
  }
}

extension OutputCondenser {
  /// What moves a rectangle. The pen and the place of the cursor are afterwards as before, the
  /// region is the one that ncurses wants, and what came in is blank in the terminal's own colours.
  mutating func move(_ scroll: PaneScroll) -> [UInt8] {
    let (area, isUp) = (scroll.area, scroll.rows > 0)
    let edge = isUp ? area.maxY : area.y + 1
    let step = isUp ? "\n" : "\u{1B}M"
    let region = String(decoding: takeWantedRegion(), as: UTF8.self)
    // Both settings put the cursor into a corner; the steps count only between the margins.
    let sequence =
      "\u{1B}7\u{1B}[m\u{1B}[?69h\u{1B}[\(area.x + 1);\(area.maxX)s"
      + "\u{1B}[\(area.y + 1);\(area.maxY)r\u{1B}[\(edge);\(area.x + 1)H"
      + String(repeating: step, count: abs(scroll.rows)) + "\u{1B}[\(region)r\u{1B}[?69l\u{1B}8"
    return Array(sequence.utf8)
  }
}
