// What a reader corrected, worked into what was parsed and found.

internal import Articles
internal import Excerpts

extension Array where Element == Correction {
  /// The article and its excerpts as a reader wants them.
  func applied(
    to parsed: ParsedArticle, _ found: FoundExcerpts
  ) -> (parsed: ParsedArticle, excerpts: FoundExcerpts) {
    (parsed.corrected(by: self), found.corrected(by: self, in: parsed.document.text))
  }
}
