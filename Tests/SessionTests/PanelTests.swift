import Articles
import Excerpts
import Testing
import Typesetting

@testable import Session

private let quotes = SidePanelID("quotes")
private let figures = SidePanelID("figures")

@Test func aPanelOpensAndTheSameKeyClosesIt() {
  var state = openState()
  _ = press(&state, "Q")
  #expect(state.reading?.openPanel == quotes)
  #expect(state.focus == .side)
  _ = press(&state, "F")
  #expect(state.reading?.openPanel == figures)
  _ = press(&state, "F")
  #expect(state.reading?.openPanel == nil)
  #expect(state.focus == .reading)
  #expect(state.reading?.selection == nil)
}

@Test(arguments: [
  (80, [AppState.Focus.reading, .side, .reading]), (60, [.reading, .side, .reading]),
  (120, [.list, .reading, .side]),
])
func tabGoesToTheListOnlyWhereItStandsBesideTheText(width: Int, visited: [AppState.Focus]) {
  var state = openState(width: width)
  _ = press(&state, "Q")
  for focus in visited {
    _ = press(&state, "<Tab>")
    #expect(state.focus == focus)
  }
}

@Test func movingInThePanelMovesTheText() {
  var state = openState()
  _ = press(&state, "Qj")
  #expect(state.reading?.selection == PanelSelection(panel: quotes, index: 1))
  let reading = state.reading
  let anchor = reading?.items(of: quotes)[1].anchor ?? TextRange(0, 0)
  let row = reading?.typeset.rowID(at: anchor.lowerBound)
  #expect(reading?.visibleRows.contains { $0 == row } == true)
}

@Test func movingInTheTextSelectsTheNextItem() {
  var state = openState()
  _ = press(&state, "Q<Tab>")
  #expect(state.focus == .reading)
  #expect(state.reading?.selection?.index == 0)
  _ = press(&state, "<C-f>")
  #expect(state.reading?.selection?.index == 1)
  _ = press(&state, "gg")
  #expect(state.reading?.selection?.index == 0)
}

@Test func quotesAndFiguresAreStepped() {
  var state = openState()
  _ = press(&state, "]q")
  #expect(state.reading?.selection == PanelSelection(panel: quotes, index: 0))
  _ = press(&state, "]f")
  #expect(state.reading?.selection == PanelSelection(panel: figures, index: 0))
  _ = press(&state, "]q")
  #expect(state.reading?.selection == PanelSelection(panel: quotes, index: 1))
  _ = press(&state, "]q")
  #expect(state.notice == Notice("No quote follows."))
  _ = press(&state, "[f")
  #expect(state.reading?.selection == PanelSelection(panel: figures, index: 0))
  _ = press(&state, "9[q")
  #expect(state.reading?.selection == PanelSelection(panel: quotes, index: 0))
}

@Test func whatIsHiddenIsListedWithItsReasonAndShownOnRequest() {
  var state = openState()
  _ = press(&state, "X")
  let item = state.reading?.items(of: SidePanelID("hidden")).first
  #expect(item?.lines.map(\.text) == ["sign-up box", "Sign up for our letter"])
  _ = press(&state, "<Enter>")
  #expect(state.reading?.showsHidden == true)
  #expect(state.focus == .reading)
  _ = press(&state, "X")
  #expect(state.reading?.showsHidden == false)
}

@Test func anUnclearSpeakerIsSaidToBeUnclear() {
  let state = openState()
  let lines = state.reading?.items(of: quotes).map { $0.lines.map(\.text) }
  #expect(
    lines == [
      ["Mira Holm", "harbour engineer", "“The bridge is tired”", "said"],
      ["Speaker unclear", "“We will be patient”"],
    ])
}

@Test func aFigureIsTheBoundAndTheNumberAsWritten() {
  let state = openState()
  let lines = state.reading?.items(of: figures).map { $0.lines.map(\.text) }
  #expect(lines == [["About 12,000", "cars"], ["3 million", "crowns"]])
}

@Test func anArticleWithoutQuotesSaysSo() {
  var state = openState()
  let plain = ParsedArticle(metadata: Metadata(), document: Document(verbatim: "Nothing here."))
  let loaded = LoadedArticle(
    article: Article(id: ArticleID("ferry"), parsed: plain), excerpts: FoundExcerpts())
  _ = press(&state, "J")
  _ = update(&state, .finished(.loaded(ArticleID("ferry"), loaded)))
  _ = press(&state, "]q")
  #expect(state.notice == Notice("Nobody is quoted in this article."))
  _ = press(&state, "yf")
  #expect(state.notice == Notice("No figures were found in this article."))
  _ = press(&state, "Qj<Enter>kGgg")
  #expect(state.reading?.selection == nil)
}

@Test func excerptsAreCopiedWithWhoSaidThemAndWhere() {
  var state = openState()
  let source = "Harbour bridge to close for a year, The Quayside Post\n"
  #expect(
    press(&state, "]qyq").last
      == .copy("“The bridge is tired” — Mira Holm, harbour engineer\n" + source))
  #expect(
    press(&state, "]fyf").last
      == .copy(
        "About 12,000 cars\n“About 12,000 cars cross it every day, the council says.”\n" + source))
}
