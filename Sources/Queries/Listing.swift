// What can be asked of a library, and what can be done to it, as values: the session makes them and
// the store performs them.

public import Articles

/// A list of articles: which ones, and in which order.
public struct Listing: Hashable, Sendable {
  /// By what the list is ordered; articles that are equal in it stand newest first.
  public enum Order: String, Hashable, Sendable, CaseIterable {
    /// Newest first; the source's name; longest first; most quotes first.
    case date, source, length, quotes
  }

  /// Which articles.
  public var query: Query
  /// In which order.
  public var order: Order
  /// Whether the whole order is turned round: oldest first, and so on.
  public var isReversed: Bool
  /// Whether archived articles belong to it; searches have them, the list does not.
  public var includesArchived: Bool

  /// Makes a listing; all that is current, newest first, unless said otherwise.
  public init(
    _ query: Query = .everything, order: Order = .date, isReversed: Bool = false,
    includesArchived: Bool = false
  ) {
    self.query = query
    self.order = order
    self.isReversed = isReversed
    self.includesArchived = includesArchived
  }
}

/// From where a page of a listing is read.
public enum PageAnchor: Hashable, Sendable {
  /// The beginning.
  case first
  /// The end.
  case last
  /// What follows an article.
  case after(ArticleID)
  /// What precedes an article.
  case before(ArticleID)
  /// What follows so many rows. They are counted off, so this takes time in their number.
  case place(Int)
}

/// What groups are made by.
public enum Grouping: String, Hashable, Sendable, CaseIterable {
  /// The source, the day, the tag, the collection.
  case source, day, tag, collection
}

/// Articles that a change concerns.
public enum Selection: Hashable, Sendable {
  /// These.
  case articles([ArticleID])
  /// All of a listing at the moment of the change.
  case listing(Listing)
}

/// A change of what is kept. Each is one step of undo.
public enum LibraryChange: Hashable, Sendable {
  /// Marks as read or unread.
  case setRead(Bool, Selection)
  /// Stars or takes the star away.
  case setStarred(Bool, Selection)
  /// Puts into the list, away, or into the bin; `variant` is not for people to choose.
  case move(Selection, to: Shelf)
  /// Gives a tag.
  case tag(String, Selection)
  /// Takes a tag away.
  case untag(String, Selection)
  /// Adds to the end of a collection, which is made if need be.
  case collect(String, Selection)
  /// Takes out of a collection; one that is empty is not shown.
  case uncollect(String, Selection)
  /// Sets a mark; nil removes it.
  case mark(ArticleID, name: String, position: Int?)
  /// Corrects an article.
  case correct(ArticleID, Correction)
  /// Takes a correction back.
  case dropCorrection(ArticleID, Correction)
  /// Saves an excerpt.
  case saveExcerpt(SavedExcerpt)
  /// Changes the remark on a saved excerpt.
  case annotateExcerpt(Int, note: String?)
  /// Drops saved excerpts by their numbers.
  case dropExcerpts([Int])
  /// Saves a search under its name, replacing one of that name.
  case saveSearch(SavedSearch)
  /// Drops a saved search.
  case dropSearch(name: String)
}
