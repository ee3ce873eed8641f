import Articles
import Prose

/// Finds who says a figure: "according to X", "X said", "data from X show", or a quote's speaker.
struct Sources {
  let sentence: Sentence
  /// For every token the number of signs and words before it that part the sentence.
  private let parts: [Int]

  init(sentence: Sentence) {
    self.sentence = sentence
    var parts: [Int] = [0]
    for index in sentence.tokens.indices {
      let isParting = sentence.isWord(index, in: parting) || sentence.isSign(index, ";")
      parts.append(parts[index] + (isParting ? 1 : 0))
    }
    self.parts = parts
  }

  /// A source: named here, or a word for one that was named before; "its data" are named
  /// themselves where nobody was.
  enum Found {
    case named(TextRange)
    case earlier(or: TextRange?)
  }

  /// Every source that the sentence names, with the token of the verb or of "according".
  func found() -> [(place: Int, source: Found)] {
    var found: [(place: Int, source: Found)] = []
    for index in sentence.tokens.indices {
      if sentence.isWord(index, accordingKey), sentence.isWord(index + 1, toKey) {
        if let name = named(from: index + 2) { found.append((index, .named(name))) }
      } else if sentence.has(index, .saying), let source = sayer(around: index) {
        found.append((index, source))
      }
    }
    return found
  }

  /// The source of a figure: of those in its part of the sentence, "according to" before verbs,
  /// then the first.
  func source(of figure: Range<Int>, among found: [(place: Int, source: Found)]) -> Found? {
    let part = parts[min(figure.lowerBound, parts.count - 1)]
    let ranked = found.filter { !isAside(figure, to: $0) }.map { found in
      (
        abs(parts[found.place] - part), sentence.isWord(found.place, accordingKey) ? 0 : 1, found
      )
    }
    return ranked.min { ($0.0, $0.1, $0.2.place) < ($1.0, $1.1, $1.2.place) }?.2.source
  }

  /// "Said Tarore, who earned $60,000": what is told of the speaker is not the speaker's claim.
  private func isAside(_ figure: Range<Int>, to found: (place: Int, source: Found)) -> Bool {
    guard case .named(let name) = found.source,
      let comma = sentence.tokens.firstIndex(where: { $0.start >= name.upperBound }),
      sentence.isSign(comma, ","), sentence.isWord(comma + 1, in: whoWords)
    else { return false }
    return figure.lowerBound > comma && (found.place < comma || figure.lowerBound < found.place)
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
    return end > first ? sentence.range(first..<withName(behind: end)) : nil
  }

  /// "Its finance officer, Colin Strake": with the name of whom the role means.
  private func withName(behind end: Int) -> Int {
    guard !sentence.isCapitalised(end - 1), sentence.isSign(end, ",") else { return end }
    var last = end + 1
    while last < end + 5, sentence.isName(last), !sentence.has(last, .closed) { last += 1 }
    let closes = last >= sentence.count || sentence.isClauseBreak(last)
    return last >= end + 3 && closes ? last : end
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
    if token.isQuotationMark, token.isGlued, sentence.isPlural(index - 1) {
      return sentence.isName(index + 1)
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
    if sentence.isWord(end - 1, in: pastSpeakers) { return .earlier(or: nil) }
    var start = start(endingAt: end)
    while start < end, !sentence.isWord(start) || sentence.has(start, [.determiner, .conjunction]) {
      start += 1
    }
    if start == end - 1, sentence.isWord(start, in: papers), isTheirs(start - 1) {
      return .earlier(or: sentence.range(start..<end))
    }
    if let size = (start..<end).first(where: isSize) { end = size - 1 }
    if (start..<end).contains(where: isNumber) { return nil }
    if start < end, !sentence.has(start, .closed) { return .named(sentence.range(start..<end)) }
    let opens =
      sentence.isSign(verb - 1, ",") || sentence.token(verb - 1)?.isQuotationMark == true
    guard opens else { return nil }
    if sentence.isWord(verb + 1, in: pastSpeakers) { return .earlier(or: nil) }
    guard let name = named(from: verb + 1), !isSubject(name) else { return nil }
    return .named(name)
  }

  /// "a survey of 2,000 homes found": how large it was.
  private func isSize(_ index: Int) -> Bool {
    sentence.isNumber(index) && sentence.isWord(index - 1, ofKey)
      && sentence.isWord(index - 2, in: papers)
  }

  private func isTheirs(_ index: Int) -> Bool { sentence.isWord(index, in: possessives) }

  /// "Seven in ten said": an answer to a question, not a source.
  private func isNumber(_ index: Int) -> Bool {
    sentence.isNumber(index) && !sentence.isName(index - 1)
      || sentence.token(index).map {
        $0.isWord && !$0.isCapitalised && NumberReader.beginsCount($0)
      }
        ?? false
  }

  /// "says her wage bill is": what follows is claimed, not who claims it.
  private func isSubject(_ name: TextRange) -> Bool {
    guard let next = sentence.tokens.firstIndex(where: { $0.start >= name.upperBound }) else {
      return false
    }
    return sentence.has(next, [.auxiliary, .verb])
  }

  private func start(endingAt end: Int) -> Int {
    var start = end
    while start > 0, end - start < 12, isSayerPart(start - 1) { start -= 1 }
    return start
  }

  /// Whether a verb reports a claim: "said" always, "added 300 jobs" and "was found by" not.
  private func reports(_ verb: Int) -> Bool {
    if isPassive(verb) || sentence.isWord(verb + 1, byKey) { return false }
    if sentence.isWord(verb, in: expecting) {
      return !sentence.isWord(verb + 1, toKey) && !sentence.has(verb - 1, [.adverb, .auxiliary])
    }
    if sentence.isWord(verb, in: plainSayings) {
      return !(sentence.isWord(verb, in: deeds) && takesNumber(verb + 1))
    }
    let next = verb + 1
    return sentence.isWord(next, thatKey) || sentence.isClauseBreak(next) || next >= sentence.count
      || sentence.has(next, [.time, .weekday]) || sentence.isWord(next, onKey)
      || sentence.has(verb - 1, .plural) || sentence.isWord(verb - 1, in: papers)
  }

  /// "Residents have been told": who hears it is no source.
  private func isPassive(_ verb: Int) -> Bool {
    let before = sentence.has(verb - 1, .adverb) ? verb - 2 : verb - 1
    return sentence.isWord(before, in: passives)
  }

  /// "Wrote 847 checks", "admitted 640 people".
  private func takesNumber(_ index: Int) -> Bool {
    let first = sentence.has(index, [.hedge, .determiner]) ? index + 1 : index
    return sentence.isNumber(first)
      || sentence.token(first).map { $0.isWord && NumberReader.beginsCount($0) } == true
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
    for comma in (max(0, end - 26)..<max(0, end - 1)).reversed() where sentence.isSign(comma, ",") {
      let isShort = end - comma <= 9
      return isShort || sentence.isWord(comma + 1, in: inserting) ? comma : end
    }
    return end
  }

  private func isSayerPart(_ index: Int) -> Bool {
    guard let token = sentence.token(index) else { return false }
    if token.traits.contains(.possessive) || sentence.isHyphen(index) || token.is("&") {
      return true
    }
    if token.isQuotationMark, token.isGlued, sentence.isPlural(index - 1) { return true }
    guard token.isWord else { return isSize(index) }
    if sentence.isWord(index, in: papers) { return true }
    if sentence.isWord(index, in: joins) { return index > 0 && sentence.isWord(index - 1) }
    if sentence.has(index, .determiner) { return true }
    return !sentence.has(index, WordClass.closed.union(.verb)) || sentence.isName(index)
  }
}

private let ofKey = WordKey("of")
private let inserting = WordSet("who which whose where a an the")
private let parting = WordSet("while but whereas although though")
private let possessives = WordSet("its their his her")
private let accordingKey = WordKey("according")
private let toKey = WordKey("to")
private let papers = WordSet(
  "data figures statistics numbers report reports survey study analysis research estimate estimates poll filing documents document count tally records census statement"
)
private let paperPrepositions = WordSet("from by of")
private let joins = WordSet("of and for at in the")
private let pastSpeakers = WordSet("he she")
private let plainSayings = WordSet(
  "said says told announced warned wrote claimed insisted argued testified promised ruled admitted acknowledged pledged reckons reckon reckoned"
)
private let expecting = WordSet("expects expect")
private let whoWords = WordSet("who whose")
private let deeds = WordSet("wrote admitted told")
private let passives = WordSet("is are was were be been being")
private let byKey = WordKey("by")
private let onKey = WordKey("on")
private let thatKey = WordKey("that")
