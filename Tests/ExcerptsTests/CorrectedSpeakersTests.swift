// A corrected speaker brings nothing along from elsewhere.

import Articles
import Excerpts
import Testing

private let text = """
  “The tide was late,” Orrin Vale said, according to the Quayside Post. “It cost 40 crowns,” Tilda \
  Marlow told the board.
  """

/// The second quote with another speaker, and the figure inside it.
private func corrected(to name: String?) throws -> (quote: Quote, figure: Figure, words: [String?])
{
  let document = Document(verbatim: text)
  let plain = findExcerpts(in: document)
  #expect(plain.quotes.map { $0.speaker?.name } == ["Orrin Vale", "Tilda Marlow"])
  let anchor = TextAnchor(plain.quotes[1].range, in: document.text)
  let found = plain.corrected(by: [.speaker(of: anchor, is: name)], in: document.text)
  #expect(found.quotes[0] == plain.quotes[0])
  let (quote, figure) = (found.quotes[1], try #require(found.figures.first))
  let places = [quote.cue, quote.speaker?.via, figure.source]
  return (quote, figure, places.map { $0.map { String(document.words(in: $0)) } })
}

@Test func aCorrectedSpeakerKeepsNothingOfAnotherQuote() throws {
  let (quote, _, words) = try corrected(to: "orrin vale")
  #expect(quote.speaker?.name == "Orrin Vale" && quote.confidence == 1)
  #expect(quote.speaker?.mention == quote.range)
  #expect(words == [nil, nil, "Orrin Vale"])
}

@Test(arguments: ["Someone Else", nil])
func aSpeakerTheTextDoesNotNameLeavesNoCue(name: String?) throws {
  let (quote, _, words) = try corrected(to: name)
  #expect(quote.speaker?.name == name)
  #expect(words == [nil, nil, nil])
}

@Test func whoWasFoundAlreadyKeepsWhatReports() throws {
  let (quote, _, words) = try corrected(to: "tilda marlow")
  #expect(quote.speaker?.mention != quote.range)
  #expect(words == ["told", nil, "Tilda Marlow"])
}
