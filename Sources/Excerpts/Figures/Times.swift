import Prose

/// Finds the words that say as of when a figure holds: "since 24 February", "in the first week
/// alone", "as of Saturday", "over the past 8 weeks", "last year".
struct Times {
  let sentence: Sentence

  /// Every time phrase of the sentence, in order.
  func phrases() -> [Range<Int>] {
    var found: [Range<Int>] = []
    var index = 0
    while index < sentence.count {
      if let end = phrase(at: index) {
        found.append(index..<end)
        index = end
      } else {
        index += 1
      }
    }
    return found
  }

  /// The phrase that belongs to a figure: one behind it in its clause, else one before it with no
  /// verb between, else one that opens the sentence.
  ///
  /// - Parameters:
  ///   - draft: the figure's tokens.
  ///   - neighbours: from the end of the figure before to the start of the next one.
  ///   - phrases: the sentence's time phrases, in order.
  /// - Returns: the phrase, nil for none.
  func phrase(
    for draft: Range<Int>, between neighbours: Range<Int>, among phrases: [Range<Int>]
  ) -> Range<Int>? {
    let window = phrases.drop { $0.upperBound < draft.lowerBound - 14 }
      .prefix { $0.lowerBound < draft.upperBound + 14 }.filter { !$0.overlaps(draft) }
    if let after = window.first(where: { $0.lowerBound >= draft.upperBound }),
      after.lowerBound <= neighbours.upperBound,
      !span(draft.upperBound, after.lowerBound).contains(where: endsClause)
    {
      return after
    }
    if let before = window.last(where: { $0.upperBound <= draft.lowerBound }),
      before.lowerBound >= neighbours.lowerBound,
      isNear(before, draft)
    {
      return before
    }
    return phrases.first.flatMap { opensSentence($0) && !$0.overlaps(draft) ? $0 : nil }
  }

  private func endsClause(_ index: Int) -> Bool {
    sentence.isClauseBreak(index) && !sentence.isSign(index, "(") && !sentence.isSign(index, ")")
      || sentence.has(index, .saying) || sentence.has(index, .conjunction)
  }

  private func opensSentence(_ phrase: Range<Int>) -> Bool {
    phrase.lowerBound == 0
      || phrase.lowerBound == 1 && (!sentence.isWord(0) || sentence.has(0, .conjunction))
  }

  /// Whether a phrase before a figure is of its clause: no comma between but the one that closes
  /// the phrase, and at most one verb. A weekday before a verb says when it was done or said.
  private func isNear(_ phrase: Range<Int>, _ draft: Range<Int>) -> Bool {
    let start = sentence.isSign(phrase.upperBound, ",") ? phrase.upperBound + 1 : phrase.upperBound
    let gap = span(start, draft.lowerBound)
    guard !gap.contains(where: sentence.isClauseBreak) else { return false }
    let verbs = gap.filter { sentence.has($0, .verb) || sentence.endsLikeVerb($0) }.count
    let isWeekday = phrase.contains { sentence.has($0, .weekday) }
    return verbs == 0 || verbs == 1 && !isWeekday
  }

  /// The token after a time phrase that starts here.
  func phrase(at index: Int) -> Int? {
    guard sentence.isWord(index, in: starters) || sentence.has(index, .weekday) else { return nil }
    if sentence.isWord(index, asKey), sentence.isWord(index + 1, ofKey) {
      return time(at: index + 2, mayBeLoose: true)
    }
    if sentence.isWord(index, soKey), sentence.isWord(index + 1, farKey) { return index + 2 }
    if sentence.isWord(index, in: leading) {
      if sentence.isWord(index, in: durations), isNumberOrArticle(index + 1) { return nil }
      if sentence.isWord(index, in: pointWords), sentence.isWord(index + 1, in: indefinite) {
        return nil
      }
      return time(at: index + 1, mayBeLoose: sentence.isWord(index, in: loose))
    }
    return bare(at: index)
  }

  /// "last year", "this week", "yesterday", "Friday", "a year earlier".
  private func bare(at index: Int) -> Int? {
    if sentence.isWord(index, in: pointing),
      sentence.isWord(index + 1, in: nouns)
        || sentence.has(index + 1, [.month, .weekday])
    {
      return index + 2
    }
    if sentence.isWord(index, theKey), sentence.isWord(index + 1, in: samePast) {
      return time(at: index, mayBeLoose: false)
    }
    if sentence.isWord(index, in: articles), sentence.isWord(index + 1, in: nouns),
      sentence.isWord(index + 2, in: agoWords)
    {
      return index + 3
    }
    if sentence.isWord(index, in: days) || sentence.has(index, .weekday) {
      return sentence.has(index - 1, .determiner) ? nil : index + 1
    }
    return nil
  }

  /// What may follow a preposition of time.
  private func time(at start: Int, mayBeLoose: Bool) -> Int? {
    var index = start
    var sawModifier = false
    while index < start + 7 {
      if sentence.isNumber(index), isYear(index) { return extended(index + 1) }
      if sentence.has(index, .month) { return monthEnd(index) }
      if sentence.has(index, .weekday) || sentence.isWord(index, in: days) {
        return extended(index + 1)
      }
      if sentence.isWord(index, in: nouns) {
        let isFree =
          index == start
          || !sawModifier && !mayBeLoose
            && (sentence.isNumber(index - 1) || isSpelledNumber(index - 1))
            && sentence.isWord(start - 1, in: pointWords)
        return isFree ? nil : extended(index + 1)
      }
      if sentence.isWord(index, in: edges), sentence.isWord(index + 1, ofKey) {
        return edgeEnd(index + 2)
      }
      let isModifier = sentence.isWord(index, in: modifiers) || sentence.has(index, .determiner)
      sawModifier = sawModifier || isModifier
      guard
        isModifier || sentence.isNumber(index) || isSpelledNumber(index) || sentence.isDash(index)
          || sentence.isWord(index, in: edges)
      else { break }
      index += 1
    }
    return mayBeLoose && !sentence.isNumber(start) ? nounEnd(start) : nil
  }

  private func isSpelledNumber(_ index: Int) -> Bool {
    NumberReader(sentence.tokens).number(at: index) != nil
  }

  /// "for six weeks", "after a year": how long, not when; "for 2024" is when.
  private func isNumberOrArticle(_ index: Int) -> Bool {
    sentence.isWord(index, in: indefinite) || sentence.isNumber(index) && !isYear(index)
      || sentence.isWord(index) && NumberReader.beginsCount(sentence.tokens[index])
  }

  private func isYear(_ index: Int) -> Bool {
    guard let token = sentence.token(index) else { return false }
    return token.digits == 4 && token.traits.isDisjoint(with: [.grouped, .decimal])
      && (1000..<2200).contains(token.value)
  }

  private func monthEnd(_ index: Int) -> Int {
    var end = index + 1
    if sentence.isNumber(end), (sentence.token(end)?.value ?? 99) <= 31 { end += 1 }
    if sentence.isSign(end, ","), sentence.isNumber(end + 1), isYear(end + 1) { return end + 2 }
    if sentence.isNumber(end), isYear(end) { end += 1 }
    return extended(end)
  }

  /// "the beginning of the invasion", "the end of 2019".
  private func edgeEnd(_ index: Int) -> Int? {
    if let end = time(at: index, mayBeLoose: false) { return end }
    return nounEnd(index)
  }

  private func nounEnd(_ start: Int) -> Int? {
    var index = start
    while index < start + 6, sentence.isWord(index),
      sentence.has(index, .determiner) || !sentence.has(index, WordClass.closed.union(.verb))
    {
      index += 1
    }
    return index > start && sentence.isWord(index - 1) && !sentence.has(index - 1, .determiner)
      ? index : nil
  }

  /// Takes in "alone", "so far", "of last year", "of 2019".
  private func extended(_ end: Int) -> Int {
    if sentence.isWord(end, aloneKey) { return end + 1 }
    if sentence.isWord(end, ofKey) || sentence.isWord(end, in: agoWords) {
      if sentence.isWord(end, in: agoWords) { return end + 1 }
      if let further = time(at: end + 1, mayBeLoose: false) ?? bare(at: end + 1) { return further }
    }
    if sentence.isWord(end, in: pointing), sentence.isWord(end + 1, in: nouns) { return end + 2 }
    return end
  }
}

private let asKey = WordKey("as")
private let ofKey = WordKey("of")
private let theKey = WordKey("the")
private let aloneKey = WordKey("alone")
private let leading = WordSet(
  "in on since during by over until till through throughout at from after before within between for"
)
private let loose = WordSet("since after before")
private let pointing = WordSet("last this next past")
private let samePast = WordSet("same previous past last following")
private let articles = WordSet("a an one two three")
private let nouns = WordSet(
  "year years month months week weeks day days quarter quarters decade decades century weekend season summer winter spring autumn fall morning afternoon evening night hour hours minute minutes fiscal period time half"
)
private let pointWords = WordSet("in on at by")
private let indefinite = WordSet("a an")
private let agoWords = WordSet("ago earlier before")
private let days = WordSet("today yesterday tomorrow tonight overnight now")
/// Every word that a time phrase may begin with, to pass over all others at one look.
private let starters = WordSet(
  """
  as so the a an one two three last this next past today yesterday tomorrow tonight overnight now in on
  since during by over until till through throughout at from after before within between for
  """)
private let durations = WordSet("for after within over before from between")
private let soKey = WordKey("so")
private let farKey = WordKey("far")
private let edges = WordSet("end beginning start middle close mid early late")
private let modifiers = WordSet(
  "past last first second third fourth next same previous coming final recent current early late mid fiscal calendar following entire whole full prior latest three-month"
)
