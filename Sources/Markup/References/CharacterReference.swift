/// One character reference as it stands in the source: how long it is and what it means.
struct CharacterReference {
  /// How many bytes it takes, with the "&".
  var length: Int
  /// One or two scalars; the second is 0 where there is only one.
  var scalars: (UInt32, UInt32)

  /// Reads the reference at `offset`, where an "&" stands; nil where that is just an ampersand.
  ///
  /// In an attribute a name without its semicolon does not count before "=", a letter or a digit,
  /// so that addresses with queries survive.
  init?(in source: [UInt8], at offset: Int, isInAttribute: Bool) {
    let next = offset + 1
    guard next < source.count else { return nil }
    if source[next] == .hash {
      self.init(numberIn: source, at: offset)
      return
    }
    self.init(nameIn: source, at: offset, isInAttribute: isInAttribute)
  }

  /// Reads a reference in XML, where a name needs its semicolon.
  init?(inXML source: [UInt8], at offset: Int) {
    self.init(in: source, at: offset, isInAttribute: false)
    if source[offset + 1] != .hash, source[offset + length - 1] != .semicolon { return nil }
  }

  private init?(nameIn source: [UInt8], at offset: Int, isInAttribute: Bool) {
    let next = offset + 1
    guard source[next].isLetter, let match = NamedReferences.html.match(in: source, at: next)
    else { return nil }
    let end = next + match.length
    if isInAttribute, !match.hasSemicolon, end < source.count,
      source[end] == .equals || source[end].isLetter || source[end].isDigit
    {
      return nil
    }
    length = match.length + 1
    scalars = match.scalars
  }

  private init?(numberIn source: [UInt8], at offset: Int) {
    var index = offset + 2
    let isHexadecimal = index < source.count && source[index] | 0x20 == 0x78
    if isHexadecimal { index += 1 }
    let start = index
    var value: UInt32 = 0
    while index < source.count, let digit = source[index].hexadecimalValue,
      isHexadecimal || digit < 10
    {
      value = min(value &* (isHexadecimal ? 16 : 10) &+ digit, 0x110000)
      index += 1
    }
    guard index > start else { return nil }
    if index < source.count, source[index] == .semicolon { index += 1 }
    length = index - offset
    scalars = (Self.scalar(numbered: value), 0)
  }

  /// The scalar meant by a number: pages that count in windows-1252 are understood, what is no
  /// scalar becomes U+FFFD.
  private static func scalar(numbered value: UInt32) -> UInt32 {
    switch value {
    case 0, 0xD800...0xDFFF, 0x110000...: 0xFFFD
    case 0x80...0x9F: windows1252[Int(value - 0x80)]
    default: value
    }
  }

  /// The scalars of windows-1252 from 0x80 to 0x9F.
  static let windows1252: [UInt32] = [
    0x20AC, 0x81, 0x201A, 0x192, 0x201E, 0x2026, 0x2020, 0x2021,
    0x2C6, 0x2030, 0x160, 0x2039, 0x152, 0x8D, 0x17D, 0x8F,
    0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x2DC, 0x2122, 0x161, 0x203A, 0x153, 0x9D, 0x17E, 0x178,
  ]
}
