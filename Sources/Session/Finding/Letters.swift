// Letters with accents, and letters that are looked for by others: those of the European languages
// and of Vietnamese. Written out, as the standard library does not take letters apart.

/// Letters taken apart; made once, when something is first looked for.
enum Letters {
  /// What letters are folded to: up to three scalars of 21 bits each, the first one lowest.
  struct Table: Equatable, Sendable {
    private let low: [UInt64]
    private let additional: [UInt64]

    init(_ folded: (UInt32) -> UInt64) {
      low = (0..<0x590).map(folded)
      additional = (0x1E00..<0x1F00).map(folded)
    }

    subscript(scalar: UInt32) -> UInt64 {
      if scalar < 0x590 { return low[Int(scalar)] }
      let place = scalar &- 0x1E00
      return place < 0x100 ? additional[Int(place)] : UInt64(scalar)
    }
  }

  /// The table for a search: made already, whatever it ignores.
  static func table(ignoringCase: Bool, ignoringAccents: Bool) -> Table {
    tables[(ignoringCase ? 1 : 0) + (ignoringAccents ? 2 : 0)]
  }

  /// Whether a letter is another one without what it bears.
  static func hasAccent(_ scalar: UInt32) -> Bool {
    scalar >= 0x80 && (plain[scalar] != nil || marked[scalar] != nil)
  }

  private static let tables = [(false, false), (true, false), (false, true), (true, true)].map {
    ignoresCase, ignoresAccents in
    Table { scalar in
      let letter = ignoresCase ? lower(scalar) : scalar
      if ignoresAccents, let plain = plain[letter] { return plain }
      guard let whole = marked[letter] else { return UInt64(letter) }
      return ignoresAccents ? whole & 0x1F_FFFF : whole
    }
  }

  /// Letters with accents, of both cases: the bare letter, then what it bears.
  private static let marked: [UInt32: UInt64] = {
    var marked: [UInt32: UInt64] = [:]
    for (accent, letters, bases) in accents {
      for (letter, base) in zip(letters.unicodeScalars, bases.unicodeScalars) {
        for (letter, base) in [(letter.value, base.value), (upper(letter), upper(base))] {
          let inner = marked[base] ?? UInt64(base)
          marked[letter] = inner | UInt64(accent) << (inner >> 21 == 0 ? 21 : 42)
        }
      }
    }
    return marked
  }()

  /// Letters that a keyboard without them writes with one or two others.
  private static let plain: [UInt32: UInt64] = {
    var plain: [UInt32: UInt64] = [0xDF: 0x73 | 0x73 << 21]
    for (letter, first, second) in substitutes {
      plain[letter.value] = UInt64(first.value) | UInt64(second?.value ?? 0) << 21
      plain[upper(letter)] = UInt64(upper(first)) | UInt64(second.map(upper) ?? 0) << 21
    }
    plain[0x49] = nil
    return plain
  }()

  private static func lower(_ value: UInt32) -> UInt32 {
    // The sigma that ends a word is a sigma.
    if value == 0x3C2 { return 0x3C3 }
    guard let scalar = Unicode.Scalar(value) else { return value }
    return scalar.properties.lowercaseMapping.unicodeScalars.first?.value ?? value
  }

  private static func upper(_ scalar: Unicode.Scalar) -> UInt32 {
    let upper = scalar.properties.uppercaseMapping.unicodeScalars
    return upper.count == 1 ? upper.first?.value ?? scalar.value : scalar.value
  }

  private static let substitutes: [(Unicode.Scalar, Unicode.Scalar, Unicode.Scalar?)] = [
    ("ø", "o", nil), ("đ", "d", nil), ("ł", "l", nil), ("ħ", "h", nil), ("ı", "i", nil),
    ("æ", "a", "e"), ("œ", "o", "e"),
  ]

  /// Accents, the letters that bear them, and these without: those with two accents come later.
  static let accents: [(accent: UInt32, letters: String, bases: String)] = [
    (0x300, "àèìòùǹẁỳ", "aeiounwy"), (0x301, "áéíóúýćĺńŕśźǵḱẃ", "aeiouyclnrszgkw"),
    (0x302, "âêîôûĉĝĥĵŝŵŷẑ", "aeioucghjswyz"), (0x303, "ãẽĩñõũỹ", "aeinouy"),
    (0x304, "āēīōūȳ", "aeiouy"), (0x306, "ăĕğĭŏŭ", "aegiou"),
    (0x307, "ċėġżȧẏḋḟṁṗṡṫ", "cegzaydfmpst"), (0x308, "äëïöüÿẅẍ", "aeiouywx"),
    (0x309, "ảẻỉỏủỷ", "aeiouy"), (0x30A, "åů", "au"), (0x30B, "őű", "ou"),
    (0x30C, "čďěľňřšťžǎǐǒǔǧǩ", "cdelnrstzaiougk"), (0x31B, "ơư", "ou"),
    (0x323, "ạẹịọụỵḍḥḳḷṃṇṛṣṭẓ", "aeiouydhklmnrstz"), (0x326, "șț", "st"),
    (0x327, "çşţģķļņŗ", "cstgklnr"), (0x328, "ąęįųǫ", "aeiuo"),
    // Greek and Cyrillic; й and its like are letters of their own.
    (0x301, "άέήίόύώ", "αεηιουω"), (0x308, "ϊϋё", "ιυе"), (0x301, "ΐΰ", "ϊϋ"),
    // Two on one letter.
    (0x300, "ầềồằờừǜ", "âêôăơưü"), (0x301, "ấếốắớứǘ", "âêôăơưü"), (0x303, "ẫễỗẵỡữ", "âêôăơư"),
    (0x309, "ẩểổẳởử", "âêôăơư"), (0x323, "ợự", "ơư"), (0x302, "ậệộ", "ạẹọ"), (0x306, "ặ", "ạ"),
  ]
}
