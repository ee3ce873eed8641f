// Articles of the library: where they are read, in this window and in others, and where in them
// one arrives.

import Articles
import Queries
import Screen
import Testing

@testable import Session

private func reads(_ id: String, at position: Int = 0) -> KeptFacts {
  KeptFacts(id: ArticleID(id), status: ReadingStatus(isRead: true, position: position))
}

private func keepsPosition(_ effects: [Effect]) -> Bool {
  effects.contains { if case .keepPosition = $0 { true } else { false } }
}

/// The first article of a library, read some way down.
private func readingState(_ library: inout InventedLibrary) -> AppState {
  var state = libraryState(&library)
  _ = library.press(&state, "<Enter>")
  _ = come(&state, reads("#0"))
  #expect(keepsPosition(library.press(&state, "<Space>")))
  return state
}

// MARK: - Other windows

@Test(arguments: [false, true])
func thePlaceInAnotherWindowIsNotWrittenOver(isCorrected: Bool) {
  var library = InventedLibrary()
  var state = readingState(&library)
  let position = state.reading?.topPosition
  #expect(articleAsked(update(&state, .finished(.libraryChanged))) == ArticleID("#0"))
  let plain = harbourReport(id: "#0")
  let loaded = LoadedArticle(
    article: plain.article, excerpts: plain.excerpts,
    corrections: isCorrected ? [.title("Another title")] : [], kept: reads("#0", at: 40))
  let effects = update(&state, .finished(.loaded(ArticleID("#0"), loaded)))
  #expect(!keepsPosition(effects))
  #expect(state.reading?.topPosition == position)
  #expect(state.reading?.loaded.corrections.isEmpty == !isCorrected)
  #expect(keepsPosition(library.press(&state, "<Space>")))
}

// MARK: - Going back

@Test func anArticleIsFoundWhereItWasLeftThoughTheLibraryDoesNotKnowYet() {
  var library = InventedLibrary()
  var state = readingState(&library)
  let position = state.reading?.topPosition
  _ = library.press(&state, "J")
  _ = come(&state, reads("#1"))
  #expect(state.reading?.topPosition == 0)
  _ = library.press(&state, "K")
  _ = come(&state, reads("#0"))
  #expect(state.reading?.topPosition == position)
}

@Test func whereAnotherWindowReadOnIsGoneOn() {
  var library = InventedLibrary()
  var state = readingState(&library)
  _ = library.press(&state, "J")
  _ = come(&state, reads("#1"))
  _ = library.answer(&state, update(&state, .finished(.libraryChanged)))
  _ = come(&state, reads("#1"))
  _ = library.press(&state, "K")
  _ = come(&state, reads("#0", at: 900))
  #expect(state.reading.map { (700...900).contains($0.topPosition) } == true)
}

@Test(arguments: [(0, "#1"), (5, "#6")])
func noArticleIsSkippedAfterOneThatWasPutAway(place: Int, next: String) {
  var library = InventedLibrary()
  var state = libraryState(&library)
  _ = library.press(&state, "\(place + 1)G<Enter>")
  _ = come(&state, reads("#\(place)"))
  _ = press(&state, "d")
  #expect(articleAsked(press(&state, "J")) == ArticleID(next))
}

@Test func theLastArticleStaysTheLastWhenItIsPutAway() {
  var library = InventedLibrary(count: 3)
  var state = libraryState(&library)
  _ = library.press(&state, "G<Enter>")
  _ = come(&state, reads("#2"))
  #expect(articleAsked(press(&state, "dJ")) == nil)
  #expect(state.notice == Notice("This is the last article."))
  #expect(articleAsked(press(&state, "K")) == ArticleID("#1"))
}

// MARK: - Arriving

/// The list of kept excerpts, with one of an article.
private func excerptState(isDetached: Bool = false, at range: TextRange) -> AppState {
  var library = InventedLibrary()
  var state = libraryState(&library)
  guard case .rows(let request)? = press(&state, "gs").last else { return state }
  var excerpt = SavedExcerpt(
    article: ArticleID("#7"), kind: .words,
    anchor: TextAnchor(first: range.lowerBound, words: "kept words", before: "", after: ""))
  excerpt.isDetached = isDetached
  let rows = ListRows([ListEntry(excerpt)], total: ArticleCount(articles: 1))
  _ = update(&state, .finished(.rows(request, rows)))
  return state
}

@Test func keptExcerptsAreGoneThroughFromTheText() {
  var library = InventedLibrary()
  var state = libraryState(&library)
  guard case .rows(let request)? = press(&state, "gs").last else { return }
  let places = [("#7", 300), ("#7", 1500), ("#9", 700)]
  let excerpts = places.map { id, place in
    ListEntry(
      SavedExcerpt(
        article: ArticleID(id), kind: .words,
        anchor: TextAnchor(first: place, words: "kept words", before: "", after: "")))
  }
  let rows = ListRows(excerpts, total: ArticleCount(articles: 3))
  _ = update(&state, .finished(.rows(request, rows)))
  _ = press(&state, "<Enter>")
  _ = come(&state, reads("#7"))
  #expect(state.reading?.point == 300)
  // The next is in the same article.
  #expect(articleAsked(press(&state, "J")) == nil)
  #expect(state.reading?.point == 1500)
  #expect(articleAsked(press(&state, "J")) == ArticleID("#9"))
  _ = come(&state, reads("#9"))
  #expect(state.reading?.point == 700)
  _ = press(&state, "J")
  #expect(state.notice == Notice("This is the last excerpt."))
  #expect(articleAsked(press(&state, "2K")) == ArticleID("#7"))
  _ = come(&state, reads("#7"))
  #expect(state.reading?.point == 300)
}

@Test func aListOfGroupsHasNoNextArticle() {
  var library = InventedLibrary()
  var state = readingState(&library)
  guard case .rows(let request)? = press(&state, ":group source<Enter>").last else { return }
  let groups = ["Alder", "Birch"].map {
    ListEntry(ArticleGroup(name: $0, count: ArticleCount(articles: 2)), of: .source)
  }
  let rows = ListRows(groups, total: ArticleCount(articles: 2))
  _ = update(&state, .finished(.rows(request, rows)))
  #expect(articleAsked(press(&state, "<Tab>J")) == nil)
  #expect(state.list.source == .groups(.source) && state.list.selected == 0)
  #expect(state.notice?.sentence.hasPrefix("The list has no articles") == true)
}

@Test func aPlaceIsForgottenWithTheArticleThatDidNotCome() {
  let far = TextRange(1500, 1510)
  var state = excerptState(at: far)
  #expect(articleAsked(press(&state, "<Enter>")) == ArticleID("#7"))
  _ = update(&state, .finished(.failed(.error("It is gone."), ArticleID("#7"))))
  _ = press(&state, "h")
  #expect(articleAsked(press(&state, "<Enter>")) == ArticleID("#0"))
  _ = come(&state, reads("#0"))
  #expect(state.reading?.topPosition == 0)
}

@Test func aPlaceBeyondTheTextIsItsEnd() {
  var state = excerptState(at: TextRange(900_000, 900_010))
  _ = press(&state, "<Enter>")
  _ = come(&state, reads("#7"))
  #expect(state.reading?.loaded.article.id == ArticleID("#7"))
  #expect(state.focus == .reading)
}

@Test func anArticleThatLostTheWordsOpensWhereItWasLeft() {
  var state = excerptState(isDetached: true, at: TextRange(1500, 1510))
  _ = press(&state, "<Enter>")
  _ = come(&state, reads("#7", at: 300))
  #expect(state.reading.map { (100...300).contains($0.topPosition) } == true)
}

@Test func wordsAreMarkedInTheArticleThatIsOpenAlready() {
  var library = InventedLibrary()
  var state = readingState(&library)
  _ = library.press(&state, "Sferries<Enter>")
  let id = ArticleID("#0")
  let asked = library.press(&state, "<Enter>")
  #expect(articleAsked(asked) == id)
  var facts = reads("#0")
  facts.matches = [TextRange(1500, 1507)]
  _ = come(&state, facts)
  #expect(state.focus == .reading)
  #expect(state.reading?.found?.matches.count == 1)
  #expect(state.reading?.point == 1500)
}
