import Articles
import Formats
import Testing

private func read(_ text: String) throws -> ParsedArticle {
  try parse(SourceBytes(bytes: Array(text.utf8), name: "a.md"))
}

/// Markdown and its canonical text.
@Test(
  arguments: [
    ("a *b* **c** ***d*** `e` \\*f\\*", "a b c d e *f*"),
    ("[a *b*](c \"d\") <https://example.org> ![e](f)", "a b https://example.org e"),
    ("a\nb  \nc\\\nd", "a b\nc\nd"), ("&copy; &#8220;a&#x201D; &nope; AT&T", "© “a” &nope; AT&T"),
    ("snake_case_word 2*3 * 4", "snake_case_word 2*3 * 4"),
    ("# A #\n\nB\n===\n\nC\n---", "A\n\nB\n\nC"), ("> a\nb\n\n- c\n  - d", "a b\n\nc\n\nd"),
    ("```swift\n let a\n\n```\n\n    b\n", " let a\n\nb"), ("a <b>c</b> <!-- d --> e", "a c  e"),
    ("| a | b |\n|---|--:|\n| c \\| d | *e* |", "a\tb\nc | d\te"),
    ("[a]\n\n[A]: <b c> 'd'\n", "a"), ("a[^1]\n\n[^1]: b\n", "a[^1]\n\n[^1]: b"),
    ("**a*b", "**a*b"), ("[a](b", "[a](b"), ("`` a ` b ``", "a ` b"),
  ])
func canonicalTextHasNoMarkup(_ markdown: String, _ text: String) throws {
  #expect(try read(markdown).document.text == text)
}

@Test func frontMatterIsMetadataAndNoText() throws {
  let article = try read(
    "---\ntitle: \"A: b\"\nauthors: [Ana Ruiz, Tom Okoro]\ndate: 2026-02-09\n"
      + "site: The Ledger\nurl: https://example.org/a\nlang: en-GB\n---\nWords.\n")
  #expect(article.document.text == "Words.")
  #expect(article.metadata.title == "A: b")
  #expect(article.metadata.byline == ["Ana Ruiz", "Tom Okoro"])
  #expect(article.metadata.date?.description == "2026-02-09")
  #expect(article.metadata.site == "The Ledger")
  #expect(article.metadata.address == "https://example.org/a")
  #expect(article.metadata.language == "en-GB")
}

@Test func lonePicturesAreIllustrations() throws {
  let blocks = try read("![Alt words](a.jpg \"A caption\")").document.blocks
  let picture = Illustration(
    alt: TextRange(0, 9), caption: TextRange(10, 19), address: "a.jpg")
  #expect(blocks == [Block(TextRange(0, 19), role: .caption, content: .illustration(picture))])
}

/// Shapes that make careless parsers quadratic or recursive without end.
@Test(
  arguments: [
    String(repeating: "> ", count: 20_000), String(repeating: "- ", count: 20_000) + "a",
    String(repeating: "*a ", count: 20_000) + String(repeating: "a* ", count: 20_000),
    String(repeating: "[", count: 50_000), String(repeating: "![", count: 30_000),
    String(repeating: "[a](", count: 20_000), String(repeating: "[a](<b", count: 20_000),
    String(repeating: "`a``", count: 20_000), String(repeating: "<a \"", count: 20_000),
    String(repeating: "<!-- ", count: 20_000), String(repeating: "[a](b)![", count: 20_000),
    String(repeating: "**a *b _c __d ", count: 10_000),
  ])
func hostileShapesAreReadToTheEnd(_ markdown: String) throws {
  let article = try read(markdown + "\n\nend")
  #expect(article.document.text.hasSuffix("end"))
  #expect(article.document.isSound)
}

/// A document and its title.
@Test(
  arguments: [
    ("# Ferry\n\nWords.", "Ferry"), ("# 渡し船\n\n## One\n\nWords.\n\n## Two\n\nMore.", "渡し船"),
    ("# One\n\nWords.\n\n# Two\n\nMore.", nil), ("Words.\n\n# Late\n\nMore.", nil),
  ])
func aDocumentIsCalledByTheTopHeadingThatItOpensWith(_ markdown: String, _ title: String?) throws {
  let article = try read(markdown)
  #expect(article.metadata.title == title)
  #expect(article.document.blocks.contains { $0.role == .title } == (title != nil))
}
