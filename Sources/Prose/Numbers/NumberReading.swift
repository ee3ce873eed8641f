/// A number as running text writes it, and what it comes to.
public struct NumberReading: Hashable, Sendable {
  /// How a number is written.
  public enum Form: Hashable, Sendable {
    /// Digits, perhaps with a scale.
    case digits
    /// Words: "ninety-five", "two million".
    case words
    /// An article for one: "a million", "a dozen".
    case article
    /// A part of one: "two-thirds", "half", "1/2".
    case fraction
    /// So many in so many: "one in four".
    case ratio
    /// A plural scale: "hundreds", "tens of thousands".
    case many
    /// A place in an order: "third", "10th".
    case ordinal
  }

  /// The tokens it takes.
  public var tokens: Range<Int>
  /// The value, or the lower end of a plural scale.
  public var value: Double
  /// The upper end of a plural scale.
  public var upper: Double?
  /// How it is written.
  public var form: Form
  /// The product of its scale words, 1 for none.
  public var scale = 1.0
  /// Whether its only scale is a letter that may be a unit's sign ("37m").
  public var hasShortScale = false
  /// Whether the value can be held.
  public var isRepresentable = true
}
