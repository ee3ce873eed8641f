// The pieces of what ncurses sends: text, control characters, escape sequences.

/// One piece, with the bytes that it is made of.
struct OutputToken {
  /// What kind of piece.
  enum Kind: Equatable {
    /// Blanks only.
    case blanks
    /// Characters, none of them a control.
    case text
    case control(UInt8)
    /// ESC and what follows it, but no bracket; a string with its end.
    case escape
    /// `ESC [`, parameters, a final byte.
    case sequence(final: UInt8)
    /// The start of something whose end did not come.
    case unfinished
  }

  let kind: Kind
  let bytes: ArraySlice<UInt8>

  /// What stands between the bracket and the final byte of a sequence.
  var parameters: ArraySlice<UInt8> { bytes.dropFirst(2).dropLast() }

  /// The first parameter as a number of times, at least one and no more than a screen has rows.
  var count: Int {
    let number = Int(String(decoding: parameters.prefix { $0 != 0x3B }, as: UTF8.self))
    return min(max(number ?? 1, 1), 1000)
  }

  /// Takes the first piece of what is left.
  init?(from rest: inout ArraySlice<UInt8>) {
    guard let first = rest.first else { return nil }
    let length: Int
    switch first {
    case 0x1B: (kind, length) = Self.escape(rest)
    case 0..<0x20, 0x7F: (kind, length) = (.control(first), 1)
    case 0x20: (kind, length) = (.blanks, rest.prefix { $0 == 0x20 }.count)
    default:
      // A blank inside a run of text goes with it: it has the same pen.
      (kind, length) = (.text, rest.prefix { $0 >= 0x20 && $0 != 0x7F }.count)
    }
    bytes = rest.prefix(length)
    rest = rest.dropFirst(length)
  }

  private static func escape(_ rest: ArraySlice<UInt8>) -> (Kind, Int) {
    let body = rest.dropFirst()
    guard let second = body.first else { return (.unfinished, 1) }
    if second == UInt8(ascii: "[") {
      let parameters = body.dropFirst().prefix { (0x20...0x3F).contains($0) }.count
      guard let final = body.dropFirst(1 + parameters).first else {
        return (.unfinished, rest.count)
      }
      return (.sequence(final: final), parameters + 3)
    }
    if [UInt8(ascii: "]"), UInt8(ascii: "P")].contains(second) { return string(rest) }
    let intermediates = body.prefix { (0x20...0x2F).contains($0) }.count
    return (.escape, min(rest.count, intermediates + 2))
  }

  /// A string up to BEL or `ESC \`, as ncurses sends one for the colours when it comes back from a
  /// suspension. The Linux console has strings without an end: another control shows that.
  private static func string(_ rest: ArraySlice<UInt8>) -> (Kind, Int) {
    let length = 2 + rest.dropFirst(2).prefix { $0 >= 0x20 && $0 != 0x7F }.count
    let end = rest.dropFirst(length).prefix(2)
    if end.first == 0x07 { return (.escape, length + 1) }
    return end.elementsEqual([0x1B, UInt8(ascii: "\\")])
      ? (.escape, length + 2) : (.unfinished, rest.count)
  }
}
