/// The scalars beyond ASCII that running prose needs to tell apart, read from their bytes without
/// building characters. Anything not named here is a letter.
public enum ProseScalar {
  /// What a scalar beyond ASCII is.
  public enum Kind {
    /// A letter, in upper case or not.
    case letter(isUpper: Bool)
    /// A space that is not a plain one.
    case space
    /// A dash between words.
    case dash
    /// A quotation mark or apostrophe.
    case mark
    /// Three points in one.
    case ellipsis
    /// Any other sign.
    case sign
  }

  /// The kind and the length in bytes of the scalar at an offset.
  ///
  /// - Parameters:
  ///   - bytes: valid UTF-8.
  ///   - offset: where a scalar beyond ASCII starts.
  /// - Returns: the kind, and the length in bytes.
  public static func kind(in bytes: [UInt8], at offset: Int) -> (kind: Kind, length: Int) {
    let first = bytes[offset]
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard offset + length <= bytes.count else { return (.sign, bytes.count - offset) }
    switch length {
    case 2: return (twoByteKind(first, bytes[offset + 1]), 2)
    case 3: return (threeByteKind(first, bytes[offset + 1], bytes[offset + 2]), 3)
    default: return (.sign, length)
    }
  }

  private static func twoByteKind(_ first: UInt8, _ second: UInt8) -> Kind {
    switch (first, second) {
    case (0xC2, 0xA0): .space
    case (0xC2, 0xAB), (0xC2, 0xBB): .mark
    case (0xC2, _): .sign
    case (0xC3, 0x80...0x9E): .letter(isUpper: true)
    case (0xC4...0xC5, _): .letter(isUpper: second & 1 == 0)
    case (0xCE, 0x91...0xA9), (0xD0, 0x80...0xAF): .letter(isUpper: true)
    default: .letter(isUpper: false)
    }
  }

  private static func threeByteKind(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Kind {
    switch (first, second, third) {
    case (0xE2, 0x80, 0x80...0x8F), (0xE2, 0x80, 0xA8...0xAF), (0xE3, 0x80, 0x80): .space
    case (0xE2, 0x80, 0x92...0x95): .dash
    case (0xE2, 0x80, 0x98...0x9F), (0xE2, 0x80, 0xB9...0xBA): .mark
    case (0xE2, 0x80, 0xA6): .ellipsis
    case (0xE2, 0x80...0xAF, _): .sign
    case (0xEF, 0xBB...0xBC, _): .sign
    default: .letter(isUpper: false)
    }
  }
}
