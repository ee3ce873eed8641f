// A table: commands about tables that are wider than the text.

extension Command {
  static let tables: [Command] = [
    Command(
      "scroll-right", "Show a wide table as columns, then further", group: .moving,
      in: Context.article, keys: [">"]
    ) { state, invocation in state.scrollTable(by: invocation.times) },
    Command(
      "scroll-left", "Scroll a wide table back", group: .moving, in: Context.article,
      keys: ["<lt>"]
    ) { state, invocation in state.scrollTable(by: -invocation.times) },
  ]
}

extension AppState {
  fileprivate mutating func scrollTable(by count: Int) -> [Effect] {
    if let problem = reading?.scrollTable(by: count) { notice = problem }
    return []
  }
}
