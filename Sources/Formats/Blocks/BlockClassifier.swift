// Decides what each candidate is for: first by what its own words say, then by where it stands.
// It hides only what a rule names; what no rule names is body. Linear in the text.

import Articles

/// Assigns a role to each candidate of a text.
struct BlockClassifier {
  /// The canonical text.
  let bytes: [UInt8]
  /// The candidates, in order.
  let candidates: [CandidateBlock]
  /// The shape of each candidate.
  let features: [BlockFeatures]
  /// What each candidate was taken for.
  private(set) var verdicts: [BlockVerdict]
  /// Lines that stand in the text more than once, by hash: speakers' names, not headings.
  private var repeatedLines: [UInt64: Int] = [:]

  init(_ candidates: [CandidateBlock], in bytes: [UInt8]) {
    self.bytes = bytes
    self.candidates = candidates
    features = candidates.map { BlockFeatures($0.range, in: bytes) }
    verdicts = Array(repeating: .body, count: candidates.count)
    classifyByWords()
    classifyPictures()
    classifyOpening()
    classifyHeadings()
    classifyEnding()
  }

  /// The words and marks of a candidate, as many as the rules look at.
  func tokens(of index: Int, limit: Int = 80) -> [Token] {
    Formats.tokens(in: candidates[index].range.bounds, of: bytes, limit: limit)
  }

  /// Sets a verdict.
  mutating func mark(_ index: Int, _ verdict: BlockVerdict) { verdicts[index] = verdict }

  /// Whether nothing was found out about a candidate.
  func isUndecided(_ index: Int) -> Bool { verdicts[index] == .body }

  /// The next candidate after `index` that is shown; nil at the end.
  func shown(after index: Int) -> Int? {
    var next = index + 1
    while next < verdicts.count, verdicts[next].role.isHidden { next += 1 }
    return next < verdicts.count ? next : nil
  }

  /// Whether a candidate reads as a paragraph of running text.
  func isParagraph(_ index: Int) -> Bool {
    isUndecided(index)
      && (features[index].isLong
        || (features[index].isSentence && features[index].wordCount >= 6))
  }
}

extension BlockClassifier {
  /// Clutter, bylines and dates that say so themselves.
  private mutating func classifyByWords() {
    for index in candidates.indices
    where !candidates[index].isMarkedHeading && !candidates[index].isFixed {
      let isLong = features[index].byteCount > 600
      let line = tokens(of: index, limit: isLong ? 12 : 100)
      guard !line.isEmpty else { continue }
      if let verdict = linePhrase(line, isWhole: !isLong, index) {
        verdicts[index] = verdict
      } else if !isLong {
        countRepeats(of: line)
      }
    }
  }

  private func linePhrase(_ line: [Token], isWhole: Bool, _ index: Int) -> BlockVerdict? {
    if let phrase = ClutterPhrases.table.match(line, isWhole: isWhole) {
      return BlockVerdict(phrase.role, reason: phrase.reason)
    }
    guard isWhole else { return nil }
    return bracketedPointer(line, index)
      ?? (isContribution(line, index) ? BlockVerdict(.byline) : nil)
      ?? (isDateLine(line) ? BlockVerdict(.date) : nil)
  }

  private mutating func countRepeats(of line: [Token]) {
    guard line.count <= 8 else { return }
    repeatedLines[lineHash(line), default: 0] += 1
  }

  /// Whether the same short line stands elsewhere in the text too.
  func isRepeated(_ index: Int) -> Bool {
    repeatedLines[lineHash(tokens(of: index)), default: 0] > 1
  }

  private func lineHash(_ line: [Token]) -> UInt64 {
    line.reduce(TokenScanner.seed) { ($0 ^ $1.hash) &* 0x100_0000_01B3 }
  }

  /// "( PHOTOS: … )": a pointer in brackets with a label.
  private func bracketedPointer(_ line: [Token], _ index: Int) -> BlockVerdict? {
    let range = candidates[index].range
    guard bytes[range.lowerBound] == 0x28, bytes[range.upperBound - 1] == 0x29 else { return nil }
    guard let colon = line.prefix(6).firstIndex(where: { bytes[$0.range.lowerBound] == 0x3A }),
      colon >= 2
    else { return nil }
    let label = line[1].range
    guard bytes[label].allSatisfy({ $0 &- 0x61 >= 26 }) || isAlsoOn(line) else { return nil }
    return BlockVerdict(.related, reason: "pointer to another story")
  }

  private func isAlsoOn(_ line: [Token]) -> Bool {
    line.dropFirst().prefix(2).map(\.hash) == phraseHashes("also on")
  }
}
