// Captions and credits. A credit is told by who owns pictures: agencies, "Photo:", a slash between
// capitalised names; it may stand alone, in brackets at the end, or glued to a sentence's stop.

import Articles

extension BlockClassifier {
  /// Finds captions, credits and the alternative text that scrapes leave above a caption.
  mutating func classifyPictures() {
    for index in candidates.indices where isUndecided(index) && mayBePicture(index) {
      if let illustration = picture(at: index) {
        let isCreditOnly = illustration.caption == nil
        mark(index, BlockVerdict(isCreditOnly ? .credit : .caption, illustration: illustration))
        if !isCreditOnly { joinAlternativeText(before: index) }
      }
    }
  }

  private func mayBePicture(_ index: Int) -> Bool {
    !candidates[index].isMarkedHeading && !candidates[index].isFixed
      && features[index].byteCount <= 700
      && (features[index].ending == .bare || closesWithBracket(index) || opensWithLabel(index))
  }

  private func closesWithBracket(_ index: Int) -> Bool {
    let end = candidates[index].range.upperBound
    let last = bytes[end - 1] == 0x2E && end > 1 ? bytes[end - 2] : bytes[end - 1]
    return last == 0x29 || last == 0x5D
  }

  private func opensWithLabel(_ index: Int) -> Bool {
    tokens(of: index, limit: 1).first.map { PictureReading.labels.contains($0.hash) } ?? false
  }

  /// A short bare line right above a caption, without a blank line between, is its picture's text.
  private mutating func joinAlternativeText(before index: Int) {
    guard index > 0, !candidates[index].isAfterBlank, isUndecided(index - 1) else { return }
    let above = features[index - 1]
    guard above.ending == .bare, above.byteCount <= 200, candidates[index - 1].marker == .none,
      candidates[index - 1].isAfterBlank || verdicts[max(0, index - 2)].role.isHidden
        || index == 1
    else { return }
    guard above.wordCount <= 30 else { return }
    var verdict = BlockVerdict(.caption)
    verdict.joinsNext = true
    mark(index - 1, verdict)
  }

  private func picture(at index: Int) -> Illustration? {
    let range = candidates[index].range
    let reading = PictureReading(range, bytes, features[index])
    return reading.labelled() ?? reading.glued() ?? reading.bracketed() ?? reading.alone()
      ?? reading.photographed()
  }
}

/// Reads one line as a picture's words.
struct PictureReading {
  let range: TextRange
  let bytes: [UInt8]
  let feature: BlockFeatures
  private let line: [Token]

  init(_ range: TextRange, _ bytes: [UInt8], _ feature: BlockFeatures) {
    self.range = range
    self.bytes = bytes
    self.feature = feature
    line = tokens(in: range.bounds, of: bytes, limit: 80)
  }

  /// "Image copyright X Image caption Y", "Enlarge this image toggle caption X", "FILE PHOTO: Y".
  func labelled() -> Illustration? {
    let hashes = line.map(\.hash)
    if isPlayerCaption(hashes) { return Illustration(caption: range) }
    for (opening, isCredit) in Self.openings where hashes.starts(with: opening) {
      guard let start = start(ofToken: opening.count) else { return nil }
      if let split = position(of: Self.innerCaption, in: hashes),
        let caption = self.start(ofToken: split + 2)
      {
        let credit = TextRange(start, line[split].range.lowerBound)
        let words = trimmedRange(credit)
        return Illustration(
          caption: TextRange(caption, range.upperBound), credit: words.isEmpty ? nil : words)
      }
      let rest = TextRange(start, range.upperBound)
      return isCredit ? Illustration(credit: rest) : bracketed() ?? Illustration(caption: range)
    }
    return nil
  }

  /// "CLOSE A minister speaks … ", "Image A minister speaks … Credit A Name": what a player or a
  /// page puts before a caption.
  private func isPlayerCaption(_ hashes: [UInt64]) -> Bool {
    guard line.count >= 6, let second = start(ofToken: 1), isUpper(bytes[second]) else {
      return false
    }
    let opening = bytes[range.bounds]
    return opening.starts(with: "CLOSE ".utf8) || opening.starts(with: "Image ".utf8)
      || (hashes.contains(Self.credit)
        && (opening.starts(with: "Photo ".utf8) || opening.starts(with: "Video ".utf8)))
  }

  private static let credit = phraseHashes("credit")[0]

  /// "… on Monday.Some Agency/Another": a credit glued to the caption's stop.
  func glued() -> Illustration? {
    var index = range.upperBound - 4
    let lowest = max(range.lowerBound + 12, range.upperBound - 120)
    while index > lowest {
      if bytes[index] == 0x2E, isLower(bytes[index - 1]) || bytes[index - 1] == 0x29,
        isLower(bytes[index - 2]), isUpper(bytes[index + 1])
      {
        let credit = TextRange(index + 1, range.upperBound)
        return isCredit(credit, mustNameOwner: true)
          ? Illustration(caption: TextRange(range.lowerBound, index + 1), credit: credit) : nil
      }
      index -= 1
    }
    return nil
  }

  /// "… a caption. (Agency/Name)", "… a caption | Agency": a credit set off at the end.
  func bracketed() -> Illustration? {
    var end = range.upperBound
    if bytes[end - 1] == 0x2E, end - range.lowerBound > 4 { end -= 1 }
    guard bytes[end - 1] == 0x29 || bytes[end - 1] == 0x5D else { return barred() }
    let opener: UInt8 = bytes[end - 1] == 0x29 ? 0x28 : 0x5B
    var index = end - 2
    let lowest = max(range.lowerBound, end - 160)
    while index >= lowest, bytes[index] != opener { index -= 1 }
    guard index >= lowest else { return nil }
    let credit = TextRange(index + 1, end - 1)
    guard isCredit(credit, mustNameOwner: true) else { return nil }
    let caption = trimmedRange(TextRange(range.lowerBound, index))
    return Illustration(caption: caption.isEmpty ? nil : caption, credit: credit)
  }

  private func barred() -> Illustration? {
    guard let bar = line.last(where: { bytes[$0.range.lowerBound] == 0x7C }) else { return nil }
    let rest = trimmedRange(TextRange(bar.range.upperBound, range.upperBound))
    let opening = tokens(in: rest.bounds, of: bytes, limit: 6)
    let hasSlash = opening.contains { bytes[$0.range.lowerBound] == 0x2F }
    let hasOwner = opening.prefix(4).contains { Self.owners.contains($0.hash) }
    guard rest.count <= 120, hasSlash || hasOwner else {
      return nil
    }
    let caption = trimmedRange(TextRange(range.lowerBound, bar.range.lowerBound))
    return caption.isEmpty ? nil : Illustration(caption: caption, credit: rest)
  }

  /// "Name Name/Agency", "Photo: Name", "Photograph by Name": a credit on a line of its own.
  func alone() -> Illustration? {
    let hashes = line.map(\.hash)
    for label in Self.creditLabels where hashes.starts(with: label) {
      guard line.count <= 24, let start = start(ofToken: label.count) else { return nil }
      return Illustration(credit: TextRange(start, range.upperBound))
    }
    guard line.count <= 12, feature.ending == .bare else { return nil }
    let hasSlash = line.contains { bytes[$0.range.lowerBound] == 0x2F }
    let hasAgency = line.contains { Self.agencies.contains($0.hash) }
    guard hasSlash && hasAgency || hasAgency && feature.wordCount <= 4 else { return nil }
    return isCredit(range, mustNameOwner: true) ? Illustration(credit: range) : nil
  }

  /// "… seen in June 2019. REUTERS/Name": a credit after the caption's last stop.
  func photographed() -> Illustration? {
    guard feature.ending == .bare, feature.holdsSentenceEnd || feature.isLong else { return nil }
    var index = range.upperBound - 3
    let lowest = max(range.lowerBound + 10, range.upperBound - 90)
    while index > lowest, !(bytes[index] == 0x2E && bytes[index + 1] == 0x20) { index -= 1 }
    guard index > lowest else { return nil }
    let credit = TextRange(index + 2, range.upperBound)
    guard isCredit(credit, mustNameOwner: true) else { return nil }
    return Illustration(caption: TextRange(range.lowerBound, index + 1), credit: credit)
  }
}

extension PictureReading {
  /// Whether some words name the owner of a picture.
  private func isCredit(_ credit: TextRange, mustNameOwner: Bool) -> Bool {
    guard (2...120).contains(credit.count) else { return false }
    let words = tokens(in: credit.bounds, of: bytes, limit: 24)
    guard words.count < 24 else { return false }
    let plain = words.filter { !$0.isMark }
    let lower = plain.count {
      isLower(bytes[$0.range.lowerBound]) && !Self.joints.contains($0.hash) && $0.range.count > 1
    }
    guard lower <= 1, !plain.isEmpty else { return false }
    let hasSlash = words.contains { bytes[$0.range.lowerBound] == 0x2F }
    return hasSlash && lower == 0 || plain.contains { Self.owners.contains($0.hash) }
  }

  private func start(ofToken index: Int) -> Int? {
    index < line.count ? line[index].range.lowerBound : nil
  }

  private func position(of phrase: [UInt64], in hashes: [UInt64]) -> Int? {
    hashes.indices.dropLast().first { hashes[$0...].starts(with: phrase) }
  }

  private func trimmedRange(_ range: TextRange) -> TextRange {
    TextRange(trimmed(range.bounds, in: bytes))
  }

  private func isLower(_ byte: UInt8) -> Bool { byte &- 0x61 < 26 }
  private func isUpper(_ byte: UInt8) -> Bool { byte &- 0x41 < 26 }

  private static let innerCaption = phraseHashes("image caption")
  private static let openings: [([UInt64], Bool)] = [
    ("enlarge this image toggle caption", true), ("image copyright", true),
    ("image source", true), ("toggle caption", true), ("hide caption", true),
    ("image caption", false), ("media caption", false), ("file photo :", false),
    ("facebook twitter pinterest", false),
    ("media playback is unsupported on your device media caption", false),
    ("media playback is not supported on this device media caption", false),
    ("photo caption", false), ("caption :", false), ("file :", false),
    ("in this file photo", false),
  ].map { (phraseHashes($0.0), $0.1) }

  /// First words of lines that may be labelled.
  static let labels = Set(
    (openings.map(\.0) + creditLabels + ["close", "video"].map(phraseHashes)).compactMap(\.first))

  private static let creditLabels = [
    "photo :", "photos :", "photo credits :", "photo credit :", "photo by", "photograph by",
    "photographs by", "photo credit",
    "image credit", "image :", "picture :", "credit :", "photo courtesy", "courtesy of", "foto :",
    "crédit photo", "image via", "illustration by", "photo illustration by", "photo illustration :",
  ].map(phraseHashes)

  private static let joints = Set(
    ["of", "and", "the", "via", "for", "by", "de", "da", "van", "von", "photo", "pool", "file"]
      .flatMap(phraseHashes))

  /// Agencies whose name alone is a credit.
  private static let agencies = Set(
    ["ap", "reuters", "getty", "afp", "epa", "shutterstock", "alamy", "istock", "upi"]
      .flatMap(phraseHashes))

  private static let owners = agencies.union(
    [
      "photo", "photos", "photograph", "images", "courtesy", "screenshot", "flickr", "youtube",
      "wikimedia", "instagram", "bloomberg", "handout", "image", "credit", "via",
    ].flatMap(phraseHashes))
}
