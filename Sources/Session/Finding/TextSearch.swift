// Finding words in text: linear in the text whatever is looked for (Knuth-Morris-Pratt over
// folded bytes). Folding changes no length, so that offsets need no mapping: ASCII, Latin-1,
// Greek and Cyrillic letters whose two cases are equally long, and line breaks to blanks.
// Letters beyond those match themselves only.

import Articles

/// Words to look for, ready to be looked for many times.
public struct TextSearch: Equatable, Sendable {
  private let pattern: [UInt8]
  private let fallback: [Int]
  private let ignoresCase: Bool

  /// Prepares a search: it regards case only where the query has an upper-case letter.
  /// Nil for an empty query.
  public init?(_ query: String) {
    guard !query.isEmpty else { return nil }
    ignoresCase = !query.contains(where: \.isUppercase)
    pattern = TextSearch.folded(query, ignoringCase: ignoresCase)
    fallback = TextSearch.fallback(of: pattern)
  }

  /// Every match in the text, in order and without overlap.
  public func matches(in text: String) -> Matches {
    matches(in: text, TextRange(0, text.utf8.count)) { true } ?? Matches(length: pattern.count)
  }

  /// Every match in a part of the text, in order and without overlap.
  ///
  /// - Parameters:
  ///   - text: the text.
  ///   - range: the part, on scalar boundaries.
  ///   - goesOn: asked now and then whether to go on.
  /// - Returns: the matches, or nil where the search was given up.
  func matches(in text: String, _ range: TextRange, while goesOn: () -> Bool) -> Matches? {
    let bytes = text.utf8.span
    var found = Matches(length: pattern.count)
    var state = 0
    var folding = ByteFolding(ignoresCase: ignoresCase)
    for offset in range.bounds {
      if offset & 0xF_FFFF == 0, !goesOn() { return nil }
      let next = offset + 1 < bytes.count ? bytes[offset + 1] : 0
      let byte = folding.fold(bytes[offset], before: next)
      while state > 0, pattern[state] != byte { state = fallback[state - 1] }
      if pattern[state] == byte { state += 1 }
      if state == pattern.count {
        found.append(offset + 1 - pattern.count)
        state = 0
      }
    }
    return found
  }

  private static func folded(_ query: String, ignoringCase: Bool) -> [UInt8] {
    let bytes = Array(query.utf8)
    var folding = ByteFolding(ignoresCase: ignoringCase)
    return bytes.indices.map { place in
      folding.fold(bytes[place], before: place + 1 < bytes.count ? bytes[place + 1] : 0)
    }
  }

  /// For every length of a matched start, the length of its longest border.
  private static func fallback(of pattern: [UInt8]) -> [Int] {
    var lengths = [0]
    for place in pattern.indices.dropFirst() {
      var length = lengths[place - 1]
      while length > 0, pattern[length] != pattern[place] { length = lengths[length - 1] }
      lengths.append(pattern[length] == pattern[place] ? length + 1 : 0)
    }
    return lengths
  }
}

/// Folds one byte after the other. A two-byte letter is folded when its first byte comes, and
/// its second byte is kept for the next call.
private struct ByteFolding {
  let ignoresCase: Bool
  private var second: UInt8?

  init(ignoresCase: Bool) { self.ignoresCase = ignoresCase }

  @inline(__always)
  mutating func fold(_ byte: UInt8, before next: UInt8) -> UInt8 {
    if let waiting = second {
      second = nil
      return waiting
    }
    if byte < 0x80 {
      if byte &- 0x09 < 5 { return 0x20 }
      return ignoresCase && byte &- 0x41 < 26 ? byte | 0x20 : byte
    }
    guard ignoresCase, byte >= 0xC3, byte <= 0xD1, next & 0xC0 == 0x80 else { return byte }
    let letter = UInt16(byte & 0x1F) << 6 | UInt16(next & 0x3F)
    let lower = simpleLowercase(letter)
    guard lower != letter else { return byte }
    second = 0x80 | UInt8(lower & 0x3F)
    return 0xC0 | UInt8(lower >> 6)
  }
}

/// The lower case of a letter of Latin-1, Greek or Cyrillic that is two bytes long in both.
private func simpleLowercase(_ letter: UInt16) -> UInt16 {
  switch letter {
  case 0xC0...0xDE: letter == 0xD7 ? letter : letter + 0x20
  case 0x386: 0x3AC
  case 0x388...0x38A: letter + 0x25
  case 0x38C: 0x3CC
  case 0x38E, 0x38F: letter + 0x3F
  case 0x391...0x3AB: letter == 0x3A2 ? letter : letter + 0x20
  case 0x3C2: 0x3C3
  case 0x400...0x40F: letter + 0x50
  case 0x410...0x42F: letter + 0x20
  default: letter
  }
}
