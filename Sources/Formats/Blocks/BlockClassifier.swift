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
  /// Whether so many lines ask that the text is a conversation.
  let isInterview: Bool
  /// Lines that stand in the text more than once, by hash: speakers' names, not headings.
  private var repeatedLines: [UInt64: Int] = [:]

  init(_ candidates: [CandidateBlock], in bytes: [UInt8]) {
    self.bytes = bytes
    self.candidates = candidates
    features = candidates.map { BlockFeatures($0.range, in: bytes) }
    let questions = features.count { $0.ending == .question && $0.wordCount <= 30 }
    isInterview = questions >= 4 && questions * 6 > candidates.count
    verdicts = Array(repeating: .body, count: candidates.count)
    classifyByWords()
    classifyAddresses()
    classifyPictures()
    classifyOpening()
    classifyPointerLists()
    classifyHeadings()
    classifyEnding()
    classifySeparators()
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
      let isLong = features[index].byteCount > 440
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
    if let phrase = ClutterPhrases.table.match(line, isWhole: isWhole),
      phrase.place == .whole || !opensWithQuotation(index)
    {
      return BlockVerdict(phrase.role, reason: phrase.reason)
    }
    if let caption = galleryCaption(line, index) { return caption }
    guard isWhole, !opensWithQuotation(index) else { return nil }
    if isFollowPrompt(line) { return BlockVerdict(.promo, reason: "social media prompt") }
    if isSignUp(line) { return BlockVerdict(.promo, reason: "newsletter prompt") }
    return bracketedPointer(line, index) ?? gluedLabel(line, index)
      ?? (isContribution(line) ? BlockVerdict(.byline) : nil)
      ?? (isDateLine(line) ? BlockVerdict(.date) : nil)
  }

  /// Whether someone speaks in a line: what they say is the article's, whatever the words.
  func opensWithQuotation(_ index: Int) -> Bool {
    let words = bytes[candidates[index].range.bounds]
    return words.first == 0x22 || words.starts(with: [0xE2, 0x80, 0x9C])
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

  /// "( PHOTOS: … )": a pointer in brackets with a label; "[embed id=1]": what a page system left.
  private func bracketedPointer(_ line: [Token], _ index: Int) -> BlockVerdict? {
    let range = candidates[index].range
    if isShortcode(range) { return BlockVerdict(.promo, reason: "page control") }
    if bytes[range.lowerBound] == 0x5B, bytes[range.upperBound - 1] == 0x5D,
      line.first.map({ Self.pointers.contains($0.hash) }) ?? false
    {
      return BlockVerdict(.related, reason: "pointer to another story")
    }
    guard bytes[range.lowerBound] == 0x28, bytes[range.upperBound - 1] == 0x29 else { return nil }
    guard let colon = line.prefix(6).firstIndex(where: { bytes[$0.range.lowerBound] == 0x3A }),
      colon >= 2
    else { return nil }
    let label = line[1].range
    guard bytes[label].allSatisfy({ $0 &- 0x61 >= 26 }) || isAlsoOn(line) else { return nil }
    return BlockVerdict(.related, reason: "pointer to another story")
  }

  /// "[pullquote]", "[embed id="7"]": one lower-case name in brackets, alone or with settings.
  private func isShortcode(_ range: TextRange) -> Bool {
    let words = bytes[range.bounds]
    guard words.count >= 4, words.count <= 120, words.first == 0x5B, words.last == 0x5D else {
      return false
    }
    let inside = words.dropFirst().dropLast()
    let name = inside.prefix { $0 &- 0x61 < 26 || $0 == 0x5F || $0 == 0x2F }
    return name.count >= 4 && (name.count == inside.count || inside.contains(0x3D))
  }

  /// "Photos: … Hide Caption 2 of 9": the strip of a gallery, often longer than a paragraph.
  private func galleryCaption(_ line: [Token], _ index: Int) -> BlockVerdict? {
    let hashes = line.prefix(2).map(\.hash)
    guard hashes == Self.gallery || hashes == Self.hiddenCaption else { return nil }
    return BlockVerdict(.caption, illustration: Illustration(caption: candidates[index].range))
  }

  private static let gallery = phraseHashes("photos :")
  private static let hiddenCaption = phraseHashes("hide caption")

  /// A short line that names a newsletter or podcast and asks to sign up or listen.
  private func isSignUp(_ line: [Token]) -> Bool {
    guard line.count <= 70 else { return false }
    var offers = false
    var asks = false
    for (position, token) in line.enumerated() {
      if Self.offers.contains(token.hash) { offers = true }
      if Self.requests.contains(token.hash) { asks = true }
      if token.hash == Self.sign, position + 1 < line.count {
        asks = asks || line[position + 1].hash == Self.up
      }
    }
    if offers, asks { return true }
    return line.count <= 30 && line.contains { $0.hash == Self.podcast }
      && line.first.map { Self.invitations.contains($0.hash) } ?? false
  }

  private static let offers = WordSet(
    ["newsletter", "newsletters", "inbox"].flatMap(phraseHashes))
  private static let requests = WordSet(
    ["subscribe", "signup", "unsubscribe"].flatMap(phraseHashes))
  private static let sign = phraseHashes("sign")[0]
  private static let up = phraseHashes("up")[0]
  private static let podcast = phraseHashes("podcast")[0]
  private static let invitations = Set(
    ["catch", "listen", "subscribe", "download", "hear"].flatMap(phraseHashes))

  /// "MORE NEWS:A headline": a label that a scrape glued to another story's headline.
  private func gluedLabel(_ line: [Token], _ index: Int) -> BlockVerdict? {
    guard line.count <= 30, features[index].ending == .bare || features[index].ending == .question
    else { return nil }
    guard let colon = line.prefix(6).first(where: { bytes[$0.range.lowerBound] == 0x3A }),
      colon.range.upperBound < candidates[index].range.upperBound,
      bytes[colon.range.upperBound] &- 0x41 < 26, features[index].wordCount >= 4,
      candidates[index].marker == .none
    else { return nil }
    return BlockVerdict(.related, reason: "pointer to another story")
  }

  private static let pointers = Set(["watch", "read", "related", "see"].flatMap(phraseHashes))

  /// "Follow Name Name on Twitter", however the name runs.
  private func isFollowPrompt(_ line: [Token]) -> Bool {
    guard line.count <= 24, line.first?.hash == Self.follow else { return false }
    return line.contains { Self.networks.contains($0.hash) }
  }

  private static let follow = phraseHashes("follow")[0]
  private static let networks = Set(
    ["twitter", "facebook", "instagram", "linkedin", "youtube"].flatMap(phraseHashes))

  private func isAlsoOn(_ line: [Token]) -> Bool {
    line.dropFirst().prefix(2).map(\.hash) == phraseHashes("also on")
  }
}
