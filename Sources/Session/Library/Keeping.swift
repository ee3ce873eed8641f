// Changes of what the library keeps. What a person sees changes at once; the library's answer says
// what became of it.

import Articles
import Queries
import Typesetting

extension AppState {
  /// The article of the library that commands mean: the chosen one in the list, else the open one.
  var keptArticle: ArticleID? {
    guard focus == .list else { return reading?.kept?.id }
    return listsLibrary ? list.selectedEntry?.id : keptTwin(of: list.selectedEntry?.id)
  }

  /// The library's name of a listed file, where it is the open article.
  private func keptTwin(of id: ArticleID?) -> ArticleID? {
    id != nil && id == reading?.loaded.article.id ? reading?.kept?.id : nil
  }

  /// Why nothing can be kept about the article that is meant; nil where it can.
  var keepingProblem: String? {
    if case .failed(let sentence) = library?.status { return sentence }
    if keptArticle != nil { return nil }
    if listsLibrary {
      return list.count == 0 ? "There is no article here." : "This is no article."
    }
    guard library != nil else { return "There is no library here." }
    let key = keyMap.patterns(for: "add", in: paneContext).first.map(KeyMap.shown)
    return "This article is not in the library: \(key ?? ":add") keeps it there."
  }

  /// What is known of the article that is meant.
  var keptStatus: ReadingStatus {
    if focus != .list || !listsLibrary { return reading?.kept?.status ?? ReadingStatus() }
    let entry = list.selectedEntry
    return ReadingStatus(
      isRead: entry?.isRead ?? false, isStarred: entry?.isStarred ?? false,
      shelf: entry?.shelf ?? .current)
  }

  mutating func toggleKeptRead() -> [Effect] {
    guard let id = keptArticle else { return [] }
    let isRead = !keptStatus.isRead
    setRead(isRead, of: id)
    if focus != .list { notice = Notice("Marked as \(isRead ? "read" : "unread").") }
    return [.change(.setRead(isRead, .articles([id])))]
  }

  /// Shows an article as read or unread wherever it is.
  mutating func setRead(_ isRead: Bool, of id: ArticleID) {
    list.setRead(isRead, of: [id])
    if reading?.kept?.id == id, let own = reading?.loaded.article.id {
      list.setRead(isRead, of: [own])
    }
    for place in outerLists.indices { outerLists[place].setRead(isRead, of: [id]) }
    if reading?.kept?.id == id { reading?.kept?.status.isRead = isRead }
  }

  mutating func toggleStar() -> [Effect] {
    guard let id = keptArticle else { return [] }
    let isStarred = !keptStatus.isStarred
    setStarred(isStarred, of: id)
    if focus != .list { notice = Notice(isStarred ? "Starred." : "The star is taken away.") }
    return [.change(.setStarred(isStarred, .articles([id])))]
  }

  private mutating func setStarred(_ isStarred: Bool, of id: ArticleID) {
    list.setStarred(isStarred, of: id)
    for place in outerLists.indices { outerLists[place].setStarred(isStarred, of: id) }
    if reading?.kept?.id == id { reading?.kept?.status.isStarred = isStarred }
  }

  mutating func markListRead() -> [Effect] {
    guard let listing = list.source.listing else {
      notice = Notice("This is no list of articles.")
      return []
    }
    return [.change(.setRead(true, .listing(listing)))]
  }

  /// Puts the article away, or back into the list; drops an excerpt or a search from its list.
  mutating func archive() -> [Effect] {
    if let change = droppingChange { return [.change(change)] }
    guard let id = keptArticle else { return [] }
    return move(id, to: keptStatus.shelf == .current ? .archived : .current)
  }

  mutating func delete() -> [Effect] {
    if let change = droppingChange { return [.change(change)] }
    guard let id = keptArticle else { return [] }
    return move(id, to: .deleted)
  }

  /// What takes the chosen entry away where it is no article.
  var droppingChange: LibraryChange? {
    guard focus == .list else { return nil }
    switch list.selectedEntry?.subject {
    case .excerpt(let number, _, _): return .dropExcerpts([number])
    case .search(let search): return .dropSearch(name: search.name)
    case .article, .group, nil: return nil
    }
  }

  mutating func move(_ id: ArticleID, to shelf: Shelf) -> [Effect] {
    if reading?.kept?.id == id { reading?.kept?.status.shelf = shelf }
    // The list shows the next article at once; a search shows what is archived too.
    if case .articles = list.source, shelf != .current { list.remove([id]) }
    return [.change(.move(.articles([id]), to: shelf))]
  }

  mutating func tag(_ name: String, isTaken: Bool) -> [Effect] {
    guard let id = keptArticle else { return [] }
    let name = name.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard !name.isEmpty else { return [] }
    return [.change(isTaken ? .untag(name, .articles([id])) : .tag(name, .articles([id])))]
  }

  /// The tags of the article that is meant.
  var keptTags: [String] {
    focus == .list ? list.selectedEntry?.tags ?? [] : reading?.kept?.tags ?? []
  }

  /// Saves what the list shows under a name.
  mutating func saveSearch(_ name: String) -> [Effect] {
    guard let query = list.source.listing?.query, query != .everything else {
      notice = Notice("Search or filter first; then this keeps the query under a name.")
      return []
    }
    let search = SavedSearch(name: name, query: query.description)
    return [.change(.saveSearch(search))]
  }
}

// MARK: - Answers

extension AppState {
  /// Tells what a change did, where that cannot be seen, and reads anew what it may have moved.
  mutating func accept(_ change: LibraryChange, _ sentence: String?) -> [Effect] {
    switch change {
    case .setRead, .setStarred, .mark:
      if show(change) { return recount() }
    case .correct, .dropCorrection:
      refreshLists()
      return []
    default: break
    }
    refreshLists()
    let undo = keyMap.patterns(for: "undo", in: paneContext).first.map(KeyMap.shown)
    notice = Notice(
      sentence.map { "\($0).\(undo.map { " \($0) undoes it." } ?? "")" } ?? "Nothing changed.")
    return refreshArticle()
  }

  /// Tells what was undone or done again.
  mutating func acceptStep(_ sentence: String?, isRedo: Bool) -> [Effect] {
    guard let sentence else {
      notice = Notice(isRedo ? "There is nothing to do again." : "There is nothing to undo.")
      return []
    }
    notice = Notice("\(isRedo ? "Done again" : "Undone"): \(sentence).")
    refreshLists()
    // An empty library lists the samples, and may have something again.
    return !listsLibrary && library?.status == .empty
      ? acceptChangeElsewhere() : refreshArticle()
  }

  /// Shows marks of single articles, which rows that were read before do not have; false where
  /// these are others.
  private mutating func show(_ change: LibraryChange) -> Bool {
    switch change {
    case .setRead(let isRead, .articles(let ids)): for id in ids { setRead(isRead, of: id) }
    case .setStarred(let isStarred, .articles(let ids)):
      for id in ids { setStarred(isStarred, of: id) }
    case .mark: return true
    default: return false
    }
    for place in outerLists.indices where outerLists[place].source != .files {
      outerLists[place].isStale = true
    }
    return true
  }

  /// Counts the list anew, without reading its rows.
  private mutating func recount() -> [Effect] {
    guard !list.source.isWhole else { return [] }
    requestCount += 1
    return [
      .count(
        RowsRequest(
          source: list.source, anchor: .place(0), count: 0, countsAll: true, number: requestCount))
    ]
  }

  /// Reads the open article anew for what is kept about it.
  mutating func refreshArticle() -> [Effect] {
    guard opening == nil, let id = reading?.loaded.article.id, id == reading?.kept?.id else {
      return []
    }
    refreshing = id
    return [.load(id)]
  }

  /// Takes the open article anew; one stays where one is.
  mutating func acceptRefreshed(_ loaded: LoadedArticle) {
    refreshing = nil
    guard var next = reading, next.loaded.article.id == loaded.article.id else { return }
    // Opening it anew stopped the search for excerpts.
    next.asked = nil
    if let kept = loaded.kept { next.take(kept) }
    if next.loaded != loaded,
      next.loaded.article != loaded.article
        || next.loaded.corrections != loaded.corrections
    {
      let earlier = next
      next = ReadingState(
        loaded, measure: earlier.typeset.measure, position: earlier.topPosition)
      next.openPanel = earlier.openPanel
      next.resume(earlier)
      if let kept = loaded.kept { next.take(kept) }
      next.selectNearest()
    }
    reading = next
  }
}

extension ListState {
  mutating func setStarred(_ isStarred: Bool, of id: ArticleID) {
    for place in entries.indices where entries[place].id == id {
      entries[place].isStarred = isStarred
    }
  }
}

extension ReadingState {
  /// Takes what the library keeps anew. Where one is stays, and is not written again: another window
  /// may have the article open too, and would answer in kind.
  mutating func take(_ facts: KeptFacts) {
    kept = facts
    kept?.status.position = topPosition
    takeMarks()
  }

  /// Takes the marks that the library keeps.
  mutating func takeMarks() {
    guard let kept else { return }
    marks = [:]
    for mark in kept.marks {
      guard let letter = mark.name.first else { continue }
      marks[letter] = Place(
        topPosition: mark.position, point: mark.position, top: typeset.firstRow,
        line: typeset.firstRow, measure: 0, showsHidden: false, sideways: [:])
    }
  }

  /// Where the article is being read, for the library; nil where it knows.
  var positionToKeep: (id: ArticleID, position: Int)? {
    guard let kept, kept.status.position != topPosition else { return nil }
    return (kept.id, topPosition)
  }
}
