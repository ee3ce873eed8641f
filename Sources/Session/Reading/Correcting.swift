// Correcting the open article. What is asked for is an effect: the article is read anew with the
// correction in it, so that its excerpts agree, and one goes on where one was.

import Articles
import Excerpts
import Screen
import Typesetting

/// A block that was hidden or shown.
struct BlockChange: Hashable {
  /// The correction that was made or forgotten.
  var correction: Correction
  /// Whether it was made.
  var isMade: Bool
  /// Where the reading line was.
  var point: Int
}

extension AppState {
  /// Gives the article another title, or its own again.
  mutating func correctTitle(_ title: String) -> [Effect] {
    guard let loaded = reading?.loaded else { return [] }
    let title = title.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let isKnown = loaded.corrections.contains { $0.replaces(.title("")) }
    if title == loaded.parsedTitle {
      notice = Notice(isKnown ? "The title is the source's again." : "That is the title already.")
      return isKnown ? change(.withdraw(loaded.article.id, .title(title))) : []
    }
    guard !title.isEmpty, title != loaded.article.metadata.title else {
      notice = Notice("That is the title already.")
      return []
    }
    notice = Notice("The title is corrected.\(again("correct-title", "takes it back"))")
    return change(.correct(loaded.article.id, .title(title)))
  }

  /// Names who said the words that are chosen or come next, or leaves that to the program again.
  mutating func correctSpeaker(_ name: String) -> [Effect] {
    guard let reading, let quote = reading.quoteToCorrect else { return [] }
    let id = reading.loaded.article.id
    let name = name.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let known = reading.correctionOfSpeaker
    if name == ReadingState.asFound, let known {
      notice = Notice("The speaker is as the program found it.")
      return change(.withdraw(id, known))
    }
    let isNobody = name == ReadingState.nobody
    let correction = Correction.speaker(
      of: TextAnchor(quote.range, in: reading.text), is: isNobody ? nil : name)
    notice = Notice(isNobody ? "Nobody is named for this." : "Said by \(name.harmless).")
    return change(.correct(id, correction))
  }

  /// Hides or shows a block; doing it again before moving on takes that back.
  mutating func correctBlock() -> [Effect] {
    guard let reading else { return [] }
    let id = reading.loaded.article.id
    if var last = reading.blockChange, last.point == reading.point {
      last.isMade.toggle()
      self.reading?.blockChange = last
      notice = Notice("Taken back.")
      return change(last.isMade ? .correct(id, last.correction) : .withdraw(id, last.correction))
    }
    guard let block = reading.blockToCorrect else {
      notice = Notice("There is no block here.")
      return []
    }
    let correction = Correction.role(
      of: TextAnchor(block: block, in: reading.loaded.article.document),
      is: block.role.isHidden ? block.roleWhereShown : .promo)
    let known = reading.loaded.corrections.first { $0.replaces(correction) }
    self.reading?.blockChange = BlockChange(
      correction: known ?? correction, isMade: known == nil, point: reading.point)
    let words = reading.openingWords(of: block)
    notice = Notice(
      "\(block.role.isHidden ? "Shown" : "Hidden"): “\(words)”"
        + again("correct-block", "takes it back"))
    return change(known.map { .withdraw(id, $0) } ?? .correct(id, correction))
  }

  /// Asks for a change of the corrections; the article comes again.
  private mutating func change(_ effect: Effect) -> [Effect] {
    opening = reading?.loaded.article.id
    return [effect]
  }

  /// " ch takes it back."
  private func again(_ command: String, _ words: String) -> String {
    let key = keyMap.patterns(for: command, in: paneContext).first
    return key.map { " \(KeyMap.shown($0)) \(words)." } ?? ""
  }
}

extension ReadingState {
  /// What stands for nobody, and for what the program found, where a speaker is named.
  fileprivate static let (nobody, asFound) = ("nobody", "as found")

  /// The first piece of the quote that is chosen or comes next.
  fileprivate var quoteToCorrect: Quote? {
    guard case .utterance(let number) = chosenItem(in: SidePanel.quotes.id)?.subject else {
      return nil
    }
    return loaded.excerpts.quotes.first { $0.utterance == number }
  }

  fileprivate var correctionOfSpeaker: Correction? {
    guard let quote = quoteToCorrect else { return nil }
    let wanted = Correction.speaker(of: TextAnchor(quote.range, in: text), is: nil)
    return loaded.corrections.first { $0.replaces(wanted) }
  }

  /// The names that the article tells, with those that mean none of them.
  var speakersToOffer: [String] {
    let names = loaded.excerpts.quotes.compactMap(\.speaker?.name) + quoteCandidates
    var seen: Set<String> = []
    let offered = names.filter { seen.insert($0.lowercased()).inserted }
    return offered + [Self.nobody] + (correctionOfSpeaker == nil ? [] : [Self.asFound])
  }

  private var quoteCandidates: [String] { quoteToCorrect?.candidates.map(\.name) ?? [] }

  /// The block chosen in the panel of what is hidden, or the one at the reading line.
  fileprivate var blockToCorrect: Block? {
    let blocks = loaded.article.document.blocks
    if openPanel == SidePanel.hidden.id, let item = chosenItem(in: SidePanel.hidden.id) {
      return blocks.first { $0.range == item.anchor }
    }
    let place = blocks.firstPlace { $0.range.upperBound > point }
    return blocks[place...].first { showsHidden || !$0.role.isHidden }
  }

  fileprivate func openingWords(of block: Block) -> String {
    let words = loaded.article.document.words(in: block.range)
      .split(maxSplits: 6, whereSeparator: \.isWhitespace)
    return words.prefix(6).joined(separator: " ").harmless + (words.count > 6 ? "…" : "")
  }

  /// Goes on where another reading of the same text was.
  mutating func resume(_ earlier: ReadingState) {
    guard text == earlier.text else { return }
    if earlier.showsHidden { typeset = typeset.showing(hidden: true) }
    typeset = typeset.scrolled(earlier.typeset.sideways)
    (topPosition, point, home) = (earlier.topPosition, earlier.point, earlier.home)
    jumps = earlier.jumps.map(\.withoutRows)
    marks = earlier.marks.mapValues(\.withoutRows)
    blockChange = earlier.blockChange
    found = earlier.found.map { FoundText($0.query, in: self, from: point) }
  }
}

extension Place {
  /// The place with no more than its text positions.
  fileprivate var withoutRows: Place {
    var place = self
    place.measure = 0
    return place
  }
}

extension Block {
  /// What the block is where it is part of the article.
  fileprivate var roleWhereShown: BlockRole {
    switch content {
    case .heading: .heading
    case .illustration: .caption
    case .paragraph, .list, .quotation, .code, .table, .rule: .body
    }
  }
}
