import Prose

/// Gives each draft what it counts: a noun after it, an age, or what its neighbours count.
struct Counting {
  let sentence: Sentence
  private let nouns: CountedNoun

  init(_ sentence: Sentence) {
    self.sentence = sentence
    nouns = CountedNoun(sentence: sentence)
  }

  /// Fills units and counted phrases of all drafts.
  func count(_ drafts: inout [Draft]) {
    for index in drafts.indices { count(&drafts[index]) }
    shareBackwards(&drafts)
    takePercentagePoints(&drafts)
    shareForwards(&drafts)
  }

  private func count(_ draft: inout Draft) {
    let next = draft.written.upperBound
    if draft.unit == nil, takeAge(&draft) || takeMagnitude(&draft) { return }
    refineUnit(&draft)
    if draft.unit != nil {
      if let of = nouns.pastOf(next), let phrase = nouns.phrase(at: of, .behindOf) {
        draft.counted = phrase.tokens
        takeRate(behind: phrase, &draft)
      } else {
        markAttributive(&draft)
      }
      return
    }
    if let child = child(draft) {
      draft.unitName = child
      return
    }
    guard let phrase = countedPhrase(draft) else {
      draft.unitName = groupMember(draft) ?? draft.unitName
      return
    }
    take(phrase, &draft)
  }

  private func countedPhrase(_ draft: Draft) -> CountedNoun.Phrase? {
    let next = draft.written.upperBound
    let isOne = draft.low == 1 && draft.high == nil
    if sentence.isHyphen(next) { return hyphenated(next + 1) }
    if partOf(next) != nil { return nil }
    if !isOne, let members = ofThem(next) { return members }
    if let of = nouns.pastOf(next) {
      let mayTakeOf =
        draft.form != .digits && draft.form != .words || isOne || draft.hasShortScale
        || draft.scale > 1 || !sentence.isNumber(of)
      // "The 1.3 lakh of the year before" were counted in that year.
      let isWhen = sentence.isWord(of + 1, in: agoWords)
      return mayTakeOf && !isWhen ? nouns.phrase(at: of, .behindOf) : nil
    }
    var start = next
    if draft.form == .fraction || sentence.isWord(next, in: fillersBefore) {
      while sentence.has(start, [.determiner, .filler]), start < next + 3 { start += 1 }
    }
    return nouns.phrase(at: start, isOne ? .behindOne : .behindNumber)
  }

  /// "Nine of them children": what those are, where the words at once behind say it.
  private func ofThem(_ of: Int) -> CountedNoun.Phrase? {
    guard sentence.isWord(of, ofKey), sentence.isWord(of + 1, in: themWords),
      let phrase = nouns.phrase(at: of + 2), phrase.tokens.lowerBound == of + 2,
      sentence.isPlural(phrase.tokens.upperBound - 1)
    else { return nil }
    return phrase
  }

  /// "six-cylinder engine", "three-year": the one word behind the hyphen.
  private func hyphenated(_ index: Int) -> CountedNoun.Phrase? {
    guard sentence.isWord(index) else { return nil }
    return CountedNoun.Phrase(
      tokens: index..<index + 1, name: nouns.name(of: index..<index + 1))
  }

  private func take(_ phrase: CountedNoun.Phrase, _ draft: inout Draft) {
    let phrase = attributive(phrase, draft) ?? phrase
    draft.counted = phrase.tokens
    draft.unitName = phrase.name
    draft.phrase = draft.phrase.lowerBound..<max(draft.phrase.upperBound, phrase.tokens.upperBound)
    if draft.form == .fraction || draft.form == .ratio, !isWhole(draft) {
      // A share of what is counted, as the field writes it.
      draft.unitName = "% " + phrase.name
    }
    takeRate(behind: phrase, &draft)
  }

  /// "A 3 cylinder engine", "the 12 page document": several of what is named in the singular
  /// describe the noun behind it.
  private func attributive(_ phrase: CountedNoun.Phrase, _ draft: Draft) -> CountedNoun.Phrase? {
    let first = phrase.tokens.lowerBound
    guard draft.form == .digits, draft.low > 1, draft.low < 1000, draft.high == nil,
      phrase.tokens.count > 1, first == draft.written.upperBound, !sentence.isCapitalised(first),
      sentence.has(draft.written.lowerBound - 1, .determiner),
      !phrase.tokens.contains(where: { sentence.isPlural($0) || sentence.isDash($0) })
    else { return nil }
    return CountedNoun.Phrase(
      tokens: first..<first + 1, name: nouns.name(of: first..<first + 1))
  }

  /// Whether a fraction is of one thing ("half a day", "1/2 cup") rather than a share of many.
  private func isWhole(_ draft: Draft) -> Bool {
    draft.scale > 1
      || draft.form == .fraction
        && !(sentence.isWord(draft.written.upperBound, ofKey)
          || sentence.has(draft.written.upperBound, .determiner)
            && !sentence.isWord(draft.written.upperBound, in: indefinite))
  }

  private func takeRate(behind phrase: CountedNoun.Phrase, _ draft: inout Draft) {
    guard let name = draft.unitName,
      let (rate, end) = UnitReader(sentence: sentence).rate(at: phrase.tokens.upperBound, draft)
    else { return }
    draft.unitName = name + " per " + rate
    draft.phrase = draft.phrase.lowerBound..<max(draft.phrase.upperBound, end)
  }

  /// "a 300-mile trip", "$1 billion suit": what follows is described, not counted.
  private func markAttributive(_ draft: inout Draft) {
    var next = draft.phrase.upperBound
    if sentence.isHyphen(next) { next += 1 }
    let isNoun =
      !sentence.has(next, .verb)
      || sentence.has(next, .changeNoun)
        && sentence.isWord(draft.phrase.lowerBound - 1, in: indefinite)
    draft.isAttributive =
      sentence.isWord(next) && !sentence.has(next, .closed)
      && isNoun && !sentence.isWord(next, in: extents)
  }

  /// "magnitude-6.3".
  private func takeMagnitude(_ draft: inout Draft) -> Bool {
    let before = draft.written.lowerBound - 1
    let word = sentence.isDash(before) ? before - 1 : before
    guard sentence.isWord(word, magnitudeKey) else { return false }
    draft.unitName = "magnitude"
    return true
  }

  /// "aged 5 to 36 months" is an age; a "six-point lead" in a poll is in percentage points.
  private func refineUnit(_ draft: inout Draft) {
    let before = draft.written.lowerBound - 1
    if draft.unit?.kind == .time, sentence.isWord(before, in: agedWords) || isOfChild(before),
      let name = draft.unitName
    {
      draft.unit = Unit(name + " of age", .age)
      draft.unitName = name + " of age"
    }
  }

  /// "a father of three swims": a child, whatever follows, but for "of three girls".
  private func child(_ draft: Draft) -> String? {
    let next = draft.written.upperBound
    guard sentence.isWord(draft.written.lowerBound - 1, ofKey),
      sentence.isWord(draft.written.lowerBound - 2, in: parents), !sentence.isHyphen(next)
    else { return nil }
    return sentence.has(next, .plural) || sentence.isWord(next, in: offspring) ? nil : "child"
  }

  /// What a group is of: "a team of twelve", "home to 41,000"; or "68 wounded".
  private func groupMember(_ draft: Draft) -> String? {
    let of = draft.written.lowerBound - 1
    let next = draft.written.upperBound
    if sentence.isWord(next, in: victims),
      !sentence.isWord(next + 1) || sentence.has(next + 1, .closed)
    {
      return "people"
    }
    if sentence.isWord(of, toKey), sentence.isWord(of - 1, homeKey) { return "people" }
    guard sentence.isWord(of, ofKey), !sentence.isHyphen(draft.written.upperBound) else {
      return nil
    }
    return sentence.isWord(of - 1, in: groups) ? "people" : nil
  }

  /// A "six-point lead" and a "half-point rise" of a rate are in percentage points, where the
  /// sentence speaks of shares and not of an index.
  private func takePercentagePoints(_ drafts: inout [Draft]) {
    let hasPercent = drafts.contains { $0.unit?.kind == .percent || $0.unit?.kind == .points }
    let tokens = sentence.tokens.indices
    let isPoll = tokens.contains { sentence.isWord($0, in: pollWords) }
    guard isPoll || hasPercent && tokens.contains(where: { sentence.isWord($0, in: rateWords) }),
      !tokens.contains(where: { sentence.isWord($0, in: indexWords) })
    else { return }
    for index in drafts.indices
    where drafts[index].unitName == "point" || drafts[index].unitName == "% point" {
      guard drafts[index].low < 60 else { continue }
      drafts[index].unit = Unit("percentage point", .points)
      drafts[index].unitName = "percentage point"
      drafts[index].counted = nil
    }
  }
}

private let toKey = WordKey("to")
private let homeKey = WordKey("home")
private let themWords = WordSet("them us whom which")
private let victims = WordSet("dead wounded injured missing homeless")
private let ofKey = WordKey("of")
private let fillersBefore = WordSet("of the")
private let extents = WordSet(
  "wide long tall high deep thick slim away across apart old more less higher lower up down square longer shorter taller"
)
private let parents = WordSet("father mother dad mum mom parent parents grandmother grandfather")
private let offspring = WordSet(
  "girls boys sons daughters teenagers toddlers babies young adult small")
private let groups = WordSet("team family families group crew party panel squad band")
private let magnitudeKey = WordKey("magnitude")
private let pollWords = WordSet(
  "margin poll polls polling unemployment approval election elections voters")
private let rateWords = WordSet("rate rates percentage inflation turnout share survey")
private let indexWords = WordSet(
  "index dow nasdaq ftse nikkei stoxx average shares stock stocks game games league seconds scored shooting rebounds quarter quarterback basketball"
)
