// Compares the blocks of a page with the text that the page gives of its article as data. Where
// the two agree on the whole, a paragraph that the data does not know is no part of the article.

import Markup

/// The runs of words of an article's text as data.
struct StructuredCheck {
  private let runs: Set<UInt64>

  /// Shorter texts are summaries.
  private static let shortest = 600

  /// Nil where the data holds no text of an article.
  init?(_ body: String?) {
    guard let body, body.utf8.count >= Self.shortest else { return nil }
    var bytes = Array(body.utf8)
    if bytes.contains(0x3C) {
      bytes = Array(HTMLParser().parseFragment(bytes).text(in: .document).utf8)
    }
    for index in bytes.indices where bytes[index] < 0x20 { bytes[index] = 0x20 }
    runs = Set(Self.runs(0..<bytes.count, of: bytes))
  }

  /// The paragraphs that the data does not know; none unless it knows nearly all of the others.
  func strangers(_ ranges: [Range<Int>], in bytes: [UInt8]) -> [Int] {
    var met: Set<UInt64> = []
    var strangers: [Int] = []
    for (index, range) in ranges.enumerated() {
      let own = Self.runs(range, of: bytes)
      let known = own.filter(runs.contains)
      met.formUnion(known)
      if own.count >= 3, known.count * 5 < own.count { strangers.append(index) }
    }
    return met.count * 100 >= runs.count * 75 ? strangers : []
  }

  /// How many per cent of a block's words the data knows; nil for a few words.
  func share(of range: Range<Int>, in bytes: [UInt8]) -> Int? {
    let own = Self.runs(range, of: bytes)
    guard !own.isEmpty else { return nil }
    return own.count(where: runs.contains) * 100 / own.count
  }

  /// Each three words in a row as one number.
  private static func runs(_ range: Range<Int>, of bytes: [UInt8]) -> [UInt64] {
    var scanner = TokenScanner(bytes: bytes, index: range.lowerBound, end: range.upperBound)
    var first: UInt64 = 0
    var second: UInt64 = 0
    var count = 0
    var found: [UInt64] = []
    while let token = scanner.next() {
      if token.isMark { continue }
      count += 1
      if count >= 3 { found.append((first &* 31 &+ second) &* 31 &+ token.hash) }
      first = second
      second = token.hash
    }
    return found
  }
}
