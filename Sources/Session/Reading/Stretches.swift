// The excerpts of a text longer than any article are held for the part that is being read, so
// that memory stays bounded. They are looked for off the loop, and again when the reader comes
// near the end of that part.

import Articles

extension ReadingState {
  /// So near to an end of the part that was searched, in bytes, the next part is asked for.
  private static let margin = 256 << 10

  /// The part of the text to look for excerpts in; nil where that was done or asked for.
  var neededStretch: TextRange? {
    let stretches = loaded.stretches
    guard !loaded.isSearched, let last = stretches.last else { return nil }
    let place = min(point, last.upperBound - 1)
    let searched = loaded.searched
    let margin = min(Self.margin, (stretches[0].count + 1) / 2)
    let isInside =
      searched.contains(place)
      && (searched.lowerBound == 0 || place - searched.lowerBound >= margin)
      && (searched.upperBound == last.upperBound || searched.upperBound - place >= margin)
    if isInside { return nil }
    let own = min(stretches.firstPlace { $0.upperBound > place }, stretches.count - 1)
    let around = stretches[max(0, own - 1)].union(stretches[min(own + 1, stretches.count - 1)])
    return around == asked ? nil : around
  }

  /// Whether excerpts are being looked for.
  public var isLookingForExcerpts: Bool { asked != nil && asked != loaded.searched }

  /// Takes excerpts that were found since; the chosen item stays chosen if it is still there.
  mutating func take(_ more: LoadedArticle) {
    guard more.article == loaded.article else { return }
    let chosen = selection.map { (panel: $0.panel, anchor: items(of: $0.panel)[$0.index].anchor) }
    loaded = more
    detailedFigure = nil
    panels = more.panels
    if choices != PanelChoices() {
      for panel in SidePanelRegistry.panels {
        panels[panel.id] = PanelContents(panel.items(loaded, choices))
      }
    }
    let index = chosen.flatMap { chosen in
      items(of: chosen.panel).firstIndex { $0.anchor == chosen.anchor }
    }
    if let chosen, let index {
      selection = PanelSelection(panel: chosen.panel, index: index)
    } else {
      selectNearest()
    }
  }

  /// Which part of a long text the panels tell of, in words; nil for all of it.
  public func partWords(of panel: SidePanelID) -> String? {
    guard loaded.stretches.count > 1, SidePanelRegistry[panel]?.listsExcerpts == true,
      let end = loaded.stretches.last?.upperBound
    else { return nil }
    let part = loaded.searched
    let first = part.lowerBound * 100 / end
    return "\(first)% to \((part.upperBound * 100 + end - 1) / end)% of the text"
  }

  /// What to say where a panel has nothing to list.
  public func emptySentence(of panel: SidePanel) -> String {
    if panel.listsExcerpts, isLookingForExcerpts { return "Still looking through the text." }
    if restriction(of: panel.id) != nil { return "Nothing of that kind is there." }
    return partWords(of: panel.id) == nil
      ? panel.emptySentence : "There is no \(panel.singular) in this part of the text."
  }
}

extension AppState {
  /// Asks for what the open article lacks at the place where the reader is.
  mutating func askForMore() -> [Effect] {
    var effects: [Effect] = []
    if let stretch = reading?.neededStretch, let loaded = reading?.loaded,
      let point = reading?.point
    {
      reading?.asked = stretch
      effects.append(.findExcerpts(loaded, in: stretch, from: point))
    }
    if let search = reading?.neededSearch {
      reading?.found?.asked = search
      effects.append(.search(search))
    }
    if let place = reading?.positionToKeep {
      reading?.kept?.status.position = place.position
      effects.append(.keepPosition(place.id, place.position))
    }
    effects += askForRows()
    return effects
  }
}
