import Articles
import GoldenTesting
import Panels
import Queries
import Screen
import Session
import Testing

/// Lists of the library that have nothing to show, and what they say.
private let answers:
  [(name: String, keys: String, result: @Sendable (RowsRequest) -> EffectResult?)] = [
    ("library-opening", "", { _ in nil }),
    (
      "library-failed", "",
      { _ in .libraryFailed("The library was made by a newer pullquote; it was left as it is.") }
    ),
    ("library-all-archived", "", { .rows($0, ListRows([], total: ArticleCount())) }),
    (
      "library-rows", "j",
      { request in
        var rows = [
          ListEntry(
            .article(ArticleID("#1")), title: "Night ferries return", source: "The Courier"),
          ListEntry(
            id: ArticleID("#2"), title: "The orchard that moved uphill", source: "Northfold Review",
            counts: ListEntry.Counts(minutes: 7, quotes: 9, figures: 4)),
        ]
        rows[0].isStarred = true
        rows[0].shelf = .archived
        rows[1].date = PublicationDate(year: 2026, month: 4, day: 15)
        rows[1].tags = ["orchards", "to read"]
        rows[1].variantCount = 2
        let words = "… and the trees were carried uphill by hand, one by one …"
        rows[1].snippet = ListEntry.Snippet(words, matches: [TextRange(12, 17)])
        return .rows(request, ListRows(rows, total: ArticleCount(articles: 123_456, unread: 4321)))
      }
    ),
  ]

@Test(
  arguments: answers.map(\.name),
  [Size(width: 80, height: 24), Size(width: 120, height: 30), Size(width: 40, height: 10)])
func listsOfTheLibraryLookAsRecorded(name: String, size: Size) throws {
  let answer = try #require(answers.first { $0.name == name })
  var state = AppState(size: size, library: LibraryState())
  for case .rows(let request) in state.start() {
    if let result = answer.result(request) { _ = update(&state, .finished(result)) }
  }
  for key in KeyPress.sequence(answer.keys) { _ = update(&state, .key(key)) }
  let file = "\(name)-\(size.width)x\(size.height).frame"
  #expect(goldenDifference(render(state).goldenText, file) == nil)
}
