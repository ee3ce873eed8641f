public import Articles
import Prose

extension Figure {
  /// The words of a concept that carry meaning, as the interchange prints them: determiners,
  /// prepositions and conjunctions left out.
  public static func conceptWords(in range: TextRange, of text: String) -> [String] {
    let bytes = Array(text.utf8)
    var scanner = TokenScanner(bytes: bytes, range: range.bounds.clamped(to: 0..<bytes.count))
    var tokens: [Token] = []
    var words: [String] = []
    let empty: WordClass = [.determiner, .preposition, .conjunction, .pronoun, .auxiliary]
    while scanner.nextSentence(into: &tokens) {
      for (index, token) in tokens.enumerated() {
        guard token.kind != .symbol, !token.traits.contains(.possessive) else { continue }
        let word = String(decoding: bytes[token.start..<token.end], as: UTF8.self)
        let isEmpty = !(WordClass.table[token.bits] ?? []).isDisjoint(with: empty)
        if token.isWord, isEmpty, !token.traits.contains(.allCapitals) { continue }
        let isJoined =
          index > 1 && token.isGlued && tokens[index - 1].isGlued
          && !words.isEmpty && (tokens[index - 1].isDash || tokens[index - 1].is("/"))
        if isJoined {
          words[words.count - 1] += "-" + word
        } else if token.isGlued, !words.isEmpty, tokens[index - 1].kind != .symbol {
          words[words.count - 1] += word
        } else {
          words.append(word)
        }
      }
    }
    return words
  }
}
