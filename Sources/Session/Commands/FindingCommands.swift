// A table: commands that find words.

extension Command {
  static let finding: [Command] = [
    Command(
      "find", "Find words here", group: .finding, in: Context.panes, keys: ["/"]
    ) { state, _ in state.openFind() },
    Command(
      "next-match", "Go to the next match", group: .finding, in: Context.panes, keys: ["n"]
    ) { state, invocation in
      state.moveByMatches(invocation.times)
    },
    Command(
      "previous-match", "Go to the previous match", group: .finding, in: Context.panes,
      keys: ["N"]
    ) { state, invocation in
      state.moveByMatches(-invocation.times)
    },
    Command(
      "cancel", "Forget what was found; leave the panel", group: .finding, in: Context.panes,
      keys: ["<Esc>"]
    ) { state, _ in
      state.heldKeys = []
      if state.opening != nil || state.list.opensWish {
        state.giveUpOpening()
        return []
      }
      if state.showsDetails {
        state.showsDetails = false
        return []
      }
      if state.focus == .side, state.reading?.found == nil {
        if let panel = state.reading?.openPanel, state.reading?.unrestrict(panel) == true {
          return []
        }
        state.focus = .reading
      }
      if state.focus == .list, state.list.query == nil, state.leaveList() { return [] }
      state.list.query = nil
      state.reading?.found = nil
      state.reading?.selection = nil
      state.reading?.selectNearest()
      state.isZen = false
      return []
    },
  ]
}
