// Words of a line as hashes, so that phrases compare without copying text. Case, apostrophes and
// quotation marks are ignored; numbers are all alike; the marks that set labels off are tokens.

/// One word or mark of a line.
struct Token: Hashable {
  /// What the word is; equal for words that differ only in case and apostrophes.
  var hash: UInt64
  /// The word's bytes.
  var range: Range<Int>
  /// Whether it is a mark and no word.
  var isMark: Bool
}

/// The first words and marks of a range of valid UTF-8, no more than `limit`.
func tokens(in range: Range<Int>, of bytes: [UInt8], limit: Int) -> [Token] {
  var scanner = TokenScanner(bytes: bytes, index: range.lowerBound, end: range.upperBound)
  var found: [Token] = []
  found.reserveCapacity(min(limit, range.count / 5 + 2))
  while found.count < limit, let token = scanner.next() { found.append(token) }
  return found
}

/// The hashes of a phrase's words; "#" stands for any number.
func phraseHashes(_ phrase: String) -> [UInt64] {
  let bytes = Array(phrase.utf8)
  return tokens(in: 0..<bytes.count, of: bytes, limit: .max).map(\.hash)
}

/// Steps through the words and marks of a range.
struct TokenScanner {
  let bytes: [UInt8]
  var index: Int
  let end: Int

  /// The next word or mark, nil at the end.
  mutating func next() -> Token? {
    while index < end {
      if bytes[index] == 0x20 {
        index += 1
        continue
      }
      switch kind(at: index) {
      case .nothing(let width): index += width
      case .mark(let width):
        let start = index
        index = min(index + width, end)
        return Token(hash: hash(start..<index), range: start..<index, isMark: true)
      case .word, .digit, .joint: return word()
      }
    }
    return nil
  }

  private mutating func word() -> Token? {
    let start = index
    var hash = Self.seed
    var isNumber = true
    let source = bytes
    let span = source.span
    scan: while index < end {
      let byte = span[index]
      let lowered = byte | 0x20
      if lowered &- 0x61 < 26 {
        isNumber = false
        hash = Self.mix(hash, lowered)
        index += 1
        continue
      }
      if byte == 0x20 { break }
      switch kind(at: index) {
      case .word:
        isNumber = false
        let byte = bytes[index]
        hash = Self.mix(hash, byte &- 0x41 < 26 ? byte | 0x20 : byte)
        index += 1
      case .digit:
        hash = Self.mix(hash, bytes[index])
        index += 1
      case .joint(let width): index += width
      case .mark where isNumber && isInsideNumber(at: index): index += 1
      case .mark, .nothing: break scan
      }
    }
    index = min(index, end)
    return Token(
      hash: isNumber ? Self.number : hash, range: start..<index, isMark: false)
  }

  private func isInsideNumber(at index: Int) -> Bool {
    bytes[index] == 0x3A && index + 1 < end && bytes[index + 1] &- 0x30 < 10
  }

  private func hash(_ range: Range<Int>) -> UInt64 {
    bytes[range].reduce(Self.seed) { Self.mix($0, $1) }
  }

  static let seed: UInt64 = 0xCBF2_9CE4_8422_2325
  static let number = mix(seed, 0x23)

  @inline(__always)
  static func mix(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
    (hash ^ UInt64(byte)) &* 0x100_0000_01B3
  }
}

extension TokenScanner {
  private enum Kind {
    case word
    case digit
    /// Part of a word that does not count, as an apostrophe.
    case joint(Int)
    case mark(Int)
    case nothing(Int)
  }

  @inline(__always)
  private func kind(at index: Int) -> Kind {
    let byte = bytes[index]
    if byte >= 0x80 { return wideKind(at: index) }
    if (byte | 0x20) &- 0x61 < 26 { return .word }
    if byte &- 0x30 < 10 { return .digit }
    switch byte {
    case 0x27, 0x60: return isBetweenLetters(index, width: 1) ? .joint(1) : .nothing(1)
    case 0x2C, 0x2E: return isBetweenDigits(index) ? .joint(1) : .nothing(1)
    // ! # ( ) / : ? @ |
    case 0x23: return .digit
    case 0x21, 0x28, 0x29, 0x2F, 0x3A, 0x3F, 0x40, 0x7C: return .mark(1)
    default: return .nothing(1)
    }
  }

  private func wideKind(at index: Int) -> Kind {
    guard index + 1 < end else { return .word }
    switch (bytes[index], bytes[index + 1]) {
    case (0xC2, 0xA9): return .mark(2)
    case (0xC2, 0xA0), (0xC2, 0xAB), (0xC2, 0xBB): return .nothing(2)
    case (0xC2, 0xB7): return .mark(2)
    case (0xE2, 0x80):
      let third = index + 2 < end ? bytes[index + 2] : 0
      if third == 0x98 || third == 0x99 {
        return isBetweenLetters(index, width: 3) ? .joint(3) : .nothing(3)
      }
      return third == 0xA2 ? .mark(3) : .nothing(3)
    default: return .word
    }
  }

  private func isBetweenLetters(_ index: Int, width: Int) -> Bool {
    guard index > 0, index + width < end else { return false }
    return isLetter(bytes[index - 1]) && isLetter(bytes[index + width])
  }

  private func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 || byte >= 0x80 }

  private func isBetweenDigits(_ index: Int) -> Bool {
    index > 0 && index + 1 < end && bytes[index - 1] &- 0x30 < 10 && bytes[index + 1] &- 0x30 < 10
  }
}
