internal import Articles
internal import Typesetting

/// An article as lines of text at a measure, without clutter: for pipes and dumb terminals.
func articleText(_ article: ParsedArticle, name: String, measure: Int = 72) -> String {
  let batch = 200
  var typeset = TypesetArticle(
    article: Article(id: ArticleID(name), parsed: article), measure: measure)
  var text = ""
  var next = typeset.firstRow
  let last = typeset.lastRow
  while true {
    typeset.prepare(from: next, count: batch)
    for _ in 0..<batch {
      text += typeset.row(next).plainText + "\n"
      if next >= last { return text }
      next = typeset.advance(next, by: 1)
    }
  }
}
