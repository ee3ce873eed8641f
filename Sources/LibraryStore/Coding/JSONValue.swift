// Reads JSON into a tree. The text is our own from the library, or a line of an export that anybody
// may have edited; so it is checked fully, and nesting is kept on a stack of our own and bounded.

/// A JSON value.
enum JSONValue: Hashable {
  case null
  case bool(Bool)
  case number(Double)
  case string(String)
  case array([JSONValue])
  case object([String: JSONValue])

  /// How deep arrays and objects may be nested.
  static let greatestDepth = 2000

  /// Reads a whole text.
  init(_ bytes: [UInt8]) throws(JSONMistake) {
    var reader = JSONTreeReader(bytes)
    self = try reader.value()
  }

  /// The text inside, or nil.
  var string: String? { if case .string(let text) = self { text } else { nil } }
  /// The number inside, or nil.
  var number: Double? { if case .number(let number) = self { number } else { nil } }
  /// The whole number inside, or nil.
  var int: Int? { number.flatMap { Int(exactly: $0) } }
  /// A place in a text or a list, or nil: from 0, and so small that sums of places are numbers too.
  var place: Int? { int.flatMap { (0...Int(Int32.max)).contains($0) ? $0 : nil } }
  /// The truth value inside, or nil.
  var bool: Bool? { if case .bool(let value) = self { value } else { nil } }
  /// The elements of an array; none of anything else.
  var elements: [JSONValue] { if case .array(let elements) = self { elements } else { [] } }
  /// The members of an object; none of anything else.
  var members: [String: JSONValue] { if case .object(let members) = self { members } else { [:] } }

  /// The element at a place of an array; null where there is none.
  subscript(place: Int) -> JSONValue {
    if case .array(let elements) = self, elements.indices.contains(place) { return elements[place] }
    return .null
  }

  /// The member of an object; null where there is none.
  subscript(name: String) -> JSONValue {
    if case .object(let members) = self { return members[name] ?? .null }
    return .null
  }
}

/// Why a text is no JSON, and at which byte.
struct JSONMistake: Error, Hashable {
  var offset: Int
}

private struct JSONTreeReader {
  /// An array or object that is not closed yet.
  private struct Open {
    var elements: [JSONValue] = []
    var members: [String: JSONValue] = [:]
    /// The name that the next value belongs to; nil in an array.
    var name: String?
    var isObject: Bool

    mutating func add(_ value: JSONValue) {
      if let name { members[name] = value } else { elements.append(value) }
    }

    var value: JSONValue { isObject ? .object(members) : .array(elements) }
  }

  private let bytes: [UInt8]
  private var index = 0
  private var stack: [Open] = []

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func value() throws(JSONMistake) -> JSONValue {
    while true {
      skipBlanks()
      guard index < bytes.count, stack.count < JSONValue.greatestDepth else { throw mistake }
      if let open = try opening() {
        stack.append(open)
        if !isClosing { try nameIfObject() } else if let done = try close() { return done }
      } else if let done = try finish(scalar()) {
        return done
      }
    }
  }

  private var mistake: JSONMistake { JSONMistake(offset: index) }

  private var isClosing: Bool {
    index < bytes.count && (bytes[index] == 0x5D || bytes[index] == 0x7D)
  }

  private mutating func opening() throws(JSONMistake) -> Open? {
    guard bytes[index] == 0x5B || bytes[index] == 0x7B else { return nil }
    let isObject = bytes[index] == 0x7B
    index += 1
    skipBlanks()
    return Open(isObject: isObject)
  }

  /// Puts a complete value where it belongs; gives it back where it is the whole text.
  private mutating func finish(_ value: JSONValue) throws(JSONMistake) -> JSONValue? {
    skipBlanks()
    guard !stack.isEmpty else {
      guard index == bytes.count else { throw mistake }
      return value
    }
    stack[stack.count - 1].add(value)
    if isClosing { return try close() }
    guard index < bytes.count, bytes[index] == 0x2C else { throw mistake }
    index += 1
    try nameIfObject()
    return nil
  }

  private mutating func close() throws(JSONMistake) -> JSONValue? {
    guard let open = stack.popLast(), bytes[index] == (open.isObject ? 0x7D : 0x5D) else {
      throw mistake
    }
    index += 1
    var value = open.value
    // Containers that close one after the other are closed in this loop, not by recursion.
    while true {
      skipBlanks()
      guard !stack.isEmpty else {
        guard index == bytes.count else { throw mistake }
        return value
      }
      stack[stack.count - 1].add(value)
      guard isClosing else {
        guard index < bytes.count, bytes[index] == 0x2C else { throw mistake }
        index += 1
        try nameIfObject()
        return nil
      }
      let outer = stack.removeLast()
      guard bytes[index] == (outer.isObject ? 0x7D : 0x5D) else { throw mistake }
      index += 1
      value = outer.value
    }
  }

  private mutating func nameIfObject() throws(JSONMistake) {
    guard stack[stack.count - 1].isObject else { return }
    skipBlanks()
    guard index < bytes.count, bytes[index] == 0x22 else { throw mistake }
    let name = try text()
    skipBlanks()
    guard index < bytes.count, bytes[index] == 0x3A else { throw mistake }
    index += 1
    stack[stack.count - 1].name = name
  }

  private mutating func skipBlanks() {
    while index < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[index]) { index += 1 }
  }
}

// MARK: - Scalars

extension JSONTreeReader {
  private mutating func scalar() throws(JSONMistake) -> JSONValue {
    switch bytes[index] {
    case 0x22: return .string(try text())
    case 0x74: return try word("true", .bool(true))
    case 0x66: return try word("false", .bool(false))
    case 0x6E: return try word("null", .null)
    default: return .number(try number())
    }
  }

  private mutating func word(
    _ word: String, _ value: JSONValue
  ) throws(JSONMistake) -> JSONValue {
    guard bytes[index...].starts(with: word.utf8) else { throw mistake }
    index += word.utf8.count
    return value
  }

  private mutating func number() throws(JSONMistake) -> Double {
    let start = index
    while index < bytes.count, isNumberByte(bytes[index]) { index += 1 }
    // Whole numbers are nearly all there are.
    if index > start, index - start < 16, bytes[start..<index].allSatisfy({ $0 >= 0x30 }),
      bytes[start..<index].allSatisfy({ $0 <= 0x39 })
    {
      return Double(bytes[start..<index].reduce(0) { $0 * 10 + Int($1 - 0x30) })
    }
    guard index > start, bytes[start] != 0x2B,
      let value = Double(String(decoding: bytes[start..<index], as: UTF8.self))
    else { throw JSONMistake(offset: start) }
    return value
  }

  private func isNumberByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x2B, 0x2D, 0x2E, 0x45, 0x65: true
    default: false
    }
  }

  private mutating func text() throws(JSONMistake) -> String {
    index += 1
    let start = index
    while index < bytes.count, bytes[index] != 0x22, bytes[index] != 0x5C { index += 1 }
    var decoded = Array(bytes[start..<index])
    while index < bytes.count, bytes[index] != 0x22 {
      if bytes[index] == 0x5C {
        try appendEscape(to: &decoded)
      } else {
        decoded.append(bytes[index])
        index += 1
      }
    }
    guard index < bytes.count, let text = String(validating: decoded, as: UTF8.self) else {
      throw JSONMistake(offset: start)
    }
    index += 1
    return text
  }

  private mutating func appendEscape(to decoded: inout [UInt8]) throws(JSONMistake) {
    guard index + 1 < bytes.count else { throw mistake }
    let letter = bytes[index + 1]
    index += 2
    switch letter {
    case 0x22, 0x5C, 0x2F: decoded.append(letter)
    case 0x62: decoded.append(0x08)
    case 0x66: decoded.append(0x0C)
    case 0x6E: decoded.append(0x0A)
    case 0x72: decoded.append(0x0D)
    case 0x74: decoded.append(0x09)
    case 0x75: decoded.append(contentsOf: String(try scalarAfterU()).utf8)
    default: throw JSONMistake(offset: index - 2)
    }
  }

  /// A lone surrogate becomes U+FFFD.
  private mutating func scalarAfterU() throws(JSONMistake) -> Unicode.Scalar {
    let first = try hexadecimal()
    guard 0xD800..<0xDC00 ~= first, index + 1 < bytes.count, bytes[index] == 0x5C,
      bytes[index + 1] == 0x75
    else { return Unicode.Scalar(first) ?? "\u{FFFD}" }
    index += 2
    let second = try hexadecimal()
    guard 0xDC00..<0xE000 ~= second else { return "\u{FFFD}" }
    return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)) ?? "\u{FFFD}"
  }

  private mutating func hexadecimal() throws(JSONMistake) -> UInt32 {
    guard index + 4 <= bytes.count else { throw mistake }
    var value: UInt32 = 0
    for byte in bytes[index..<(index + 4)] {
      guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue, byte < 0x80 else {
        throw mistake
      }
      value = value << 4 | UInt32(digit)
    }
    index += 4
    return value
  }
}
