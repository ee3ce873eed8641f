import Articles
import Prose

extension Figure {
  /// The words of what the figure is about that carry meaning, as the interchange prints them:
  /// determiners, prepositions and conjunctions left out, the subject after the concept.
  public func conceptWords(of text: String) -> [String] {
    [concept, subject].compactMap { $0 }.flatMap { ConceptWords(text, in: $0).words }
  }
}

/// Picks the words that carry meaning out of a noun phrase; "S&P" and "front-row" stay whole.
private struct ConceptWords {
  private(set) var words: [String] = []

  init(_ text: String, in range: TextRange) {
    let phrase = String(text.slice(range))
    let bytes = Array(phrase.utf8)
    var scanner = TokenScanner(bytes: bytes, range: 0..<bytes.count)
    var tokens: [Token] = []
    while scanner.nextSentence(into: &tokens) {
      for (index, token) in tokens.enumerated() where carriesMeaning(token) {
        let word = String(decoding: bytes[token.start..<token.end], as: UTF8.self)
        if index > 1, token.isGlued, joins(tokens[index - 1]), !words.isEmpty {
          words[words.count - 1] += String(Character(scalar(tokens[index - 1]))) + word
        } else if token.isGlued, index > 0, tokens[index - 1].kind != .symbol, !words.isEmpty {
          words[words.count - 1] += word
        } else {
          words.append(word)
        }
      }
    }
  }

  private func carriesMeaning(_ token: Token) -> Bool {
    guard token.kind != .symbol, !token.traits.contains(.possessive) else { return false }
    let empty: WordClass = [.determiner, .preposition, .conjunction, .pronoun, .auxiliary]
    let found = token.isWord ? WordClass.table[token.bits] ?? [] : []
    return found.isDisjoint(with: empty) || token.traits.contains(.allCapitals)
  }

  private func joins(_ sign: Token) -> Bool {
    sign.isGlued && (sign.isDash || sign.is("/") || sign.is("&"))
  }

  private func scalar(_ sign: Token) -> Unicode.Scalar {
    sign.isDash ? "-" : Unicode.Scalar(UInt32(truncatingIfNeeded: sign.bits)) ?? " "
  }
}
