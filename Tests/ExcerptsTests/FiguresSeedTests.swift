import Articles
import Excerpts
import Foundation
import Testing

/// What reading the seed article must give, as its data says; read only where the data is present.
private struct SeedArticle: Decodable {
  struct ExpectedFigure: Decodable {
    var value: [Double]
    var bound: String?
    var counted: String
    var source: String?
    var asOf: String?

    enum CodingKeys: CodingKey { case value, bound, counted, source, asOf }

    init(from decoder: any Decoder) throws {
      let fields = try decoder.container(keyedBy: CodingKeys.self)
      value =
        try (try? fields.decode([Double].self, forKey: .value))
        ?? [fields.decode(Double.self, forKey: .value)]
      bound = try fields.decodeIfPresent(String.self, forKey: .bound)
      counted = try fields.decode(String.self, forKey: .counted)
      source = try fields.decodeIfPresent(String.self, forKey: .source)
      asOf = try fields.decodeIfPresent(String.self, forKey: .asOf)
    }
  }

  var title: String
  var summary: [String]
  var body: [String]
  var figures: [ExpectedFigure]
  var notFigures: [String]

  /// The article's shown text as a document, one block for every paragraph.
  var document: Document {
    var text = ""
    var blocks: [Block] = []
    func add(_ words: String, _ role: BlockRole) {
      let range = TextRange(text.utf8.count, text.utf8.count + words.utf8.count)
      blocks.append(Block(range, role: role, content: .paragraph([.text(range)])))
      text += words + "\n\n"
    }
    add(title, .title)
    for line in summary { add(line, .summary) }
    for line in body { add(line, .body) }
    return Document(text: text, blocks: blocks)
  }
}

/// The shared data beside the package, or where the environment says; nil where absent.
func sharedData(_ path: String, testFile: String = #filePath) -> Data? {
  let root = URL(fileURLWithPath: testFile).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
  var folders = [root.appendingPathComponent("../shared/data")]
  if let folder = ProcessInfo.processInfo.environment["PULLQUOTE_SHARED_DATA"] {
    folders.append(URL(fileURLWithPath: folder))
  }
  return folders.lazy.compactMap { try? Data(contentsOf: $0.appendingPathComponent(path)) }.first
}

private let seed = sharedData("seed/expected.json")

@Test(.enabled(if: seed != nil, "The shared data is not beside the package."))
func theSeedArticleGivesItsFiguresAndNoOthers() throws {
  let article = try JSONDecoder().decode(SeedArticle.self, from: try #require(seed))
  let document = article.document
  let excerpts = findExcerpts(in: document)
  #expect(excerpts.figures.count == article.figures.count)
  for (figure, expected) in zip(excerpts.figures, article.figures) {
    switch figure.value {
    case .exactly(let value): #expect([value] == expected.value)
    case .between(let low, let high): #expect([low, high] == expected.value)
    }
    if let bound = expected.bound { #expect(figure.bound.rawValue == bound) }
    #expect(figure.counted.map { String(document.words(in: $0)) } == expected.counted)
    if let source = expected.source {
      #expect(figure.source.map { String(document.words(in: $0)) } == source)
    }
    if let asOf = expected.asOf {
      let words = figure.asOf.map { String(document.words(in: $0)) } ?? ""
      #expect(words.lowercased().hasPrefix(asOf))
    }
  }
  let rejected = excerpts.rejectedNumbers.map { String(document.words(in: $0.range)) }
  for number in article.notFigures { #expect(rejected.contains(number)) }
}
