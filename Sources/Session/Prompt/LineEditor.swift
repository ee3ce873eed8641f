/// One line of text being typed, and the place in it. Control characters never enter.
public struct LineEditor: Equatable, Sendable {
  /// The text.
  public private(set) var text: String
  /// The place of the insertion point, in characters from the start.
  public private(set) var caret: Int

  /// The longest text that can be typed or pasted, in characters.
  static let limit = 1000

  /// Makes a line with the insertion point at its end.
  init(_ text: String = "") {
    self.text = ""
    caret = 0
    insert(text)
  }

  /// The text before the insertion point.
  public var beforeCaret: Substring { text.prefix(caret) }

  mutating func insert(_ more: String) {
    var visible = String(
      String.UnicodeScalarView(
        more.unicodeScalars.map { $0 == "\n" || $0 == "\t" ? " " : $0 }
          .filter { !Self.isControl($0) }))
    visible = String(visible.prefix(max(0, Self.limit - text.count)))
    guard !visible.isEmpty else { return }
    let head = String(beforeCaret) + visible
    text = head + text.dropFirst(caret)
    caret = min(head.count, text.count)
  }

  private static func isControl(_ scalar: UnicodeScalar) -> Bool {
    scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value)
  }

  mutating func move(by characters: Int) {
    caret = max(0, min(text.count, caret + characters))
  }

  mutating func moveToStart() { caret = 0 }

  mutating func moveToEnd() { caret = text.count }

  /// Removes the character before the insertion point; false where there is none.
  mutating func deleteBackward() -> Bool {
    guard caret > 0 else { return false }
    remove(from: caret - 1, to: caret)
    return true
  }

  mutating func deleteForward() {
    if caret < text.count { remove(from: caret, to: caret + 1) }
  }

  /// Removes blanks, then the word before the insertion point.
  mutating func deleteWord() {
    var start = Array(beforeCaret)
    while start.last == " " { start.removeLast() }
    while let last = start.last, last != " " { start.removeLast() }
    remove(from: start.count, to: caret)
  }

  /// Replaces the word before the insertion point, as far as it was typed.
  mutating func completeWord(to word: String) {
    while let last = beforeCaret.last, last != " " { _ = deleteBackward() }
    insert(word)
  }

  mutating func deleteToStart() { remove(from: 0, to: caret) }

  private mutating func remove(from start: Int, to end: Int) {
    let tail = text.dropFirst(end)
    text = String(text.prefix(start)) + tail
    caret = min(start, text.count)
  }
}
