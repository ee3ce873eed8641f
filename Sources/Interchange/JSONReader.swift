internal import Articles

/// A cursor over one JSON text. Knows strings fully and skips everything else by its brackets.
struct JSONReader {
  private let bytes: [UInt8]
  private var index = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  private var current: UInt8? { index < bytes.count ? bytes[index] : nil }

  private mutating func skipBlanks() {
    while let byte = current, byte == 0x20 || byte == 0x09 || byte == 0x0D || byte == 0x0A {
      index += 1
    }
  }

  /// Passes a byte, or throws.
  mutating func expect(_ byte: UInt8, _ complaint: String) throws(RequestError) {
    guard try take(byte) else { throw RequestError(complaint, at: index) }
  }

  /// Passes a byte if it is next.
  mutating func take(_ byte: UInt8) throws(RequestError) -> Bool {
    skipBlanks()
    guard current == byte else { return false }
    index += 1
    return true
  }

  /// Throws unless nothing but blanks is left.
  mutating func expectEnd() throws(RequestError) {
    skipBlanks()
    if index < bytes.count {
      throw RequestError("Nothing was expected after the object", at: index)
    }
  }

  /// Reads a string and its escapes; a lone surrogate becomes U+FFFD.
  mutating func string() throws(RequestError) -> String {
    try expect(0x22, "A string was expected")
    let start = index
    var decoded: [UInt8] = []
    while let byte = current, byte != 0x22 {
      guard byte >= 0x20 else { throw RequestError("A control character stands bare", at: index) }
      index += 1
      if byte == 0x5C { try appendEscape(to: &decoded) } else { decoded.append(byte) }
    }
    guard current == 0x22 else {
      throw RequestError("A string is not closed, begun", at: start - 1)
    }
    index += 1
    guard let string = String(validating: decoded, as: UTF8.self) else {
      throw RequestError("A string is not valid UTF-8, begun", at: start - 1)
    }
    return string
  }

  private mutating func appendEscape(to decoded: inout [UInt8]) throws(RequestError) {
    let letter = current
    index += 1
    switch letter {
    case 0x22, 0x5C, 0x2F: decoded.append(letter ?? 0)
    case 0x62: decoded.append(0x08)
    case 0x66: decoded.append(0x0C)
    case 0x6E: decoded.append(0x0A)
    case 0x72: decoded.append(0x0D)
    case 0x74: decoded.append(0x09)
    case 0x75: try appendScalar(to: &decoded)
    default: throw RequestError("An escape is unknown", at: index - 2)
    }
  }

  private mutating func appendScalar(to decoded: inout [UInt8]) throws(RequestError) {
    var value = try hexadecimal()
    if 0xD800..<0xDC00 ~= value, index + 6 <= bytes.count, bytes[index] == 0x5C,
      bytes[index + 1] == 0x75
    {
      let rest = index
      index += 2
      let low = try hexadecimal()
      if 0xDC00..<0xE000 ~= low {
        value = 0x10000 + (value - 0xD800) << 10 + (low - 0xDC00)
      } else {
        index = rest
      }
    }
    let scalar = UnicodeScalar(value) ?? "\u{FFFD}"
    decoded.append(contentsOf: String(scalar).utf8)
  }

  private mutating func hexadecimal() throws(RequestError) -> UInt32 {
    guard index + 4 <= bytes.count,
      let value = UInt32(String(decoding: bytes[index..<(index + 4)], as: UTF8.self), radix: 16),
      bytes[index] != 0x2B, bytes[index] != 0x2D
    else { throw RequestError("Four hexadecimal digits were expected", at: index) }
    index += 4
    return value
  }

  /// Reads a string, a number, a truth value or null and gives it as JSON.
  mutating func identity() throws(RequestError) -> [UInt8] {
    skipBlanks()
    if current == 0x22 {
      var writer = JSONWriter()
      writer.string(try string())
      return writer.bytes
    }
    let start = index
    try skipWord()
    let word = String(decoding: bytes[start..<index], as: UTF8.self)
    let isNumber = Double(word)?.isFinite == true && !word.hasPrefix("+") && !word.contains("x")
    guard isNumber || ["true", "false", "null"].contains(word) else {
      throw RequestError("A string or a number was expected as “id”", at: start)
    }
    return Array(word.utf8)
  }

  /// Reads a string; nil for any other value.
  mutating func optionalString() throws(RequestError) -> String? {
    skipBlanks()
    if current == 0x22 { return try string() }
    try skipValue()
    return nil
  }

  /// Reads an array of strings, or one string; what else there is counts as nothing.
  mutating func strings() throws(RequestError) -> [String] {
    guard try take(0x5B) else { return try optionalString().map { [$0] } ?? [] }
    var found: [String] = []
    if try take(0x5D) { return found }
    repeat {
      if let string = try optionalString() { found.append(string) }
    } while try take(0x2C)
    try expect(0x5D, "A comma or a closing bracket was expected")
    return found
  }

  /// Reads seconds since 1970 as a day; nil for any other value.
  mutating func dateOfSeconds() throws(RequestError) -> PublicationDate? {
    skipBlanks()
    let start = index
    try skipValue()
    let word = String(decoding: bytes[start..<index], as: UTF8.self)
    guard let seconds = Double(word), abs(seconds) < 1e11 else { return nil }
    return PublicationDate(dayNumber: Int((seconds / 86_400).rounded(.down)))
  }

  /// Passes any value.
  mutating func skipValue() throws(RequestError) {
    skipBlanks()
    let start = index
    var depth = 0
    repeat {
      switch current {
      case 0x22: _ = try string()
      case 0x7B, 0x5B:
        depth += 1
        index += 1
      case nil: throw RequestError("A value is not closed, begun", at: start)
      case let byte? where depth > 0 && isPunctuation(byte):
        if byte == 0x7D || byte == 0x5D { depth -= 1 }
        index += 1
      default: try skipWord()
      }
    } while depth > 0
  }

  /// Passes a number, `true`, `false` or `null`.
  private mutating func skipWord() throws(RequestError) {
    let start = index
    while let byte = current, isWordByte(byte) { index += 1 }
    if index == start { throw RequestError("A value was expected", at: index) }
  }

  /// Whether a byte may stand between the values of an array or object, or close it.
  private func isPunctuation(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x7D, 0x5D, 0x2C, 0x3A, 0x20, 0x09, 0x0D, 0x0A: true
    default: false
    }
  }

  private func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2B, 0x2D, 0x2E: true
    default: false
    }
  }
}
