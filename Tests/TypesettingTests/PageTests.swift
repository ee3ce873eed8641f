import Articles
import GoldenTesting
import Screen
import Testing
import Typesetting

/// One article with a block of every kind; the words are invented.
private func sampleArticle() -> Article {
  var draft = Draft()
  draft.metadata = Metadata(
    title: "Harbour bridge", byline: ["A. Writer"],
    date: PublicationDate(year: 2026, month: 4, day: 12), site: "The Quayside Post")
  draft.add("Harbour bridge to close for a second, longer winter", role: .title)
  draft.add("Traffic will be sent round by the tunnel.", role: .summary)
  draft.add("Ferries run every ten minutes, the port says.", role: .summary)
  addRunningText(to: &draft)
  addLists(to: &draft)
  addQuotationAndCode(to: &draft)
  addTables(to: &draft)
  addTheRest(to: &draft)
  return draft.article
}

private func addRunningText(to draft: inout Draft) {
  var start = draft.text.utf8.count
  let heading = draft.line("What happens now")
  draft.add(from: start, role: .heading, .heading(level: 2, [.text(heading)]))
  start = draft.text.utf8.count
  let words = [
    "The bridge, built in ", "1931", ", needs ", "new cables", " and\nmore: see the ", "plan",
    " or run ", "make bridge", ".",
  ].map { draft.words($0) }
  _ = draft.words("\n")
  draft.add(
    from: start,
    .paragraph([
      .text(words[0]), .strong([.text(words[1])]), .text(words[2]),
      .emphasis([.text(words[3])]), .text(words[4]),
      .link([.text(words[5])], destination: "https://example.org/plan"), .text(words[6]),
      .code(words[7]), .text(words[8]),
    ]))
  draft.add("港湾大橋は、冬のあいだ閉鎖される。Cafe\u{301} owners were not asked.")
}

private func addLists(to draft: inout Draft) {
  let start = draft.text.utf8.count
  let first = draft.paragraph("Lorries turn off at the fish market")
  let innerStart = draft.text.utf8.count
  let inner = [draft.paragraph("over three tonnes"), draft.paragraph("and all buses")]
  let innerList = Block(
    TextRange(innerStart, draft.text.utf8.count), role: .body,
    content: .list(start: nil, items: inner.map { ListItem([$0]) }))
  let second = draft.paragraph("Cyclists may cross")
  draft.add(
    from: start,
    .list(start: 9, items: [ListItem([first, innerList]), ListItem([second]), ListItem([])]))
}

private func addQuotationAndCode(to draft: inout Draft) {
  var start = draft.text.utf8.count
  let said = [
    draft.paragraph("We would rather close it than lose it."),
    draft.paragraph("Nobody likes the tunnel."),
  ]
  draft.add(from: start, .quotation(said))
  start = draft.text.utf8.count
  let code = draft.words("if open {\n\tcross()\n}\n\nwait(until: bridge.isOpen)\n")
  draft.add(from: start, .code(code, language: "swift"))
}

private func addTables(to draft: inout Draft) {
  let start = draft.text.utf8.count
  func cells(_ words: [String]) -> [[Inline]] { words.map { [.text(draft.line($0))] } }
  let header = cells(["Route", "Minutes", "Fare"])
  let rows = [
    cells(["Bridge", "4", "free"]), cells(["Tunnel", "21", "€3"]), cells(["渡し船", "35", "€11"]),
    cells(["On foot"]),
  ]
  draft.add(
    from: start,
    .table(Table(header: header, rows: rows, alignments: [.leading, .trailing, .center])))
}

private func addTheRest(to draft: inout Draft) {
  var start = draft.text.utf8.count
  let alt = draft.line("A crane above the river")
  let caption = draft.line("Work began in March.")
  let credit = draft.line("Photograph: Port Archive")
  draft.add(
    from: start, role: .caption,
    .illustration(Illustration(alt: alt, caption: caption, credit: credit)))
  start = draft.text.utf8.count
  draft.add(from: start, .rule)
  draft.add("Sign up for our letter", role: .promo, reason: "sign-up box")
  draft.add("It is free", role: .promo, reason: "sign-up box")
  draft.add("Read more: the tunnel at night", role: .related, reason: "pointer to another story")
  draft.add("The bridge opens again in May.")
}

@Test(arguments: [72, 30, 10])
func everyKindOfBlockIsTypeset(measure: Int) {
  let typeset = TypesetArticle(article: sampleArticle(), measure: measure, showsHidden: true)
  #expect(goldenDifference(typeset.page, "page-\(measure).txt") == nil)
}

@Test func everySpanHasItsRoleAndItsBytes() {
  let typeset = TypesetArticle(article: sampleArticle(), measure: 30, showsHidden: true)
  let lines = typeset.allRowIDs.flatMap { id in
    ["\(id.block).\(id.row)"]
      + typeset.row(id).spans.map { span in
        "  \(span.role) \(span.range.map(String.init(describing:)) ?? "-") “\(span.text)”"
      }
  }
  #expect(goldenDifference(lines.joined(separator: "\n") + "\n", "spans-30.txt") == nil)
}

@Test func hiddenBlocksTakeNoRowUnlessTheyAreShown() {
  let page = TypesetArticle(article: sampleArticle(), measure: 40).page
  #expect(!page.contains("Sign up"))
  #expect(page.contains("The bridge opens again"))
}
