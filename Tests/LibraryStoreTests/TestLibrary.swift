import Articles
import Excerpts
import Foundation
import LibraryStore
import Queries

/// The clock of the tests: 20 May 2026, noon.
let testNow = 1_779_278_400

/// An article written for a test; its quotes and figures are really found.
struct TestArticle {
  var title: String?
  var paragraphs: [String]
  var byline = ["Tove Almquist"]
  var date: String? = "2026-04-15"
  var site: String? = "The Selm Courier"
  var address: String?
  var language: String? = "en"
  var hidden: [String] = []
  var original: String?
  var tags: [String] = []

  init(_ title: String?, _ paragraphs: String...) {
    self.title = title
    self.paragraphs = paragraphs
  }

  func with(_ change: (inout TestArticle) -> Void) -> TestArticle {
    var copy = self
    change(&copy)
    return copy
  }

  var parsed: ParsedArticle {
    var text = ""
    var blocks: [Block] = []
    func add(_ words: String, _ role: BlockRole, reason: String? = nil) {
      if !text.isEmpty { text += "\n\n" }
      let range = TextRange(text.utf8.count, text.utf8.count + words.utf8.count)
      text += words
      let content: BlockContent =
        role == .title ? .heading(level: 1, [.text(range)]) : .paragraph([.text(range)])
      blocks.append(Block(range, role: role, reason: reason, content: content))
    }
    if let title { add(title, .title) }
    for paragraph in paragraphs { add(paragraph, .body) }
    for words in hidden { add(words, .promo, reason: "sign-up box") }
    return ParsedArticle(
      metadata: Metadata(
        title: title, byline: byline, date: date.flatMap(PublicationDate.init(iso:)), site: site,
        address: address,
        language: language, modified: PublicationDate(iso: "2026-05-19"),
        image: "https://courier.example/1.jpg"),
      document: Document(text: text, blocks: blocks),
      diagnostics: [Diagnostic("A test wrote this.", line: 3)])
  }

  var addition: Addition {
    let parsed = parsed
    return Addition(
      parsed: parsed,
      excerpts: findExcerpts(in: parsed.document, date: parsed.metadata.date),
      original: Array((original ?? parsed.document.text + (address ?? "")).utf8), format: "text",
      origin: "/articles/\(title ?? "untitled").txt", tags: tags)
  }
}

extension Library {
  /// Adds articles one batch at a time.
  @discardableResult
  func add(_ articles: TestArticle...) throws -> [AddingOutcome] {
    try add(articles.map { PreparedAddition($0.addition) })
  }

  /// The titles of a listing, all pages.
  func titles(
    _ query: String = "", order: Listing.Order = .date, reversed: Bool = false
  ) throws -> [String] {
    let listing = Listing(try Query(query), order: order, isReversed: reversed)
    return try page(of: listing, count: 10_000).rows.map { $0.title ?? "-" }
  }

  /// Everything in it as an export writes it: equal texts mean equal libraries.
  func dump() throws -> String {
    var lines: [String] = []
    try export { lines.append(String(decoding: $0, as: UTF8.self)) }
    return lines.joined(separator: "\n")
  }

  var first: ArticleID {
    get throws { try page(of: Listing(), count: 1).rows.first?.id ?? ArticleID("none") }
  }
}

/// A library in memory with the tests' clock.
func emptyLibrary() throws -> Library {
  try Library.inMemory(options: LibraryOptions(now: { testNow }))
}

/// A directory that is removed at the end of a test.
final class TemporaryDirectory {
  let path = FileManager.default.temporaryDirectory
    .appendingPathComponent("pullquote-\(UUID().uuidString)").path

  var library: String { path + "/library.sqlite" }

  init() throws {
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func open(
    journal: LibraryOptions.Journal = .automatic,
    waiting: @escaping @Sendable (String) -> Void = { _ in }
  ) throws -> Library {
    try Library.open(
      at: library,
      options: LibraryOptions(journal: journal, waiting: waiting, now: { testNow }))
  }
}

/// Three articles with quotes and figures, two sources, three days.
let ferries = TestArticle(
  "Night ferries return to Selmouth",
  "Night ferries will cross the estuary again from Friday. “We kept the timetable in a drawer,” "
    + "said Ines Harrow, who runs the port. “I never quite gave up.”",
  "Each crossing costs the county about €4,200, according to the county auditor. More than 1.3 "
    + "million passengers used the day boats last year."
).with {
  $0.address = "https://courier.example/ferries?utm_source=feed"
  $0.tags = ["transport"]
  $0.hidden = ["Sign up for the harbour newsletter with zebra stories."]
}
let trams = TestArticle(
  "Trams to run every four minutes",
  "The operator has found no evidence of delays, said Paul Orme. “There is no evidence of any "
    + "delay,” Paul Orme told the council.",
  "Some 48,000 refugees use the line each day, up from 31,000."
).with {
  $0.date = "2026-05-12"
  $0.site = "Northfold Review"
  $0.byline = ["Bea Lindqvist", "Omar Said"]
  $0.language = "en-GB"
}
let orchard = TestArticle(
  "The orchard that moved uphill",
  "Growers moved their trees by 300 metres. “The frost came for us,” said Ines Harrow."
).with {
  $0.date = "2025-11-02"
  $0.tags = ["Farming", "transport"]
}

func sampleLibrary() throws -> Library {
  let library = try emptyLibrary()
  try library.add(ferries, trams, orchard)
  return library
}
