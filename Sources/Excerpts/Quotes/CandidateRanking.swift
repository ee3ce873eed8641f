// The candidates of one quotation in order of their probability.

import Prose

/// The likeliest candidate of a quotation, and those that come next.
struct CandidateRanking {
  /// The best mention, or nil where nobody is named.
  let best: Int?
  let confidence: Double
  private let notSpeech: Float
  /// Who may have said it, with their own shares and those of all mentions of the same name.
  private var order: [(mention: Int, share: Float, total: Float)] = []

  init(_ context: PieceContext, _ shares: [Float]) {
    order.reserveCapacity(context.views.count)
    var notSpeech = Float(0)
    for (place, view) in context.views.enumerated() {
      if view.mention == CandidateView.notSpeech {
        notSpeech = shares[place]
      } else {
        let total =
          view.isName ? Self.total(of: view.name, context.views, shares) : shares[place]
        order.append((view.mention, shares[place], total))
      }
    }
    self.notSpeech = notSpeech
    guard let first = Self.place(ofBestIn: order) else {
      (best, confidence) = (nil, 0)
      return
    }
    best = order[first].mention < 0 ? nil : order[first].mention
    confidence = Double(order[first].total)
  }

  /// The mentions that come next, three at most.
  func others() -> [Int] {
    var left = order
    guard let first = Self.place(ofBestIn: left) else { return [] }
    let best = left.remove(at: first)
    left.removeAll { $0.share <= 0.02 || $0.total == best.total }
    var found: [Int] = []
    for _ in 0..<3 {
      guard let next = Self.place(ofBestIn: left) else { break }
      let mention = left.remove(at: next).mention
      if mention >= 0 { found.append(mention) }
    }
    return found
  }

  /// Marked words are no speech where that is likelier than any one speaker; in a language that the
  /// ranker does not know, where it is likelier than all speakers together.
  func isNotSpeech(_ context: PieceContext, _ scene: Scene) -> Bool {
    notSpeech > 0.5
      || Double(notSpeech) > confidence && !isForeign(scene.tokens[context.tokens].prefix(60))
  }

  /// Five words or more with hardly an English article, preposition or pronoun among them.
  private func isForeign(_ tokens: ArraySlice<Lexeme>) -> Bool {
    let words = tokens.count { $0.kind == .word }
    let known = tokens.count { !$0.classes.isDisjoint(with: .grammatical) }
    return words >= 5 && known * 6 < words
  }

  /// The first of the likeliest.
  private static func place(
    ofBestIn order: [(mention: Int, share: Float, total: Float)]
  ) -> Int? {
    var best: Int?
    for place in order.indices {
      guard let known = best else {
        best = place
        continue
      }
      let (one, other) = (order[place], order[known])
      if (one.total, one.share) > (other.total, other.share) { best = place }
    }
    return best
  }

  /// The probability of a name is that of all its mentions.
  private static func total(
    of name: UInt32, _ views: [CandidateView], _ shares: [Float]
  ) -> Float {
    var sum = Float(0)
    for (place, view) in views.enumerated() where view.name == name && view.mention >= 0 {
      sum += shares[place]
    }
    return sum
  }
}
