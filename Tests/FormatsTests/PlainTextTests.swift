import Articles
import Formats
import Testing

private func read(_ text: String) throws -> ParsedArticle {
  try parse(SourceBytes(bytes: Array(text.utf8), name: "a.txt"))
}

private let paragraph =
  "The council voted on Tuesday to keep the old clock running seven minutes fast for another year."

/// A line among paragraphs, and what it is taken for.
@Test(
  arguments: [
    ("Story Continued Below", BlockRole.promo), ("ADVERTISEMENT", .promo),
    ("Sign up for our newsletter", .promo), ("Follow Ines Corraway on Twitter", .promo),
    ("Related: Ten doors that open the wrong way", .related),
    ("( PHOTOS: Ten doors that open the wrong way)", .related),
    ("Harbour dues to rise in July, council says Read more", .related),
    ("MORE NEWS:Harbour dues to rise in July", .related), ("Oops!", .error),
    ("© 2026 Quayside Post Media. All rights reserved.", .legal),
    ("This article originally appeared on The Quayside Post.", .origin),
    ("Maud Ferrier contributed to this report.", .byline), ("Updated at 8:29 a.m.", .date),
    ("Thursday, 14 May 2026, 4:12 pm", .date), ("Harbour Authority/AP", .credit),
    ("Photo: Harbour Authority", .credit),
    ("The bridge on Tuesday. (Harbour Authority/AP)", .caption),
    ("Image copyright Harbour Authority Image caption The bridge on Tuesday", .caption),
    ("How the bridge was built", .heading), ("Who pays for it?", .heading),
    ("“Sign up for our newsletter,” the mayor said, and nobody did.", .body),
    ("He asked us to sign up for another year of meetings about the clock.", .body),
    ("The opinions expressed by the bell ringers were louder than the bells.", .body),
    ("Related research shows that clocks matter more than we think.", .body),
    ("The Post reported that the clock had stopped.", .body),
    ("Watch your step, said the sign at the foot of the tower.", .body), ("It was late.", .body),
  ])
func linesAmongParagraphsAreToldApart(_ line: String, _ role: BlockRole) throws {
  let article = try read("\(paragraph)\n\n\(line)\n\n\(paragraph)\n\n\(paragraph)\n")
  #expect(article.document.blocks.map(\.role) == [.body, role, .body, .body])
  let block = article.document.blocks[1]
  #expect((block.reason != nil) == role.isHidden)
  #expect(article.document.words(in: block.range) == line)
}

@Test(
  arguments: [
    ("By Ana Ruiz", ["Ana Ruiz"]), ("By Ana Ruiz and Tom Okoro", ["Ana Ruiz", "Tom Okoro"]),
    ("By Ana Ruiz, Tom Okoro and Ilse Marant", ["Ana Ruiz", "Tom Okoro", "Ilse Marant"]),
    ("By Ana Ruiz and Tom Okoro, Meridian Wire", ["Ana Ruiz", "Tom Okoro"]),
    ("By Ana Ruiz at Corvane Park", ["Ana Ruiz"]), ("By Ana Ruiz, Staff writer", ["Ana Ruiz"]),
    ("Ana Ruiz and Tom Okoro", ["Ana Ruiz", "Tom Okoro"]), ("By the way", []),
  ])
func bylinesNamePeople(_ line: String, _ names: [String]) throws {
  let article = try read(
    "Clock stays seven minutes fast\n\n\(line)\n\n\(paragraph)\n\n\(paragraph)")
  #expect(article.metadata.byline == names)
  #expect(article.metadata.title == "Clock stays seven minutes fast")
}

@Test func datesSitesAndAddressesAreMetadata() throws {
  let article = try read(
    "Clock stays fast\n\n2 October 2026\n\n\(paragraph)\n\n© 2026 Quayside Post. All rights reserved."
      + "\n\nThis article first appeared in The Marchmere Ledger")
  #expect(article.metadata.date == PublicationDate(year: 2026, month: 10, day: 2))
  #expect(article.metadata.site == "The Marchmere Ledger")
  #expect(article.metadata.language == "en")
}

@Test(arguments: ["https://example.org/clock", "Source: https://example.org/clock"])
func addressesAtTheEdgeAreMetadata(_ line: String) throws {
  for text in ["\(line)\n\n\(paragraph)", "\(paragraph)\n\n\(paragraph)\n\n\(line)"] {
    let article = try read(text)
    #expect(article.metadata.address == "https://example.org/clock")
    #expect(article.document.hiddenBlocks.map(\.role) == [.origin])
  }
}

@Test func brokenLinesAreOneParagraphOfPlainWords() throws {
  let article = try read(
    """
      The error was deliberate. The branch railway ran past the bottom of the
      hill, the last train left at 6.04 pm, and the sexton of the day grew tired
      of watching his neighbours run for it.

      He moved the minute hand forward one evening and told nobody about it for
      a month.
    """)
  #expect(article.document.blocks.count == 2)
  #expect(article.document.text.contains("bottom of the   hill"))
  #expect(article.document.blocks.allSatisfy { $0.role == .body })
}

@Test func listsKeepTheirNumbersAndBullets() throws {
  let article = try read(
    "\(paragraph)\n\n1. The gearbox\n2. The rotor\n3. The tide\n\n\(paragraph)\n\n• One\n• Two\n\n"
      + "- a lone dash is words\n\n> Cheap Fridays are not generosity.\n> They are arithmetic.\n")
  #expect(
    article.document.blocks.map(\.content.shape) == [
      "paragraph", "list 1 of 3", "paragraph", "list of 2", "paragraph", "quotation of 2",
    ])
}

extension BlockContent {
  fileprivate var shape: String {
    switch self {
    case .list(let start, let items): "list \(start.map { "\($0) " } ?? "")of \(items.count)"
    case .quotation(let blocks): "quotation of \(blocks.count)"
    case .paragraph: "paragraph"
    default: "other"
    }
  }
}
