// The reader's candidates beside the annotators' answers.

import Articles
import Excerpts

/// An article's chains with the right candidates.
struct LabelledArticle {
  var article: GoldArticle
  var chains: [[QuoteExamples.Example]]
  /// For each chain and quotation, which candidates are right; nil where that is not known.
  var right: [[[Bool]?]]
  /// For each quotation with a known cue, the words that may be it and whether they are.
  var cues: [(words: [[UInt32]], right: [Bool])] = []

  init(_ article: GoldArticle) {
    self.article = article
    let examples = QuoteExamples(article.text)
    chains = examples.chains
    right = chains.map { chain in chain.map { Self.right($0, article) } }
    for chain in chains.indices {
      for quotation in chains[chain].indices { addCues(examples, chain, quotation) }
    }
  }

  private mutating func addCues(_ examples: QuoteExamples, _ chain: Int, _ quotation: Int) {
    let words = chains[chain][quotation].words.bounds
    let gold = article.quotes.first { Self.overlap($0.words, words) * 2 > words.count }
    guard let cue = gold?.cue,
      let candidate = right[chain][quotation]?.firstIndex(of: true)
    else { return }
    let choices = examples.cues(chain, quotation, candidate)
    let right = choices.map { Self.overlap($0.range.bounds, cue) > 0 }
    if right.contains(true), right.contains(false) { cues.append((choices.map(\.features), right)) }
  }

  private static func right(_ example: QuoteExamples.Example, _ article: GoldArticle) -> [Bool]? {
    let words = example.words.bounds
    if article.ignored.contains(where: { overlap($0, words) * 2 > words.count }) { return nil }
    let best = article.quotes.max { overlap($0.words, words) < overlap($1.words, words) }
    guard let best, overlap(best.words, words) * 2 > max(best.words.count, words.count) else {
      let isPart = best.map { overlap($0.words, words) > 0 } ?? false
      return isPart ? nil : example.candidates.map(\.isNotSpeech)
    }
    guard let speaker = best.speaker else {
      return example.candidates.map { $0.mention == nil && !$0.isNotSpeech }
    }
    let head = HeadWord(of: speaker, in: article.text)
    let heads = example.candidates.map { candidate in
      candidate.mention.map { HeadWord(of: $0.bounds, in: article.text) }
    }
    let near = zip(example.candidates, heads).map { candidate, other in
      guard let mention = candidate.mention, let other else { return false }
      return HeadWord.isNear(head, speaker, other, mention.bounds)
    }
    if near.contains(true) { return near }
    let same = zip(example.candidates, heads).map { candidate, other in
      guard let mention = candidate.mention, let other else { return false }
      return HeadWord.agree(head, speaker, other, mention.bounds)
    }
    return same.contains(true) ? same : nil
  }

  private static func overlap(_ one: Range<Int>, _ two: Range<Int>) -> Int {
    max(0, min(one.upperBound, two.upperBound) - max(one.lowerBound, two.lowerBound))
  }
}
