import Articles
import Queries
import Screen
import Testing

@testable import Session

// MARK: - A library made by hand

/// A thousand articles, three rows of four read; answers requests as the runtime does.
struct InventedLibrary {
  var count = 1000
  /// How many requests were answered.
  var asked: [RowsRequest] = []

  func entry(_ place: Int) -> ListEntry {
    ListEntry(
      id: ArticleID("#\(place)"), title: "Article \(place)", source: "The Quayside Post",
      isRead: place % 4 != 0)
  }

  func rows(_ request: RowsRequest) -> ListRows {
    func number(_ id: ArticleID) -> Int { Int(id.description.dropFirst()) ?? 0 }
    let start: Int
    switch request.anchor {
    case .place(let place): start = place
    case .end: start = count - request.count
    case .after(let id, _): start = number(id) + 1
    case .before(let id, _): start = number(id) - request.count
    case .around(let id, _): start = number(id) - request.count / 2
    }
    let places = max(0, start)..<max(0, start, min(count, start + request.count))
    return ListRows(
      places.map(entry), first: places.lowerBound,
      total: ArticleCount(articles: count, unread: count / 4), hasMore: places.upperBound < count)
  }

  /// Answers what the library answers; gives back the other effects.
  mutating func answer(_ state: inout AppState, _ effects: [Effect]) -> [Effect] {
    var others: [Effect] = []
    var open = effects
    while !open.isEmpty {
      guard case .rows(let request) = open.removeFirst() else { continue }
      asked.append(request)
      open += update(&state, .finished(.rows(request, rows(request))))
    }
    for effect in effects {
      if case .rows = effect { continue }
      others.append(effect)
    }
    return others
  }

  mutating func press(_ state: inout AppState, _ keys: String) -> [Effect] {
    KeyPress.sequence(keys).flatMap { key in
      let effects = update(&state, .key(key))
      return answer(&state, effects)
    }
  }
}

func libraryState(
  _ library: inout InventedLibrary, size: Size = Size(width: 80, height: 24)
) -> AppState {
  var state = AppState(size: size, library: LibraryState(samples: sampleEntries))
  _ = library.answer(&state, state.start())
  return state
}

// MARK: - Rows

@Test func aLongListIsGoneThroughWithFewRowsAtHand() {
  var library = InventedLibrary()
  var state = libraryState(&library)
  #expect(state.list.count == 1000 && state.list.unreadCount == 250)
  for (keys, place) in [
    ("j", 1), ("<Space>", 12), ("G", 999), ("k", 998), ("gg", 0), ("500G", 499), ("50%", 499),
    ("b", 488), ("<End>", 999), ("<Home>", 0), ("20j", 20), ("<C-u>", 15),
  ] {
    _ = library.press(&state, keys)
    #expect(state.list.selected == place, "\(keys)")
    #expect(state.list.selectedEntry?.title == "Article \(place)", "\(keys)")
    #expect(state.list.entries.count < 400, "\(keys)")
  }
}

@Test func everyRowOfTheListIsPassed() {
  var library = InventedLibrary()
  var state = libraryState(&library)
  for place in 1..<1000 {
    _ = library.press(&state, "j")
    #expect(state.list.selectedEntry?.title == "Article \(place)")
    #expect(state.list.entry(at: state.list.top) != nil)
  }
  #expect(library.asked.count < 100)
  for place in (0..<999).reversed() {
    _ = library.press(&state, "k")
    #expect(state.list.selectedEntry?.title == "Article \(place)")
  }
}

@Test func keysTypedWhileRowsAreOnTheirWayCountFromWhereOneWillBe() {
  var library = InventedLibrary()
  var state = libraryState(&library)
  let effects = press(&state, "500Gjj")
  // Nothing moves until the rows are there; only what was asked for last counts.
  #expect(state.list.selected == 0)
  _ = library.answer(&state, effects)
  #expect(state.list.selected == 501)
}

@Test func lateRowsOfAnotherListAreDropped() {
  var library = InventedLibrary()
  var state = libraryState(&library)
  let late = press(&state, "500G")
  _ = press(&state, ":sort quotes<Enter>")
  let order = state.list.source
  _ = library.answer(&state, late)
  #expect(state.list.source == order)
  #expect(state.list.selected == 0)
}

@Test func anEmptyLibraryShowsTheSamples() {
  var state = AppState(
    size: Size(width: 80, height: 24), library: LibraryState(samples: sampleEntries))
  guard case .rows(let request)? = state.start().first else {
    Issue.record("No rows were asked for.")
    return
  }
  var nothing = ListRows([], total: ArticleCount())
  nothing.isOfEmptyLibrary = true
  let effects = update(&state, .finished(.rows(request, nothing)))
  #expect(effects == [.survey(sampleEntries.compactMap(\.id))])
  #expect(state.list.entries == sampleEntries)
  #expect(press(&state, "S").isEmpty && state.prompt == nil)
  // Another program adds articles.
  guard case .rows(let probe)? = update(&state, .finished(.libraryChanged)).first else {
    Issue.record("Nothing was asked for.")
    return
  }
  _ = update(&state, .finished(.rows(probe, InventedLibrary().rows(probe))))
  #expect(state.list.count == 1000 && state.library?.status == .open)
}

@Test func aLibraryThatCannotBeUsedIsTold() {
  var state = AppState(size: Size(width: 80, height: 24), library: LibraryState())
  _ = state.start()
  _ = update(&state, .finished(.libraryFailed("It was made by a newer pullquote.")))
  #expect(state.notice == .error("It was made by a newer pullquote."))
  #expect(!state.list.isAwaited)
  _ = press(&state, "S")
  #expect(state.notice == Notice("It was made by a newer pullquote."))
}

// MARK: - Changes

@Test func marksShowAtOnceAndAreAskedOfTheLibrary() {
  var library = InventedLibrary()
  var state = libraryState(&library)
  let id = ArticleID("#0")
  #expect(library.press(&state, "r") == [.change(.setRead(true, .articles([id])))])
  #expect(state.list.selectedEntry?.isRead == true && state.list.unreadCount == 249)
  #expect(library.press(&state, "r") == [.change(.setRead(false, .articles([id])))])
  #expect(state.list.unreadCount == 250)
  #expect(library.press(&state, "s") == [.change(.setStarred(true, .articles([id])))])
  #expect(state.list.selectedEntry?.isStarred == true)
  #expect(library.press(&state, "A") == [.change(.setRead(true, .listing(Listing())))])
  #expect(library.press(&state, "u<C-r>") == [.undo, .redo])
}

@Test func anArchivedArticleLeavesTheListAndTheNextIsChosen() {
  var library = InventedLibrary()
  var state = libraryState(&library)
  let effects = library.press(&state, "jd")
  #expect(effects == [.change(.move(.articles([ArticleID("#1")]), to: .archived))])
  #expect(state.list.count == 999)
  #expect(state.list.selectedEntry?.id == ArticleID("#2"))
  let change = LibraryChange.move(.articles([ArticleID("#1")]), to: .archived)
  let asked = update(&state, .finished(.changed(change, "Archived: 1 article")))
  #expect(state.notice == Notice("Archived: 1 article. u undoes it."))
  guard case .rows(let request)? = asked.first else {
    Issue.record("The list was not read anew.")
    return
  }
  #expect(request.anchor == .around(ArticleID("#2"), or: 0))
}

@Test func whatWasUndoneIsTold() {
  var library = InventedLibrary()
  var state = libraryState(&library)
  _ = update(&state, .finished(.undid("Read: 12 articles")))
  #expect(state.notice == Notice("Undone: Read: 12 articles."))
  _ = update(&state, .finished(.redid(nil)))
  #expect(state.notice == Notice("There is nothing to do again."))
}

@Test func tagsAndTheBinHaveCommands() {
  var library = InventedLibrary()
  var state = libraryState(&library)
  let id = ArticleID("#0")
  #expect(
    library.press(&state, ":tag  sea  travel<Enter>")
      == [.change(.tag("sea travel", .articles([id])))])
  #expect(
    library.press(&state, ":delete<Enter>") == [.change(.move(.articles([id]), to: .deleted))])
}

// MARK: - Articles

private func open(_ state: inout AppState, _ facts: KeptFacts) -> [Effect] {
  let plain = harbourReport(id: facts.id.description)
  return update(
    &state,
    .finished(
      .loaded(
        facts.id, LoadedArticle(article: plain.article, excerpts: plain.excerpts, kept: facts))))
}

@Test func anArticleOpensWhereItWasLeftAndCountsAsRead() {
  var library = InventedLibrary()
  var state = libraryState(&library)
  let id = ArticleID("#0")
  #expect(library.press(&state, "<Enter>") == [.load(id)])
  let facts = KeptFacts(
    id: id, status: ReadingStatus(position: 900), marks: [TextMark(name: "a", position: 300)])
  #expect(open(&state, facts).contains(.change(.setRead(true, .articles([id])))))
  #expect(state.reading.map { (700...900).contains($0.topPosition) } == true)
  #expect(state.list.entries[0].isRead)
  let moved = library.press(&state, "'a")
  let position = state.reading?.topPosition ?? 0
  #expect((100...300).contains(position))
  #expect(moved.contains(.keepPosition(id, position)))
  #expect(library.press(&state, "mb").contains(.change(.mark(id, name: "b", position: position))))
}

@Test func whatIsChosenInAPanelIsKept() {
  var library = InventedLibrary()
  var state = libraryState(&library)
  _ = library.press(&state, "<Enter>")
  _ = open(&state, KeptFacts(id: ArticleID("#0"), status: ReadingStatus(isRead: true)))
  guard case .change(.saveExcerpt(let quote))? = library.press(&state, "Qs").last else {
    Issue.record("Nothing was kept.")
    return
  }
  #expect(quote.kind == .quote && quote.speaker == "Mira Holm")
  #expect(quote.anchor.words == "The bridge is tired,")
  guard case .change(.saveExcerpt(let figure))? = library.press(&state, "Fs").last else {
    Issue.record("Nothing was kept.")
    return
  }
  #expect(figure.kind == .figure && figure.article == ArticleID("#0"))
}

@Test func aFileThatTheLibraryHasIsKeptUnderItsName() {
  var state = openState()
  #expect(press(&state, "s").isEmpty)
  let facts = KeptFacts(id: ArticleID("#7"), status: ReadingStatus(isRead: true, position: 500))
  _ = update(&state, .finished(.kept(ArticleID("harbour"), facts)))
  #expect(state.reading.map { (300...500).contains($0.topPosition) } == true)
  #expect(press(&state, "s").contains(.change(.setStarred(true, .articles([ArticleID("#7")])))))
}

// MARK: - Queries

@Test func resultsFollowWhatIsTypedAndEnterRanksThem() {
  var library = InventedLibrary()
  var state = libraryState(&library)
  let before = state.list
  _ = library.press(&state, "5jSferry")
  guard case .results(let listing, let isRanked) = state.list.source else {
    Issue.record("No results are shown.")
    return
  }
  #expect(listing.query.description == "ferry*" && listing.includesArchived && !isRanked)
  _ = library.press(&state, "<Enter>")
  #expect(state.prompt == nil && state.focus == .list)
  #expect(state.list.source == .results(listing, isRanked: true))
  _ = library.press(&state, "q")
  #expect(state.list.source == before.source && state.list.selected == 5)
}

@Test func aMistakeOfAQueryHasItsColumnAndTheCursor() {
  var library = InventedLibrary()
  var state = libraryState(&library)
  _ = library.press(&state, "Sis:unread ferry is:lost ")
  #expect(state.prompt?.mistake?.column == 20)
  _ = library.press(&state, "<Enter>")
  #expect(state.prompt?.line.caret == 19)
  _ = library.press(&state, "<Esc>")
  #expect(state.prompt == nil && state.list.source == .articles(Listing()))
}

@Test func fieldsOfAQueryAreCompleted() {
  var library = InventedLibrary()
  var state = libraryState(&library)
  _ = library.press(&state, "Sharbour spe<Tab>")
  #expect(state.prompt?.line.text == "harbour speaker:")
}

@Test func aFilterNarrowsTheListAndKeepsItsOrder() throws {
  var library = InventedLibrary()
  var state = libraryState(&library)
  _ = library.press(&state, ":sort length<Enter>&is:starred<Enter>")
  let listing = Listing(try Query("is:starred"), order: .length)
  #expect(state.list.source == .articles(listing))
  #expect(
    library.press(&state, ":save best<Enter>")
      == [.change(.saveSearch(SavedSearch(name: "best", query: "is:starred")))])
}

@Test func groupsLeadToTheirArticlesAndBack() throws {
  var library = InventedLibrary()
  var state = libraryState(&library)
  let effects = press(&state, ":group day<Enter>")
  guard case .rows(let request)? = effects.last else {
    Issue.record("No groups were asked for.")
    return
  }
  #expect(request.source == .groups(.day))
  let group = ArticleGroup(
    name: "2026-04-15", count: ArticleCount(articles: 12_345, unread: 7))
  let entry = ListEntry(group, of: .day)
  #expect(entry.source == "12,345 articles · 7 unread")
  _ = update(
    &state,
    .finished(.rows(request, ListRows([entry], total: ArticleCount(articles: 1)))))
  _ = press(&state, "<Enter>")
  #expect(state.list.source == .articles(Listing(try Query("date:2026-04-15"))))
  _ = press(&state, "hh")
  #expect(state.list.source == .articles(Listing()))
}

@Test func wordsAreFoundInRowsFarAway() throws {
  var library = InventedLibrary()
  var state = libraryState(&library)
  let effects = library.press(&state, "/lamp")
  guard case .findRow(let search)? = effects.last else {
    Issue.record("Nothing was looked for.")
    return
  }
  #expect(search.condition == (try Query("title:lamp* or source:lamp*")))
  _ = library.answer(&state, update(&state, .finished(.foundRow(search, 700))))
  #expect(state.list.selected == 700)
  _ = library.press(&state, "<Esc>")
  #expect(state.list.selected == 0)
}

@Test func theNextUnreadArticleIsFoundAndOpened() {
  var library = InventedLibrary()
  var state = libraryState(&library)
  _ = library.press(&state, "<Enter>")
  _ = open(&state, KeptFacts(id: ArticleID("#0")))
  guard case .findRow(let search)? = library.press(&state, "]u").last else {
    Issue.record("Nothing was looked for.")
    return
  }
  #expect(search.opens && search.steps == 1)
  let effects = library.answer(&state, update(&state, .finished(.foundRow(search, 4))))
  #expect(effects == [.load(ArticleID("#4"))])
}

@Test func keysTypedAheadOfAListWaitForItsRows() {
  var library = InventedLibrary()
  var state = libraryState(&library)
  let effects = press(&state, "5jSferry<Enter><Enter>")
  // The old rows stay in view, but Enter means the best result.
  #expect(!effects.contains { if case .load = $0 { true } else { false } })
  let opened = effects.flatMap { effect -> [Effect] in
    guard case .rows(let request) = effect else { return [] }
    return update(&state, .finished(.rows(request, library.rows(request))))
  }
  #expect(opened.contains { if case .load(ArticleID("#0"), _) = $0 { true } else { false } })
}

@Test func aListThatTakesTooLongIsLeft() {
  var library = InventedLibrary()
  var state = libraryState(&library)
  _ = press(&state, "5j:group source<Enter>")
  #expect(state.list.source == .groups(.source))
  _ = press(&state, "q")
  #expect(state.list.source == .articles(Listing()) && state.list.selected == 5)
}
