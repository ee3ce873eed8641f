// Quotation marks as they stand in a paragraph: which sign, and what its neighbours allow.

import Prose

/// One quotation mark or apostrophe.
struct QuoteMark {
  /// The families of marks; a mark is closed by one of its own family.
  enum Family: UInt8 {
    case double, guillemet, single
  }

  /// Which way the sign itself points, whatever its neighbours.
  enum Direction: UInt8 {
    case either, opening, closing
  }

  var start: Int
  var end: Int
  var family: Family
  var direction: Direction
  /// The byte before is a space, an opening bracket, a dash or the paragraph's start.
  var isAfterGap: Bool
  /// The byte before is a letter or digit, or the equals sign of markup left behind.
  var isAfterWord: Bool
  /// What follows is a space, a sign or the paragraph's end.
  var isBeforeGap: Bool
  /// What follows is a space or the paragraph's end.
  var isBeforeSpace: Bool

  /// Whether a quotation can start here.
  var canOpen: Bool {
    switch direction {
    case .opening: !(isAfterWord && isBeforeGap)
    case .closing: isAfterGap && !isBeforeGap
    case .either: !isBeforeSpace && !isAfterWord
    }
  }

  /// Whether a quotation can end here.
  var canClose: Bool {
    switch direction {
    case .opening: !isAfterGap && isBeforeGap
    case .closing: true
    case .either: !isAfterGap || isBeforeSpace
    }
  }
}

/// Finds the marks of a paragraph.
struct QuoteMarkScanner {
  let bytes: [UInt8]

  /// The marks of a paragraph in order. Apostrophes inside words are left out.
  func marks(in paragraph: Range<Int>, into marks: inout [QuoteMark]) {
    marks.removeAll(keepingCapacity: true)
    var offset = paragraph.lowerBound
    while offset < paragraph.upperBound {
      let byte = bytes[offset]
      if byte == UInt8(ascii: "\"") {
        append(.double, .either, offset..<offset + 1, paragraph, &marks)
        offset += 1
      } else if byte == UInt8(ascii: "'") || byte == UInt8(ascii: "`") {
        offset = appendApostrophes(from: offset, paragraph, &marks)
      } else if byte == 0xC2 || byte == 0xE2 || byte == 0xC3 {
        offset = appendSign(at: offset, paragraph, &marks)
      } else {
        offset += 1
      }
    }
  }

  /// Runs of apostrophes: two are a double mark, three are both kinds.
  private func appendApostrophes(
    from start: Int, _ paragraph: Range<Int>, _ marks: inout [QuoteMark]
  ) -> Int {
    var end = start
    while end < paragraph.upperBound, bytes[end] == bytes[start] { end += 1 }
    switch end - start {
    case 1: append(.single, .either, start..<end, paragraph, &marks)
    case 2: append(.double, .either, start..<end, paragraph, &marks)
    case 3:
      let opens = isGap(before: start, in: paragraph)
      let middle = opens ? start + 2 : start + 1
      append(opens ? .double : .single, .either, start..<middle, paragraph, &marks)
      append(opens ? .single : .double, .either, middle..<end, paragraph, &marks)
    default: break
    }
    return end
  }

  private func appendSign(
    at offset: Int, _ paragraph: Range<Int>, _ marks: inout [QuoteMark]
  ) -> Int {
    guard let (family, direction, length) = sign(at: offset, before: paragraph.upperBound) else {
      return offset + (bytes[offset] == 0xE2 ? 3 : 2)
    }
    append(family, direction, offset..<offset + length, paragraph, &marks)
    return offset + length
  }

  /// The mark beyond ASCII at an offset, mojibake of UTF-8 read as Windows-1252 included.
  private func sign(
    at offset: Int, before end: Int
  ) -> (QuoteMark.Family, QuoteMark.Direction, Int)? {
    func byte(_ distance: Int) -> UInt8 {
      offset + distance < end ? bytes[offset + distance] : 0
    }
    switch (byte(0), byte(1), byte(2)) {
    case (0xC2, 0xAB, _): return (.guillemet, .opening, 2)
    case (0xC2, 0xBB, _): return (.guillemet, .closing, 2)
    case (0xE2, 0x80, 0x9C): return (.double, .opening, 3)
    case (0xE2, 0x80, 0x9D), (0xE2, 0x80, 0x9F): return (.double, .closing, 3)
    case (0xE2, 0x80, 0x9E): return (.double, .opening, 3)
    case (0xE2, 0x80, 0x98), (0xE2, 0x80, 0x9A), (0xE2, 0x80, 0xB9): return (.single, .opening, 3)
    case (0xE2, 0x80, 0x99), (0xE2, 0x80, 0xBA): return (.single, .closing, 3)
    case (0xC3, 0xA2, 0xE2) where byte(3) == 0x82 && byte(4) == 0xAC:
      return mojibake(byte(5), byte(6))
    default: return nil
    }
  }

  private func mojibake(
    _ first: UInt8, _ second: UInt8
  ) -> (QuoteMark.Family, QuoteMark.Direction, Int)? {
    switch (first, second) {
    case (0xC5, 0x93): (.double, .opening, 7)
    case (0xC2, 0x9D): (.double, .closing, 7)
    case (0xCB, 0x9C): (.single, .opening, 7)
    case (0xE2, 0x84): (.single, .closing, 8)
    default: nil
    }
  }

  private func append(
    _ family: QuoteMark.Family, _ direction: QuoteMark.Direction, _ range: Range<Int>,
    _ paragraph: Range<Int>, _ marks: inout [QuoteMark]
  ) {
    let isAfterWord =
      range.lowerBound > paragraph.lowerBound
      && (isWord(bytes[range.lowerBound - 1]) || bytes[range.lowerBound - 1] == UInt8(ascii: "="))
    let next = range.upperBound
    let isBeforeSpace = next >= paragraph.upperBound || isSpace(at: next)
    let isBeforeWord = !isBeforeSpace && (isWord(bytes[next]) || isOpening(bytes[next]))
    if family == .single, direction != .opening, isAfterWord, !isBeforeSpace, isWord(bytes[next]) {
      return
    }
    marks.append(
      QuoteMark(
        start: range.lowerBound, end: next, family: family, direction: direction,
        isAfterGap: isGap(before: range.lowerBound, in: paragraph), isAfterWord: isAfterWord,
        isBeforeGap: !isBeforeWord, isBeforeSpace: isBeforeSpace))
  }

  private func isWord(_ byte: UInt8) -> Bool {
    byte < 0x80
      ? ByteClass.isWordPart(byte) || ByteClass.isDigit(byte) : byte >= 0xC3 || byte < 0xC0
  }

  /// Signs that may stand between an opening mark and the first word.
  private func isOpening(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "["), UInt8(ascii: "("), UInt8(ascii: "$"), UInt8(ascii: "#"),
      UInt8(ascii: "@"), UInt8(ascii: "'"), UInt8(ascii: "\""):
      true
    default: false
    }
  }

  private func isSpace(at offset: Int) -> Bool {
    bytes[offset] <= 0x20
      || bytes[offset] == 0xC2 && offset + 1 < bytes.count && bytes[offset + 1] == 0xA0
  }

  private func isGap(before offset: Int, in paragraph: Range<Int>) -> Bool {
    guard offset > paragraph.lowerBound else { return true }
    let byte = bytes[offset - 1]
    switch byte {
    case 0...0x20, UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "-"), UInt8(ascii: "/"):
      return true
    case 0x80...0xBF where offset - paragraph.lowerBound >= 3:
      return isDashOrSpace(bytes[offset - 3], bytes[offset - 2], byte)
    default: return false
    }
  }

  private func isDashOrSpace(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Bool {
    (second, third) == (0xC2, 0xA0) || first == 0xE2 && second == 0x80 && (0x92...0x95) ~= third
      || first == 0xE2 && second == 0x80 && third == 0xAF
  }
}
