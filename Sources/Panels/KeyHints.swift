import Screen
import Session

/// A key and what it does, for the status line.
struct KeyHint {
  var key: String
  var words: String
}

extension AppState {
  /// The keys that matter where one is, in the order of worth; help comes last and stays.
  var keyHints: [KeyHint] {
    var wanted: [(command: String, words: String)]
    switch focus {
    case .list:
      wanted = listHints
    case .reading:
      wanted = isFound ? [("next-match", "next"), ("previous-match", "previous")] : excerptHints
      if reading?.tableInView != nil { wanted.insert(("scroll-right", "table"), at: 0) }
    case .side:
      wanted = [
        ("down", "next"), ("open", "go there"), ("next-pane", "pane"), ("close", "back"),
      ]
    }
    if showsDetails {
      wanted = [
        ("next-figure", "next figure"), ("previous-figure", "previous"), ("cancel", "close"),
      ]
    } else if focus == .side, reading?.openPanel == SidePanelID("figures") {
      wanted.insert(("details", "details"), at: 2)
    }
    return (wanted + [("help", "help")]).compactMap { command, words in
      keyMap.patterns(for: command, in: paneContext).first.map {
        KeyHint(key: KeyMap.shown($0), words: words)
      }
    }
  }

  private var listHints: [(command: String, words: String)] {
    let out = ("close", outerLists.isEmpty ? "quit" : "back")
    if list.count == 0 { return library?.status == .open ? [("search", "search"), out] : [out] }
    if list.source == .files {
      return [("open", "open"), ("find", "find"), ("toggle-read", "read"), out]
    }
    guard list.source.listing != nil else {
      let drop = droppingKeys ? [("archive", "drop")] : []
      return [("open", "open")] + drop + [out]
    }
    return [
      ("open", "open"), ("search", "search"), ("filter", "filter"), ("archive", "archive"), out,
    ]
  }

  /// Whether entries of the list can be dropped.
  private var droppingKeys: Bool { list.source == .excerpts || list.source == .searches }

  private var isFound: Bool { reading?.found?.matches.isEmpty == false }

  private var excerptHints: [(command: String, words: String)] {
    let panels = SidePanelRegistry.panels.filter { reading?.items(of: $0.id).isEmpty == false }
    let steps = panels.prefix(2).map { ("next-\($0.singular)", "next \($0.singular)") }
      .filter { command, _ in !keyMap.patterns(for: command, in: .reading).isEmpty }
    let side = reading?.openPanel == nil ? panels.first.map { ($0.id.name, $0.id.name) } : nil
    return steps + [side ?? ("next-pane", "pane"), ("find", "find")]
  }

  /// Where one is, in words; what is typed of a command comes first.
  var positionWords: String {
    let typed = pending.isEmpty ? [] : [pending.text]
    if opening != nil { return (typed + ["opening…"]).joined(separator: "  ") }
    let place: [String]
    if focus == .list {
      place = list.count == 0 ? [] : ["\((list.selected + 1).grouped) of \(list.countWords)"]
    } else {
      let percent = reading.map { "\($0.shownPercent)%" }
      place = [matchWords ?? selectionWords, percent].compactMap { $0 }
    }
    return (typed + [place.joined(separator: " · ")]).filter { !$0.isEmpty }
      .joined(separator: "  ")
  }

  /// "match 3 of 17" while words are looked for.
  var matchWords: String? {
    if focus == .list {
      guard list.query != nil, list.source == .files else { return nil }
      let matches = list.matches
      let place = matches.firstIndex(of: list.selected).map { "\($0 + 1) of " } ?? ""
      return matches.isEmpty ? "not found" : "match \(place)\(matches.count)"
    }
    guard let found = reading?.found else { return nil }
    guard let current = found.current else { return found.isComplete ? "not found" : "looking…" }
    guard found.isComplete else { return "match, counting…" }
    return "match \(current + 1) of \(found.matches.count)"
  }

  private var selectionWords: String? {
    guard let reading, let selection = reading.selection,
      let panel = SidePanelRegistry[selection.panel]
    else { return nil }
    return "\(panel.singular) \(selection.index + 1) of \(reading.items(of: panel.id).count)"
  }
}

extension ListState {
  /// How many rows there are, in words.
  var countWords: String { count.grouped + (isCountLowerBound ? "+" : "") }
}

extension [KeyHint] {
  /// As many as fit; the last one stays longest.
  func fitting(_ columns: Int) -> [KeyHint] {
    var hints = self
    func width() -> Int { hints.reduce(-2) { $0 + $1.key.columns + $1.words.columns + 3 } }
    while hints.count > 1, width() > columns { hints.remove(at: hints.count - 2) }
    return width() > columns ? [] : hints
  }
}
