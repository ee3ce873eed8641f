import Articles
import Screen
import Testing

@testable import Session

private let harbour = EffectResult.loaded(ArticleID("harbour"), harbourReport())

@Test func keysTypedAheadGoToTheArticle() {
  var state = listState(width: 120)
  #expect(press(&state, "<Enter>Qj/tired") == [.load(ArticleID("harbour"))])
  #expect(state.list.selected == 0)
  #expect(state.focus == .list)
  _ = update(&state, .finished(harbour))
  #expect(state.reading?.openPanel == SidePanelID("quotes"))
  #expect(state.prompt?.line.text == "tired")
  #expect(state.reading?.found?.matches.count == 1)
}

@Test func keysTypedAheadOpenOneArticleAfterTheOther() {
  var state = listState()
  #expect(press(&state, "<Enter>hj<Enter>") == [.load(ArticleID("harbour"))])
  #expect(update(&state, .finished(harbour)) == [.load(ArticleID("ferry"))])
  #expect(state.list.selected == 1)
}

@Test func anotherArticleCanBeAskedForBeforeOneIsThere() {
  var state = openState()
  #expect(press(&state, "JJ").count == 2)
  #expect(state.opening == ArticleID("lamp"))
}

@Test func escapeGivesUpWhatIsBeingOpened() {
  var state = listState()
  _ = press(&state, "<Enter>j<Esc>")
  #expect(state.opening == nil)
  #expect(state.list.selected == 0)
  _ = update(&state, .finished(harbour))
  #expect(state.reading == nil)
  #expect(press(&state, "<Enter><C-c>").last == .quit)
}

@Test func keysMeantForAnArticleThatCannotBeReadAreForgotten() {
  var state = listState()
  _ = press(&state, "<Enter>jj")
  _ = update(&state, .finished(.failed(.error("It is gone."), ArticleID("harbour"))))
  #expect(state.list.selected == 0)
  #expect(state.notice == .error("It is gone."))
}

@Test func aFileThatCannotBeWrittenStopsNoOpening() {
  var state = listState()
  _ = press(&state, "<Enter>")
  _ = update(&state, .finished(.failed(.error("The disk is full."), nil)))
  #expect(state.opening == ArticleID("harbour"))
}
