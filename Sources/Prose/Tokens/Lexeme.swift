/// One word, number or sign of running text. Holds no string: bytes are referred to by offset and
/// words are known by the hash of their lower-case form.
@frozen public struct Lexeme: Hashable, Sendable {
  /// What a token is made of.
  @frozen public enum Kind: UInt8, Sendable {
    /// Letters, with inner hyphens, apostrophes and the points of abbreviations.
    case word
    /// Digits, with inner points and commas.
    case number
    /// The genitive ending: an apostrophe, with or without an s.
    case genitive
    /// A quotation mark, or an apostrophe that belongs to no word.
    case mark
    /// A full stop, question mark, exclamation mark or ellipsis.
    case stop
    /// A comma.
    case comma
    /// A colon.
    case colon
    /// A semicolon.
    case semicolon
    /// A dash between words.
    case dash
    /// An opening bracket.
    case opening
    /// A closing bracket.
    case closing
    /// Any other sign.
    case sign
  }

  /// How a word is written.
  @frozen public enum Shape: UInt8, Sendable {
    /// No capital at the start.
    case lower
    /// A capital at the start, and lower case after it.
    case capital
    /// Nothing but capitals, two or more.
    case upper
    /// Not a word.
    case none
  }

  /// The last letters of a word, as far as they say what it is.
  @frozen public enum Ending: UInt8, Sendable {
    /// "-ed".
    case past
    /// "-ing".
    case progressive
    /// "-ly".
    case adverbial
    /// "-s", but not "-ss".
    case plural
    /// Any other.
    case plain
  }

  /// The offset of the first byte in the bytes that were split.
  public var start: Int
  /// The offset after the last byte.
  public var end: Int
  /// The hash of the lower-case form.
  public var hash: UInt32
  /// The number of the sentence, counted over the whole text.
  public var sentence: Int32
  /// What the word can be in a sentence.
  public var classes: WordClasses
  /// What the token is made of.
  public var kind: Kind
  /// How a word is written.
  public var shape: Shape
  /// How a word ends.
  public var ending: Ending
  /// Whether the token opens a sentence, marks and brackets before it left aside.
  public var opensSentence: Bool

  /// Whether the token is a word that starts with a capital.
  @inlinable public var isCapitalised: Bool { shape == .capital || shape == .upper }
}

/// The hash that words are known by: 32-bit FNV-1a over the lower-case bytes.
public enum WordHash {
  /// The hash of no bytes, where `adding` starts.
  public static let seed: UInt32 = 0x811C_9DC5

  /// The hash with one more byte.
  @inlinable public static func adding(_ byte: UInt8, to hash: UInt32) -> UInt32 {
    (hash ^ UInt32(byte)) &* 0x0100_0193
  }

  /// The hash of a word that is already in lower case.
  public static func of(_ word: some StringProtocol) -> UInt32 {
    word.utf8.reduce(seed) { adding($1, to: $0) }
  }
}
