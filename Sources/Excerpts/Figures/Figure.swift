public import Articles

/// A number with meaning: a value, its bound, what it counts, who says so, as of when.
public struct Figure: Excerpt {
  /// A number or a range of numbers, normalised ("4.8 million" is 4 800 000).
  public enum Value: Hashable, Sendable {
    /// One number.
    case exactly(Double)
    /// From the first to the second, in the order of the text.
    case between(Double, Double)
  }

  /// How the value bounds the truth.
  public enum Bound: String, Hashable, Sendable {
    /// As stated.
    case equal = "="
    /// At most, under, fewer than, up to.
    case below = "<"
    /// At least, more than, over.
    case above = ">"
    /// About, nearly, almost.
    case about = "~"
    /// A range.
    case range = "range"
  }

  /// The direction of a change that a verb states.
  public enum Change: String, Hashable, Sendable {
    /// Rose, gained, more by.
    case up
    /// Fell, lost, fewer by.
    case down
  }

  /// The number as written, with its scale and the sign of its unit ("$3.2bn", "4.8 million").
  public var range: TextRange
  /// The words to mark: bound, number and counted thing ("more than 4.8 million Ukrainians").
  public var phrase: TextRange
  /// The value.
  public var value: Value
  /// How it bounds the truth.
  public var bound: Bound
  /// The unit in lower-case singular English, as "dollar" or "refugee"; nil for a bare number.
  public var unit: String?
  /// Whether it went up or down.
  public var change: Change?
  /// The counted noun phrase.
  public var counted: TextRange?
  /// What the figure is about: the noun it describes, or else the subject of its clause.
  public var concept: TextRange?
  /// The subject of the clause, where the concept is another noun.
  public var subject: TextRange?
  /// Who says so.
  public var source: TextRange?
  /// The words that say as of when.
  public var asOf: TextRange?
  /// The days that these words stand for, where the article's date is known.
  public var time: TimeSpan?
  /// The earlier value, where a change is stated from one.
  public var base: Double?
  /// The place in the article's list of figures of the figure that this one converts.
  public var conversionOf: Int?

  /// The words to mark in the text.
  public var anchor: TextRange { phrase }

  /// Makes a figure.
  public init(
    range: TextRange, phrase: TextRange, value: Value, bound: Bound = .equal,
    unit: String? = nil, change: Change? = nil, counted: TextRange? = nil,
    concept: TextRange? = nil, subject: TextRange? = nil, source: TextRange? = nil,
    asOf: TextRange? = nil,
    base: Double? = nil, conversionOf: Int? = nil
  ) {
    self.range = range
    self.phrase = phrase
    self.value = value
    self.bound = bound
    self.unit = unit
    self.change = change
    self.counted = counted
    self.concept = concept
    self.subject = subject
    self.source = source
    self.asOf = asOf
    self.base = base
    self.conversionOf = conversionOf
  }
}

/// A number that is no figure, and why.
public struct RejectedNumber: Excerpt {
  /// Why a number is no figure.
  public enum Reason: String, Hashable, Sendable, CaseIterable {
    /// What the number is instead.
    case year, date, time, score, ordinal, name, code, phone, address, postcode, list, idiom
    /// Too large or too long to hold as a number.
    case unrepresentable
  }

  /// The number as written.
  public var range: TextRange
  /// Why it is no figure.
  public var reason: Reason

  /// The words to mark in the text.
  public var anchor: TextRange { range }

  /// Makes a rejected number.
  public init(range: TextRange, reason: Reason) {
    self.range = range
    self.reason = reason
  }
}
