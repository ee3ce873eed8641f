import Articles
import Prose

/// Finds who says a figure: "according to X", "X said", "data from X show", or a quote's speaker.
struct Sources {
  let sentence: Sentence

  /// A source: named here, or "he" and "she", who were named before.
  enum Found {
    case named(TextRange)
    case earlier
  }

  /// The source that the sentence names for all its figures, as bytes.
  func source() -> Found? {
    for index in sentence.tokens.indices {
      if sentence.isWord(index, accordingKey), sentence.isWord(index + 1, toKey) {
        return named(from: index + 2).map { .named($0) }
      }
    }
    for index in sentence.tokens.indices where sentence.has(index, .saying) {
      if let source = sayer(around: index) { return source }
    }
    return nil
  }

  /// The name in "data from the X", "a report by X", "X".
  private func named(from start: Int) -> TextRange? {
    var first = start
    while sentence.has(first, .determiner) { first += 1 }
    if let inner = afterPaper(first) { first = inner }
    while sentence.has(first, .determiner) { first += 1 }
    var end = first
    while end < first + 16, isPart(end, from: first) { end += 1 }
    while end > first, !sentence.isWord(end - 1) || sentence.has(end - 1, .closed) { end -= 1 }
    return end > first ? sentence.range(first..<end) : nil
  }

  /// Past "data from", "figures released by", "a survey of": the one who made them.
  private func afterPaper(_ start: Int) -> Int? {
    for place in start..<start + 5 {
      if !sentence.isWord(place) { return nil }
      if sentence.isWord(place, in: paperPrepositions),
        (start..<place).contains(where: { sentence.isWord($0, in: papers) })
      {
        return place + 1
      }
    }
    return nil
  }

  private func isPart(_ index: Int, from first: Int) -> Bool {
    guard let token = sentence.token(index) else { return false }
    if token.traits.contains(.possessive) || sentence.isHyphen(index) || token.is("&") {
      return true
    }
    guard token.isWord else { return token.isNumber && index > first }
    if sentence.isWord(index, in: joins) {
      return sentence.isWord(index + 1)
        && (sentence.isCapitalised(index + 1)
          || sentence.has(index + 1, .determiner))
        && !sentence.has(index + 1, .pronoun)
    }
    if sentence.has(index, .determiner) { return sentence.isWord(index - 1, in: joins) }
    return !sentence.has(index, .closed) && !sentence.has(index, .saying)
  }

  /// The one before "said" or, after a comma, behind it.
  private func sayer(around verb: Int) -> Found? {
    if sentence.has(verb - 1, [.determiner, .preposition]) || !reports(verb) { return nil }
    var end = pastTime(verb)
    if sentence.isSign(end - 1, ","), !sentence.isQuoteOrComma(end - 2) { end = pastInsertion(end) }
    if sentence.isWord(end - 1, in: pastSpeakers), start(endingAt: end) == end - 1 {
      return .earlier
    }
    var start = start(endingAt: end)
    while start < end, !sentence.isWord(start) || sentence.has(start, [.determiner, .conjunction]) {
      start += 1
    }
    if start < end, !sentence.has(start, .closed) { return .named(sentence.range(start..<end)) }
    let opens =
      sentence.isSign(verb - 1, ",") || sentence.token(verb - 1)?.isQuotationMark == true
    guard opens else { return nil }
    if sentence.isWord(verb + 1, in: pastSpeakers) { return .earlier }
    return named(from: verb + 1).map { .named($0) }
  }

  private func start(endingAt end: Int) -> Int {
    var start = end
    while start > 0, end - start < 12, isSayerPart(start - 1) { start -= 1 }
    return start
  }

  /// Whether a verb reports a claim: "said" always, "added 300 jobs" and "was found by" not.
  private func reports(_ verb: Int) -> Bool {
    if sentence.isWord(verb, in: plainSayings) { return true }
    if sentence.isWord(verb + 1, byKey) { return false }
    let next = verb + 1
    return sentence.isWord(next, thatKey) || sentence.isClauseBreak(next) || next >= sentence.count
      || sentence.has(next, [.time, .weekday]) || sentence.isWord(next, onKey)
      || sentence.has(verb - 1, .plural) || sentence.isWord(verb - 1, in: papers)
  }

  /// Back over "on Friday", "has", "also" before the verb.
  private func pastTime(_ verb: Int) -> Int {
    var end = verb
    while sentence.has(end - 1, [.adverb, .auxiliary, .time, .weekday]) {
      end -= 1
      if sentence.isWord(end - 1, onKey), sentence.has(end, .weekday) { end -= 1 }
    }
    return end
  }

  /// Back over ", 39," and ", who runs the clinic,".
  private func pastInsertion(_ end: Int) -> Int {
    let opening = (max(0, end - 9)..<max(0, end - 1)).last { sentence.isSign($0, ",") }
    return opening ?? end
  }

  private func isSayerPart(_ index: Int) -> Bool {
    guard let token = sentence.token(index) else { return false }
    if token.traits.contains(.possessive) || sentence.isHyphen(index) || token.is("&") {
      return true
    }
    if token.isQuotationMark, token.isGlued, sentence.isPlural(index - 1) { return true }
    guard token.isWord else { return false }
    if sentence.isWord(index, in: joins) { return index > 0 && sentence.isWord(index - 1) }
    if sentence.has(index, .determiner) { return true }
    return !sentence.has(index, WordClass.closed.union(.verb)) || sentence.isName(index)
  }
}

private let accordingKey = WordKey("according")
private let toKey = WordKey("to")
private let papers = WordSet(
  "data figures statistics numbers report reports survey study analysis research estimate estimates poll filing documents document count tally records census statement"
)
private let paperPrepositions = WordSet("from by of")
private let joins = WordSet("of and for at in the")
private let pastSpeakers = WordSet("he she")
private let plainSayings = WordSet(
  "said says told announced warned wrote claimed insisted argued testified promised ruled admitted acknowledged"
)
private let byKey = WordKey("by")
private let onKey = WordKey("on")
private let thatKey = WordKey("that")
