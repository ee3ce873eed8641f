public import Articles
public import Queries

/// What stands in a place of the command line that the session alone cannot complete.
public enum CompletionPlace: Hashable, Sendable {
  /// A path.
  case path
  /// A program, found in `PATH` or by its path.
  case program
}

/// Something that the runtime is asked to do. A value: what comes of it returns as an event.
public enum Effect: Equatable, Sendable {
  /// Send `Event.woken` once after this time. A later wake replaces an earlier one.
  case wake(after: Duration)
  /// Draw with another theme from now on.
  case useTheme(String)
  /// Read an article, and look where the words of a query stand in it; answered by `loaded` or
  /// `failed`.
  case load(ArticleID, matching: Query? = nil)
  /// Read rows of a list of the library; answered by `rows`, then perhaps by `counted`, or by
  /// `rowsFailed`. A later request of results replaces an earlier one.
  case rows(RowsRequest)
  /// Count the articles of a list of the library anew; answered by `counted`.
  case count(RowsRequest)
  /// Find a row of a list by a condition; answered by `foundRow`.
  case findRow(RowSearch)
  /// Change what the library keeps; answered by `changed`, or by `failed` and `libraryChanged`.
  case change(LibraryChange)
  /// Add an article that was opened from elsewhere to the library, which is made if need be;
  /// answered by `added` or `failed`.
  case add(ArticleID)
  /// Take the latest change of the library back; answered by `undid`.
  case undo
  /// Make the change again that was undone last; answered by `redid`.
  case redo
  /// Remember where an article of the library is being read: within a second, at the end at once.
  case keepPosition(ArticleID, Int)
  /// Find the excerpts in a part of an article, those around a position first; answered by
  /// `foundExcerpts`, in pieces if need be. A later `load` or search for excerpts replaces it.
  case findExcerpts(LoadedArticle, in: TextRange, from: Int)
  /// Look for words in all of a long text; answered by `searched`. A later search replaces it.
  case search(SearchRequest)
  /// Keep a correction in place of an earlier one of the same thing, and read the article anew.
  /// Answered as `load` is.
  case correct(ArticleID, Correction)
  /// Forget a correction, and read the article anew. Answered as `load` is.
  case withdraw(ArticleID, Correction)
  /// Read titles and counts in the background; answered by `surveyed`, in pieces if need be.
  case survey([ArticleID])
  /// Write text to a file; one that is there already only where it may be replaced. Answered by
  /// `wrote` or `failed`.
  case writeFile(path: String, contents: String, replacing: Bool)
  /// Find what a word of the command line may become; answered by `completions`.
  case complete(String, CompletionPlace)
  /// Give text to a command, never through a shell; answered by `piped` or `failed`.
  case pipe(arguments: [String], input: String)
  /// Let a program have the terminal until it ends: its name and its arguments, never through a
  /// shell. Answered by `noticed` where there is something to say.
  case openExternally([String])
  /// Put text on the clipboard.
  case copy(String)
  /// Remember theme, layout and measure for the next start.
  case savePreferences(Preferences)
  /// Stop until the shell continues the program.
  case suspend
  /// Draw the whole screen again.
  case repaint
  /// End the program.
  case quit
}
