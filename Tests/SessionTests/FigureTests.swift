import Articles
import Excerpts
import Screen
import Testing

@testable import Session

private let figures = SidePanelID("figures")

/// A change with a percentage that does not fit, a conversion, and a number that is no figure.
private let pierReport: LoadedArticle = {
  var builder = SampleBuilder()
  builder.add(
    "Visits rose 60 percent, from 2.4 million to 3.9 million, the port says. Nobody counts cats.")
  builder.add("The pier of 1911 is seven metres (23 ft) wide. It took dozens of men.")
  func figure(
    _ words: String, _ value: Double, unit: String?, change: Figure.Change? = nil,
    base: Double? = nil, conversionOf: Int? = nil
  ) -> Figure {
    let range = builder.range(of: words)
    return Figure(
      range: range, phrase: range, value: .exactly(value), unit: unit, change: change,
      source: unit == "visit" ? builder.range(of: "the port") : nil, base: base,
      conversionOf: conversionOf)
  }
  let men = Figure(
    range: builder.range(of: "dozens"), phrase: builder.range(of: "dozens of men"),
    value: .between(12, 120), bound: .range, unit: "man", counted: builder.range(of: "men"))
  let parsed = ParsedArticle(
    metadata: Metadata(
      title: "Pier", date: PublicationDate(year: 2026, month: 5, day: 9), site: "The Port Post",
      address: "https://port.example/pier"), document: builder.document)
  return LoadedArticle(
    article: Article(id: ArticleID("harbour"), parsed: parsed),
    excerpts: FoundExcerpts(
      figures: [
        figure("60 percent", 60, unit: "percentage", change: .up),
        figure("2.4 million", 2_400_000, unit: "visit"),
        figure("3.9 million", 3_900_000, unit: "visit", base: 2_400_000),
        figure("seven metres", 7, unit: "metre"),
        figure("23 ft", 23, unit: "foot", conversionOf: 3),
        men,
      ],
      rejectedNumbers: [RejectedNumber(range: builder.range(of: "1911"), reason: .year)]))
}()

private func pierState() -> AppState {
  var state = listState()
  _ = press(&state, "<Enter>")
  _ = update(&state, .finished(.loaded(ArticleID("harbour"), pierReport)))
  return state
}

private func items(_ state: AppState) -> [PanelItem] { state.reading?.items(of: figures) ?? [] }
private func firsts(_ state: AppState) -> [String] { items(state).map { $0.lines[0].text } }

@Test func aFigureSaysItsPlainNumberItsChangeAndWhatDoesNotFit() {
  let items = items(pierState())
  #expect(
    items.map { $0.lines.map(\.text) } == [
      ["60 percent"],
      ["2.4 million", "the port"],
      [
        "3.9 million", "2.4 → 3.9 million, +62.5 %",
        "the text says 60 %, the numbers say 62.5 %", "the port",
      ],
      ["seven metres", "= 23 ft"],
      ["dozens", "men"],
    ])
  #expect(items.map { $0.lines[0].aside } == [nil, "2 400 000", "3 900 000", nil, "12 to 120"])
}

@Test func figuresAreSortedByPlaceSizeAndKind() {
  var state = pierState()
  _ = press(&state, ":figures size<Enter>")
  #expect(
    firsts(state) == ["3.9 million", "2.4 million", "dozens", "60 percent", "seven metres"])
  #expect(state.reading?.restriction(of: figures) == "largest first")
  #expect(state.focus == .side)
  // Steps go by the text, whatever the panel's order.
  _ = press(&state, "<Tab>gg]f]f")
  #expect(state.reading?.selection.map { firsts(state)[$0.index] } == "2.4 million")
  _ = press(&state, ":figures kind<Enter>")
  #expect(
    firsts(state) == ["60 percent", "2.4 million", "3.9 million", "seven metres", "dozens"])
  _ = press(&state, ":figures colour<Enter>")
  #expect(state.notice == .error("Figures cannot be sorted by “colour”."))
  _ = press(&state, ":figures <Tab>")
  #expect(state.prompt?.choices.map(\.text) == ["place", "size", "kind"])
}

@Test func figuresOfOneUnitAreListedUntilEsc() {
  var state = pierState()
  _ = press(&state, ":unit ")
  #expect(
    state.prompt?.choices.map(\.text) == ["visit", "percentage", "metre", "foot", "man"])
  _ = press(&state, "visit<Enter>")
  #expect(firsts(state) == ["2.4 million", "3.9 million"])
  _ = press(&state, "<Esc>")
  #expect(firsts(state).count == 5)
  _ = press(&state, ":unit furlong<Enter>")
  #expect(state.notice?.sentence.hasPrefix("No figure is counted in “furlong”.") == true)
}

@Test func theDetailsFollowTheChosenFigure() {
  var state = pierState()
  _ = press(&state, "Fggjji")
  #expect(state.showsDetails)
  let details = state.reading?.details.map { "\($0.label): \($0.words)" }
  #expect(
    details == [
      "written: 3.9 million", "value: 3 900 000", "unit: visit",
      "computed: 2.4 → 3.9 million, +62.5 %",
      "check: the text says 60 %, the numbers say 62.5 %; rounding may explain it",
      "source: the port",
      "sentence: Visits rose 60 percent, from 2.4 million to 3.9 million, the port says.",
    ])
  _ = press(&state, "j")
  #expect(state.reading?.details.contains(DetailRow(label: "converted", words: "23 ft")) == true)
  _ = press(&state, "<Esc>")
  #expect(!state.showsDetails)
  #expect(state.focus == .side)
  _ = press(&state, "iq")
  #expect(!state.showsDetails)
}

@Test func detailsAreMadeOnceForAFigureAndAnewWithWhatIsFound() throws {
  var state = pierState()
  _ = press(&state, "Fggjj")
  #expect(state.reading?.details == [])
  _ = press(&state, "i")
  #expect(state.reading?.details.isEmpty == false)
  // What is shown is what was made: drawing it costs nothing.
  state.reading?.details = []
  _ = press(&state, "<C-l>")
  #expect(state.reading?.details == [])
  _ = press(&state, "jk")
  #expect(state.reading?.details.isEmpty == false)
  state.reading?.details = []
  _ = update(&state, .finished(.foundExcerpts(try #require(state.reading?.loaded))))
  #expect(state.reading?.details.isEmpty == false)
  _ = press(&state, "<Esc>")
  #expect(state.reading?.details == [])
}

@Test func numbersThatAreNoFiguresAreListedWithTheReason() {
  var state = pierState()
  _ = press(&state, ":rejected<Enter>")
  let lines = state.reading?.items(of: SidePanelID("rejected")).first?.lines
  #expect(lines?.map(\.text) == ["1911", "The pier of 1911 is seven metres (23 ft)…"])
  #expect(lines?.first?.aside == "a year")
}

@Test func aFigureIsCopiedWithItsSentenceAndWhereItStands() {
  var state = pierState()
  #expect(
    press(&state, "]f]fyf").last
      == .copy(
        """
        2.4 million (the port)
        “Visits rose 60 percent, from 2.4 million to 3.9 million, the port says.”
        Pier, The Port Post, 2026-05-09, https://port.example/pier

        """))
}

@Test(arguments: [
  (4_800_000, "4 800 000"), (62.5, "62.5"), (-1.25, "−1.25"), (0, "0"), (999, "999"),
  (1000, "1 000"), (0.333333, "0.333"), (0.00001, "1e-05"), (1e30, "1e+30"),
  (.infinity, "inf"), (0.9999, "1"),
])
func numbersAreWrittenForPeople(value: Double, words: String) {
  #expect(NumberWords.plain(value) == words)
}

@Test func changesAreWrittenInTheScaleOfTheLarger() {
  #expect(NumberWords.change(from: 2_400_000, to: 3_900_000) == "2.4 → 3.9 million")
  #expect(NumberWords.change(from: 1200, to: 900) == "1 200 → 900")
  #expect(NumberWords.change(from: 1234, to: 5e9) == "1 234 → 5 000 000 000")
}

@Test func aSourceThatTheFigureIsAboutIsNamedOnce() {
  var builder = SampleBuilder()
  builder.add("The council said on Monday that the council had 12 members.")
  let council = builder.range(of: "council")
  let figure = Figure(
    range: builder.range(of: "12"), phrase: builder.range(of: "12 members"), value: .exactly(12),
    counted: builder.range(of: "members"), concept: council, source: council,
    asOf: builder.range(of: "on Monday"))
  let parsed = ParsedArticle(metadata: Metadata(), document: builder.document)
  let loaded = LoadedArticle(
    article: Article(id: ArticleID("a"), parsed: parsed),
    excerpts: FoundExcerpts(quotes: [], figures: [figure]))
  let lines = SidePanel.figures.items(loaded, PanelChoices()).first?.lines.map(\.text)
  #expect(lines == ["12", "members", "on Monday · council"])
}
