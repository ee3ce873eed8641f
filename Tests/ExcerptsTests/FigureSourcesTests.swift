import Articles
import Excerpts
import Testing

/// Sentences and who says their first figure; nil for nobody.
private let sources: [(String, String?)] = [
  ("Growth will be 4%, the bank said.", "bank"),
  ("Pubs close at eight a week, according to the Taverners' Union.", "Taverners' Union"),
  (
    "The gap is £17m, according to its finance officer, Belhaven Row.",
    "finance officer, Belhaven Row"
  ),
  ("Health minister Belhaven Row pledged $145 million.", "Health minister Belhaven Row"),
  ("Traders expect growth of 4%.", "Traders"),
  // What is told of the speaker, and what was done, is nobody's claim.
  ("\"I ran well,\" said Row, who earned $60,000.", nil),
  ("Row, who took five wickets, said he was tired.", nil),
  ("Some 4,200 residents have been told to leave.", nil),
  ("Hospitals in the province admitted 640 people.", nil),
  ("The clerk wrote 847 checks.", nil),
  ("Buyers should expect to pay $40.", nil),
]

@Test(arguments: sources)
func aFigureHasTheSourceThatClaimsIt(text: String, source: String?) throws {
  let document = Document(verbatim: text)
  let figure = try #require(findExcerpts(in: document, kinds: .figures).figures.first)
  #expect(figure.source.map { String(document.words(in: $0)) } == source)
}
