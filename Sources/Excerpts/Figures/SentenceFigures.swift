import Articles
import Prose

/// Finds the figures of one sentence, rule by rule.
struct SentenceFigures {
  private let sentence: Sentence
  private var drafts: [Draft] = []
  private var rejected: [RejectedNumber] = []
  private var overflows = 0

  init(_ sentence: Sentence) {
    self.sentence = sentence
    readNumbers()
    drafts = RangeJoining(sentence: sentence).joined(drafts)
    Counting(sentence).count(&drafts)
    let bounds = Bounds(sentence: sentence)
    for index in drafts.indices { bounds.bound(&drafts[index]) }
    Changes(sentence: sentence).read(&drafts)
    linkConversions()
    describe()
  }

  /// Adds what was found to the article's excerpts.
  func find(speakers: inout QuotedSpeakers, into excerpts: inout FoundExcerpts) {
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
      if !reading.isRepresentable {
        overflows += 1
        reject(reading.tokens, .unrepresentable)
      } else if let (reason, range) = rejection.reason(for: reading) {
        index = max(index, range.upperBound)
        reject(range, reason)
      } else {
        var draft = Draft(reading)
        units.measure(&draft)
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
      if isBracketed { drafts[index].conversionOf = index - 1 }
    }
  }

  private mutating func describe() {
    guard !drafts.isEmpty else { return }
    let taken = Set(drafts.flatMap { Array($0.written) })
    let concepts = Concepts(sentence: sentence, taken: taken)
    let times = Times(sentence: sentence)
    let phrases = times.phrases()
    let source = Sources(sentence: sentence).source()
    let places = drafts.map(\.phrase)
    for index in drafts.indices {
      drafts[index].concept = concepts.concept(of: drafts[index])
      drafts[index].source = source
      let neighbours = places[max(0, index - 1)..<min(places.count, index + 2)]
      drafts[index].asOf = times.phrase(
        for: drafts[index].phrase, others: neighbours.filter { $0 != drafts[index].phrase },
        among: phrases)
    }
  }
}

extension Draft {
  /// The figure with its places in the text.
  fileprivate func figure(in sentence: Sentence) -> Figure {
    Figure(
      range: sentence.range(written), phrase: sentence.range(phrase), value: value, bound: bound,
      unit: unitName, change: change, counted: counted.map(sentence.range),
      concept: concept.map(sentence.range), source: source, asOf: asOf.map(sentence.range),
      base: base)
  }
}
