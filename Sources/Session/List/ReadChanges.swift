import Articles

/// What was done to what counts as read, and undone.
struct ReadChanges: Equatable, Sendable {
  /// One change: the articles that had it the other way before.
  struct Change: Equatable, Sendable {
    var ids: [ArticleID]
    var isRead: Bool
  }

  var done: [Change] = []
  var undone: [Change] = []
}

extension ListState {
  /// Whether an article counts as read; nil for one that is not listed.
  func isRead(_ id: ArticleID) -> Bool? { entries.first { $0.id == id }?.isRead }

  /// Changes what counts as read.
  ///
  /// - Returns: the articles that were otherwise before.
  @discardableResult
  mutating func setRead(_ isRead: Bool, of ids: Set<ArticleID>) -> [ArticleID] {
    var changed: [ArticleID] = []
    for place in entries.indices {
      guard let id = entries[place].id, ids.contains(id), entries[place].isRead != isRead else {
        continue
      }
      entries[place].isRead = isRead
      changed.append(id)
    }
    countedUnread += isRead ? -changed.count : changed.count
    return changed
  }
}

extension AppState {
  /// Changes what counts as read so that it can be undone.
  ///
  /// - Returns: how many articles changed.
  mutating func mark(_ ids: Set<ArticleID>, asRead isRead: Bool) -> Int {
    let changed = list.setRead(isRead, of: ids)
    guard !changed.isEmpty else { return 0 }
    readChanges.done.append(ReadChanges.Change(ids: changed, isRead: isRead))
    readChanges.undone = []
    return changed.count
  }

  mutating func undoReadChange() {
    guard let change = readChanges.done.popLast() else { return }
    list.setRead(!change.isRead, of: Set(change.ids))
    readChanges.undone.append(change)
    notice = Notice("Undone: \(change.sentence).")
  }

  mutating func redoReadChange() {
    guard let change = readChanges.undone.popLast() else { return }
    list.setRead(change.isRead, of: Set(change.ids))
    readChanges.done.append(change)
    notice = Notice("Done again: \(change.sentence).")
  }
}

extension ReadChanges.Change {
  fileprivate var sentence: String {
    "\(ids.count) \(ids.count == 1 ? "article" : "articles") marked \(isRead ? "read" : "unread")"
  }
}
