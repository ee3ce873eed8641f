// Scores candidates with the fitted weights and tells how probable each is.

/// The ranker with its weights at hand.
struct SpeakerRanker {
  private let weights: RankerWeights
  private let scene: Scene
  private var mentions: MentionViews

  init(_ weights: RankerWeights, _ scene: Scene) {
    (self.weights, self.scene) = (weights, scene)
    mentions = MentionViews(scene)
  }

  /// The probability of each candidate of each quotation of a chain.
  mutating func probabilities(_ chain: QuoteChain) -> [[Float]] {
    var links: [ChainLink] = []
    links.reserveCapacity(chain.contexts.count)
    for place in chain.contexts.indices {
      var link = ChainLink(
        scores: scores(chain.contexts[place]), relations: [], relationScores: [])
      if place > 0 {
        let pair = PairContext(chain.contexts[place - 1], chain.contexts[place], scene)
        link.relations = pair.relations(scene)
        link.relationScores = scores(link.relations, pair)
      }
      links.append(link)
    }
    return SpeakerChain.marginals(of: links)
  }

  private mutating func scores(_ context: PieceContext) -> [Float] {
    let features = SpeakerFeatures(context, scene)
    var gaps = GapMeasure(context, scene)
    var scores: [Float] = []
    scores.reserveCapacity(context.candidates.count)
    for candidate in context.candidates {
      var sum = FeatureSum(weights)
      if case .mention(let place) = candidate {
        let known = mentions.place(of: place) ?? mentions.add(place, features, weights)
        sum = FeatureSum(weights, own: mentions[known].own)
        features.add(mentions[known].view, gaps.gap(to: place), to: &sum)
      } else {
        features.add(candidate, &gaps, to: &sum)
      }
      scores.append(weights.score(sum))
    }
    return scores
  }

  /// The score of each relation; 0 for those that no pair has.
  private func scores(_ relations: [UInt8], _ pair: PairContext) -> [Float] {
    let used = relations.reduce(into: UInt32(0)) { $0 |= 1 << UInt32($1) }
    return (0..<PairRelation.count).map { relation in
      guard used & 1 << UInt32(relation) != 0 else { return 0 }
      var sum = FeatureSum(weights)
      pair.add(relation: relation, to: &sum)
      return weights.score(sum)
    }
  }
}
