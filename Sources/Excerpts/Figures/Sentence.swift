import Articles
import Prose

/// One sentence as the figure rules see it: tokens and what each word does.
struct Sentence {
  let bytes: [UInt8]
  let tokens: [Token]
  /// One class per token; empty for numbers and signs.
  let classes: [WordClass]
  let kind: Passage.Kind

  init(bytes: [UInt8], tokens: [Token], kind: Passage.Kind) {
    self.bytes = bytes
    self.tokens = tokens
    self.kind = kind
    classes = tokens.map(Self.wordClass)
  }

  /// The class of a token's word; "US", "U.S.", "IT" and "WHO" are names, not pronouns.
  private static func wordClass(of token: Token) -> WordClass {
    guard token.isWord, let found = WordClass.table[token.bits] else { return [] }
    let isName = token.traits.contains(.allCapitals) && found.contains(.pronoun)
    return isName ? [] : found
  }

  var count: Int { tokens.count }

  /// The token at an index, nil outside the sentence.
  func token(_ index: Int) -> Token? { tokens.indices.contains(index) ? tokens[index] : nil }

  /// The class of the word at an index, empty outside the sentence.
  func wordClass(_ index: Int) -> WordClass {
    classes.indices.contains(index) ? classes[index] : []
  }

  func has(_ index: Int, _ wordClass: WordClass) -> Bool {
    !self.wordClass(index).isDisjoint(with: wordClass)
  }

  func isWord(_ index: Int) -> Bool { token(index)?.isWord ?? false }
  func isWord(_ index: Int, _ key: WordKey) -> Bool { token(index)?.is(key) ?? false }
  func isWord(_ index: Int, in set: WordSet) -> Bool {
    guard let token = token(index), token.isWord else { return false }
    return set.contains(token.bits)
  }
  func isSign(_ index: Int, _ sign: Unicode.Scalar) -> Bool { token(index)?.is(sign) ?? false }
  func isDash(_ index: Int) -> Bool { token(index)?.isDash ?? false }
  func isNumber(_ index: Int) -> Bool { token(index)?.isNumber ?? false }
  func isCapitalised(_ index: Int) -> Bool { token(index)?.isCapitalised ?? false }
  func isGlued(_ index: Int) -> Bool { token(index)?.isGlued ?? false }

  /// Whether a hyphen joins the tokens on both sides of an index without space; a long dash parts
  /// clauses even so.
  func isHyphen(_ index: Int) -> Bool {
    isDash(index) && isGlued(index) && isGlued(index + 1) && !isLongDash(index)
  }

  private func isLongDash(_ index: Int) -> Bool { isSign(index, "—") || isSign(index, "―") }

  /// Whether the word is capitalised and not the first of its sentence.
  func isName(_ index: Int) -> Bool {
    guard let token = token(index), token.isWord, token.isCapitalised else { return false }
    return index > firstWord || token.traits.contains(.allCapitals)
  }

  /// The index of the first token that is a word or number.
  var firstWord: Int { tokens.firstIndex { $0.kind != .symbol } ?? 0 }

  /// The bytes that a run of tokens covers.
  func range(_ indices: Range<Int>) -> TextRange {
    guard let first = token(indices.lowerBound), let last = token(indices.upperBound - 1) else {
      return TextRange(0, 0)
    }
    return TextRange(first.start, last.end)
  }

  /// The lower-cased letters of a token.
  func lowercased(_ index: Int) -> String {
    guard let token = token(index) else { return "" }
    return String(decoding: bytes[token.start..<token.end], as: UTF8.self).lowercased()
  }

  /// The key of a word with its letters' case kept.
  func exactKey(_ index: Int) -> UInt64 {
    guard let token = token(index) else { return 0 }
    let isDotted = token.traits.contains(.dotted) && bytes[token.end - 1] == UInt8(ascii: ".")
    return WordKey(bytes[token.start..<token.end - (isDotted ? 1 : 0)], foldingCase: false).bits
  }

  /// Whether a quotation ends before a comma here, or a list goes on.
  func isQuoteOrComma(_ index: Int) -> Bool { token(index)?.isQuotationMark ?? false }

  /// Whether a sign that parts clauses stands here: a comma, semicolon, colon, dash or bracket.
  func isClauseBreak(_ index: Int) -> Bool {
    guard let token = token(index), token.kind == .symbol else { return false }
    switch token.bits {
    case 0x2C, 0x3B, 0x3A, 0x28, 0x29, 0x2E, 0x21, 0x3F, 0x2026: return true
    default: return token.isDash && !isHyphen(index)
    }
  }
}

/// The range between two places, empty where the second comes first.
func span(_ lower: Int, _ upper: Int) -> Range<Int> { lower..<max(lower, upper) }

/// A set of words, looked up by key.
struct WordSet: Sendable {
  private let table: WordTable<Bool>

  /// Makes a set from words parted by spaces or lines.
  init(_ list: String) {
    table = WordTable(WordList.words(of: list).map { ($0, true) })
  }

  func contains(_ bits: UInt64) -> Bool { table[bits] ?? false }
}
