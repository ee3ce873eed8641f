/// A word, a number in digits, or a sign, with its place in the text.
///
/// Small and flat on purpose: a sentence becomes an array of these, and every later rule looks
/// at keys and traits instead of strings.
public struct Token: Hashable, Sendable {
  /// What a token is.
  public enum Kind: UInt8, Hashable, Sendable {
    /// A run of letters; an acronym with full stops ("U.S.") is one word.
    case word
    /// Digits with their grouping and decimals.
    case number
    /// One scalar that is neither.
    case symbol
  }

  /// What else is known about a token.
  public struct Traits: OptionSet, Hashable, Sendable {
    /// The bits.
    public let rawValue: UInt16
    /// Makes traits from bits.
    @inlinable public init(rawValue: UInt16) { self.rawValue = rawValue }
    /// Space stands before it.
    @inlinable public static var spaced: Traits { Traits(rawValue: 1) }
    /// A line break stands before it.
    @inlinable public static var startsLine: Traits { Traits(rawValue: 2) }
    /// Its first letter is a capital.
    @inlinable public static var capitalised: Traits { Traits(rawValue: 4) }
    /// It has several letters, all of them capitals.
    @inlinable public static var allCapitals: Traits { Traits(rawValue: 8) }
    /// It was written with full stops between its letters, or ends with one as "Jan." does.
    @inlinable public static var dotted: Traits { Traits(rawValue: 16) }
    /// A number with a decimal part.
    @inlinable public static var decimal: Traits { Traits(rawValue: 32) }
    /// A number with separators between its groups.
    @inlinable public static var grouped: Traits { Traits(rawValue: 64) }
    /// A number written with a zero first, as "007".
    @inlinable public static var leadingZero: Traits { Traits(rawValue: 128) }
    /// Raised digits.
    @inlinable public static var superscript: Traits { Traits(rawValue: 256) }
    /// A vulgar fraction sign, alone or after digits.
    @inlinable public static var fraction: Traits { Traits(rawValue: 512) }
    /// A number that no Double can hold.
    @inlinable public static var unrepresentable: Traits { Traits(rawValue: 1024) }
    /// The "'s" of a possessive.
    @inlinable public static var possessive: Traits { Traits(rawValue: 2048) }
    /// Digits with more than one decimal sign, as a version or a date with full stops.
    @inlinable public static var severalPoints: Traits { Traits(rawValue: 4096) }
  }

  /// The first byte.
  public var start: Int
  /// The byte after the last.
  public var end: Int
  /// The key of a word, the bit pattern of a number, the scalar of a symbol.
  public var bits: UInt64
  /// What it is.
  public var kind: Kind
  /// How many digits stand before the decimal sign (255 for more).
  public var digits: UInt8 = 0
  /// What else is known.
  public var traits: Traits = []

  /// The number in digits.
  public var value: Double { Double(bitPattern: bits) }
  /// Whether it is a word.
  public var isWord: Bool { kind == .word }
  /// Whether it is a number in digits, not raised.
  public var isNumber: Bool { kind == .number && !traits.contains(.superscript) }
  /// Whether the token touches the one before it.
  public var isGlued: Bool { !traits.contains(.spaced) }
  /// Whether its first letter is a capital.
  public var isCapitalised: Bool { traits.contains(.capitalised) }

  /// Whether it is this sign.
  public func `is`(_ sign: Unicode.Scalar) -> Bool {
    kind == .symbol && bits == UInt64(sign.value)
  }

  /// Whether it is this word, in any case.
  public func `is`(_ key: WordKey) -> Bool { kind == .word && bits == key.bits }

  /// Whether it is a hyphen, a dash or a minus sign.
  public var isDash: Bool {
    kind == .symbol && (bits == 0x2D || (0x2010...0x2015).contains(bits) || bits == 0x2212)
  }

  /// Whether it closes or opens a quotation, single or double.
  public var isQuotationMark: Bool {
    kind == .symbol && (bits == 0x22 || (0x2018...0x201F).contains(bits) || bits == 0x27)
  }
}
