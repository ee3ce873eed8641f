// Control sequences that a terminal sends: keys in the forms of xterm, rxvt and the kitty
// protocol, and everything else, which is swallowed whole so that an answer of the terminal never
// runs as a key.

import Screen

/// What came after an Escape.
enum ControlSequence: Equatable {
  case key(KeyPress)
  case pasteBegins
  /// DECRPM: what the terminal says of a private mode. 1 on, 2 off, 3 and 4 so for good, 0 unknown.
  case modeReport(mode: Int, state: Int)
  /// Another answer, a focus report, or a key that we have no name for.
  case ignored
}

extension ControlSequence {
  /// Reads what stands between `ESC [` and the final byte, and the final byte.
  init(parameters: ArraySlice<UInt8>, final: UInt8) {
    if let report = Self.modeReport(parameters, final) {
      self = report
      return
    }
    guard parameters.allSatisfy({ (0x30...0x3B).contains($0) }) else {
      self = .ignored
      return
    }
    let numbers = parameters.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
      .map { part in
        // Sub-parameters after a colon tell of shifted keys and event types: not needed.
        Int(String(decoding: part.prefix { $0 != UInt8(ascii: ":") }, as: UTF8.self))
      }
    self = ControlSequence.meaning(numbers, final: final)
  }

  /// `? mode ; state $ y`
  private static func modeReport(
    _ parameters: ArraySlice<UInt8>, _ final: UInt8
  ) -> ControlSequence? {
    guard final == UInt8(ascii: "y"), parameters.first == UInt8(ascii: "?"),
      parameters.last == UInt8(ascii: "$")
    else { return nil }
    let numbers = parameters.dropFirst().dropLast().split(separator: UInt8(ascii: ";"))
      .compactMap { Int(String(decoding: $0, as: UTF8.self)) }
    return numbers.count == 2 ? .modeReport(mode: numbers[0], state: numbers[1]) : nil
  }

  private static func meaning(_ numbers: [Int?], final: UInt8) -> ControlSequence {
    let first = numbers.first ?? nil
    let modifiers = modifiers(numbers.count > 1 ? numbers[1] : nil)
    switch final {
    case UInt8(ascii: "~"):
      if first == 200 { return .pasteBegins }
      if first == 27, numbers.count > 2 { return codePoint(numbers[2], modifiers) }
      return key(numbered: first).map { .key(KeyPress($0, modifiers)) } ?? .ignored
    case UInt8(ascii: "^"):
      return key(numbered: first).map { .key(KeyPress($0, .control)) } ?? .ignored
    case UInt8(ascii: "u"):
      return codePoint(first, modifiers)
    case UInt8(ascii: "Z"):
      return .key(KeyPress(.named(.tab), modifiers.union(.shift)))
    default:
      // With a first number other than 1 this is a report of the cursor, not F3.
      guard (first ?? 1) == 1, let key = key(lettered: final) else { return .ignored }
      return .key(KeyPress(key, modifiers))
    }
  }

  /// Keys that end in a letter, after `ESC [` and after `ESC O`.
  static func key(lettered letter: UInt8) -> KeyPress.Key? {
    switch letter {
    case UInt8(ascii: "A"): .named(.up)
    case UInt8(ascii: "B"): .named(.down)
    case UInt8(ascii: "C"): .named(.right)
    case UInt8(ascii: "D"): .named(.left)
    case UInt8(ascii: "H"): .named(.home)
    case UInt8(ascii: "F"): .named(.end)
    case UInt8(ascii: "P")...UInt8(ascii: "S"): .function(Int(letter - UInt8(ascii: "P")) + 1)
    default: nil
    }
  }

  /// Keys of the number pad, after `ESC O`.
  static func key(onPad letter: UInt8) -> KeyPress.Key? {
    switch letter {
    case UInt8(ascii: "M"): .named(.enter)
    case UInt8(ascii: "X"): .character("=")
    case UInt8(ascii: "j")...UInt8(ascii: "y"):
      .character(Character(UnicodeScalar(letter - UInt8(ascii: "j") + UInt8(ascii: "*"))))
    default: key(lettered: letter)
    }
  }

  private static func key(numbered number: Int?) -> KeyPress.Key? {
    switch number {
    case 1, 7: .named(.home)
    case 2: .named(.insert)
    case 3: .named(.delete)
    case 4, 8: .named(.end)
    case 5: .named(.pageUp)
    case 6: .named(.pageDown)
    case .some(let number):
      // The numbers leave gaps where the keyboard of the VT220 had them.
      [
        11, 12, 13, 14, 15, 17, 18, 19, 20, 21, 23, 24, 25, 26, 28, 29, 31, 32, 33, 34,
      ].firstIndex(of: number).map { .function($0 + 1) }
    case nil: nil
    }
  }

  private static func modifiers(_ number: Int?) -> KeyPress.Modifiers {
    let bits = max(1, number ?? 1) - 1
    var modifiers: KeyPress.Modifiers = []
    if bits & 1 != 0 { modifiers.insert(.shift) }
    if bits & 2 != 0 { modifiers.insert(.alt) }
    if bits & 4 != 0 { modifiers.insert(.control) }
    return modifiers
  }

  /// A key told by its code point.
  private static func codePoint(_ value: Int?, _ modifiers: KeyPress.Modifiers) -> ControlSequence {
    switch value {
    case 9: return .key(KeyPress(.named(.tab), modifiers))
    case 13: return .key(KeyPress(.named(.enter), modifiers))
    case 27: return .key(KeyPress(.named(.escape), modifiers))
    case 8, 127: return .key(KeyPress(.named(.backspace), modifiers))
    default:
      guard let value = value.flatMap(UInt32.init(exactly:)), value >= 0x20,
        !(0x7F..<0xA0).contains(value), !(0xE000..<0xF900).contains(value),
        let scalar = UnicodeScalar(value)
      else { return .ignored }
      // Shift is in the character itself, except with control.
      let kept = modifiers.contains(.control) ? modifiers : modifiers.subtracting(.shift)
      return .key(KeyPress(.character(Character(scalar)), kept))
    }
  }
}
