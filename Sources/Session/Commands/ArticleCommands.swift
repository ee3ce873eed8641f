// A table: commands about articles as wholes.

import Articles
import Queries

extension Command {
  static let articles: [Command] = [
    Command(
      "next-article", "Open the next article", group: .articles, in: Context.article, keys: ["J"]
    ) { state, invocation in state.openNeighbour(by: invocation.times) },
    Command(
      "previous-article", "Open the previous article", group: .articles, in: Context.article,
      keys: ["K"]
    ) { state, invocation in state.openNeighbour(by: -invocation.times) },
    Command(
      "next-unread", "Go to the next unread article", group: .articles, in: Context.panes,
      keys: ["]u"]
    ) { state, invocation in state.goToUnread(by: invocation.times) },
    Command(
      "previous-unread", "Go to the previous unread article", group: .articles,
      in: Context.panes, keys: ["[u"]
    ) { state, invocation in state.goToUnread(by: -invocation.times) },
    Command(
      "toggle-read", "Mark as read or unread", group: .articles, in: Context.panes, keys: ["r"],
      unavailable: { $0.list.count == 0 ? "There is no article yet." : nil },
      perform: { state, _ in state.toggleRead() }),
    Command(
      "mark-all-read", "Mark all articles of the list as read", group: .articles, in: Context.panes,
      keys: ["A"]
    ) { state, _ in state.markAllRead() },
    Command(
      "undo", "Undo the last change of what is kept", group: .articles,
      in: Context.panes, keys: ["u"],
      unavailable: { $0.undoProblem(isRedo: false) },
      perform: { state, _ in
        if state.stepsLibrary(isRedo: false) { return [.undo] }
        state.undoReadChange()
        return []
      }),
    Command(
      "redo", "Do again what was undone", group: .articles, in: Context.panes, keys: ["<C-r>"],
      unavailable: { $0.undoProblem(isRedo: true) },
      perform: { state, _ in
        if state.stepsLibrary(isRedo: true) { return [.redo] }
        state.redoReadChange()
        return []
      }),
    Command(
      "sort", "Sort the list", group: .articles, in: Context.panes,
      argument: Argument("order", choices: { $0.orderNames })
    ) { state, invocation in state.sort(by: invocation.argument ?? "") },
    Command(
      "reload", "Read the source anew", group: .articles, in: Context.panes, keys: ["R"]
    ) { state, _ in state.reload() },
    Command(
      "write", "Write the article to a file", group: .articles, in: Context.article, keys: ["w"],
      aliases: ["w"], isForceable: true,
      argument: Argument(
        "file", completion: .path, suggestion: { $0.reading?.suggestedFileName ?? "" })
    ) { state, invocation in
      guard let path = invocation.argument, let text = state.reading?.plainText else { return [] }
      return [.writeFile(path: path, contents: text, replacing: invocation.isForced)]
    },
    Command(
      "pipe", "Give the article to a command", group: .articles, in: Context.article, keys: ["|"],
      argument: Argument("command", completion: .commandLine)
    ) { state, invocation in state.pipe(to: invocation.argument ?? "") },
  ]
}

extension AppState {
  fileprivate mutating func openNeighbour(by count: Int) -> [Effect] {
    let id = opening ?? reading?.loaded.article.id
    guard let target = list.neighbour(of: id, by: count) else {
      let noun = list.source == .excerpts ? "excerpt" : "article"
      notice = Notice("This is the \(count > 0 ? "last" : "first") \(noun).")
      return []
    }
    let entry = list.entry(at: target)
    if case .group = entry?.subject { return refuseNeighbour() }
    if case .search = entry?.subject { return refuseNeighbour() }
    list.select(target)
    if let entry, entry.id == nil { return openSubject(entry) }
    guard let next = entry?.id else { return openSelected() }
    if next == reading?.loaded.article.id {
      giveUpOpening()
      return []
    }
    return open(next)
  }

  private mutating func refuseNeighbour() -> [Effect] {
    notice = Notice("The list has no articles: each line of it leads to a list of some.")
    return []
  }

  fileprivate mutating func goToUnread(by count: Int) -> [Effect] {
    if !list.source.isWhole {
      return findRow(
        .condition(.state(.unread)), from: list.selectedEntry?.id, steps: count, wraps: false,
        opens: focus != .list)
    }
    let unread = list.entries.indices.filter { !list.entries[$0].isRead }
    let targets =
      count > 0
      ? unread.filter { $0 > list.selected } : unread.filter { $0 < list.selected }.reversed()
    guard !targets.isEmpty else {
      notice = Notice("No unread article \(count > 0 ? "follows" : "comes before").")
      return []
    }
    list.select(targets[min(abs(count), targets.count) - 1])
    guard focus != .list, let id = list.selectedEntry?.id else { return [] }
    return open(id)
  }

  fileprivate mutating func toggleRead() -> [Effect] {
    if keptArticle != nil { return toggleKeptRead() }
    let id = focus == .list ? list.selectedEntry?.id : reading?.loaded.article.id
    guard let id, let isRead = list.isRead(id) else { return [] }
    _ = mark([id], asRead: !isRead)
    if focus != .list { notice = Notice("Marked as \(isRead ? "unread" : "read").") }
    return []
  }

  fileprivate mutating func markAllRead() -> [Effect] {
    if listsLibrary { return markListRead() }
    let count = mark(Set(list.entries.compactMap(\.id)), asRead: true)
    let undo = keyMap.patterns(for: "undo", in: paneContext).first
    let hint = undo.map { " \($0) undoes it." } ?? ""
    notice =
      count == 0
      ? Notice("Everything is read already.")
      : Notice("Marked \(count) \(count == 1 ? "article" : "articles") as read.\(hint)")
    return []
  }

  /// The orders that the list can have.
  fileprivate var orderNames: [String] {
    listsLibrary ? Listing.Order.allCases.map(\.rawValue) : ListOrder.allCases.map(\.rawValue)
  }

  fileprivate mutating func sort(by name: String) -> [Effect] {
    if listsLibrary { return sortLibrary(by: name) }
    guard let order = ListOrder(rawValue: name) else {
      let hint = Spelling.suggestion(for: name, among: orderNames)
      notice = .error("The list cannot be sorted by “\(name)”.\(hint)")
      return []
    }
    let chosen = list.selectedEntry?.id
    list.order = order
    list.arrange()
    if let chosen { list.select(chosen) }
    return []
  }

  /// Sorts a list of the library; the order that it has already is turned round.
  private mutating func sortLibrary(by name: String) -> [Effect] {
    guard var listing = list.source.listing else {
      notice = Notice("This is no list of articles.")
      return []
    }
    guard let order = Listing.Order(rawValue: name) else {
      let hint = Spelling.suggestion(for: name, among: orderNames)
      notice = .error("The library cannot be sorted by “\(name)”.\(hint)")
      return []
    }
    let isRanked = list.source == .results(listing, isRanked: true)
    listing.isReversed = order == listing.order && !isRanked && !listing.isReversed
    listing.order = order
    if case .results = list.source {
      restart(.results(listing, isRanked: false))
    } else {
      restart(.articles(listing))
    }
    notice = Notice("Sorted by \(order.words(isReversed: listing.isReversed)).")
    return []
  }

  fileprivate mutating func reload() -> [Effect] {
    if focus == .list {
      if listsLibrary {
        refreshLists()
        return []
      }
      let ids = list.entries.compactMap(\.id)
      return ids.isEmpty ? [] : [.survey(ids)]
    }
    return reading.map { open($0.loaded.article.id) } ?? []
  }

  fileprivate mutating func pipe(to command: String) -> [Effect] {
    guard let text = reading?.plainText else { return [] }
    do {
      return [.pipe(arguments: try splitArguments(command), input: text)]
    } catch {
      notice = .error(error.sentence)
      return []
    }
  }
}

extension AppState {
  /// Whether a step of undo is the library's.
  fileprivate func stepsLibrary(isRedo: Bool) -> Bool {
    guard library != nil else { return false }
    return listsLibrary || (isRedo ? readChanges.undone : readChanges.done).isEmpty
  }

  fileprivate func undoProblem(isRedo: Bool) -> String? {
    let changes = isRedo ? readChanges.undone : readChanges.done
    if !changes.isEmpty { return nil }
    if stepsLibrary(isRedo: isRedo), reading?.kept != nil || library?.status != .unknown {
      if case .failed(let sentence) = library?.status { return sentence }
      return nil
    }
    return isRedo ? "There is nothing to do again." : "There is nothing to undo."
  }
}

extension Listing.Order {
  fileprivate func words(isReversed: Bool) -> String {
    switch (self, isReversed) {
    case (.date, false): "date, newest first"
    case (.date, true): "date, oldest first"
    case (.source, false): "source"
    case (.source, true): "source, from the end of the alphabet"
    case (.length, false): "length, longest first"
    case (.length, true): "length, shortest first"
    case (.quotes, false): "quotes, most first"
    case (.quotes, true): "quotes, fewest first"
    }
  }
}
