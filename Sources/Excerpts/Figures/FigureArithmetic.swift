// What follows from a figure and the value it started from: the change in percent or points, and
// whether a percentage that the same sentence states agrees with it. Only a percentage that
// clearly is this change is compared, since a wrong alarm is worse than none.

import Articles

/// A change from one value to another, computed.
public struct FigureArithmetic: Hashable, Sendable {
  /// How a stated percentage compares with the computed one.
  public enum Check: Hashable, Sendable {
    /// The text's percentage is the computed one, as far as it is rounded.
    case agrees(stated: Double)
    /// They differ; the rounding of the two values themselves may or may not account for it.
    case differs(stated: Double, roundingMayExplain: Bool)
  }

  /// The value before.
  public let from: Double
  /// The value after.
  public let to: Double
  /// The change in percent of the value before; nil from zero, and for percentages.
  public let percentage: Double?
  /// The change of a percentage, in percentage points.
  public let points: Double?
  /// How a percentage in the same sentence compares; nil where none states this change.
  public let check: Check?

  /// Computes a figure's change.
  ///
  /// - Parameters:
  ///   - figure: the figure; nil is returned where it has no base, or where the base is not an
  ///     earlier value but the other end of a range or something to compare with.
  ///   - sentence: all figures of its sentence.
  ///   - text: the article's text, for the digits as written.
  public init?(_ figure: Figure, in sentence: [Figure], text: String) {
    guard let base = figure.base, base.isFinite, figure.last.isFinite,
      figure.first == figure.last || figure.change != nil,
      !isCompared(base, of: figure, in: sentence, text: text)
    else { return nil }
    from = base
    to = figure.last
    let change = to - base
    let isPercentage = figure.unit == percentageUnit
    points = isPercentage ? change : nil
    let percentage = isPercentage || base == 0 ? nil : change / abs(base) * 100
    self.percentage = percentage
    check = percentage.flatMap {
      Stated(sentence, changing: figure, by: $0, text)?.check(against: $0)
    }
  }
}

/// Whether a base is named for comparison: "28 percent, compared with 33 percent for the other"
/// says nothing about a change.
private func isCompared(
  _ base: Double, of figure: Figure, in sentence: [Figure], text: String
) -> Bool {
  guard let other = sentence.first(where: { $0.last == base && $0 != figure }) else {
    return false
  }
  let reach = 24
  let start = max(0, other.range.lowerBound - reach)
  let before = text.utf8.dropFirst(start).prefix(other.range.lowerBound - start)
  let words = String(decoding: before, as: UTF8.self).lowercased()
  return ["compared ", "versus ", "against "].contains { words.contains($0) }
}

private let percentageUnit = "percentage"

extension Figure {
  /// The value, or the end of a range.
  fileprivate var last: Double {
    switch value {
    case .exactly(let value): value
    case .between(_, let value): value
    }
  }

  fileprivate var first: Double {
    switch value {
    case .exactly(let value): value
    case .between(let value, _): value
    }
  }
}

/// The one percentage of a sentence that says how much a figure changed.
private struct Stated {
  let stated: Figure
  let figure: Figure
  let sentence: [Figure]
  let text: String

  init?(_ sentence: [Figure], changing figure: Figure, by percentage: Double, _ text: String) {
    guard sentence.filter({ $0.base != nil }).count == 1 else { return nil }
    let percentages = sentence.filter {
      $0.unit == percentageUnit && $0 != figure && $0.first == $0.last && $0.conversionOf == nil
    }
    // Two percentages may each be about something else.
    guard percentages.count == 1, let stated = percentages.first,
      stated.change == (percentage < 0 ? .down : .up)
    else { return nil }
    self.stated = stated
    self.figure = figure
    self.sentence = sentence
    self.text = text
  }

  func check(against percentage: Double) -> FigureArithmetic.Check {
    let value = abs(stated.first)
    let isFit = fits(abs(percentage), value)
    if isFit { return .agrees(stated: value) }
    let (low, high) = possible
    let mayExplain = fits(low, value) || fits(high, value) || (low < value && value < high)
    return .differs(stated: value, roundingMayExplain: mayExplain)
  }

  /// Whether a computed percentage is the stated one within its rounding and its bound.
  private func fits(_ computed: Double, _ value: Double) -> Bool {
    let slack = halfStep(stated.range, value: value) + 1e-9
    switch stated.bound {
    case .equal, .range: return abs(computed - value) <= slack
    case .about: return abs(computed - value) <= max(slack, value / 10)
    case .above: return computed >= value - slack
    case .below: return computed <= value + slack
    }
  }

  /// The smallest and the largest change in percent that the values stand for, rounded as they
  /// are.
  private var possible: (low: Double, high: Double) {
    let to = figure.last
    let base = figure.base ?? 0
    let toStep = halfStep(figure.range, value: to)
    let other = sentence.first { $0.last == base && $0 != figure }
    let baseStep = other.map { halfStep($0.range, value: base) } ?? toStep
    guard abs(base) > baseStep else { return (0, .infinity) }
    let changes = [-1.0, 1].flatMap { first in
      [-1.0, 1].map { second in
        let start = base + first * baseStep
        return abs((to + second * toStep - start) / start * 100)
      }
    }
    return (changes.min() ?? 0, changes.max() ?? .infinity)
  }

  /// Half of the last digit as written, in the value's own measure: 0.05 million for "3.9
  /// million".
  private func halfStep(_ range: TextRange, value: Double) -> Double {
    var digits = 0.0
    var isBehindPoint = false
    var hasBegun = false
    for byte in text.utf8.dropFirst(range.lowerBound).prefix(range.count) {
      if (0x30...0x39).contains(byte) {
        digits = digits * 10 + Double(byte - 0x30)
        hasBegun = true
      } else if byte == UInt8(ascii: "."), hasBegun, !isBehindPoint {
        isBehindPoint = true
      } else if hasBegun, byte != UInt8(ascii: ",") {
        break
      }
    }
    return digits > 0 ? abs(value) / digits / 2 : 0
  }
}
