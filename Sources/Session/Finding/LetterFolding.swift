// What is left of a letter once its case, its accents and its shape do not count. Each of the three
// counts as soon as the words looked for hold it: an upper-case letter, a letter with an accent, a
// curly quote, a dash. Blanks, line breaks between words and what nobody sees never count; the end
// of a paragraph always does.

/// Folds one scalar after the other.
struct LetterFolding: Equatable, Sendable {
  let ignoresCase: Bool
  let ignoresAccents: Bool
  private let ignoresShapes: Bool
  private let letters: Letters.Table
  /// Line breaks in the blanks that came last; nil after anything else.
  private var breaks: Int?

  /// Ignores what the words do not tell apart themselves.
  init(for query: String) {
    let scalars = query.unicodeScalars
    ignoresCase = !query.contains(where: \.isUppercase)
    ignoresAccents = !scalars.contains {
      Self.isAccent($0.value) || Letters.hasAccent($0.value)
    }
    letters = Letters.table(ignoringCase: ignoresCase, ignoringAccents: ignoresAccents)
    ignoresShapes = !scalars.contains { Self.plainShape(of: $0.value) != nil }
  }

  /// Up to three scalars of 21 bits each, the first one lowest; 0 for what is left out.
  mutating func fold(_ scalar: UInt32) -> UInt64 {
    if Self.isBlank(scalar) { return blank(isBreak: Self.isBreak(scalar)) }
    if scalar < 0x80 {
      breaks = nil
      return UInt64(ignoresCase && scalar &- 0x41 < 26 ? scalar | 0x20 : scalar)
    }
    if Self.isUnseen(scalar) || (ignoresAccents && Self.isAccent(scalar)) { return 0 }
    breaks = nil
    if ignoresShapes, let plain = Self.plainShape(of: scalar) { return plain }
    return letters[scalar]
  }

  /// Takes a letter of ASCII whose folded form is not wanted.
  mutating func passLetter() { breaks = nil }

  /// One blank for many, and a line feed where they part two paragraphs.
  private mutating func blank(isBreak: Bool) -> UInt64 {
    let before = breaks
    breaks = (before ?? 0) + (isBreak ? 1 : 0)
    if before == nil { return 0x20 }
    return isBreak && before == 1 ? 0x0A : 0
  }
}

extension LetterFolding {
  /// Whether a scalar stands on the letter before it.
  static func isAccent(_ scalar: UInt32) -> Bool { scalar &- 0x300 < 0x70 }

  private static func isBlank(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F,
      0x3000:
      true
    default: false
    }
  }

  private static func isBreak(_ scalar: UInt32) -> Bool {
    scalar == 0x0A || scalar == 0x2028 || scalar == 0x2029
  }

  /// Soft hyphens, joiners and controls of direction.
  private static func isUnseen(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFEFF: true
    default: false
    }
  }

  /// What a keyboard has for a quote, a dash or an ellipsis; nil for anything else.
  private static func plainShape(of scalar: UInt32) -> UInt64? {
    switch scalar {
    case 0x2BC, 0x2018...0x201B, 0x2032, 0x2039, 0x203A: 0x27
    case 0xAB, 0xBB, 0x201C...0x201F, 0x2033: 0x22
    case 0x2010...0x2015, 0x2212: 0x2D
    case 0x2026: 0x2E | 0x2E << 21 | 0x2E << 42
    default: nil
    }
  }
}
