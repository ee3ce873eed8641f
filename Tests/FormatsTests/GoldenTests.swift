import Articles
import Formats
import GoldenTesting
import Testing

@Test(
  arguments: [
    "broken-markdown.md", "clutter-only.txt", "hard-wrapped.txt", "interview.txt",
  ])
func fixturesAreReadAsRecorded(_ name: String) throws {
  let source = SourceBytes(bytes: Array(try fixture(name)), name: name)
  let article = try parse(source)
  #expect(goldenDifference(article.report, name + ".dump") == nil)
}

extension ParsedArticle {
  /// Metadata and diagnostics, one a line, then the document's dump.
  var report: String {
    let fields: [(String, String?)] = [
      ("title", metadata.title),
      ("byline", metadata.byline.isEmpty ? nil : metadata.byline.joined(separator: "; ")),
      ("date", metadata.date?.description), ("site", metadata.site),
      ("address", metadata.address), ("language", metadata.language),
    ]
    let known = fields.compactMap { name, value in value.map { "\(name): \($0)\n" } }
    let notes = diagnostics.map { note in
      let place = note.line.map { "\($0):\(note.column ?? 0) " } ?? ""
      return "note: \(place)\(note.message)\n"
    }
    return (known + notes).joined() + "\n" + document.dump()
  }
}
