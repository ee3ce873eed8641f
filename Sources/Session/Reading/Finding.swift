public import Articles
import Screen
public import Typesetting

extension ReadingState {
  /// Looks for other words from a place; stays there where they are not found.
  mutating func find(_ query: String, from origin: Place) {
    guard !query.isEmpty else {
      found = nil
      go(to: origin)
      return
    }
    let result = FoundText(query, in: self, from: origin.point)
    go(to: origin)
    if let current = result.current { reveal(result.matches[current]) }
    found = result
  }

  /// Goes to the match so many further on, around the end if need be.
  ///
  /// - Returns: what to say, if anything.
  mutating func moveByMatches(_ count: Int) -> Notice? {
    if found?.isComplete == false, found?.matches.isEmpty == true { return .stillLooking }
    guard var found, !found.matches.isEmpty else {
      defer { self.found = nil }
      return Notice(found.map { "“\($0.query)” is not in the text." } ?? "Nothing was looked for.")
    }
    let total = found.matches.count
    let isAtMatch = found.current.map { found.matches[$0].lowerBound == point } ?? false
    let from: Int
    if isAtMatch, let current = found.current {
      from = current
    } else {
      let next = found.matches.firstPlace { $0.lowerBound > point }
      from = count > 0 ? next - 1 : found.matches.firstPlace { $0.lowerBound >= point }
    }
    let target = from + count
    guard found.isComplete || (0..<total).contains(target) else { return .stillLooking }
    let place = ((target % total) + total) % total
    found.current = place
    if !isStepping { rememberJump() }
    reveal(found.matches[place])
    isStepping = true
    self.found = found
    if target >= total { return Notice("The search went on from the top.") }
    return target < 0 ? Notice("The search went on from the end.") : nil
  }

  /// What is marked in a part of the text, in the order of application: excerpts, then matches,
  /// then what is chosen.
  public func highlights(in window: TextRange) -> [Highlight] {
    var marks: [Highlight] = []
    for panel in SidePanelRegistry.panels {
      marks += panels[panel.id]?.marks(in: window) ?? []
    }
    return marks + selectionMarks + matchMarks(in: window)
  }

  private var selectionMarks: [Highlight] {
    guard let selection, items(of: selection.panel).indices.contains(selection.index) else {
      return []
    }
    let item = items(of: selection.panel)[selection.index]
    return item.marks.map { Highlight($0.range, role: $0.role, marks: .selected) }
      + item.marksWhenChosen
  }

  private func matchMarks(in window: TextRange) -> [Highlight] {
    guard let found else { return [] }
    let first = found.matches.firstPlace { $0.upperBound > window.lowerBound }
    let end = found.matches.firstPlace { $0.lowerBound >= window.upperBound }
    return (first..<max(first, end)).map { place in
      Highlight(found.matches[place], marks: place == found.current ? [.match, .focused] : .match)
    }
  }
}

extension Notice {
  /// What is looked for in a long text was not found yet.
  fileprivate static let stillLooking = Notice("Still looking through the text.")
}
