// Headlines rarely say who is quoted; the article does, where the words stand again. Only the first
// few headlines are looked up, each in one pass over the quotations.

import Articles

/// Gives quotations in headlines the speaker of the same words in the body.
struct HeadlineSpeakers {
  private let text: String
  private static let mostHeadlines = 12
  private static let longest = 160

  init(_ text: String) {
    self.text = text
  }

  /// Looks the words of unsure headlines up among the other quotations.
  func fill(_ quotes: inout [Quote]) {
    var headlines = 0
    for place in quotes.indices where isUnsureHeadline(quotes[place]) {
      headlines += 1
      if headlines > Self.mostHeadlines { return }
      let words = plainWords(quotes[place].range)
      let source = quotes.first { quote in
        quote.kind != .headline && quote.speaker != nil
          && quote.confidence >= Quote.unclearConfidence
          && isPart(words, of: plainWords(quote.range))
      }
      guard let source else { continue }
      quotes[place].speaker = source.speaker
      quotes[place].cue = nil
      quotes[place].confidence = source.confidence
      quotes[place].candidates = source.candidates
    }
  }

  private func isUnsureHeadline(_ quote: Quote) -> Bool {
    quote.kind == .headline && (quote.cue == nil || quote.confidence < Quote.unclearConfidence)
      && quote.range.count <= Self.longest
  }

  /// The letters and digits in lower case; everything else is one space.
  private func plainWords(_ range: TextRange) -> [UInt8] {
    var words: [UInt8] = [0x20]
    for byte in text.bytes(range.bounds) {
      let isLetter = byte >= 0x80 || 0x61...0x7A ~= byte | 0x20 || 0x30...0x39 ~= byte
      let plain = isLetter ? (0x41...0x5A ~= byte ? byte | 0x20 : byte) : 0x20
      if plain != 0x20 || words.last != 0x20 { words.append(plain) }
    }
    if words.last != 0x20 { words.append(0x20) }
    return words
  }

  private func isPart(_ words: [UInt8], of whole: [UInt8]) -> Bool {
    guard words.count > 2, words.count <= whole.count else { return false }
    for start in 0...whole.count - words.count where whole[start] == 0x20 {
      if whole[start..<start + words.count].elementsEqual(words) { return true }
    }
    return false
  }
}
