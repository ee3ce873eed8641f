// A table: commands that show what is inside, for a report on a mistake of the program.

import Articles

extension Command {
  static let debugging: [Command] = [
    Command("debug", "Show times, cells and the last command", group: .debugging, in: Context.panes)
    { state, _ in
      state.showsDebug.toggle()
      return []
    },
    Command(
      "dump-state", "Write what the program holds to a file", group: .debugging,
      in: Context.panes, isForceable: true,
      argument: Argument("file", completion: .path, suggestion: { _ in "state.txt" })
    ) { state, invocation in
      state.write(stateDump(state), by: invocation)
    },
    Command(
      "dump-document", "Write the article's tree to a file", group: .debugging,
      in: Context.article, isForceable: true,
      argument: Argument("file", completion: .path, suggestion: { _ in "document.txt" })
    ) { state, invocation in
      state.write(state.reading?.loaded.article.document.dump() ?? "", by: invocation)
    },
  ]
}

extension AppState {
  fileprivate func write(_ text: String, by invocation: Invocation) -> [Effect] {
    guard let path = invocation.argument else { return [] }
    return [.writeFile(path: path, contents: text, replacing: invocation.isForced)]
  }
}
