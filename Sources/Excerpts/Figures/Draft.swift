import Articles
import Prose

/// A figure while the rules work on it; places are token indices of its sentence.
struct Draft {
  /// The number alone, with its scale.
  var number: Range<Int>
  /// The number as written: with sign, currency and unit sign.
  var written: Range<Int>
  /// What is marked: bound, number and counted noun.
  var phrase: Range<Int>
  var low: Double
  var high: Double?
  var form: NumberReading.Form
  var scale: Double
  var hasShortScale: Bool
  var bound = Figure.Bound.equal
  var change: Figure.Change?
  var unit: Unit?
  /// The name of what is counted or measured, "dollar per barrel".
  var unitName: String?
  var counted: Range<Int>?
  var concept: Range<Int>?
  var subject: Range<Int>?
  var source: TextRange?
  var asOf: Range<Int>?
  var base: Double?
  /// The place among the sentence's drafts of the figure that this one converts.
  var conversionOf: Int?
  /// A minus or plus sign stood before it.
  var hasSign = false
  /// The number and its unit stand before the noun they describe ("a 300-page book").
  var isAttributive = false

  init(_ reading: NumberReading) {
    number = reading.tokens
    written = reading.tokens
    phrase = reading.tokens
    low = reading.value
    high = reading.upper
    form = reading.form
    scale = reading.scale
    hasShortScale = reading.hasShortScale
  }

  var value: Figure.Value {
    if let high { .between(low, high) } else { .exactly(low) }
  }

  mutating func cover(_ range: Range<Int>) {
    written = min(written.lowerBound, range.lowerBound)..<max(written.upperBound, range.upperBound)
    phrase = min(phrase.lowerBound, range.lowerBound)..<max(phrase.upperBound, range.upperBound)
  }

  /// Takes back a scale letter that turned out to be a unit's sign.
  mutating func dropShortScale() {
    guard hasShortScale else { return }
    low /= scale
    scale = 1
    hasShortScale = false
    number = number.lowerBound..<number.upperBound - 1
    written = written.lowerBound..<number.upperBound
    phrase = written
  }
}
