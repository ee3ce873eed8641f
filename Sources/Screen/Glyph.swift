/// What one cell shows: a spacing character with at most four combining marks, and its width.
///
/// ncurses holds no more than that per cell, and terminals disagree on emoji sequences. So text
/// becomes glyphs here and nowhere else, and here it is made harmless: control characters, C1
/// and bidi controls never pass, joined emoji are reduced to their first, skin tones and
/// variation selectors are dropped, and what the C library cannot measure becomes U+FFFD.
public struct Glyph: Hashable, Sendable {
  /// The character with its marks.
  public let text: String
  /// The columns it takes: 1 or 2.
  public let width: Int

  /// An empty cell.
  public static let blank = Glyph(text: " ", width: 1)
  /// What stands for a character that cannot be shown.
  public static let replacement = Glyph(text: "\u{FFFD}", width: 1)
  /// How many combining marks a cell can hold.
  static let maximumMarks = 4

  init(text: String, width: Int) {
    self.text = text
    self.width = width
  }

  /// The glyph for a character; nil for one that takes no room and shows nothing.
  ///
  /// White space of any kind is a blank. Control characters become visible: C0 as their Unicode
  /// control pictures, DEL as ␡, C1 and bidi controls as U+FFFD.
  public init?(_ character: Character) {
    if let ascii = character.asciiValue, ascii >= 0x20, ascii < 0x7F {
      self = Glyph.ascii[Int(ascii) - 0x20]
      return
    }
    guard let glyph = Glyph.reduced(character) else { return nil }
    self = glyph
  }

  private static let ascii: [Glyph] = (0x20..<0x7F).map {
    Glyph(text: String(UnicodeScalar(UInt8($0))), width: 1)
  }

  private static func reduced(_ character: Character) -> Glyph? {
    var text = String.UnicodeScalarView()
    var width = 0
    var marks = 0
    for scalar in character.unicodeScalars where !isDropped(scalar) {
      if scalar == "\u{200D}" { break }
      let scalarWidth = Glyph.width(of: scalar)
      if text.isEmpty {
        let base = visibleBase(scalar, width: scalarWidth)
        text.append(contentsOf: base.unicodeScalars)
        width = scalarWidth == 2 && base.unicodeScalars.first == scalar ? 2 : 1
        if scalarWidth == 0, isCombining(scalar) { marks = 1 }
      } else if scalarWidth == 0, isCombining(scalar), marks < maximumMarks {
        text.append(scalar)
        marks += 1
      }
    }
    return text.isEmpty ? nil : Glyph(text: String(text), width: width)
  }

  /// The text that stands for the first scalar of a cluster.
  private static func visibleBase(_ scalar: UnicodeScalar, width: Int?) -> String {
    let value = scalar.value
    if scalar.properties.isWhitespace { return " " }
    if value < 0x20 { return UnicodeScalar(0x2400 + value).map(String.init) ?? "\u{FFFD}" }
    if value == 0x7F { return "\u{2421}" }
    guard let width, !isBidiControl(scalar) else { return "\u{FFFD}" }
    if width == 0 { return isCombining(scalar) ? " " + String(scalar) : "\u{FFFD}" }
    return String(scalar)
  }

  /// The columns a scalar takes: 0, 1 or 2; nil for one that cannot be printed.
  public static func width(of scalar: UnicodeScalar) -> Int? {
    let value = scalar.value
    if value < 0x300 {
      return value < 0x20 || (0x7F..<0xA0).contains(value) ? nil : value == 0xAD ? 0 : 1
    }
    var low = 0
    var high = widthBoundaries.count
    while low < high {
      let middle = (low + high) / 2
      if widthBoundaries[middle] >> 2 <= value { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return 1 }
    let kind = widthBoundaries[low - 1] & 3
    return kind == 3 ? nil : Int(kind)
  }

  /// Scalars that only ask for another look of their neighbour, or mark an invisible place.
  private static func isDropped(_ scalar: UnicodeScalar) -> Bool {
    switch scalar.value {
    case 0xAD, 0x200B, 0x200C, 0x2060, 0xFEFF, 0x034F, 0x180B...0x180F: true
    case 0xFE00...0xFE0F, 0x1F3FB...0x1F3FF, 0xE0000...0xE0FFF: true
    default: false
    }
  }

  /// Marks that would reorder what follows: never sent.
  private static func isBidiControl(_ scalar: UnicodeScalar) -> Bool {
    switch scalar.value {
    case 0x202A...0x202E, 0x2066...0x2069, 0x200E, 0x200F, 0x061C: true
    default: false
    }
  }

  private static func isCombining(_ scalar: UnicodeScalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .spacingMark: true
    default: (0x1160...0x11FF).contains(scalar.value)
    }
  }
}

extension StringProtocol {
  /// The columns that the text takes on a screen.
  public var columns: Int {
    reduce(0) { $0 + (Glyph($1)?.width ?? 0) }
  }

  /// The longest start of the text that fits into `columns`, with "…" where something was cut.
  public func fitted(to columns: Int) -> String {
    guard self.columns > columns else { return String(self) }
    guard columns > 0 else { return "" }
    var used = 0
    var kept = ""
    for character in self {
      let width = Glyph(character)?.width ?? 0
      if used + width > columns - 1 { break }
      used += width
      kept.append(character)
    }
    return kept + "…"
  }

  /// The text with everything that a terminal might take for a command made harmless; line
  /// breaks and tabs stay. For output that goes to a terminal without a screen.
  public var harmless: String {
    var result = ""
    for character in self {
      if character == "\n" || character == "\t" || character == "\r\n" {
        result.append(character == "\r\n" ? "\n" : character)
      } else if let glyph = Glyph(character) {
        result += glyph.text
      }
    }
    return result
  }
}
