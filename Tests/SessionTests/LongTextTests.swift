import Articles
import Excerpts
import Screen
import Testing
import Typesetting

@testable import Session

private let size = 1000

/// A text of so many lines, each a paragraph of its own with one quotation and one figure.
private func longText(lines: Int = 400) -> (article: Article, excerpts: FoundExcerpts) {
  var text = ""
  var blocks: [Block] = []
  var excerpts = FoundExcerpts()
  for number in 0..<lines {
    let start = text.utf8.count
    text += "Line \(number) says “so” of \(number)"
    let range = TextRange(start, text.utf8.count)
    blocks.append(Block(range, role: .body, content: .paragraph([.text(range)])))
    let said = text.utf8.count - String(number).utf8.count - 10
    excerpts.quotes.append(
      Quote(
        range: TextRange(said, said + 2), kind: .fragment, utterance: number, confidence: 1))
    text += "\n"
  }
  let parsed = ParsedArticle(
    metadata: Metadata(), document: Document(text: text, blocks: blocks))
  return (Article(id: ArticleID("long"), parsed: parsed), excerpts)
}

/// What the runtime would answer.
private func found(_ loaded: LoadedArticle, in part: TextRange) -> EffectResult {
  let all = longText().excerpts
  let excerpts = FoundExcerpts(quotes: all.quotes.filter { part.contains($0.range) })
  return .foundExcerpts(LoadedArticle(loaded, excerpts: excerpts, searched: part))
}

/// A state with a long text open, and what it asked for.
private func longState(stretchSize: Int? = size) -> (state: AppState, effects: [Effect]) {
  var state = AppState(
    size: Size(width: 80, height: 24),
    entries: [ListEntry(id: ArticleID("long"), title: "long", source: "long")])
  _ = state.start()
  let loaded = LoadedArticle(
    article: longText().article, excerpts: FoundExcerpts(), searched: TextRange(0, 0),
    stretchSize: stretchSize)
  let effects = update(&state, .finished(.loaded(ArticleID("long"), loaded)))
  return (state, effects)
}

/// The part that an effect asks for.
private func part(_ effects: [Effect]) -> TextRange? {
  for case .findExcerpts(_, let part, _) in effects { return part }
  return nil
}

/// The words that effects ask to look for.
private func searches(_ effects: [Effect]) -> [SearchRequest] {
  effects.compactMap { if case .search(let request) = $0 { request } else { nil } }
}

@Test func excerptsThatComeLaterLeaveEverythingElseAsItIs() throws {
  var (state, effects) = longState(stretchSize: nil)
  let whole = try #require(part(effects))
  _ = press(&state, "ma5j/line 1<Enter>")
  let before = state
  let loaded = try #require(state.reading?.loaded)
  #expect(update(&state, .finished(found(loaded, in: whole))) == [])
  #expect(state.reading?.loaded.excerpts.quotes.count == 400)
  #expect(state.reading?.found == before.reading?.found)
  #expect(state.reading?.jumps == before.reading?.jumps)
  #expect(state.reading?.marks == before.reading?.marks)
  #expect(state.reading?.point == before.reading?.point)
}

@Test func anotherPartIsAskedForOnceAndWhenTheReaderComesNearItsEnd() throws {
  var (state, effects) = longState()
  let stretches = try #require(state.reading?.loaded.stretches)
  let first = try #require(part(effects))
  #expect(first == stretches[0].union(stretches[1]))
  #expect(press(&state, "jjj") == [])
  let loaded = try #require(state.reading?.loaded)
  #expect(update(&state, .finished(found(loaded, in: stretches[0]))) == [])
  #expect(update(&state, .finished(found(loaded, in: first))) == [])
  #expect(state.reading?.items(of: SidePanel.quotes.id).isEmpty == false)
  #expect(press(&state, "jjj") == [])
  effects = press(&state, "<C-f><C-f><C-f><C-f><C-f><C-f>")
  #expect(part(effects) == stretches[0].union(stretches[2]))
  #expect(part(press(&state, "G"))?.upperBound == stretches.last?.upperBound)
  // What was asked for before is late, and still shown until the last answer comes.
  _ = update(&state, .finished(found(loaded, in: stretches[0].union(stretches[2]))))
  #expect(state.reading?.isLookingForExcerpts == true)
}

@Test func aSearchForExcerptsThatAFailedOpeningStoppedIsTakenUpAgain() {
  var (state, effects) = longState()
  let first = part(effects)
  _ = press(&state, "R")
  effects = update(&state, .finished(.failed(.error("Gone."), ArticleID("long"))))
  #expect(first != nil && part(effects) == first)
}

@Test func findingLooksNoFurtherThanASliceUntilAllWasLookedThrough() throws {
  var (state, _) = longState()
  state.reading?.searchSlice = 500
  let effects = press(&state, "/line 399")
  let asked = searches(effects)
  #expect(asked.map(\.query).last == "line 399")
  let request = try #require(asked.last)
  #expect(state.reading?.found?.isComplete == false)
  #expect(state.reading?.found?.matches.isEmpty == true)
  #expect(state.reading?.topPosition == 0)
  // What was looked for before is not taken.
  let earlier = try #require(asked.first)
  _ = update(&state, .finished(.searched(earlier, try #require(earlier.run()))))
  #expect(state.reading?.found?.isComplete == false)
  let all = try #require(request.run())
  let more = update(&state, .finished(.searched(request, all)))
  #expect(searches(more).isEmpty)
  #expect(state.reading?.found?.isComplete == true)
  #expect(state.reading?.found?.matches.count == 1)
  #expect((state.reading?.point ?? 0) > 10_000)
}

@Test func aLateAnswerAboutOtherBlocksIsNotTakenForAll() throws {
  var (state, _) = longState()
  state.reading?.searchSlice = 500
  let early = try #require(searches(press(&state, "/line 39<Enter>")).last)
  state.reading?.show(hidden: true)
  let late = try #require(searches(update(&state, .woken)).last)
  #expect(late.showsHidden && late.query == early.query && late.start == early.start)
  _ = update(&state, .finished(.searched(early, try #require(early.run()))))
  #expect(state.reading?.found?.isComplete == false)
  _ = update(&state, .finished(.searched(late, try #require(late.run()))))
  #expect(state.reading?.found?.isComplete == true)
}

@Test func allMatchesOfALongTextAreThoseOfAShortOne() throws {
  var (state, _) = longState()
  _ = press(&state, "5j/SAYS<Esc>/says “SO” of 1<Esc>/says “so”")
  let whole = try #require(state.reading?.found)
  _ = press(&state, "<Esc>")
  state.reading?.searchSlice = 500
  let effects = press(&state, "/says “so”")
  let request = try #require(searches(effects).last)
  let near = try #require(state.reading?.found)
  #expect(near.matches.count < 20)
  #expect(near.matches[0] == whole.matches[whole.current ?? 0])
  _ = update(&state, .finished(.searched(request, try #require(request.run()))))
  #expect(state.reading?.found?.matches == whole.matches)
  #expect(state.reading?.found?.current == whole.current)
  #expect(request.run(while: { false }) == nil)
}
