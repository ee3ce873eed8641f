import Formats
import Testing

private func source(_ words: String, _ name: String, type: String? = nil) -> SourceBytes {
  SourceBytes(bytes: Array(words.utf8), name: name, declaredType: type)
}

@Test(
  arguments: [
    ("Words.", "a.txt", SourceFormat.plainText), ("Words.", "-", .plainText),
    ("Words.", "a.md", .markdown), ("Words.", "a.markdown", .markdown),
    ("# Title\n\nWords.", "-", .markdown), ("---\ntitle: A\n---\nWords.", "-", .markdown),
    ("# Title\n\nWords.", "a.txt", .plainText),
    ("\n <!DOCTYPE html><title>A</title>", "a.txt", .html), ("<html>", "-", .html),
    ("<p>Words</p>", "page.html", .html),
    ("<?xml version=\"1.0\"?><rss version=\"2.0\">", "-", .feed),
    ("<?xml version=\"1.0\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\">", "a.txt", .feed),
    ("{\"version\": \"https://jsonfeed.org/version/1.1\"}", "-", .jsonFeed),
    ("%PDF-1.7", "a.txt", .pdf), ("PK\u{3}\u{4}mimetypeapplication/epub+zip", "a", .epub),
    ("PK\u{3}\u{4}word/document.xml", "a.txt", .archive), ("GIF89a", "-", .image),
  ])
func nameAndContentTellTheFormat(_ words: String, _ name: String, _ format: SourceFormat) {
  #expect(detectFormat(of: source(words, name)) == format)
}

@Test func declaredTypeWinsOverTheName() {
  let words = source("Words.", "a.txt", type: "text/markdown; charset=utf-8")
  #expect(detectFormat(of: words) == .markdown)
}

@Test(
  arguments: [
    (SourceBytes(bytes: [], name: "a.txt"), "a.txt is empty: there is nothing to read."),
    (
      source(" \n\t\u{FEFF}\u{A0}\r\n", "-"),
      "Standard input holds only white space: there is nothing to read."
    ),
    (
      SourceBytes(bytes: Array(repeating: 0, count: 64), name: "x"),
      "x is not text. Only text can be read, in any encoding that web pages use."
    ),
    (
      source("%PDF-1.7", "x.pdf"),
      "x.pdf looks like a PDF document. Turn it into text first, for example with “pdftotext”."
    ),
    (
      source("<rss version=\"2.0\"></rss>", "x.xml"),
      "x.xml looks like a feed. Feeds cannot be read yet; open one of its articles saved as "
        + "text instead."
    ),
  ])
func refusalsSayWhatWasMet(_ source: SourceBytes, _ sentence: String) {
  #expect(throws: FormatError.self) { try parse(source) }
  do {
    _ = try parse(source)
  } catch {
    #expect(error.description == sentence)
  }
}
