import Articles
import Testing

private func article(_ lines: [(words: String, role: BlockRole)]) -> ParsedArticle {
  var text = ""
  let blocks = lines.map { words, role in
    let range = TextRange(text.utf8.count, text.utf8.count + words.utf8.count)
    text += words + "\n\n"
    return Block(range, role: role, content: .paragraph([.text(range)]))
  }
  return ParsedArticle(
    metadata: Metadata(title: "The Daily Site"), document: Document(text: text, blocks: blocks))
}

private let page = article([
  ("The Daily Site", .title), ("The real headline", .heading), ("Words that are kept.", .body),
  ("Words that are hidden.", .promo), ("Words that are kept.", .body),
])

private func role(of place: Int, is role: BlockRole, in parsed: ParsedArticle = page) -> Correction
{
  .role(
    of: TextAnchor(block: parsed.document.blocks[place], in: parsed.document), is: role)
}

@Test func aCorrectionIsMadeAgainOfItsParts() {
  let anchor = TextAnchor(TextRange(2, 5), in: "a two b")
  let corrections: [Correction] = [
    .title("Trams"), .speaker(of: anchor, is: "Ines Harrow"), .speaker(of: anchor, is: nil),
    .role(of: anchor, is: .promo),
  ]
  for correction in corrections {
    #expect(
      Correction(kind: correction.kind, value: correction.value, anchor: correction.anchor)
        == correction)
  }
  #expect(Correction(kind: "title", value: nil, anchor: anchor) == nil)
  #expect(Correction(kind: "speaker", value: "Ines Harrow", anchor: nil) == nil)
  #expect(Correction(kind: "role", value: "music", anchor: anchor) == nil)
  #expect(Correction(kind: "smell", value: "salt", anchor: anchor) == nil)
}

@Test func theCorrectedTitleIsTheHeadlineIfTheTextSaysIt() {
  let corrected = page.corrected(by: [.title("The real  headline")])
  #expect(corrected.metadata.title == "The real  headline")
  #expect(corrected.document.blocks.map(\.role)[..<3] == [.origin, .title, .body])
  #expect(corrected.document.blocks[0].reason == "no longer the title")
  #expect(corrected.document.text == page.document.text)
  let other = page.corrected(by: [.title("Another")])
  #expect(other.document.blocks.allSatisfy { $0.role != .title })
}

@Test func theSameWordsElsewhereKeepTheirRole() {
  let corrected = page.corrected(by: [role(of: 4, is: .promo), role(of: 3, is: .body)])
  #expect(corrected.document.blocks.map(\.role) == [.title, .heading, .body, .body, .promo])
  #expect(corrected.document.blocks[3].reason == nil)
}

@Test func correctionsHoldInATextThatGrewAbove() {
  let correction = role(of: 3, is: .body)
  let grown = article([
    ("The Daily Site", .title), ("A new paragraph above.", .body), ("The real headline", .heading),
    ("Words that are kept.", .body), ("Words that are hidden.", .promo), ("More.", .body),
  ])
  #expect(grown.corrected(by: [correction]).document.blocks.map(\.role)[4] == .body)
}

@Test func correctionsOfWordsThatAreGoneOrSwallowedDoNothing() {
  let correction = role(
    of: 2, is: .promo, in: article([("A.", .body), ("B.", .body), ("Gone.", .body)]))
  #expect(page.corrected(by: [correction]) == page)
  let swallowed = article([
    ("It said: Words that are hidden. And then it said very much more than that.", .body)
  ])
  #expect(swallowed.corrected(by: [role(of: 3, is: .promo)]) == swallowed)
}

@Test func aVeryLongBlockIsKnownByItsFirstWords() {
  let long = article([(String(repeating: "wordé ", count: 2000), .body), ("End.", .body)])
  let correction = role(of: 0, is: .promo, in: long)
  guard case .role(let anchor, _) = correction else { return }
  #expect(anchor.words.utf8.count <= 2000)
  #expect(long.corrected(by: [correction]).document.blocks[0].role == .promo)
}
