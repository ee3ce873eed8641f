// A table: commands that move, in the order of help.

extension Command {
  static let moving: [Command] = [
    Command(
      "down", "Move down a line", group: .moving, in: Context.panes, keys: ["j", "<Down>"],
      extraKeys: [.reading: ["<Enter>"]]
    ) { state, invocation in state.move(by: invocation.times) },
    Command(
      "up", "Move up a line", group: .moving, in: Context.panes, keys: ["k", "<Up>"]
    ) { state, invocation in state.move(by: -invocation.times) },
    Command(
      "half-page-down", "Move down half a page", group: .moving, in: Context.panes,
      keys: ["<C-d>"]
    ) { state, invocation in state.page(by: invocation.times, halves: true) },
    Command(
      "half-page-up", "Move up half a page", group: .moving, in: Context.panes, keys: ["<C-u>"]
    ) { state, invocation in state.page(by: -invocation.times, halves: true) },
    Command(
      "page-down", "Move down a page", group: .moving, in: Context.panes,
      keys: ["<Space>", "<C-f>", "<PageDown>"]
    ) { state, invocation in state.page(by: invocation.times) },
    Command(
      "page-up", "Move up a page", group: .moving, in: Context.panes,
      keys: ["b", "<C-b>", "<PageUp>"]
    ) { state, invocation in state.page(by: -invocation.times) },
    Command(
      "start", "Go to the start", group: .moving, in: Context.panes, keys: ["gg", "<Home>"]
    ) { state, invocation in state.moveToEdge(isEnd: false, invocation) },
    Command(
      "end", "Go to the end, or to a line: 5G", group: .moving, in: Context.panes,
      keys: ["G", "<End>"]
    ) { state, invocation in state.moveToEdge(isEnd: true, invocation) },
    Command(
      "percent", "Go to a percentage: 50%", group: .moving, in: Context.panes, keys: ["%"]
    ) { state, invocation in state.movePercent(invocation) },
    Command(
      "next-paragraph", "Go to the next paragraph", group: .moving, in: [.reading], keys: ["}"]
    ) { state, invocation in state.inText { $0.moveByParagraphs(invocation.times) } },
    Command(
      "previous-paragraph", "Go to the previous paragraph", group: .moving, in: [.reading],
      keys: ["{"]
    ) { state, invocation in state.inText { $0.moveByParagraphs(-invocation.times) } },
    Command(
      "next-heading", "Go to the next heading", group: .moving, in: Context.article, keys: ["]]"]
    ) { state, invocation in state.moveByHeadings(invocation.times) },
    Command(
      "previous-heading", "Go to the previous heading", group: .moving, in: Context.article,
      keys: ["[["]
    ) { state, invocation in state.moveByHeadings(-invocation.times) },
    Command(
      "window-top", "Put the reading line at the top", group: .moving,
      in: [.list, .reading], keys: ["H"]
    ) { state, _ in state.moveLine(toPart: 0) },
    Command(
      "window-middle", "Put the reading line in the middle", group: .moving,
      in: [.list, .reading], keys: ["M"]
    ) { state, _ in state.moveLine(toPart: 0.5) },
    Command(
      "window-bottom", "Put the reading line at the bottom", group: .moving,
      in: [.list, .reading], keys: ["L"]
    ) { state, _ in state.moveLine(toPart: 1) },
    Command(
      "jump-back", "Go back to where you were", group: .moving, in: Context.article,
      keys: ["''"]
    ) { state, _ in state.jumpBack() },
    Command(
      "jump-older", "Go back one jump further", group: .moving, in: Context.article,
      keys: ["<C-o>"]
    ) { state, _ in state.jumpOlder() },
    Command(
      "set-mark", "Mark this place with a letter", group: .moving, in: Context.article,
      keys: ["m<letter>"]
    ) { state, invocation in state.setMark(invocation.letter) },
    Command(
      "go-to-mark", "Go to a marked place", group: .moving, in: Context.article,
      keys: ["'<letter>"]
    ) { state, invocation in state.goToMark(invocation.letter) },
    Command(
      "open", "Open the article, or go to the item", group: .moving, in: [.list, .side],
      keys: ["<Enter>", "l", "<Right>"]
    ) { state, _ in state.openChosen() },
    Command(
      "back", "Go back to the pane or list before", group: .moving, in: Context.panes,
      keys: ["h", "<Left>"]
    ) { state, _ in
      state.goBack()
      return []
    },
    Command(
      "close", "Go back; from the list, quit", group: .moving, in: Context.panes, keys: ["q"]
    ) { state, _ in state.close() },
    Command(
      "next-pane", "Go to the next pane", group: .moving, in: Context.panes, keys: ["<Tab>"]
    ) { state, invocation in
      state.moveFocus(by: invocation.times)
      return []
    },
    Command(
      "previous-pane", "Go to the previous pane", group: .moving, in: Context.panes,
      keys: ["<S-Tab>"]
    ) { state, invocation in
      state.moveFocus(by: -invocation.times)
      return []
    },
  ]
}
