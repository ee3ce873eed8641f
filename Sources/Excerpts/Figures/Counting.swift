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
    shareForwards(&drafts)
  }

  private func count(_ draft: inout Draft) {
    let next = draft.written.upperBound
    if draft.unit == nil, takeAge(&draft) { return }
    if draft.unit != nil {
      if let of = nouns.pastOf(next), let phrase = nouns.phrase(at: of) {
        draft.counted = phrase.tokens
      } else {
        markAttributive(&draft)
      }
      return
    }
    guard let phrase = countedPhrase(draft) else { return }
    take(phrase, &draft)
  }

  private func countedPhrase(_ draft: Draft) -> CountedNoun.Phrase? {
    let next = draft.written.upperBound
    let isOne = draft.low == 1 && draft.high == nil
    if sentence.isHyphen(next) { return hyphenated(next + 1) }
    if let of = nouns.pastOf(next) {
      let mayTakeOf =
        draft.form != .digits && draft.form != .words || isOne || draft.hasShortScale
        || draft.scale > 1 || !sentence.isNumber(of)
      return mayTakeOf ? nouns.phrase(at: of) : nil
    }
    var start = next
    if draft.form == .fraction || sentence.isWord(next, in: fillersBefore) {
      while sentence.has(start, [.determiner, .filler]), start < next + 3 { start += 1 }
    }
    return nouns.phrase(at: start, isOne: isOne)
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
    guard let (rate, end) = UnitReader(sentence: sentence).rate(at: phrase.tokens.upperBound, draft)
    else { return }
    draft.unitName = phrase.name + " per " + rate
    draft.phrase = draft.phrase.lowerBound..<max(draft.phrase.upperBound, end)
  }

  /// "a 300-mile trip", "$1 billion suit": what follows is described, not counted.
  private func markAttributive(_ draft: inout Draft) {
    var next = draft.phrase.upperBound
    if sentence.isHyphen(next) { next += 1 }
    draft.isAttributive =
      sentence.isWord(next) && !sentence.has(next, .closed)
      && !sentence.has(next, .verb)
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
    guard isAged || isApposition(start, next) || isPredicate(start, next) else { return false }
    draft.unit = Unit("year of age", .age)
    draft.unitName = "year of age"
    return true
  }

  private func isApposition(_ start: Int, _ next: Int) -> Bool {
    let isFramed = sentence.isSign(start - 1, ",") || sentence.isSign(start - 1, "(")
    guard isFramed, sentence.isName(start - 2) || start == 2 && sentence.isWord(0),
      sentence.token(start - 2)?.isCapitalised == true, next - start == 1
    else { return false }
    if sentence.isSign(start - 1, "(") { return sentence.isSign(next, ")") }
    let closes =
      sentence.isSign(next, ",") || sentence.isSign(next, ".") || sentence.isSign(next, ";")
    return closes && !sentence.isNumber(next + 1) && !sentence.isWord(start - 2, in: notPeople)
  }

  /// "He will be 35", "she turned 60".
  private func isPredicate(_ start: Int, _ next: Int) -> Bool {
    guard sentence.isWord(start - 1, in: beWords) else { return false }
    var subject = start - 2
    while sentence.has(subject, [.auxiliary, .adverb]) { subject -= 1 }
    let ends = !sentence.isWord(next) || sentence.has(next, [.preposition, .conjunction, .time])
    return ends && sentence.isWord(subject, in: personWords)
  }

  // MARK: Sharing

  /// "four, five and six cylinders": each takes the noun of the last.
  private func shareBackwards(_ drafts: inout [Draft]) {
    for index in drafts.indices.dropLast().reversed() {
      guard drafts[index].unitName == nil, let name = drafts[index + 1].unitName,
        isListGap(span(drafts[index].written.upperBound, drafts[index + 1].written.lowerBound))
      else { continue }
      drafts[index].unitName = name
      drafts[index].unit = drafts[index + 1].unit
      drafts[index].counted = drafts[index + 1].counted
    }
  }

  /// Whether only list marks stand between two numbers.
  private func isListGap(_ gap: Range<Int>) -> Bool {
    gap.count <= 3
      && gap.allSatisfy {
        sentence.isSign($0, ",") || sentence.isDash($0) || sentence.isWord($0, in: listWords)
      } && gap.contains { sentence.isSign($0, ",") || sentence.isWord($0, in: listWords) }
  }

  /// "compared with 63 last year", "four in Tennessee": a bare number takes the noun before it.
  private func shareForwards(_ drafts: inout [Draft]) {
    for index in drafts.indices.dropFirst() {
      guard drafts[index].unitName == nil, let name = drafts[index - 1].unitName,
        mayShare(drafts[index - 1], drafts[index])
      else { continue }
      drafts[index].unitName = name
      drafts[index].unit = drafts[index - 1].unit
      drafts[index].counted = drafts[index - 1].counted
    }
  }

  private func mayShare(_ first: Draft, _ second: Draft) -> Bool {
    let gap = span(first.phrase.upperBound, second.written.lowerBound)
    guard gap.count <= 14 else { return false }
    let before = second.written.lowerBound - 1
    switch first.unit?.kind {
    case .percent?, .points?, .money?:
      return sentence.isWord(before, byKey)
        || sentence.isWord(before, fromKey)
          && first.unit?.kind != .money
    case .age?, .time?: return false
    case .measure?, .temperature?:
      return sentence.isWord(before, in: comparingWords) || sentence.isWord(before, fromKey)
    case nil: break
    }
    let isCompared = sentence.isWord(before, in: comparingWords)
    let isListed = sentence.isWord(before, in: listWords) || sentence.isSign(before, ",")
    let follows = second.written.upperBound
    return isCompared || isListed && sentence.isWord(follows, in: placeWords)
  }
}

private let ofKey = WordKey("of")
private let ageKey = WordKey("age")
private let byKey = WordKey("by")
private let fromKey = WordKey("from")
private let fillersBefore = WordSet("of the")
private let agedWords = WordSet("aged age ages")
private let betweenWords = WordSet("between")
private let notPeople = WordSet("inc corp ltd")
private let beWords = WordSet("be is was turned turns am i'm he's she's")
private let personWords = WordSet("he she i who")
private let listWords = WordSet("and or to nor")
private let comparingWords = WordSet("from with to than versus vs against for or about over nearly")
private let placeWords = WordSet("in at from for on of with were was during")
