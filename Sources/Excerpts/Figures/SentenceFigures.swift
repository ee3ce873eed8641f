import Articles
import Prose

/// Finds the figures of one sentence, rule by rule.
struct SentenceFigures {
  private let sentence: Sentence
  private var drafts: [Draft] = []
  private var rejected: [RejectedNumber] = []
  private var overflows = 0

  /// Who was last named as a source, for "he said".
  private(set) var lastSource: TextRange?
  /// What the next sentence of the passage may refer to.
  private(set) var antecedent: Antecedent?

  init(_ sentence: Sentence, after earlier: Antecedent? = nil, lastSource: TextRange? = nil) {
    self.lastSource = lastSource
    self.sentence = sentence
    readNumbers()
    drafts = Compounds(sentence: sentence).joined(drafts)
    drafts = RangeJoining(sentence: sentence).joined(drafts)
    Counting(sentence).count(&drafts)
    antecedent = Antecedents(sentence: sentence).fill(&drafts, from: earlier)
    let bounds = Bounds(sentence: sentence)
    for index in drafts.indices { bounds.bound(&drafts[index]) }
    Changes(sentence: sentence).read(&drafts)
    linkConversions()
    describe()
  }

  /// Adds what was found to the article's excerpts.
  func find(
    speakers: inout QuotedSpeakers, date: PublicationDate?, into excerpts: inout FoundExcerpts
  ) {
    excerpts.rejectedNumbers += rejected
    if overflows > 0 {
      excerpts.diagnostics.append(
        Diagnostic(
          "\(overflows == 1 ? "A number is" : "\(overflows) numbers are") too large to hold."))
    }
    let first = excerpts.figures.count
    for draft in drafts {
      var figure = draft.figure(in: sentence)
      figure.conversionOf = draft.conversionOf.map { first + $0 }
      if let date, let phrase = draft.asOf {
        figure.time = TimeResolution(sentence: sentence, date: date).span(of: phrase)
      }
      if let speaker = speakers.speaker(at: figure.range.lowerBound) { figure.source = speaker }
      excerpts.figures.append(figure)
    }
  }

  // MARK: Numbers

  private mutating func readNumbers() {
    let reader = NumberReader(sentence.tokens)
    let rejection = Rejection(sentence)
    var units = UnitReader(sentence: sentence)
    var index = 0
    while index < sentence.count {
      guard let reading = reader.number(at: index) else {
        index += 1
        continue
      }
      index = reading.tokens.upperBound
      // "48 cases per 100,000 people": so many are part of the unit.
      if sentence.isWord(reading.tokens.lowerBound - 1, perKey), !drafts.isEmpty { continue }
      if !reading.isRepresentable {
        overflows += 1
        reject(reading.tokens, .unrepresentable)
      } else if let (reason, range) = rejection.reason(for: reading) {
        index = max(index, range.upperBound)
        reject(range, reason)
      } else {
        var draft = Draft(reading)
        units.measure(&draft)
        if draft.hasShortScale, draft.scale == 1e6 { units.sawMillions = true }
        drafts.append(draft)
        index = max(index, draft.written.upperBound)
        units.floor = index
      }
    }
  }

  private mutating func reject(_ tokens: Range<Int>, _ reason: RejectedNumber.Reason) {
    let range = sentence.range(tokens)
    if let last = rejected.last, last.range.overlaps(range) {
      rejected[rejected.count - 1].range = last.range.union(range)
    } else {
      rejected.append(RejectedNumber(range: range, reason: reason))
    }
  }

  // MARK: Meaning

  /// "seven miles (11 km)", "RM3 ($0.7)": the second measures what the first did.
  private mutating func linkConversions() {
    for index in drafts.indices.dropFirst() {
      let (first, second) = (drafts[index - 1], drafts[index])
      guard let left = first.unit, let right = second.unit,
        left.name != right.name
          || left.kind == .money && first.low != second.low,
        left.kind == right.kind, left.kind != .percent
      else { continue }
      let gap = span(first.phrase.upperBound, second.phrase.lowerBound)
      let isBracketed =
        gap.count == 1
        && (sentence.isSign(gap.lowerBound, "(") || sentence.isSign(gap.lowerBound, "["))
      guard isBracketed else { continue }
      drafts[index].conversionOf = index - 1
      shareWithOriginal(index)
    }
  }

  /// What bounds the original bounds its conversion; a rate behind the bracket is of both: "20
  /// litres (5.3 gallons) of water a day".
  private mutating func shareWithOriginal(_ index: Int) {
    if drafts[index].bound == .equal, drafts[index - 1].bound != .range {
      drafts[index].bound = drafts[index - 1].bound
    }
    if drafts[index].unitName?.rate == nil { takeRateBehindBracket(index) }
    guard let name = drafts[index].unitName, let rate = name.rate,
      let original = drafts[index - 1].unitName, original.rate == nil
    else { return }
    drafts[index - 1].unitName = original + name[rate.lowerBound...]
  }

  /// "C$6 ($4.46) per share".
  private mutating func takeRateBehindBracket(_ index: Int) {
    let close = drafts[index].phrase.upperBound
    guard sentence.isSign(close, ")"), let name = drafts[index].unitName,
      let (rate, _) = UnitReader(sentence: sentence).rate(at: close + 1, drafts[index])
    else { return }
    drafts[index].unitName = name + " per " + rate
  }

  /// Where a source is named; "he said" is whoever was named last.
  private mutating func range(of source: Sources.Found?) -> TextRange? {
    switch source {
    case .named(let range):
      lastSource = range
      return range
    case .earlier(let other): return lastSource ?? other
    case nil: return nil
    }
  }

  private mutating func describe() {
    guard !drafts.isEmpty else { return }
    Concepts(sentence, drafts: drafts).read(&drafts)
    let sources = Sources(sentence: sentence)
    let found = sources.found()
    let times = TimeAttachment(
      sentence: sentence, phrases: TimePhrases(sentence: sentence).phrases(),
      figures: drafts.map(\.phrase))
    for index in drafts.indices {
      let isAge = drafts[index].unit?.kind == .age
      let isOwnAge = isAge && sentence.isSign(drafts[index].phrase.lowerBound - 1, ",")
      let source = sources.source(of: drafts[index].phrase, among: found)
      drafts[index].source = isOwnAge ? nil : range(of: source)
      drafts[index].asOf = isAge ? nil : times.time(of: index)
      if let original = drafts[index].conversionOf {
        drafts[index].asOf = drafts[original].asOf
      }
    }
    Changes(sentence: sentence).readComparisons(&drafts)
  }
}

extension String {
  /// Where " per " stands in a unit's name.
  fileprivate var rate: Range<Index>? { firstRange(of: " per ") }
}

extension Draft {
  /// The figure with its places in the text.
  fileprivate func figure(in sentence: Sentence) -> Figure {
    Figure(
      range: sentence.range(written), phrase: sentence.range(phrase), value: value, bound: bound,
      unit: unitName, change: change, counted: counted.map(sentence.range),
      concept: concept.map(sentence.range), subject: subject.map(sentence.range), source: source,
      asOf: asOf.map(sentence.range),
      base: base)
  }
}

private let perKey = WordKey("per")
