import Articles
import Excerpts
import Testing

@Test(.enabled(if: SeedArticle.data != nil, "The shared data is not beside the package."))
func theSeedArticleGivesItsFiguresAndNoOthers() throws {
  let article = try SeedArticle.read()
  let document = article.document
  let excerpts = findExcerpts(in: document)
  #expect(excerpts.figures.count == article.figures.count)
  for (figure, expected) in zip(excerpts.figures, article.figures) {
    switch figure.value {
    case .exactly(let value): #expect([value] == expected.value)
    case .between(let low, let high): #expect([low, high] == expected.value)
    }
    if let bound = expected.bound { #expect(figure.bound.rawValue == bound) }
    #expect(figure.counted.map { String(document.words(in: $0)) } == expected.counted)
    if let source = expected.source {
      #expect(figure.source.map { String(document.words(in: $0)) } == source)
    }
    if let asOf = expected.asOf {
      let words = figure.asOf.map { String(document.words(in: $0)) } ?? ""
      #expect(words.lowercased().hasPrefix(asOf))
    }
  }
  let rejected = excerpts.rejectedNumbers.map { String(document.words(in: $0.range)) }
  for number in article.notFigures { #expect(rejected.contains(number)) }
}
