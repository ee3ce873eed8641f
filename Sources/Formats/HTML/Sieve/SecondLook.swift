// What the first look at a page's blocks says about each block's surroundings. Junk stands beside
// junk: a sentence between two boxes is hardly ever the article's.

/// Traits of blocks by the scores that they and those around them have.
package enum SecondLook {
  /// How many blocks on either side are averaged.
  private static let reach = 4
  /// A score from which a block is surely the article's.
  private static let sure = 1.5

  /// For each block the numbers of its further traits; none where it has no score.
  package static func traits(_ scores: [Double?]) -> [[UInt16]] {
    let isSure = scores.map { ($0 ?? 0) > sure }
    var sureBefore = 0
    var sureAfter = isSure.count { $0 }
    return scores.indices.map { index in
      sureAfter -= isSure[index] ? 1 : 0
      defer { sureBefore += isSure[index] ? 1 : 0 }
      guard let score = scores[index] else { return [] }
      let before = scores[max(0, index - reach)..<index].compactMap(\.self)
      let after = scores[(index + 1)..<min(scores.count, index + 1 + reach)].compactMap(\.self)
      return [
        trait(.scoreBefore, index > 0 ? bin(scores[index - 1]) : 8),
        trait(.scoreAfter, index + 1 < scores.count ? bin(scores[index + 1]) : 8),
        trait(.scoresBefore, bin(mean(before))), trait(.scoresAfter, bin(mean(after))),
        trait(.ownScore, bin(score)), trait(.bestAfter, bin(after.max())),
        trait(.sureAfter, min(3, sureAfter)), trait(.sureBefore, min(3, sureBefore)),
      ]
    }
  }

  private static func trait(_ group: TraitGroup, _ value: Int) -> UInt16 {
    UInt16(group.start + value)
  }

  private static func mean(_ scores: [Double]) -> Double? {
    scores.isEmpty ? nil : scores.reduce(0, +) / Double(scores.count)
  }

  /// 0 for none, then in steps of one.
  private static func bin(_ score: Double?) -> Int {
    guard let score else { return 0 }
    return 1 + min(6, max(0, Int((score + 3.5).rounded(.towardZero))))
  }
}
