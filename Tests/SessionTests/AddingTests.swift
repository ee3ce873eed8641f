// Keeping an article that was opened from elsewhere.

import Articles
import Queries
import Screen
import Testing

@testable import Session

/// A file that is open where there is a library.
private func fileState() -> AppState {
  var state = AppState(
    size: Size(width: 80, height: 24), entries: sampleEntries, library: LibraryState())
  _ = press(&state, "<Enter>")
  _ = update(&state, .finished(.loaded(ArticleID("harbour"), harbourReport())))
  return state
}

@Test func anOpenFileIsKeptWithItsPlaceAndItsMarks() {
  var state = fileState()
  let (file, kept) = (ArticleID("harbour"), ArticleID("#7"))
  _ = press(&state, "<Space>mb")
  let position = state.reading?.topPosition ?? 0
  #expect(position > 0)
  #expect(press(&state, "a") == [.add(file)])
  let facts = KeptFacts(id: kept, marks: [TextMark(name: "a", position: 3)])
  let effects = update(&state, .finished(.added(file, facts, "Kept in the library.")))
  #expect(effects.contains(.change(.mark(kept, name: "b", position: position))))
  #expect(effects.contains(.change(.setRead(true, .articles([kept])))))
  #expect(effects.contains(.keepPosition(kept, position)))
  #expect(state.notice == Notice("Kept in the library."))
  #expect(state.reading?.topPosition == position)
  #expect(state.reading?.marks.keys.sorted() == ["a", "b"])
  #expect(press(&state, "a").isEmpty)
  #expect(state.notice == Notice("It is in the library already."))
  // Reading the file anew changes nothing of that.
  _ = press(&state, "R")
  _ = update(&state, .finished(.loaded(file, harbourReport())))
  #expect(press(&state, "s") == [.change(.setStarred(true, .articles([kept])))])
}

@Test func whatCannotBeKeptSaysWhy() {
  var state = openState()
  #expect(press(&state, "a").isEmpty)
  #expect(state.notice == Notice("There is no library here."))
  state = fileState()
  _ = press(&state, "s")
  #expect(state.notice == Notice("This article is not in the library: a keeps it there."))
  _ = update(&state, .finished(.libraryFailed("It was made by a newer pullquote.")))
  #expect(press(&state, "a").isEmpty)
  #expect(state.notice == Notice("It was made by a newer pullquote."))
}

@Test func aFileOfTheListIsKeptUnopened() {
  var state = fileState()
  #expect(press(&state, "hja") == [.add(ArticleID("ferry"))])
  let facts = KeptFacts(id: ArticleID("#8"))
  #expect(update(&state, .finished(.added(ArticleID("ferry"), facts, "Kept."))).isEmpty)
  #expect(state.reading?.kept == nil && state.notice == Notice("Kept."))
}

@Test func anArticleThatWasReadBeforeIsKeptWithItsPlace() {
  var state = fileState()
  let (file, kept) = (ArticleID("harbour"), ArticleID("#7"))
  _ = press(&state, "<Space>")
  let position = state.reading?.topPosition ?? 0
  #expect(position > 0)
  // Another one is open since.
  _ = press(&state, "hj<Enter>")
  _ = update(&state, .finished(.loaded(ArticleID("ferry"), harbourReport(id: "ferry"))))
  #expect(press(&state, "hka") == [.add(file)])
  let effects = update(&state, .finished(.added(file, KeptFacts(id: kept), "Kept.")))
  #expect(effects.contains(.keepPosition(kept, position)))
  #expect(effects.contains(.change(.setRead(true, .articles([kept])))))
}

@Test func theFirstArticleThatIsKeptTakesThePlaceOfTheSamples() {
  var state = AppState(
    size: Size(width: 80, height: 24), library: LibraryState(samples: sampleEntries))
  guard case .rows(let request)? = state.start().first else {
    Issue.record("No rows were asked for.")
    return
  }
  var nothing = ListRows([], total: ArticleCount())
  nothing.isOfEmptyLibrary = true
  _ = update(&state, .finished(.rows(request, nothing)))
  #expect(press(&state, "a") == [.add(ArticleID("harbour"))])
  let facts = KeptFacts(id: ArticleID("#1"))
  var library = InventedLibrary(count: 1)
  let effects = update(&state, .finished(.added(ArticleID("harbour"), facts, "Kept.")))
  _ = library.answer(&state, effects)
  #expect(state.list.source == .articles(Listing()) && state.list.count == 1)
}

@Test func whatWasPutAwayComesBack() {
  var library = InventedLibrary()
  var state = libraryState(&library)
  _ = library.press(&state, "<Enter>")
  let id = ArticleID("#0")
  _ = come(&state, KeptFacts(id: id, status: ReadingStatus(isRead: true, shelf: .archived)))
  #expect(library.press(&state, "a") == [.change(.move(.articles([id]), to: .current))])
  #expect(library.press(&state, "a").isEmpty)
  #expect(state.notice == Notice("It is in the library already."))
}
