// What a person asked the panels to list. Choices that leave something out last as long as the
// panel is open, and its title says them, so that nothing is missing without a word.

import Excerpts

/// What the panels list of what was found.
public struct PanelChoices: Equatable, Sendable {
  /// The only voice whose quotes are listed.
  public internal(set) var voice: Voice.Identity?
  /// Which words in quotation marks are listed.
  public internal(set) var marked = MarkedWords.speech
  /// The only unit whose figures are listed.
  public internal(set) var unit: String?
  /// How figures are sorted.
  var figureOrder = FigureOrder.place
}

/// Which words in quotation marks are listed.
public enum MarkedWords: Hashable, Sendable, CaseIterable {
  /// What somebody said, whole or in fragments.
  case speech
  /// Titles, terms and scare quotes as well, with the reason why they are no speech.
  case everything
  /// Only utterances of a clause or more.
  case whole

  /// What to call it in the panel's title; nil for what is usual.
  var title: String? {
    switch self {
    case .speech: nil
    case .everything: "+ scare quotes"
    case .whole: "no fragments"
    }
  }

  func lists(_ utterance: [Quote]) -> Bool {
    self != .whole || utterance.contains { $0.kind == .direct }
  }
}

extension ReadingState {
  /// Lists something else in a panel; the chosen item stays chosen if it is still there.
  mutating func choose(in panel: SidePanelID, _ change: (inout PanelChoices) -> Void) {
    change(&choices)
    guard let kind = SidePanelRegistry[panel] else { return }
    let chosen =
      selection?.panel == panel ? selection.map { items(of: panel)[$0.index].anchor } : nil
    panels[panel] = PanelContents(kind.items(loaded, choices))
    guard let chosen else { return }
    if let index = items(of: panel).firstIndex(where: { $0.anchor == chosen }) {
      selection = PanelSelection(panel: panel, index: index)
    } else {
      selection = nil
      selectNearest()
    }
  }

  /// What is left out of a panel, in words; nil where it lists everything.
  public func restriction(of panel: SidePanelID) -> String? {
    SidePanelRegistry[panel].flatMap { $0.restriction(choices) }
  }

  /// Lists everything again; false where that is so already.
  mutating func unrestrict(_ panel: SidePanelID) -> Bool {
    guard restriction(of: panel) != nil, let kind = SidePanelRegistry[panel] else { return false }
    choose(in: panel, kind.unrestrict)
    return true
  }
}
