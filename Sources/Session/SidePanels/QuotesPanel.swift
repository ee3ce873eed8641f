import Articles
import Excerpts
import Screen
import Typesetting

extension SidePanel {
  /// Who said what: one item for each utterance.
  static let quotes = SidePanel(
    "quotes", singular: "quote", key: "Q", stepLetter: "q",
    emptySentence: "Nobody is quoted in this article."
  ) { loaded in
    loaded.excerpts.utterances.compactMap {
      UtteranceItem(pieces: $0, document: loaded.article.document).item
    }
  }
}

/// One utterance as a panel item: speaker, role, words, what reports them, and through whom.
private struct UtteranceItem {
  let pieces: [Quote]
  let document: Document

  var item: PanelItem? {
    guard let first = pieces.first else { return nil }
    let marks = pieces.map { Highlight($0.range, role: .quote) }
    return PanelItem(
      speakerLines(of: first) + [wordsLine] + reportLines(of: first), anchor: first.range,
      copyText: copyText(of: first), marks: marks, marksWhenChosen: attributionMarks(of: first))
  }

  /// The words, then who said them where that is clear.
  private func copyText(of quote: Quote) -> String {
    guard quote.confidence >= Quote.unclearConfidence, let speaker = quote.speaker else {
      return wordsLine.text
    }
    let name = [speaker.name.capitalizedFirst, speaker.role].compactMap { $0 }
    return wordsLine.text + " — " + name.joined(separator: ", ")
  }

  private func speakerLines(of quote: Quote) -> [PanelLine] {
    guard quote.confidence >= Quote.unclearConfidence else {
      return [PanelLine("Speaker unclear", .unsure)] + candidateLines(of: quote)
    }
    guard let speaker = quote.speaker else { return [PanelLine("Nobody named", .unsure)] }
    let isSure = quote.confidence >= Quote.sureConfidence
    let name = PanelLine(speaker.name.capitalizedFirst, isSure ? .speaker : .unsure)
    return [name] + [speaker.role].compactMap { $0.map { PanelLine($0, .cue) } }
  }

  private func candidateLines(of quote: Quote) -> [PanelLine] {
    let names = ([quote.speaker].compactMap { $0 } + quote.candidates).map(\.name)
    return names.isEmpty
      ? [] : [PanelLine("perhaps " + names.prefix(3).joined(separator: ", or "), .detail)]
  }

  private var wordsLine: PanelLine {
    let words = pieces.map { document.words(in: $0.range).withoutLastComma }
      .joined(separator: " … ")
    return PanelLine("“\(words)”", .quote, rowLimit: 6)
  }

  private func reportLines(of quote: Quote) -> [PanelLine] {
    var lines: [PanelLine] = []
    if let report = report(of: quote) { lines.append(PanelLine(report, .cue)) }
    if let via = quote.speaker?.via {
      lines.append(PanelLine("via \(document.words(in: via))", .detail))
    }
    return lines
  }

  /// The reporting words with the mention beside them, in the order of the text, as "he told".
  private func report(of quote: Quote) -> Substring? {
    guard let cue = quote.cue else { return nil }
    guard let mention = quote.speaker?.mention else { return document.words(in: cue) }
    let isNameAgain =
      quote.speaker?.name.lowercased() == document.words(in: mention).lowercased()
    let whole = cue.union(mention)
    let isTogether =
      !isNameAgain && whole.count <= 80 && !pieces.contains { $0.range.overlaps(whole) }
      && quote.confidence >= Quote.unclearConfidence
    return document.words(in: isTogether ? whole : cue)
  }

  private func attributionMarks(of quote: Quote) -> [Highlight] {
    guard let speaker = quote.speaker else { return [] }
    let isSure = quote.confidence >= Quote.sureConfidence
    return [Highlight(speaker.mention, role: isSure ? .speaker : .unsure)]
  }
}

extension Substring {
  /// Without the comma that stood before the closing mark for the sake of what followed.
  fileprivate var withoutLastComma: Substring { last == "," ? dropLast() : self }
}

extension String {
  /// With a capital at the start, as a line of its own begins.
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
