import Articles
import Excerpts
import Testing

@testable import Interchange

/// A document put together from pieces, with the ranges of its blocks.
private struct Composition {
  var text = ""
  var blocks: [Block] = []

  @discardableResult
  mutating func add(_ words: String) -> TextRange {
    let start = text.utf8.count
    text += words
    let range = TextRange(start, text.utf8.count)
    text += "\n\n"
    return range
  }

  mutating func paragraph(_ words: String, _ role: BlockRole, reason: String? = nil) {
    let range = add(words)
    blocks.append(Block(range, role: role, reason: reason, content: .paragraph([.text(range)])))
  }

  func range(_ words: String) -> TextRange {
    guard let found = text.firstRange(of: words) else { return TextRange(0, 0) }
    return TextRange(
      text.utf8.distance(from: text.startIndex, to: found.lowerBound),
      text.utf8.distance(from: text.startIndex, to: found.upperBound))
  }

  func article(_ metadata: Metadata) -> ParsedArticle {
    ParsedArticle(metadata: metadata, document: Document(text: text, blocks: blocks))
  }
}

private func json(_ composition: Composition, _ excerpts: FoundExcerpts = FoundExcerpts()) -> String
{
  let metadata = Metadata(title: "Quay closes", byline: ["Ada Orrin"], site: "The Quay")
  let bytes = articleJSON(composition.article(metadata), excerpts: excerpts, path: "a.txt")
  return String(decoding: bytes, as: UTF8.self)
}

@Test func theBodyIsJoinedByBlankLinesAndHidesClutter() {
  var composition = Composition()
  composition.paragraph("Quay closes", .title)
  composition.paragraph("One line\nand its rest.", .body)
  composition.paragraph("Sign up!", .promo, reason: "newsletter")
  composition.paragraph("Two.", .body)
  let json = json(composition)
  #expect(json.contains(#""text":"One line and its rest.\n\nTwo.""#))
  #expect(json.contains(#""hidden":[{"text":"Sign up!","reason":"promo","rule":"newsletter"}]"#))
  #expect(json.hasPrefix(#"{"path":"a.txt","title":"Quay closes","byline":["Ada Orrin"],"#))
  #expect(json.contains(#""date":null,"site":"The Quay","url":null,"language":null,"#))
}

@Test func offsetsCountInTheFieldThatIsNamed() {
  var composition = Composition()
  composition.paragraph("Quay closes", .title)
  composition.paragraph("First point.", .summary)
  composition.paragraph("Secönd: “it leaked”.", .summary)
  composition.paragraph("Bödy with a\n  wide “we\nleft” gap.", .body)
  let excerpts = FoundExcerpts(quotes: [
    Quote(range: composition.range("Quay"), kind: .headline, utterance: 0, confidence: 1),
    Quote(range: composition.range("it leaked"), kind: .direct, utterance: 1, confidence: 1),
    Quote(range: composition.range("we\nleft"), kind: .direct, utterance: 2, confidence: 1),
  ])
  let json = json(composition, excerpts)
  #expect(json.contains(#"{"start":0,"end":4,"in":"title","text":"Quay","#))
  #expect(json.contains(#"{"start":9,"end":18,"in":"summary","index":1,"text":"it leaked","#))
  #expect(json.contains(#"{"start":18,"end":25,"in":"text","text":"we left","#))
}

@Test func aSpeakerInAnotherFieldHasNoOffsets() {
  var composition = Composition()
  composition.paragraph("Quay closes", .title)
  composition.paragraph("Here “we left”.", .body)
  let quote = Quote(
    range: composition.range("we left"), kind: .direct, utterance: 0,
    speaker: Speaker(mention: composition.range("Quay"), name: "Quay"), confidence: 1)
  let json = json(composition, FoundExcerpts(quotes: [quote]))
  #expect(json.contains(#""speaker_start":null,"speaker_end":null"#))
  #expect(json.contains(#""mention":"Quay""#))
}

@Test func picturesKeepTheirWordsApart() {
  var composition = Composition()
  let alt = composition.add("A boat")
  let caption = composition.add("The boat, 12 metres.")
  let credit = composition.add("Harbour Agency")
  let picture = Illustration(alt: alt, caption: caption, credit: credit, address: "b.jpg")
  composition.blocks = [
    Block(alt.union(credit), role: .caption, content: .illustration(picture))
  ]
  let number = composition.range("12 metres")
  let figure = Figure(range: number, phrase: number, value: .exactly(12), unit: "metre")
  let json = json(composition, FoundExcerpts(figures: [figure]))
  #expect(
    json.contains(
      #""illustrations":[{"caption":"The boat, 12 metres.","credit":"Harbour Agency","#
        + #""alt":"A boat","url":"b.jpg"}]"#))
  #expect(json.contains(#"{"start":10,"end":19,"in":"caption","index":0,"text":"12 metres","#))
}

@Test func markdownEscapesWhatWouldBeMarkup() {
  var composition = Composition()
  composition.paragraph("Quay closes", .title)
  composition.paragraph("# not a heading, *not* emphasis", .body)
  composition.paragraph("1. not a list", .body)
  composition.paragraph("Sign up!", .promo)
  let range = composition.add("inner words")
  let inner = Block(range, role: .body, content: .paragraph([.strong([.text(range)])]))
  composition.blocks.append(Block(range, role: .body, content: .quotation([inner])))
  composition.blocks.append(
    Block(range, role: .body, content: .list(start: nil, items: [ListItem([inner])])))
  let markdown = markdown(of: composition.article(Metadata(title: "Say \"quay\"")))
  #expect(
    markdown == """
      ---
      title: "Say \\"quay\\""
      ---

      # Quay closes

      \\# not a heading, \\*not\\* emphasis

      1\\. not a list

      > **inner words**

      - **inner words**

      """)
}
