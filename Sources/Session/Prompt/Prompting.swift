// What typing does in each kind of prompt.
extension AppState {
  private static let historyLimit = 100

  mutating func openCommandLine(_ text: String) -> [Effect] {
    var prompt = PromptState(.command)
    prompt.line = LineEditor(text)
    self.prompt = prompt
    return lineChanged()
  }

  mutating func openHelp() -> [Effect] {
    prompt = PromptState(.help)
    return lineChanged()
  }

  /// Shows the sentences told so far, the latest chosen.
  mutating func openMessages() -> [Effect] {
    guard !messages.isEmpty else {
      notice = Notice("Nothing was told yet.")
      return []
    }
    var prompt = PromptState(.messages)
    prompt.choices = messages.map { PromptChoice($0.sentence) }
    prompt.chosen = prompt.choices.count - 1
    self.prompt = prompt
    return []
  }

  mutating func openFind() -> [Effect] {
    var prompt = PromptState(.find)
    prompt.origin = reading?.here
    prompt.earlierFound = reading?.found
    prompt.listOrigin = list.selected
    prompt.originEntry = list.selectedEntry
    prompt.earlierQuery = list.query
    if focus == .side { focus = .reading }
    self.prompt = prompt
    return []
  }

  mutating func type(_ text: String) -> [Effect] {
    prompt?.kind == .messages ? cancelPrompt() : edit { $0.insert(text) }
  }

  /// Changes the line and does what follows from it.
  mutating func edit(_ change: (inout LineEditor) -> Void) -> [Effect] {
    guard var line = prompt?.line else { return [] }
    let before = line.text
    change(&line)
    prompt?.line = line
    return line.text == before ? [] : lineChanged()
  }

  mutating func erase() -> [Effect] {
    if prompt?.line.text.isEmpty == true { return cancelPrompt() }
    return edit { _ = $0.deleteBackward() }
  }

  mutating func lineChanged() -> [Effect] {
    guard var prompt else { return [] }
    switch prompt.kind {
    case .find:
      return findAsTyped(prompt)
    case .help:
      prompt.choices = helpChoices(matching: prompt.line.text)
      prompt.chosen = prompt.choices.isEmpty ? nil : 0
      self.prompt = prompt
      return []
    case .messages:
      return []
    case .hints:
      return followTyped()
    case .search, .filter:
      self.prompt?.choices = []
      self.prompt?.chosen = nil
      return queryTyped()
    case .command:
      prompt.choices = completions(of: prompt.line.text)
      prompt.chosen = nil
      self.prompt = prompt
      return previewTyped() + completeTyped()
    }
  }

  mutating func acceptPrompt() -> [Effect] {
    guard let prompt else { return [] }
    if prompt.isQuery { return acceptQuery() }
    self.prompt = nil
    remember(prompt)
    switch prompt.kind {
    case .find:
      return acceptFind(prompt)
    case .messages, .hints, .search, .filter:
      return []
    case .help:
      guard let chosen = prompt.chosen else { return [] }
      return run(prompt.choices[chosen].text, Invocation())
    case .command:
      let effects = runLine(prompt.line.text)
      // What was tried out and not taken is given up.
      return prompt.previewed.map { $0 == preferences.theme } == false
        ? [.useTheme(preferences.theme)] + effects : effects
    }
  }

  mutating func cancelPrompt() -> [Effect] {
    guard let prompt else { return [] }
    if prompt.isQuery { return cancelQuery() }
    self.prompt = nil
    if prompt.kind == .find { cancelFind(prompt) }
    return prompt.previewed == nil ? [] : [.useTheme(preferences.theme)]
  }

  mutating func remember(_ prompt: PromptState) {
    let text = prompt.line.text
    guard prompt.kind == .command || prompt.kind == .find || prompt.isQuery, !text.isEmpty else {
      return
    }
    var lines = (histories[prompt.kind] ?? []).filter { $0 != text }
    lines.append(text)
    histories[prompt.kind] = lines.suffix(Self.historyLimit)
  }

  /// Puts an older line of the history into the prompt, or a newer one for a negative count.
  mutating func recall(_ count: Int) -> [Effect] {
    guard var prompt else { return [] }
    let isList = prompt.kind == .help || prompt.kind == .messages
    let isAmongChoices = prompt.chosen != nil || (count < 0 && prompt.historyPlace == nil)
    if isList || isAmongChoices { return choose(by: -count) }
    let lines = histories[prompt.kind] ?? []
    if prompt.historyPlace == nil { prompt.draft = prompt.line.text }
    let place = (prompt.historyPlace ?? -1) + count
    guard place < lines.count else { return [] }
    prompt.historyPlace = place < 0 ? nil : place
    let text = place < 0 ? prompt.draft : lines[lines.count - 1 - place]
    prompt.line = LineEditor(text)
    self.prompt = prompt
    return lineChanged()
  }
}
