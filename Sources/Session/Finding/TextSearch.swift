// Finding words in text: linear in the text whatever is looked for (Knuth-Morris-Pratt over folded
// scalars). Folding changes lengths, so that where each folded scalar came from is kept for as many
// as the words have.

import Articles

/// Words to look for, ready to be looked for many times.
public struct TextSearch: Equatable, Sendable {
  private let pattern: [UInt32]
  private let fallback: [Int]
  private let folding: LetterFolding

  /// Prepares a search. Case, accents and the shapes of quotes and dashes count only where the
  /// query has such. Nil for a query without anything to look for.
  public init?(_ query: String) {
    var folding = LetterFolding(for: query)
    self.folding = folding
    pattern = query.unicodeScalars.flatMap { scalar in
      var folded: [UInt32] = []
      folding.fold(scalar.value).eachScalar { folded.append($0) }
      return folded
    }
    guard !pattern.isEmpty else { return nil }
    fallback = TextSearch.fallback(of: pattern)
  }

  /// Every match in the text, in order and without overlap.
  public func matches(in text: String) -> Matches {
    matches(in: text, TextRange(0, text.utf8.count)) { true } ?? Matches()
  }

  /// Every match in a part of the text, in order and without overlap.
  ///
  /// - Parameters:
  ///   - text: the text.
  ///   - range: the part, from a scalar boundary on.
  ///   - goesOn: asked now and then whether to go on.
  /// - Returns: the matches, or nil where the search was given up.
  func matches(in text: String, _ range: TextRange, while goesOn: () -> Bool) -> Matches? {
    let bytes = text.utf8.span
    var folding = folding
    var matcher = Matcher(pattern: pattern, fallback: fallback)
    matcher.refusesAccents = !folding.ignoresAccents
    let starts = startBytes
    var offset = range.lowerBound
    var nextQuestion = offset
    while offset < range.upperBound {
      if offset >= nextQuestion {
        guard goesOn() else { return nil }
        nextQuestion += 1 << 20
      }
      let byte = bytes[offset]
      // Most letters of most texts start nothing.
      if byte < 0x80, byte > 0x20, matcher.isIdle, byte != starts.0, byte != starts.1 {
        folding.passLetter()
        offset += 1
        continue
      }
      let (scalar, length) = bytes.scalar(at: offset)
      let end = offset + length
      folding.fold(scalar).eachScalar { matcher.take($0, from: offset, to: end) }
      offset = end
    }
    return matcher.finish(at: range.upperBound)
  }

  /// The bytes of ASCII that a match can start with; those above start with any.
  private var startBytes: (UInt8, UInt8) {
    let first = UInt8(exactly: pattern[0]) ?? 0
    let isLetter = folding.ignoresCase && first &- 0x61 < 26
    return (first, isLetter ? first & ~0x20 : first)
  }

  /// For every length of a matched start, the length of its longest border.
  private static func fallback(of pattern: [UInt32]) -> [Int] {
    var lengths = [0]
    for place in pattern.indices.dropFirst() {
      var length = lengths[place - 1]
      while length > 0, pattern[length] != pattern[place] { length = lengths[length - 1] }
      lengths.append(pattern[length] == pattern[place] ? length + 1 : 0)
    }
    return lengths
  }
}

/// Goes through folded scalars and keeps where the pattern stands.
private struct Matcher {
  let pattern: [UInt32]
  let fallback: [Int]
  /// Whether a match ends before an accent: the letter with it is another one.
  var refusesAccents = false
  private var found = Matches()
  /// How many scalars of the pattern came last.
  private var state = 0
  /// Where the scalars that came last start, as many as the pattern has; the oldest at `oldest`.
  private var starts: [Int]
  private var oldest = 0
  private var lastEnd = 0
  private var foundEnd = 0

  init(pattern: [UInt32], fallback: [Int]) {
    self.pattern = pattern
    self.fallback = fallback
    starts = Array(repeating: 0, count: pattern.count)
  }

  /// Whether nothing of the pattern came last.
  var isIdle: Bool { state == 0 }

  @inline(__always)
  mutating func take(_ scalar: UInt32, from start: Int, to end: Int) {
    if state == pattern.count { settle(before: scalar, at: start) }
    while state > 0, pattern[state] != scalar { state = fallback[state - 1] }
    if pattern[state] == scalar { state += 1 }
    starts[oldest] = start
    oldest = oldest + 1 == starts.count ? 0 : oldest + 1
    lastEnd = end
  }

  /// Ends a match where the next scalar starts, so that what folding left out belongs to it.
  private mutating func settle(before next: UInt32, at offset: Int) {
    if refusesAccents, LetterFolding.isAccent(next) {
      state = fallback[state - 1]
      return
    }
    state = 0
    let start = starts[oldest]
    // The dots of one ellipsis are no three matches.
    guard start >= foundEnd else { return }
    foundEnd = max(offset, lastEnd)
    found.append(TextRange(start, foundEnd))
  }

  mutating func finish(at end: Int) -> Matches {
    if state == pattern.count { settle(before: 0, at: end) }
    return found
  }
}

extension UInt64 {
  /// Goes through what `LetterFolding` gave.
  @inline(__always)
  fileprivate func eachScalar(_ body: (UInt32) -> Void) {
    var rest = self
    while rest != 0 {
      body(UInt32(truncatingIfNeeded: rest & 0x1F_FFFF))
      rest >>= 21
    }
  }
}

extension Span<UInt8> {
  /// The scalar that starts at an offset of well-formed UTF-8, and its length.
  @inline(__always)
  fileprivate func scalar(at offset: Int) -> (scalar: UInt32, length: Int) {
    let first = self[offset]
    let length = first < 0xC0 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    guard length > 1, offset + length <= count else { return (UInt32(first), 1) }
    var scalar = UInt32(first) & (0x7F >> UInt32(length))
    for place in offset + 1..<offset + length {
      scalar = scalar << 6 | UInt32(self[place] & 0x3F)
    }
    return (scalar, length)
  }
}
