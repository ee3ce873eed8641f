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

// MARK: - Going back

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
