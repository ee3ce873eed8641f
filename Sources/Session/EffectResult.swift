public import Articles

/// What came of an effect. Results name the article they belong to, so that late ones are told
/// apart and dropped.
public enum EffectResult: Equatable, Sendable {
  /// The articles there are, in their own order; replaces the list.
  case listed([ListEntry])
  /// Titles and counts of some articles of the list.
  case surveyed([ListEntry])
  /// An article was read.
  case loaded(ArticleID, LoadedArticle)
  /// Excerpts of an article that was read already were found, those of a long text in part.
  case foundExcerpts(LoadedArticle)
  /// All of a long text was looked through.
  case searched(SearchRequest, FoundText)
  /// Something could not be done; with the article where it concerns one.
  case failed(Notice, ArticleID?)
  /// A file was written at this path.
  case wrote(String)
  /// A command that was given the article ended; its outcome in a sentence.
  case piped(Notice)
  /// Something worth a sentence.
  case noticed(Notice)
  /// Several things at once: the first is shown, all are kept among the messages.
  case noted([Notice])
  /// What a word of the command line may become.
  case completions(of: String, [String])
  /// The screen is drawn with this theme now, whether it was asked for or is a fallback.
  case themeChanged(String)
}
