/// A colour as a terminal can be told of it.
public enum Color: Hashable, Sendable {
  /// The terminal's own.
  case terminalDefault
  /// An entry of the terminal's palette.
  case indexed(UInt8)
  /// A 24-bit colour.
  case rgb(red: UInt8, green: UInt8, blue: UInt8)
}

/// How many colours a terminal has.
public enum ColorDepth: Int, Hashable, Sendable, CaseIterable, Comparable {
  /// None: bold, underline and reverse only.
  case none = 0
  /// Eight.
  case eight = 8
  /// Sixteen.
  case sixteen = 16
  /// The 256 of xterm.
  case indexed = 256
  /// 24 bits.
  case full = 16_777_216

  /// Orders by number of colours.
  public static func < (left: ColorDepth, right: ColorDepth) -> Bool {
    left.rawValue < right.rawValue
  }
}

/// Attributes that need no colour.
public struct TextAttributes: OptionSet, Hashable, Sendable {
  /// The bits.
  public let rawValue: UInt8

  /// Makes a set from its bits.
  public init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  /// Bold.
  public static let bold = TextAttributes(rawValue: 1)
  /// Faint.
  public static let dim = TextAttributes(rawValue: 2)
  /// Italic.
  public static let italic = TextAttributes(rawValue: 4)
  /// Underlined.
  public static let underline = TextAttributes(rawValue: 8)
  /// Foreground and background exchanged.
  public static let reverse = TextAttributes(rawValue: 16)

  /// Every attribute with its name in theme files.
  public static let named: [(name: String, attribute: TextAttributes)] = [
    ("bold", .bold), ("dim", .dim), ("italic", .italic), ("underline", .underline),
    ("reverse", .reverse),
  ]
}

/// How an ink looks.
public struct Style: Hashable, Sendable {
  /// The colour of the glyph.
  public var foreground: Color
  /// The colour behind it.
  public var background: Color
  /// Bold, underline and so on.
  public var attributes: TextAttributes

  /// Makes a style.
  public init(
    foreground: Color = .terminalDefault, background: Color = .terminalDefault,
    attributes: TextAttributes = []
  ) {
    self.foreground = foreground
    self.background = background
    self.attributes = attributes
  }
}

/// The style of every ink, for one theme at one colour depth.
public struct Palette: Hashable, Sendable {
  private let styles: [Style]

  /// Makes a palette by asking for each ink's style once.
  public init(_ style: (Ink) -> Style) {
    styles = Role.allCases.flatMap { role in
      (0..<16).map { style(Ink(role, Marks(rawValue: $0))) }
    }
  }

  /// The style of an ink.
  public subscript(ink: Ink) -> Style { styles[ink.index] }
}
