import Articles
import Excerpts
import Screen
import Testing

@testable import Session

private let quotes = SidePanelID("quotes")
private let voices = SidePanelID("voices")

/// Two named speakers, an unclear one, an unnamed one, and words that are no speech.
private let townReport: LoadedArticle = {
  var builder = SampleBuilder()
  builder.add("Ada Brook, who keeps the tower clock, and Len Moss met on Monday.")
  for number in 1...30 { builder.add("Paragraph \(number) is about the weather in the valley.") }
  builder.add("“It has stopped twice before this,” she said. “It will stop again.”")
  builder.add("“Not while I live,” he said, calling it “the old lady”.")
  builder.add("“Perhaps so,” somebody said. The sign reads “Closed”.")
  let brook = Speaker(
    mention: builder.range(of: "she"), name: "Ada Brook", role: "keeper of the clock",
    introduction: builder.range(of: "Ada Brook"))
  let moss = Speaker(mention: builder.range(of: "he said, calling"), name: "Len Moss")
  func quote(
    _ words: String, _ utterance: Int, _ speaker: Speaker?, _ confidence: Double = 0.95,
    kind: Quote.Kind = .direct
  ) -> Quote {
    Quote(
      range: builder.range(of: words), kind: kind, utterance: utterance, speaker: speaker,
      confidence: confidence)
  }
  let parsed = ParsedArticle(metadata: Metadata(title: "Clock"), document: builder.document)
  return LoadedArticle(
    article: Article(id: ArticleID("harbour"), parsed: parsed),
    excerpts: FoundExcerpts(
      quotes: [
        quote("It has stopped twice before this,", 0, brook),
        quote("It will stop again.", 0, brook),
        quote("Not while I live,", 1, moss),
        quote("Perhaps so,", 2, brook, 0.3),
        quote("Closed", 3, nil, kind: .fragment),
      ],
      notSpeech: [NotSpeech(range: builder.range(of: "the old lady"), reason: "term")]))
}()

private func townState() -> AppState {
  var state = listState()
  _ = press(&state, "<Enter>")
  _ = update(&state, .finished(.loaded(ArticleID("harbour"), townReport)))
  return state
}

private func words(_ state: AppState, _ panel: SidePanelID) -> [[String]] {
  state.reading?.items(of: panel).map { $0.lines.map(\.text) } ?? []
}

@Test func voicesAreSortedByTheirShareOfTheQuotedWords() {
  let found = townReport.voices
  #expect(found.map(\.label) == ["Ada Brook", "Len Moss", "Speaker unclear", "Nobody named"])
  #expect(found.map(\.wordCount) == [10, 4, 2, 1])
  #expect(found.map(\.utteranceCount) == [1, 1, 1, 1])
  #expect(abs(found.reduce(0) { $0 + $1.share } - 1) < 1e-9)
}

@Test func theSpeakerIsIntroducedWhereItSaysAndBackIsWhereOneWas() {
  var state = townState()
  _ = press(&state, "]q")
  let before = state.reading?.point
  _ = press(&state, "gd")
  #expect(state.reading?.point == 0)
  #expect(state.reading?.selection == PanelSelection(panel: quotes, index: 0))
  _ = press(&state, "''")
  #expect(state.reading?.point == before)
}

@Test(arguments: [
  ("]q]qgd", "The article says no more about Len Moss."),
  ("3]qgd", "It is unclear who says this."),
  ("4]qgd", "The text names nobody for this quote."),
  ("gqggjjgd", "“the old lady” is not speech."),
])
func withoutAnIntroductionItIsSaidWhy(keys: String, sentence: String) {
  var state = townState()
  _ = press(&state, keys)
  #expect(state.notice == Notice(sentence))
}

@Test func choosingAVoiceListsItsQuotesUntilEscOrTheSameKey() {
  var state = townState()
  _ = press(&state, "gv")
  #expect(state.reading?.openPanel == voices)
  _ = press(&state, "ggj<Enter>")
  #expect(state.reading?.openPanel == quotes)
  #expect(state.focus == .side)
  #expect(words(state, quotes).map(\.first) == ["Len Moss"])
  #expect(state.reading?.restriction(of: quotes) == "Len Moss")
  _ = press(&state, "<Esc>")
  #expect(words(state, quotes).count == 4)
  #expect(state.focus == .side)
  _ = press(&state, ":speaker ada<Enter>")
  #expect(words(state, quotes).map(\.first) == ["Ada Brook"])
  _ = press(&state, "QQ")
  #expect(words(state, quotes).count == 4)
}

@Test func aSpeakerIsChosenByNameWithCompletion() {
  var state = townState()
  _ = press(&state, ":speaker l")
  #expect(state.prompt?.choices.map(\.text) == ["Len Moss"])
  _ = press(&state, "<Tab><Enter>")
  #expect(state.reading?.restriction(of: quotes) == "Len Moss")
  _ = press(&state, ":speaker Len Mos5<Enter>")
  #expect(
    state.notice == .error("Nobody called “Len Mos5” is quoted. Did you mean “Len Moss”?"))
  _ = press(&state, ":speaker n<Enter>")
  #expect(state.notice?.sentence.hasPrefix("“n” could be Len Moss or ") == true)
}

@Test func scareQuotesAreListedAndFragmentsLeftOutOnRequest() {
  var state = townState()
  _ = press(&state, "gq")
  #expect(words(state, quotes).contains(["Not speech: term", "“the old lady”"]))
  #expect(words(state, quotes).count == 5)
  _ = press(&state, "gq")
  #expect(words(state, quotes).count == 3)
  #expect(state.reading?.restriction(of: quotes) == "no fragments")
  _ = press(&state, "gq")
  #expect(words(state, quotes).count == 4)
  #expect(state.reading?.restriction(of: quotes) == nil)
}

@Test func theVoicesFollowTheTextAndStepOnlyThroughThePanel() {
  var state = townState()
  _ = press(&state, "gvG")
  #expect(state.reading?.selection?.index == 3)
  _ = press(&state, "gg")
  #expect(state.reading?.selection?.index == 0)
  _ = press(&state, "gd")
  #expect(state.reading?.point == 0)
}
