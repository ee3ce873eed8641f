import Articles
import Excerpts
import Screen
import Typesetting

extension SidePanel {
  /// Numbers with meaning: the value as written, what it counts, since when and who says so.
  static let figures = SidePanel(
    "figures", singular: "figure", key: "F", stepLetter: "f",
    emptySentence: "No figures were found in this article."
  ) { loaded, _ in
    loaded.excerpts.figures.map {
      FigureItem(figure: $0, document: loaded.article.document).item
    }
  }
}

/// One figure as a panel item.
private struct FigureItem {
  let figure: Figure
  let document: Document

  var item: PanelItem {
    let lines =
      [PanelLine(value, .figureValue)]
      + [subject, detail].compactMap { $0 }
    let sources = [figure.source, figure.asOf].compactMap { $0 }
    return PanelItem(
      lines, anchor: figure.phrase, copyText: copyText,
      marks: [Highlight(figure.phrase, role: .figureValue)],
      marksWhenChosen: sources.map { Highlight($0, marks: .selected) })
  }

  /// The bound and the number as written: the phrase without the counted thing.
  private var value: Substring {
    var range = figure.phrase.union(figure.range)
    if let counted = figure.counted {
      if counted.lowerBound >= figure.range.upperBound {
        range = TextRange(range.lowerBound, min(range.upperBound, counted.lowerBound))
      } else if counted.upperBound <= figure.range.lowerBound {
        range = TextRange(max(range.lowerBound, counted.upperBound), range.upperBound)
      }
    }
    let words = document.words(in: range)
    // "millions of" counts something that has a line of its own.
    let tail = [" of ", " of"].first { words.hasSuffix($0) }
    return words.dropLast(tail?.count ?? 0)
  }

  /// The phrase, then when and who says so.
  private var copyText: String {
    let details = [figure.asOf, figure.source].compactMap { $0 }.map { document.words(in: $0) }
    let words = PanelLine(document.words(in: figure.phrase), .figureValue).text
    return details.isEmpty ? words : words + " (" + details.joined(separator: ", ") + ")"
  }

  private var subject: PanelLine? {
    let about = figure.counted ?? figure.concept
    return about.map { PanelLine(document.words(in: $0), .figureSubject, rowLimit: 3) }
  }

  private var detail: PanelLine? {
    let isConceptSaid = figure.counted == nil
    let concept = isConceptSaid ? nil : figure.concept
    let parts = [concept, figure.asOf, figure.source].compactMap { $0 }
      .map { document.words(in: $0) }
    return parts.isEmpty
      ? nil : PanelLine(parts.joined(separator: " · "), .detail, rowLimit: 3)
  }
}
