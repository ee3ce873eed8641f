// Titles, summaries and headings: lines told by where they stand and that they close as no
// sentence does. All of these are shown, so a mistake here loses no words.

import Articles

extension BlockClassifier {
  /// Reads the top of the text: title, byline, dates, summary.
  mutating func classifyOpening() {
    guard let bodyStart = candidates.indices.first(where: { isOpeningParagraph($0) }) else {
      return
    }
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
      && (features[index].wordCount >= 12 || features[index].isLong)
  }

  /// The first line that reads as a headline, where nothing but hidden lines comes before.
  private func titleIndex(before bodyStart: Int) -> Int? {
    for index in 0..<bodyStart {
      if candidates[index].isMarkedHeading { return index }
      switch verdicts[index].role {
      case .body: return isHeadline(index) ? index : nil
      case .date, .byline, .credit, .related, .promo, .error, .legal, .origin: continue
      default: return nil
      }
    }
    return nil
  }

  private func isHeadline(_ index: Int) -> Bool {
    let feature = features[index]
    return candidates[index].marker == .none && (3...22).contains(feature.wordCount)
      && feature.byteCount <= 150 && feature.ending != .period && feature.ending != .colon
      && feature.ending != .comma && feature.beginsUpright && !isByline(index)
  }

  private mutating func classifyLinesUnderTitle(_ start: Int, _ end: Int) {
    for index in start..<max(start, end) where isUndecided(index) {
      guard candidates[index].marker == .none else { continue }
      if isByline(index) {
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

  /// Finds short lines between paragraphs that close as no sentence does.
  mutating func classifyHeadings() {
    for index in candidates.indices where isUndecided(index) && isHeadingLike(index) {
      guard let next = shown(after: index), isParagraph(next) || isHeadingLike(next) else {
        continue
      }
      if !isRepeated(index) { mark(index, BlockVerdict(.heading)) }
    }
  }

  private func isHeadingLike(_ index: Int) -> Bool {
    let candidate = candidates[index]
    let feature = features[index]
    guard candidate.isAfterBlank, candidate.isBeforeBlank, candidate.marker == .none,
      candidate.indentation < 8, feature.beginsUpright, index > 0
    else { return false }
    return (1...10).contains(feature.wordCount) && feature.byteCount <= 80
      && feature.ending == .bare && isUndecided(index)
  }

  /// Reads the end of the text: who the writer is.
  mutating func classifyEnding() {
    var seen = 0
    for index in candidates.indices.reversed() where !verdicts[index].role.isHidden {
      if isUndecided(index), isBiography(index) { mark(index, BlockVerdict(.byline)) }
      seen += 1
      if seen == 3 { return }
    }
  }
}
