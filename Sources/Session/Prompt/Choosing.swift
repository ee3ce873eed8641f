// What the command line and help offer, and what marking an offer does.
extension AppState {
  /// The commands that work in the pane that has the keys.
  private var offeredCommands: [Command] {
    Command.all.filter { $0.contexts.contains(paneContext) }
  }

  /// Help: every command of this pane with its keys, or those that match what was typed.
  func helpChoices(matching query: String) -> [PromptChoice] {
    let search = TextSearch(query)
    return offeredCommands.compactMap { command in
      let keys = keyMap.patterns(for: command.name, in: paneContext)
      let words = ([command.name, command.summary] + keys).joined(separator: "\n")
      guard search?.matches(in: words).isEmpty != true else { return nil }
      return PromptChoice(
        command.name, detail: command.summary, keys: keys, heading: command.group.rawValue)
    }
  }

  /// What may stand where a command line ends.
  func completions(of line: String) -> [PromptChoice] {
    let (name, argument) = CommandLine.split(line)
    guard let argument else {
      let name = CommandLine.unforced(name)
      let names = offeredCommands.filter { $0.name.hasPrefix(name) }
      let others = offeredCommands.filter { !$0.name.hasPrefix(name) && $0.name.contains(name) }
      return (names + others).map { command in
        PromptChoice(
          command.name, detail: command.summary,
          keys: keyMap.patterns(for: command.name, in: paneContext))
      }
    }
    let values = Command.named(CommandLine.unforced(name))?.argument?.choices(self) ?? []
    return values.filter { $0.lowercased().hasPrefix(argument.lowercased()) }.map {
      PromptChoice($0)
    }
  }

  /// Marks the next choice, or the previous one for a negative count. In the command line it is
  /// written out at once. On links the other verb is taken.
  mutating func choose(by count: Int, around: Bool = true) -> [Effect] {
    if prompt?.kind == .hints { return changeVerb() }
    if prompt?.isQuery == true, prompt?.chosen == nil {
      let fields = fieldChoices
      prompt?.choices = fields
    }
    guard var prompt, !prompt.choices.isEmpty else { return [] }
    // A directory that is the only choice is entered.
    if prompt.kind == .command, prompt.choices.count == 1, prompt.chosen == 0,
      prompt.line.text.hasSuffix("/")
    {
      return lineChanged()
    }
    let total = prompt.choices.count
    let from = prompt.chosen ?? (count > 0 ? -1 : 0)
    let target = from + count
    let place = around ? (target % total + total) % total : max(0, min(target, total - 1))
    prompt.chosen = place
    if prompt.kind == .command {
      let (name, argument) = CommandLine.split(prompt.line.text)
      let choice = prompt.choices[place]
      prompt.line = LineEditor(
        argument == nil ? choice.text : "\(name) \(choice.argument ?? choice.text)")
    }
    if prompt.isQuery { prompt.line.completeWord(to: prompt.choices[place].argument ?? "") }
    self.prompt = prompt
    return prompt.kind == .command ? previewTyped() : prompt.isQuery ? queryTyped() : []
  }

  /// Tries out the value that the command line names, if its command can be tried out.
  mutating func previewTyped() -> [Effect] {
    guard let prompt else { return [] }
    let (name, argument) = CommandLine.split(prompt.line.text)
    let taken = Command.named(CommandLine.unforced(name))?.argument
    guard let argument, let taken, let preview = taken.preview else {
      self.prompt?.previewed = nil
      return prompt.previewed == nil ? [] : [.useTheme(preferences.theme)]
    }
    let current = taken.current(self)
    let value = taken.choices(self).contains(argument) ? argument : current
    guard value != prompt.previewed ?? current else { return [] }
    self.prompt?.previewed = value == current ? nil : value
    return [preview(value)]
  }
}
