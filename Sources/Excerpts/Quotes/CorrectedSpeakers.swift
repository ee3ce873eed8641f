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
    let known = name.flatMap { name in
      quotes.lazy.compactMap(\.speaker).first { $0.name.lowercased() == name.lowercased() }
    }
    for index in quotes.indices where quotes[index].utterance == chosen.utterance {
      let mention = quotes[index].speaker?.mention ?? range
      quotes[index].speaker = name.map { known ?? Speaker(mention: mention, name: $0) }
      quotes[index].candidates = []
      quotes[index].confidence = 1
    }
  }
}
