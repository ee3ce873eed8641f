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

  /// "six-cylinder engine", "three-year": the one word behind the hyphen.
  private func hyphenated(_ index: Int) -> CountedNoun.Phrase? {
    guard sentence.isWord(index) else { return nil }
    return CountedNoun.Phrase(
      tokens: index..<index + 1, name: nouns.name(of: index..<index + 1))
  }

  private func take(_ phrase: CountedNoun.Phrase, _ draft: inout Draft) {
    draft.counted = phrase.tokens
    draft.unitName = phrase.name
    draft.phrase = draft.phrase.lowerBound..<max(draft.phrase.upperBound, phrase.tokens.upperBound)
    if draft.form == .fraction || draft.form == .ratio, !isWhole(draft) {
      // A share of what is counted, as the field writes it.
      draft.unitName = "% " + phrase.name
    }
    takeRate(behind: phrase, &draft)
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
    draft.isAttributive =
      sentence.isWord(next) && !sentence.has(next, .closed)
      && !sentence.has(next, .verb) && !sentence.isWord(next, in: extents)
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
    if draft.unit?.kind == .time, sentence.isWord(draft.written.lowerBound - 1, in: agedWords),
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

  /// What a group is of: "a team of twelve".
  private func groupMember(_ draft: Draft) -> String? {
    let of = draft.written.lowerBound - 1
    guard sentence.isWord(of, ofKey), !sentence.isHyphen(draft.written.upperBound) else {
      return nil
    }
    return sentence.isWord(of - 1, in: groups) ? "people" : nil
  }

  // MARK: Ages

  /// "Maddon, 66,", "aged 25", "she was 35".
  private func takeAge(_ draft: inout Draft) -> Bool {
    guard draft.scale == 1, draft.low == draft.low.rounded(), (1..<120).contains(draft.low) else {
      return false
    }
    let start = draft.written.lowerBound
    let next = draft.written.upperBound
    let isAged =
      sentence.isWord(start - 1, in: agedWords)
      || sentence.isWord(start - 1, ofKey) && sentence.isWord(start - 2, ageKey)
      || sentence.isWord(start - 1, in: betweenWords) && sentence.isWord(start - 2, in: agedWords)
    guard isAged || isApposition(start, next) || isPredicate(start, next) || isLimit(start, next)
    else { return false }
    draft.unit = Unit("year of age", .age)
    draft.unitName = "year of age"
    return true
  }

  /// "people over 65", "children under five".
  private func isLimit(_ start: Int, _ next: Int) -> Bool {
    sentence.isWord(start - 1, in: limits) && sentence.isWord(start - 2, in: agedPeople)
      && (!sentence.isWord(next) || sentence.has(next, .closed) || sentence.has(next, .verb))
  }

  private func isApposition(_ start: Int, _ next: Int) -> Bool {
    let isFramed = sentence.isSign(start - 1, ",") || sentence.isSign(start - 1, "(")
    guard isFramed, sentence.isName(start - 2) || start == 2 && sentence.isWord(0),
      sentence.token(start - 2)?.isCapitalised == true, next - start == 1
    else { return false }
    if sentence.isSign(start - 1, "(") { return sentence.isSign(next, ")") && !isListed }
    let closes =
      sentence.isSign(next, ",") || sentence.isSign(next, ".") || sentence.isSign(next, ";")
    return closes && !sentence.isNumber(next + 1) && !sentence.isWord(start - 2, in: notPeople)
  }

  /// Whether the sentence has several numbers in brackets, which are then no ages.
  private var isListed: Bool {
    sentence.tokens.indices.lazy.filter {
      sentence.isSign($0, "(") && sentence.isNumber($0 + 1) && sentence.isSign($0 + 2, ")")
    }.prefix(2).count > 1
  }

  /// "He will be 35", "she turned 60".
  private func isPredicate(_ start: Int, _ next: Int) -> Bool {
    let isEnd =
      !sentence.isWord(next)
      || sentence.has(next, [.preposition, .conjunction, .time]) && !sentence.isWord(next, ofKey)
    if sentence.isWord(start - 1, in: shortenedBe) { return isEnd }
    guard sentence.isWord(start - 1, in: beWords) else { return false }
    var subject = start - 2
    while sentence.has(subject, [.auxiliary, .adverb]) { subject -= 1 }
    return isEnd && sentence.isWord(subject, in: personWords)
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

  // MARK: Sharing

  /// "four, five and six cylinders": each takes the noun of the last.
  private func shareBackwards(_ drafts: inout [Draft]) {
    for index in drafts.indices.dropLast().reversed() {
      guard drafts[index].unitName == nil, let name = drafts[index + 1].unitName,
        isListGap(span(drafts[index].written.upperBound, drafts[index + 1].written.lowerBound))
      else { continue }
      let isShare = drafts[index].form == .fraction && drafts[index + 1].unit == nil
      drafts[index].unitName = isShare ? "% " + name : name
      drafts[index].unit = drafts[index + 1].unit
      drafts[index].counted = drafts[index + 1].counted
    }
  }

  /// Whether only list marks stand between two numbers.
  private func isListGap(_ gap: Range<Int>) -> Bool {
    isPartGap(gap)
      || gap.count <= 3
        && gap.allSatisfy {
          sentence.isSign($0, ",") || sentence.isDash($0) || sentence.isWord($0, in: listWords)
        } && gap.contains { sentence.isSign($0, ",") || sentence.isWord($0, in: listWords) }
  }

  /// Whether the second number is the whole that the first is a part of, as the currency or sign
  /// before the second number still belongs to the gap.
  private func isPartGap(_ gap: Range<Int>) -> Bool {
    guard let whole = partOf(gap.lowerBound) else { return false }
    return (gap.upperBound...gap.upperBound + 1).contains(whole)
  }

  /// The number that a part is of: "39 of 64 cities", "one of more than 700 flats", "13 of
  /// Baltimore's 39 schools"; nil where "of" names what is counted.
  private func partOf(_ of: Int) -> Int? {
    guard sentence.isWord(of, ofKey) else { return nil }
    for place in of + 1..<of + 7 {
      if sentence.isNumber(place) || isCount(place) { return place }
      guard let token = sentence.token(place) else { return nil }
      let isOwner =
        sentence.token(place + 1)?.traits.contains(.possessive) == true
        || sentence.token(place + 1)?.isQuotationMark == true
      let isFree =
        token.isWord && !sentence.has(place, [.verb, .auxiliary, .pronoun])
        && !(sentence.has(place, [.preposition, .conjunction]) && !isBoundWord(place))
        && (isOwner || !sentence.isPlural(place))
      let isMark =
        token.traits.contains(.possessive) || token.isQuotationMark && sentence.isPlural(place - 1)
        || CurrencyTable.currency(ofSign: token.bits) != nil && token.kind == .symbol
      guard isFree || isMark || sentence.has(place, .determiner) else { return nil }
    }
    return nil
  }

  private func isBoundWord(_ index: Int) -> Bool {
    sentence.has(index, .hedge) || sentence.isWord(index, thanKey)
  }

  private func isCount(_ index: Int) -> Bool {
    guard let token = sentence.token(index), token.isWord else { return false }
    return NumberReader.beginsCount(token) && !sentence.isHyphen(index + 1)
  }

  /// "compared with 63 last year", "four in Tennessee": a bare number takes the noun before it.
  private func shareForwards(_ drafts: inout [Draft]) {
    for index in drafts.indices.dropFirst() {
      guard drafts[index].unitName == nil, drafts[index].form != .fraction,
        let name = drafts[index - 1].unitName,
        mayShare(drafts[index - 1], drafts[index])
      else { continue }
      drafts[index].unitName = name
      drafts[index].unit = drafts[index - 1].unit
      drafts[index].counted = drafts[index - 1].counted
      if !name.contains(" per ") { UnitReader(sentence: sentence).takeRate(&drafts[index]) }
    }
  }

  private func mayShare(_ first: Draft, _ second: Draft) -> Bool {
    let gap = span(first.phrase.upperBound, second.written.lowerBound)
    guard gap.count <= 14 else { return false }
    let before = second.written.lowerBound - 1
    switch first.unit?.kind {
    case .percent?, .points?, .money?:
      return sentence.isWord(before, byKey)
        || first.unit?.kind != .money
          && (sentence.isWord(before, fromKey) || sentence.isWord(before, onKey))
    case .time?: return sentence.isWord(before, fromKey)
    case .age?: return gap.allSatisfy { sentence.isSign($0, ",") || sentence.isWord($0, andKey) }
    case .temperature? where second.low < 0: return true
    case .measure?, .temperature?:
      let isCopula = sentence.isWord(before, in: beWords) && sentence.isWord(before - 1, itKey)
      return isCopula || sentence.isWord(before, in: comparingWords)
    case nil: break
    }
    let isCompared = sentence.isWord(before, in: comparingWords)
    let isListed = sentence.isWord(before, in: listWords) || sentence.isSign(before, ",")
    let follows = second.written.upperBound
    if sentence.isWord(before, ofKey), sentence.isWord(before - 1, averageKey) { return true }
    return isCompared || isListed && sentence.isWord(follows, in: placeWords)
  }
}

private let agoWords = WordSet("ago before earlier")
private let ofKey = WordKey("of")
private let thanKey = WordKey("than")
private let ageKey = WordKey("age")
private let byKey = WordKey("by")
private let onKey = WordKey("on")
private let fromKey = WordKey("from")
private let fillersBefore = WordSet("of the")
private let agedWords = WordSet("aged age ages")
private let betweenWords = WordSet("between")
private let notPeople = WordSet("inc corp ltd")
private let beWords = WordSet("be is was turned turns am")
private let shortenedBe = WordSet("i'm he's she's")
private let indefinite = WordSet("a an")
private let extents = WordSet(
  "wide long tall high deep thick slim away across apart old more less higher lower up down square longer shorter taller"
)
private let limits = WordSet("over under above below")
private let agedPeople = WordSet(
  "people adults children kids women men those anyone everyone residents patients workers voters girls boys teenagers infants babies americans veterans"
)
private let parents = WordSet("father mother dad mum mom parent parents grandmother grandfather")
private let offspring = WordSet(
  "girls boys sons daughters teenagers toddlers babies young adult small")
private let groups = WordSet("team family families group crew party panel squad band")
private let magnitudeKey = WordKey("magnitude")
private let itKey = WordKey("it")
private let pollWords = WordSet(
  "margin poll polls polling unemployment approval election elections voters")
private let rateWords = WordSet("rate rates percentage inflation turnout share survey")
private let indexWords = WordSet(
  "index dow nasdaq ftse nikkei stoxx average shares stock stocks game games league seconds scored shooting rebounds quarter quarterback basketball"
)
private let averageKey = WordKey("average")
private let andKey = WordKey("and")
private let personWords = WordSet("he she i who")
private let listWords = WordSet("and or to nor")
private let comparingWords = WordSet("from with to than versus vs against for or about over nearly")
private let placeWords = WordSet("in at from for on with were was during who")
