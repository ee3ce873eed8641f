import Articles
import Testing
import Typesetting

private let metadata = Metadata(
  title: "Tram line", byline: ["A. Writer", "B. Author"],
  date: PublicationDate(year: 2026, month: 4, day: 12), site: "The Post")

@Test func theTitleIsSaidEvenWhereTheTextHasNone() {
  var draft = Draft()
  draft.metadata = metadata
  draft.add("Words.")
  let typeset = TypesetArticle(article: draft.article, measure: 72)
  let details = "A. Writer, B. Author · The Post · 12 April 2026 · 1 min"
  #expect(typeset.page == "|Tram line\n|\n|\(details)\n|\n|Words.\n")
  #expect(typeset.row(typeset.firstRow).range == nil)
}

@Test func detailsDoNotRepeatWhatTheTextSays() {
  var draft = Draft()
  draft.metadata = metadata
  draft.add("Tram line", role: .title)
  draft.add("By A. Writer", role: .byline)
  draft.add("12 April", role: .date)
  draft.add("Words.")
  let typeset = TypesetArticle(article: draft.article, measure: 72)
  #expect(
    typeset.page == "|Tram line\n|\n|The Post · 1 min\n|By A. Writer\n|12 April\n|\n|Words.\n")
}

@Test func aDateAmongTheAuthorsIsNotSaidTwice() {
  var draft = Draft()
  draft.metadata = metadata
  draft.add("Tram line", role: .title)
  draft.add("By A. Writer, 12 April 2026", role: .byline)
  let typeset = TypesetArticle(article: draft.article, measure: 72)
  #expect(typeset.page == "|Tram line\n|\n|The Post · 1 min\n|By A. Writer, 12 April 2026\n")
}

@Test func anUntitledArticleOpensWithTheNameOfItsSource() {
  var draft = Draft()
  draft.add("Words.")
  let typeset = TypesetArticle(article: draft.article, measure: 72)
  #expect(typeset.page == "|standard input · 1 min\n|\n|Words.\n")
}

@Test(arguments: [(0, 1), (230, 1), (345, 2), (460, 2), (2300, 10)])
func readingTakesAMinuteFor230Words(words: Int, minutes: Int) {
  var draft = Draft()
  draft.add(String(repeating: "word ", count: words))
  #expect(readingMinutes(of: Document(text: draft.text, blocks: draft.blocks)) == minutes)
}

@Test func anEmptyArticleHasARowToStandOn() {
  let typeset = TypesetArticle(article: Draft().article, measure: 30)
  #expect(typeset.firstRow == typeset.lastRow)
  #expect(typeset.rowID(at: 0) == typeset.firstRow)
  #expect(typeset.position(of: typeset.firstRow) == 0)
  #expect(typeset.nextParagraph(after: typeset.firstRow) == nil)
  #expect(typeset.previousHeading(before: typeset.firstRow) == nil)
}
