/// What is remembered from one start to the next.
public struct Preferences: Hashable, Sendable {
  /// The theme's name.
  public var theme: String
  /// The layout, as far as the size allows it.
  public var layout: LayoutChoice
  /// The longest line of an article, in columns.
  public var measure: Int

  /// The measure that `=` returns to.
  public static let defaultMeasure = 72
  /// The measures that can be chosen.
  public static let measures = 24...160

  /// Makes preferences; a measure out of bounds becomes the nearest.
  public init(
    theme: String = "paper", layout: LayoutChoice = .columns, measure: Int = defaultMeasure
  ) {
    self.theme = theme
    self.layout = layout
    self.measure = min(max(measure, Self.measures.lowerBound), Self.measures.upperBound)
  }
}

/// How panes share the screen, widest first.
public enum LayoutChoice: String, Hashable, Sendable, CaseIterable {
  /// List, text and panel beside each other.
  case columns
  /// List or text, the panel below.
  case stacked
  /// One pane at a time.
  case single
}
