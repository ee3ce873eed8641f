// Corrections worked into an article: found by their words, so that they hold when it is parsed
// anew. One whose words are gone does nothing and is kept.

internal import Articles
internal import Excerpts

extension Array where Element == Correction {
  /// The article and its excerpts as a reader wants them.
  func applied(
    to parsed: ParsedArticle, _ found: FoundExcerpts
  ) -> (parsed: ParsedArticle, excerpts: FoundExcerpts) {
    var parsed = parsed
    var found = found
    for correction in self {
      switch correction {
      case .title(let title): parsed.metadata.title = title
      case .speaker(let anchor, let name):
        guard let range = anchor.range(in: parsed.document.text) else { continue }
        found.name(name, of: range)
      case .role(let anchor, let role):
        guard let range = anchor.range(in: parsed.document.text) else { continue }
        parsed.document.setRole(role, at: range)
      }
    }
    return (parsed, found)
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

extension Document {
  fileprivate mutating func setRole(_ role: BlockRole, at range: TextRange) {
    guard let index = blocks.firstIndex(where: { $0.range.overlaps(range) }) else { return }
    blocks[index].role = role
    blocks[index].reason = role.isHidden ? "hidden by the reader" : nil
  }
}
