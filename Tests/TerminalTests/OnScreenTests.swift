// The probe on a pseudo-terminal. One test after another: they wait for a real process.

import Glibc
import PseudoTerminal
import Screen
import Testing

@testable import TerminalProbe

@Suite(.serialized) struct OnScreen {
  private func expected(
    _ scene: Scene, _ size: Size, offset: Int = 0, message: String = "ready"
  ) -> String {
    scene.frame(size: size, offset: offset, message: message).plainText
  }

  @Test(arguments: [
    Size(width: 80, height: 24), Size(width: 200, height: 50), Size(width: 21, height: 9),
    Size(width: 500, height: 200),
  ])
  func theScreenShowsTheFrame(size: Size) throws {
    let session = try probe(size: size)
    #expect(session.becomesReady())
    #expect(session.screen.text == expected(.sample, size))
    #expect(session.screen.unknown == [])
    #expect(session.screen.cursor == Position(column: 2, row: 1))
    #expect(!session.screen.modes.contains(25) && session.screen.modes.contains(2004))
  }

  @Test(arguments: ["linux", "tmux-256color", "vt100", "xterm-kitty", "screen", "rxvt"])
  func otherTerminalsShowTheFrameToo(name: String) throws {
    let session = try probe(environment: ["TERM": name])
    #expect(session.wait { $0.text.contains("emoji 👍 👨 ❤ reduced") })
    session.settle()
    let rows = session.screen.text.split(separator: "\n", omittingEmptySubsequences: false)
    let wanted = expected(.sample, Size(width: 80, height: 24)).split(
      separator: "\n", omittingEmptySubsequences: false)
    #expect(rows.prefix(8) == wanted.prefix(8))
  }

  @Test func anUnknownTerminalIsNamedOnce() throws {
    let session = try probe(environment: ["TERM": "xterm-kitty"])
    #expect(session.wait { $0.text.contains("does not know the terminal “xterm-kitty”") })
    #expect(session.wait { $0.isAlternateScreen })
  }

  @Test func withoutACursorNothingIsDrawn() throws {
    let session = try probe(environment: ["TERM": "dumb"])
    #expect(session.end() == 2 << 8)
    let text = String(decoding: session.received, as: UTF8.self)
    #expect(text.hasPrefix("refused: ") && !text.contains("\u{1B}"))
  }

  @Test func commandsInTextNeverReachTheTerminal() throws {
    let session = try probe()
    #expect(session.becomesReady())
    let sent = String(decoding: session.received, as: UTF8.self)
    for harmful in ["\u{1B}]0;", "\u{9B}", "\u{202E}", "\u{2066}", "\u{7}", "\u{7F}", "\u{200D}"] {
      #expect(!sent.contains(harmful))
    }
    #expect(session.screen.text.contains("␛[2J␛]0;title␇"))
  }

  @Test func keysArriveAndHeldKeysAreOneBatch() throws {
    let session = try probe()
    #expect(session.becomesReady())
    session.send("a\u{1B}OA\u{1B}[Z漢\u{1B}x")
    #expect(session.wait { $0.text.contains("keys a Up S-Tab 漢 M-x") })
    session.send("\u{1B}")
    #expect(session.wait { $0.text.contains("M-x Esc") })
    session.send("\u{1B}[200~quit\rq\u{1B}[201~")
    #expect(session.wait { $0.text.contains("paste 6 quit") })
  }

  @Test func resizingLeavesNoStaleCell() throws {
    let session = try probe()
    #expect(session.becomesReady())
    let sizes = [
      (1, 1), (80, 24), (2, 30), (120, 3), (1, 24), (80, 1), (500, 200), (3, 2), (80, 24),
    ].map { Size(width: $0.0, height: $0.1) }
    for size in sizes {
      session.resize(to: size)
      let message = "resized \(size.width)x\(size.height)"
      let frame = Scene.sample.frame(size: size, offset: 0, message: message)
      #expect(session.wait { $0.text == frame.plainText }, "at \(size)")
    }
    session.settle()
    let incremental = session.screen.cells
    #expect(session.answer(to: "p") > 500)
    #expect(session.shows(incremental))
  }

  @Test(arguments: [[], [69]] as [Set<Int>])
  func scrollingAndPaintingAnewShowTheSame(knownModes: Set<Int>) throws {
    for scene in [Scene.lines, .panes, .shortPane] {
      let session = try probe(scene, knownModes: knownModes)
      #expect(session.becomesReady())
      for key in ["j", "j", "k", "jjjjj", "kkkkk", "jjjjjjjjjjjjjjjjjjjjjjjjjjj"] {
        session.answer(to: key)
        let incremental = session.screen.cells
        session.answer(to: "p")
        #expect(session.shows(incremental))
      }
    }
  }

  @Test(arguments: [Scene.lines, .panes])
  func paintingAnewHealsWhatAnotherProgramLeft(scene: Scene) throws {
    let session = try probe(scene)
    #expect(session.becomesReady())
    session.answer(to: "j")
    let cells = session.screen.cells
    session.intrude("\u{1B}[5;9r\u{1B}[1;31mnoise")
    #expect(session.wait { $0.text.contains("noise") })
    session.answer(to: "p")
    #expect(session.shows(cells))
    session.answer(to: "j")
    let scrolled = session.screen.cells
    session.answer(to: "p")
    #expect(session.shows(scrolled))
  }

  @Test func atRestNothingIsSent() throws {
    let session = try probe()
    #expect(session.becomesReady())
    #expect(session.settle(quiet: .milliseconds(900)) == 0)
  }

  /// A position, a line feed and the cursor's own place come to the text of the new line; the
  /// region is still set and the cursor is where the line begins. So 88 columns cost 100.
  @Test(arguments: [Size(width: 80, height: 24), Size(width: 200, height: 50)])
  func scrollingALineCostsItsTextAndLittleMore(size: Size) throws {
    let session = try probe(.lines, size: size)
    #expect(session.becomesReady())
    session.answer(to: "j")
    let bytes = session.answer(to: "j")
    let line = session.screen.text.split(separator: "\n")[size.height - 2]
    #expect(bytes == line.utf8.count + 12)
  }

  /// Beside a pane ncurses writes every row. With margins left and right only one is written, after
  /// 44 bytes that move the others.
  @Test(arguments: [([], 1000...9000), ([69], 150...250)] as [([Int], ClosedRange<Int>)])
  func scrollingBesideAPaneMovesItWhereTheTerminalCan(
    knownModes: [Int], bytes: ClosedRange<Int>
  ) throws {
    let session = try probe(
      .panes, size: Size(width: 200, height: 50), knownModes: Set(knownModes))
    #expect(session.becomesReady())
    for key in ["j", "k", "j", "j"] {
      let sent = session.answer(to: key)
      #expect(bytes.contains(sent), "\(sent) bytes")
    }
    let cells = session.screen.cells
    #expect(session.screen.unknown == [] && !session.screen.modes.contains(69))
    session.answer(to: "p")
    #expect(session.shows(cells))
  }

  /// Beside an empty part of a pane whole lines move, which ncurses scrolls by itself.
  @Test(arguments: ["j", "jjj", "k"])
  func marginsNeverMakeScrollingDearer(keys: String) throws {
    let bytes = try [Set<Int>(), [69]].map { modes in
      let session = try probe(
        .shortPane, size: Size(width: 100, height: 30), knownModes: modes)
      #expect(session.becomesReady())
      session.answer(to: "jjj")
      let sent = session.answer(to: keys)
      let cells = session.screen.cells
      session.answer(to: "p")
      #expect(session.shows(cells))
      return sent
    }
    #expect(bytes[1] <= bytes[0], "\(bytes[1]) bytes with margins, \(bytes[0]) without")
  }

  /// A slow line: the answer comes when the program is about to end.
  @Test func anAnswerOfTheTerminalIsNotLeftToTheShell() throws {
    let session = try probe(knownModes: [69], answerDelay: .milliseconds(30))
    session.send("q")
    #expect(session.end() == 0)
    // A shell's terminal hands out whole lines: the answer would stand before this one.
    session.send("\n")
    session.settle(quiet: .milliseconds(100))
    #expect(session.unreadInput == 1)
  }

  @Test func anAnswerOfTheTerminalIsNotLeftToALentProgram() throws {
    let session = try probe(knownModes: [69], answerDelay: .milliseconds(30))
    session.send("L")
    #expect(session.wait { $0.text.contains("lent") })
    session.send("word\n")
    #expect(session.wait { $0.text.contains("lent: ") })
    // What a program that has the terminal is sent would be echoed.
    #expect(!String(decoding: session.received, as: UTF8.self).contains("69;2$y"))
    #expect(session.wait { $0.isAlternateScreen })
  }

  @Test func copyingAsksTheTerminal() throws {
    let session = try probe()
    #expect(session.becomesReady())
    session.send("y")
    #expect(session.wait { $0.text.contains("copied") })
    #expect(session.screen.unknown == ["string ]52;c;Y29waWVkIOKAnHdvcmRz4oCd"])
  }

  @Test func copyingInTmuxSaysWhatFailed() throws {
    let session = try probe(environment: ["TMUX": "/nowhere,1,0", "TMUX_TMPDIR": "/nowhere"])
    #expect(session.becomesReady())
    session.send("y")
    #expect(session.wait { $0.text.contains("tmux did not take the text") })
    #expect(session.screen.unknown == [])
  }

  @Test func withoutColoursNoneIsSent() throws {
    let session = try probe(environment: ["NO_COLOR": "1"])
    #expect(session.becomesReady())
    let styles = session.screen.cells.flatMap { $0.map(\.style) }
    #expect(styles.allSatisfy { $0.foreground == "39" && $0.background == "49" })
    #expect(styles.contains { $0.attributes.contains(7) })
  }

  @Test(arguments: ["xterm-256color", "linux"])
  func anotherPaletteChangesColoursAndNoText(terminal: String) throws {
    let session = try probe(environment: ["TERM": terminal])
    #expect(session.wait { $0.text.contains("ready") })
    session.settle()
    let before = session.screen
    #expect(session.answer(to: "c") > 0)
    #expect(session.screen.text == before.text)
    #expect(!session.shows(before.cells))
  }

  @Test func coloursAreReducedToTheTerminal() throws {
    let session = try probe()
    #expect(session.becomesReady())
    let styles = Set(session.screen.cells.flatMap { $0.map(\.style) })
    #expect(styles.contains { $0.foreground == "38;5;166" })
    #expect(styles.contains { $0.background == "48;5;17" && $0.foreground == "97" })
    #expect(styles.contains { $0.attributes.contains(1) })
  }
}
