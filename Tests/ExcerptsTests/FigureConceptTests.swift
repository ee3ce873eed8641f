import Articles
import Excerpts
import Testing

/// Sentences and what their last figure is about.
private let concepts: [(String, String)] = [
  ("I paid $35,538 for a new roof.", "new roof"),
  ("The members agreed to an overall cut of 800,000 barrels.", "cut"),
  ("The firm lost, down 68p.", "firm"),
  ("The biggest loser was Harrow Group, down 68p.", "Harrow Group"),
  ("The lake rose by 14 mm and the river's width was increased by 18 degrees.", "river's width"),
  ("A pixel pitch of roughly 352 metres.", "pixel pitch"),
  ("Bank profits brought a $400 billion boost to spending.", "boost"),
]

@Test(arguments: concepts)
func aFigureIsAboutWhatTheSentenceSays(text: String, concept: String) throws {
  let document = Document(verbatim: text)
  let figure = try #require(findExcerpts(in: document, kinds: .figures).figures.last)
  #expect(figure.concept.map { String(document.words(in: $0)) } == concept)
}
