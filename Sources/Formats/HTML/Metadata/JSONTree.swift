// Reads the JSON that pages carry about themselves, without recursion and without complaint: what
// is no JSON ends the reading, and what was read before stays. Line ends inside strings and
// trailing commas, both frequent in pages, are taken.

/// A parsed JSON text as a flat array of values.
struct JSONTree {
  /// One value; containers know their first child, children their next sibling.
  struct Value {
    enum Kind { case object, array, string, number, other }

    var kind: Kind
    /// The name under which an object holds it.
    var key: String?
    /// Strings without escapes, numbers as written.
    var text = ""
    var parent: Int
    var firstChild = -1
    var lastChild = -1
    var next = -1
  }

  /// Every value, containers before what they hold; the first is the outermost.
  private(set) var values: [Value] = []
  private var bytes: [UInt8] = []
  private var index = 0

  /// More values than this are not read.
  private static let mostValues = 50_000

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    parse()
    self.bytes = []
  }

  /// The values an array or object holds.
  func children(of value: Int) -> [Int] {
    var found: [Int] = []
    var child = values[value].firstChild
    while child >= 0 {
      found.append(child)
      child = values[child].next
    }
    return found
  }

  /// What an object holds under a name.
  func member(_ key: String, of value: Int) -> Int? {
    var child = values[value].firstChild
    while child >= 0 {
      if values[child].key == key { return child }
      child = values[child].next
    }
    return nil
  }

  /// The text of a string or number under a name.
  func string(_ key: String, of value: Int) -> String? {
    guard let member = member(key, of: value) else { return nil }
    switch values[member].kind {
    case .string, .number: return values[member].text
    case .object, .array, .other: return nil
    }
  }

  private mutating func parse() {
    var container = -1
    var key: String?
    while index < bytes.count, values.count < Self.mostValues {
      let byte = bytes[index]
      switch byte {
      case 0x7B, 0x5B:
        container = add(byte == 0x7B ? .object : .array, "", key, container)
        key = nil
        index += 1
      case 0x7D, 0x5D:
        index += 1
        guard container >= 0 else { return }
        container = values[container].parent
        if container < 0 { return }
      case 0x22:
        let text = string()
        if container >= 0, values[container].kind == .object, key == nil {
          key = text
          skipColon()
        } else {
          _ = add(.string, text, key, container)
          key = nil
        }
      case 0x2D, 0x30...0x39, 0x41...0x5A, 0x61...0x7A:
        let text = word()
        _ = add(byte < 0x41 ? .number : .other, text, key, container)
        key = nil
      default: index += 1
      }
    }
  }

  private mutating func add(_ kind: Value.Kind, _ text: String, _ key: String?, _ parent: Int)
    -> Int
  {
    let own = values.count
    values.append(Value(kind: kind, key: key, text: text, parent: parent))
    guard parent >= 0 else { return own }
    if values[parent].firstChild < 0 {
      values[parent].firstChild = own
    } else {
      values[values[parent].lastChild].next = own
    }
    values[parent].lastChild = own
    return own
  }

  private mutating func skipColon() {
    while index < bytes.count, bytes[index] <= 0x20 || bytes[index] == 0x3A { index += 1 }
  }

  private mutating func word() -> String {
    let start = index
    while index < bytes.count, ![0x2C, 0x7D, 0x5D].contains(bytes[index]), bytes[index] > 0x20 {
      index += 1
    }
    return String(decoding: bytes[start..<index], as: UTF8.self)
  }

  private mutating func string() -> String {
    index += 1
    var text: [UInt8] = []
    while index < bytes.count, bytes[index] != 0x22 {
      if bytes[index] == 0x5C, index + 1 < bytes.count {
        index += 1
        unescape(into: &text)
      } else {
        text.append(bytes[index])
      }
      index += 1
    }
    index += 1
    return String(decoding: text, as: UTF8.self)
  }

  /// Reads one escape; leaves the index at its last byte.
  private mutating func unescape(into text: inout [UInt8]) {
    switch bytes[index] {
    case 0x6E: text.append(0x0A)
    case 0x74: text.append(0x09)
    case 0x72, 0x62, 0x66: text.append(0x20)
    case 0x75:
      var code = hexadecimal(at: index + 1)
      index = min(index + 4, bytes.count - 1)
      if code & 0xFC00 == 0xD800, index + 6 < bytes.count, bytes[index + 1] == 0x5C,
        bytes[index + 2] == 0x75
      {
        let low = hexadecimal(at: index + 3)
        if low & 0xFC00 == 0xDC00 {
          code = 0x10000 + ((code & 0x3FF) << 10) + (low & 0x3FF)
          index += 6
        }
      }
      let scalar = Unicode.Scalar(code) ?? "\u{FFFD}"
      text.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    default: text.append(bytes[index])
    }
  }

  private func hexadecimal(at start: Int) -> UInt32 {
    var value: UInt32 = 0
    for offset in start..<(start + 4) where offset < bytes.count {
      let byte = bytes[offset]
      let digit: UInt8
      if byte &- 0x30 < 10 {
        digit = byte - 0x30
      } else if (byte | 0x20) &- 0x61 < 6 {
        digit = (byte | 0x20) - 0x61 + 10
      } else {
        return 0xFFFD
      }
      value = value << 4 + UInt32(digit)
    }
    return value
  }
}
