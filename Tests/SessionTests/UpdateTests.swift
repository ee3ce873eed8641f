import Articles
import Screen
import Testing

@testable import Session

@Test func openingAnEntryAsksForItAndThenShowsIt() {
  var state = listState()
  #expect(press(&state, "j<Enter>") == [.load(ArticleID("ferry"))])
  #expect(state.reading == nil)
  _ = update(&state, .finished(.loaded(ArticleID("ferry"), harbourReport(id: "ferry"))))
  #expect(state.focus == .reading)
  #expect(state.reading?.loaded.article.id == ArticleID("ferry"))
  #expect(state.list.entries[1].isRead)
  #expect(state.list.entries[1].counts?.quotes == 2)
}

@Test func anArticleThatIsNoLongerWaitedForIsDropped() {
  var state = listState()
  _ = press(&state, "<Enter><Esc>j<Enter>")
  _ = update(&state, .finished(.loaded(ArticleID("harbour"), harbourReport())))
  #expect(state.reading == nil)
  #expect(state.list.entries[0].title == "Harbour bridge to close for a year")
  _ = update(&state, .finished(.failed(.error("It is gone."), ArticleID("harbour"))))
  #expect(state.notice == nil)
  _ = update(&state, .finished(.failed(.error("It is gone."), ArticleID("ferry"))))
  #expect(state.notice == .error("It is gone."))
}

@Test func startingAsksForTitlesAndOpensTheOnlyArticle() {
  var many = listState()
  #expect(many.start() == [.survey(sampleEntries.compactMap(\.id))])
  var one = AppState(size: Size(width: 80, height: 24), entries: Array(sampleEntries.prefix(1)))
  #expect(one.start() == [.load(ArticleID("harbour"))])
}

@Test func quittingGoesBackFirst() {
  var state = openState()
  #expect(press(&state, "q") == [])
  #expect(state.focus == .list)
  #expect(press(&state, "q") == [.quit])
}

@Test func openingSaysWhatWasOddAboutTheSource() {
  var state = listState()
  _ = press(&state, "<Enter>")
  let parsed = ParsedArticle(
    metadata: Metadata(), document: harbourReport().article.document,
    diagnostics: [Diagnostic("1 NUL byte shown as �."), Diagnostic("Something else.")])
  let article = Article(id: ArticleID("harbour"), parsed: parsed)
  let loaded = LoadedArticle(article: article, excerpts: harbourReport().excerpts)
  _ = update(&state, .finished(.loaded(ArticleID("harbour"), loaded)))
  #expect(state.notice == Notice("1 NUL byte shown as �. (and 1 more)"))
}
