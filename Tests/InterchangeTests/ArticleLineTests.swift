import Articles
import Testing

@testable import Interchange

private func line(_ text: String) throws -> ArticleLine {
  try ArticleLine(line: Array(text.utf8))
}

@Test(arguments: ["\\n", "\\r\\n", "\\r", "\\u2028"])
func blankLinesPartParagraphsHoweverLinesEnd(end: String) throws {
  let line = try line(
    #"{"text": "One line@and its rest.@ @Two <b> & three."}"#.replacing("@", with: end))
  let page = String(decoding: try #require(line.page), as: UTF8.self)
  #expect(
    page.contains("<p>One line\nand its rest.\n</p>\n<p>Two &lt;b&gt; &amp; three.\n</p>"),
    "\(page)")
}

@Test func whatTheLineSaysStandsInThePage() throws {
  let line = try line(
    #"{"html": "<p>Words.</p>", "title": "A \"quay\"", "author": ["Ana", "Omar"], "#
      + #""date": "2026-04-15T10:00:00Z", "url": "https://courier.example/q", "more": {"x": [1]}}"#)
  #expect(line.metadata.date == PublicationDate(iso: "2026-04-15"))
  let page = String(decoding: try #require(line.page), as: UTF8.self)
  for part in [
    "<title>A &quot;quay&quot;</title>", "<meta name=\"author\" content=\"Ana, Omar\">",
    "<meta name=\"date\" content=\"2026-04-15\">",
    "<link rel=\"canonical\" href=\"https://courier.example/q\">",
    "<h1>A &quot;quay&quot;</h1>\n<p>Words.</p>",
  ] {
    #expect(page.contains(part), "\(part)")
  }
}
