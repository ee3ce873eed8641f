// Finds names, pronouns and noun phrases that may stand for a speaker, without a parser.
//
// A noun phrase is a determiner with the words after it up to one that cannot belong to it, or
// the bare noun beside a reporting verb ("critics say"). Wrong cuts are harmless as long as the
// head word is right; the ranker weighs the rest.

import Prose

/// Walks over the tokens of a paragraph and collects mentions.
struct MentionFinder {
  let tokens: [Lexeme]
  let bytes: [UInt8]
  let pieceOfToken: [Int32]
  private(set) var mentions: [Mention] = []
  private let verbs: VerbFinder
  private var paragraph = 0

  init(tokens: [Lexeme], bytes: [UInt8], pieceOfToken: [Int32]) {
    self.tokens = tokens
    self.bytes = bytes
    self.pieceOfToken = pieceOfToken
    verbs = VerbFinder(tokens: tokens, pieceOfToken: pieceOfToken)
  }

  /// Adds the mentions of one paragraph, in order.
  mutating func find(in paragraph: Paragraph, number: Int) {
    self.paragraph = number
    var place = findLabel(in: paragraph) ?? paragraph.tokens.lowerBound
    let end = paragraph.tokens.upperBound
    while place < end {
      place = readMention(at: place, before: end) ?? place + 1
    }
  }

  /// "PENCE: Well, look": a name in capitals, or two capitalised words at most, and a colon.
  private mutating func findLabel(in paragraph: Paragraph) -> Int? {
    var place = paragraph.tokens.lowerBound
    let end = min(paragraph.tokens.upperBound, place + 7)
    while place < end, tokens[place].kind == .mark { place += 1 }
    let first = place
    while place < end, tokens[place].kind == .word, tokens[place].isCapitalised { place += 1 }
    guard place > first, place < end, tokens[place].kind == .colon,
      tokens[place - 1].shape == .upper || place - first == 2,
      tokens[first].classes.isDisjoint(with: .grammatical)
    else { return nil }
    append(first..<place, head: place - 1, .label, nameHash: tokens[place - 1].hash)
    return place + 1
  }

  /// Reads one mention and returns the place after it; nil where none starts.
  private mutating func readMention(at place: Int, before end: Int) -> Int? {
    let token = tokens[place]
    guard token.kind == .word || token.kind == .number else { return nil }
    if let next = readPronoun(at: place, before: end) { return next }
    if startsName(at: place, before: end) { return readName(at: place, before: end) }
    if startsNominal(at: place, before: end) { return readNominal(at: place, before: end) }
    return nil
  }

  mutating func append(
    _ range: Range<Int>, head: Int, _ kind: Mention.Kind, nameHash: UInt32,
    isGenitive: Bool = false
  ) {
    var mention = Mention(
      tokens: range, head: head, kind: kind, nameHash: nameHash, paragraph: paragraph,
      piece: Int(pieceOfToken[range.lowerBound]), isGenitive: isGenitive)
    verbs.attachVerb(to: &mention)
    mentions.append(mention)
  }
}

// MARK: - Pronouns

extension MentionFinder {
  private mutating func readPronoun(at place: Int, before end: Int) -> Int? {
    let classes = tokens[place].classes
    guard !classes.isDisjoint(with: [.subjectPronoun, .objectPronoun, .possessive]) else {
      return nil
    }
    if classes.contains(.determiner) || classes.contains(.possessive) {
      guard standsAlone(at: place, before: end) else { return nil }
    }
    append(place..<place + 1, head: place, .pronoun, nameHash: tokens[place].hash)
    return place + 1
  }

  /// Whether "one", "many", "her" is no determiner here: no noun follows.
  private func standsAlone(at place: Int, before end: Int) -> Bool {
    guard place + 1 < end else { return true }
    let next = tokens[place + 1]
    if next.kind != .word && next.kind != .number { return true }
    return !next.classes.isDisjoint(with: [
      .auxiliary, .speechVerb, .preposition, .relative, .conjunction, .adverb,
    ]) && next.classes.isDisjoint(with: [.person, .adjective, .document])
  }
}

// MARK: - Names

extension MentionFinder {
  /// Whether a capitalised word starts a name rather than a sentence.
  private func startsName(at place: Int, before end: Int) -> Bool {
    let token = tokens[place]
    guard token.kind == .word, token.isCapitalised else { return false }
    guard token.classes.isDisjoint(with: .grammatical) else {
      return isNamesake(at: place, before: end)
    }
    if token.classes.contains(.calendar), !nameGoesOn(after: place, before: end) { return false }
    guard token.opensSentence || token.shape == .upper else { return true }
    let isOrdinary = !token.classes.isDisjoint(with: [
      .adverb, .verb, .speechVerb, .adjective, .time, .number,
    ])
    return !(isOrdinary || token.ending == .adverbial) || nameGoesOn(after: place, before: end)
  }

  /// "Will wrote", "May's": a name that is written like an auxiliary.
  private func isNamesake(at place: Int, before end: Int) -> Bool {
    let token = tokens[place]
    guard token.classes.contains(.auxiliary), token.shape == .capital, !token.opensSentence,
      place + 1 < end
    else { return false }
    return tokens[place + 1].kind == .genitive || tokens[place + 1].classes.contains(.speechVerb)
  }

  private func nameGoesOn(after place: Int, before end: Int) -> Bool {
    place + 1 < end && tokens[place + 1].kind == .word && tokens[place + 1].isCapitalised
      && tokens[place + 1].classes.isDisjoint(with: .grammatical)
  }

  private mutating func readName(at place: Int, before end: Int) -> Int {
    var next = place + 1
    var head = place
    var isHeadFixed = false
    while next < end {
      if isNameWord(next), pieceOfToken[next] == pieceOfToken[place] {
        if !isHeadFixed, !tokens[next].classes.contains(.nameSuffix) { head = next }
        next += 1
      } else if let after = bodyConnection(at: next, from: place, before: end),
        pieceOfToken[after] == pieceOfToken[place]
      {
        next = after
      } else if let after = nameConnection(at: next, before: end),
        pieceOfToken[after] == pieceOfToken[place]
      {
        isHeadFixed = isHeadFixed || tokens[next].classes.contains(.preposition)
        next = after
      } else {
        break
      }
    }
    return finishName(place..<next, head: head, before: end)
  }

  private func isNameWord(_ place: Int) -> Bool {
    let token = tokens[place]
    return token.kind == .word && token.isCapitalised
      && token.classes.isDisjoint(with: WordClasses.grammatical.union(.calendar))
  }

  /// "of the", "de", "for", "&" between two capitalised words: the place of the second.
  private func nameConnection(at place: Int, before end: Int) -> Int? {
    let token = tokens[place]
    var next = place + 1
    if token.kind == .mark, next < end, tokens[next].classes.contains(.nameParticle) {
      next += 1
    } else if token.kind == .sign, next < end, firstByte(of: token) == UInt8(ascii: "&") {
      return isNameWord(next) ? next : nil
    } else if token.is(.of) || token.is(.for) {
      if next < end, tokens[next].is(.the) { next += 1 }
    } else if token.classes.contains(.nameParticle) {
      if next < end, tokens[next].classes.contains(.nameParticle) { next += 1 }
    } else if token.is(.in), next + 1 < end, tokens[next].classes.contains(.nameParticle) {
      next += 1
    } else {
      return nil
    }
    return next < end && isNameWord(next) ? next : nil
  }

  /// "the Security and Defense Council": the place after "and" where a body's name goes on.
  private func bodyConnection(at place: Int, from start: Int, before end: Int) -> Int? {
    guard tokens[place].is(.and), start > 0, tokens[start - 1].is(.the),
      !tokens[place - 1].classes.contains(.organisationName)
    else { return nil }
    var next = place + 1
    while next < end, isNameWord(next) { next += 1 }
    return next > place + 1 && tokens[next - 1].classes.contains(.organisationName)
      ? place + 1 : nil
  }

  private func firstByte(of token: Lexeme) -> UInt8 { bytes[token.start] }

  /// Notes the name; where a genitive follows, the noun phrase after it as well.
  private mutating func finishName(_ range: Range<Int>, head: Int, before end: Int) -> Int {
    let next = range.upperBound
    let isGenitive =
      next < end && (tokens[next].kind == .genitive || isBareGenitive(next, after: range))
    append(range, head: head, .named, nameHash: tokens[head].hash, isGenitive: isGenitive)
    if isGenitive, next + 1 < end {
      return readNominalBody(from: range.lowerBound, body: next + 1, before: end) ?? next + 1
    }
    if next < end, tokens[next].kind == .word, !tokens[next].isCapitalised,
      isNounLike(next), tokens[next].classes.isDisjoint(with: [.speechVerb, .verb, .adverb])
    {
      return readNominalBody(from: range.lowerBound, body: next, before: end) ?? next
    }
    return next
  }

  private func isBareGenitive(_ place: Int, after range: Range<Int>) -> Bool {
    tokens[place].kind == .mark && tokens[place].start == tokens[place - 1].end
      && bytes[tokens[place].start - 1] == UInt8(ascii: "s")
      && (bytes[tokens[place].start] == UInt8(ascii: "'")
        || bytes[tokens[place].start] == 0xE2 && bytes[tokens[place].end - 1] == 0x99)
  }
}

// MARK: - Noun phrases

extension MentionFinder {
  /// Whether a noun phrase starts: at a determiner, or at a bare noun beside a reporting verb.
  private func startsNominal(at place: Int, before end: Int) -> Bool {
    let token = tokens[place]
    if !token.classes.isDisjoint(with: [.determiner, .possessive]) { return true }
    if token.kind == .number || token.classes.contains(.number) { return true }
    guard isNounLike(place), !token.is(.then) else { return false }
    if !token.classes.isDisjoint(with: [.person, .document, .organisation, .adjective]) {
      return true
    }
    if place > 0 {
      let before = tokens[place - 1]
      if before.classes.contains(.speechVerb) { return true }
      if before.is(.to), place > 1, tokens[place - 2].is(.according) {
        return true
      }
    }
    return bareSubjectEnd(from: place, before: end) != nil
  }

  /// "legal observers note": up to three plain words and then a reporting verb.
  private func bareSubjectEnd(from place: Int, before end: Int) -> Int? {
    var next = place
    while next < end, next < place + 4, isNounLike(next) {
      next += 1
      if next < end, tokens[next].classes.contains(.speechVerb), endsInPlural(next - 1),
        tokens[next].ending != .progressive
      {
        return next
      }
    }
    return nil
  }

  private func endsInPlural(_ place: Int) -> Bool {
    tokens[place].ending == .plural || tokens[place].classes.contains(.plural)
  }

  /// Whether a token can be a noun or adjective inside a phrase.
  private func isNounLike(_ place: Int) -> Bool {
    let token = tokens[place]
    guard token.kind == .word || token.kind == .number else { return false }
    if !token.classes.isDisjoint(with: [.person, .document, .organisation, .adjective, .title]) {
      return true
    }
    let excluded = WordClasses.grammatical.union([.adverb])
    return token.classes.isDisjoint(with: excluded)
  }

  private mutating func readNominal(at place: Int, before end: Int) -> Int? {
    let isDetermined =
      !tokens[place].classes.isDisjoint(with: [.determiner, .possessive])
      && tokens[place].classes.isDisjoint(with: [.person, .document])
    let body = isDetermined ? place + 1 : place
    if isDetermined, isWhollyName(from: body, before: end) {
      return readName(at: body, before: end)
    }
    return readNominalBody(from: place, body: body, before: end)
  }

  /// "the Security Council": nothing but capitalised words up to one that ends the phrase.
  private func isWhollyName(from place: Int, before end: Int) -> Bool {
    var next = place
    while next < end, isNameWord(next) { next += 1 }
    guard next > place else { return false }
    if next == end || !isNounLike(next) { return true }
    let classes = tokens[next].classes
    return !classes.isDisjoint(with: [.speechVerb, .verb])
      && classes.isDisjoint(with: [.person, .document, .organisation])
  }

  /// Reads modifiers and nouns; nil where no noun follows.
  private mutating func readNominalBody(from start: Int, body: Int, before end: Int) -> Int? {
    var next = body
    var hasNoun = false
    while next < end, next < body + 9, pieceOfToken[next] == pieceOfToken[start],
      belongsToNominal(next, isFirst: next == body, hasNoun: hasNoun, before: end)
    {
      hasNoun = hasNoun || isSurelyNoun(next)
      next += 1
    }
    guard next > body else { return nil }
    if next < end, tokens[next].kind == .genitive {
      append(
        start..<next, head: next - 1, .nominal, nameHash: tokens[next - 1].hash, isGenitive: true)
      return next + 1 < end
        ? readNominalBody(from: start, body: next + 1, before: end) ?? next + 1 : next + 1
    }
    appendNominal(start..<next, body: body)
    return next
  }

  /// A noun phrase that ends in a name ("the Vermont senator Bernie Sanders") is a name.
  private mutating func appendNominal(_ range: Range<Int>, body: Int) {
    var name = range.upperBound
    while name > body, isNameWord(name - 1) { name -= 1 }
    let last = tokens[range.upperBound - 1]
    if name < range.upperBound, last.classes.isDisjoint(with: [.person, .document, .organisation]) {
      append(name..<range.upperBound, head: range.upperBound - 1, .named, nameHash: last.hash)
    } else {
      append(range, head: range.upperBound - 1, .nominal, nameHash: last.hash)
    }
  }

  private func isSurelyNoun(_ place: Int) -> Bool {
    !tokens[place].classes.isDisjoint(with: [.person, .document, .organisation])
      || tokens[place].classes.isEmpty && !looksLikeParticiple(place)
  }

  private func looksLikeParticiple(_ place: Int) -> Bool {
    tokens[place].ending == .past
  }

  private func belongsToNominal(
    _ place: Int, isFirst: Bool, hasNoun: Bool, before end: Int
  ) -> Bool {
    guard isNounLike(place) else { return false }
    let classes = tokens[place].classes
    if tokens[place].isCapitalised { return true }
    let isVerb = !classes.isDisjoint(with: [.speechVerb, .verb]) || looksLikeParticiple(place)
    guard isVerb else { return !(hasNoun && classes == .number) }
    if isFirst { return true }
    let isNoun = !classes.isDisjoint(with: [.person, .document, .organisation])
    if hasNoun && !(isNoun && followedByVerb(place, before: end)) { return false }
    return isNoun
      || place + 1 < end && isNounLike(place + 1)
        && tokens[place + 1].classes.isDisjoint(with: [.speechVerb, .auxiliary])
  }

  private func followedByVerb(_ place: Int, before end: Int) -> Bool {
    place + 1 < end
      && !tokens[place + 1].classes.isDisjoint(with: [.speechVerb, .verb, .auxiliary])
  }
}
