// What the condenser leaves out, and that nobody can see it.

import GoldenTesting
import PseudoTerminal
import Screen
import Testing

@testable import Terminal

@Suite struct Condensing {
  /// Condenses frames and shows them with `^` for an Escape.
  private func condensed(
    _ frames: [String], hasOffCodes: Bool = true, keepsBackground: Bool = true
  ) -> [String] {
    var condenser = OutputCondenser(hasOffCodes: hasOffCodes)
    condenser.keepsScrolledBackground = keepsBackground
    return frames.map { frame in
      let bytes = Array(frame.replacing("^", with: "\u{1B}").utf8)
      return String(decoding: condenser.condense(bytes), as: UTF8.self)
        .replacing("\u{1B}", with: "^")
    }
  }

  @Test(arguments: [
    // The pen of the last frame is still there, and one colour is named where one changes.
    ("^[38;5;235m^[48;5;231mb^[39;49m^(B^[m", "b"),
    ("^[38;5;88m^[48;5;231mb^[38;5;235m^[48;5;231mc", "^[38;5;88mb^[38;5;235mc"),
    ("^(B^[0;1m^[38;5;88m^[48;5;231mb", "^[1;38;5;88mb"),
    // A plain pen is shorter than what takes all back.
    ("^(B^[mb", "^[mb"),
    // Of a blank only the background is seen, unless it is underlined.
    ("^[38;5;88m^[48;5;231m  b", "  ^[38;5;88mb"),
    ("^[38;5;88m^[48;5;254m^[K", "^[48;5;254m^[K"),
    ("^(B^[0;4m^[38;5;88m^[48;5;231m b", "^[4;38;5;88m b"),
    // Colours in the form with colons.
    ("^[38:2::1:2:3m^[48;5;231mb", "^[38:2::1:2:3mb"),
    // The cursor is there already; a one need not be said.
    ("^[7;2H^[7;2H^[3;1H^[1;5H^[1;1H", "^[7;2H^[3H^[;5H^[1H"),
    ("^[38;5;235m^[48;5;231m^[7;2Hx^[7;2H", "^[7;2Hx^[7;2H"),
  ])
  func whatTheTerminalHasIsNotSentAgain(frame: String, expected: String) {
    #expect(condensed(["^[38;5;235m^[48;5;231ma", frame]).last == expected)
  }

  @Test func theRegionStaysUntilAnotherIsNeeded() {
    let scroll = "^[2;23r^[23;1H\n^[1;24r^[23;1Hline^[2;5H"
    #expect(
      condensed([scroll, scroll, "^[5;1Ha\nb"]) == [
        "^[2;23r^[23H^[m\nline^[2;5H", "^[23H\nline^[2;5H", "^[5Ha^7^[1;24r^8\nb",
      ])
  }

  @Test func severalLinesScrollInAWayThatEveryTerminalKnows() {
    let up = "^[2;9r^[9;1H^[3S^[1;24r^[9;1Ha"
    let down = "^[2;9r^[2;1H^[2T^[1;24r^[2;1Hb"
    #expect(condensed([up, down]) == ["^[2;9r^[9H^[m\n\n\na", "^[2H^M^Mb"])
  }

  @Test func linesScrollInWithTheirBackgroundWhereItCanBeSeen() {
    let frames = ["^[48;5;231ma^[m", "^[24;1H\n^[48;5;231mb"]
    #expect(condensed(frames, keepsBackground: true)[1] == "^[24H^[m\n^[48;5;231mb")
    #expect(condensed(frames, keepsBackground: false)[1] == "^[24H\nb")
  }

  @Test func withoutOffCodesThePenIsMadeAnew() {
    let frames = ["^[1m^[31ma", "^(B^[m^[31mb", "^[1mc"]
    #expect(condensed(frames, hasOffCodes: false)[1...] == ["^[0;31mb", "^[1mc"])
  }

  @Test(arguments: ["^[58;5;1m", "^(0", "\u{E}", "^]0;title", "^7"])
  func whatIsNotUnderstoodGoesThroughWithAllThatFollows(odd: String) {
    let rest = "x^[m^[my"
    #expect(condensed(["^[1ma", odd + rest, rest])[1...] == [odd + rest, rest])
  }

  @Test(arguments: ["^]104\u{7}", "^]8;;https://a.example^\\", "^Pq^\\"])
  func stringsThatEndGoThroughAndTheRestIsStillShortened(string: String) {
    #expect(condensed(["^[1ma", string + "^[m^[1mb", "^[m^[1mc"])[1...] == [string + "b", "c"])
  }

  @Test(arguments: ["^]R^[1mx", "^]104\u{7}^]R^[m^[1mx\u{7}"])
  func aStringEndsBeforeAnotherControl(odd: String) {
    #expect(condensed([odd, "^[m^[my"])[1] == "^[m^[my")
  }

  @Test func aTerminalOnWhichOthersWroteIsMadePlainAndWholeWhateverItWas() {
    var condenser = OutputCondenser(hasOffCodes: true)
    let plain = Array("\u{1B}7\u{1B}[r\u{1B}8\u{1B}[m".utf8)
    #expect(condenser.heal() == plain)
    let scrolled = Array("\u{1B}[2;9r\u{1B}[9;1H\n\u{1B}[31ma".utf8)
    let whole = condenser.condense(scrolled)
    #expect(condenser.heal() == plain)
    #expect(condenser.condense(scrolled) == whole)
  }

  @Test func theTerminalIsReleasedPlainAndWhole() {
    var condenser = OutputCondenser(hasOffCodes: true)
    #expect(condenser.release() == [])
    _ = condenser.condense(Array("\u{1B}[2;9r\u{1B}[9;1H\n\u{1B}[31ma".utf8))
    #expect(condenser.release() == Array("\u{1B}7\u{1B}[r\u{1B}8\u{1B}[m".utf8))
    #expect(condenser.release() == [])
  }

  @Test func nobodySeesTheDifference() {
    var generator = SeededGenerator(state: 11)
    for _ in 0..<200 {
      var condenser = OutputCondenser(hasOffCodes: Bool.random(using: &generator))
      var plain = ScreenModel(size: Size(width: 20, height: 8))
      // ncurses never lets the terminal wrap a line.
      plain.feed(Array("\u{1B}[?7l".utf8))
      var short = plain
      for _ in 0..<6 {
        let frame = randomFrame(&generator)
        plain.feed(frame)
        short.feed(condenser.condense(frame))
        let isSame = plain.seen == short.seen && plain.cursor == short.cursor
        #expect(
          isSame && short.unknown == [],
          "\(String(decoding: frame, as: UTF8.self).debugDescription)")
      }
    }
  }

  /// What ncurses could send: each region is followed by a place, and the whole screen comes back.
  private func randomFrame(_ generator: inout SeededGenerator) -> [UInt8] {
    let colors = ["38;5;88", "38;5;235", "31", "39", "48;5;231", "48;5;254", "49", "1", "4", "7"]
    var frame = ""
    func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &generator) }
    for _ in 0..<number(1...30) {
      switch number(0...8) {
      case 0: frame += "^[\(number(1...8));\(number(1...20))H"
      case 1, 2: frame += "^[\(colors[number(0...9)])m"
      case 3: frame += ["^(B^[m", "^[0;1m", "^[39;49m", "^[m"][number(0...3)]
      case 4: frame += ["^[K", "^[1K", "^[3X", "^[J", "^[2P", "^[2@"][number(0...5)]
      case 5: frame += ["\r\n", "\n", "^[A", "\u{8}", "^[2B", "^[5G"][number(0...5)]
      case 6:
        let top = number(1...4)
        let bottom = number(5...8)
        let edge = ["^[\(bottom);1H\n", "^[\(top);1H^M", "^[\(top);1H^[2M", "^[\(bottom);1H^[2S"]
        frame += "^[\(top);\(bottom)r\(edge[number(0...3)])^[1;8r^[\(number(1...8));1H"
      default: frame += ["ab", " ", "   ", "“q”", "x y "][number(0...4)]
      }
    }
    return Array(("^[1;1H" + frame).replacing("^", with: "\u{1B}").utf8)
  }
}

extension ScreenModel {
  /// The cells without what cannot be seen: the colour and the weight of a blank.
  fileprivate var seen: [[ModelCell]] {
    cells.map { row in
      row.map { cell in
        guard cell.text == " ", cell.style.attributes.isDisjoint(with: [4, 7]) else { return cell }
        var plain = cell
        plain.style.foreground = "39"
        plain.style.attributes = []
        return plain
      }
    }
  }
}
