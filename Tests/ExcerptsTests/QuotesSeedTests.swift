import Articles
import Excerpts
import Testing

@Suite(
  .enabled(if: SeedArticle.data != nil, "shared/data/seed is not beside the project: skipped"))
struct QuotesSeedTests {
  @Test func theFirstArticleGivesItsUtterances() throws {
    let seed = try SeedArticle.read()
    let document = seed.document
    let excerpts = findExcerpts(in: document)
    let quotes = excerpts.quotes.filter { $0.kind != .headline }
    let found = Dictionary(grouping: quotes, by: \.utterance).sorted { $0.key < $1.key }
      .map { $0.value.map { described($0, in: document) } }
    let expected = seed.utterances.map { pieces in
      pieces.map { "\($0.speaker) | \(trimmed($0.words)) | \($0.via ?? "-")" }
    }
    #expect(found == expected)
  }

  @Test func theFirstArticleHasAHeadlineQuote() throws {
    let seed = try SeedArticle.read()
    let document = seed.document
    let headlines = findExcerpts(in: document).quotes.filter { $0.kind == .headline }
    #expect(headlines.map { String(document.words(in: $0.range)) } == seed.headlineQuotes)
  }

  private func described(_ quote: Quote, in document: Document) -> String {
    let words = trimmed(String(document.words(in: quote.range)))
    let via = quote.speaker?.via.map { String(document.words(in: $0)) } ?? "-"
    return "\(quote.speaker?.name ?? "-") | \(words) | \(via)"
  }

  private func trimmed(_ words: String) -> String {
    words.hasSuffix(",") ? String(words.dropLast()) : words
  }
}
