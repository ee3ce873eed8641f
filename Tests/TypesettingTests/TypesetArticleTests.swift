import Articles
import Screen
import Testing
import Typesetting

@Test func aParagraphIsBrokenAtWhiteSpace() {
  let document = Document(verbatim: "one two\nthree  four")
  let article = Article(
    id: ArticleID("-"), parsed: ParsedArticle(metadata: Metadata(), document: document))
  let typeset = TypesetArticle(article: article, measure: 9)
  var id = typeset.firstRow
  var rows = [typeset.row(id).plainText]
  while id < typeset.lastRow {
    id = typeset.advance(id, by: 1)
    rows.append(typeset.row(id).plainText)
  }
  #expect(rows == ["1 min", "", "one two", "three", "four"])
}
