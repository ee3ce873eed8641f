import Screen

extension AppState {
  /// Runs what a key asks for.
  mutating func press(_ key: KeyPress) -> [Effect] {
    notice = nil
    let typed = pending
    pending = PendingKeys()
    switch keyMap.dispatch(key, after: typed, in: context) {
    case .run(let name, let letter):
      return run(name, Invocation(count: typed.count, letter: letter))
    case .wait(let longer):
      pending = longer
      return longer.keys.isEmpty ? [] : [.wake(after: .milliseconds(400))]
    case .insert(let text):
      return type(text)
    case .forget:
      return []
    case .unknown(let keys):
      notice = Notice(unknownSentence(keys))
      return []
    }
  }

  private func unknownSentence(_ keys: String) -> String {
    let help = keyMap.patterns(for: "help", in: paneContext).first
    let hint = help.map { " \($0) lists the keys." } ?? ""
    return "“\(keys)” does nothing here.\(hint)"
  }

  /// Puts pasted text into the prompt; elsewhere it is refused, since it must not run keys.
  mutating func paste(_ text: String) -> [Effect] {
    guard let prompt, prompt.kind != .hints else {
      notice = Notice("Text can be pasted where something is being typed.")
      return []
    }
    notice = nil
    return type(text)
  }

  /// Runs a command by name, or says why it cannot be run.
  mutating func run(_ name: String, _ invocation: Invocation) -> [Effect] {
    guard let command = Command.named(name) else { return [] }
    guard command.contexts.contains(context) else {
      let places = command.contexts.map(\.title).joined(separator: " or the ")
      notice = Notice("“\(command.name)” works in the \(places).")
      return []
    }
    if let reason = command.unavailable(self) {
      notice = Notice(reason)
      return []
    }
    if let argument = command.argument, !argument.isOptional, invocation.argument == nil {
      let name = command.name + (invocation.isForced ? "!" : "")
      return openCommandLine("\(name) " + argument.suggestion(self))
    }
    if command.group != .typing { lastCommand = command.name }
    return command.perform(&self, invocation)
  }
}
