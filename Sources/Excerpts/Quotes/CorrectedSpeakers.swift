// Who a reader says it was. Quotes are found by the words that were corrected, so that this holds
// when an article is read anew; a correction whose words are gone does nothing.

public import Articles

extension FoundExcerpts {
  /// The excerpts with the speakers that a reader named.
  ///
  /// - Parameters:
  ///   - corrections: what was corrected; all but speakers concerns the article alone.
  ///   - text: the article's canonical text.
  /// - Returns: the same quotes; the pieces of an utterance have one speaker.
  public func corrected(by corrections: [Correction], in text: String) -> FoundExcerpts {
    var corrected = self
    for case .speaker(let anchor, let name) in corrections {
      if let range = anchor.range(in: text) { corrected.name(name, of: range) }
    }
    return corrected
  }

  private mutating func name(_ name: String?, of range: TextRange) {
    guard let chosen = quotes.first(where: { $0.range.overlaps(range) }) else { return }
    let isFound = chosen.speaker?.name.lowercased() == name?.lowercased()
    let known = name.flatMap { name in
      quotes.lazy.compactMap(\.speaker).first { $0.name.lowercased() == name.lowercased() }
    }
    for index in quotes.indices where quotes[index].utterance == chosen.utterance {
      quotes[index].candidates = []
      quotes[index].confidence = 1
      if isFound { continue }
      let piece = quotes[index].range
      quotes[index].speaker = name.map { Self.speaker($0, known: known, saying: piece) }
      // The words beside the quote report somebody else.
      quotes[index].cue = nil
      for figure in figures.indices where piece.contains(figures[figure].range.lowerBound) {
        figures[figure].source = known.map { $0.introduction ?? $0.mention }
      }
    }
  }

  /// What is known of a person, but not what stands beside another quote of theirs.
  private static func speaker(
    _ name: String, known: Speaker?, saying piece: TextRange
  ) -> Speaker {
    var speaker = known ?? Speaker(mention: piece, name: name)
    speaker.mention = piece
    speaker.via = nil
    return speaker
  }
}
