import Articles
import Formats
import GoldenTesting
import Testing

private let pages = [
  "blog", "news", "live-blog", "listicle", "table", "code", "gallery", "paywall", "consent",
  "script-only", "no-body", "windows-1252",
]

private func read(_ page: String, address: String? = nil) throws -> ParsedArticle {
  try parse(SourceBytes(bytes: Array(page.utf8), name: "page.html", address: address))
}

/// The text of what is shown, without captions and headings.
private func body(_ article: ParsedArticle) -> [String] {
  article.document.blocks.filter { $0.role == .body }
    .map { String(article.document.words(in: $0.range)) }
}

private let filler = """
  <p>The mill stands where the two rivers meet, and it has ground flour there since before the \
  town had a name or a clock to be late by.</p><p>Its wheel was mended in the spring by three \
  carpenters, who slept in the loft and were paid in bread, as the old contract wants it.</p>
  """

@Test(arguments: pages)
func pagesAreReadAsRecorded(_ name: String) throws {
  let bytes = Array(try fixture("html/\(name).html"))
  let article = try parse(SourceBytes(bytes: bytes, name: name + ".html"))
  #expect(article.document.isSound)
  #expect(goldenDifference(article.report, name + ".html.dump") == nil)
}

@Test(
  arguments: [
    "blog", "news", "no-body", "live-blog", "listicle", "table", "code", "gallery", "paywall",
    "consent",
  ])
func everyPrefixOfAPageIsReadSoundly(_ name: String) throws {
  let bytes = Array(try fixture("html/\(name).html"))
  for end in 1...bytes.count {
    let source = SourceBytes(
      bytes: Array(bytes[..<end]), name: "page.html", declaredType: "text/html")
    let article = try parse(source)
    #expect(article.document.isSound)
  }
}

@Test(
  arguments: [
    ("<div>", "</div>"), ("<ul><li>", ""), ("<blockquote>", ""), ("<table><tr><td>", ""),
    ("<b>", ""), ("<a href=x>", ""), ("<figure>", ""), ("<p>", ""), ("<article>", ""),
  ])
func deepNestingIsReadSoundly(_ opening: String, _ closing: String) throws {
  let count = 5000
  let page =
    String(repeating: opening, count: count) + filler + String(repeating: closing, count: count)
  let article = try read("<!DOCTYPE html><title>Deep</title>" + page)
  #expect(article.document.isSound)
  #expect(article.document.text.contains("three carpenters"))
}

@Test(
  arguments: [
    ("/a", "https://mill.example/a"), ("b?c=1#d", "https://mill.example/news/b?c=1#d"),
    ("../up", "https://mill.example/up"), ("../../../top", "https://mill.example/top"),
    ("//other.example/x", "https://other.example/x"), ("mailto:a@b.example", "mailto:a@b.example"),
    ("?page=2", "https://mill.example/news/today?page=2"), ("#note", "#note"),
    ("./", "https://mill.example/news/"),
  ])
func linksAreMadeAbsolute(_ address: String, _ absolute: String) throws {
  let page = "<article>\(filler)<p>More of it is <a href=\"\(address)\">here</a>, they say.</p>"
  let article = try read(page, address: "https://mill.example/news/today?x=1")
  var found: [String] = []
  article.document.walk { node, _ in
    if case .inline(.link(_, let destination)) = node { found.append(destination) }
  }
  #expect(found == [absolute])
}

@Test(
  arguments: [
    ("<meta name=author content='By Ann Lee and Bo Dahl'>", ["Ann Lee", "Bo Dahl"]),
    ("<meta name=author content='ann@mill.example'>", []),
    ("<meta name=author content='Ann Lee, The Mill Post'>", ["Ann Lee"]),
    ("<meta name=author content='The Mill Post'>", ["The Mill Post"]),
    ("<a rel=author href=/ann>Ann Lee</a>", ["Ann Lee"]),
    ("<span class=byline>Von Ann Lee, 3. Mai 2026</span>", ["Ann Lee"]),
    (
      "<script type='application/ld+json'>{\"@type\":[\"NewsArticle\"],\"author\":[{\"name\":\"Ann Lee\"}]}"
        + "</script>", ["Ann Lee"]
    ),
    ("<div itemprop=author><span itemprop=name>Ann Lee</span></div>", ["Ann Lee"]),
  ])
func bylinesAreFoundAndCleaned(_ markup: String, _ names: [String]) throws {
  #expect(try read("\(markup)<article>\(filler)</article>").metadata.byline == names)
}

@Test(
  arguments: [
    ("<meta property='article:published_time' content='2026-05-03T23:10:00+02:00'>", "2026-05-03"),
    ("<time datetime=2026-05-03>yesterday</time>", "2026-05-03"),
    ("<meta name=date content='3.5.2026'>", "2026-05-03"),
    ("<span class=date-line><span class=timestamp>May 3, 2026</span></span>", "2026-05-03"),
    ("<link rel=canonical href=https://mill.example/2026/05/03/wheel>", "2026-05-03"),
    ("<meta name=date content='35.13.2026'>", nil),
  ])
func datesAreRead(_ markup: String, _ date: String?) throws {
  #expect(try read("\(markup)<article>\(filler)</article>").metadata.date?.description == date)
}

@Test(
  arguments: [
    ("<title>A wheel turns | Mill Post</title>", "A wheel turns"),
    ("<title>A wheel turns - and turns again</title>", "A wheel turns - and turns again"),
    ("<title>Mill Post: A wheel turns</title>", "A wheel turns"),
    ("<title>Mill &amp;amp; wheel</title>", "Mill & wheel"),
    ("<title>Mill Post</title><h1>Mill Post</h1><h2>A wheel turns</h2>", "A wheel turns"),
    ("<title>Turn</title><h1>A wheel\n turns</h1>", "A wheel turns"),
  ])
func titlesAreFreedFromTheSite(_ markup: String, _ title: String) throws {
  let page = "<meta property=og:site_name content='Mill Post'>\(markup)<article>\(filler)"
  #expect(try read(page).metadata.title == title)
}

@Test func namedClutterIsKeptWithItsReason() throws {
  let page =
    "<article>\(filler)<div class='related'><a href=/a>A</a> <a href=/b>B</a></div></article>"
  let hidden = try read(page).document.hiddenBlocks
  #expect(hidden.map(\.reason) == ["related stories"])
}

@Test func aBodyNamedForItsClutterIsKept() throws {
  let page = "<body class='has-sidebar comments-open'><div class='related'>\(filler)</div>"
  #expect(body(try read(page)).count == 2)
}

@Test func theTextGivenAsDataStandsInForAScript() throws {
  let words = String(repeating: "The wheel turned all night and nobody slept. ", count: 12)
  let data = "{\"@type\":\"Article\",\"articleBody\":\"\(words)\\n\\nIn the morning it stopped.\"}"
  let page = "<script type='application/ld+json'>\(data)</script><div id=root></div>"
  let paragraphs = body(try read(page))
  #expect(paragraphs.count == 2)
  #expect(paragraphs.last == "In the morning it stopped.")
}

@Test func aStandfirstOutsideTheBodyIsRead() throws {
  let lead = """
    The old mill has a new wheel, three carpenters are proud, and the two rivers do not care \
    at all.
    """
  let page = """
    <div><h1>A wheel turns</h1><div class=share>Share</div><p>\(lead)</p>
    <div class=article-body>\(filler)</div></div>
    """
  #expect(body(try read("<title>A wheel turns</title>" + page)).first == lead)
}

@Test(
  arguments: [
    "<p>Read more: <a href=/a>The bridge that was never built, and why</a></p>",
    "<h3>About the author</h3><p>Ann Lee writes about mills.</p>",
    "<p>Contact Ann Lee at ann@mill.example.</p>",
    "<h2>More from the mill</h2>",
  ])
func endMatterIsHidden(_ markup: String) throws {
  let article = try read("<article>\(filler)\(markup)</article>")
  #expect(body(article).count == 2)
  #expect(!article.document.hiddenBlocks.isEmpty)
}

@Test func paragraphsUnknownToTheDataAreHidden() throws {
  let words = (1...30).map { "In year \($0) the wheel turned \($0 * 7) times and rested." }
  let data = "{\"@type\":\"Article\",\"articleBody\":\"\(words.joined(separator: " "))\"}"
  let paragraphs = words.map { "<p>\($0)</p>" }.joined()
  let page = """
    <script type='application/ld+json'>\(data)</script>
    <article>\(paragraphs)<p>The mill shop sells flour, postcards and a small wooden wheel.</p>
    """
  let article = try read(page)
  #expect(body(article).count == 30)
  #expect(
    article.document.hiddenBlocks.map(\.reason) == [
      "not in the text that the page gives as data"
    ])
}

@Test func framesAreNamed() throws {
  let article = try read("<frameset cols=20%,80%><frame src=a.html><frame src=b.html></frameset>")
  #expect(
    article.diagnostics.map(\.message) == [
      "The page is only a frame around other pages; save the one that holds the article."
    ])
}

@Test func invisibleCharactersAreLeftOut() throws {
  let article = try read("<article>\(filler)<p>Water\u{AD}wheel and mill\u{200B}stone are old.</p>")
  #expect(body(article).last == "Waterwheel and millstone are old.")
}
