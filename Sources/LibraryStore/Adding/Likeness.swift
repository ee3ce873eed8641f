// Tells whether two texts say nearly the same. A simhash: every run of three words votes for the 64
// bits of its hash; texts that share most runs share most bits.

/// How much two texts are alike, as a number to keep.
struct Likeness: Hashable {
  let bits: UInt64

  init(bits: UInt64) { self.bits = bits }

  /// Takes in the text's words, in any case and without marks.
  init(_ text: String) {
    var votes = [Int32](repeating: 0, count: 64)
    var words: (UInt64, UInt64) = (0, 0)
    forEachWord(of: text) { word in
      let run = mixed(words.0 &* 31 ^ words.1 &* 17 ^ word)
      words = (words.1, word)
      for bit in 0..<64 { votes[bit] += run >> UInt64(bit) & 1 == 1 ? 1 : -1 }
    }
    bits = votes.indices.reduce(0) { votes[$1] > 0 ? $0 | 1 << UInt64($1) : $0 }
  }

  /// In how many of 64 bits two texts differ; about 32 where they have nothing in common.
  func distance(to other: Likeness) -> Int { (bits ^ other.bits).nonzeroBitCount }

  /// Up to this distance two texts under one title are the same story.
  static let sameStory = 10
  /// Up to this distance two texts at one address are versions of the same article.
  static let sameArticle = 24
}

/// A number for a title's words, without case, marks and the name of the site after a bar or dash.
func titleKey(_ title: String?) -> Int64 {
  guard let title else { return 0 }
  var main = title[...]
  for separator in [" | ", " – ", " — ", " - "] {
    if let cut = lastPlace(of: separator, in: main),
      main.distance(from: main.startIndex, to: cut) > 20
    {
      main = main[..<cut]
    }
  }
  var key: UInt64 = 0xCBF2_9CE4_8422_2325
  forEachWord(of: String(main)) { key = mixed(key ^ $0) }
  return Int64(bitPattern: key)
}

private func lastPlace(of separator: String, in text: Substring) -> String.Index? {
  var index = text.endIndex
  while index > text.startIndex {
    index = text.index(before: index)
    if text[index...].hasPrefix(separator) { return index }
  }
  return nil
}

/// Gives each run of letters and digits as a hash, ASCII letters in lower case. Dashes and curly
/// quotation marks (E2 and two more bytes) end a word as other marks do.
private func forEachWord(of text: String, _ body: (UInt64) -> Void) {
  var hash: UInt64 = 0
  var skipped = 0
  for byte in text.utf8 {
    if skipped > 0 {
      skipped -= 1
      continue
    }
    switch byte {
    case 0x41...0x5A: hash = (hash ^ UInt64(byte + 0x20)) &* 0x100_0000_01B3 &+ 1
    case 0x61...0x7A, 0x30...0x39, 0x80...0xE1, 0xE3...:
      hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 &+ 1
    default:
      if hash != 0 { body(hash) }
      hash = 0
      skipped = byte == 0xE2 ? 2 : 0
    }
  }
  if hash != 0 { body(hash) }
}

private func mixed(_ value: UInt64) -> UInt64 {
  var value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
  value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
  return value ^ value >> 31
}
