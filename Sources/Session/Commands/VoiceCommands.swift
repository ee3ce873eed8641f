// A table: commands about who speaks.

import Articles
import Excerpts

extension Command {
  static let voices: [Command] = [
    Command(
      "introduction", "Go to where the speaker is introduced", group: .panels,
      in: Context.article, keys: ["gd"], unavailable: { $0.reading?.introductionProblem },
      perform: { state, _ in state.goToIntroduction() }),
    Command(
      "speaker", "List the quotes of one speaker", group: .panels, in: Context.article,
      argument: Argument(
        "name", choices: { $0.reading?.loaded.voices.map(\.label) ?? [] }),
      unavailable: {
        $0.reading?.loaded.excerpts.quotes.isEmpty == true ? SidePanel.quotes.emptySentence : nil
      },
      perform: { state, invocation in
        state.listQuotes(ofSpeaker: invocation.argument ?? "")
        return []
      }),
    Command(
      "fragments", "Add scare quotes, or leave out fragments", group: .panels,
      in: Context.article, keys: ["gq"]
    ) { state, _ in state.changeMarkedWords() },
  ]
}

extension ReadingState {
  /// Whose introduction is meant: of the chosen voice, or of the quote that is chosen or comes
  /// next.
  private var meantPanel: SidePanelID {
    openPanel == SidePanel.voices.id ? SidePanel.voices.id : SidePanel.quotes.id
  }

  private var meantItem: PanelItem? { chosenItem(in: meantPanel) }

  private var meantSpeaker: (speaker: Speaker?, identity: Voice.Identity)? {
    switch meantItem?.subject {
    case .utterance(let number):
      let quote = loaded.excerpts.quotes.first { $0.utterance == number }
      return quote.map { ($0.speaker, Voice.Identity($0)) }
    case .voice(let identity):
      return (loaded.voices.first { $0.identity == identity }?.speaker, identity)
    default:
      return nil
    }
  }

  /// Where the speaker who is meant is introduced.
  fileprivate var introduction: TextRange? { meantSpeaker?.speaker?.introduction }

  /// Why there is no introduction to go to; nil where there is one.
  fileprivate var introductionProblem: String? {
    guard let meantItem else { return SidePanel.quotes.emptySentence }
    guard let (speaker, identity) = meantSpeaker else {
      return "\(meantItem.lines.last?.text ?? "") is not speech."
    }
    switch identity {
    case .unclear: return "It is unclear who says this."
    case .unnamed: return "The text names nobody for this quote."
    case .named:
      return speaker?.introduction == nil
        ? "The article says no more about \(speaker?.name ?? "the speaker")." : nil
    }
  }

  /// Marks the quote whose speaker is introduced where the text is, and goes there.
  fileprivate mutating func goToIntroduction() {
    guard let introduction else { return }
    let panel = meantPanel
    let index = chosenIndex(in: panel)
    rememberJump()
    reveal(introduction)
    isStepping = false
    selection = index.map { PanelSelection(panel: panel, index: $0) }
  }
}

extension AppState {
  fileprivate mutating func goToIntroduction() -> [Effect] {
    reading?.goToIntroduction()
    focus = .reading
    return []
  }

  /// Lists speech, then everything in quotation marks, then whole utterances only.
  fileprivate mutating func changeMarkedWords() -> [Effect] {
    guard let reading else { return [] }
    let all = MarkedWords.allCases
    let place = all.firstIndex(of: reading.choices.marked) ?? 0
    let isOpen = reading.openPanel == SidePanel.quotes.id
    if !isOpen { toggle(.quotes) }
    let next = isOpen ? all[(place + 1) % all.count] : .everything
    self.reading?.choose(in: SidePanel.quotes.id) {
      $0.marked = next
      if next == .everything { $0.voice = nil }
    }
    self.reading?.selectNearest()
    return []
  }
}
