// What SGR makes of the text that follows: two colours and attributes, as the codes that set them.

/// The state that SGR sequences change.
struct Pen: Equatable {
  /// The parameters that set the colour of the glyph, as "38;5;88"; empty for the terminal's own.
  private(set) var foreground: [UInt8] = []
  /// The same for the colour behind it.
  private(set) var background: [UInt8] = []
  /// Bit n is set by SGR n: 1 bold, 2 dim, 3 italic, 4 underline, 7 reverse.
  private var attributes: UInt16 = 0

  private static let weights: UInt16 = 1 << 1 | 1 << 2
  /// What shows on a blank: underline, reverse, strike.
  private static let visibleOnBlanks: UInt16 = 1 << 4 | 1 << 7 | 1 << 9

  /// Takes the parameters of an SGR sequence.
  ///
  /// - Returns: false when one of them is not understood; the pen is then not to be relied on.
  mutating func apply(_ parameters: ArraySlice<UInt8>) -> Bool {
    var codes = parameters.split(
      separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)[...]
    while let code = codes.popFirst() {
      guard let number = Self.number(code) else { return false }
      switch number {
      case 0: self = Pen()
      case 1...9: attributes |= 1 << UInt16(number)
      case 22: attributes &= ~Self.weights
      case 23...25, 27...29: attributes &= ~(1 << UInt16(number - 20))
      case 30...37, 90...97: foreground = Array(code)
      case 40...47, 100...107: background = Array(code)
      case 39: foreground = []
      case 49: background = []
      case 38: foreground = Self.extended(code, &codes)
      case 48: background = Self.extended(code, &codes)
      default: return false
      }
    }
    return true
  }

  /// The number of a code; with a colon only colours are understood.
  private static func number(_ code: ArraySlice<UInt8>) -> Int? {
    if code.isEmpty { return 0 }
    let digits = code.prefix { $0 != UInt8(ascii: ":") }
    let number = Int(String(decoding: digits, as: UTF8.self))
    return digits.count == code.count || number == 38 || number == 48 ? number : nil
  }

  /// A colour with its numbers, which follow a colon or are the next parameters.
  private static func extended(
    _ code: ArraySlice<UInt8>, _ rest: inout ArraySlice<ArraySlice<UInt8>>
  ) -> [UInt8] {
    guard !code.contains(UInt8(ascii: ":")) else { return Array(code) }
    let count = rest.first.map(Array.init) == [UInt8(ascii: "5")] ? 2 : 4
    defer { rest = rest.dropFirst(count) }
    return Array(([code] + rest.prefix(count)).joined(separator: [UInt8(ascii: ";")]))
  }
}

// MARK: - Changing

extension Pen {
  /// The pen for a blank where this one is wanted: of the glyph's colour nothing would be seen, so
  /// that of `present` stays.
  func onBlank(_ present: Pen) -> Pen {
    guard (attributes | present.attributes) & Self.visibleOnBlanks == 0 else { return self }
    var pen = present
    pen.background = background
    return pen
  }

  /// The shortest SGR sequence that makes this pen.
  ///
  /// - Parameters:
  ///   - old: what the terminal has now; nil when that is not known.
  ///   - hasOffCodes: whether attributes and colours can be taken back one by one.
  /// - Returns: the sequence; empty where nothing changes.
  func sequence(from old: Pen?, hasOffCodes: Bool) -> [UInt8] {
    guard self != old else { return [] }
    let anew = Self.sequence([Array("0".utf8)] + codes(since: Pen()))
    guard let old, hasOffCodes || !takesBack(from: old) else { return anew }
    let change = Self.sequence(offCodes(since: old) + codes(since: old))
    return change.count < anew.count ? change : anew
  }

  private static func sequence(_ codes: [[UInt8]]) -> [UInt8] {
    let parameters = codes == [[UInt8(ascii: "0")]] ? [] : codes
    return [0x1B, UInt8(ascii: "[")] + parameters.joined(separator: [UInt8(ascii: ";")])
      + [UInt8(ascii: "m")]
  }

  private func takesBack(from old: Pen) -> Bool {
    old.attributes & ~attributes != 0 || foreground.isEmpty && !old.foreground.isEmpty
      || background.isEmpty && !old.background.isEmpty
  }

  private func offCodes(since old: Pen) -> [[UInt8]] {
    let off = old.attributes & ~attributes
    var codes = off & Self.weights != 0 ? [22] : []
    codes += (3...9).filter { off & 1 << UInt16($0) != 0 }.map { $0 + 20 }
    if foreground.isEmpty, !old.foreground.isEmpty { codes.append(39) }
    if background.isEmpty, !old.background.isEmpty { codes.append(49) }
    return codes.map { Array(String($0).utf8) }
  }

  private func codes(since old: Pen) -> [[UInt8]] {
    // Bold and dim go out together.
    let kept = old.attributes & ~attributes & Self.weights != 0 ? ~Self.weights : .max
    let on = attributes & ~(old.attributes & kept)
    var codes = (1...9).filter { on & 1 << UInt16($0) != 0 }.map { Array(String($0).utf8) }
    if foreground != old.foreground, !foreground.isEmpty { codes.append(foreground) }
    if background != old.background, !background.isEmpty { codes.append(background) }
    return codes
  }
}
