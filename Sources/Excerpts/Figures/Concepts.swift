import Prose

/// Finds what a figure is about: the noun it describes, or the subject of its clause.
struct Concepts {
  let sentence: Sentence
  /// The tokens that figures and rejected numbers take, which end noun phrases on their left.
  let taken: Set<Int>

  /// How far to the left a subject is looked for.
  private static let reach = 40

  func concept(of draft: Draft) -> Range<Int>? {
    if let noun = described(by: draft) { return noun }
    if let noun = nounBeforeOf(draft) { return noun }
    return subject(of: draft)
  }

  /// "a $300 million contract": the noun after a measure; "60% of the voters": what follows "of".
  private func described(by draft: Draft) -> Range<Int>? {
    guard draft.unit != nil else { return nil }
    if let of = draft.counted { return nounPhrase(from: of.lowerBound) ?? of }
    guard draft.isAttributive else { return nil }
    var start = draft.phrase.upperBound
    if sentence.isHyphen(start) { start += 1 }
    return nounPhrase(from: start)
  }

  /// The noun phrase that starts at a token.
  func nounPhrase(from start: Int) -> Range<Int>? {
    var end = start
    while end < start + 8, isNounPart(end) { end += 1 }
    return end > start ? start..<end : nil
  }

  private func isNounPart(_ index: Int) -> Bool {
    if sentence.isHyphen(index) || sentence.token(index)?.traits.contains(.possessive) == true {
      return true
    }
    guard sentence.isWord(index), !taken.contains(index) else { return false }
    return !sentence.has(index, WordClass.closed.union(.verb))
  }

  /// "a range of 400 km", "price of $1.5m", "sales of 5,835 units".
  private func nounBeforeOf(_ draft: Draft) -> Range<Int>? {
    let of = draft.phrase.lowerBound - 1
    guard sentence.isWord(of, ofKey), draft.high == nil || draft.bound == .range else { return nil }
    return nounPhrase(endingAt: of)
  }

  /// The noun phrase before a token, its adjectives and names included.
  private func nounPhrase(endingAt end: Int) -> Range<Int>? {
    var start = end
    while start > 0, end - start < 8, isNounPart(start - 1) { start -= 1 }
    return end > start ? start..<end : nil
  }

  // MARK: Subjects

  /// The noun phrase before the verb that governs the figure.
  private func subject(of draft: Draft) -> Range<Int>? {
    guard let verb = verb(before: draft.phrase.lowerBound) else { return nil }
    var end = verb
    while end > 0,
      sentence.has(end - 1, [.auxiliary, .adverb])
        || sentence.has(end - 1, .verb)
          && !sentence.isName(end - 1)
    {
      end -= 1
    }
    if sentence.isWord(end - 1, in: relatives) { end -= 1 }
    if sentence.isSign(end - 1, ",") { end -= 1 }
    return phrase(endingAt: end)
  }

  /// The nearest finite verb to the left, not past the sentence or a semicolon.
  private func verb(before start: Int) -> Int? {
    var index = start - 1
    let stop = max(0, start - Self.reach)
    while index >= stop {
      if sentence.isSign(index, ";") { return nil }
      if sentence.has(index, .auxiliary) { return index }
      if isFinite(index) { return index }
      index -= 1
    }
    return nil
  }

  private func isFinite(_ index: Int) -> Bool {
    guard sentence.isWord(index), index > 0 else { return false }
    if sentence.has(index - 1, [.determiner, .preposition]) { return false }
    if sentence.has(index, .verb) { return !sentence.isName(index) }
    return sentence.endsLikeVerb(index) && !sentence.isCapitalised(index)
      && !(sentence.isWord(index + 1) && !sentence.has(index + 1, .closed)
        && sentence.isPlural(index + 1))
  }

  /// The noun phrase with its "of" and "in" parts that ends at a token; nil for a pronoun.
  private func phrase(endingAt end: Int) -> Range<Int>? {
    var start = end
    while start > 0, end - start < 24, isSubjectPart(start - 1, end) { start -= 1 }
    while start < end, isEdge(start) { start += 1 }
    guard start < end else { return nil }
    if sentence.has(end - 1, .pronoun), !sentence.has(end - 1, .determiner) { return nil }
    return start..<end
  }

  private func isSubjectPart(_ index: Int, _ end: Int) -> Bool {
    guard let token = sentence.token(index) else { return false }
    if token.traits.contains(.possessive) || sentence.isHyphen(index) { return true }
    if token.kind == .symbol { return sentence.isSign(index, "&") || sentence.isSign(index, "/") }
    if sentence.has(index, [.auxiliary, .conjunction]) && !sentence.isWord(index, andKey) {
      return false
    }
    if sentence.has(index, .verb), !sentence.isName(index) {
      return sentence.has(index - 1, [.determiner, .preposition])
    }
    return !sentence.has(index, .pronoun) || sentence.has(index, .determiner)
  }

  private func isEdge(_ index: Int) -> Bool {
    !sentence.isWord(index) && !sentence.isNumber(index)
      || sentence.has(index, [.determiner, .conjunction, .preposition, .adverb, .time])
  }
}

extension Sentence {
  func isCapitalised(_ index: Int) -> Bool { token(index)?.isCapitalised ?? false }
}

private let ofKey = WordKey("of")
private let andKey = WordKey("and")
private let relatives = WordSet("which that who")
