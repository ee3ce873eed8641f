/// Reads numbers from tokens: digits with their scales, words, fractions, ratios and plural
/// scales. Each reading takes a bounded look ahead, save for runs of scale words, which are
/// taken in one pass.
public struct NumberReader {
  let tokens: [Token]

  /// Makes a reader of one sentence.
  public init(_ tokens: [Token]) { self.tokens = tokens }

  /// Whether a number may begin at one of the tokens: most sentences have none and are passed over.
  public static func mayBeginNumber(_ tokens: [Token]) -> Bool {
    let words = NumberWord.beginnings
    return tokens.contains { token in
      switch token.kind {
      case .number: true
      case .word: words[token.bits] != nil
      case .symbol: false
      }
    }
  }

  /// Whether a word begins a cardinal number, so that it is no noun.
  public static func beginsCount(_ token: Token) -> Bool {
    switch token.numberWord {
    case .unit, .teen, .tens, .many, .scale: true
    default: false
    }
  }

  /// The number that starts at a token; nil where none does.
  public func number(at index: Int) -> NumberReading? {
    guard index < tokens.count else { return nil }
    let token = tokens[index]
    if token.isNumber { return digits(at: index) }
    guard token.isWord, let word = token.numberWord else { return nil }
    switch word {
    case .unit, .teen, .tens: return spelled(at: index)
    case .many(let scale): return many(at: index, scale)
    case .half: return half(at: index)
    case .article: return article(at: index)
    case .ordinal, .part: return ordinal(at: index)
    case .scale, .shortScale, .and, .oneOf: return nil
    }
  }

  func word(_ index: Int) -> NumberWord? {
    index < tokens.count ? tokens[index].numberWord : nil
  }

  private func isDash(_ index: Int) -> Bool {
    index < tokens.count && tokens[index].isDash && tokens[index].isGlued
  }

  func isWord(_ index: Int, _ key: WordKey) -> Bool {
    index < tokens.count && tokens[index].is(key)
  }

  /// The place after a hyphen, or the same place where none stands.
  func pastDash(_ index: Int) -> Int {
    isDash(index) && index + 1 < tokens.count && tokens[index + 1].isGlued ? index + 1 : index
  }
}
