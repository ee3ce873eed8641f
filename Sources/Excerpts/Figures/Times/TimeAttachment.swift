import Prose

/// Decides which time phrase of a sentence says as of when a figure holds.
///
/// A phrase belongs to the figures of its clause. Without a parse, a clause is what lies between
/// the signs and words that part clauses; a phrase that a nearer figure has taken goes to others
/// only over a list or a change ("rose 5% in May to 300"), and what a level is compared with keeps
/// its own time.
struct TimeAttachment {
  let sentence: Sentence
  /// The sentence's time phrases, in order.
  let phrases: [Range<Int>]
  /// The tokens of the sentence's figures, in order.
  let figures: [Range<Int>]
  /// For every token whether a figure takes it.
  private let isTaken: [Bool]

  /// How many tokens may stand between a figure and its time.
  private static let reach = 24

  init(sentence: Sentence, phrases: [Range<Int>], figures: [Range<Int>]) {
    self.sentence = sentence
    self.phrases = phrases
    self.figures = figures
    var isTaken = Array(repeating: false, count: sentence.count)
    for figure in figures {
      for index in figure.clamped(to: 0..<sentence.count) { isTaken[index] = true }
    }
    self.isTaken = isTaken
  }

  /// The time phrase of a figure, by its place in `figures`; nil for none.
  func time(of index: Int) -> Range<Int>? {
    guard !phrases.isEmpty else { return nil }
    let figure = figures[index]
    return whenClause(figure) ?? after(figure) ?? before(figure) ?? opening(figure)
  }

  /// "In 2021, when the total was 50,864".
  private func whenClause(_ figure: Range<Int>) -> Range<Int>? {
    guard let phrase = phrases.last(where: { $0.upperBound <= figure.lowerBound }),
      figure.lowerBound - phrase.upperBound <= Self.reach,
      sentence.isSign(phrase.upperBound, ","), sentence.isWord(phrase.upperBound + 1, whenKey)
    else { return nil }
    let clause = phrase.upperBound + 2..<figure.lowerBound
    return clause.contains { isBreak($0) || sentence.isSign($0, ",") } ? nil : phrase
  }

  // MARK: Behind the figure

  private func after(_ figure: Range<Int>) -> Range<Int>? {
    for phrase in phrases
    where phrase.lowerBound >= figure.upperBound && !isComparison(phrase, behind: figure) {
      guard phrase.lowerBound - figure.upperBound <= Self.reach else { return nil }
      return isOpen(figure.upperBound..<phrase.lowerBound) ? phrase : nil
    }
    return nil
  }

  /// Whether nothing between a figure and a phrase behind it begins another clause.
  private func isOpen(_ gap: Range<Int>) -> Bool {
    var isJoined = false
    for index in gap {
      if isBreak(index) || sentence.has(index, .saying) || isOther(index) { return false }
      if sentence.isSign(index, ",") {
        guard index + 1 == gap.upperBound || isParticiple(index + 1) else { return false }
      }
      if sentence.isWord(index, in: joinWords) { isJoined = !isFigure(pastHedges(index + 1)) }
      if isJoined, sentence.has(index, [.verb, .auxiliary]) { return false }
    }
    // "And the surface now lies": the time of what the verb says, not of what stands before.
    return
      !(isJoined && sentence.isWord(gap.upperBound, nowKey)
      && sentence.has(gap.upperBound + 1, .verb))
  }

  /// Whether another figure stands here that the first is measured against.
  private func isOther(_ index: Int) -> Bool {
    sentence.isWord(index, in: comparing) && isFigure(pastHedges(index + 1))
  }

  /// "12% more than in 2017", "0.3% up on a year ago", "down 5% from 2018": not when, but against
  /// what.
  private func isComparison(_ phrase: Range<Int>, behind figure: Range<Int>) -> Bool {
    let first = phrase.lowerBound
    if sentence.isWord(first - 1, in: comparing) || sentence.isWord(first - 1, onKey) {
      return true
    }
    guard first == figure.upperBound || sentence.has(first - 1, [.up, .down]) else { return false }
    let isYear = sentence.isNumber(first + 1) && phrase.count == 2
    return isYear && (sentence.isWord(first, onKey) || sentence.isWord(first, fromKey))
  }

  // MARK: Before the figure

  private func before(_ figure: Range<Int>) -> Range<Int>? {
    guard let phrase = phrases.last(where: { $0.upperBound <= figure.lowerBound }),
      figure.lowerBound - phrase.upperBound <= Self.reach
    else { return nil }
    let gap = phrase.upperBound..<figure.lowerBound
    // "Hit at 4:52 a.m. at a depth of 11 km".
    if phrase.lowerBound > 0, phrase.contains(where: { sentence.isWord($0, in: halfDays) }) {
      return nil
    }
    guard belongs(phrase) else { return isInserted(phrase) || !leads(gap) ? nil : phrase }
    return isShared(gap, after: phrase) ? phrase : nil
  }

  /// Whether a figure before a phrase has it: none of its clause stands before it otherwise.
  private func belongs(_ phrase: Range<Int>) -> Bool {
    guard let figure = figures.last(where: { $0.upperBound <= phrase.lowerBound }) else {
      return false
    }
    return phrase.lowerBound - figure.upperBound <= Self.reach
      && isOpen(figure.upperBound..<phrase.lowerBound)
  }

  /// Whether the time of one figure holds for the next too: "5% in May to 300", "220 on Monday and
  /// admitted 231", "$6.6 million in 2023, 3.1 percent of its income", "in May, killing 94".
  private func isShared(_ gap: Range<Int>, after phrase: Range<Int>) -> Bool {
    guard let first = gap.first, !isAside(phrase, gap) else { return false }
    let start = sentence.isSign(first, ",") ? first + 1 : first
    if sentence.isWord(start, toKey) { return pastHedges(start + 1) >= gap.upperBound }
    if start > first, pastHedges(start) >= gap.upperBound {
      return !isCompared(behind: gap.upperBound)
    }
    if start > first, isParticiple(start) { return leads(gap) }
    return gap.contains { sentence.isWord($0, in: joinWords) } && leads(gap)
  }

  /// "40% more than the 1.3 lakh of the year before": measured against another time.
  private func isCompared(behind start: Int) -> Bool {
    let than = (start..<start + 6).first { sentence.isWord($0, in: comparing) }
    return than.map { than in
      phrases.contains { (than..<than + 8).contains($0.lowerBound) }
    } ?? false
  }

  /// Whether a phrase is said of something in passing: in a relative clause, or of a level that
  /// another is compared with.
  private func isAside(_ phrase: Range<Int>, _ gap: Range<Int>) -> Bool {
    let mayLeave = gap.contains { sentence.isSign($0, ",") }
    for index in (max(0, phrase.lowerBound - 12)..<phrase.lowerBound).reversed() {
      if sentence.isWord(index, in: comparing) { return true }
      if mayLeave, sentence.isWord(index, in: relatives) { return true }
      if isBreak(index) || sentence.isSign(index, ",") { return false }
    }
    return false
  }

  /// ", opened on 14 July," says nothing of what follows; ", on Friday," does.
  private func isInserted(_ phrase: Range<Int>) -> Bool {
    guard sentence.isSign(phrase.upperBound, ",") else { return false }
    let start = max(0, phrase.lowerBound - 6)
    guard let comma = (start..<phrase.lowerBound).last(where: { sentence.isSign($0, ",") }) else {
      return false
    }
    return comma + 1 < phrase.lowerBound
  }

  /// Whether nothing between a phrase and a figure behind it begins another clause.
  private func leads(_ gap: Range<Int>) -> Bool {
    let verbs = gap.filter { isVerb($0) }.count
    for index in gap {
      if isBreak(index) || sentence.isWord(index, in: comparing) { return false }
      // "On Friday over a breach that exposed …"; "said on Friday that …" goes on.
      if sentence.isWord(index, in: relatives), index > gap.lowerBound,
        !sentence.isWord(index - 1, in: joinWords),
        !(gap.lowerBound..<index).contains(where: { sentence.has($0, .saying) })
      {
        return false
      }
      if sentence.isSign(index, ","), index > gap.lowerBound, verbs > 0 {
        guard isParticiple(index + 1) || sentence.isWord(index + 1, in: joinWords) else {
          return false
        }
      }
      if sentence.has(index, .saying), index > gap.lowerBound + 2 { return false }
    }
    return verbs <= 2
  }

  private func isVerb(_ index: Int) -> Bool {
    (sentence.has(index, .verb) || sentence.endsLikeVerb(index))
      && !sentence.has(index - 1, [.determiner, .preposition])
  }

  /// A phrase that opens the sentence holds for all of it.
  private func opening(_ figure: Range<Int>) -> Range<Int>? {
    guard let phrase = phrases.first, phrase.upperBound <= figure.lowerBound else { return nil }
    let start = phrase.lowerBound
    let opens = start == 0 || start == 1 && (!sentence.isWord(0) || sentence.has(0, .conjunction))
    guard opens, !sentence.isWord(figure.lowerBound - 1, in: comparing) else { return nil }
    let gap = phrase.upperBound..<figure.lowerBound
    guard let colon = gap.first(where: isBreak) else { return phrase }
    // "At noon the mood was no better: Sandgate -0.7%".
    let isList = sentence.isSign(colon, ":") && !(colon..<gap.upperBound).contains(where: isVerb)
    return isList ? phrase : nil
  }

  // MARK: Words between

  /// Whether a sign or word here begins another clause.
  private func isBreak(_ index: Int) -> Bool {
    if sentence.isWord(index, in: clauseWords) { return !sentence.isWord(index - 1, allKey) }
    if sentence.isWord(index, in: relatives) { return sentence.isSign(index - 1, ",") }
    guard sentence.isClauseBreak(index) else { return false }
    return !sentence.isSign(index, ",") && !sentence.isSign(index, "(")
      && !sentence.isSign(index, ")")
  }

  private func isParticiple(_ index: Int) -> Bool { sentence.endsInIng(index) }

  private func isFigure(_ index: Int) -> Bool { isTaken.indices.contains(index) && isTaken[index] }

  private func pastHedges(_ index: Int) -> Int {
    var place = index
    while place < index + 4, !isFigure(place),
      sentence.has(place, [.hedge, .adverb, .determiner]) || sentence.isWord(place, in: bounding)
    {
      place += 1
    }
    return place
  }
}

private let allKey = WordKey("all")
private let nowKey = WordKey("now")
private let halfDays = WordSet("am pm a.m p.m")
private let whenKey = WordKey("when")
private let toKey = WordKey("to")
private let onKey = WordKey("on")
private let fromKey = WordKey("from")
private let comparing = WordSet("from against than versus with")
private let clauseWords = WordSet("but while whereas although though because so if unless")
private let relatives = WordSet("who which that where whose")
private let bounding = WordSet("more less fewer than at least most as many up to of")
