// The lines of a plain text: where their words are, how they are indented and marked.

import Articles

/// One line that is not blank.
struct TextLine {
  /// The words, without indentation, marker and trailing white space.
  var words: Range<Int>
  /// Columns before the marker or the words.
  var indentation: Int
  /// The list or quotation marker that was found.
  var marker: CandidateBlock.Marker
  /// The width in scalars from the first column, the marker included.
  var width: Int
  /// The width in scalars of the first word.
  var firstWordWidth: Int
  /// Whether a blank line, or the start of the text, comes before.
  var isAfterBlank: Bool
}

/// Splits a text into its lines.
struct LineScanner {
  private let bytes: [UInt8]
  private var index = 0
  private var isAfterBlank = true

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The next line that is not blank; nil at the end.
  mutating func next() -> TextLine? {
    while index < bytes.count {
      let start = index
      let end = endOfLine(from: start)
      index = end + 1
      let words = trimmed(start..<end, in: bytes)
      if words.isEmpty {
        isAfterBlank = true
        continue
      }
      defer { isAfterBlank = false }
      return line(start, words)
    }
    return nil
  }

  private func endOfLine(from start: Int) -> Int {
    let span = bytes.span
    var end = start
    while end < span.count, span[end] != 0x0A { end += 1 }
    return end
  }

  private func line(_ start: Int, _ words: Range<Int>) -> TextLine {
    let indentation = columns(start..<words.lowerBound)
    let (marker, lower) = marker(in: words)
    let (scalars, firstWord) = widths(lower..<words.upperBound)
    return TextLine(
      words: lower..<words.upperBound, indentation: indentation, marker: marker,
      width: indentation + (lower - words.lowerBound) + scalars, firstWordWidth: firstWord,
      isAfterBlank: isAfterBlank)
  }

  private func columns(_ range: Range<Int>) -> Int {
    var columns = 0
    for index in range {
      switch bytes[index] {
      case 0x09: columns += 8 - columns % 8
      case 0x80...0xBF: break
      default: columns += 1
      }
    }
    return columns
  }

  /// Scalars in all and in the first word; lines too long to be broken at a column are not counted.
  private func widths(_ range: Range<Int>) -> (all: Int, firstWord: Int) {
    let span = bytes.span
    guard range.count <= 364 else { return (range.count, 364) }
    var scalars = 0
    var firstWord = 0
    var isFirst = true
    for index in range where span[index] & 0xC0 != 0x80 {
      if span[index] == 0x20 { isFirst = false }
      scalars += 1
      if isFirst { firstWord += 1 }
    }
    return (scalars, firstWord)
  }
}

extension LineScanner {
  /// The marker that opens the words, and where what follows it begins.
  private func marker(in words: Range<Int>) -> (CandidateBlock.Marker, Int) {
    let first = bytes[words.lowerBound]
    let width = bulletWidth(at: words.lowerBound)
    if width > 0, let rest = rest(after: words.lowerBound + width, in: words) {
      let isBound = first < 0x80
      if !isBound || rest > words.lowerBound + width { return (.bullet, rest) }
    }
    if first == 0x3E, let rest = rest(after: endOfQuoteMarks(in: words), in: words) {
      return (.quotation, rest)
    }
    if first &- 0x30 < 10 { return number(in: words) }
    return (.none, words.lowerBound)
  }

  private func rest(after index: Int, in words: Range<Int>) -> Int? {
    guard index < words.upperBound else { return nil }
    let rest = trimmed(index..<words.upperBound, in: bytes)
    return rest.isEmpty ? nil : rest.lowerBound
  }

  private func endOfQuoteMarks(in words: Range<Int>) -> Int {
    var index = words.lowerBound
    while index < words.upperBound, bytes[index] == 0x3E || bytes[index] == 0x20 { index += 1 }
    return index
  }

  private func number(in words: Range<Int>) -> (CandidateBlock.Marker, Int) {
    var index = words.lowerBound
    var value = 0
    while index < words.upperBound, bytes[index] &- 0x30 < 10, value < 1000 {
      value = value * 10 + Int(bytes[index] &- 0x30)
      index += 1
    }
    guard value < 1000, index + 1 < words.upperBound, bytes[index] == 0x2E || bytes[index] == 0x29,
      bytes[index + 1] == 0x20, let rest = rest(after: index + 1, in: words)
    else { return (.none, words.lowerBound) }
    return (.number(value), rest)
  }

  /// "•", "◦", "▪", "‣", "●", "⦁", "·", "*" or "-"; 0 where there is none.
  private func bulletWidth(at index: Int) -> Int {
    switch bytes[index] {
    case 0x2A, 0x2D: return 1
    case 0xC2 where index + 1 < bytes.count && bytes[index + 1] == 0xB7: return 2
    case 0xE2 where index + 2 < bytes.count:
      switch (bytes[index + 1], bytes[index + 2]) {
      case (0x80, 0xA2), (0x80, 0xA3), (0x97, 0xA6), (0x96, 0xAA), (0x97, 0x8F), (0xA6, 0x81):
        return 3
      default: return 0
      }
    default: return 0
    }
  }
}
