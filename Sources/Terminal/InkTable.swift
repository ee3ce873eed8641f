// From inks to what ncurses calls attributes and colour pairs.
//
// Pairs are numbered as they are met and kept from palette to palette, because changing one makes
// ncurses look through the whole screen for it. Where they run out (a terminal with eight colours
// has 64), a colour on the terminal's own background does, and then no colour at all.

internal import CNcurses
import Screen

/// How an ink is told to ncurses.
struct InkAttributes: Equatable {
  /// The attribute bits.
  var attributes: attr_t
  /// The colour pair; 0 is the terminal's own.
  var pair: Int32
}

/// The attributes of every ink in one palette.
struct InkTable {
  private struct ColorPair: Hashable {
    var foreground: Int32
    var background: Int32
  }

  private let depth: ColorDepth
  private let hasItalics: Bool
  private let ownForeground: Int32
  private let ownBackground: Int32
  private var pairs: [ColorPair: Int32] = [:]
  private var entries: [InkAttributes]
  /// Whether some ink has the terminal's own background.
  private(set) var usesOwnBackground = true

  /// Makes a table in which every ink looks plain.
  ///
  /// - Parameters:
  ///   - depth: the colours in use.
  ///   - hasOwnColors: whether the terminal can be told "your own colour"; else white on black.
  init(depth: ColorDepth, hasOwnColors: Bool) {
    self.depth = depth
    hasItalics = stringCapability("sitm") != nil
    ownForeground = hasOwnColors ? -1 : 7
    ownBackground = hasOwnColors ? -1 : 0
    entries = Array(repeating: InkAttributes(attributes: 0, pair: 0), count: Ink.count)
  }

  /// How to draw an ink.
  subscript(ink: Ink) -> InkAttributes { entries[ink.index] }

  /// Takes the styles of a palette.
  mutating func use(_ palette: Palette) {
    let styles = Role.allCases.flatMap { role in
      (0..<16).map { palette[Ink(role, Marks(rawValue: $0))] }
    }
    if !fits(styles) {
      reset_color_pairs()
      pairs = [:]
    }
    usesOwnBackground = styles.contains { $0.background.reduced(to: depth) == .terminalDefault }
    entries = styles.map { style in
      InkAttributes(attributes: attributes(style.attributes), pair: number(of: colorPair(style)))
    }
  }

  private func fits(_ styles: [Style]) -> Bool {
    let wanted = Set(styles.map(colorPair)).subtracting(pairs.keys)
    return pairs.count + wanted.count < Int(curses_pair_count())
  }

  private func attributes(_ wanted: TextAttributes) -> attr_t {
    var result: attr_t = 0
    if wanted.contains(.bold) { result |= curses_bold }
    if wanted.contains(.dim) { result |= curses_dim }
    if wanted.contains(.underline) { result |= curses_underline }
    if wanted.contains(.reverse) { result |= curses_reverse }
    if wanted.contains(.italic) { result |= hasItalics ? curses_italic : curses_underline }
    return result
  }

  private func colorPair(_ style: Style) -> ColorPair {
    ColorPair(
      foreground: number(of: style.foreground, own: ownForeground),
      background: number(of: style.background, own: ownBackground))
  }

  /// A colour's number in ncurses. With direct colours only the first eight are entries.
  private func number(of color: Color, own: Int32) -> Int32 {
    switch color.reduced(to: depth) {
    case .terminalDefault: return own
    case .indexed(let index) where depth != .full || index < 8: return Int32(index)
    case .indexed, .rgb:
      let (red, green, blue) = color.components ?? (0, 0, 0)
      let value = Int32(red) << 16 | Int32(green) << 8 | Int32(blue)
      // The blues next to black have the numbers of entries: take the first that does not.
      return value < 8 ? (value == 0 ? 0 : 8) : value
    }
  }

  private mutating func number(of pair: ColorPair) -> Int32 {
    if depth == .none || pair == ColorPair(foreground: ownForeground, background: ownBackground) {
      return 0
    }
    if let known = pairs[pair] { return known }
    let next = Int32(pairs.count + 1)
    guard next < curses_pair_count(),
      init_extended_pair(next, pair.foreground, pair.background) == OK
    else {
      let plain = ColorPair(foreground: pair.foreground, background: ownBackground)
      return pairs[plain] ?? 0
    }
    pairs[pair] = next
    return next
  }
}
