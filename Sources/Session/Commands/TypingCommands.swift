// A table: commands that work while a line is typed.

extension Command {
  static let typing: [Command] = [
    Command("accept", "Do what the line says", group: .typing, in: [.prompt], keys: ["<Enter>"]) {
      state, _ in state.acceptPrompt()
    },
    Command(
      "cancel-prompt", "Leave the prompt", group: .typing, in: [.prompt],
      keys: ["<Esc>", "<C-c>", "<C-g>"]
    ) { state, _ in state.cancelPrompt() },
    Command(
      "next-choice", "Take the next completion", group: .typing, in: [.prompt],
      keys: ["<Tab>", "<C-n>"]
    ) { state, _ in state.choose(by: 1) },
    Command(
      "previous-choice", "Take the previous completion", group: .typing, in: [.prompt],
      keys: ["<S-Tab>", "<C-p>"]
    ) { state, _ in state.choose(by: -1) },
    Command(
      "choices-down", "Go ten entries down", group: .typing, in: [.prompt], keys: ["<PageDown>"]
    ) { state, _ in state.choose(by: 10, around: false) },
    Command(
      "choices-up", "Go ten entries up", group: .typing, in: [.prompt], keys: ["<PageUp>"]
    ) { state, _ in state.choose(by: -10, around: false) },
    Command(
      "older-line", "Take an older line, or the entry above", group: .typing, in: [.prompt],
      keys: ["<Up>"]
    ) { state, _ in state.recall(1) },
    Command(
      "newer-line", "Take a newer line, or the entry below", group: .typing, in: [.prompt],
      keys: ["<Down>"]
    ) { state, _ in state.recall(-1) },
    Command(
      "erase", "Erase the character before", group: .typing, in: [.prompt],
      keys: ["<BS>", "<C-h>"]
    ) { state, _ in state.erase() },
    Command(
      "erase-after", "Erase the character after", group: .typing, in: [.prompt],
      keys: ["<Del>", "<C-d>"]
    ) { state, _ in state.edit { $0.deleteForward() } },
    Command(
      "erase-word", "Erase the word before", group: .typing, in: [.prompt], keys: ["<C-w>"]
    ) { state, _ in state.edit { $0.deleteWord() } },
    Command(
      "erase-line", "Erase to the start of the line", group: .typing, in: [.prompt],
      keys: ["<C-u>"]
    ) { state, _ in state.edit { $0.deleteToStart() } },
    Command(
      "line-start", "Go to the start of the line", group: .typing, in: [.prompt],
      keys: ["<C-a>", "<Home>"]
    ) { state, _ in state.edit { $0.moveToStart() } },
    Command(
      "line-end", "Go to the end of the line", group: .typing, in: [.prompt],
      keys: ["<C-e>", "<End>"]
    ) { state, _ in state.edit { $0.moveToEnd() } },
    Command(
      "character-left", "Go one character left", group: .typing, in: [.prompt],
      keys: ["<Left>", "<C-b>"]
    ) { state, _ in state.edit { $0.move(by: -1) } },
    Command(
      "character-right", "Go one character right", group: .typing, in: [.prompt],
      keys: ["<Right>", "<C-f>"]
    ) { state, _ in state.edit { $0.move(by: 1) } },
  ]
}
