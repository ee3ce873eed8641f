// A table: commands about articles as wholes.

import Articles

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
      unavailable: { $0.list.entries.isEmpty ? "There is no article yet." : nil },
      perform: { state, _ in state.toggleRead() }),
    Command(
      "mark-all-read", "Mark all articles as read", group: .articles, in: Context.panes,
      keys: ["A"]
    ) { state, _ in state.markAllRead() },
    Command(
      "undo", "Undo a change of read marks", group: .articles, in: Context.panes, keys: ["u"],
      unavailable: { $0.readChanges.done.isEmpty ? "There is nothing to undo." : nil },
      perform: { state, _ in
        state.undoReadChange()
        return []
      }),
    Command(
      "redo", "Do again what was undone", group: .articles, in: Context.panes, keys: ["<C-r>"],
      unavailable: { $0.readChanges.undone.isEmpty ? "There is nothing to do again." : nil },
      perform: { state, _ in
        state.redoReadChange()
        return []
      }),
    Command(
      "sort", "Sort the list", group: .articles, in: Context.panes,
      argument: Argument("order", choices: { _ in ListOrder.allCases.map(\.rawValue) })
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
    let place = list.entries.firstIndex { $0.id == id } ?? list.selected
    let target = max(0, min(list.entries.count - 1, place + count))
    guard target != place, list.entries.indices.contains(target) else {
      notice = Notice(count > 0 ? "This is the last article." : "This is the first article.")
      return []
    }
    list.select(target)
    if list.entries[target].id == reading?.loaded.article.id {
      giveUpOpening()
      return []
    }
    return open(list.entries[target].id)
  }

  fileprivate mutating func goToUnread(by count: Int) -> [Effect] {
    let unread = list.entries.indices.filter { !list.entries[$0].isRead }
    let targets =
      count > 0
      ? unread.filter { $0 > list.selected } : unread.filter { $0 < list.selected }.reversed()
    guard !targets.isEmpty else {
      notice = Notice("No unread article \(count > 0 ? "follows" : "comes before").")
      return []
    }
    list.select(targets[min(abs(count), targets.count) - 1])
    guard focus != .list, let entry = list.selectedEntry else { return [] }
    return open(entry.id)
  }

  fileprivate mutating func toggleRead() -> [Effect] {
    let id = focus == .list ? list.selectedEntry?.id : reading?.loaded.article.id
    guard let id, let isRead = list.isRead(id) else { return [] }
    _ = mark([id], asRead: !isRead)
    if focus != .list { notice = Notice("Marked as \(isRead ? "unread" : "read").") }
    return []
  }

  fileprivate mutating func markAllRead() -> [Effect] {
    let count = mark(Set(list.entries.map(\.id)), asRead: true)
    let undo = keyMap.patterns(for: "undo", in: paneContext).first
    let hint = undo.map { " \($0) undoes it." } ?? ""
    notice =
      count == 0
      ? Notice("Everything is read already.")
      : Notice("Marked \(count) \(count == 1 ? "article" : "articles") as read.\(hint)")
    return []
  }

  fileprivate mutating func sort(by name: String) -> [Effect] {
    guard let order = ListOrder(rawValue: name) else {
      let names = ListOrder.allCases.map(\.rawValue)
      let hint = Spelling.suggestion(for: name, among: names)
      notice = .error("The list cannot be sorted by “\(name)”.\(hint)")
      return []
    }
    let chosen = list.selectedEntry?.id
    list.order = order
    list.arrange()
    if let chosen { list.select(chosen) }
    return []
  }

  fileprivate mutating func reload() -> [Effect] {
    if focus == .list {
      let ids = list.entries.map(\.id)
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
