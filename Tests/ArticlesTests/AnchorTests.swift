import Articles
import Testing

/// Two shown blocks with a hidden one between them.
private func document() -> Document {
  let words = ["First words.", "Clutter.", "A note.", "Last."]
  var text = ""
  var blocks: [Block] = []
  for (number, words) in words.enumerated() {
    if !text.isEmpty { text += "\n\n" }
    let range = TextRange(text.utf8.count, text.utf8.count + words.utf8.count)
    blocks.append(
      Block(range, role: number == 1 ? .promo : .body, content: .paragraph([.text(range)])))
    text += words
  }
  return Document(
    text: text, blocks: blocks,
    anchors: ["note": 22, "hidden": 14, "a b": 24, "lost": 9_000, "early": -4])
}

@Test(arguments: [
  ("#note", "A note."), ("#a%20b", "A note."), ("#hidden", "A note."), ("#top", "First words."),
  ("#", "First words."), ("#early", "First words."), ("#lost", ""),
])
func aLinkInsideTheArticleLeadsToWords(destination: String, words: String) throws {
  let document = document()
  let place = try #require(document.place(of: destination))
  #expect(document.words(in: place) == words)
}

@Test func hiddenWordsAreAPlaceWhereTheyAreShown() throws {
  let document = document()
  let place = try #require(document.place(of: "#hidden", includesHidden: true))
  #expect(document.words(in: place) == "Clutter.")
}

@Test(arguments: ["#nowhere", "note", "https://host.example/#note", ""])
func whatIsNoPlaceLeadsNowhere(destination: String) {
  #expect(document().place(of: destination) == nil)
}
