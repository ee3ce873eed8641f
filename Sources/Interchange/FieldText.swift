internal import Articles

/// The text of one printed field, made of pieces of the canonical text, and the way back.
///
/// White space is folded: a line end inside a paragraph becomes a blank, so that what was
/// hard-wrapped reads as it was meant. A line break that the author asked for stays.
struct FieldText {
  /// A piece of the canonical text that stands in the field unchanged.
  private struct Piece {
    let source: TextRange
    let start: Int
  }

  /// The field's text.
  private(set) var bytes: [UInt8] = []
  private var pieces: [Piece] = []

  /// The field's text as a string.
  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Adds characters that the source does not have.
  mutating func append(_ text: String) {
    bytes.append(contentsOf: text.utf8)
  }

  /// Adds a range of the source; with `folding`, runs of white space become one blank.
  mutating func append(_ range: TextRange, of source: [UInt8], folding: Bool = true) {
    var start = range.lowerBound
    var index = start
    while index < range.upperBound {
      guard folding, source[index] <= 0x20 else {
        index += 1
        continue
      }
      let end = endOfWhiteSpace(in: source, from: index, to: range.upperBound)
      // A lone blank is itself: no new piece.
      if end == index + 1, source[index] == 0x20 {
        index = end
        continue
      }
      appendPiece(TextRange(start, index), of: source)
      bytes.append(0x20)
      start = end
      index = end
    }
    appendPiece(TextRange(start, range.upperBound), of: source)
  }

  private mutating func appendPiece(_ range: TextRange, of source: [UInt8]) {
    guard !range.isEmpty else { return }
    pieces.append(Piece(source: range, start: bytes.count))
    bytes.append(contentsOf: source[range.bounds])
  }

  private func endOfWhiteSpace(in source: [UInt8], from start: Int, to end: Int) -> Int {
    var index = start
    while index < end, source[index] <= 0x20 { index += 1 }
    return index
  }

  /// Where a range of the canonical text lies in the field, in bytes; nil where it does not.
  func place(of range: TextRange) -> TextRange? {
    guard let first = piece(at: range.lowerBound), !range.isEmpty else { return nil }
    guard let last = piece(at: range.upperBound - 1) else { return nil }
    guard first.source.lowerBound < range.upperBound else { return nil }
    let start = first.start + max(0, range.lowerBound - first.source.lowerBound)
    let end = last.start + min(range.upperBound - last.source.lowerBound, last.source.count)
    return TextRange(start, end)
  }

  /// The piece that holds a byte, or the next one where the byte was folded away.
  private func piece(at offset: Int) -> Piece? {
    var low = 0
    var high = pieces.count
    while low < high {
      let middle = (low + high) / 2
      if pieces[middle].source.upperBound <= offset { low = middle + 1 } else { high = middle }
    }
    return low < pieces.count ? pieces[low] : nil
  }
}
