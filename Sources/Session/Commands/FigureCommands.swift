// A table: commands about figures.

import Articles
import Excerpts

extension Command {
  static let figures: [Command] = [
    Command(
      "unit", "List the figures of one unit", group: .panels, in: Context.article,
      argument: Argument("name", choices: { $0.reading?.units ?? [] }),
      unavailable: {
        $0.reading?.units.isEmpty == true ? "No figure of this article has a unit." : nil
      },
      perform: { state, invocation in state.listFigures(ofUnit: invocation.argument ?? "") }),
    Command(
      "details", "Show all that is known about the figure", group: .panels,
      in: Context.article, keys: ["i"],
      unavailable: {
        $0.reading?.loaded.excerpts.figures.isEmpty == true
          ? SidePanel.figures.emptySentence : nil
      },
      perform: { state, _ in
        state.showsDetails.toggle()
        return []
      }),
  ]
}

extension ReadingState {
  /// The units of the article's figures, those of most figures first.
  fileprivate var units: [String] {
    var counts: [String: Int] = [:]
    var order: [String] = []
    for unit in loaded.excerpts.figures.compactMap(\.unit) {
      if counts[unit] == nil { order.append(unit) }
      counts[unit, default: 0] += 1
    }
    return order.enumerated().sorted { left, right in
      (-(counts[left.element] ?? 0), left.offset) < (-(counts[right.element] ?? 0), right.offset)
    }.map(\.element)
  }

  /// Makes the details of the figure that is chosen, or that comes next; none while they are not
  /// shown. They are kept, as making them takes a walk through the text.
  mutating func tellDetails(if isShown: Bool) {
    var wanted: Int?
    if isShown, case .figure(let index) = chosenItem(in: SidePanel.figures.id)?.subject {
      wanted = index
    }
    guard wanted != detailedFigure else { return }
    detailedFigure = wanted
    details = wanted.map(details(ofFigure:)) ?? []
  }

  private func details(ofFigure wanted: Int) -> [DetailRow] {
    loaded.figureReadings { $0 == loaded.excerpts.figures[wanted] }
      .first { $0.index == wanted }?.reading.details ?? []
  }
}

extension AppState {
  fileprivate mutating func listFigures(ofUnit name: String) -> [Effect] {
    let units = reading?.units ?? []
    guard let unit = units.first(where: { $0.lowercased() == name.lowercased() }) else {
      let hint = Spelling.suggestion(for: name, among: units)
      notice = .error("No figure is counted in “\(name)”.\(hint)")
      return []
    }
    listFigures { $0.unit = unit }
    return []
  }
}
