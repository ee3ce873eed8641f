// Numbers for people: thousands apart, no more decimals than say something.

/// Values in words for the panels.
enum NumberWords {
  /// A number with its thousands apart: "4 800 000", "62.5", "−1.25".
  static func plain(_ value: Double, decimals: Int = 3) -> String {
    let size = abs(value)
    guard value.isFinite, size < 1e15, size == 0 || size >= 0.001 else { return "\(value)" }
    let scale = (0..<decimals).reduce(1.0) { unit, _ in unit * 10 }
    let rounded = (size * scale).rounded() / scale
    let whole = Int(rounded)
    var rest = String(Int(((rounded - Double(whole)) * scale).rounded()))
    rest = String(repeating: "0", count: max(0, decimals - rest.count)) + rest
    while rest.last == "0" { rest.removeLast() }
    let sign = value < 0 && rounded > 0 ? "−" : ""
    return sign + grouped(String(whole)) + (rest.isEmpty ? "" : ".\(rest)")
  }

  private static func grouped(_ digits: String) -> String {
    guard digits.count > 3 else { return digits }
    var groups = ""
    for (place, digit) in digits.enumerated() {
      if place > 0, (digits.count - place) % 3 == 0 { groups.append(" ") }
      groups.append(digit)
    }
    return groups
  }

  /// From one value to another, in the scale of the larger: "2.4 → 3.9 million".
  static func change(from: Double, to: Double) -> String {
    let largest = max(abs(from), abs(to))
    let scales = [(1e12, " trillion"), (1e9, " billion"), (1e6, " million")]
    if let (scale, name) = scales.first(where: { largest >= $0.0 }),
      isShort(from / scale), isShort(to / scale)
    {
      return "\(plain(from / scale)) → \(plain(to / scale))\(name)"
    }
    return "\(plain(from)) → \(plain(to))"
  }

  private static func isShort(_ value: Double) -> Bool {
    let hundredfold = value * 100
    return abs(hundredfold - hundredfold.rounded()) < 1e-6 && abs(value) >= 0.1
  }

  /// With its sign: "+62.5".
  static func signed(_ value: Double) -> String {
    (value > 0 ? "+" : "") + plain(value, decimals: 1)
  }

  /// Whether a number says more than its digits as written do.
  static func differs(_ value: Double, from written: some StringProtocol) -> Bool {
    let written = digits(written)
    // "Four years" needs no digits beside it.
    let isSmallWord = written.isEmpty && abs(value) <= 20 && value == value.rounded()
    return !isSmallWord && digits(plain(value)) != written
  }

  /// The digits alone.
  static func digits(_ words: some StringProtocol) -> String {
    String(words.filter { ("0"..."9").contains($0) })
  }
}
