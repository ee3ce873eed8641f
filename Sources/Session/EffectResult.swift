public import Articles
public import Queries

/// What came of an effect. Results name the article they belong to, so that late ones are told
/// apart and dropped.
public enum EffectResult: Equatable, Sendable {
  /// The articles there are, in their own order; replaces the list.
  case listed([ListEntry])
  /// Titles and counts of some articles of the list.
  case surveyed([ListEntry])
  /// Rows of a list of the library were read.
  case rows(RowsRequest, ListRows)
  /// Rows could not be read, for the reason in the sentence.
  case rowsFailed(RowsRequest, String)
  /// The articles of a list were counted.
  case counted(RowsRequest, ArticleCount)
  /// The place of a row that was looked for; nil where there is none.
  case foundRow(RowSearch, Int?)
  /// The library was changed, with what was done in a few words; nil where nothing was.
  case changed(LibraryChange, String?)
  /// A change was taken back, with its words; nil where there was none.
  case undid(String?)
  /// A change was made again, with its words; nil where there was none.
  case redid(String?)
  /// Something else changed the library: what is shown may no longer be right.
  case libraryChanged
  /// The library cannot be used, with a sentence.
  case libraryFailed(String)
  /// An article that was opened from elsewhere is in the library too.
  case kept(ArticleID, KeptFacts)
  /// An article that was opened from elsewhere was added to the library; with a sentence.
  case added(ArticleID, KeptFacts, String)
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
