// Finds the verb that a mention is the subject of, by looking a few words to either side.

import Prose

/// Looks around a mention in the tokens of its paragraph.
struct VerbFinder {
  let tokens: [Lexeme]
  let pieceOfToken: [Int32]

  /// Fills in verb, order and aside of a mention.
  func attachVerb(to mention: inout Mention) {
    mention.isAccordingTo = isAfterAccordingTo(mention.tokens.lowerBound)
    if mention.kind == .label { return }
    let after = verbAfter(mention)
    let before = verbBefore(mention)
    if let after, after.reports || before == nil {
      (mention.verb, mention.hasAside, mention.verbReports) = after
    } else if let before {
      mention.verb = before
      mention.isInverted = true
      mention.verbReports = true
    }
  }

  private func isAfterAccordingTo(_ place: Int) -> Bool {
    var before = place - 1
    while before > 0, before >= place - 3 {
      let (first, second) = (tokens[before - 1].hash, tokens[before].hash)
      if second == KnownWord.to.rawValue { return first == KnownWord.according.rawValue }
      if second == KnownWord.of.rawValue, first == KnownWord.words.rawValue { return true }
      before -= 1
    }
    return false
  }

  /// "said Ana Ruiz", "said the minister": a reporting verb right before.
  private func verbBefore(_ mention: Mention) -> Int? {
    let place = mention.tokens.lowerBound - 1
    guard place >= 0, isOutside(place, as: mention),
      tokens[place].classes.contains(.speechVerb), !isNonFinite(place)
    else { return nil }
    return place
  }

  private func isNonFinite(_ place: Int) -> Bool {
    place > 0 && tokens[place - 1].is(.to)
  }

  private func verbAfter(_ mention: Mention) -> (place: Int, hasAside: Bool, reports: Bool)? {
    if mention.isGenitive { return nil }
    var place = mention.tokens.upperBound
    if let found = verb(from: place, mention) { return (found.place, false, found.reports) }
    guard place < tokens.count, isOutside(place, as: mention) else { return nil }
    // "Ana Ruiz of the council said", "Ana Ruiz (D) said", "Ana Ruiz, the mayor, said".
    let opener = tokens[place].kind
    if opener == .comma || opener == .opening || opener == .dash {
      guard let end = endOfAside(from: place, opener) else { return nil }
      place = end
    } else if tokens[place].classes.contains(.preposition)
      || tokens[place].classes.contains(.relative)
    {
      place = endOfPhrase(from: place)
    } else {
      return nil
    }
    return verb(from: place, mention).map { ($0.place, true, $0.reports) }
  }

  /// The place after the comma, bracket or dash that ends words set off from the sentence.
  private func endOfAside(from place: Int, _ opener: Lexeme.Kind) -> Int? {
    let closer: Lexeme.Kind = opener == .opening ? .closing : opener
    let sentence = tokens[place].sentence
    var next = place + 1
    var fallback: Int?
    while next < tokens.count, next < place + 32, tokens[next].sentence == sentence {
      if tokens[next].kind == closer {
        if isVerbAhead(next + 1) { return next + 1 }
        if opener != .comma { return next + 1 }
        fallback = fallback ?? next + 1
      }
      next += 1
    }
    return fallback
  }

  private func endOfPhrase(from place: Int) -> Int {
    let sentence = tokens[place].sentence
    var next = place + 1
    while next < tokens.count, next < place + 9, tokens[next].sentence == sentence,
      tokens[next].kind == .word || tokens[next].kind == .number || tokens[next].kind == .genitive,
      !tokens[next].classes.contains(.speechVerb)
    {
      next += 1
    }
    return next
  }

  private func isVerbAhead(_ place: Int) -> Bool {
    guard place < tokens.count else { return false }
    return !tokens[place].classes.isDisjoint(with: [.speechVerb, .verb, .auxiliary, .adverb])
  }

  /// The verb at a place, adverbs and auxiliaries before it skipped.
  private func verb(from start: Int, _ mention: Mention) -> (place: Int, reports: Bool)? {
    var place = start
    var auxiliary: Int?
    while place < tokens.count, place < start + 5, isOutside(place, as: mention),
      tokens[place].kind == .word, tokens[place].sentence == tokens[mention.head].sentence
    {
      let classes = tokens[place].classes
      if classes.contains(.speechVerb) { return (place, true) }
      if classes.contains(.auxiliary) || classes.contains(.negation) {
        auxiliary = auxiliary ?? place
      } else if isVerbShaped(tokens[place]), !classes.contains(.adverb) {
        return (place, false)
      } else if !classes.contains(.adverb) && tokens[place].ending != .adverbial {
        break
      }
      place += 1
    }
    return auxiliary.map { ($0, false) }
  }

  private func isVerbShaped(_ token: Lexeme) -> Bool {
    token.classes.contains(.verb)
      || token.classes.isDisjoint(with: .grammatical) && token.shape == .lower
        && token.classes.isEmpty && token.ending == .past
  }

  private func isOutside(_ place: Int, as mention: Mention) -> Bool {
    Int(pieceOfToken[place]) == mention.piece
  }
}
