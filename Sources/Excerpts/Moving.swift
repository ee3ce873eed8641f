// Excerpts of one stretch of a text as excerpts of the whole.

import Articles

extension FoundExcerpts {
  /// Adds what was found further on; its utterances and figures are counted on.
  public mutating func append(_ later: FoundExcerpts) {
    let utterances = (quotes.last?.utterance ?? -1) + 1
    let figureCount = figures.count
    quotes += later.quotes.map { quote in
      var quote = quote
      quote.utterance += utterances
      return quote
    }
    figures += later.figures.map { figure in
      var figure = figure
      figure.conversionOf = figure.conversionOf.map { $0 + figureCount }
      return figure
    }
    notSpeech += later.notSpeech
    rejectedNumbers += later.rejectedNumbers
    diagnostics += later.diagnostics
  }

  /// Moves every range by so many bytes.
  mutating func move(by offset: Int) {
    for index in quotes.indices { quotes[index].move(by: offset) }
    for index in figures.indices { figures[index].move(by: offset) }
    for index in notSpeech.indices { notSpeech[index].range.move(by: offset) }
    for index in rejectedNumbers.indices { rejectedNumbers[index].range.move(by: offset) }
  }
}

extension TextRange {
  func moved(by offset: Int) -> TextRange {
    TextRange(lowerBound + offset, upperBound + offset)
  }

  fileprivate mutating func move(by offset: Int) { self = moved(by: offset) }
}

extension Optional where Wrapped == TextRange {
  fileprivate mutating func move(by offset: Int) { self = map { $0.moved(by: offset) } }
}

extension Quote {
  fileprivate mutating func move(by offset: Int) {
    range.move(by: offset)
    cue.move(by: offset)
    speaker?.move(by: offset)
    for index in candidates.indices { candidates[index].move(by: offset) }
  }
}

extension Speaker {
  fileprivate mutating func move(by offset: Int) {
    mention.move(by: offset)
    introduction.move(by: offset)
    via.move(by: offset)
  }
}

extension Figure {
  fileprivate mutating func move(by offset: Int) {
    range.move(by: offset)
    phrase.move(by: offset)
    counted.move(by: offset)
    concept.move(by: offset)
    subject.move(by: offset)
    source.move(by: offset)
    asOf.move(by: offset)
  }
}
