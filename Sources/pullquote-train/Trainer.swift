// Fits the weights: gradient steps on the conditional likelihood of the right speakers in each
// chain, step sizes by AdaGrad, a little decay. At each step some features are left out by chance,
// so that none leans on others that mostly come with it. Single-threaded and seeded, so that the
// same data gives the same weights, bit for bit.

import Excerpts
import Foundation

/// A table of weights being fitted.
struct Trainer {
  private(set) var weights: [Float]
  private var squares: [Float]
  private var seed: UInt64 = 0x5EED_CAFE
  private let rate: Float = 0.03
  private let decay: Float = 2e-4
  private let epochs = 30
  /// The weights are the mean of those after this many epochs and each later one.
  private let firstAveraged = 12
  /// The share of the features that a step sees.
  private let keptShare: Float = 0.6

  init() {
    weights = Array(repeating: 0, count: FeatureList.weightCount)
    squares = Array(repeating: 1, count: FeatureList.weightCount)
  }

  /// Fits the weights to some articles.
  mutating func fit(_ articles: [LabelledArticle]) {
    var order = articles.flatMap { article in
      article.chains.indices.map { (article.chains[$0], article.right[$0]) }
    }
    var cues = articles.flatMap(\.cues)
    var sums: [Float] = Array(repeating: 0, count: weights.count)
    for epoch in 0..<epochs {
      shuffle(&order)
      for (chain, right) in order { step(chain, right) }
      shuffle(&cues)
      for (words, right) in cues { step(words, right) }
      guard epoch >= firstAveraged else { continue }
      for place in weights.indices { sums[place] += weights[place] }
    }
    for place in weights.indices {
      weights[place] = sums[place] * keptShare / Float(epochs - firstAveraged)
    }
  }

  private mutating func random() -> UInt64 {
    seed ^= seed << 13
    seed ^= seed >> 7
    seed ^= seed << 17
    return seed
  }

  private mutating func shuffle<Element>(_ list: inout [Element]) {
    for place in list.indices.reversed() where place > 0 {
      list.swapAt(place, Int(random() % UInt64(place + 1)))
    }
  }

  /// The chain with scores by the present weights.
  func links(_ chain: [QuoteExamples.Example]) -> [ChainLink] {
    chain.map { example in
      ChainLink(
        scores: example.candidates.map { sum($0.features) }, relations: example.relations,
        relationScores: example.relationFeatures.map { sum($0) })
    }
  }

  private func sum(_ features: [UInt32]) -> Float {
    var total: Float = 0
    for feature in features { total += weights[Int(feature)] }
    return total
  }

  private mutating func thinned(_ chain: [QuoteExamples.Example]) -> [QuoteExamples.Example] {
    chain.map { example in
      var example = example
      for place in example.candidates.indices { thin(&example.candidates[place].features) }
      for place in example.relationFeatures.indices { thin(&example.relationFeatures[place]) }
      return example
    }
  }

  private mutating func thin(_ features: inout [UInt32]) {
    let limit = UInt64(keptShare * 65536)
    features.removeAll { _ in random() & 0xFFFF >= limit }
  }

  private mutating func step(_ whole: [QuoteExamples.Example], _ right: [[Bool]?]) {
    let chain = thinned(whole)
    let links = links(chain)
    let allowed = zip(chain, right).map { example, right in
      right ?? Array(repeating: true, count: example.candidates.count)
    }
    var pairChange: [[Float]] = links.map { Array(repeating: 0, count: $0.relationScores.count) }
    let expected = SpeakerChain.marginals(of: links) { link, pairs in
      for (pair, share) in pairs.enumerated() {
        pairChange[link][Int(links[link].relations[pair])] -= share
      }
    }
    let observed = SpeakerChain.marginals(of: links, allowed: allowed) { link, pairs in
      for (pair, share) in pairs.enumerated() {
        pairChange[link][Int(links[link].relations[pair])] += share
      }
    }
    for (link, example) in chain.enumerated() {
      for (place, candidate) in example.candidates.enumerated() {
        change(candidate.features, by: observed[link][place] - expected[link][place])
      }
      for (relation, features) in example.relationFeatures.enumerated() {
        change(features, by: pairChange[link][relation])
      }
    }
  }

  private mutating func step(_ words: [[UInt32]], _ right: [Bool]) {
    let link = ChainLink(scores: words.map { sum($0) }, relations: [], relationScores: [])
    let expected = SpeakerChain.marginals(of: [link])[0]
    let observed = SpeakerChain.marginals(of: [link], allowed: [right])[0]
    for (place, features) in words.enumerated() {
      change(features, by: observed[place] - expected[place])
    }
  }

  private mutating func change(_ features: [UInt32], by gradient: Float) {
    guard abs(gradient) > 1e-3 else { return }
    for feature in features {
      let place = Int(feature)
      let slope = gradient - decay * weights[place]
      squares[place] += slope * slope
      weights[place] += rate * slope / squares[place].squareRoot()
    }
  }
}
