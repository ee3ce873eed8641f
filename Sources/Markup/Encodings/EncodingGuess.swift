// Guesses the encoding of text that says nothing about it. Each candidate is tried on a sample:
// what comes out must be text, and its letters those that its language uses most. Cheap beside
// reading a page, and only done for bytes that are not UTF-8.

/// Tells encodings by what they make of some bytes.
enum EncodingGuess {
  /// How many bytes are tried.
  private static let sampleBytes = 6000

  /// The likeliest encoding of bytes that are not UTF-8; windows-1252 where nothing speaks for
  /// another.
  static func encoding(of bytes: ArraySlice<UInt8>) -> Encoding {
    let sample = sample(of: bytes)
    if isISO2022JP(bytes.prefix(4096)) { return .iso2022JP }
    var best = (encoding: Encoding.windows1252, score: score(sample, .windows1252, western))
    for (encoding, letters) in candidates {
      let score = score(sample, encoding, letters)
      if score > best.score { best = (encoding, score) }
    }
    return best.encoding
  }

  /// The words with bytes beyond ASCII, each with the bytes beside it.
  private static func sample(of bytes: ArraySlice<UInt8>) -> [UInt8] {
    var found: [UInt8] = []
    var index = bytes.startIndex
    while index < bytes.endIndex, found.count < sampleBytes {
      guard let next = bytes[index...].firstIndex(where: { $0 >= 0x80 }) else { break }
      var start = next
      while start > index, isWord(bytes[start - 1]) { start -= 1 }
      var end = next
      while end < bytes.endIndex, isWord(bytes[end]), end - start < 400 { end += 1 }
      found += bytes[start..<end]
      found.append(0x20)
      index = max(end, next + 1)
    }
    return found
  }

  /// Trail bytes of two-byte encodings may be letters and some marks.
  private static func isWord(_ byte: UInt8) -> Bool { byte >= 0x40 && byte != 0x7F }

  /// An escape that switches to Japanese characters.
  private static func isISO2022JP(_ bytes: ArraySlice<UInt8>) -> Bool {
    var index = bytes.startIndex
    while index + 2 < bytes.endIndex {
      if bytes[index] == 0x1B, bytes[index + 1] == 0x24,
        bytes[index + 2] == 0x42 || bytes[index + 2] == 0x40
      {
        return true
      }
      index += 1
    }
    return false
  }

  /// Points for each source byte beyond ASCII: letters that are frequent in the language are good,
  /// marks inside words and capitals after small letters bad, broken bytes worst.
  private static func score(
    _ sample: [UInt8], _ encoding: Encoding, _ frequent: Set<Unicode.Scalar>
  ) -> Double {
    let decoded = Decoder.decode(sample[...], as: encoding)
    guard !decoded.isUnreadable else { return -.infinity }
    var points = 0.0
    var before: Unicode.Scalar = " "
    for scalar in String(decoding: decoded.utf8, as: UTF8.self).unicodeScalars {
      defer { before = scalar }
      if isMixed(before, scalar) { points -= 2 }
      guard scalar.value >= 0x80 else { continue }
      // Two bytes made one of these.
      let width = encoding.isSingleByte || (0xFF61...0xFF9F).contains(scalar.value) ? 1.0 : 2.0
      points += width * worth(of: scalar, after: before, frequent)
    }
    return points
  }

  private static func worth(
    of scalar: Unicode.Scalar, after before: Unicode.Scalar, _ frequent: Set<Unicode.Scalar>
  ) -> Double {
    if frequent.contains(scalar) { return isLetter(before) || before == " " ? 1 : 0.6 }
    switch scalar.value {
    case 0xFFFD: return -8
    case 0x80...0x9F, 0xE000...0xF8FF: return -4
    // Half-width kana are what other encodings become when they are taken for Shift_JIS.
    case 0xFF61...0xFF9F: return -0.5
    case 0x3041...0x30FF: return 0.9
    case 0x3000...0x3020, 0xFF01...0xFF5E: return 0.7
    case 0x4E00...0x9FFF: return 0.15
    case 0xAC00...0xD7A3: return 0.3
    case 0x2010...0x2026, 0xA0, 0xAB, 0xBB: return 0.3
    default: break
    }
    guard isLetter(scalar) else { return isLetter(before) ? -1.5 : -0.6 }
    let isCapital = scalar.properties.isUppercase
    if isCapital, before.properties.isLowercase { return -1.5 }
    return isCapital ? 0.1 : 0.3
  }

  /// Whether a Latin letter and one of another alphabet stand side by side in a word.
  private static func isMixed(_ one: Unicode.Scalar, _ other: Unicode.Scalar) -> Bool {
    isLatin(one) && isAlphabet(other) || isAlphabet(one) && isLatin(other)
  }

  private static func isLatin(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x250 && isLetter(scalar)
  }

  private static func isAlphabet(_ scalar: Unicode.Scalar) -> Bool {
    (0x370..<0x1000).contains(scalar.value)
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isAlphabetic }

  private static let western = letters("éèàüöäßñçãõáíóúêâîôûëïåøæ’“”–—„")
  private static let japanese = letters("のにはをたがでてとしれさいるかなもすらりこま、。ー")
  private static let korean = letters("이다는의에을가고하지한로은기사서를도자어인시")
  private static let simplified = letters("的一是在不了有和人这中大为上个国我以要他时来用们生到说会出发对成")
  private static let traditional = letters("的一是在不了有和人這中大為上個國我以要他時來用們生到說會出發對成")
  private static let russian = letters("оеаинтсрвлкмдпуяыьгзбчйхжю")
  private static let ukrainian = letters("оаинвіертслкдумпязьгбйчхцїєюж")

  /// In the order in which equals win.
  private static let candidates: [(Encoding, Set<Unicode.Scalar>)] = [
    (.shiftJIS, japanese), (.eucJP, japanese), (.eucKR, korean), (.gb18030, simplified),
    (.big5, traditional), (.windows1251, russian.union(ukrainian)), (.koi8r, russian),
    (.koi8u, ukrainian), (.iso8859x5, russian), (.ibm866, russian),
    (.windows1253, letters("αοιετσνηυρπκμλςάίόέύήώ")),
    (.windows1255, letters("יוהלאתרבשמנדםחקעצכפגטזס")),
    (.windows1256, letters("اليمنترووبهدعسفقكةحجأشصىخ")),
    (.windows1250, letters("áéíýčěřšžůúąęłńśźżćóőűäöüßđșț")),
    (.iso8859x2, letters("áéíýčěřšžůúąęłńśźżćóőű")),
    (.windows1254, letters("ığşçöüİâ")), (.windows1257, letters("āēīūčšžņļģķąėįųõäöü")),
    (.windows874, letters("านรอกเงมยลวดสตทปคหะัี่้็ิืุู์")),
  ]

  private static func letters(_ text: String) -> Set<Unicode.Scalar> { Set(text.unicodeScalars) }
}

/// Text without markup in any encoding of the web, as sound UTF-8.
///
/// - Parameters:
///   - bytes: the text, without byte order mark.
///   - label: the encoding it is said to be in; nil, or a label without meaning, asks for a guess.
/// - Returns: the text, and the standard's name of the encoding that was taken.
public func decodedText(_ bytes: [UInt8], label: String? = nil) -> (utf8: [UInt8], encoding: String)
{
  let encoding =
    label.flatMap { Encoding(label: $0.utf8) } ?? EncodingGuess.encoding(of: bytes[...])
  var utf8 = Decoder.decode(bytes[...], as: encoding).utf8
  // Behind what a parser reads stands a zero byte.
  if utf8.last == 0 { utf8.removeLast() }
  return (utf8, encoding.rawValue)
}
