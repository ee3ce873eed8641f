// Bytes to characters, control characters and control sequences.

/// What a program sent, cut into pieces.
enum Token: Equatable {
  case scalar(UnicodeScalar)
  case control(UInt8)
  /// `ESC` with intermediates and a final byte.
  case escape(String)
  /// `ESC [`: the private prefix, the numbers, intermediates with the final byte.
  case sequence(prefix: String, numbers: [Int], final: String)
  /// `ESC ]`, `ESC P` and the like, with what they carried.
  case string(String)
}

/// A machine fed byte by byte.
struct SequenceParser: Sendable {
  private enum State { case ground, escape, sequence, string, stringEscape }
  private var state = State.ground
  private var collected: [UInt8] = []
  private var missing = 0

  mutating func take(_ byte: UInt8) -> Token? {
    switch state {
    case .ground: return ground(byte)
    case .escape: return escape(byte)
    case .sequence: return sequence(byte)
    case .string: return string(byte)
    case .stringEscape:
      state = .ground
      return .string(text)
    }
  }

  private var text: String { String(decoding: collected, as: UTF8.self) }

  private mutating func ground(_ byte: UInt8) -> Token? {
    if missing > 0, (0x80..<0xC0).contains(byte) {
      collected.append(byte)
      missing -= 1
      return missing == 0 ? text.unicodeScalars.first.map(Token.scalar) : nil
    }
    missing = 0
    if byte == 0x1B {
      state = .escape
      collected = []
      return nil
    }
    if byte < 0x20 || byte == 0x7F { return .control(byte) }
    if byte < 0x80 { return .scalar(UnicodeScalar(byte)) }
    collected = [byte]
    missing = byte >= 0xF0 ? 3 : byte >= 0xE0 ? 2 : byte >= 0xC0 ? 1 : 0
    return missing == 0 ? .control(byte) : nil
  }

  private mutating func escape(_ byte: UInt8) -> Token? {
    collected.append(byte)
    switch byte {
    case UInt8(ascii: "["):
      state = .sequence
      collected = []
      return nil
    case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "_"), UInt8(ascii: "^"):
      state = .string
      return nil
    case 0x20..<0x30: return nil
    default:
      state = .ground
      return .escape(text)
    }
  }

  private mutating func sequence(_ byte: UInt8) -> Token? {
    collected.append(byte)
    guard (0x40...0x7E).contains(byte) else { return nil }
    state = .ground
    let prefix = text.prefix { "<=>?".contains($0) }
    let numbers = text.dropFirst(prefix.count).prefix { $0.isNumber || $0 == ";" || $0 == ":" }
    return .sequence(
      prefix: String(prefix),
      numbers: numbers.isEmpty
        ? []
        : numbers.split(separator: ";", omittingEmptySubsequences: false).map { Int($0) ?? 0 },
      final: String(text.dropFirst(prefix.count + numbers.count)))
  }

  private mutating func string(_ byte: UInt8) -> Token? {
    if byte == 0x07 {
      state = .ground
      return .string(text)
    }
    if byte == 0x1B { state = .stringEscape } else { collected.append(byte) }
    return nil
  }
}
