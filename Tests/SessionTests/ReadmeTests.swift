import Foundation
import Session
import Testing

private let root = URL(fileURLWithPath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

/// What stands between a marker line and the next `<!-- end -->`.
private struct Section {
  let opening: String
  let body: String
}

private func findSection(startingWith marker: String, in text: String) -> Section? {
  guard let start = text.range(of: "<!-- \(marker)"),
    let line = text.range(of: "\n", range: start.upperBound..<text.endIndex),
    let end = text.range(of: "<!-- end -->", range: line.upperBound..<text.endIndex)
  else { return nil }
  return Section(
    opening: String(text[start.lowerBound..<line.lowerBound]),
    body: String(text[line.upperBound..<end.lowerBound]))
}

/// Compares a section with what it should be; with PULLQUOTE_RECORD it is rewritten and differs.
private func isCurrent(_ marker: String, _ wanted: (Section) throws -> String) throws -> Bool {
  let file = root.appendingPathComponent("README.md")
  let text = try String(contentsOf: file, encoding: .utf8)
  let section = try #require(findSection(startingWith: marker, in: text))
  let body = try wanted(section)
  if ProcessInfo.processInfo.environment["PULLQUOTE_RECORD"] != nil {
    let old = section.opening + "\n" + section.body
    let new = text.replacingOccurrences(of: old, with: section.opening + "\n" + body)
    try new.write(to: file, atomically: true, encoding: .utf8)
    return false
  }
  return section.body == body
}

@Suite(.serialized) struct ReadmeTests {
  @Test func theKeyTableOfTheReadmeIsTheGeneratedOne() throws {
    #expect(try isCurrent("keys") { _ in KeyMap().markdownReference + "\n" })
  }

  @Test func thePictureOfTheReadmeIsAGoldenFrame() throws {
    #expect(
      try isCurrent("frame") { section in
        let path = section.opening.split(separator: " ")[2]
        let frame = try String(
          contentsOf: root.appendingPathComponent(String(path)), encoding: .utf8)
        let picture = frame.components(separatedBy: "--- inks").first ?? ""
        return "```\n" + picture + "```\n"
      })
  }
}
