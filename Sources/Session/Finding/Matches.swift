public import Articles

/// The places of words in a text, in order: six bytes each, as a letter may stand in millions.
public struct Matches: RandomAccessCollection, Equatable, Sendable {
  /// The first byte of each.
  private var starts: [UInt32] = []
  /// The bytes of each; of a longer one, which is mostly blanks, so many.
  private var lengths: [UInt16] = []

  /// No places yet.
  init() {}

  /// Adds a place behind the others.
  mutating func append(_ range: TextRange) {
    starts.append(UInt32(clamping: range.lowerBound))
    lengths.append(UInt16(clamping: range.count))
  }

  /// Always 0.
  public var startIndex: Int { 0 }
  /// How many there are.
  public var endIndex: Int { starts.count }

  /// One place.
  public subscript(index: Int) -> TextRange {
    TextRange(Int(starts[index]), Int(starts[index]) + Int(lengths[index]))
  }

  /// Those that touch a block that is shown. Both are in order, so one walk is enough.
  func shown(of blocks: [Block], withHidden showsHidden: Bool) -> Matches {
    var shown = Matches()
    var place = 0
    for range in self {
      while place < blocks.count, blocks[place].range.upperBound <= range.lowerBound { place += 1 }
      guard place < blocks.count else { break }
      guard blocks[place].range.overlaps(range) else { continue }
      if showsHidden || !blocks[place].role.isHidden { shown.append(range) }
    }
    return shown
  }
}
