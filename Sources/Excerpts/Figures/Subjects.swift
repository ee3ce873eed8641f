import Prose

/// Finds subjects and objects around a figure, by verbs and closed classes rather than a parse.
///
/// Looks no further left than `reach` tokens, hence linear.
struct Subjects {
  let sentence: Sentence
  /// For every token whether a figure takes it; figures end noun phrases.
  private let isTaken: [Bool]

  /// How far to the left a subject is looked for.
  private static let reach = 40

  init(_ sentence: Sentence, drafts: [Draft]) {
    self.sentence = sentence
    var isTaken = Array(repeating: false, count: sentence.count)
    for draft in drafts {
      for index in draft.written where index < isTaken.count { isTaken[index] = true }
    }
    self.isTaken = isTaken
  }

  // MARK: Noun phrases

  /// The noun phrase that starts at a token, without what hangs on it.
  func nounPhrase(from start: Int) -> Range<Int>? {
    var end = start
    while end < start + 8, isNounPart(end) { end += 1 }
    return end > start ? start..<end : nil
  }

  /// The noun phrase that ends before a token.
  func nounPhrase(endingAt end: Int) -> Range<Int>? {
    var start = end
    while start > 0, end - start < 8, isNounPart(start - 1) { start -= 1 }
    while start < end, !sentence.isWord(start) { start += 1 }
    return end > start ? start..<end : nil
  }

  private func isNounPart(_ index: Int) -> Bool {
    guard sentence.tokens.indices.contains(index), !isTaken[index] else { return false }
    if sentence.isHyphen(index) || sentence.tokens[index].traits.contains(.possessive) {
      return true
    }
    if sentence.isNumber(index) { return sentence.isName(index - 1) }
    if sentence.isSign(index, "&") || sentence.isSign(index, "/") { return sentence.isGlued(index) }
    guard sentence.isWord(index) else { return false }
    if isAfterModal(index) { return false }
    if sentence.has(index, .verb) {
      return sentence.isName(index) || sentence.has(index - 1, .determiner) || isNounByPlace(index)
        || isChangeNoun(index)
    }
    return !sentence.has(index, .closed)
  }

  /// "An overall cut of", "a 4 percent drop": a change that is a noun by what stands beside it.
  private func isChangeNoun(_ index: Int) -> Bool {
    sentence.has(index, .changeNoun)
      && (sentence.isWord(index + 1, ofKey) || index > 0 && isTaken[index - 1])
  }

  /// A word right behind "will", "could" or "did" is a verb.
  private func isAfterModal(_ index: Int) -> Bool { sentence.isWord(index - 1, in: modals) }

  /// Whether a word that may be a verb is a noun here: another verb follows it at once.
  private func isNounByPlace(_ index: Int) -> Bool {
    sentence.has(index + 1, .auxiliary) && !sentence.has(index - 1, [.auxiliary, .pronoun])
      && !sentence.isWord(index - 1, toKey)
      || index == sentence.firstWord && sentence.has(index + 1, .verb) && sentence.isPlural(index)
  }

  // MARK: Verbs

  /// The nearest finite verb to the left of a token, not past a semicolon.
  private func verb(before start: Int) -> Int? {
    var index = start - 1
    let stop = max(0, start - Self.reach)
    while index >= stop {
      if sentence.isSign(index, ";") { return nil }
      if isVerb(index) { return index }
      index -= 1
    }
    return nil
  }

  private func isVerb(_ index: Int) -> Bool {
    guard sentence.isWord(index), !isTaken[index] else { return false }
    if sentence.has(index, .auxiliary) { return true }
    if isAfterModal(index) { return !sentence.has(index, [.adverb, .determiner, .pronoun]) }
    guard index > 0 else { return false }
    if sentence.has(index - 1, [.determiner]) { return false }
    if sentence.has(index, .verb) {
      return !sentence.isName(index) && !isNounByPlace(index)
        && (!sentence.has(index - 1, .preposition) || sentence.isWord(index - 1, toKey))
    }
    return !sentence.has(index - 1, .preposition) && sentence.endsLikeVerb(index)
      && !sentence.isCapitalised(index) && !describesPlural(index + 1)
  }

  /// "armed men": a participle before a plural is an adjective.
  private func describesPlural(_ index: Int) -> Bool {
    sentence.isWord(index) && !sentence.has(index, .closed) && sentence.isPlural(index)
  }

  // MARK: Subjects

  /// The subject of the clause that a figure stands in; nil for pronouns that stand for nothing
  /// in the sentence, and where the figure itself belongs to the subject.
  func subject(of draft: Draft) -> Range<Int>? {
    subject(before: draft.phrase.lowerBound, depth: 0)
  }

  private func subject(before start: Int, depth: Int) -> Range<Int>? {
    guard let verb = verb(before: start) else { return nil }
    // Whoever says it is the source, not what it is about.
    if sentence.isWord(verb, in: claims), verb < start - 1 { return nil }
    var end = beginning(of: verb)
    if sentence.isWord(end - 1, in: relatives) {
      return antecedent(endingAt: sentence.isSign(end - 2, ",") ? end - 2 : end - 1)
    }
    if sentence.isSign(end - 1, ",") { end = pastInsertion(end - 1) }
    if sentence.isWord(end - 1, in: standIns) || sentence.isSign(end - 1, ",")
      || sentence.isWord(end - 1, in: joinWords)
    {
      return depth < 3 ? subject(before: end - 1, depth: depth + 1) : nil
    }
    return phrase(endingAt: end)
  }

  /// The first token of the chain "is expected to rise" that a verb ends.
  private func beginning(of verb: Int) -> Int {
    var start = verb
    while start > 0 {
      let before = start - 1
      let isChained =
        sentence.has(before, [.auxiliary]) || sentence.isWord(before, toKey)
        || sentence.has(before, .adverb) && !sentence.has(before, [.up, .down])
      let isVerbal =
        sentence.has(before, .verb) && !sentence.isName(before)
        && (sentence.has(before - 1, [.auxiliary, .adverb]) || sentence.isWord(before - 1, toKey)
          || sentence.isWord(start, toKey))
      guard isChained || isVerbal else { break }
      start = before
    }
    return start
  }

  /// Back over ", which is made of carbon," to the comma that opens it.
  private func pastInsertion(_ comma: Int) -> Int {
    var index = comma - 1
    while index > 0, comma - index < 25 {
      if sentence.isSign(index, ",") {
        return sentence.isWord(index + 1, in: inserting) || comma - index < 8 ? index : comma
      }
      index -= 1
    }
    return comma
  }

  /// What a relative pronoun stands for.
  private func antecedent(endingAt end: Int) -> Range<Int>? {
    if sentence.isSign(end - 1, ")"), let open = opening(of: end - 1) {
      return nounPhrase(endingAt: open).map { $0.lowerBound..<end }
    }
    return nounPhrase(endingAt: end)
  }

  private func opening(of close: Int) -> Int? {
    (max(0, close - 5)..<close).last { sentence.isSign($0, "(") }
  }

  /// The noun phrase with its "of" and "in" parts that ends before a token.
  private func phrase(endingAt end: Int) -> Range<Int>? {
    var start = end
    while start > 0, end - start < 24, isSubjectPart(start - 1) { start -= 1 }
    while start < end, isEdge(start) { start += 1 }
    guard start < end, !(start..<end).contains(where: { isTaken[$0] }) else { return nil }
    if sentence.has(end - 1, .pronoun), !sentence.has(end - 1, .determiner) { return nil }
    return start..<withoutTime(start..<end)
  }

  private func isSubjectPart(_ index: Int) -> Bool {
    let token = sentence.tokens[index]
    if isTaken[index] { return !sentence.isNumber(index + 1) }
    if token.traits.contains(.possessive) || sentence.isHyphen(index) { return true }
    if token.kind == .symbol {
      return token.is("&") || token.is("/") || token.is("(") || token.is(")")
        || token.isDash
          && index < 5 && sentence.token(index - 1)?.traits.contains(.allCapitals) == false
    }
    if sentence.has(index, .pronoun), !sentence.has(index, .determiner) { return false }
    if sentence.has(index, .weekday), sentence.has(index + 1, .determiner) { return false }
    if sentence.has(index, [.auxiliary, .conjunction]) {
      return sentence.isWord(index, in: joinWords) && !(index > 0 && isTaken[index - 1])
    }
    if sentence.has(index, .verb), !sentence.isName(index) {
      return sentence.has(index - 1, [.determiner, .preposition]) || isNounByPlace(index)
    }
    return true
  }

  private func isEdge(_ index: Int) -> Bool {
    !sentence.isWord(index)
      || sentence.has(index, [.determiner, .conjunction, .preposition, .adverb, .time])
  }

  /// Cuts "between 2014 and 2017", "in October" and "this year" off the end of a subject.
  private func withoutTime(_ range: Range<Int>) -> Int {
    let times = TimePhrases(sentence: sentence)
    for index in range.dropFirst() {
      if let end = times.phrase(at: index), end >= range.upperBound - 2 { return index }
    }
    return range.upperBound
  }

  // MARK: Objects

  /// "boost the driving range by 35 miles": the object between a verb and the figure.
  func object(of draft: Draft) -> Range<Int>? {
    var end = draft.phrase.lowerBound - 1
    while sentence.has(end, [.hedge]) { end -= 1 }
    guard sentence.isWord(end, in: objectEnds), let verb = verb(before: end) else { return nil }
    var start = verb + 1
    while start < end, sentence.has(start, [.determiner]) { start += 1 }
    guard start < end, let noun = nounPhrase(from: start) else { return nil }
    var tail = noun.upperBound
    while tail < end, !sentence.isClauseBreak(tail), !sentence.has(tail, [.verb, .auxiliary]) {
      tail += 1
    }
    return tail == end ? noun : nil
  }
}

private let claims = WordSet(
  "say claims claimed warned argues argued predicts predicted believes thinks")
private let ofKey = WordKey("of")
private let toKey = WordKey("to")
private let modals = WordSet(
  "will would can could may might must shall should do does did don't doesn't didn't won't cannot")
private let relatives = WordSet("which that who")
private let standIns = WordSet("it they he she them him")
private let inserting = WordSet("which who whose where including excluding a an the")
private let objectEnds = WordSet("to by at from")
