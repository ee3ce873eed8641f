/// What a query says about the value of a figure. A figure that is a range matches where any
/// number of the range does.
public enum NumberBound: Hashable, Sendable {
  /// This number.
  case equals(Double)
  /// Within a twentieth of this number.
  case about(Double)
  /// More than this number, or at least it.
  case above(Double, orEqual: Bool)
  /// Less than this number, or at most it.
  case below(Double, orEqual: Bool)
  /// From the first number to the second, both included.
  case between(Double, Double)

  /// The lowest and highest number that match, and whether each matches itself.
  public var interval: (low: Double, high: Double, includesLow: Bool, includesHigh: Bool) {
    switch self {
    case .equals(let value):
      (value - abs(value) * 1e-9, value + abs(value) * 1e-9, true, true)
    case .about(let value):
      (value - abs(value) * 0.05, value + abs(value) * 0.05, true, true)
    case .above(let value, let orEqual): (value, .infinity, orEqual, true)
    case .below(let value, let orEqual): (-.infinity, value, true, orEqual)
    case .between(let low, let high): (low, high, true, true)
    }
  }
}

extension NumberBound: CustomStringConvertible {
  /// As a query writes it.
  public var description: String {
    switch self {
    case .equals(let value): printed(value)
    case .about(let value): "~" + printed(value)
    case .above(let value, let orEqual): (orEqual ? ">=" : ">") + printed(value)
    case .below(let value, let orEqual): (orEqual ? "<=" : "<") + printed(value)
    case .between(let low, let high): printed(low) + ".." + printed(high)
    }
  }
}

/// The shortest text that reads back as the number, without a needless ".0".
private func printed(_ value: Double) -> String {
  let text = "\(value)"
  return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
}

// MARK: - Reading

/// A number as typed, with the unit that its sign names.
struct NumberText {
  /// The number.
  var value: Double
  /// "dollar" for "$3", "percentage" for "5%".
  var unit: String?

  /// Reads "4.8m", "1e6", "4,800,000", "$3bn", "5%"; nil for all else.
  init?(_ text: Substring) {
    var text = text
    if let sign = text.first, let name = Self.currencies[sign] {
      unit = name
      text = text.dropFirst()
    }
    if text.last == "%" {
      guard unit == nil else { return nil }
      unit = "percentage"
      text = text.dropLast()
    }
    let letters = text.reversed().prefix { $0.isLetter }
    let scale = String(letters.reversed()).lowercased()
    guard let factor = Self.scales[scale] else { return nil }
    text = text.dropLast(letters.count)
    let digits = text.filter { $0 != "," && $0 != "_" }
    guard digits.last?.isASCII == true, digits.last?.isNumber == true,
      let number = Double(digits.hasPrefix("+") ? String(digits.dropFirst()) : String(digits)),
      (number * factor).isFinite, !digits.contains("x")
    else { return nil }
    value = number * factor
  }

  private static let currencies: [Character: String] = [
    "$": "dollar", "£": "pound", "€": "euro", "¥": "yen", "₹": "rupee", "₽": "ruble",
  ]

  private static let scales: [String: Double] = [
    "": 1, "k": 1e3, "thousand": 1e3, "m": 1e6, "mn": 1e6, "million": 1e6, "b": 1e9, "bn": 1e9,
    "billion": 1e9, "t": 1e12, "tn": 1e12, "trillion": 1e12,
  ]
}

extension FigurePattern {
  /// Reads ">1e6", "<=5%", "~4.8m", "3..5", "$3bn"; nil where there is no number.
  init?(number text: String) {
    let text = Substring(text)
    if let dots = text.firstRange(of: "..") {
      guard let low = NumberText(text[..<dots.lowerBound]),
        let high = NumberText(text[dots.upperBound...]), low.value <= high.value
      else { return nil }
      self.init(value: .between(low.value, high.value), unit: low.unit ?? high.unit)
      return
    }
    let sign = text.prefix { "<>=~".contains($0) }
    guard let number = NumberText(text.dropFirst(sign.count)) else { return nil }
    let bound: NumberBound? =
      switch sign {
      case "", "=": .equals(number.value)
      case "~": .about(number.value)
      case ">": .above(number.value, orEqual: false)
      case ">=": .above(number.value, orEqual: true)
      case "<": .below(number.value, orEqual: false)
      case "<=": .below(number.value, orEqual: true)
      default: nil
      }
    guard let bound else { return nil }
    self.init(value: bound, unit: number.unit)
  }

  private init(value: NumberBound, unit: String?) {
    self.init(value: value, unit: unit.map { WordPattern($0) })
  }
}
