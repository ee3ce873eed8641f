// Corrections of speakers worked into what was found, beside those of titles and blocks: by their
// words, so that they hold when an article is parsed anew. One whose words are gone does nothing and
// is kept.

internal import Articles
internal import Excerpts

extension Array where Element == Correction {
  /// The article and its excerpts as a reader wants them.
  func applied(
    to parsed: ParsedArticle, _ found: FoundExcerpts
  ) -> (parsed: ParsedArticle, excerpts: FoundExcerpts) {
    var found = found
    for case .speaker(let anchor, let name) in self {
      if let range = anchor.range(in: parsed.document.text) { found.name(name, of: range) }
    }
    return (parsed.corrected(by: self), found)
  }
}

extension FoundExcerpts {
  /// Names who said the words of a range, and of the other pieces of its utterance.
  fileprivate mutating func name(_ name: String?, of range: TextRange) {
    guard let chosen = quotes.first(where: { $0.range.overlaps(range) }) else { return }
    for index in quotes.indices where quotes[index].utterance == chosen.utterance {
      let known = quotes.lazy.compactMap(\.speaker).first { $0.name == name }
      quotes[index].speaker = name.map { name in
        known ?? Speaker(mention: quotes[index].speaker?.mention ?? range, name: name)
      }
      quotes[index].confidence = 1
    }
  }
}
