/// What a scalar beyond ASCII is to the token scanner.
enum ScalarClass {
  case letter
  case space
  case symbol
  /// A decimal digit of any script.
  case digit(Int)
  /// A vulgar fraction such as ½.
  case fraction(Double)
  /// A raised digit.
  case superscript(Int)

  /// Sorts a scalar; the ranges that prose is full of are decided without a property lookup.
  init(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0xA0, 0x1680, 0x2000...0x200D, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000, 0xFEFF, 0xAD:
      self = .space
    case 0xB2, 0xB3: self = .superscript(Int(scalar.value - 0xB0))
    case 0xB9: self = .superscript(1)
    case 0x2070, 0x2074...0x2079: self = .superscript(Int(scalar.value - 0x2070))
    case 0xBC...0xBE, 0x2150...0x215F, 0x2189: self = Self.fraction(of: scalar)
    case 0xAA, 0xB5, 0xBA: self = .letter
    case 0xA1...0xBF, 0xD7, 0xF7, 0x2010...0x205E, 0x207A...0x20CF: self = .symbol
    case 0x2100...0x214F: self = [0x2109, 0x2103].contains(scalar.value) ? .symbol : .letter
    case 0x2190...0x2BFF, 0x3001...0x3020, 0xFF01...0xFF0F, 0xFF1A...0xFF20: self = .symbol
    case ..<0x0660, 0x1E00...0x1FFF, 0x3040...0xA4FF, 0xAC00...0xD7FF: self = .letter
    default:
      if scalar.properties.numericType == .decimal,
        let value = scalar.properties.numericValue, (0...9).contains(value)
      {
        self = .digit(Int(value))
      } else {
        self = .letter
      }
    }
  }

  private static func fraction(of scalar: Unicode.Scalar) -> ScalarClass {
    scalar.properties.numericValue.map { .fraction($0) } ?? .symbol
  }
}
