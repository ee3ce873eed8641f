public import Articles

/// The places of words in a text, in order: four bytes each, as a letter may stand in millions.
public struct Matches: RandomAccessCollection, Equatable, Sendable {
  /// The first byte of each.
  private var starts: [UInt32] = []
  /// The bytes of each: case folding keeps lengths.
  private let length: Int

  /// No places yet of words of so many bytes.
  init(length: Int) { self.length = length }

  /// Adds the place that starts at a byte.
  mutating func append(_ start: Int) { starts.append(UInt32(clamping: start)) }

  /// Always 0.
  public var startIndex: Int { 0 }
  /// How many there are.
  public var endIndex: Int { starts.count }

  /// One place.
  public subscript(index: Int) -> TextRange {
    TextRange(Int(starts[index]), Int(starts[index]) + length)
  }

  /// Those that touch a block that is shown. Both are in order, so one walk is enough.
  func shown(of blocks: [Block], withHidden showsHidden: Bool) -> Matches {
    var shown = Matches(length: length)
    var place = 0
    for range in self {
      while place < blocks.count, blocks[place].range.upperBound <= range.lowerBound { place += 1 }
      guard place < blocks.count else { break }
      guard blocks[place].range.overlaps(range) else { continue }
      if showsHidden || !blocks[place].role.isHidden { shown.append(range.lowerBound) }
    }
    return shown
  }
}
