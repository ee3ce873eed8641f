/// How far some bytes are from being UTF-8: decides between repairing and another encoding.
struct UTF8Survey {
  /// Maximal runs of bytes that are not UTF-8.
  private(set) var invalidCount = 0
  /// Well-formed scalars beyond ASCII.
  private(set) var multibyteCount = 0
  /// Where the first bad byte stands: line and column from 1.
  private(set) var firstInvalid: (line: Int, column: Int)?

  init(_ bytes: [UInt8]) {
    var index = 0
    while index < bytes.count {
      if bytes[index] < 0x80 {
        index += 1
        continue
      }
      let length = scalarLength(in: bytes, at: index)
      if length > 0 {
        multibyteCount += 1
        index += length
      } else {
        if firstInvalid == nil { firstInvalid = sourcePlace(of: index, in: bytes) }
        invalidCount += 1
        index += 1
      }
    }
  }

  /// A stray byte among many good scalars is damage; a text with none is another encoding.
  var isMostlyUTF8: Bool { multibyteCount >= 2 * invalidCount && multibyteCount > 0 }
}

/// The bytes of the well-formed scalar at `index`, beyond ASCII; 0 where it is ill-formed.
private func scalarLength(in bytes: [UInt8], at index: Int) -> Int {
  let lead = bytes[index]
  let length =
    switch lead {
    case 0xC2...0xDF: 2
    case 0xE0...0xEF: 3
    case 0xF0...0xF4: 4
    default: 0
    }
  guard length > 0, index + length <= bytes.count else { return 0 }
  for offset in 1..<length where bytes[index + offset] & 0xC0 != 0x80 { return 0 }
  let second = bytes[index + 1]
  switch lead {
  case 0xE0 where second < 0xA0, 0xED where second > 0x9F, 0xF0 where second < 0x90,
    0xF4 where second > 0x8F:
    return 0
  default: return length
  }
}
