// Nearest colours for terminals with few of them. Distances are taken in Oklab, where equal
// steps look equal; the user's own palette is never redefined, so for the first sixteen entries
// the xterm defaults stand in.

extension Color {
  /// The nearest colour that a terminal of this depth can show.
  ///
  /// Colours that already fit, and the terminal's own, stay as they are. At `.none` every colour
  /// is the terminal's own.
  public func reduced(to depth: ColorDepth) -> Color {
    switch (self, depth) {
    case (_, .none): .terminalDefault
    case (.terminalDefault, _), (_, .full): self
    case (.indexed(let index), .indexed): .indexed(index)
    case (.indexed(let index), _) where index < depth.rawValue: self
    case (.indexed(let index), .eight) where index < 16:
      // A bright colour is its plain one, whatever the user made of both.
      .indexed(index % 8)
    case (.indexed(let index), _):
      Color.nearest(to: Color.table[Int(index)], below: depth.rawValue)
    case (.rgb(let red, let green, let blue), .indexed):
      // The first sixteen differ from terminal to terminal, so the fixed ones serve.
      Color.nearest(to: Oklab(red, green, blue), in: 16..<256)
    case (.rgb(let red, let green, let blue), _):
      Color.nearest(to: Oklab(red, green, blue), below: depth.rawValue)
    }
  }

  /// Among so few, a middle grey would be nearest to a saturated red: greys stay grey.
  private static func nearest(to color: Oklab, below count: Int) -> Color {
    nearest(to: color, in: color.isGrey ? [0, 7, 8, 15].filter { $0 < count } : Array(0..<count))
  }

  /// The red, green and blue of the colour, each from 0 to 255. Of the first sixteen entries these
  /// are xterm's, which a user may have changed; of the terminal's own colour nothing is known.
  public var components: (red: UInt8, green: UInt8, blue: UInt8)? {
    switch self {
    case .terminalDefault: nil
    case .rgb(let red, let green, let blue): (red, green, blue)
    case .indexed(let index): Color.values[Int(index)]
    }
  }

  private static func nearest(to color: Oklab, in entries: some Sequence<Int>) -> Color {
    let best = entries.min { color.distance(to: table[$0]) < color.distance(to: table[$1]) } ?? 0
    return .indexed(UInt8(best))
  }

  /// The 256 colours of xterm: sixteen named, a 6×6×6 cube, 24 greys.
  private static let values: [(UInt8, UInt8, UInt8)] = {
    let named: [UInt32] = [
      0x000000, 0xCD0000, 0x00CD00, 0xCDCD00, 0x0000EE, 0xCD00CD, 0x00CDCD, 0xE5E5E5,
      0x7F7F7F, 0xFF0000, 0x00FF00, 0xFFFF00, 0x5C5CFF, 0xFF00FF, 0x00FFFF, 0xFFFFFF,
    ]
    let steps: [UInt8] = [0, 95, 135, 175, 215, 255]
    let plain = named.map { (UInt8($0 >> 16), UInt8($0 >> 8 & 255), UInt8($0 & 255)) }
    let cube: [(UInt8, UInt8, UInt8)] = (0..<216).map { place in
      (steps[place / 36], steps[place / 6 % 6], steps[place % 6])
    }
    let greys = (0..<24).map { UInt8(8 + 10 * $0) }.map { ($0, $0, $0) }
    return plain + cube + greys
  }()

  private static let table: [Oklab] = values.map { Oklab($0.0, $0.1, $0.2) }
}

/// A colour in Oklab: lightness 0 to 1, and two axes of hue.
private struct Oklab {
  let lightness: Double
  let greenRed: Double
  let blueYellow: Double

  init(_ red: UInt8, _ green: UInt8, _ blue: UInt8) {
    let red = Oklab.linear(red)
    let green = Oklab.linear(green)
    let blue = Oklab.linear(blue)
    let long = cubeRoot(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
    let medium = cubeRoot(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
    let short = cubeRoot(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
    lightness = 0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short
    greenRed = 1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short
    blueYellow = 0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short
  }

  /// Whether there is hardly a hue.
  var isGrey: Bool { greenRed * greenRed + blueYellow * blueYellow < 0.0004 }

  func distance(to other: Oklab) -> Double {
    let lightness = lightness - other.lightness
    let greenRed = greenRed - other.greenRed
    let blueYellow = blueYellow - other.blueYellow
    return lightness * lightness + greenRed * greenRed + blueYellow * blueYellow
  }

  /// The square stands in for the sRGB transfer function: near enough to rank distances.
  private static func linear(_ byte: UInt8) -> Double {
    let value = Double(byte) / 255
    return value * value
  }
}

/// The cube root of a number from 0 to 1, by Newton's iteration.
private func cubeRoot(_ value: Double) -> Double {
  guard value > 0 else { return 0 }
  var root = value < 0.01 ? 0.2 : 0.7
  for _ in 0..<12 { root -= (root * root * root - value) / (3 * root * root) }
  return root
}
