// Scores candidates with the fitted weights and tells how probable each is.

/// The ranker with its weights at hand.
struct SpeakerRanker {
  let weights: RankerWeights
  private var list = FeatureList()

  init(_ weights: RankerWeights) {
    self.weights = weights
  }

  /// The probability of each candidate of each quotation of a chain.
  mutating func probabilities(_ chain: QuoteChain, _ scene: Scene) -> [[Float]] {
    var features = SpeakerFeatures(scene)
    var links: [ChainLink] = []
    for (place, context) in chain.contexts.enumerated() {
      var scores: [Float] = []
      for candidate in context.candidates {
        features.fill(&list, context, candidate)
        scores.append(weights.score(list))
      }
      var link = ChainLink(scores: scores, relations: [], relationScores: [])
      if place > 0 {
        let pair = PairContext(chain.contexts[place - 1], context, scene)
        link.relations = pair.relations(scene)
        var isUsed = Array(repeating: false, count: PairRelation.count)
        for relation in link.relations { isUsed[Int(relation)] = true }
        link.relationScores = isUsed.indices.map { relation in
          guard isUsed[relation] else { return 0 }
          pair.fill(&list, relation: relation)
          return weights.score(list)
        }
      }
      links.append(link)
    }
    return SpeakerChain.marginals(of: links)
  }
}
