import CNcurses
import Glibc
import PseudoTerminal
import Screen
import Testing

@testable import Terminal

/// The entries of a plain server.
private let plainServer: Set<String> = [
  "xterm-256color", "xterm", "tmux-256color", "vt100", "linux",
]

private func choose(
  _ environment: [String: String], entries: Set<String> = plainServer
) throws(TerminalError) -> TerminalEntry {
  try TerminalEntry.choose(environment: environment) { entries.contains($0) ? true : nil }
}

@Test(arguments: [
  ("xterm-256color", "xterm-256color"), ("tmux-256color", "tmux-256color"),
  ("xterm-kitty", "xterm-256color"), ("foot", "xterm-256color"),
  ("xterm-ghostty", "xterm-256color"), ("wezterm", "xterm-256color"),
  ("contour", "xterm-256color"), ("alacritty", "xterm-256color"),
  ("new-256color", "xterm-256color"), ("wyse60", "vt100"),
])
func unknownTerminalsAreStoodInFor(wanted: String, used: String) throws {
  let entry = try choose(["TERM": wanted])
  #expect(entry.name == used)
  #expect((entry.notice == nil) == (wanted == used))
}

@Test(arguments: ["dumb", "", "unknown"])
func terminalsWithoutACursorAreRefused(name: String) {
  #expect(throws: TerminalError.notCapable(name)) { try choose(["TERM": name]) }
}

@Test func theNameInTheNoticeIsHarmless() throws {
  let notice = try choose(["TERM": "a\u{1B}]0;x\u{7}"]).notice
  #expect(notice?.contains("\u{1B}") == false)
}

@Test func directColoursNeedTheEntryAndTheTerminalsWord() throws {
  let rich = plainServer.union(["xterm-direct", "tmux-direct"])
  let environment = ["TERM": "xterm-256color", "COLORTERM": "truecolor"]
  #expect(try choose(environment).name == "xterm-256color")
  #expect(try choose(environment, entries: rich).name == "xterm-direct")
  #expect(try choose(["TERM": "xterm-256color"], entries: rich).name == "xterm-256color")
  #expect(
    try choose(environment.merging(["NO_COLOR": "1"]) { $1 }, entries: rich).name
      == "xterm-256color")
  let tmux = ["TERM": "tmux-256color", "COLORTERM": "truecolor"]
  #expect(try choose(tmux, entries: rich).name == "tmux-direct")
}

@Test(arguments: [
  (256, ColorDepth.indexed), (16, .sixteen), (88, .sixteen), (8, .eight), (2, .none),
  (16_777_216, .indexed),
])
func depthFollowsTheEntry(colors: Int, depth: ColorDepth) {
  let entry = TerminalEntry(name: "x")
  #expect(entry.depth(colors: colors, environment: [:]) == depth)
  #expect(entry.depth(colors: colors, environment: ["NO_COLOR": "1"]) == .none)
  #expect(entry.depth(colors: colors, environment: ["NO_COLOR": ""]) == depth)
}

@Test func base64IsThatOfTheStandard() {
  let texts = ["", "f", "fo", "foo", "foob", "fooba", "foobar"]
  let expected = ["", "Zg==", "Zm8=", "Zm9v", "Zm9vYg==", "Zm9vYmE=", "Zm9vYmFy"]
  #expect(texts.map { String(decoding: base64(Array($0.utf8)), as: UTF8.self) } == expected)
}

/// ncurses lays out by the C library's widths, and frames by the table in Screen.
@Test func glyphWidthsAreThoseOfTheCLibrary() {
  let locale = unsafe newlocale(LC_CTYPE_MASK, "C.UTF-8", nil)
  let previous = unsafe uselocale(locale)
  defer {
    unsafe uselocale(previous)
    unsafe freelocale(locale)
  }
  var different: [String] = []
  // The soft hyphen never becomes a cell: Screen drops it, where the library gives it a column.
  for value in UInt32(1)...0x10FFFF where value != 0xAD {
    guard let scalar = UnicodeScalar(value) else { continue }
    let library = curses_width(wchar_t(value))
    let ours = Glyph.width(of: scalar).map(Int32.init) ?? -1
    if library != ours { different.append(String(value, radix: 16)) }
  }
  #expect(different.isEmpty, "\(different.count): \(different.prefix(20))")
}
