import Prose

/// Finds what a figure is about: the noun it describes, and the subject of its clause.
struct Concepts {
  let sentence: Sentence
  private let subjects: Subjects

  init(_ sentence: Sentence, drafts: [Draft]) {
    self.sentence = sentence
    subjects = Subjects(sentence, drafts: drafts)
  }

  /// Sets concept and subject of every draft; a conversion is about what its original is.
  func read(_ drafts: inout [Draft]) {
    for index in drafts.indices {
      if let original = drafts[index].conversionOf {
        drafts[index].concept = drafts[original].concept
        drafts[index].subject = drafts[original].subject
        continue
      }
      let noun = noun(of: drafts[index])
      let subject = subjects.subject(of: drafts[index])
      drafts[index].concept =
        noun ?? subject ?? bought(for: drafts[index]) ?? opening(drafts[index])
      let isSeparate = noun.map { !$0.overlaps(subject ?? 0..<0) } ?? false
      drafts[index].subject = isSeparate ? subject : nil
    }
  }

  private func noun(of draft: Draft) -> Range<Int>? {
    described(by: draft) ?? beforeOf(draft) ?? labelled(draft) ?? moved(draft)
      ?? subjects.object(of: draft)
  }

  /// "Unite Group, down 68p": what stands before the comma went down.
  private func moved(_ draft: Draft) -> Range<Int>? {
    let comma = draft.phrase.lowerBound - 2
    guard sentence.isWord(comma + 1, in: directions), sentence.isSign(comma, ",") else {
      return nil
    }
    return subjects.nounPhrase(endingAt: comma)
  }

  /// "I paid $35,538 for a new roof": what the sum was for, where no subject says what it is about.
  private func bought(for draft: Draft) -> Range<Int>? {
    guard draft.unit?.kind == .money, sentence.isWord(draft.phrase.upperBound, forKey) else {
      return nil
    }
    var start = draft.phrase.upperBound + 1
    while sentence.has(start, .determiner) { start += 1 }
    return subjects.nounPhrase(from: start)
  }

  /// "A pixel pitch of up to 352 μm", "Mirror from $448": the noun that a sentence without a verb
  /// begins with.
  private func opening(_ draft: Draft) -> Range<Int>? {
    guard draft.unit != nil, draft.phrase.lowerBound < 14 else { return nil }
    var start = sentence.firstWord
    while sentence.has(start, .determiner) { start += 1 }
    guard let noun = subjects.nounPhrase(from: start), noun.upperBound < draft.phrase.lowerBound,
      !(noun.upperBound..<draft.phrase.lowerBound).contains(where: isClause)
    else { return nil }
    return noun
  }

  private func isClause(_ index: Int) -> Bool {
    sentence.has(index, [.verb, .auxiliary]) || sentence.isClauseBreak(index)
      || sentence.isNumber(index) || sentence.endsLikeVerb(index)
  }

  /// "a $300 million contract": the noun after a measure; "60% of the voters": what follows "of".
  private func described(by draft: Draft) -> Range<Int>? {
    guard draft.unit != nil else { return nil }
    if let of = draft.counted { return subjects.nounPhrase(from: of.lowerBound) ?? of }
    guard draft.isAttributive else { return nil }
    var start = draft.phrase.upperBound
    if sentence.isHyphen(start) { start += 1 }
    return subjects.nounPhrase(from: start)
  }

  /// "a range of 400 km", "price of $1.5m", "sales of 5,835 units".
  private func beforeOf(_ draft: Draft) -> Range<Int>? {
    var of = draft.phrase.lowerBound - 1
    while sentence.has(of, [.hedge]) || sentence.isWord(of, in: skipped) { of -= 1 }
    guard sentence.isWord(of, ofKey), !sentence.isWord(of - 1, in: emptyNouns) else { return nil }
    return subjects.nounPhrase(endingAt: of)
  }

  /// "Total cost: $72,370", "Gant (0.5 WAR)", "DAX -1.6%": the name that the figure stands beside.
  private func labelled(_ draft: Draft) -> Range<Int>? {
    let before = draft.phrase.lowerBound - 1
    if sentence.isSign(before, ":") || sentence.isSign(before, "(") {
      return subjects.nounPhrase(endingAt: before)
    }
    return draft.hasSign ? subjects.nounPhrase(endingAt: before + 1) : nil
  }
}

private let forKey = WordKey("for")
private let directions = WordSet("up down")
private let ofKey = WordKey("of")
private let skipped = WordSet("a an the between only just")
private let emptyNouns = WordSet(
  "total average out one some most all maximum minimum excess shy region")
