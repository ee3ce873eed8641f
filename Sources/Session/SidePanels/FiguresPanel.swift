import Articles
import Excerpts
import Screen
import Typesetting

extension SidePanel {
  /// Numbers with meaning: the value as written, what it counts, since when and who says so.
  static let figures = SidePanel(
    "figures", singular: "figure", key: "F", stepLetter: "f",
    emptySentence: "No figures were found in this article.",
    option: PanelOption(
      argument: Argument(
        "order", isOptional: true, choices: { _ in FigureOrder.allCases.map(\.rawValue) }),
      take: { state, name in state.sortFigures(by: name) }),
    restriction: { choices in
      let parts = [choices.unit, choices.figureOrder.title].compactMap { $0 }
      return parts.isEmpty ? nil : parts.joined(separator: " · ")
    },
    unrestrict: { choices in
      choices.unit = nil
      choices.figureOrder = .place
    }
  ) { loaded, choices in
    let readings = loaded.figureReadings { figure in
      choices.unit == nil || figure.unit == choices.unit
    }
    return choices.figureOrder.sorted(readings).map { index, reading in reading.item(index) }
  }
}

/// How figures are sorted.
enum FigureOrder: String, Hashable, Sendable, CaseIterable {
  /// As they stand in the text.
  case place
  /// The largest first.
  case size
  /// Those of one unit together, in the order in which the units come up.
  case kind

  /// What to call it in the panel's title; nil for what is usual.
  var title: String? {
    switch self {
    case .place: nil
    case .size: "largest first"
    case .kind: "by unit"
    }
  }

  typealias Numbered = (index: Int, reading: FigureReading)

  func sorted(_ readings: [Numbered]) -> [Numbered] {
    let byPlace = readings.sorted { $0.reading.figure.phrase < $1.reading.figure.phrase }
    switch self {
    case .place:
      return byPlace
    case .size:
      return byPlace.enumerated().sorted {
        let (left, right) = ($0.element.reading.figure.size, $1.element.reading.figure.size)
        return left == right ? $0.offset < $1.offset : left > right
      }.map(\.element)
    case .kind:
      var ranks: [String?: Int] = [:]
      for entry in byPlace where ranks[entry.reading.figure.unit] == nil {
        ranks[entry.reading.figure.unit] = ranks.count
      }
      return byPlace.enumerated().sorted {
        let left = ranks[$0.element.reading.figure.unit] ?? 0
        let right = ranks[$1.element.reading.figure.unit] ?? 0
        return (left, $0.offset) < (right, $1.offset)
      }.map(\.element)
    }
  }
}

extension Figure {
  fileprivate var size: Double {
    switch value {
    case .exactly(let value): abs(value)
    case .between(let low, let high): max(abs(low), abs(high))
    }
  }
}

extension LoadedArticle {
  /// The figures of their own, each with its place in the article's list and with the figures
  /// that convert it.
  func figureReadings(where isListed: (Figure) -> Bool) -> [FigureOrder.Numbered] {
    let figures = excerpts.figures
    var conversions: [Int: [Figure]] = [:]
    for index in figures.indices where figures.original(of: index) != index {
      conversions[figures.original(of: index), default: []].append(figures[index])
    }
    let listed = figures.indices.filter {
      figures.original(of: $0) == $0 && isListed(figures[$0])
    }
    let arithmetic = figureArithmetic(of: listed)
    return listed.map { index in
      let reading = FigureReading(
        figure: figures[index], document: article.document,
        conversions: conversions[index] ?? [], arithmetic: arithmetic[index])
      return (index, reading)
    }
  }

  /// What some of the figures come to, those with a base, by place in the article's list.
  private func figureArithmetic(of listed: [Int]) -> [Int: FigureArithmetic] {
    let figures = excerpts.figures
    let based = listed.filter { figures[$0].base != nil }
    guard !based.isEmpty else { return [:] }
    let sentences = article.document.sentences(of: based.map { figures[$0] })
    let ordered = figures.sorted { $0.range < $1.range }
    var results: [Int: FigureArithmetic] = [:]
    for (index, sentence) in zip(based, sentences) {
      let first = ordered.firstPlace { $0.range.lowerBound >= sentence.lowerBound }
      let together = ordered[first...].prefix { $0.range.lowerBound < sentence.upperBound }
      results[index] = FigureArithmetic(
        figures[index], in: Array(together), text: article.document.text)
    }
    return results
  }
}

extension [Figure] {
  /// The figure that one converts, or the same one where it converts none before it.
  fileprivate func original(of index: Int) -> Int {
    guard let original = self[index].conversionOf, original < index, original >= 0 else {
      return index
    }
    return self[original].conversionOf.map { $0 < original && $0 >= 0 ? $0 : original } ?? original
  }
}

extension FigureReading {
  fileprivate func item(_ index: Int) -> PanelItem {
    let conversionLines = conversions.map { PanelLine("= \(words($0.phrase))", .detail) }
    let lines =
      [PanelLine(value, .figureValue, aside: normalisedIfOther)] + conversionLines
      + [subjectLine, change.map { PanelLine($0, .figureSubject) }].compactMap { $0 }
      + [disagreement.map { PanelLine($0, .unsure) }, detailLine].compactMap { $0 }
    let sources = [figure.source, figure.asOf].compactMap { $0 }
    return PanelItem(
      lines, anchor: figure.phrase, subject: .figure(index), copyText: copyText,
      marks: ([figure] + conversions).map { Highlight($0.phrase, role: .figureValue) },
      marksWhenChosen: sources.map { Highlight($0, marks: .selected) })
  }

  /// The phrase, then when and who says so.
  private var copyText: String {
    let details = [figure.asOf, figure.source].compactMap { $0 }.map(words)
    let phrase = words(figure.phrase)
    return details.isEmpty ? phrase : phrase + " (" + details.joined(separator: ", ") + ")"
  }

  private var subjectLine: PanelLine? {
    (figure.counted ?? figure.concept).map {
      PanelLine(words($0), .figureSubject, rowLimit: 3)
    }
  }

  private var detailLine: PanelLine? {
    let stated = [figure.asOf, figure.source].compactMap { $0 }.map(words)
    let concept = figure.counted == nil ? nil : figure.concept.map(words)
    // A source may be what the figure is about: one that counts its own members.
    let parts = [concept].compactMap { $0 }.filter { !stated.contains($0) } + stated
    return parts.isEmpty
      ? nil : PanelLine(parts.joined(separator: " · "), .detail, rowLimit: 3)
  }
}

extension AppState {
  /// Opens the figures in an order.
  fileprivate mutating func sortFigures(by name: String) -> [Effect] {
    guard let order = FigureOrder(rawValue: name) else {
      let hint = Spelling.suggestion(for: name, among: FigureOrder.allCases.map(\.rawValue))
      notice = .error("Figures cannot be sorted by “\(name)”.\(hint)")
      return []
    }
    listFigures { $0.figureOrder = order }
    reading?.select(0, in: SidePanel.figures.id)
    return []
  }

  /// Opens the figures and lists others of them.
  mutating func listFigures(_ change: (inout PanelChoices) -> Void) {
    guard reading != nil else { return }
    if reading?.openPanel != SidePanel.figures.id { toggle(.figures) }
    focus = .side
    reading?.choose(in: SidePanel.figures.id, change)
  }
}
