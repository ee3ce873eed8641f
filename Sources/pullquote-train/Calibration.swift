// Fits how often answers of some probability are right: the pool-adjacent-violators rule, thinned
// to a few knots.

import Articles
import Excerpts

/// Collects answers of articles left out of the fitting.
struct Calibration {
  private var answers: [(raw: Double, isRight: Bool)] = []
  private static let answersPerKnot = 150

  /// Adds what a reader without calibration found in an article.
  mutating func add(_ excerpts: FoundExcerpts, _ article: GoldArticle) {
    for quote in excerpts.quotes {
      let words = quote.range.bounds
      if article.ignored.contains(where: { $0.overlaps(words) }) { continue }
      answers.append((quote.confidence, article.isRight(quote)))
    }
  }

  /// The knots in rising order.
  func knots() -> [(raw: Double, right: Double)] {
    let sorted = answers.sorted { $0.raw < $1.raw }
    var pools: [(raw: Double, right: Double, count: Double)] = []
    for start in stride(from: 0, to: sorted.count, by: Self.answersPerKnot) {
      let slice = sorted[start..<min(sorted.count, start + Self.answersPerKnot)]
      let count = Double(slice.count)
      pools.append(
        (
          slice.reduce(0) { $0 + $1.raw } / count,
          Double(slice.count(where: \.isRight)) / count, count
        ))
      while pools.count > 1, pools[pools.count - 2].right >= pools[pools.count - 1].right {
        let (one, two) = (pools[pools.count - 2], pools.removeLast())
        let count = one.count + two.count
        pools[pools.count - 1] = (
          (one.raw * one.count + two.raw * two.count) / count,
          (one.right * one.count + two.right * two.count) / count, count
        )
      }
    }
    return pools.map { (rounded($0.raw), rounded($0.right)) }
  }

  /// The confidence from which answers are right in 98 of 100 cases, and the share of such answers.
  func sureShare() -> (raw: Double, share: Double) {
    let sorted = answers.sorted { $0.raw > $1.raw }
    var right = 0
    var best = (raw: 1.0, share: 0.0)
    for (place, answer) in sorted.enumerated() {
      right += answer.isRight ? 1 : 0
      if Double(right) >= 0.98 * Double(place + 1) {
        best = (answer.raw, Double(place + 1) / Double(sorted.count))
      }
    }
    return best
  }

  private func rounded(_ value: Double) -> Double { (value * 10_000).rounded() / 10_000 }
}

extension GoldArticle {
  /// Whether the annotators have the quotation with this speaker.
  func isRight(_ quote: Quote) -> Bool {
    let words = quote.range.bounds
    let gold = quotes.first {
      $0.words.overlaps(words) && $0.words.clamped(to: words).count * 2 > words.count
    }
    guard let gold else { return false }
    guard let speaker = gold.speaker, let found = quote.speaker?.mention.bounds else {
      return gold.speaker == nil && quote.speaker == nil
    }
    return HeadWord.agree(
      HeadWord(of: speaker, in: text), speaker, HeadWord(of: found, in: text), found)
  }
}
