// Where the points are lost: for each quotation of the annotators what became of it, as lines of
// JSON with places and kinds only.

import Articles
import Excerpts
import Foundation

/// Compares the ranker's answers with the annotators'.
struct ErrorReport {
  let article: LabelledArticle
  let trainer: Trainer

  /// One line for each quotation of either side that went wrong or right.
  func lines() -> [String] {
    var lines: [String] = []
    var seen = Set<Int>()
    for (chain, examples) in article.chains.enumerated() {
      let shares = SpeakerChain.marginals(of: trainer.links(examples))
      for (place, example) in examples.enumerated() {
        let right = article.right[chain][place]
        let words = example.words.bounds
        let gold = article.article.quotes.firstIndex {
          $0.words.overlaps(words) && $0.words.clamped(to: words).count * 2 > words.count
        }
        if let gold { seen.insert(gold) }
        lines.append(line(example, shares[place], right, gold.map { article.article.quotes[$0] }))
      }
    }
    for (number, quote) in article.article.quotes.enumerated() where !seen.contains(number) {
      lines.append(text(["kind": "span", "words": scalars(quote.words)]))
    }
    return lines
  }

  private func line(
    _ example: QuoteExamples.Example, _ shares: [Float], _ right: [Bool]?, _ gold: GoldQuote?
  ) -> String {
    let best = shares.indices.max { shares[$0] < shares[$1] } ?? 0
    let rightShare = right.map { right in
      zip(right, shares).reduce(Float(0)) { $0 + ($1.0 ? $1.1 : 0) }
    }
    var kind = "right"
    if let gold {
      if right == nil {
        kind = "no candidate"
      } else if shares[1] > 0.5 {
        kind = "taken for term"
      } else if right?[best] != true {
        kind = gold.speaker == nil ? "nobody" : best == 0 ? "took nobody" : "wrong speaker"
      }
    } else {
      kind = right == nil ? "ignored" : shares[1] > 0.5 ? "term" : "spurious"
    }
    return text([
      "kind": kind, "words": scalars(example.words.bounds),
      "speaker": gold?.speaker.map { scalars($0) } ?? [],
      "right": rightShare.map { Double($0) } ?? -1,
      "candidates": shares.indices.map { place -> [Any] in
        let mention = example.candidates[place].mention.map { scalars($0.bounds) } ?? [place, -1]
        return mention + [Double(shares[place]), right?[place] == true]
      },
    ])
  }

  private func scalars(_ range: Range<Int>) -> [Int] {
    [article.article.scalar(range.lowerBound), article.article.scalar(range.upperBound)]
  }

  private func text(_ object: [String: Any]) -> String {
    var object = object
    object["id"] = article.article.id
    let data = try? JSONSerialization.data(withJSONObject: object, options: [.sortedKeys])
    return String(decoding: data ?? Data(), as: UTF8.self)
  }
}
