// A one-byte summary of a token, for patterns of the words between a quotation and a mention.

import Prose

extension Lexeme {
  /// The token's part in a sentence as a letter; equal letters in a row count once in patterns.
  var code: UInt8 {
    switch kind {
    case .comma: return UInt8(ascii: ",")
    case .colon: return UInt8(ascii: ":")
    case .semicolon: return UInt8(ascii: ";")
    case .dash: return UInt8(ascii: "-")
    case .stop: return UInt8(ascii: ".")
    case .opening: return UInt8(ascii: "(")
    case .closing: return UInt8(ascii: ")")
    case .genitive: return UInt8(ascii: "'")
    case .mark, .sign: return UInt8(ascii: "*")
    case .number: return UInt8(ascii: "x")
    case .word: return wordCode
    }
  }

  private var wordCode: UInt8 {
    if classes.contains(.relative) { return UInt8(ascii: "R") }
    if classes.contains(.complementiser) { return UInt8(ascii: "T") }
    if classes.contains(.conjunction) { return UInt8(ascii: "C") }
    if classes.contains(.auxiliary) { return UInt8(ascii: "A") }
    if classes.contains(.preposition) { return UInt8(ascii: "I") }
    if classes.contains(.subjectPronoun) { return UInt8(ascii: "P") }
    if isCapitalised, !opensSentence { return UInt8(ascii: "N") }
    if classes.contains(.speechVerb) { return UInt8(ascii: "S") }
    if !classes.isDisjoint(with: [.determiner, .possessive]) { return UInt8(ascii: "D") }
    if classes.contains(.verb) || classes.isEmpty && ending == .past { return UInt8(ascii: "V") }
    if classes.contains(.adverb) || ending == .adverbial { return UInt8(ascii: "B") }
    return isCapitalised ? UInt8(ascii: "N") : UInt8(ascii: "x")
  }
}
