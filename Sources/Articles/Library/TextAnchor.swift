// A place in a text that survives changes of the text: the words themselves and their neighbours.

/// Words of an article with what stands around them.
public struct TextAnchor: Hashable, Sendable {
  /// Where the words stood when the anchor was made.
  public var range: TextRange
  /// The words.
  public var words: String
  /// The last bytes before the words, at most `neighbourLength`.
  public var before: String
  /// The first bytes after the words, at most `neighbourLength`.
  public var after: String

  /// How many bytes of each neighbour are kept; less where a scalar would be cut.
  public static let neighbourLength = 40

  /// Makes an anchor from parts that were kept.
  public init(range: TextRange, words: String, before: String, after: String) {
    self.range = range
    self.words = words
    self.before = before
    self.after = after
  }

  /// Makes an anchor from parts that were kept outside the program.
  ///
  /// - Parameters:
  ///   - first: where the words began; what no text has becomes the nearest that one could have.
  ///   - words: the words.
  ///   - before: the last bytes before them.
  ///   - after: the first bytes after them.
  public init(first: Int, words: String, before: String, after: String) {
    let start = min(max(0, first), Int(Int32.max))
    self.init(
      range: TextRange(start, start + words.utf8.count), words: words, before: before, after: after)
  }

  /// Makes an anchor for a range of a text.
  ///
  /// - Parameters:
  ///   - range: the words.
  ///   - text: the canonical text; stored contiguously, or this takes time in its length.
  public init(_ range: TextRange, in text: String) {
    let end = range.upperBound
    self.range = range
    words = String(text.slice(range))
    before = String(
      text.slice(TextRange(max(0, range.lowerBound - Self.neighbourLength), range.lowerBound)))
    after = String(text.slice(TextRange(end, end + Self.neighbourLength)))
  }
}
