import Articles
import Excerpts
import Screen
import Typesetting

extension SidePanel {
  /// Who is heard and how much. Choosing one lists that speaker's quotes only.
  static let voices = SidePanel(
    "voices", singular: "voice", key: "gv", isTabAlways: false,
    emptySentence: "Nobody is quoted in this article.",
    choose: { $0.listChosenVoice() }
  ) { loaded, _ in loaded.voices.compactMap(\.item) }
}

extension Voice {
  fileprivate var item: PanelItem? {
    guard let first = pieces.first else { return nil }
    let isNamed = speaker != nil
    let mark = speaker?.isAnonymous == true ? " (anonymous)" : ""
    let name = PanelLine(label + mark, isNamed ? .speaker : .unsure, aside: share.percent)
    let role = speaker?.role.map { PanelLine($0, .cue) }
    let counts = [(utteranceCount, "quote"), (wordCount, "word")]
      .map { "\($0) \($1)\($0 == 1 ? "" : "s")" }.joined(separator: " · ")
    return PanelItem(
      [name] + [role].compactMap { $0 } + [PanelLine(counts, .detail)], anchor: first,
      otherAnchors: Array(pieces.dropFirst()), subject: .voice(identity),
      marksWhenChosen: pieces.map { Highlight($0, role: .quote, marks: .selected) })
  }
}

extension Double {
  /// A share in whole percents.
  fileprivate var percent: String {
    let whole = Int((self * 100).rounded())
    return whole == 0 && self > 0 ? "under 1 %" : "\(whole) %"
  }
}

extension AppState {
  fileprivate mutating func listChosenVoice() {
    guard case .voice(let identity) = reading?.chosenItem(in: SidePanel.voices.id)?.subject else {
      return
    }
    listQuotes(of: identity)
  }

  /// Opens the quotes of one voice.
  mutating func listQuotes(of identity: Voice.Identity) {
    let quotes = SidePanel.quotes
    if reading?.openPanel != quotes.id { toggle(quotes) }
    focus = .side
    reading?.choose(in: quotes.id) {
      $0.voice = identity
      $0.marked = .speech
    }
    reading?.selectNearest()
  }

  /// Opens the quotes of the speaker of that name, or of the only one whose name has it in it.
  mutating func listQuotes(ofSpeaker name: String) {
    let voices = reading?.loaded.voices ?? []
    let wanted = name.lowercased()
    let exact = voices.filter { $0.label.lowercased() == wanted }
    let found = exact.isEmpty ? voices.filter { $0.label.lowercased().contains(wanted) } : exact
    guard found.count == 1, let voice = found.first else {
      let hint = Spelling.suggestion(for: name, among: voices.map(\.label))
      notice = .error(
        found.isEmpty
          ? "Nobody called “\(name)” is quoted.\(hint)"
          : "“\(name)” could be \(found.map(\.label).joined(separator: " or ")).")
      return
    }
    listQuotes(of: voice.identity)
  }
}
