internal import Glibc
public import Screen

extension Color {
  /// The contrast of two 24-bit colours by the WCAG formula, from 1 to 21; nil where one of them
  /// is the terminal's own or an entry of its palette, whose colour nobody knows.
  public func contrast(with other: Color) -> Double? {
    guard let mine = relativeLuminance, let its = other.relativeLuminance else { return nil }
    return (max(mine, its) + 0.05) / (min(mine, its) + 0.05)
  }

  /// WCAG 2.1 relative luminance, 0 to 1.
  private var relativeLuminance: Double? {
    guard case .rgb(let red, let green, let blue) = self else { return nil }
    let parts = [red, green, blue].map { byte -> Double in
      Color.linear[Int(byte)]
    }
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
  }

  /// The sRGB transfer function for every byte.
  private static let linear: [Double] = (0...255).map { byte in
    let value = Double(byte) / 255
    return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
  }
}

extension Theme {
  /// The least contrast that text may have.
  public static let leastContrast = 4.5

  /// The inks that carry text and are too faint, each as a sentence; empty for a good theme.
  public var faintInks: [String] {
    Role.allCases.filter(\.carriesText).flatMap { role in
      (UInt8(0)..<16).compactMap { faintness(of: Ink(role, Marks(rawValue: $0))) }
    }
  }

  private func faintness(of ink: Ink) -> String? {
    let style = style(of: ink)
    guard let contrast = style.foreground.contrast(with: style.background),
      contrast < Theme.leastContrast
    else { return nil }
    let rounded = (contrast * 100).rounded() / 100
    return "\(ink.name) has a contrast of \(rounded), less than \(Theme.leastContrast)."
  }
}
