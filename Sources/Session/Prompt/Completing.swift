// Completion of what only the runtime knows: paths, and programs to pipe to.
extension AppState {
  /// Asks what the word at the end of the command line may become.
  func completeTyped() -> [Effect] {
    guard let word = wordToComplete else { return [] }
    return [.complete(word.text, word.place)]
  }

  /// Takes the answer, unless something else was typed meanwhile.
  mutating func offer(_ found: [String], for word: String) {
    guard let wanted = wordToComplete, wanted.text == word, prompt?.chosen == nil else { return }
    prompt?.choices = found.filter { $0 != word }.map { path in
      var choice = PromptChoice(path)
      choice.argument = wanted.before + (wanted.before.isEmpty ? path : path.escapedBlanks)
      return choice
    }
  }

  /// The word that is being typed, what stands there, and the argument before it.
  private var wordToComplete: (text: String, place: CompletionPlace, before: String)? {
    guard let prompt, prompt.kind == .command else { return nil }
    let (name, argument) = CommandLine.split(prompt.line.text)
    guard let argument,
      let completion = Command.named(CommandLine.unforced(name))?.argument?.completion
    else { return nil }
    switch completion {
    case .path: return (argument, .path, "")
    case .commandLine:
      let words = argument.split(separator: " ", omittingEmptySubsequences: false)
      guard let last = words.last else { return nil }
      let before = String(argument.dropLast(last.count))
      return (String(last), words.count == 1 ? .program : .path, before)
    }
  }
}

extension PromptState {
  /// Whether the prompt is a box of its own, so that the bottom line stays free.
  public var coversPanes: Bool { kind == .help || kind == .messages }

  /// Whether a query is typed.
  public var isQuery: Bool { kind == .search || kind == .filter }
}

extension String {
  /// With a backslash before what would part or quote a word of a command line.
  fileprivate var escapedBlanks: String {
    map { " \"'\\".contains($0) ? "\\\($0)" : String($0) }.joined()
  }
}
