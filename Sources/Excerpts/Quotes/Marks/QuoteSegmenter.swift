// Finds the outermost quotations of a run of paragraphs from their marks alone.
//
// A quotation never leaves its paragraph: where its mark is not closed, it ends with the
// paragraph, and only a mark that opens the next one carries the speech on. Every byte lies in at
// most one outermost quotation. Time is linear in the marks: each look ahead is a table made by
// one pass from the right.

import Prose

/// What stands between one outermost opening mark and its closing one.
struct QuotePiece {
  /// The words, without marks and outer spaces.
  var inner: Range<Int>
  /// The words with their marks.
  var outer: Range<Int>
  /// The place of the paragraph.
  var paragraph: Int
  /// The family of the outer marks.
  var family: QuoteMark.Family
  /// The closing mark is missing.
  var isUnclosed: Bool
  /// The mark re-opens what the paragraph before left unclosed.
  var isReopened: Bool
}

/// Pairs marks, paragraph by paragraph.
struct QuoteSegmenter {
  private let bytes: [UInt8]
  private let scanner: QuoteMarkScanner
  private var marks: [QuoteMark] = []
  /// For each place: how many opening less closing directed double marks follow.
  private var surplus: [Int] = []
  /// For each place: the next single mark that can close, or the count of marks.
  private var nextCloser: [Int] = []
  /// For each place: the next single mark that opens, or the count of marks.
  private var nextOpener: [Int] = []
  /// For each place: how many marks of other families come before.
  private var othersBefore: [Int] = []
  private(set) var pieces: [QuotePiece] = []
  private var unclosedFamily: QuoteMark.Family?

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    scanner = QuoteMarkScanner(bytes: bytes)
  }

  /// The outermost quotations of the paragraphs, in order.
  static func pieces(in bytes: [UInt8], paragraphs: [Range<Int>]) -> [QuotePiece] {
    var segmenter = QuoteSegmenter(bytes)
    for (number, paragraph) in paragraphs.enumerated() {
      segmenter.segment(paragraph, number: number)
    }
    return segmenter.pieces
  }

  private mutating func segment(_ paragraph: Range<Int>, number: Int) {
    scanner.marks(in: paragraph, into: &marks)
    let carried = unclosedFamily
    unclosedFamily = nil
    guard !marks.isEmpty else { return }
    fillTables()
    let first = pieces.count
    var place = 0
    while place < marks.count {
      place = marks[place].canOpen ? open(at: place, paragraph, number) : place + 1
    }
    guard first < pieces.count, let carried, pieces[first].family == carried,
      isBlank(paragraph.lowerBound..<pieces[first].outer.lowerBound)
    else { return }
    pieces[first].isReopened = true
  }

  private mutating func fillTables() {
    fill(&surplus, with: 0)
    fill(&nextCloser, with: marks.count)
    fill(&nextOpener, with: marks.count)
    fill(&othersBefore, with: 0)
    for place in marks.indices.reversed() {
      let mark = marks[place]
      surplus[place] = surplus[place + 1]
      nextCloser[place] = nextCloser[place + 1]
      nextOpener[place] = nextOpener[place + 1]
      if mark.family == .single {
        if mark.canClose, !mark.isAfterGap, mark.isBeforeGap { nextCloser[place] = place }
        if mark.canOpen, mark.isAfterGap { nextOpener[place] = place }
      } else if mark.direction != .either {
        surplus[place] += mark.direction == .opening ? 1 : -1
      }
    }
    for place in marks.indices {
      othersBefore[place + 1] = othersBefore[place] + (marks[place].family == .single ? 0 : 1)
    }
  }

  /// Makes a table anew in the memory that it has.
  private func fill(_ table: inout [Int], with value: Int) {
    table.removeAll(keepingCapacity: true)
    table.append(contentsOf: repeatElement(value, count: marks.count + 1))
  }

  /// Opens a quotation and returns the place after it.
  private mutating func open(at place: Int, _ paragraph: Range<Int>, _ number: Int) -> Int {
    if marks[place].family == .single { return openSingle(at: place, paragraph, number) }
    let (close, isReopening) = closer(of: place)
    guard let close else {
      let end = trimmedEnd(of: paragraph)
      unclosedFamily = marks[place].family
      append(place, end: end, outerEnd: end, number, isUnclosed: true)
      return marks.count
    }
    let end = marks[close].start
    append(
      place, end: end, outerEnd: isReopening ? end : marks[close].end, number,
      isUnclosed: isReopening)
    return isReopening ? close : close + 1
  }

  /// The mark that closes the quotation opened at a place; or the one that, by opening another,
  /// shows that the closing mark was lost.
  private func closer(of place: Int) -> (place: Int?, isReopening: Bool) {
    let opener = marks[place]
    var depth = 0
    for next in place + 1..<max(place + 1, marks.count) where marks[next].family == opener.family {
      let mark = marks[next]
      switch mark.direction {
      case .either:
        if opener.direction != .either && depth > 0 { continue }
        if mark.isAfterGap, !mark.isBeforeGap, mark.start > opener.end {
          if opener.direction == .either && depth == 0 { return (next, true) }
          continue
        }
        if mark.canClose { return (next, false) }
      case .opening:
        if mark.canClose, depth == 0 { return (next, false) }
        if opener.direction == .opening, surplus[next + 1] > -2 - depth { return (next, true) }
        depth += 1
      case .closing:
        if depth == 0 { return (next, false) }
        depth -= 1
      }
    }
    return (nil, false)
  }

  private mutating func append(
    _ place: Int, end: Int, outerEnd: Int, _ number: Int, isUnclosed: Bool
  ) {
    let inner = trimmed(marks[place].end..<max(marks[place].end, end))
    guard !inner.isEmpty else { return }
    pieces.append(
      QuotePiece(
        inner: inner, outer: marks[place].start..<max(outerEnd, inner.upperBound),
        paragraph: number, family: marks[place].family, isUnclosed: isUnclosed,
        isReopened: false))
  }
}

// MARK: - Single marks

extension QuoteSegmenter {
  /// A single mark opens only where one that can close follows; else it is an apostrophe.
  private mutating func openSingle(
    at place: Int, _ paragraph: Range<Int>, _ number: Int
  ) -> Int {
    let mark = marks[place]
    guard mark.isAfterGap || place > 0 && marks[place - 1].end == mark.start,
      !isElision(after: mark.end, before: paragraph.upperBound)
    else { return place + 1 }
    guard let close = singleCloser(after: place) else {
      return openUnclosedSingle(at: place, paragraph, number)
    }
    append(place, end: marks[close].start, outerEnd: marks[close].end, number, isUnclosed: false)
    return close + 1
  }

  /// A genitive plural looks like a closing mark: it is taken for one only where no better follows
  /// before the next opening mark.
  private func singleCloser(after place: Int) -> Int? {
    var close = nextCloser[place + 1]
    for _ in 0..<4 where close < marks.count && isMaybeGenitive(marks[close]) {
      let better = nextCloser[close + 1]
      guard better < marks.count, nextOpener[close + 1] >= better else { break }
      close = better
    }
    guard close < marks.count, (othersBefore[close] - othersBefore[place]) % 2 == 0 else {
      return nil
    }
    return close
  }

  private func isMaybeGenitive(_ mark: QuoteMark) -> Bool {
    let before = bytes[mark.start - 1] | 0x20
    return mark.isBeforeSpace && (before == UInt8(ascii: "s") || before == UInt8(ascii: "n"))
  }

  /// An unclosed single mark counts only at the start of a paragraph, where speech may run on.
  private mutating func openUnclosedSingle(
    at place: Int, _ paragraph: Range<Int>, _ number: Int
  ) -> Int {
    guard place == 0, nextCloser[place + 1] == marks.count,
      isBlank(paragraph.lowerBound..<marks[place].start), reopens(.single, after: paragraph)
    else { return place + 1 }
    let end = trimmedEnd(of: paragraph)
    unclosedFamily = .single
    append(place, end: end, outerEnd: end, number, isUnclosed: true)
    return marks.count
  }

  /// Whether the next line with words starts with a mark of the family.
  private func reopens(_ family: QuoteMark.Family, after paragraph: Range<Int>) -> Bool {
    var start = paragraph.upperBound
    while start < bytes.count, bytes[start] <= 0x20 { start += 1 }
    var found: [QuoteMark] = []
    scanner.marks(in: start..<min(bytes.count, start + 4), into: &found)
    return found.first.map { $0.start == start && $0.family == family } ?? false
  }

  /// 'em, 'til, '90s: the apostrophe stands for letters left out.
  private func isElision(after offset: Int, before end: Int) -> Bool {
    if offset < end, ByteClass.isDigit(bytes[offset]) {
      let next = offset + 2
      return offset + 1 < end && ByteClass.isDigit(bytes[offset + 1])
        && (next >= end || !ByteClass.isDigit(bytes[next]))
    }
    var hash = WordHash.seed
    var place = offset
    while place < end, bytes[place] < 0x80, ByteClass.isWordPart(bytes[place]), place < offset + 8 {
      hash = WordHash.adding(bytes[place] | 0x20, to: hash)
      place += 1
    }
    return elisions.contains(hash)
  }
}

private let elisions = Set(
  ["em", "til", "till", "cause", "tis", "twas", "n", "round", "bout", "cos", "s", "t", "nuff"]
    .map { WordHash.of($0) })

// MARK: - Spaces

extension QuoteSegmenter {
  private func trimmedEnd(of range: Range<Int>) -> Int { trimmed(range).upperBound }

  /// The range without white space at either end.
  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, let length = space(at: start) { start += length }
    while end > start, bytes[end - 1] <= 0x20 || endsWithSpace(end, after: start) {
      end -= bytes[end - 1] <= 0x20 ? 1 : 2
    }
    return start..<max(start, end)
  }

  private func space(at offset: Int) -> Int? {
    if bytes[offset] <= 0x20 { return 1 }
    return bytes[offset] == 0xC2 && offset + 1 < bytes.count && bytes[offset + 1] == 0xA0 ? 2 : nil
  }

  private func endsWithSpace(_ end: Int, after start: Int) -> Bool {
    end - 2 >= start && bytes[end - 1] == 0xA0 && bytes[end - 2] == 0xC2
  }

  private func isBlank(_ range: Range<Int>) -> Bool { trimmed(range).isEmpty }
}
