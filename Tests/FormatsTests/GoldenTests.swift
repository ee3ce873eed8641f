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

/// The samples that are embedded in the program are fixtures too.
@Test(
  arguments: [
    "cup-final.txt", "flood-relief.txt", "harbour-bridge.txt", "rail-fares.md", "tidal-array.md",
  ])
func samplesAreReadAsRecorded(_ name: String) throws {
  let bytes = try fixture(name, folder: "../../Sources/AppRuntime/Samples")
  let article = try parse(SourceBytes(bytes: Array(bytes), name: name))
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
