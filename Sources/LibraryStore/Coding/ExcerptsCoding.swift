// Quotes and figures as JSON, exactly: what is read back equals what was found. The rows of the
// tables `quotes` and `figures` hold what searches need; this holds all.

internal import Articles
internal import Excerpts
internal import Interchange

extension JSONWriter {
  mutating func excerpts(_ found: FoundExcerpts) {
    object { writer in
      writer.key("quotes")
      writer.array(found.quotes) { $0.quote($1) }
      writer.key("notSpeech")
      writer.array(found.notSpeech) { $0.pair($1.range, $1.reason) }
      writer.key("figures")
      writer.array(found.figures) { $0.figure($1) }
      writer.key("rejected")
      writer.array(found.rejectedNumbers) { $0.pair($1.range, $1.reason.rawValue) }
      writer.key("diagnostics")
      writer.diagnostics(found.diagnostics)
    }
  }

  mutating func diagnostics(_ diagnostics: [Diagnostic]) {
    array(diagnostics) { writer, diagnostic in
      writer.array {
        $0.string(diagnostic.message)
        $0.int(diagnostic.line)
        $0.int(diagnostic.column)
      }
    }
  }

  private mutating func pair(_ range: TextRange, _ reason: String) {
    array {
      $0.range(range)
      $0.string(reason)
    }
  }

  private mutating func quote(_ quote: Quote) {
    array { writer in
      writer.range(quote.range)
      writer.string(quote.kind.rawValue)
      writer.int(quote.utterance)
      writer.speaker(quote.speaker)
      writer.range(quote.cue)
      writer.number(quote.confidence)
      writer.array(quote.candidates) { $0.speaker($1) }
    }
  }

  private mutating func speaker(_ speaker: Speaker?) {
    guard let speaker else { return null() }
    array { writer in
      writer.range(speaker.mention)
      writer.string(speaker.name)
      writer.string(speaker.role)
      writer.range(speaker.introduction)
      writer.int(speaker.isAnonymous ? 1 : 0)
      writer.range(speaker.via)
    }
  }

  private mutating func figure(_ figure: Figure) {
    array { writer in
      writer.range(figure.range)
      writer.range(figure.phrase)
      switch figure.value {
      case .exactly(let value): writer.array { $0.number(value) }
      case .between(let low, let high):
        writer.array {
          $0.number(low)
          $0.number(high)
        }
      }
      writer.string(figure.bound.rawValue)
      writer.string(figure.unit)
      writer.string(figure.change?.rawValue)
      for range in [figure.counted, figure.concept, figure.subject, figure.source, figure.asOf] {
        writer.range(range)
      }
      writer.number(figure.base)
      writer.int(figure.conversionOf)
      writer.int(figure.time.map { dayCode($0.first) })
      writer.int(figure.time.map { dayCode($0.last) })
    }
  }
}

/// A day as one integer, 20231012.
private func dayCode(_ date: PublicationDate) -> Int {
  date.year * 10_000 + date.month * 100 + date.day
}

// MARK: - Reading

extension JSONValue {
  func excerpts() throws(CodingMistake) -> FoundExcerpts {
    var found = FoundExcerpts()
    found.quotes = try self["quotes"].elements.map { value throws(CodingMistake) in
      try value.quote()
    }
    found.notSpeech = try self["notSpeech"].elements.map { value throws(CodingMistake) in
      NotSpeech(range: try value[0].presentRange(), reason: value[1].string ?? "")
    }
    found.figures = try self["figures"].elements.map { value throws(CodingMistake) in
      try value.figure()
    }
    found.rejectedNumbers = try self["rejected"].elements.map { value throws(CodingMistake) in
      guard let reason = value[1].string.flatMap(RejectedNumber.Reason.init(rawValue:)) else {
        throw CodingMistake()
      }
      return RejectedNumber(range: try value[0].presentRange(), reason: reason)
    }
    found.diagnostics = self["diagnostics"].diagnostics
    return found
  }

  var diagnostics: [Diagnostic] {
    elements.map { Diagnostic($0[0].string ?? "", line: $0[1].int, column: $0[2].int) }
  }

  private func quote() throws(CodingMistake) -> Quote {
    guard let kind = self[1].string.flatMap(Quote.Kind.init(rawValue:)) else {
      throw CodingMistake()
    }
    var candidates: [Speaker] = []
    for element in self[6].elements {
      if let candidate = try element.speaker() { candidates.append(candidate) }
    }
    return Quote(
      range: try self[0].presentRange(), kind: kind, utterance: self[2].int ?? 0,
      speaker: try self[3].speaker(), cue: try self[4].range(), confidence: self[5].number ?? 0,
      candidates: candidates)
  }

  private func speaker() throws(CodingMistake) -> Speaker? {
    if self == .null { return nil }
    return Speaker(
      mention: try self[0].presentRange(), name: self[1].string ?? "", role: self[2].string,
      introduction: try self[3].range(), isAnonymous: self[4].int == 1, via: try self[5].range())
  }

  private func figure() throws(CodingMistake) -> Figure {
    let numbers = self[2].elements.compactMap(\.number)
    guard let first = numbers.first,
      let bound = self[3].string.flatMap(Figure.Bound.init(rawValue:))
    else { throw CodingMistake() }
    var figure = Figure(
      range: try self[0].presentRange(), phrase: try self[1].presentRange(),
      value: numbers.count > 1 ? .between(first, numbers[1]) : .exactly(first), bound: bound,
      unit: self[4].string, change: self[5].string.flatMap(Figure.Change.init(rawValue:)),
      counted: try self[6].range(), concept: try self[7].range(), subject: try self[8].range(),
      source: try self[9].range(), asOf: try self[10].range(), base: self[11].number,
      conversionOf: self[12].int)
    // Absent in what was stored before times were told as days.
    if let first = self[13].day, let last = self[14].day { figure.time = TimeSpan(first, last) }
    return figure
  }

  /// A day that `dayCode` made.
  private var day: PublicationDate? {
    int.flatMap { PublicationDate(year: $0 / 10_000, month: $0 / 100 % 100, day: $0 % 100) }
  }
}
