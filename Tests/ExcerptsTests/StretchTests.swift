import Articles
import Testing

@testable import Excerpts

private let paragraph = """
  “The ferry is late again,” said Orla Quint, who has run Port Lantern for 12 years. Fares rose \
  from £4 to £6 in March, and more than 4.8 million travellers ($2bn, or £1.6bn) came in 2019. \
  She said the plan was “half a plan”. The works cost €30m ($33m), according to the board.
  """

/// A document of so many equal paragraphs, each a block.
private func document(paragraphs: Int) -> Document {
  let one = paragraph + "\n\n"
  let size = one.utf8.count
  let blocks = (0..<paragraphs).map { number in
    let range = TextRange(number * size, number * size + size - 2)
    return Block(range, role: .body, content: .paragraph([.text(range)]))
  }
  return Document(text: String(repeating: one, count: paragraphs), blocks: blocks)
}

/// Every range inside a value, found without knowing its fields.
private func ranges(in value: Any) -> [TextRange] {
  if let range = value as? TextRange { return [range] }
  return Mirror(reflecting: value).children.flatMap { ranges(in: $0.value) }
}

@Test func anArticleOfOrdinaryLengthIsOneStretch() {
  let article = document(paragraphs: 400)
  #expect(article.stretches() == [TextRange(0, article.text.utf8.count)])
}

@Test func stretchesCoverTheTextAndEndWithBlocks() {
  let article = document(paragraphs: 400)
  let stretches = article.stretches(of: 5000)
  #expect(stretches.count > 10)
  #expect(stretches.first?.lowerBound == 0)
  #expect(stretches.last?.upperBound == article.text.utf8.count)
  #expect(zip(stretches, stretches.dropFirst()).allSatisfy { $0.upperBound == $1.lowerBound })
  let starts = Set(article.blocks.map(\.range.lowerBound))
  #expect(stretches.allSatisfy { starts.contains($0.lowerBound) })
}

@Test(arguments: ["one two three four ", "längerßwörterohneleerzeichen", "line\n"])
func aBlockLongerThanAStretchIsCutBetweenCharacters(words: String) {
  let article = Document(verbatim: String(repeating: words, count: 20_000 / words.utf8.count))
  let stretches = article.stretches(of: 3000)
  #expect(stretches.count > 4)
  #expect(stretches.map { String(article.words(in: $0)) }.joined() == article.text)
  let bytes = Array(article.text.utf8)
  #expect(stretches.dropFirst().allSatisfy { bytes[$0.lowerBound] & 0xC0 != 0x80 })
}

@Test func aWideGapBetweenBlocksLosesNothing() {
  var article = document(paragraphs: 400)
  article.blocks.removeSubrange(10..<300)
  let stretches = article.stretches(of: 5000)
  #expect(zip(stretches, stretches.dropFirst()).allSatisfy { $0.upperBound == $1.lowerBound })
  #expect(stretches.last?.upperBound == article.text.utf8.count)
}

@Test func excerptsOfAStretchAreThoseOfItsTextMoved() throws {
  let article = document(paragraphs: 100)
  let stretch = article.stretches(of: 4000)[3]
  let own = String(article.words(in: stretch))
  let count = own.utf8.count / (paragraph.utf8.count + 2)
  let alone = findExcerpts(in: document(paragraphs: count))
  let found = findExcerpts(inStretch: stretch, of: article)
  #expect(!alone.quotes.isEmpty && !alone.figures.isEmpty && !alone.rejectedNumbers.isEmpty)
  #expect(found.quotes.count == alone.quotes.count)
  #expect(ranges(in: found) == ranges(in: alone).map { $0.moved(by: stretch.lowerBound) })
  #expect(found.quotes.map(\.speaker?.name) == alone.quotes.map(\.speaker?.name))
}

@Test func stretchesTogetherCountUtterancesAndConversionsOn() {
  let article = document(paragraphs: 100)
  var together = FoundExcerpts()
  for stretch in article.stretches(of: 4000) {
    together.append(findExcerpts(inStretch: stretch, of: article))
  }
  let whole = findExcerpts(in: article)
  #expect(together.quotes.map(\.range) == whole.quotes.map(\.range))
  #expect(together.quotes.map(\.utterance) == whole.quotes.map(\.utterance))
  #expect(together.figures.map(\.conversionOf) == whole.figures.map(\.conversionOf))
  #expect(whole.figures.contains { $0.conversionOf != nil })
}

@Test func theFirstLineOfALaterStretchIsNoHeadline() {
  let line = "Council weighs “a third ferry” for the town\n"
  let article = Document(verbatim: String(repeating: line, count: 400))
  var together = FoundExcerpts()
  for stretch in article.stretches(of: 4000) {
    together.append(findExcerpts(inStretch: stretch, of: article))
  }
  #expect(together.quotes.count { $0.kind == .headline } <= 1)
}
