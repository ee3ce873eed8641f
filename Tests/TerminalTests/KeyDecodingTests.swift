import Screen
import Testing

@testable import Terminal

/// The keys that terminfo would tell of a terminal in application mode.
private func decoder(suspendByte: UInt8? = nil) -> InputDecoder {
  var sequences = KeySequences()
  sequences.add(.named(.up), Array("\u{1B}OA".utf8))
  sequences.add(.function(1), Array("\u{1B}OP".utf8))
  sequences.add(.function(1), Array("\u{1B}[[A".utf8))
  sequences.add(.named(.backspace), [0x7F])
  return InputDecoder(sequences: sequences, suspendByte: suspendByte)
}

extension KeyPress {
  fileprivate static func function(_ number: Int) -> KeyPress { KeyPress(.function(number)) }
}

/// The events of bytes that come at once, then silence.
private func events(_ text: String) -> [TerminalEvent] {
  var decoder = decoder()
  return decoder.feed(Array(text.utf8)) + decoder.flush()
}

private func keys(_ events: [TerminalEvent]) -> String {
  events.map { event in
    if case .key(let key) = event { return key.description }
    return "\(event)"
  }.joined(separator: " ")
}

@Test(arguments: [
  ("a", "a"), ("Z", "Z"), (" ", "Space"), ("é", "é"), ("漢", "漢"), ("👍", "👍"),
  ("\r", "Enter"), ("\n", "Enter"), ("\t", "Tab"), ("\u{7F}", "BS"), ("\u{8}", "C-h"),
  ("\u{1}", "C-a"), ("\u{4}", "C-d"), ("\u{0}", "C-Space"), ("\u{1C}", "C-\\"),
  ("\u{1D}", "C-]"), ("\u{1B}", "Esc"), ("\u{1B}\u{1B}", "Esc Esc"),
  ("\u{1B}x", "M-x"), ("\u{1B}\r", "M-Enter"), ("\u{1B}é", "M-é"), ("\u{1B}\u{7F}", "M-BS"),
  ("\u{1B}[", "M-["), ("\u{1B}O", "M-O"), ("\u{1B}]", "M-]"),
  ("\u{1B}OA", "Up"), ("\u{1B}[A", "Up"), ("\u{1B}[B", "Down"), ("\u{1B}[C", "Right"),
  ("\u{1B}[D", "Left"), ("\u{1B}[H", "Home"), ("\u{1B}[F", "End"), ("\u{1B}[1~", "Home"),
  ("\u{1B}[2~", "Insert"), ("\u{1B}[3~", "Del"), ("\u{1B}[4~", "End"), ("\u{1B}[5~", "PageUp"),
  ("\u{1B}[6~", "PageDown"), ("\u{1B}[Z", "S-Tab"), ("\u{1B}[1;5C", "C-Right"),
  ("\u{1B}[1;2A", "S-Up"), ("\u{1B}[1;3D", "M-Left"), ("\u{1B}[1;8B", "C-M-S-Down"),
  ("\u{1B}[5;5~", "C-PageUp"), ("\u{1B}\u{1B}[A", "M-Up"), ("\u{1B}\u{1B}OA", "M-Up"),
  ("\u{1B}OP", "F1"), ("\u{1B}[[A", "F1"), ("\u{1B}[11~", "F1"), ("\u{1B}[15~", "F5"),
  ("\u{1B}[17~", "F6"), ("\u{1B}[24~", "F12"), ("\u{1B}[1;2P", "S-F1"), ("\u{1B}OM", "Enter"),
  ("\u{1B}Op", "0"), ("\u{1B}Ok", "+"), ("\u{1B}[97;5u", "C-a"), ("\u{1B}[13;2u", "S-Enter"),
  ("\u{1B}[27;5;9~", "C-Tab"), ("\u{1B}[57441u", ""), ("jk\u{1B}[Aq", "j k Up q"),
])
func bytesAreReadAsKeys(bytes: String, expected: String) {
  #expect(keys(events(bytes)) == expected.replacing("Insert", with: "Ins"))
}

@Test(arguments: [
  "\u{1B}[?62;4c", "\u{1B}[>1;2;3c", "\u{1B}[?2026;1$y", "\u{1B}[12;40R", "\u{1B}[I", "\u{1B}[O",
  "\u{1B}]11;rgb:ffff/ffff/ffff\u{7}", "\u{1B}]11;rgb:0/0/0\u{1B}\\", "\u{1B}P1$r0m\u{1B}\\",
  "\u{1B}[<0;10;10M", "\u{1B}[1;", "\u{1B}[200", "\u{1B}[999~",
])
func answersOfTheTerminalAreNoKeys(bytes: String) {
  #expect(
    keys(events("a" + bytes + (bytes.last == ";" || bytes.last == "0" ? "" : "b"))).hasPrefix("a"))
  #expect(events(bytes).isEmpty)
}

@Test func reportsOfModesAreKept() {
  var decoder = decoder()
  #expect(
    decoder.feed(Array("\u{1B}[?69;2$y\u{1B}[?2026;0$yq\u{1B}[?7;$y\u{1B}[69;1$y".utf8)).count == 1)
  #expect(decoder.modes == [69: 2, 2026: 0])
}

@Test func everyCutOfASequenceReadsTheSame() {
  let bytes = Array("é\u{1B}[1;5C漢\u{1B}OA\u{1B}[200~p\u{1B}[Aaste\r\nx\u{1B}[201~z".utf8)
  var whole = decoder()
  let expected = whole.feed(bytes)
  #expect(expected.count == 6)
  for cut in 1..<bytes.count {
    var pieces = decoder()
    #expect(pieces.feed(bytes[..<cut]) + pieces.feed(bytes[cut...]) == expected)
  }
}

@Test func halfAKeyWaitsAndOnlyForWhatMayBeEscape() {
  var decoder = decoder()
  let delay = Duration.milliseconds(50)
  #expect(decoder.patience(escapeDelay: delay) == nil)
  #expect(decoder.feed([0x1B]).isEmpty)
  #expect(decoder.patience(escapeDelay: delay) == delay)
  #expect(decoder.flush() == [.key(.named(.escape))])
  #expect(decoder.feed([0xE6, 0xBC]).isEmpty)
  #expect(decoder.patience(escapeDelay: delay) == .seconds(1))
  #expect(decoder.feed([0xA2]) == [.key(.character("漢"))])
  #expect(decoder.patience(escapeDelay: delay) == nil)
}

@Test func pastedTextIsOneEventAndNeverRunsKeys() {
  let pasted = events("\u{1B}[200~q\u{3}\rline\r\nnext\u{1B}[A\u{1B}[201~j")
  #expect(pasted == [.paste("q\u{3}\nline\nnext\u{1B}[A"), .key(.character("j"))])
}

@Test func aPasteIsCutAtItsLimit() {
  let limit = InputDecoder.pasteLimit
  let text = String(repeating: "x", count: limit + 10)
  #expect(
    events("\u{1B}[200~" + text + "\u{1B}[201~") == [.paste(String(text.prefix(limit)))])
}

@Test func aPasteWithoutEndEndsInSilence() {
  #expect(events("\u{1B}[200~half") == [.paste("half")])
}

@Test func invalidBytesAreDropped() {
  var decoder = decoder()
  #expect(decoder.feed([0xFF, 0xC0, 0x61, 0xE6, 0x62, 0xED, 0xA0, 0x80, 0x63]).count == 3)
}

@Test func theShellsSuspendCharacterAsksForSuspension() {
  var decoder = decoder(suspendByte: 0x1A)
  #expect(decoder.feed([0x1A, 0x61]) == [.suspendRequested, .key(.character("a"))])
  #expect(events("\u{1A}") == [.key(.control("z"))])
}

@Test func endlessSequencesDoNotGrow() {
  var decoder = decoder()
  let flood = Array(("\u{1B}]" + String(repeating: "x", count: 10_000)).utf8)
  _ = decoder.feed(flood)
  #expect(decoder.feed(Array("\u{7}a".utf8)).last == .key(.character("a")))
}
