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
