import Prose

/// Finds the words that say as of when a figure holds: "since 24 February", "in the first week
/// alone", "as of Saturday", "over the past 8 weeks", "last year".
struct TimePhrases {
  let sentence: Sentence
  /// Whether "ago" or its like stands in the sentence at all.
  private let hasAgo: Bool

  init(sentence: Sentence) {
    self.sentence = sentence
    hasAgo = sentence.tokens.indices.contains { sentence.isWord($0, in: agoWords) }
  }

  /// Every time phrase of the sentence, in order. Of two that touch, the one with a date, a month
  /// or a weekday stays: "before dawn on Wednesday".
  func phrases() -> [Range<Int>] {
    var found: [Range<Int>] = []
    var index = 0
    while index < sentence.count {
      guard let end = phrase(at: index) else {
        index += 1
        continue
      }
      if let last = found.last, last.upperBound == index {
        if isCalendar(index..<end), !isCalendar(last) { found[found.count - 1] = index..<end }
      } else {
        found.append(index..<end)
      }
      index = end
    }
    return found
  }

  /// Whether a phrase names a day, a month or a year.
  private func isCalendar(_ phrase: Range<Int>) -> Bool {
    phrase.contains { sentence.has($0, [.month, .weekday]) || isYear($0) }
  }

  /// The token after a time phrase that starts here.
  func phrase(at index: Int) -> Int? {
    if let end = plainDate(at: index) ?? agoEnd(index) { return end }
    guard sentence.isWord(index, in: starters) || sentence.has(index, .weekday) else { return nil }
    if sentence.isWord(index, ofKey) { return pastTime(behindOf: index) }
    if sentence.isWord(index, in: spanWords), let end = spanEnd(index + 1) { return end }
    if sentence.isWord(index, in: lasting), sentence.isWord(index + 1, theKey),
      sentence.isWord(index + 2, in: coming)
    {
      return nil
    }
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

  /// "March 3", "7-11 July" without a preposition.
  private func plainDate(at index: Int) -> Int? {
    if sentence.has(index, .month), sentence.isCapitalised(index), isDay(index + 1) {
      return monthEnd(index)
    }
    guard isDay(index) else { return nil }
    let month = sentence.isDash(index + 1) && isDay(index + 2) ? index + 3 : index + 1
    return sentence.has(month, .month) && sentence.isCapitalised(month) ? monthEnd(month) : nil
  }

  private func isDay(_ index: Int) -> Bool {
    guard let token = sentence.token(index), token.isNumber, token.digits <= 2 else { return false }
    return token.traits.isDisjoint(with: [.decimal, .fraction]) && (1...31).contains(token.value)
  }

  /// "four years ago", "two weeks earlier".
  private func agoEnd(_ index: Int) -> Int? {
    guard hasAgo, let number = NumberReader(sentence.tokens).number(at: index), number.value < 1000,
      sentence.isWord(number.tokens.upperBound, in: nouns),
      sentence.isWord(number.tokens.upperBound + 1, in: agoWords)
    else { return nil }
    return number.tokens.upperBound + 2
  }

  /// "the 2.6m of July last year", "the £4.35 of three years ago".
  private func pastTime(behindOf index: Int) -> Int? {
    guard let before = sentence.token(index - 1),
      before.isNumber || NumberReader.beginsCount(before)
    else { return nil }
    if let end = agoEnd(index + 1) { return end }
    guard
      sentence.has(index + 1, .month) || sentence.isWord(index + 1, in: pointing)
        || sentence.isWord(index + 1, theKey) && sentence.isWord(index + 3, in: agoWords)
    else { return nil }
    return time(at: index + 1, mayBeLoose: false)
  }

  /// "between March and July 2022", "from June to August".
  private func spanEnd(_ index: Int) -> Int? {
    guard sentence.has(index, .month) || isYear(index) else { return nil }
    var end = index + 1
    if isDay(end) { end += 1 }
    guard sentence.isWord(end, in: spanJoins) || sentence.isDash(end) else { return nil }
    if sentence.has(end + 1, .month) { return monthEnd(end + 1) }
    return isYear(end + 1) ? end + 2 : nil
  }

  /// "last year", "this week", "yesterday", "Friday", "a year earlier".
  private func bare(at index: Int) -> Int? {
    if sentence.isWord(index, in: pointing),
      sentence.isWord(index + 1, in: nouns)
        || sentence.has(index + 1, [.month, .weekday])
    {
      return index + 2
    }
    if sentence.isWord(index, theKey), sentence.isWord(index + 1, in: nouns),
      sentence.isWord(index + 2, beforeKey), !sentence.isWord(index + 3)
    {
      return index + 3
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
      if sentence.isNumber(index), isYear(index) {
        return isModel(index) ? nil : extended(index + 1)
      }
      if index == start, sentence.isWord(index, in: seasons), !sentence.has(index + 1, .weekday),
        !sentence.isWord(index + 1, in: nouns)
      {
        return extended(index + 1)
      }
      if index == start, let end = clockEnd(index) { return end }
      if sentence.has(index, .month) { return monthEnd(index) }
      if sentence.has(index, .weekday) || sentence.isWord(index, in: days) {
        return extended(index + 1)
      }
      if sentence.isWord(index, in: nouns) {
        let isLength =
          !sawModifier && !mayBeLoose && isLength(upTo: index, behindPointWordBefore: start)
        return index == start || isLength ? nil : extended(index + 1)
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

  /// "The 2021 version": a year that says which of several things.
  private func isModel(_ year: Int) -> Bool {
    sentence.isWord(year - 1, theKey) && sentence.isWord(year + 1, in: editions)
  }

  /// "in six weeks": how long something takes, not when it is.
  private func isLength(upTo noun: Int, behindPointWordBefore start: Int) -> Bool {
    (sentence.isNumber(noun - 1) || isSpelledNumber(noun - 1))
      && sentence.isWord(start - 1, in: pointWords)
  }

  /// "9am", "10.30am", "noon", "FY24".
  private func clockEnd(_ index: Int) -> Int? {
    if sentence.isWord(index, in: clockWords) { return extended(index + 1) }
    if sentence.isWord(index, fiscalKey), sentence.isNumber(index + 1) { return index + 2 }
    guard sentence.isNumber(index) else { return nil }
    let hasMinutes = sentence.isSign(index + 1, ":") && sentence.isNumber(index + 2)
    let half = hasMinutes ? index + 3 : index + 1
    return sentence.isWord(half, in: halfDays) ? extended(half + 1) : nil
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
  "year years month months week weeks day days quarter quarters decade decades century weekend season summer winter spring autumn fall morning afternoon evening night hour hours minute minutes fiscal period time half fortnight"
)
private let pointWords = WordSet("in on at by")
private let editions = WordSet(
  "version versions model models edition editions report survey poll study law act treaty agreement deal"
)
private let beforeKey = WordKey("before")
/// Times of the year and of the day that stand without an article: "by summer", "at night".
private let seasons = WordSet("spring summer autumn winter christmas easter ramadan night")
private let days = WordSet("today yesterday tomorrow tonight overnight now")
/// Every word that a time phrase may begin with, to pass over all others at one look.
private let starters = WordSet(
  """
  as so the a an one two three of last this next past today yesterday tomorrow tonight overnight now in on
  since during by over until till through throughout at from after before within between for
  """)
private let durations = WordSet("for after within over before from between")
private let spanJoins = WordSet("and to")
private let lasting = WordSet("over for within in")
private let coming = WordSet("next coming")
private let clockWords = WordSet("noon midday midnight dawn dusk")
private let halfDays = WordSet("am pm a.m p.m")
private let fiscalKey = WordKey("fy")
private let soKey = WordKey("so")
private let farKey = WordKey("far")
private let edges = WordSet("end beginning start middle close mid early late")
private let modifiers = WordSet(
  "opening closing easter boxing christmas past last first second third fourth next same previous coming final recent current early late mid fiscal calendar following entire whole full prior latest three-month"
)
