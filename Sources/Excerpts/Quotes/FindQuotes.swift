// Finds quotations and who said them: marks, then candidates, then the ranker, then names.

import Articles

/// Fills `quotes` and `notSpeech`.
func findQuotes(in text: String, passages: [Passage], into excerpts: inout FoundExcerpts) {
  findQuotes(in: text, passages: passages, weights: .builtIn, into: &excerpts)
}

/// The same with other weights, so that the trainer measures what the reader does.
package func findQuotes(
  in text: String, passages: [Passage], weights: RankerWeights, into excerpts: inout FoundExcerpts
) {
  var finder = QuoteFinder(text: text, weights: weights)
  QuoteReading.forEachScene(in: text, passages) { scene, base in
    finder.find(in: scene, base: base)
  }
  HeadlineSpeakers(text).fill(&finder.quotes)
  excerpts.quotes = finder.quotes
  excerpts.notSpeech = finder.notSpeech
}

/// Walks through the scenes of an article and keeps what outlives them: the cast and the numbers.
private struct QuoteFinder {
  let text: String
  var quotes: [Quote] = []
  var notSpeech: [NotSpeech] = []
  private var cast = Cast()
  private let weights: RankerWeights
  private var paragraphs = 0

  init(text: String, weights: RankerWeights) {
    self.text = text
    self.weights = weights
  }

  mutating func find(in scene: Scene, base: Int) {
    for mention in scene.mentions where mention.isName {
      cast.add(mention, scene, base: base, paragraph: paragraphs + mention.paragraph)
    }
    paragraphs += scene.paragraphs.count
    guard !scene.pieces.isEmpty else { return }
    let naming = SpeakerNaming(
      scene: scene, base: base, cast: SceneCast(cast, scene), text: text)
    var ranker = SpeakerRanker(weights, scene)
    for chain in QuoteChain.chains(of: scene) {
      let shares = ranker.probabilities(chain)
      var writer = QuoteWriter(
        naming: naming, weights: weights,
        firstUtterance: (quotes.last?.utterance ?? -1) + 1)
      for (context, shares) in zip(chain.contexts, shares) {
        switch writer.decide(context, shares) {
        case .quote(let quote): quotes.append(quote)
        case .notSpeech(let remark): notSpeech.append(remark)
        }
      }
    }
  }
}
