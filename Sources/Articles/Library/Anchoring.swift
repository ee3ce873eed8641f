// Finds the words of an anchor in a text that has changed. In this order: at their old place; where
// the same words stand, by how much of the neighbours agrees and then by nearness; where they stand
// but for case, white space and the shape of quotation marks; between neighbours that both are
// there once. Linear in the text but for how often the words occur.

extension TextAnchor {
  /// Where the words are in a text now.
  ///
  /// - Parameter text: the canonical text of today.
  /// - Returns: their range, or nil where they cannot be placed.
  public func range(in text: String) -> TextRange? {
    let bytes = Array(text.utf8)
    let words = Array(words.utf8)
    guard !words.isEmpty else { return nil }
    if let old = oldPlace(of: words, in: bytes), agreement(in: bytes, at: old) > 0 {
      return TextRange(old)
    }
    return best(of: places(of: words, in: bytes), in: bytes)
      ?? foldedPlace(in: bytes) ?? placeBetweenNeighbours(in: bytes)
  }

  /// Where the words stood, if they still do.
  private func oldPlace(of words: [UInt8], in bytes: [UInt8]) -> Range<Int>? {
    let start = range.lowerBound
    guard start >= 0, start <= bytes.count - words.count else { return nil }
    let place = start..<(start + words.count)
    return bytes[place] == words[...] ? place : nil
  }

  /// The candidate whose neighbours agree most; of equal ones the nearest to the old place.
  private func best(of candidates: [Range<Int>], in bytes: [UInt8]) -> TextRange? {
    let ranked = candidates.map { ($0, agreement(in: bytes, at: $0)) }
    let old = min(max(0, range.lowerBound), bytes.count)
    let best = ranked.max { left, right in
      left.1 == right.1
        ? abs(left.0.lowerBound - old) > abs(right.0.lowerBound - old) : left.1 < right.1
    }
    return best.map { TextRange($0.0) }
  }

  /// How many bytes next to a place are those of the neighbours; 1 where nothing was kept of them.
  private func agreement(in bytes: [UInt8], at place: Range<Int>) -> Int {
    let before = zip(self.before.utf8.reversed(), bytes[..<place.lowerBound].reversed())
    let after = zip(self.after.utf8, bytes[place.upperBound...])
    let kept = self.before.utf8.count + self.after.utf8.count
    return before.prefix { $0 == $1 }.count + after.prefix { $0 == $1 }.count
      + (kept == 0 ? 1 : 0)
  }

  private func placeBetweenNeighbours(in bytes: [UInt8]) -> TextRange? {
    guard before.utf8.count >= 16, after.utf8.count >= 16,
      let start = onlyPlace(of: Array(before.utf8), in: bytes)?.upperBound,
      let end = onlyPlace(of: Array(after.utf8), in: bytes)?.lowerBound,
      start < end, end - start <= 2 * words.utf8.count + 16, sharesWords(with: bytes[start..<end])
    else { return nil }
    return TextRange(start, end)
  }

  /// Whether at least half of the words are among those of a stretch: else it says something else.
  private func sharesWords(with stretch: ArraySlice<UInt8>) -> Bool {
    let others = Set(stretch.split(separator: 0x20))
    let own = Array(words.utf8).split(separator: 0x20)
    return own.count { others.contains($0) } * 2 >= own.count
  }

  private func onlyPlace(of needle: [UInt8], in bytes: [UInt8]) -> Range<Int>? {
    let found = places(of: needle, in: bytes)
    return found.count == 1 ? found[0] : nil
  }

  private func foldedPlace(in bytes: [UInt8]) -> TextRange? {
    let text = FoldedText(bytes)
    let needle = FoldedText(Array(words.utf8)).bytes
    guard !needle.isEmpty else { return nil }
    let found = places(of: needle, in: text.bytes).map { text.original(of: $0) }
    return best(of: found, in: bytes)
  }
}

/// A text without white space, in lower case, with straight quotation marks, and the way back.
private struct FoldedText {
  private(set) var bytes: [UInt8] = []
  private var places: [Range<Int>] = []

  init(_ source: [UInt8]) {
    bytes.reserveCapacity(source.count)
    var index = 0
    while index < source.count {
      let (byte, length) = Self.folded(source, at: index)
      if let byte {
        bytes.append(byte)
        places.append(index..<(index + length))
      }
      index += length
    }
  }

  /// The place in the source of a place in the folded text.
  func original(of place: Range<Int>) -> Range<Int> {
    places[place.lowerBound].lowerBound..<places[place.upperBound - 1].upperBound
  }

  private static func folded(_ source: [UInt8], at index: Int) -> (UInt8?, Int) {
    switch source[index] {
    case 0x09...0x0D, 0x20: return (nil, 1)
    case 0x41...0x5A: return (source[index] + 0x20, 1)
    case 0xC2 where index + 1 < source.count && source[index + 1] == 0xA0: return (nil, 2)
    case 0xE2 where index + 2 < source.count && source[index + 1] == 0x80:
      switch source[index + 2] {
      case 0x98...0x9B: return (0x27, 3)
      case 0x9C...0x9F: return (0x22, 3)
      default: return (source[index], 1)
      }
    default: return (source[index], 1)
    }
  }
}

/// Every place of some bytes in others, not overlapping; at most a thousand.
private func places(of needle: [UInt8], in bytes: [UInt8]) -> [Range<Int>] {
  guard let first = needle.first, needle.count <= bytes.count else { return [] }
  var found: [Range<Int>] = []
  var index = 0
  while index + needle.count <= bytes.count, found.count < 1000 {
    if bytes[index] == first, bytes[index..<(index + needle.count)].elementsEqual(needle) {
      found.append(index..<(index + needle.count))
      index += needle.count
    } else {
      index += 1
    }
  }
  return found
}
