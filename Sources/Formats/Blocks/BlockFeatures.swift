// What the shape of a candidate's words says, measured once: length, how it ends, how it is
// capitalised. Reads a bounded opening and the end, so that long paragraphs cost little.

import Articles

/// The shape of a candidate's words.
struct BlockFeatures {
  /// How the words end, closing quotation marks and brackets aside.
  enum Ending {
    case bare, period, question, colon, comma
  }

  /// Bytes of the words.
  var byteCount: Int
  /// Words; those of the opening where the words are long.
  var wordCount = 0
  /// Words with a capital or a digit first.
  var capitalisedCount = 0
  /// Letters in lower case.
  var lowercaseCount = 0
  /// How it ends.
  var ending: Ending
  /// Whether a sentence ends before the last word.
  var holdsSentenceEnd = false
  /// Whether the first word begins with a capital, a digit or a quotation mark.
  var beginsUpright = false

  /// Words of at least so many bytes are told by their length; only their opening is read.
  private static let longCount = 320
  private static let openingCount = 120

  init(_ range: TextRange, in bytes: [UInt8]) {
    byteCount = range.count
    ending = Self.ending(of: range, in: bytes)
    let end =
      range.count >= Self.longCount ? range.lowerBound + Self.openingCount : range.upperBound
    readWords(range.lowerBound..<end, bytes)
  }

  /// Whether the words are long enough to be told from labels and headlines by length alone.
  var isLong: Bool { byteCount >= Self.longCount }

  /// Whether it closes as a sentence does.
  var isSentence: Bool { ending == .period || ending == .question }

  /// Whether no letter is in lower case.
  var isCapitals: Bool { lowercaseCount == 0 && capitalisedCount > 0 }

  private mutating func readWords(_ range: Range<Int>, _ bytes: [UInt8]) {
    let span = bytes.span
    var wasWord = false
    var sawStop = false
    for index in range {
      let byte = span[index]
      if byte == 0x20 || byte == 0x0A || byte == 0x09 {
        wasWord = false
        continue
      }
      let isUpper = byte &- 0x41 < 26 || byte &- 0x30 < 10
      let isLower = byte &- 0x61 < 26
      if isLower { lowercaseCount += 1 }
      if byte == 0xE2, index + 1 < range.upperBound, span[index + 1] == 0x80 { continue }
      if !wasWord, isUpper || isLower || byte >= 0xC3 {
        wasWord = true
        wordCount += 1
        if isUpper || (byte == 0xC3 && index + 1 < range.upperBound && span[index + 1] < 0x9F) {
          capitalisedCount += 1
          if sawStop { holdsSentenceEnd = true }
          if wordCount == 1 { beginsUpright = true }
        }
        sawStop = false
      }
      if isLower { sawStop = false }
      if byte == 0x2E || byte == 0x21 || byte == 0x3F { sawStop = isSentenceStop(index, span) }
    }
  }

  /// Whether the stop at `index` follows a lower-case letter or a bracket, unlike "U.S." or "Mr.".
  private func isSentenceStop(_ index: Int, _ span: Span<UInt8>) -> Bool {
    guard index >= 3 else { return false }
    let before = span[index - 1]
    let second = span[index - 2]
    let isWord = second &- 0x61 < 26 || second >= 0x80
    let isVersus = before == 0x73 && second == 0x76
    return (before &- 0x61 < 26 && isWord && !isVersus) || before == 0x29 || before == 0x22
      || before >= 0x80
      || before &- 0x30 < 10
  }

  private static func ending(of range: TextRange, in bytes: [UInt8]) -> Ending {
    var index = range.upperBound - 1
    let lowest = max(range.lowerBound, range.upperBound - 12)
    while index >= lowest {
      switch bytes[index] {
      case 0x22, 0x27, 0x29, 0x5D, 0x2A, 0x5F: index -= 1
      case 0x99 where isQuoteEnd(index, bytes), 0x9D where isQuoteEnd(index, bytes): index -= 3
      case 0xBB where index > 0 && bytes[index - 1] == 0xC2: index -= 2
      case 0x2E: return .period
      case 0xA6 where isQuoteEnd(index, bytes): return .period
      case 0x21, 0x3F: return .question
      case 0x3A, 0x3B: return .colon
      case 0x2C: return .comma
      default: return .bare
      }
    }
    return .bare
  }

  private static func isQuoteEnd(_ index: Int, _ bytes: [UInt8]) -> Bool {
    index >= 2 && bytes[index - 1] == 0x80 && bytes[index - 2] == 0xE2
  }
}
