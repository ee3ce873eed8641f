// What the classified blocks tell about the article: title, writers, date, site, address, language.

import Articles

/// Reads metadata from the blocks of a document.
struct MetadataReader {
  /// What was found.
  private(set) var metadata = Metadata()
  private let bytes: [UInt8]

  init(_ bytes: [UInt8], _ blocks: [Block], address: String? = nil) {
    self.bytes = bytes
    metadata.address = address
    for block in blocks { read(block) }
    metadata.language = guessLanguage(blocks, in: bytes)
  }

  private mutating func read(_ block: Block) {
    switch block.role {
    case .title: metadata.title = metadata.title ?? words(block.range)
    case .byline: readByline(block.range)
    case .date: metadata.date = metadata.date ?? dateWritten(in: block.range.bounds, of: bytes)
    case .origin: readOrigin(block.range)
    case .legal: metadata.site = metadata.site ?? copyrightHolder(block.range)
    default: break
    }
  }

  private func words(_ range: TextRange) -> String {
    String(decoding: bytes[range.bounds], as: UTF8.self)
  }

  private mutating func readByline(_ range: TextRange) {
    if metadata.byline.isEmpty {
      metadata.byline = BylineNames(range.bounds, in: bytes).names
      let isNameLine =
        metadata.byline.isEmpty && range.count <= 90 && bytes[range.upperBound - 1] != 0x2E
      if isNameLine { metadata.byline = BylineNames(listIn: Array(bytes[range.bounds])).names }
    }
    if metadata.date == nil, range.count <= 160 {
      metadata.date = dateWritten(in: range.bounds, of: bytes)
    }
  }

  /// "… on The Paper", "… in The Paper": the words after the last such preposition.
  private mutating func readOrigin(_ range: TextRange) {
    if let address = address(in: range) {
      metadata.address = metadata.address ?? address
      return
    }
    let line = tokens(in: range.bounds, of: bytes, limit: 60)
    guard let word = line.first(where: { Self.prepositions.contains($0.hash) }) else { return }
    metadata.site = name(from: word.range.upperBound, to: range.upperBound) ?? metadata.site
  }

  private static let prepositions = Set(["on", "in", "at"].flatMap(phraseHashes))

  /// "© 2026 Some Paper. All rights reserved.": the words after the year.
  private func copyrightHolder(_ range: TextRange) -> String? {
    let line = tokens(in: range.bounds, of: bytes, limit: 24)
    guard let mark = line.prefix(3).firstIndex(where: { bytes[$0.range.lowerBound] == 0xC2 }),
      mark + 2 < line.count, line[mark + 1].hash == TokenScanner.number
    else { return nil }
    return name(from: line[mark + 2].range.lowerBound, to: range.upperBound)
  }

  /// The capitalised words from a place to the next stop or comma.
  private func name(from start: Int, to end: Int) -> String? {
    var stop = start
    while stop < end {
      let isBeforeSpace = stop + 1 >= end || bytes[stop + 1] == 0x20
      if bytes[stop] == 0x2C || (bytes[stop] == 0x2E && isBeforeSpace) { break }
      stop += 1
    }
    let range = trimmed(start..<stop, in: bytes)
    guard (2...60).contains(range.count) else { return nil }
    let first = bytes[range.lowerBound]
    let isUpright = first &- 0x41 < 26 || first &- 0x30 < 10 || first >= 0xC3
    return isUpright || bytes[range].contains(0x2E)
      ? String(decoding: bytes[range], as: UTF8.self) : nil
  }

  private func address(in range: TextRange) -> String? {
    let bytes = bytes[range.bounds]
    for opener in ["https://", "http://"] {
      guard bytes.count > opener.utf8.count else { continue }
      let last = bytes.endIndex - opener.utf8.count
      for start in bytes.startIndex...last
      where bytes[start] == 0x68 && bytes[start...].starts(with: opener.utf8) {
        return String(decoding: bytes[start...].prefix { $0 > 0x20 }, as: UTF8.self)
      }
    }
    return nil
  }
}
