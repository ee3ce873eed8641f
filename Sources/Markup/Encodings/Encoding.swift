/// A character encoding of the WHATWG Encoding standard.
///
/// The raw value is the standard's name for it.
enum Encoding: String, CaseIterable, Sendable {
  case utf8 = "UTF-8"
  case ibm866 = "IBM866"
  case iso8859x2 = "ISO-8859-2"
  case iso8859x3 = "ISO-8859-3"
  case iso8859x4 = "ISO-8859-4"
  case iso8859x5 = "ISO-8859-5"
  case iso8859x6 = "ISO-8859-6"
  case iso8859x7 = "ISO-8859-7"
  case iso8859x8 = "ISO-8859-8"
  case iso8859x8i = "ISO-8859-8-I"
  case iso8859x10 = "ISO-8859-10"
  case iso8859x13 = "ISO-8859-13"
  case iso8859x14 = "ISO-8859-14"
  case iso8859x15 = "ISO-8859-15"
  case iso8859x16 = "ISO-8859-16"
  case koi8r = "KOI8-R"
  case koi8u = "KOI8-U"
  case macintosh
  case windows874 = "windows-874"
  case windows1250 = "windows-1250"
  case windows1251 = "windows-1251"
  case windows1252 = "windows-1252"
  case windows1253 = "windows-1253"
  case windows1254 = "windows-1254"
  case windows1255 = "windows-1255"
  case windows1256 = "windows-1256"
  case windows1257 = "windows-1257"
  case windows1258 = "windows-1258"
  case macCyrillic = "x-mac-cyrillic"
  case gbk = "GBK"
  case gb18030
  case big5 = "Big5"
  case eucJP = "EUC-JP"
  case iso2022JP = "ISO-2022-JP"
  case shiftJIS = "Shift_JIS"
  case eucKR = "EUC-KR"
  case replacement
  case utf16BE = "UTF-16BE"
  case utf16LE = "UTF-16LE"
  case userDefined = "x-user-defined"

  /// The encoding that a label means, whatever its case and the white space around it.
  init?(label: some Sequence<UInt8>) {
    let text = String(decoding: label.map(\.lowercased), as: UTF8.self)
    let trimmed = text.utf8.drop { $0.isMarkupSpace }.reversed().drop { $0.isMarkupSpace }
    guard let encoding = Self.byLabel[String(decoding: trimmed.reversed(), as: UTF8.self)]
    else { return nil }
    self = encoding
  }

  /// What a declaration inside the text means: it can be read, so it cannot be UTF-16.
  var asDeclaredInside: Encoding {
    switch self {
    case .utf16BE, .utf16LE: .utf8
    case .userDefined: .windows1252
    default: self
    }
  }

  /// The name under which the C library converts it; nil for those decoded here.
  var converterName: String? {
    switch self {
    case .utf8, .utf16BE, .utf16LE, .replacement, .userDefined: nil
    case .ibm866: "CP866"
    case .iso8859x8i: "ISO-8859-8"
    case .koi8u: "KOI8-RU"
    case .macintosh: "MACINTOSH"
    case .windows874: "CP874"
    case .macCyrillic: "MAC-UK"
    case .gbk, .gb18030: "GB18030"
    case .big5: "BIG5-HKSCS"
    case .eucJP: "EUC-JP-MS"
    case .shiftJIS: "CP932"
    case .eucKR: "UHC"
    case .windows1250, .windows1251, .windows1252, .windows1253, .windows1254, .windows1255,
      .windows1256, .windows1257, .windows1258:
      "CP" + rawValue.dropFirst("windows-".count)
    default: rawValue
    }
  }

  /// Whether each byte is one character.
  var isSingleByte: Bool {
    switch self {
    case .utf8, .gbk, .gb18030, .big5, .eucJP, .iso2022JP, .shiftJIS, .eucKR, .replacement,
      .utf16BE, .utf16LE:
      false
    default: true
    }
  }

  private static let byLabel: [String: Encoding] = {
    var table: [String: Encoding] = [:]
    for (encoding, labels) in EncodingLabels.all {
      for label in labels.split(separator: " ") { table[String(label)] = encoding }
    }
    return table
  }()
}
