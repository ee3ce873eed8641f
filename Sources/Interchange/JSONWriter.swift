// Writes JSON as bytes, one value after the other. Commas are its own business; that keys and
// values alternate is the caller's.
//
// Everything that a terminal might obey is escaped: C0, DEL, C1 and the marks that reorder text.
// So JSON printed to a terminal is as harmless as JSON in a file.

/// A JSON text in the making.
package struct JSONWriter {
  /// What was written so far.
  package private(set) var bytes: [UInt8] = []
  private var needsComma = false

  /// Starts an empty text.
  package init() {}

  /// Writes an object whose members the closure writes with `member`.
  package mutating func object(_ members: (inout JSONWriter) -> Void) {
    nest(open: 0x7B, close: 0x7D, members)
  }

  /// Writes an array whose elements the closure writes.
  package mutating func array(_ elements: (inout JSONWriter) -> Void) {
    nest(open: 0x5B, close: 0x5D, elements)
  }

  /// Writes an array with one element for each member of a sequence.
  package mutating func array<Elements: Sequence>(
    _ elements: Elements, _ write: (inout JSONWriter, Elements.Element) -> Void
  ) {
    array { writer in
      for element in elements { write(&writer, element) }
    }
  }

  /// Writes a key; its value must follow.
  package mutating func key(_ name: String) {
    string(name)
    bytes.append(0x3A)
    needsComma = false
  }

  /// Writes a key and a string, or null.
  package mutating func member(_ name: String, _ value: String?) {
    key(name)
    string(value)
  }

  /// Writes a key and a whole number, or null.
  package mutating func member(_ name: String, _ value: Int?) {
    key(name)
    int(value)
  }

  /// Writes a key and a truth value.
  package mutating func member(_ name: String, _ value: Bool) {
    key(name)
    raw((value ? "true" : "false").utf8)
  }

  /// Writes null.
  package mutating func null() { raw("null".utf8) }

  /// Writes a string, or null.
  package mutating func string(_ value: (some StringProtocol)?) {
    guard let value else { return null() }
    separate()
    bytes.append(0x22)
    // Copied only where it is not in one piece.
    let isDone: Void? = value.utf8.withContiguousStorageIfAvailable { text in
      unsafe appendEscaped(text)
    }
    if isDone == nil { appendEscaped(Array(value.utf8)) }
    bytes.append(0x22)
    needsComma = true
  }

  /// Writes a whole number, or null.
  package mutating func int(_ value: Int?) {
    guard let value else { return null() }
    separate()
    if value < 0 { bytes.append(0x2D) }
    let start = bytes.count
    var rest = value.magnitude
    repeat {
      bytes.append(0x30 + UInt8(truncatingIfNeeded: rest % 10))
      rest /= 10
    } while rest > 0
    bytes[start...].reverse()
    needsComma = true
  }

  /// Writes a number: whole ones without a point, what is no number as null.
  package mutating func number(_ value: Double?) {
    guard let value, value.isFinite else { return null() }
    if value == value.rounded(), abs(value) < 9e15 {
      int(Int(value))
    } else {
      raw("\(value)".utf8)
    }
  }

  /// Writes a value that is JSON already.
  package mutating func raw(_ value: some Sequence<UInt8>) {
    separate()
    bytes.append(contentsOf: value)
    needsComma = true
  }

  private mutating func separate() {
    if needsComma { bytes.append(0x2C) }
    needsComma = false
  }

  private mutating func nest(open: UInt8, close: UInt8, _ body: (inout JSONWriter) -> Void) {
    separate()
    bytes.append(open)
    body(&self)
    bytes.append(close)
    needsComma = true
  }
}

// MARK: - Escaping

extension JSONWriter {
  private mutating func appendEscaped<Text: RandomAccessCollection<UInt8>>(_ text: Text)
  where Text.Index == Int {
    var plainStart = 0
    var index = 0
    while index < text.count {
      let length = escapedLength(text, at: index)
      if length > 0 {
        bytes.append(contentsOf: text[plainStart..<index])
        appendEscape(text[index..<(index + length)])
        plainStart = index + length
      }
      index += max(1, length)
    }
    bytes.append(contentsOf: text[plainStart...])
  }

  /// How many bytes from here make one scalar that must be escaped; 0 where none does.
  private func escapedLength<Text: RandomAccessCollection<UInt8>>(
    _ text: Text, at index: Int
  ) -> Int where Text.Index == Int {
    switch text[index] {
    case 0x20, 0x21, 0x23...0x5B, 0x5D...0x7E: 0
    case 0..<0x20, 0x22, 0x5C, 0x7F: 1
    case 0xC2: text[index + 1] < 0xA0 ? 2 : 0
    case 0xD8: text[index + 1] == 0x9C ? 2 : 0
    case 0xE2: isReordering(text[index + 1], text[index + 2]) ? 3 : 0
    default: 0
    }
  }

  /// U+200E, U+200F, U+2028…U+202E and U+2066…U+2069, after their first byte.
  private func isReordering(_ second: UInt8, _ third: UInt8) -> Bool {
    switch (second, third) {
    case (0x80, 0x8E), (0x80, 0x8F), (0x80, 0xA8...0xAE), (0x81, 0xA6...0xA9): true
    default: false
    }
  }

  private mutating func appendEscape(_ scalar: some Collection<UInt8>) {
    bytes.append(0x5C)
    switch scalar.first {
    case 0x22: bytes.append(0x22)
    case 0x5C: bytes.append(0x5C)
    case 0x0A: bytes.append(0x6E)
    case 0x0D: bytes.append(0x72)
    case 0x09: bytes.append(0x74)
    default:
      let value = String(decoding: scalar, as: UTF8.self).unicodeScalars.first?.value ?? 0
      let digits = Array("0123456789abcdef".utf8)
      bytes.append(0x75)
      for shift in [12, 8, 4, 0] { bytes.append(digits[Int(value >> UInt32(shift)) & 15]) }
    }
  }
}
