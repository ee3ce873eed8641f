import Articles
import Prose

/// Fills `figures` and `rejectedNumbers`. Runs after the quotes, whose speakers may be sources.
///
/// Each passage is cut into sentences; only sentences with a number in them are looked at
/// further, so that plain prose costs no more than its tokens.
func findFigures(
  in text: String, passages: [Passage], date: PublicationDate?, into excerpts: inout FoundExcerpts
) {
  let bytes = Array(text.utf8)
  var quoted = QuotedSpeakers(excerpts.quotes)
  var tokens: [Token] = []
  var lastSource: TextRange?
  for passage in passages {
    let range = passage.range.bounds.clamped(to: 0..<bytes.count)
    var scanner = TokenScanner(bytes: bytes, range: range)
    var antecedent: Antecedent?
    while scanner.nextSentence(into: &tokens) {
      guard NumberReader.mayBeginNumber(tokens) else { continue }
      let sentence = Sentence(bytes: bytes, tokens: tokens, kind: passage.kind)
      let figures = SentenceFigures(sentence, after: antecedent, lastSource: lastSource)
      lastSource = figures.lastSource
      antecedent = figures.antecedent
      figures.find(speakers: &quoted, date: date, into: &excerpts)
    }
  }
}

/// The speakers of quotations by place, for figures that stand inside one.
struct QuotedSpeakers {
  private let quotes: [Quote]
  private var next = 0

  init(_ quotes: [Quote]) { self.quotes = quotes.sorted { $0.range < $1.range } }

  /// Who says what stands at a place; places must be asked for in order.
  mutating func speaker(at place: Int) -> TextRange? {
    while next < quotes.count, quotes[next].range.upperBound <= place { next += 1 }
    guard next < quotes.count, quotes[next].range.contains(place) else { return nil }
    return quotes[next].speaker.map { $0.introduction ?? $0.mention }
  }
}
