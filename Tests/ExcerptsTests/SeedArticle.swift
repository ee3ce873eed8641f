import Articles
import Foundation

/// What reading the seed article must give, as its data says.
struct SeedArticle: Decodable {
  struct Piece: Decodable {
    var speaker: String
    var words: String
    var via: String?
  }

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
  var utterances: [[Piece]]
  var headlineQuotes: [String]
  var figures: [ExpectedFigure]
  var notFigures: [String]

  /// The file, or nil where it is absent: then the tests are skipped.
  static let data = sharedData("seed/expected.json")

  static func read() throws -> SeedArticle {
    try JSONDecoder().decode(SeedArticle.self, from: data ?? Data())
  }

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
