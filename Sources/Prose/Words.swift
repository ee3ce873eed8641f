/// What a byte of UTF-8 text is to a scanner of running prose.
public enum ByteClass {
  /// Whether the byte is an ASCII digit.
  @inlinable public static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  /// Whether the byte is an ASCII letter or part of a scalar beyond ASCII.
  @inlinable public static func isWordPart(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (byte | 0x20) &- 0x61 < 26
  }
}
