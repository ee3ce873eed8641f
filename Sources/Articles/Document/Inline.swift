/// Running text inside a block. Every leaf is a range of the canonical text.
public indirect enum Inline: Hashable, Sendable {
  /// Plain words.
  case text(TextRange)
  /// Emphasised words, usually drawn in italics.
  case emphasis([Inline])
  /// Strongly emphasised words, usually drawn bold.
  case strong([Inline])
  /// Words in a fixed-pitch face.
  case code(TextRange)
  /// Words that lead elsewhere.
  case link([Inline], destination: String)
  /// A picture inside a line: its alternative text and address.
  case image(alt: TextRange, source: String)
  /// A line break that the author asked for; the range is the break's own byte in the text.
  case lineBreak(TextRange)

  /// The bytes covered, from the first leaf to the last. Empty containers give an empty range.
  public var range: TextRange {
    switch self {
    case .text(let range), .code(let range), .lineBreak(let range): range
    case .image(let alt, _): alt
    case .emphasis(let children), .strong(let children), .link(let children, _):
      children.coveredRange
    }
  }
}

extension Array where Element == Inline {
  /// The bytes covered from the first element to the last; empty at zero where there is none.
  public var coveredRange: TextRange {
    guard let first, let last else { return TextRange(0, 0) }
    // Asking a lone child twice would double the work at every level of nesting.
    return count == 1 ? first.range : first.range.union(last.range)
  }
}
