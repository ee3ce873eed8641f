import Articles
import Excerpts
import Screen
import Typesetting

extension SidePanel {
  /// Who said what: one item for each utterance.
  static let quotes = SidePanel(
    "quotes", singular: "quote", key: "Q", stepLetter: "q",
    emptySentence: "Nobody is quoted in this article.",
    restriction: { choices in
      let parts = [choices.voice?.label, choices.marked.title].compactMap { $0 }
      return parts.isEmpty ? nil : parts.joined(separator: " · ")
    },
    unrestrict: { choices in
      choices.voice = nil
      choices.marked = .speech
    }
  ) { loaded, choices in
    let document = loaded.article.document
    let listed = loaded.excerpts.utterances.filter { utterance in
      choices.marked.lists(utterance)
        && (choices.voice == nil || utterance.first.map(Voice.Identity.init) == choices.voice)
    }
    let items = listed.compactMap { UtteranceItem(pieces: $0, document: document).item }
    let showsOthers = choices.marked == .everything && choices.voice == nil
    let others = showsOthers ? loaded.excerpts.notSpeech.map { item(of: $0, document) } : []
    return (items + others).sorted { $0.anchor < $1.anchor }
  }

  /// Words that nobody said, muted, with the reason.
  private static func item(of words: NotSpeech, _ document: Document) -> PanelItem {
    PanelItem(
      [
        PanelLine("Not speech: \(words.reason)", .detail),
        PanelLine("“\(document.words(in: words.range))”", .hidden, rowLimit: 2),
      ], anchor: words.range, copyText: "“\(document.words(in: words.range))”",
      marks: [Highlight(words.range, role: .hidden)])
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
      subject: .utterance(first.utterance), copyText: copyText(of: first), marks: marks,
      marksWhenChosen: attributionMarks(of: first))
  }

  /// The words, then who said them where that is clear.
  private func copyText(of quote: Quote) -> String {
    guard quote.confidence >= Quote.unclearConfidence, let speaker = quote.speaker else {
      return wordsLine.text
    }
    let via = speaker.via.map { "via \(PanelLine(document.words(in: $0), .detail).text)" }
    let name = [speaker.name.capitalizedFirst, speaker.role, via].compactMap { $0 }
    return wordsLine.text + " — " + name.joined(separator: ", ")
  }

  private func speakerLines(of quote: Quote) -> [PanelLine] {
    guard quote.confidence >= Quote.unclearConfidence else {
      return [PanelLine("Speaker unclear", .unsure)] + candidateLines(of: quote)
    }
    guard let speaker = quote.speaker else { return [PanelLine("Nobody named", .unsure)] }
    let isSure = quote.confidence >= Quote.sureConfidence
    let mark = speaker.isAnonymous ? " (anonymous)" : ""
    let name = PanelLine(speaker.name.capitalizedFirst + mark, isSure ? .speaker : .unsure)
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
    // The colon of a transcript reports, but says nothing.
    guard let cue = quote.cue, document.words(in: cue).contains(where: \.isLetter) else {
      return nil
    }
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
    let role: Role = isSure ? .speaker : .unsure
    let isClear = quote.confidence >= Quote.unclearConfidence
    let introduction = isClear ? speaker.introduction : nil
    // Who was named by the reader is mentioned nowhere beside the quote.
    let mention = speaker.mention == quote.range ? nil : speaker.mention
    return [mention, introduction].compactMap { $0.map { Highlight($0, role: role) } }
  }
}

extension Substring {
  /// Without the comma that stood before the closing mark for the sake of what followed.
  var withoutLastComma: Substring { last == "," ? dropLast() : self }
}
