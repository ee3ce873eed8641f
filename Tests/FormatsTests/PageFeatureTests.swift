import Articles
import Formats
import GoldenTesting
import Testing

private let filler = """
  <p>The mill stands where the two rivers meet, and it has ground flour there since before the \
  town had a name or a clock to be late by.</p><p>Its wheel was mended in the spring by three \
  carpenters, who slept in the loft and were paid in bread, as the old contract wants it.</p>
  """

private func read(_ page: String, type: String? = "text/html") throws -> ParsedArticle {
  try parse(SourceBytes(bytes: Array(page.utf8), name: "page", declaredType: type))
}

private func lastWords(_ article: ParsedArticle) -> String? {
  article.document.shownBlocks.last.map { String(article.document.words(in: $0.range)) }
}

@Test(
  arguments: [
    ("H<sub>2</sub>O stood in the race.", "H₂O stood in the race."),
    ("Ten m<sup>2</sup> of floor, 10<sup>-3</sup> of rye.", "Ten m² of floor, 10⁻³ of rye."),
    ("The 1<sup>er</sup> of May.", "The 1er of May."),
    ("As noted<sup><a href='#n1'>12</a></sup> before.", "As noted¹² before."),
    ("<ruby>水<rt>mizu</rt></ruby> is water.", "水(mizu) is water."),
    ("<ruby>水<rp>[</rp><rt>mizu</rt><rp>]</rp></ruby> is water.", "水[mizu] is water."),
    ("He said <q>turn</q> and it did.", "He said “turn” and it did."),
    ("The note says so. <a href='#r1'>↩</a>", "The note says so."),
  ])
func inlineElementsKeepTheirMeaning(_ markup: String, _ words: String) throws {
  let article = try read("<article>\(filler)<p>\(markup)</p></article>")
  #expect(lastWords(article) == words)
}

@Test(arguments: [
  (
    "The mill in spring", "The mill in spring. Photo: the town",
    "The mill in spring. Photo: the town"
  ),
  ("The mill in spring", "The mill in March.", "The mill in spring\n\nThe mill in March."),
])
func aCaptionThatRepeatsTheAlternativeTextStandsOnce(
  alt: String, caption: String, words: String
) throws {
  let figure = "<figure><img src='m.jpg' alt='\(alt)'><figcaption>\(caption)</figcaption></figure>"
  let article = try read("<article>\(filler)\(figure)\(filler)</article>")
  let picture = article.document.blocks.lazy.compactMap { block -> (Block, Illustration)? in
    if case .illustration(let picture) = block.content { return (block, picture) }
    return nil
  }.first
  let (block, illustration) = try #require(picture)
  #expect(article.document.words(in: block.range) == words)
  #expect(illustration.alt.map { article.document.words(in: $0) } == Substring(alt))
  #expect(illustration.caption.map { article.document.words(in: $0) } == Substring(caption))
}

@Test func definitionsStandBelowTheirTerms() throws {
  let list = "<dl><dt>Race<dd>Where the water runs.<dt>Hopper<dd>Holds grain.<dd>Is wooden.</dl>"
  let article = try read("<article>\(filler)\(list)</article>")
  guard case .list(let start, let items)? = article.document.blocks.last?.content else {
    Issue.record("no list")
    return
  }
  #expect(start == nil)
  #expect(items.map(\.blocks.count) == [2, 3])
  guard case .paragraph(let term)? = items.first?.blocks.first?.content else {
    Issue.record("no term")
    return
  }
  #expect(term.count == 1)
  if case .strong? = term.first {} else { Issue.record("the term is not set apart") }
}

@Test func tablesUndoTheirSpansAndSetNumbersRight() throws {
  let table = """
    <table><caption>Flour by year</caption><thead><tr><th>Year<th>Rye<th>Wheat</thead>
    <tr><td rowspan=2>2025<td>1,200 kg<td>40<tr><td>900 kg<td>38<tr><td>2026<td colspan=2>none yet
    </table>
    """
  let article = try read("<article>\(filler)\(table)</article>")
  let tables = article.document.blocks.compactMap { block -> Table? in
    if case .table(let table) = block.content { return table }
    return nil
  }
  #expect(tables.count == 1)
  let words = tables.first?.rows.map { row in
    row.map { String(article.document.words(in: $0.coveredRange)) }
  }
  #expect(
    words == [["2025", "1,200 kg", "40"], ["", "900 kg", "38"], ["2026", "none yet", ""]])
  #expect(tables.first?.header.count == 3)
  #expect(tables.first?.alignments.last == .trailing)
  #expect(article.document.text.contains("Flour by year"))
}

@Test func embeddedPostsStandBesideTheText() throws {
  let post = """
    <blockquote class="twitter-tweet"><p>The wheel turns again!</p>&mdash; Ann Lee (@annlee) \
    <a href="https://posts.example/1">May 3, 2026</a></blockquote>
    """
  let article = try read("<article>\(filler)\(post)\(filler)</article>")
  let block = article.document.shownBlocks.first { block in
    if case .quotation = block.content { return true }
    return false
  }
  #expect(block?.role == .caption)
  let words = block.map { String(article.document.words(in: $0.range)) } ?? ""
  #expect(words.hasPrefix("The wheel turns again!"))
  #expect(words.contains("— Ann Lee (@annlee)"))
}

@Test func dateOfChangeAndPictureAreRead() throws {
  let head = """
    <meta property="article:published_time" content="2026-05-03T08:00:00+02:00">
    <meta property="article:modified_time" content="2026-05-05T08:00:00+02:00">
    <meta property="og:image" content="/wheel.jpg"><link rel=canonical href="https://mill.example/a">
    """
  let metadata = try read("\(head)<article>\(filler)</article>").metadata
  #expect(metadata.date?.description == "2026-05-03")
  #expect(metadata.modified?.description == "2026-05-05")
  #expect(metadata.image == "https://mill.example/wheel.jpg")
}

@Test(
  arguments: [
    ("<p>By <a href='/authors/lee'>Ann Lee</a> · 3 May 2026</p>", ["Ann Lee"], "2026-05-03"),
    ("<div>Written by Ann Lee</div><div>05.16.2026</div>", ["Ann Lee"], "2026-05-16"),
    ("<p>Updated May 5, 2026</p><p>Published May 3, 2026</p>", [], "2026-05-03"),
    ("<p>Mill Street</p>", [], nil), ("<p>Made with version 18.4.1 for all</p>", [], nil),
    ("<p>Seen from 10.4.12.7 only</p>", [], nil), ("<p>15. 4. 2026</p>", [], "2026-04-15"),
  ])
func linesBelowTheHeadlineNameWriterAndDate(
  _ markup: String, _ names: [String], _ date: String?
) throws {
  let page = "<title>A wheel turns</title><h1>A wheel turns</h1>\(markup)<article>\(filler)"
  let metadata = try read(page).metadata
  #expect(metadata.byline == names)
  #expect(metadata.date?.description == date)
}

@Test(
  arguments: [
    ("2026-05-04T02:10:00Z", "May 3, 2026", "2026-05-03"),
    ("2026-01-01T02:10:00Z", "December 31, 2025", "2025-12-31"),
    ("2024-02-28T22:10:00Z", "February 29, 2024", "2024-02-29"),
    ("2026-05-05T02:10:00Z", "May 3, 2026", "2026-05-05"),
  ])
func theDateThatReadersSeeWinsOverThatOfGreenwich(
  _ data: String, _ shown: String, _ date: String
) throws {
  let page = """
    <meta property="article:published_time" content="\(data)">
    <h1>A wheel turns</h1><p>\(shown) 10:10 PM EDT</p><article>\(filler)
    """
  #expect(try read(page).metadata.date?.description == date)
}

@Test func noMoreThanFiftyWritersAreNamed() throws {
  let names = (0..<2_000).map { "Ann Lee\(String(repeating: "i", count: $0 % 7)) \(10_000 + $0)" }
  let list = names.map { "\"\($0)\"" }.joined(separator: ",")
  let page = """
    <script type="application/ld+json">{"@type":"Article","author":{"name":[\(list)]}}</script>
    <h1>A wheel turns</h1><article>\(filler)
    """
  #expect(try read(page).metadata.byline == Array(names.prefix(50)))
}

@Test func wordsHiddenFromThoseWhoDoNotPayAreRead() throws {
  let page = """
    <article><p>The mill is old.</p>
    <div class="subscriber-only" style="display:none">\(filler)</div></article>
    """
  #expect(try read(page).document.shownBlocks.count == 3)
}

@Test func ofSeveralArticlesTheOneWithTheTitleIsRead() throws {
  let articles = ["A bridge stands", "A wheel turns", "A clock strikes"].map { title in
    "<article><h2>\(title)</h2>\(filler)<p>This is where “\(title)” ends, and no other.</p></article>"
  }
  let article = try read("<title>A wheel turns</title><main>\(articles.joined())</main>")
  #expect(lastWords(article) == "This is where “A wheel turns” ends, and no other.")
  #expect(article.document.blocks.count == 4)
}

@Test(arguments: ["4 min read", "--", "|", "12 minute read"])
func whatATemplateSetsBesideTheTextIsHidden(line: String) throws {
  let article = try read("<article>\(filler)<p>\(line)</p>\(filler)</article>")
  let hidden = article.document.hiddenBlocks.map { String(article.document.words(in: $0.range)) }
  #expect(hidden.contains(line))
}

@Test func aParagraphThatIsSaidTwiceIsReadOnce() throws {
  let words = "HARROW (Quay News) — It was the clock, stuck at noon since 2019, that woke the town"
  let page = "<article><p>\(words).</p>\(filler)<p>\(words) …</p>\(filler)</article>"
  let document = try read(page).document
  let found = document.blocks.filter { document.words(in: $0.range).hasPrefix("HARROW") }
  #expect(found.map(\.role.isHidden) == [false, true])
}

@Test(arguments: [
  (
    "הטחנה עומדת במקום שבו נפגשים שני הנהרות מאז ומעולם",
    "והגלגל תוקן באביב על ידי שלושה נגרים מן הכפר הסמוך"
  ),
  ("水車は二つの川が出会う場所に昔から立っている", "春には三人の大工が車輪を直して粉をひいている"),
])
func paragraphsOfOtherLettersAreNotTheSame(first: String, second: String) throws {
  let scalars = [first, second].map { $0.unicodeScalars.filter { $0 != " " } }
  let count = scalars.map(\.count).min() ?? 0
  let paragraphs = scalars.map { words in
    "<p>\(String(String.UnicodeScalarView(words.prefix(count))))</p>"
  }
  let page = "<article>\(paragraphs.joined())\(filler)</article>"
  let reasons = try read(page).document.hiddenBlocks.map(\.reason)
  #expect(!reasons.contains("said before"))
}

@Test func escapedNamesOfPlacesAreFound() throws {
  let page = """
    <article>\(filler)<p>See <a href="#%C3%9Cberblick">the survey</a>.</p>\(filler)
    <h2 id="Überblick">Überblick</h2><p>The mill is old, and its wheel is new.</p></article>
    """
  let document = try read(page).document
  let place = try #require(document.place(of: "#%C3%9Cberblick"))
  #expect(document.words(in: place) == "Überblick")
}

@Test func linksInsideThePageLeadToTheirPlaces() throws {
  let page = """
    <article>\(filler)<p>As noted<sup><a href="#n1">1</a></sup> and <a href="#end">below</a>.</p>
    \(filler)<h2><a name="end"></a>The end</h2>\(filler)
    <ol><li id="n0">Nobody asks.<li id="n1">It is a mill. <a href="#r1">↩</a></ol></article>
    """
  let document = try read(page).document
  #expect(Set(document.anchors.keys) == ["n1", "end"])
  let note = try #require(document.place(of: "#n1"))
  #expect(document.words(in: note) == "It is a mill.")
  let end = try #require(document.place(of: "#end"))
  #expect(document.words(in: end) == "The end")
}

@Test func ofArticlesInAFrameTheOneWithTheTitleIsRead() throws {
  let articles = ["A wheel turns", "A bridge stands", "A clock strikes"].map { title in
    "<article><h1>\(title)</h1>\(filler)<p>This is where “\(title)” ends, and no other.</p></article>"
  }
  let page = "<title>A wheel turns</title><main><article>\(articles.joined())</article></main>"
  #expect(lastWords(try read(page)) == "This is where “A wheel turns” ends, and no other.")
}

@Test(arguments: [
  ("<meta name=author content='View all posts'><p>By Ann Lee</p>", ["Ann Lee"]),
  ("<meta name=author content='Ann Lee, Dr. Ann Lee'>", ["Ann Lee"]),
  ("<p>Gespeichert von Ann Lee am 3. Mai 2026</p>", ["Ann Lee"]),
])
func whatNamesNobodyIsNoWriter(line: String, names: [String]) throws {
  let page = "<title>A wheel turns</title><h1>A wheel turns</h1>\(line)<article>\(filler)</article>"
  #expect(try read(page).metadata.byline == names)
}

@Test func aPageThatTellsOnlyItsChangeIsDatedByIt() throws {
  let head = "<meta property='article:modified_time' content='2026-05-05T08:00:00+02:00'>"
  let metadata = try read("\(head)<article>\(filler)</article>").metadata
  #expect(metadata.date?.description == "2026-05-05")
  #expect(metadata.modified == nil)
}

@Test(arguments: [
  ("A wheel turns | Millers.com", "A wheel turns"),
  ("Millers.com: court opens an inquiry", "Millers.com: court opens an inquiry"),
])
func theAddressOfASiteIsNoPartOfATitle(title: String, words: String) throws {
  let page = "<title>\(title)</title><article>\(filler)</article>"
  #expect(try read(page).metadata.title == words)
}

@Test func aPictureThatIsShownTwiceIsReadOnce() throws {
  let picture = """
    <figure><img src=a.jpg><figcaption>The wheel of the mill turns slowly in the spring flood of the \
    river</figcaption></figure>
    """
  let article = try read("<article>\(filler)\(picture)\(filler)\(picture)\(filler)</article>")
  let pictures = article.document.blocks.filter { block in
    if case .illustration = block.content { true } else { false }
  }
  #expect(pictures.map(\.role.isHidden) == [false, true])
}

@Test func whatReopensAfterATableTakesNoSpaceFromIt() throws {
  let article = try parse(
    SourceBytes(
      bytes: Array(fixture("crashers/reopened-wrapper.html")), name: "page.html"))
  #expect(article.document.isSound)
}

@Test(
  arguments: [
    ("<div>", 6_000, ""), ("<b>", 2_000, "<p>x"), ("<p>x</p>", 6_000, ""), ("<td>x", 3_000, ""),
    ("&amp;", 6_000, ""), ("&#99999999999;", 3_000, ""), ("</titl", 6_000, ""),
    ("<script>", 6_000, ""), ("<dl><dt>a<dd>", 3_000, "b"), ("<sup>1", 2_000, ""),
    ("<ruby>a<rt>", 3_000, "b"), ("<table><tr><td colspan=9999 rowspan=9999>x", 300, ""),
    ("<blockquote class=twitter-tweet>", 3_000, "x"), ("<a href='#'>↩</a>", 2_000, ""),
    ("alpha beta gamma - ", 2_000, "\">"),
  ])
func hostilePagesAreReadToTheEnd(_ piece: String, _ count: Int, _ ending: String) throws {
  let title = "<meta property=og:title content=\""
  for opening in ["", "<title>", "<article>\(filler)", "<table>", "<p><b id=1>", title] {
    let article = try read(opening + String(repeating: piece, count: count) + ending)
    #expect(article.document.isSound, "after \(opening)")
  }
}
