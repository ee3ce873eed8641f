import Articles
import Screen
import Testing

@testable import Session

/// The state after the article was read anew with a correction, as the runtime does it.
private func answer(_ state: inout AppState, _ effects: [Effect]) {
  for effect in effects {
    var corrections = state.reading?.loaded.corrections ?? []
    switch effect {
    case .correct(_, let correction):
      corrections.removeAll { $0.replaces(correction) }
      corrections.append(correction)
    case .withdraw(_, let correction): corrections.removeAll { $0.replaces(correction) }
    default: continue
    }
    _ = update(&state, .finished(.loaded(ArticleID("harbour"), corrected(corrections))))
  }
}

private func corrected(_ corrections: [Correction]) -> LoadedArticle {
  let plain = harbourReport()
  let parsed = ParsedArticle(
    metadata: plain.article.metadata, document: plain.article.document
  ).corrected(by: corrections)
  return LoadedArticle(
    article: Article(id: plain.article.id, parsed: parsed), excerpts: plain.excerpts,
    corrections: corrections, parsedTitle: plain.article.displayTitle)
}

@Test func theTitleIsCorrectedAndTheSameKeyTakesThatBack() {
  var state = openState()
  _ = press(&state, "ct")
  #expect(state.prompt?.line.text == "correct-title Harbour bridge to close for a year")
  let effects = answers(&state, "<C-u>correct-title A  year without a bridge<Enter>")
  #expect(effects == [.correct(ArticleID("harbour"), .title("A year without a bridge"))])
  answer(&state, effects)
  #expect(state.reading?.loaded.article.displayTitle == "A year without a bridge")
  #expect(state.list.entries.first?.title == "A year without a bridge")
  let undone = answers(&state, "ct<Enter>")
  #expect(undone.count == 1)
  answer(&state, undone)
  #expect(state.reading?.loaded.article.displayTitle == "Harbour bridge to close for a year")
  #expect(answers(&state, "ct<Enter>") == [])
  #expect(state.notice == Notice("That is the title already."))
}

@Test func aBlockIsHiddenAndTheSameKeyShowsItAgain() {
  var state = openState()
  _ = press(&state, "}}")
  let point = state.reading?.point
  let effects = answers(&state, "ch")
  #expect(effects.count == 1)
  #expect(state.notice?.sentence.hasPrefix("Hidden: “") == true)
  answer(&state, effects)
  let count = state.reading?.items(of: SidePanel.hidden.id).count
  #expect(count == 2)
  #expect(state.reading?.point == point)
  answer(&state, answers(&state, "ch"))
  #expect(state.reading?.items(of: SidePanel.hidden.id).count == 1)
  answer(&state, answers(&state, "ch"))
  #expect(state.reading?.items(of: SidePanel.hidden.id).count == 2)
  // Once one has moved on, it means the block that is there.
  answer(&state, answers(&state, "}ch"))
  #expect(state.reading?.items(of: SidePanel.hidden.id).count == 3)
}

@Test func aHiddenBlockIsShownFromItsPanel() {
  var state = openState()
  _ = press(&state, "X")
  #expect(state.focus == .side)
  let effects = answers(&state, "ch")
  #expect(state.notice?.sentence.hasPrefix("Shown: “Sign up for our letter”") == true)
  answer(&state, effects)
  #expect(state.reading?.items(of: SidePanel.hidden.id).isEmpty == true)
  #expect(state.reading?.openPanel == SidePanel.hidden.id)
  answer(&state, answers(&state, "ch"))
  #expect(state.reading?.items(of: SidePanel.hidden.id).count == 1)
}

@Test func whatAPersonHidIsShownAgainByForgettingIt() {
  var state = openState()
  _ = press(&state, "}}")
  answer(&state, answers(&state, "ch"))
  _ = press(&state, "gg")
  _ = press(&state, "X")
  let items = state.reading?.items(of: SidePanel.hidden.id) ?? []
  #expect(items.first?.lines.first?.text == "hidden by the reader")
  _ = press(&state, "gg")
  let effects = answers(&state, "ch")
  guard case .withdraw = effects.first else {
    Issue.record("\(effects)")
    return
  }
  answer(&state, effects)
  #expect(state.reading?.loaded.corrections == [])
}

@Test func readingAnewKeepsPlaceMarksAndJumps() {
  var state = openState()
  _ = press(&state, "}}}maGgg}}")
  let before = state.reading
  _ = press(&state, "R")
  _ = update(&state, .finished(.loaded(ArticleID("harbour"), harbourReport())))
  #expect(state.reading?.point == before?.point)
  #expect(state.reading?.top == before?.top)
  #expect(state.reading?.line == before?.line)
  _ = press(&state, "'a")
  #expect(state.reading?.point == before?.marks["a"]?.point)
}
