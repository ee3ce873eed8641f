/// Adds number words up as English does, refusing what cannot follow.
struct SpelledSum {
  private var total = 0.0
  private var group = 0.0
  private(set) var lastScale = 1.0
  private(set) var hasValue = false
  private var last = 0.0

  var value: Double { total + group }
  /// "and" joins only after hundreds and scales.
  var mayTakeAnd: Bool { last >= 100 }

  mutating func add(_ word: NumberWord, dashed: Bool) -> Bool {
    switch word {
    case .unit(let digit):
      guard last == 0 && !hasValue || last >= 100 || (20..<100).contains(last) && digit > 0
      else { return false }
      group += digit
      last = max(1, digit)
    case .teen(let number), .tens(let number):
      guard !hasValue || last >= 100, !dashed else { return false }
      group += number
      last = number
    case .scale(let scale):
      guard hasValue else { return false }
      multiply(by: scale)
    default:
      return false
    }
    hasValue = true
    return true
  }

  private mutating func multiply(by scale: Double) {
    if scale <= 100 {
      if group == 0 { total *= scale } else { group *= scale }
    } else if group == 0 {
      total *= scale
    } else {
      total += group * scale
      group = 0
    }
    lastScale = scale
    last = scale == 12 ? 1 : scale
  }
}
