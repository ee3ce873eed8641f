import Glibc

/// Bytes of markup by name, and the questions a parser asks of a byte.
extension UInt8 {
  static let tabulator: UInt8 = 0x09
  static let newline: UInt8 = 0x0A
  static let formFeed: UInt8 = 0x0C
  static let carriageReturn: UInt8 = 0x0D
  static let space: UInt8 = 0x20
  static let exclamation: UInt8 = 0x21
  static let doubleQuote: UInt8 = 0x22
  static let hash: UInt8 = 0x23
  static let ampersand: UInt8 = 0x26
  static let singleQuote: UInt8 = 0x27
  static let dash: UInt8 = 0x2D
  static let slash: UInt8 = 0x2F
  static let semicolon: UInt8 = 0x3B
  static let less: UInt8 = 0x3C
  static let equals: UInt8 = 0x3D
  static let greater: UInt8 = 0x3E
  static let question: UInt8 = 0x3F
  static let openBracket: UInt8 = 0x5B
  static let closeBracket: UInt8 = 0x5D

  /// White space as the HTML standard has it, without the carriage return, which decoding removes
  /// and a character reference can bring back.
  var isMarkupSpace: Bool {
    self == .space || self == .newline || self == .tabulator || self == .formFeed
      || self == .carriageReturn
  }

  var isLetter: Bool { (self | 0x20) &- 0x61 < 26 }
  var isDigit: Bool { self &- 0x30 < 10 }
  var isCapital: Bool { self &- 0x41 < 26 }

  /// The same letter in lower case; other bytes as they are.
  var lowercased: UInt8 { isCapital ? self | 0x20 : self }

  /// The value as a hexadecimal digit.
  var hexadecimalValue: UInt32? {
    if isDigit { return UInt32(self - 0x30) }
    let letter = (self | 0x20) &- 0x61
    return letter < 6 ? UInt32(letter) + 10 : nil
  }
}

extension [UInt8] {
  /// Whether the bytes from `offset` are `word`, which is in lower case, whatever their case.
  func matches(_ word: StaticString, at offset: Int) -> Bool {
    guard offset + word.utf8CodeUnitCount <= count else { return false }
    return word.withUTF8Buffer { buffer in
      for step in 0..<buffer.count where unsafe self[offset + step].lowercased != buffer[step] {
        return false
      }
      return true
    }
  }

  /// The first offset in a range that holds this byte; the end of the range where none does.
  func firstOffset(of byte: UInt8, in range: Range<Int>) -> Int {
    precondition(range.lowerBound >= 0 && range.upperBound <= count)
    guard !range.isEmpty else { return range.upperBound }
    return unsafe withUnsafeBytes { buffer in
      guard let base = buffer.baseAddress,
        let found = unsafe memchr(base + range.lowerBound, Int32(byte), range.count)
      else { return range.upperBound }
      return unsafe UnsafeRawPointer(found) - base
    }
  }

  /// The first offset from `start` that holds no white space.
  func skippingSpace(from start: Int) -> Int {
    var offset = start
    while offset < count, self[offset].isMarkupSpace { offset += 1 }
    return offset
  }
}
