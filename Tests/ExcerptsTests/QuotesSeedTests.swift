import Articles
import Excerpts
import Foundation
import Testing

/// The article that the project was started from; read from beside the project where present.
private struct SeedArticle: Decodable {
  struct Piece: Decodable {
    var speaker: String
    var words: String
    var via: String?
  }

  var title: String
  var summary: [String]
  var body: [String]
  var utterances: [[Piece]]
  var headlineQuotes: [String]

  static let url: URL = {
    let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let given = ProcessInfo.processInfo.environment["PULLQUOTE_SHARED_DATA"]
    let data =
      given.map { URL(fileURLWithPath: $0) }
      ?? package.deletingLastPathComponent().appendingPathComponent("shared/data")
    return data.appendingPathComponent("seed/expected.json")
  }()

  static var isPresent: Bool { FileManager.default.fileExists(atPath: url.path) }

  static func read() throws -> SeedArticle {
    try JSONDecoder().decode(SeedArticle.self, from: Data(contentsOf: url))
  }

  /// Title, summary and body as a document of paragraphs.
  var document: Document {
    var text = ""
    var blocks: [Block] = []
    func add(_ words: String, _ role: BlockRole) {
      let start = text.utf8.count
      text += words
      let range = TextRange(start, text.utf8.count)
      blocks.append(Block(range, role: role, content: .paragraph([.text(range)])))
      text += "\n\n"
    }
    add(title, .title)
    for words in summary { add(words, .summary) }
    for words in body { add(words, .body) }
    return Document(text: text, blocks: blocks)
  }
}

@Suite(.enabled(if: SeedArticle.isPresent, "shared/data/seed is not beside the project: skipped"))
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
