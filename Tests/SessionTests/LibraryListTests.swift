// Lists of the library where answers are late, fail, or belong to something else.

import Articles
import Queries
import Screen
import Testing

@testable import Session

/// Ranked results, three of them unread, in no order of their places in the library.
private func rankedState(_ library: inout InventedLibrary) -> AppState {
  var state = libraryState(&library)
  let effects = press(&state, "Sarticle<Enter>")
  for case .rows(let request) in effects where request.source.isWhole {
    let rows = ListRows(
      [5, 3, 8, 0, 12].map(library.entry), total: ArticleCount(articles: 5, unread: 3))
    _ = update(&state, .finished(.rows(request, rows)))
  }
  return state
}

/// The number of the article that was asked for last.
func articleAsked(_ effects: [Effect]) -> ArticleID? {
  for case .load(let id, _) in effects.reversed() { return id }
  return nil
}

/// Opens an article of the library with what is kept about it.
func come(_ state: inout AppState, _ facts: KeptFacts) -> [Effect] {
  let plain = harbourReport(id: facts.id.description)
  let loaded = LoadedArticle(article: plain.article, excerpts: plain.excerpts, kept: facts)
  return update(&state, .finished(.loaded(facts.id, loaded)))
}

// MARK: - Lists that have all their rows

@Test func rankedResultsAreLookedThroughInTheirOwnOrder() {
  var library = InventedLibrary()
  var state = rankedState(&library)
  #expect(state.list.count == 5)
  for (keys, place) in [
    ("/12", 4), ("<Esc>", 0), ("/article<Enter>n", 1), ("N", 0), ("]u", 2), ("2]u", 4), ("[u", 3),
  ] {
    let effects = press(&state, keys)
    #expect(state.list.selected == place, "\(keys)")
    #expect(!effects.contains { if case .findRow = $0 { true } else { false } }, "\(keys)")
  }
}

@Test func thePlaceOfARowOfAnotherOrderIsNotTaken() throws {
  var library = InventedLibrary()
  var state = rankedState(&library)
  let listing = try #require(state.list.source.listing)
  let late = RowSearch(
    listing: listing, condition: .condition(.state(.unread)), start: nil, steps: 1, wraps: false,
    opens: true)
  #expect(articleAsked(update(&state, .finished(.foundRow(late, 3)))) == nil)
  #expect(state.list.selected == 0)
}

@Test func groupsAreFoundByTheirNames() throws {
  var library = InventedLibrary()
  var state = libraryState(&library)
  guard case .rows(let request)? = press(&state, ":group source<Enter>").last else {
    Issue.record("No groups were asked for.")
    return
  }
  let groups = ["Alder Press", "Birch Daily", "Cedar Post"].map {
    ListEntry(ArticleGroup(name: $0, count: ArticleCount(articles: 2, unread: 1)), of: .source)
  }
  let rows = ListRows(groups, total: ArticleCount(articles: 3))
  _ = update(&state, .finished(.rows(request, rows)))
  _ = press(&state, "/cedar")
  #expect(state.list.selected == 2)
  _ = press(&state, "<C-u><BS>/zebra<Enter>")
  #expect(state.notice == Notice("“zebra” is in no title."))
}

@Test func aGroupLeadsToItsSourceAndNoOther() throws {
  let group = ArticleGroup(name: "The \"Post\"", count: ArticleCount(articles: 2))
  guard case .group(let query, _) = ListEntry(group, of: .source).subject else {
    Issue.record("It leads nowhere.")
    return
  }
  #expect(query == .condition(.sourceNamed("The \"Post\"")))
  #expect(try Query(query.description) == query)
}

// MARK: - Rows on their way

@Test(arguments: ["Sferry", "<Esc>", ":group day<Enter>", "h:sort length<Enter>", "hgg"])
func anArticleThatWaitsForItsRowIsForgottenWithTheWish(keys: String) {
  var library = InventedLibrary()
  var state = libraryState(&library)
  _ = library.press(&state, "<Enter>")
  _ = come(&state, KeptFacts(id: ArticleID("#0"), status: ReadingStatus(isRead: true)))
  // Its row is far away and does not come yet.
  let late = press(&state, "900J")
  #expect(articleAsked(late) == nil && state.list.wish == 900)
  var waiting = press(&state, keys).filter { if case .rows = $0 { true } else { false } }
  waiting = late + waiting
  while !waiting.isEmpty {
    guard case .rows(let request) = waiting.removeFirst() else { continue }
    let effects = update(&state, .finished(.rows(request, library.rows(request))))
    #expect(articleAsked(effects) == nil, "\(keys)")
    waiting += effects
  }
}

@Test func aListThatIsLeftWhileItIsReadIsReadWhenOneComesBack() {
  var library = InventedLibrary()
  var state = libraryState(&library)
  // What the change did to the rows is not known yet.
  let change = LibraryChange.tag("sea", .articles([ArticleID("#0")]))
  let late = update(&state, .finished(.changed(change, "Tagged")))
  #expect(late.contains { if case .rows = $0 { true } else { false } })
  _ = press(&state, ":group source<Enter>")
  for case .rows(let request) in late {
    _ = update(&state, .finished(.rows(request, library.rows(request))))
  }
  let back = press(&state, "q")
  #expect(state.list.source == .articles(Listing()))
  #expect(back.contains { if case .rows(let request) = $0 { request.countsAll } else { false } })
}

// MARK: - Changes

@Test func outerListsAreReadAnewAfterAMark() {
  var library = InventedLibrary()
  var state = libraryState(&library)
  _ = library.press(&state, "Sarticle ")
  _ = library.press(&state, "<Enter>")
  let change = LibraryChange.setRead(true, .articles([ArticleID("#400")]))
  _ = library.answer(&state, update(&state, .finished(.changed(change, "Read"))))
  let back = press(&state, "q")
  #expect(state.list.source == .articles(Listing()))
  #expect(back.contains { if case .rows = $0 { true } else { false } })
}

@Test func aMarkLastsThoughRowsWereReadBeforeIt() {
  var library = InventedLibrary()
  var state = libraryState(&library)
  let late = press(&state, "R")
  let id = ArticleID("#0")
  let change = LibraryChange.setRead(true, .articles([id]))
  #expect(press(&state, "rs").contains(.change(change)))
  _ = library.answer(&state, late)
  #expect(state.list.selectedEntry?.isRead == false)
  _ = update(&state, .finished(.changed(change, "Read")))
  #expect(state.list.selectedEntry?.isRead == true)
  _ = update(&state, .finished(.changed(.setStarred(true, .articles([id])), "Starred")))
  #expect(state.list.selectedEntry?.isStarred == true)
}

// MARK: - Rows that cannot be read

/// The request for rows among some effects.
private func rowsAsked(_ effects: [Effect]) -> RowsRequest? {
  for case .rows(let request) in effects { return request }
  return nil
}

@Test func rowsThatCannotBeReadLeaveTheListAsItIs() throws {
  var library = InventedLibrary()
  var state = libraryState(&library)
  let before = state.list
  let far = try #require(rowsAsked(press(&state, "900G")))
  // Nobody asks again by itself, or that would never end.
  #expect(update(&state, .finished(.rowsFailed(far, "The disk is gone."))).isEmpty)
  #expect(state.notice == .error("The disk is gone."))
  #expect(state.list.entries == before.entries && state.list.count == 1000)
  #expect(state.list.selected == 0 && state.list.wish == nil)
  // A key that needs rows asks again; what nobody waits for is not told.
  let again = press(&state, "900G")
  _ = update(&state, .finished(.rowsFailed(far, "The disk is gone.")))
  #expect(state.notice == nil)
  _ = library.answer(&state, again)
  #expect(state.list.selectedEntry?.title == "Article 899")
}

@Test func aListThatCannotBeReadShowsNoRowsOfAnother() throws {
  var library = InventedLibrary()
  var state = libraryState(&library)
  let request = try #require(rowsAsked(press(&state, "5j:group source<Enter>")))
  _ = update(&state, .finished(.rowsFailed(request, "The disk is gone.")))
  #expect(state.list.entries.isEmpty && !state.list.isBlank)
  #expect(state.notice == .error("The disk is gone."))
  #expect(rowsAsked(press(&state, "R")) != nil)
  _ = press(&state, "q")
  #expect(state.list.selectedEntry?.title == "Article 5")
}

@Test func rowsFarAwayThatCameTooLateAreDropped() {
  var library = InventedLibrary()
  var state = libraryState(&library)
  let late = press(&state, "900Ggg")
  _ = library.answer(&state, late)
  #expect(state.list.selectedEntry?.title == "Article 0" && state.list.count == 1000)
}
