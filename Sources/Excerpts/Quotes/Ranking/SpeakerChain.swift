// The quotations of a run of paragraphs as a chain: each has candidates with scores, and the
// relation of neighbours has scores of its own. Sums over all ways to name the speakers give each
// candidate's probability.

/// One link: a quotation, its candidates' scores, and the scores against the link before.
package struct ChainLink {
  /// The score of each candidate.
  package var scores: [Float]
  /// For each pair (earlier × later, row by row) the number of its relation; empty in the first.
  package var relations: [UInt8]
  /// The score of each relation.
  package var relationScores: [Float]

  package init(scores: [Float], relations: [UInt8], relationScores: [Float]) {
    self.scores = scores
    self.relations = relations
    self.relationScores = relationScores
  }
}

/// Sums and maxima over a chain.
package enum SpeakerChain {
  /// The probability of each candidate of each link.
  ///
  /// - Parameters:
  ///   - links: the chain.
  ///   - allowed: where given, only these candidates count.
  ///   - pairs: called for each later link with the probability of each pair, row by row.
  /// - Returns: one array a link, each adding up to 1.
  package static func marginals(
    of links: [ChainLink], allowed: [[Bool]]? = nil, pairs: ((Int, [Float]) -> Void)? = nil
  ) -> [[Float]] {
    let potentials = links.indices.map { link in
      weights(of: links[link].scores, allowed: allowed?[link])
    }
    let transitions = links.map { $0.relationScores.map { exponential(min(30, max(-30, $0))) } }
    // Holds the sums from the left, each replaced by the result once those from the right are there.
    var result = forwardSums(links, potentials, transitions)
    var backward: [Float] = Array(repeating: 1, count: links.last?.scores.count ?? 0)
    for link in links.indices.reversed() {
      for place in backward.indices { result[link][place] *= backward[place] }
      normalise(&result[link])
      guard link > 0 else { break }
      for place in backward.indices { backward[place] *= potentials[link][place] }
      if let pairs {
        pairs(link, pairMarginals(links[link], transitions[link], result[link - 1], backward))
      }
      backward = backwardSums(
        links[link].relations, transitions[link], backward, count: result[link - 1].count)
    }
    return result
  }

  private static func weights(of scores: [Float], allowed: [Bool]?) -> [Float] {
    let best = scores.indices.reduce(-Float.infinity) { best, place in
      allowed?[place] ?? true ? max(best, scores[place]) : best
    }
    return scores.indices.map { place in
      allowed?[place] ?? true ? exponential(scores[place] - best) : 0
    }
  }

  private static func forwardSums(
    _ links: [ChainLink], _ potentials: [[Float]], _ transitions: [[Float]]
  ) -> [[Float]] {
    var sums: [[Float]] = []
    sums.reserveCapacity(links.count)
    for link in links.indices {
      var current = potentials[link]
      if let previous = sums.last {
        let before = forwardSums(
          links[link].relations, transitions[link], previous, count: current.count)
        for column in current.indices { current[column] *= before[column] }
      }
      normalise(&current)
      sums.append(current)
    }
    return sums
  }

  /// For each candidate of a link the sum over those of the link before.
  private static func forwardSums(
    _ relations: [UInt8], _ transitions: [Float], _ earlier: [Float], count: Int
  ) -> [Float] {
    var sums = Array(repeating: Float(0), count: count)
    for (row, before) in earlier.enumerated() where before > 0 {
      let start = row * count
      for column in 0..<count {
        sums[column] += before * transitions[Int(relations[start + column])]
      }
    }
    return sums
  }

  /// For each candidate of the link before the sum over those of a link. Goes through the table
  /// column by column: sums of one row would wait for each other.
  private static func backwardSums(
    _ relations: [UInt8], _ transitions: [Float], _ later: [Float], count: Int
  ) -> [Float] {
    var sums = Array(repeating: Float(0), count: count)
    for (column, share) in later.enumerated() {
      var place = column
      for row in 0..<count {
        sums[row] += share * transitions[Int(relations[place])]
        place += later.count
      }
    }
    normalise(&sums)
    return sums
  }

  private static func pairMarginals(
    _ link: ChainLink, _ transitions: [Float], _ earlier: [Float], _ later: [Float]
  ) -> [Float] {
    var result: [Float] = []
    result.reserveCapacity(link.relations.count)
    for (row, before) in earlier.enumerated() {
      let start = row * later.count
      for column in later.indices {
        result.append(before * later[column] * transitions[Int(link.relations[start + column])])
      }
    }
    normalise(&result)
    return result
  }

  private static func normalise(_ values: inout [Float]) {
    let sum = values.reduce(0, +)
    guard sum > 0, sum.isFinite else {
      values = Array(repeating: 1 / Float(max(1, values.count)), count: values.count)
      return
    }
    for place in values.indices { values[place] /= sum }
  }

  /// e to the power of a number, to about six digits: 2 to the whole part by the exponent's bits,
  /// a polynomial for the rest. The standard library has none without a C library.
  static func exponential(_ value: Float) -> Float {
    guard value > -80 else { return 0 }
    let scaled = min(value, 80) * 1.442_695
    let whole = scaled.rounded(.down)
    let rest = (scaled - whole) * 0.693_147_2
    let series =
      1 + rest * (1 + rest * (0.5 + rest * (0.166_666_7 + rest * (0.041_666_7 + rest * 0.008_4))))
    return Float(sign: .plus, exponent: Int(whole), significand: series)
  }
}
