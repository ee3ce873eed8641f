/// Reads one number in digits from bytes: Western, European and Indian grouping, decimals,
/// exponents ("2.5e-3"), vulgar fractions and the digits of every script.
///
/// What it takes for one number ends where the grouping stops making sense, so that "1, 2" and
/// "1,2,3" stay lists. Looks at most eight groups ahead, hence linear.
struct DigitScanner {
  let bytes: [UInt8]
  var position: Int

  private var mantissa = 0.0
  private var decimals = 0
  private var traits: Token.Traits = []
  private var wholeDigits = 0
  private let start: Int

  init(bytes: [UInt8], position: Int) {
    self.bytes = bytes
    self.position = position
    start = position
  }

  /// Reads the number at `position`; the caller has seen that a digit or ".5" stands there.
  mutating func scan() -> Token {
    if byte(position) != UInt8(ascii: ".") { scanWhole() }
    scanDecimals()
    scanFractionSign()
    scanExponent()
    var value = mantissa / powerOfTen(decimals)
    if !value.isFinite {
      traits.insert(.unrepresentable)
      value = 0
    }
    return Token(
      start: start, end: position, bits: value.bitPattern, kind: .number,
      digits: UInt8(min(255, wholeDigits)), traits: traits)
  }

  private func byte(_ index: Int) -> UInt8 { bytes.indices.contains(index) ? bytes[index] : 0 }

  /// The digit at an offset and its length in bytes.
  func digit(at index: Int) -> (value: Int, length: Int)? {
    let first = byte(index)
    if ByteClass.isDigit(first) { return (Int(first) - 0x30, 1) }
    guard first >= 0xC0, let scalar = bytes.scalar(at: index),
      case .digit(let value) = ScalarClass(scalar.value)
    else { return nil }
    return (value, scalar.length)
  }

  /// The number of digits from an offset, counted no further than four.
  private func run(at index: Int) -> Int {
    var index = index
    var count = 0
    while count < 4, let digit = digit(at: index) {
      index += digit.length
      count += 1
    }
    return count
  }

  private mutating func takeDigits(_ limit: Int = .max) -> Int {
    var count = 0
    while count < limit, let digit = digit(at: position) {
      mantissa = mantissa * 10 + Double(digit.value)
      position += digit.length
      count += 1
    }
    return count
  }

  private mutating func scanWhole() {
    if byte(position) == 0x30, digit(at: position + 1) != nil { traits.insert(.leadingZero) }
    wholeDigits = takeDigits()
    guard wholeDigits <= 3, !traits.contains(.leadingZero) else { return }
    for separator in GroupSeparator.allCases {
      let groups = groupCount(separator)
      guard groups > 0 else { continue }
      for _ in 0..<groups {
        position += separator.length(in: bytes, at: position) ?? 0
        wholeDigits += takeDigits(3)
      }
      traits.insert(.grouped)
      if separator == .point { takeDecimals(after: UInt8(ascii: ",")) }
      return
    }
  }

  /// How many groups follow that this separator parts, 0 where it does not group.
  private func groupCount(_ separator: GroupSeparator) -> Int {
    var index = position
    var lengths: [Int] = []
    while lengths.count < 8, let width = separator.length(in: bytes, at: index) {
      let length = run(at: index + width)
      guard length == 3 || (length == 2 && separator == .comma) else { break }
      lengths.append(length)
      index += width
      for _ in 0..<length { index += digit(at: index)?.length ?? 1 }
    }
    if let last = lengths.last, last == 3, lengths.dropLast().allSatisfy({ $0 == 2 }) {
      return separator.accepts(lengths.count, followedBy: byte(index), byte(index + 1))
        ? lengths.count : 0
    }
    let threes = lengths.prefix { $0 == 3 }.count
    return separator.accepts(threes, followedBy: byte(index), byte(index + 1)) ? threes : 0
  }

  private mutating func scanDecimals() {
    guard decimals == 0, !traits.contains(.decimal) else { return }
    takeDecimals(after: UInt8(ascii: "."))
    let comma = run(at: position + 1)
    if !traits.contains(.decimal), !traits.contains(.grouped), byte(position) == 0x2C,
      byte(start - 1) != 0x2C, (1...2).contains(comma), byte(position + 1 + comma) != 0x2C
    {
      takeDecimals(after: UInt8(ascii: ","))
    }
    while traits.contains(.decimal), byte(position) == 0x2E, digit(at: position + 1) != nil {
      traits.insert(.severalPoints)
      takeDecimals(after: UInt8(ascii: "."))
    }
  }

  private mutating func takeDecimals(after sign: UInt8) {
    guard byte(position) == sign, digit(at: position + 1) != nil else { return }
    position += 1
    // Beyond seventeen decimals a Double holds no more; they are passed over.
    decimals += takeDigits(17)
    while let digit = digit(at: position) { position += digit.length }
    traits.insert(.decimal)
  }

  private mutating func scanFractionSign() {
    guard let scalar = bytes.scalar(at: position),
      case .fraction(let part) = ScalarClass(scalar.value), decimals == 0
    else { return }
    mantissa += part
    position += scalar.length
    traits.formUnion([.decimal, .fraction])
  }

  /// "e" and digits, where no letter follows: "1e5", not "1east".
  private mutating func scanExponent() {
    guard byte(position) | 0x20 == UInt8(ascii: "e") else { return }
    var index = position + 1
    let isNegative = byte(index) == UInt8(ascii: "-")
    if isNegative || byte(index) == UInt8(ascii: "+") { index += 1 }
    guard ByteClass.isDigit(byte(index)) else { return }
    var exponent = 0
    while ByteClass.isDigit(byte(index)) {
      exponent = min(9999, exponent * 10 + Int(byte(index)) - 0x30)
      index += 1
    }
    guard !ByteClass.isWordPart(byte(index)) else { return }
    position = index
    mantissa = scaled(mantissa, byTenTo: isNegative ? -exponent : exponent)
  }
}

/// What may stand between the groups of a long number.
private enum GroupSeparator: CaseIterable {
  case comma, point, apostrophe, narrowSpace, space

  /// The separator's bytes at an offset, nil where something else stands.
  func length(in bytes: [UInt8], at index: Int) -> Int? {
    guard index < bytes.count else { return nil }
    let byte = bytes[index]
    switch self {
    case .comma: return byte == 0x2C ? 1 : nil
    case .point: return byte == 0x2E ? 1 : nil
    case .space: return byte == 0x20 ? 1 : nil
    case .apostrophe: return byte == 0x27 ? 1 : nil
    case .narrowSpace:
      guard byte >= 0xC2, let scalar = bytes.scalar(at: index) else { return nil }
      return [0xA0, 0x202F, 0x2009].contains(scalar.value.value) ? scalar.length : nil
    }
  }

  /// Whether so many groups of three make a number: one point is a decimal sign unless a decimal
  /// comma follows.
  func accepts(_ groups: Int, followedBy next: UInt8, _ afterNext: UInt8) -> Bool {
    switch self {
    case .comma, .narrowSpace, .space: groups > 0
    case .apostrophe: groups > 0
    case .point: groups > 1 || (groups == 1 && next == 0x2C && ByteClass.isDigit(afterNext))
    }
  }
}

extension [UInt8] {
  /// The scalar that starts at an offset and its length in bytes; nil for what is not UTF-8.
  func scalar(at index: Int) -> (value: Unicode.Scalar, length: Int)? {
    guard index < count else { return nil }
    let first = self[index]
    if first < 0x80 { return (Unicode.Scalar(first), 1) }
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard first >= 0xC2, index + length <= count else { return nil }
    var value = UInt32(first) & (0xFF >> UInt32(length + 1))
    for offset in 1..<length { value = value << 6 | UInt32(self[index + offset] & 0x3F) }
    return Unicode.Scalar(value).map { ($0, length) }
  }
}

/// Ten to the power of a small number.
func powerOfTen(_ exponent: Int) -> Double { scaled(1, byTenTo: exponent) }

/// A number times a power of ten, infinite or zero where that cannot be held.
func scaled(_ number: Double, byTenTo exponent: Int) -> Double {
  var left = min(abs(exponent), 700)
  var factor = 10.0
  var power = 1.0
  var result = number
  while left > 0 {
    if left & 1 == 1 { power *= factor }
    factor *= factor
    left >>= 1
    if !power.isFinite || power > 1e300 {
      result = exponent < 0 ? result / power : result * power
      power = 1
    }
  }
  result = exponent < 0 ? result / power : result * power
  return result
}
