/// A half-open range of UTF-8 byte offsets into an article's canonical text.
///
/// This is the one coordinate system of the program: document nodes, quotes, figures, search
/// matches and the reading position all point into the text this way. Bounds are expected to
/// lie on scalar boundaries; `String.slice(_:)` rounds down where they do not.
public struct TextRange: Hashable, Sendable {
  /// The first byte inside the range.
  public var lowerBound: Int
  /// The first byte after the range.
  public var upperBound: Int

  /// Makes a range; an upper bound below the lower one gives an empty range.
  public init(_ lowerBound: Int, _ upperBound: Int) {
    self.lowerBound = lowerBound
    self.upperBound = max(lowerBound, upperBound)
  }

  /// Makes a range from Swift's own half-open range of byte offsets.
  public init(_ range: Range<Int>) {
    self.init(range.lowerBound, range.upperBound)
  }

  /// The length in bytes.
  public var count: Int { upperBound - lowerBound }

  /// Whether the range holds no byte.
  public var isEmpty: Bool { lowerBound == upperBound }

  /// The same range as Swift's own type.
  public var bounds: Range<Int> { lowerBound..<upperBound }

  /// Whether the byte at `offset` lies inside.
  public func contains(_ offset: Int) -> Bool {
    lowerBound <= offset && offset < upperBound
  }

  /// Whether every byte of `other` lies inside.
  public func contains(_ other: TextRange) -> Bool {
    lowerBound <= other.lowerBound && other.upperBound <= upperBound
  }

  /// Whether the two ranges share at least one byte.
  public func overlaps(_ other: TextRange) -> Bool {
    lowerBound < other.upperBound && other.lowerBound < upperBound
  }

  /// The smallest range that covers both.
  public func union(_ other: TextRange) -> TextRange {
    TextRange(min(lowerBound, other.lowerBound), max(upperBound, other.upperBound))
  }

  /// The shared part, or nil if they share no byte.
  public func intersection(_ other: TextRange) -> TextRange? {
    overlaps(other)
      ? TextRange(max(lowerBound, other.lowerBound), min(upperBound, other.upperBound)) : nil
  }
}

extension TextRange: Comparable {
  /// Orders by start, then by end.
  public static func < (left: TextRange, right: TextRange) -> Bool {
    (left.lowerBound, left.upperBound) < (right.lowerBound, right.upperBound)
  }
}

extension TextRange: CustomStringConvertible {
  /// `lower..<upper`, as dumps and goldens print it.
  public var description: String { "\(lowerBound)..<\(upperBound)" }
}

extension String {
  /// The characters of a byte range, clamped to the text and rounded down to scalar boundaries.
  public func slice(_ range: TextRange) -> Substring {
    self[scalarIndex(atByte: range.lowerBound)..<scalarIndex(atByte: range.upperBound)]
  }

  private func scalarIndex(atByte offset: Int) -> Index {
    guard offset > 0 else { return startIndex }
    var index = utf8.index(startIndex, offsetBy: offset, limitedBy: endIndex) ?? endIndex
    while index > startIndex, index < endIndex, utf8[index] & 0xC0 == 0x80 {
      index = utf8.index(before: index)
    }
    return index
  }
}
