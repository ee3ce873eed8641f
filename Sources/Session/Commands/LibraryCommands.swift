// A table: commands about the library and what it keeps.

import Articles
import Excerpts
import Queries

extension Command {
  static let library: [Command] = [
    Command(
      "search", "Search the library", group: .library,
      in: Context.panes, keys: ["S"], unavailable: { $0.libraryProblem },
      perform: { state, _ in state.openSearch() }),
    Command(
      "filter", "Narrow the list by a query", group: .library, in: [.list], keys: ["&"],
      unavailable: { $0.listingProblem }, perform: { state, _ in state.openFilter() }),
    Command(
      "group", "Group the library", group: .library, in: Context.panes,
      argument: Argument("by", choices: { _ in Grouping.allCases.map(\.rawValue) }),
      unavailable: { $0.libraryProblem },
      perform: { state, invocation in state.group(by: invocation.argument ?? "") }),
    Command(
      "add", "Keep the article in the library", group: .library, in: Context.panes, keys: ["a"],
      unavailable: { $0.addingProblem }, perform: { state, _ in state.add() }),
    Command(
      "star", "Star the article, or take the star away", group: .library,
      in: [.list, .reading], keys: ["s"], unavailable: { $0.keepingProblem },
      perform: { state, _ in state.toggleStar() }),
    Command(
      "archive", "Put away, or back into the list", group: .library, in: Context.panes,
      keys: ["d"], unavailable: { $0.droppingChange == nil ? $0.keepingProblem : nil },
      perform: { state, _ in state.archive() }),
    Command(
      "delete", "Throw away; undo brings it back", group: .library, in: Context.panes,
      unavailable: { $0.droppingChange == nil ? $0.keepingProblem : nil },
      perform: { state, _ in state.delete() }),
    Command(
      "tag", "Give the article a tag", group: .library, in: Context.panes,
      argument: Argument("name"), unavailable: { $0.keepingProblem },
      perform: { state, invocation in state.tag(invocation.argument ?? "", isTaken: false) }),
    Command(
      "untag", "Take a tag away", group: .library, in: Context.panes,
      argument: Argument("name", choices: { $0.keptTags }), unavailable: { $0.keepingProblem },
      perform: { state, invocation in state.tag(invocation.argument ?? "", isTaken: true) }),
    Command(
      "keep-excerpt", "Keep what is chosen in the panel", group: .library, in: [.side],
      keys: ["s"], unavailable: { $0.keepingProblem },
      perform: { state, _ in state.keepExcerpt() }),
    Command(
      "excerpts", "List what was kept of all articles", group: .library, in: Context.panes,
      keys: ["gs"], unavailable: { $0.libraryProblem },
      perform: { state, _ in state.enterOnce(.excerpts) }),
    Command(
      "save", "Save the search or filter under a name", group: .library, in: [.list],
      argument: Argument("name"), unavailable: { $0.libraryProblem },
      perform: { state, invocation in state.saveSearch(invocation.argument ?? "") }),
    Command(
      "searches", "List the saved searches", group: .library, in: Context.panes, keys: ["gS"],
      unavailable: { $0.libraryProblem }, perform: { state, _ in state.enterOnce(.searches) }),
  ]
}

extension AppState {
  fileprivate mutating func group(by name: String) -> [Effect] {
    guard let grouping = Grouping(rawValue: name) else {
      let names = Grouping.allCases.map(\.rawValue)
      let hint = Spelling.suggestion(for: name, among: names)
      notice = .error("The library cannot be grouped by “\(name)”.\(hint)")
      return []
    }
    return enterOnce(.groups(grouping))
  }

  /// Shows another list, unless it is shown.
  fileprivate mutating func enterOnce(_ source: ListSource) -> [Effect] {
    if list.source != source { enter(source) }
    focus = .list
    return []
  }

  fileprivate mutating func keepExcerpt() -> [Effect] {
    guard let reading, let id = reading.kept?.id, let panel = reading.openPanel,
      let item = reading.chosenItem(in: panel)
    else { return [] }
    var excerpt = SavedExcerpt(
      article: id, kind: .words, anchor: TextAnchor(item.anchor, in: reading.text))
    switch item.subject {
    case .utterance(let number):
      let quote = reading.loaded.excerpts.quotes.first { $0.utterance == number }
      excerpt.kind = .quote
      excerpt.speaker = quote?.speaker?.name
    case .figure(let index):
      let figure = reading.loaded.excerpts.figures[index]
      excerpt.kind = .figure
      excerpt.speaker = figure.source.map { String(reading.loaded.article.document.words(in: $0)) }
    case .voice, .link, .passage: break
    }
    return [.change(.saveExcerpt(excerpt))]
  }
}
