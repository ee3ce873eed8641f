// `mark`: what a reader does with articles, for scripts. Each call is one step of undo.

internal import Articles
internal import LibraryStore
internal import Queries

/// What can be done with articles.
public enum ArticleMarking: Sendable, Hashable {
  /// Marks as read or unread.
  case read(Bool)
  /// Stars, or takes the star away.
  case starred(Bool)
  /// Puts away, into the bin, or back into the list.
  case archived, deleted, restored
  /// Gives a tag or takes it away.
  case tag(String), untag(String)
  /// Adds to a collection or takes out of it.
  case collect(String), uncollect(String)
}

/// Does something with articles.
///
/// - Parameters:
///   - marking: what.
///   - query: which: a query, or numbers as `#12 #14`.
///   - named: the file of the library; as set where it is nil.
/// - Returns: the exit status: 0; 1 where the library cannot be written; 64 where the query has a
///   mistake.
public func markArticles(_ marking: ArticleMarking, _ query: String, library named: String?)
  -> Int32
{
  let selection: Selection
  do throws(QueryMistake) { selection = try Selection(query) } catch {
    complain(of: error, in: query)
    return 64
  }
  return withLibrary(named) { library in
    if let sentence = try library.perform(marking.change(selection)) {
      Output.standard.write(sentence + "\n")
    } else {
      Output.error.complain(["Nothing was changed."])
    }
    return 0
  }
}

extension ArticleMarking {
  fileprivate func change(_ selection: Selection) -> LibraryChange {
    switch self {
    case .read(let isRead): .setRead(isRead, selection)
    case .starred(let isStarred): .setStarred(isStarred, selection)
    case .archived: .move(selection, to: .archived)
    case .deleted: .move(selection, to: .deleted)
    case .restored: .move(selection, to: .current)
    case .tag(let name): .tag(name, selection)
    case .untag(let name): .untag(name, selection)
    case .collect(let name): .collect(name, selection)
    case .uncollect(let name): .uncollect(name, selection)
    }
  }
}

extension Selection {
  /// Reads a query, or numbers of articles.
  fileprivate init(_ text: String) throws(QueryMistake) {
    let words = text.split(separator: " ")
    if !words.isEmpty, words.allSatisfy({ $0.first == "#" && Int($0.dropFirst()) != nil }) {
      self = .articles(words.map { ArticleID(String($0)) })
    } else {
      self = .listing(Listing(try Query(text), includesArchived: true))
    }
  }
}
