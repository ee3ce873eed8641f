// Titles, summaries and headings: lines told by where they stand and that they close as no
// sentence does. All of these are shown, so a mistake here loses no words.

import Articles

extension BlockClassifier {
  /// Reads the top of the text: title, byline, dates, summary.
  mutating func classifyOpening() {
    guard let bodyStart = candidates.indices.first(where: { isOpeningParagraph($0) }) else {
      return
    }
    markStoryHighlights(upTo: bodyStart)
    markGluedCaption(upTo: bodyStart)
    if let title = titleIndex(before: bodyStart) {
      mark(title, BlockVerdict(.title))
      classifyLinesUnderTitle(title + 1, bodyStart)
    } else {
      classifyLinesUnderTitle(0, bodyStart)
    }
    markSummaryBullets(upTo: bodyStart)
  }

  /// Whether the body has begun: bullets at the top are a summary, not the body.
  private func isOpeningParagraph(_ index: Int) -> Bool {
    candidates[index].marker == .none && isParagraph(index)
      && (features[index].wordCount >= 9 || features[index].isLong)
  }

  /// The first line that reads as a headline, where nothing but hidden lines comes before.
  private func titleIndex(before bodyStart: Int) -> Int? {
    for index in 0..<bodyStart {
      if candidates[index].isMarkedHeading { return index }
      switch verdicts[index].role {
      case .body:
        if isNameLine(index) || isOutlet(index) { continue }
        return isHeadline(index) ? index : nil
      case .date, .byline, .credit, .related, .promo, .error, .legal, .origin: continue
      default: return nil
      }
    }
    return nil
  }

  private func isHeadline(_ index: Int) -> Bool {
    let feature = features[index]
    return candidates[index].marker == .none && (3...18).contains(feature.wordCount)
      && feature.byteCount <= 110 && !feature.holdsSentenceEnd && feature.ending != .period
      && feature.ending != .colon
      && feature.ending != .comma && feature.beginsUpright && !isByline(index)
  }

  /// "Story highlights …" and the bare lines after it are the summary of a page that lost its list.
  private mutating func markStoryHighlights(upTo end: Int) {
    guard let first = (0..<end).first(where: { isUndecided($0) }),
      tokens(of: first, limit: 2).map(\.hash) == Self.highlights
    else { return }
    for index in first..<end where isUndecided(index) && features[index].ending != .period {
      mark(index, BlockVerdict(.summary))
    }
  }

  private static let highlights = phraseHashes("story highlights")

  /// A first line with a sentence and then words that close as none does: a caption that a scrape
  /// glued to a short headline.
  private mutating func markGluedCaption(upTo end: Int) {
    guard let first = (0..<end).first(where: { isUndecided($0) }), first == 0,
      features[first].ending == .bare, features[first].holdsSentenceEnd
    else { return }
    mark(first, BlockVerdict(.caption))
  }

  private mutating func classifyLinesUnderTitle(_ start: Int, _ end: Int) {
    for index in start..<max(start, end) where isUndecided(index) {
      guard candidates[index].marker == .none else { continue }
      if isByline(index) || isNameLine(index) || isOutlet(index) {
        mark(index, BlockVerdict(.byline))
      } else if features[index].ending == .bare, features[index].wordCount >= 9 {
        mark(index, BlockVerdict(.summary))
      }
    }
  }

  private mutating func markSummaryBullets(upTo bodyStart: Int) {
    let bullets = (0..<bodyStart).filter {
      candidates[$0].marker == .bullet && isUndecided($0) && features[$0].byteCount <= 300
    }
    guard bullets.count >= 2 else { return }
    for index in bullets { mark(index, BlockVerdict(.summary)) }
  }

  /// Finds headlines of other stories, set in capitals among paragraphs that are not. A text with
  /// many such lines uses them as headings.
  private mutating func markCapitalPointers() {
    let lines = candidates.indices.filter { isCapitalHeadline($0) }
    guard lines.count <= 3, lines.count * 4 <= candidates.count else { return }
    for index in lines {
      guard index > 0, index + 1 < candidates.count, features[index - 1].wordCount >= 8,
        features[index + 1].wordCount >= 8, !features[index + 1].isCapitals
      else { continue }
      mark(index, BlockVerdict(.related, reason: "pointer to another story"))
    }
  }

  private func isCapitalHeadline(_ index: Int) -> Bool {
    let feature = features[index]
    return isUndecided(index) && feature.isCapitals && feature.ending != .period
      && (6...24).contains(feature.wordCount) && candidates[index].marker == .none
      && !candidates[index].isMarkedHeading && !candidates[index].isFixed
      && feature.capitalisedCount * 3 >= feature.wordCount * 2
      && bytes[candidates[index].range.lowerBound] != 0x22
  }

  /// Finds short lines between paragraphs that close as no sentence does.
  mutating func classifyHeadings() {
    markCapitalPointers()
    for index in candidates.indices where isUndecided(index) && isHeadingLike(index) {
      guard let next = shown(after: index), leadsToParagraph(next), !isAttribution(index) else {
        continue
      }
      if !isRepeated(index) { mark(index, BlockVerdict(.heading)) }
    }
  }

  /// Whether a paragraph comes next, with no more than one other heading before it.
  private func leadsToParagraph(_ index: Int) -> Bool {
    if isParagraph(index) { return true }
    guard isHeadingLike(index), let next = shown(after: index) else { return false }
    return isParagraph(next)
  }

  /// "Name Name, Paper": who said the words above.
  private func isAttribution(_ index: Int) -> Bool {
    let feature = features[index]
    let commas = bytes[candidates[index].range.bounds].count { $0 == 0x2C }
    return commas == 1 && feature.wordCount >= 4 && feature.capitalisedCount == feature.wordCount
      && !feature.isCapitals
  }

  private func isHeadingLike(_ index: Int) -> Bool {
    let candidate = candidates[index]
    let feature = features[index]
    guard candidate.isAfterBlank, candidate.isBeforeBlank, candidate.marker == .none,
      candidate.indentation < 8, feature.beginsUpright, index > 0
    else { return false }
    return (1...12).contains(feature.wordCount) && feature.byteCount <= 90
      && (feature.ending == .bare || isQuestionHeading(index)) && isUndecided(index)
  }

  /// A short question between two paragraphs, unless the text is full of them, as interviews are.
  private func isQuestionHeading(_ index: Int) -> Bool {
    let range = candidates[index].range
    guard bytes[range.upperBound - 1] == 0x3F, !features[index].holdsSentenceEnd,
      features[index].wordCount <= 8, bytes[range.lowerBound] &- 0x41 < 26
    else { return false }
    guard index > 0, index + 1 < candidates.count, features[index - 1].wordCount >= 8,
      features[index + 1].wordCount >= 12
    else { return false }
    return !isInterview
  }

  /// Headlines that stand below "Read more:" are other stories', up to the next paragraph.
  mutating func classifyPointerLists() {
    var isBelow = false
    for index in candidates.indices {
      switch verdicts[index].role {
      case .related: isBelow = features[index].wordCount <= 4
      case .body where isBelow && isUndecided(index) && isPointerHeadline(index):
        mark(index, BlockVerdict(.related, reason: "pointer to another story"))
      case .promo: break
      default: isBelow = false
      }
    }
  }

  /// A headline, most of its words with capitals.
  private func isPointerHeadline(_ index: Int) -> Bool {
    let feature = features[index]
    return (3...18).contains(feature.wordCount) && feature.beginsUpright
      && (feature.ending == .bare || feature.ending == .question) && !feature.holdsSentenceEnd
      && feature.capitalisedCount * 2 >= feature.wordCount && !opensWithQuotation(index)
  }

  /// Reads the end of the text: who the writer is.
  mutating func classifyEnding() {
    var seen = 0
    for index in candidates.indices.reversed() where !verdicts[index].role.isHidden {
      if isUndecided(index), isBiography(index) { mark(index, BlockVerdict(.byline)) }
      seen += 1
      if seen == 5 { return }
    }
  }

  /// Drawn lines take the role of what they set off, if that is not running text.
  mutating func classifySeparators() {
    var following: BlockVerdict?
    for index in candidates.indices.reversed() {
      if isUndecided(index), isSeparator(candidates[index].range, in: bytes) {
        if let following { mark(index, following) }
        continue
      }
      let verdict = verdicts[index]
      let isApart = verdict.role == .byline || verdict.role.isHidden
      following = isApart ? BlockVerdict(verdict.role, reason: verdict.reason) : nil
    }
  }
}

/// Whether a line is drawn rather than written: "___", "* * *", "-----".
func isSeparator(_ range: TextRange, in bytes: [UInt8]) -> Bool {
  guard range.count <= 100 else { return false }
  var marks = 0
  for byte in bytes[range.bounds] {
    switch byte {
    case 0x2A, 0x2D, 0x5F, 0x3D, 0x7E, 0x23: marks += 1
    case 0x20: break
    default: return false
    }
  }
  return marks >= 2
}
