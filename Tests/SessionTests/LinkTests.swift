import Articles
import Excerpts
import Screen
import Testing

@testable import Session

/// An article with so many links in one paragraph, one of them hidden, in a small window.
private func linkedState(
  count: Int = 3, open command: [String] = [], destination: (Int) -> String = address,
  height: Int = 24, anchors: [String: Int] = [:]
) -> AppState {
  var text = "Linked words\n\n"
  var blocks = [
    Block(TextRange(0, 12), role: .title, content: .paragraph([.text(TextRange(0, 12))]))
  ]
  func add(_ words: String, to destination: String, role: BlockRole) {
    let range = TextRange(text.utf8.count, text.utf8.count + words.utf8.count)
    let link = Inline.link([.text(range)], destination: destination)
    blocks.append(Block(range, role: role, content: .paragraph([link])))
    text += words + "\n\n"
  }
  add("Sign up", to: "https://letters.example", role: .promo)
  for number in 0..<count { add("link \(number)", to: destination(number), role: .body) }
  let parsed = ParsedArticle(
    metadata: Metadata(title: "Linked words", address: "https://paper.example/linked"),
    document: Document(text: text, blocks: blocks, anchors: anchors))
  let id = ArticleID("linked")
  var state = AppState(
    size: Size(width: 80, height: height), openCommand: command,
    entries: [ListEntry(id: id, title: "linked", source: "linked")])
  _ = state.start()
  let loaded = LoadedArticle(
    article: Article(id: id, parsed: parsed), excerpts: FoundExcerpts())
  _ = update(&state, .finished(.loaded(id, loaded)))
  return state
}

private func address(_ number: Int) -> String { "https://host\(number).example/path" }

@Test func lettersCopyALinkWhereNothingOpensOne() {
  var state = linkedState()
  #expect(answers(&state, "f") == [])
  #expect(state.prompt?.hints?.all.map(\.letters) == ["f", "j", "d"])
  #expect(answers(&state, "J") == [.copy(address(1))])
  #expect(state.prompt == nil)
  #expect(state.notice == Notice("Copied: \(address(1))"))
}

@Test(arguments: [[], ["w3m", "{url}"]])
func aLinkInsideTheArticleIsFollowedThere(command: [String]) throws {
  var state = linkedState(
    count: 40, open: command, destination: { _ in "#note" }, anchors: ["note": 301])
  _ = answers(&state, "f")
  let first = try #require(state.prompt?.hints?.all.first?.letters)
  #expect(answers(&state, first) == [])
  #expect(state.reading?.point == 301)
  #expect(answers(&state, "''") == [])
  #expect(state.reading?.point == 0)
}

@Test func theAddressOfAPlaceIsCopiedWhereThatIsChosen() {
  var state = linkedState(open: ["w3m"], destination: { _ in "#note" }, anchors: ["note": 20])
  #expect(answers(&state, "f<Tab>f") == [.copy("#note")])
}

@Test func aPlaceThatTheArticleLacksIsNamed() {
  var state = linkedState(destination: { _ in "#lost" })
  _ = answers(&state, "ff")
  #expect(state.notice == .error("The place “#lost” of this article is not known."))
}

@Test func tabAsksForTheOtherVerbAndSaysHowToSetAProgram() {
  var state = linkedState()
  #expect(answers(&state, "f<Tab>") == [])
  #expect(state.prompt == nil)
  #expect(state.notice?.sentence.contains(#"open = ["w3m", "{url}"]"#) == true)
  state = linkedState(open: ["w3m", "-o", "x={url}"])
  #expect(answers(&state, "f<Tab>d") == [.copy(address(2))])
  #expect(answers(&state, "f<Tab><Tab>d") == [.openExternally(["w3m", "-o", "x=\(address(2))"])])
}

@Test func anAddressWithoutAPlaceComesLast() {
  var state = linkedState(open: ["browser", "--new"])
  #expect(answers(&state, "fj") == [.openExternally(["browser", "--new", address(1)])])
  #expect(
    answers(&state, "gx") == [
      .openExternally(["browser", "--new", "https://paper.example/linked"])
    ])
}

@Test(arguments: [
  "-oProxyCommand=x", "/people", "javascript:alert(1)", "file:///etc/passwd", "https://a b",
  "https://a\nb", "#note",
])
func whatIsNoWebAddressIsNotOpened(destination: String) {
  var state = linkedState(open: ["w3m", "{url}"], destination: { _ in destination })
  #expect(answers(&state, "ff") == [])
  #expect(state.notice?.isError == true)
}

@Test func manyLinksHaveTwoLettersAndWrongOnesAreNotTaken() {
  var state = linkedState(count: 40, height: 100)
  _ = press(&state, "f")
  let letters = state.prompt?.hints?.all.map(\.letters) ?? []
  #expect(letters.count == 40)
  #expect(Set(letters).count == 40 && letters.allSatisfy { $0.count == 2 })
  #expect(answers(&state, "z") == [])
  #expect(state.prompt?.line.text == "")
  #expect(answers(&state, "j") == [])
  #expect(state.prompt?.hints?.matching("j").count == 14)
  #expect(answers(&state, "<BS>") == [])
  #expect(answers(&state, "jf") == [.copy(address(26))])
}

@Test func lettersAreLeftByEscapeAndPastedTextRunsNone() {
  var state = linkedState()
  _ = press(&state, "f")
  #expect(update(&state, .paste("j")) == [])
  #expect(state.prompt != nil)
  _ = press(&state, "<Esc>")
  #expect(state.prompt == nil)
}

@Test func hiddenLinksHaveLettersOnlyWhereTheyAreShown() {
  var state = linkedState()
  #expect(state.reading?.items(of: SidePanel.links.id).count == 3)
  _ = press(&state, "gXf")
  #expect(state.prompt?.hints?.all.count == 4)
}

@Test(arguments: [
  ("https://a.example/x?y", "a.example"), ("https://bank.example@b.example/", "b.example"),
  ("https://b.example\\@a.example", "b.example"), ("/people", "/people"),
  ("#n1", "on this page: #n1"), ("mailto:a@b.example", "mailto:a@b.example"),
])
func thePanelNamesTheHostThatIsAsked(destination: String, place: String) {
  #expect(ArticleLink(range: TextRange(0, 1), destination: destination).place == place)
}

@Test func stepsGoFromLinkToLinkAndTheChosenOneIsCopied() {
  var state = linkedState()
  _ = press(&state, "]l]l")
  #expect(answers(&state, "yl") == [.copy(address(1))])
  _ = press(&state, "gl")
  #expect(state.reading?.openPanel == SidePanel.links.id)
  #expect(answers(&state, "jyl") == [.copy(address(2))])
}
