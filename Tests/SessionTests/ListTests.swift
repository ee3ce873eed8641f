import Articles
import Excerpts
import Screen
import Testing

@testable import Session

@Test func readMarksAreUndoneAndDoneAgain() {
  var state = listState()
  _ = press(&state, "r")
  #expect(state.list.entries.map(\.isRead) == [true, false, false])
  _ = press(&state, "A")
  #expect(state.list.unreadCount == 0)
  #expect(state.notice == Notice("Marked 2 articles as read. u undoes it."))
  _ = press(&state, "u")
  #expect(state.list.entries.map(\.isRead) == [true, false, false])
  _ = press(&state, "u")
  #expect(state.list.unreadCount == 3)
  _ = press(&state, "u")
  #expect(state.notice == Notice("There is nothing to undo."))
  _ = press(&state, "<C-r><C-r>")
  #expect(state.list.unreadCount == 0)
}

@Test func unreadArticlesAreStepped() {
  var state = listState()
  _ = press(&state, "jrgg]u")
  #expect(state.list.selected == 2)
  _ = press(&state, "]u")
  #expect(state.notice == Notice("No unread article follows."))
  _ = press(&state, "[u")
  #expect(state.list.selected == 0)
}

@Test func sortingKeepsTheChosenArticle() {
  var state = listState()
  _ = press(&state, "jj:sort title<Enter>")
  #expect(state.list.entries.map(\.id?.description) == ["ferry", "harbour", "lamp"])
  #expect(state.list.selectedEntry?.id == ArticleID("lamp"))
  _ = press(&state, ":sort original<Enter>")
  #expect(state.list.entries.map(\.id) == sampleEntries.map(\.id))
}

@Test func aNewListKeepsWhatWasReadAndChosen() {
  var state = listState()
  _ = press(&state, "jr")
  let listed = [ListEntry(id: ArticleID("new"), title: "new", source: "new")] + sampleEntries
  let effects = update(&state, .finished(.listed(listed)))
  #expect(effects == [.survey(listed.compactMap(\.id))])
  #expect(state.list.selectedEntry?.id == ArticleID("ferry"))
  #expect(state.list.selectedEntry?.isRead == true)
}

@Test func surveyedTitlesArriveWithoutMovingTheChoice() {
  var state = listState()
  _ = press(&state, "jr")
  let counts = ListEntry.Counts(minutes: 3, quotes: 1, figures: 2)
  let news = ["ferry", "elsewhere"].map {
    ListEntry(id: ArticleID($0), title: "A title", source: "A site", counts: counts)
  }
  _ = update(&state, .finished(.surveyed(news)))
  #expect(state.list.entries.count == 3)
  #expect(state.list.entries[1].title == "A title")
  #expect(state.list.entries[1].isRead)
}

@Test func theLayoutFollowsTheSizeAndIsRemembered() {
  var state = openState(width: 120, height: 30)
  #expect(state.arrangement.layout == .columns)
  #expect(state.arrangement.list != nil && state.arrangement.reading != nil)
  let effects = press(&state, "\\")
  #expect(effects == [.savePreferences(Preferences(layout: .stacked))])
  #expect(state.arrangement.layout == .stacked)
  _ = press(&state, "\\\\")
  #expect(state.arrangement.layout == .columns)
  _ = update(&state, .resized(Size(width: 90, height: 30)))
  #expect(state.arrangement.layout == .stacked)
  _ = update(&state, .resized(Size(width: 79, height: 30)))
  #expect(state.arrangement.layout == .single)
  #expect(state.preferences.layout == .columns)
}

@Test func zenShowsOnlyTheArticle() {
  var state = openState(width: 120, height: 30)
  _ = press(&state, "z")
  #expect(state.arrangement.list == nil)
  #expect(state.arrangement.status.isEmpty)
  #expect(state.reading?.height == 30)
  _ = press(&state, "z")
  #expect(state.arrangement.list != nil)
}

@Test func oldPositionsAreNotLostByReadingAnew() {
  var state = openState()
  _ = press(&state, "<C-f>")
  let position = state.reading?.topPosition
  #expect(press(&state, "R") == [.load(ArticleID("harbour"))])
  _ = update(&state, .finished(.loaded(ArticleID("harbour"), harbourReport())))
  #expect(state.reading?.topPosition == position)
  #expect(state.focus == .reading)
}

@Test func readingAnUnchangedSourceAnewKeepsEverything() {
  var state = openState()
  _ = press(&state, "ma/paragraph 3<Enter>nR")
  let before = state.reading
  _ = update(&state, .finished(.loaded(ArticleID("harbour"), harbourReport())))
  #expect(state.reading == before)
  #expect(state.notice == Notice("The source has not changed."))
}

@Test func goingToTheNeighbourAndBackBeforeItCameStays() {
  var state = openState()
  #expect(press(&state, "J").count == 1)
  #expect(state.opening != nil)
  #expect(press(&state, "K") == [])
  #expect(state.opening == nil)
  #expect(state.list.selectedEntry?.id == ArticleID("harbour"))
}

@Test func longTitlesTakeTwoRowsAndTheChosenEntryStaysInView() {
  var state = AppState(size: Size(width: 40, height: 9), entries: longEntries)
  #expect(state.list.entries[0].titleRows(columns: 36).count == 2)
  // Eight rows for the list: one of chrome, two entries of three rows, a part of the next.
  _ = press(&state, "j")
  #expect(state.list.top == 0)
  _ = press(&state, "j")
  #expect(state.list.top == 1)
  _ = press(&state, "G")
  #expect(state.list.selected == 9)
  #expect(state.list.top == 8)
  _ = press(&state, "kk")
  #expect(state.list.top == 7)
}

@Test func aPageOfTheListIsWhatFits() {
  var state = AppState(size: Size(width: 40, height: 9), entries: longEntries)
  _ = press(&state, "<Space>")
  #expect(state.list.selected == 2)
  _ = press(&state, "2<Space>")
  #expect(state.list.selected == 6)
  _ = press(&state, "b")
  #expect(state.list.selected == 4)
  _ = update(&state, .resized(Size(width: 120, height: 9)))
  #expect(state.list.entries[0].titleRows(columns: 116).count == 1)
}

private let longEntries = (0..<10).map { number in
  ListEntry(
    id: ArticleID("\(number)"), title: "Number \(number) has a title too long for forty columns",
    source: "The Quayside Post")
}

@Test func anUntitledArticleIsListedByItsFirstSentence() {
  var builder = SampleBuilder()
  builder.add("Photo:", role: .body)
  builder.add(
    "The ferry left at six,  and nobody\nwaved to it from the quay that morning or after.")
  let parsed = ParsedArticle(metadata: Metadata(), document: builder.document)
  let article = Article(id: ArticleID("notes/ferry.txt"), parsed: parsed)
  let entry = ListEntry(
    LoadedArticle(article: article, excerpts: FoundExcerpts()), source: article.id.name)
  #expect(entry.title == "The ferry left at six, and nobody waved to it from the quay that…")
  #expect(entry.source == "ferry.txt")
}

@Test func theListIsGoneThroughLikeAText() {
  var state = AppState(size: Size(width: 120, height: 12), entries: longEntries)
  for (keys, place) in [("5G", 4), ("2gg", 1), ("99G", 9), ("50%", 4), ("gg", 0), ("L", 2)] {
    _ = press(&state, keys)
    #expect(state.list.selected == place, "\(keys)")
  }
  state = AppState(size: Size(width: 80, height: 12), entries: longEntries)
  for (keys, place) in [("L", 4), ("M", 2), ("H", 0), ("G", 9), ("H", 5), ("M", 7)] {
    _ = press(&state, keys)
    #expect(state.list.selected == place, "\(keys)")
  }
}
