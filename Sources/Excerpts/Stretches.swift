// Excerpts of texts longer than any article. They are looked for stretch by stretch, each by
// itself, so that neither the memory nor the time of one answer grows with the text. A text of
// ordinary length is one stretch and is always read as a whole.

public import Articles

extension Document {
  /// Up to this size, in bytes, a text is one stretch.
  package static let longestWhole = 2 << 20
  /// About the size of a stretch of a longer text. Names are resolved within one, so that a
  /// chapter should fit.
  package static let stretchSize = 512 << 10

  /// The parts that excerpts are looked for in, every byte in one of them. They are cut where blocks
  /// end, or in a block longer than a stretch where a line or a word does.
  ///
  /// - Parameter size: about how long each is, in bytes; nil for one of `stretchSize` in a text
  ///   longer than `longestWhole`, and for the whole text otherwise.
  /// - Returns: the stretches, in order.
  public func stretches(of size: Int? = nil) -> [TextRange] {
    let end = text.utf8.count
    guard let size = size ?? (end > Document.longestWhole ? Document.stretchSize : nil) else {
      return [TextRange(0, end)]
    }
    var cuts = stride(from: size, to: end - size / 2, by: size).map { cut(near: $0, within: size) }
    cuts = [0] + cuts + [end]
    return zip(cuts, cuts.dropFirst()).map { TextRange($0, $1) }.filter { !$0.isEmpty }
  }

  /// A place to cut: where a block begins, a line, a word, or at least a character.
  private func cut(near place: Int, within size: Int) -> Int {
    let bytes = text.utf8.span
    let block = blocks[firstBlock(endingAfter: place)...].first?.range
    if let start = block?.lowerBound, abs(start - place) < size / 4 {
      return min(start, bytes.count)
    }
    let nearest = place..<min(place + size / 4, bytes.count)
    for sign in [0x0A, 0x20] as [UInt8] {
      if let found = nearest.first(where: { bytes[$0] == sign }) { return found }
    }
    return nearest.first { bytes[$0] & 0xC0 != 0x80 } ?? place
  }

  private func firstBlock(endingAfter place: Int) -> Int {
    var low = 0
    var high = blocks.count
    while low < high {
      let middle = (low + high) / 2
      if blocks[middle].range.upperBound > place { high = middle } else { low = middle + 1 }
    }
    return low
  }

  /// What a finder reads of a stretch: its words with a line break before them, and the passages
  /// in these. Places in it are `offset` less than in the text.
  func excerpt(_ stretch: TextRange) -> (text: String, passages: [Passage], offset: Int) {
    let offset = stretch.lowerBound - 1
    let bytes = [0x0A] + text.bytes(stretch.bounds)
    let inside = blocks[firstBlock(endingAfter: stretch.lowerBound)...]
      .prefix { $0.range.lowerBound < stretch.upperBound }
    let passages = Document(text: "", blocks: Array(inside)).passages.compactMap { passage in
      passage.range.intersection(stretch).map {
        Passage($0.moved(by: -offset), passage.kind)
      }
    }
    return (String(decoding: bytes, as: UTF8.self), passages, offset)
  }
}

/// Finds the quotes and figures of one stretch of a document by itself.
///
/// - Parameters:
///   - stretch: one of `stretches(of:)`.
///   - document: the article.
///   - date: when it was published, for times like "on Friday".
///   - kinds: what to look for; everything by default.
/// - Returns: what was found, with ranges into the document's text.
public func findExcerpts(
  inStretch stretch: TextRange, of document: Document, date: PublicationDate? = nil,
  kinds: ExcerptKinds = [.quotes, .figures]
) -> FoundExcerpts {
  guard stretch != TextRange(0, document.text.utf8.count) else {
    return findExcerpts(in: document.text, document.passages, date: date, kinds: kinds)
  }
  let (text, passages, offset) = document.excerpt(stretch)
  var found = findExcerpts(in: text, passages, date: date, kinds: kinds)
  found.move(by: offset)
  return found
}
