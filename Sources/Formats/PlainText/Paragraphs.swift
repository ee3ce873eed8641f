// Lines to candidates. A scrape has a paragraph on each line; a typed text breaks its paragraphs
// at a column. A line was broken there if the next line's first word would not have fitted.

import Articles

/// Joins the lines of a plain text into candidates.
struct ParagraphBuilder {
  /// Beyond this many candidates the rest of the text is one block, so that memory stays bounded.
  static let limit = 400_000

  /// The candidates found.
  private(set) var candidates: [CandidateBlock] = []
  /// Where the limit was reached; nil where it was not.
  private(set) var restStart: Int?
  /// The column at which lines are broken; 0 where paragraphs stand on one line each.
  private let column: Int
  private var lastLine: TextLine?

  init(_ bytes: [UInt8]) {
    column = breakingColumn(bytes)
    var scanner = LineScanner(bytes)
    while let line = scanner.next() {
      if candidates.count >= Self.limit, !continues(line) {
        restStart = line.words.lowerBound
        break
      }
      add(line)
    }
    settleMarkers(in: bytes)
  }

  private mutating func add(_ line: TextLine) {
    defer { lastLine = line }
    let range = TextRange(line.words)
    if continues(line), let last = candidates.indices.last {
      if candidates[last].pieces.isEmpty { candidates[last].pieces = [candidates[last].range] }
      candidates[last].pieces.append(range)
      candidates[last].range = candidates[last].range.union(range)
      return
    }
    if let last = candidates.indices.last { candidates[last].isBeforeBlank = line.isAfterBlank }
    candidates.append(
      CandidateBlock(
        range: range, marker: line.marker, indentation: line.indentation,
        isAfterBlank: line.isAfterBlank))
  }

  /// Whether a line goes on with the paragraph above it.
  private func continues(_ line: TextLine) -> Bool {
    guard column > 0, let last = lastLine, !line.isAfterBlank else { return false }
    guard line.marker == .none || (line.marker == .quotation && last.marker == .quotation) else {
      return false
    }
    return last.width <= column + 4 && last.width + 1 + line.firstWordWidth > column - 6
  }

  /// Bullets of ASCII marks and numbers count only in company: alone they are words of the line.
  private mutating func settleMarkers(in bytes: [UInt8]) {
    for index in candidates.indices {
      let isLone: Bool
      switch candidates[index].marker {
      case .number(let value): isLone = !hasNeighbour(index, value)
      case .bullet: isLone = isTypedBullet(index, bytes) && !hasTypedNeighbour(index, bytes)
      case .none, .quotation: isLone = false
      }
      if isLone { restoreMarker(index, bytes) }
    }
  }

  private func hasNeighbour(_ index: Int, _ value: Int) -> Bool {
    func holds(_ neighbour: Int, _ expected: Int) -> Bool {
      candidates.indices.contains(neighbour) && candidates[neighbour].marker == .number(expected)
    }
    return holds(index - 1, value - 1) || holds(index + 1, value + 1)
  }

  private func hasTypedNeighbour(_ index: Int, _ bytes: [UInt8]) -> Bool {
    [index - 1, index + 1].contains {
      candidates.indices.contains($0) && candidates[$0].marker == .bullet
        && isTypedBullet($0, bytes)
    }
  }

  private func isTypedBullet(_ index: Int, _ bytes: [UInt8]) -> Bool {
    let mark = bytes[markerStart(index, bytes)]
    return mark == 0x2A || mark == 0x2D
  }

  private func markerStart(_ index: Int, _ bytes: [UInt8]) -> Int {
    var start = candidates[index].range.lowerBound
    while start > 0, bytes[start - 1] != 0x0A { start -= 1 }
    while whiteSpaceWidth(in: bytes, at: start) > 0 { start += 1 }
    return start
  }

  private mutating func restoreMarker(_ index: Int, _ bytes: [UInt8]) {
    let start = markerStart(index, bytes)
    candidates[index].marker = .none
    candidates[index].range.lowerBound = start
    if !candidates[index].pieces.isEmpty { candidates[index].pieces[0].lowerBound = start }
  }
}

/// The column at which the lines of a text are broken; 0 where they are not.
///
/// Among lines that follow another without a blank line between, most must be such that the first
/// word would not have fitted on the line before.
private func breakingColumn(_ bytes: [UInt8]) -> Int {
  var widths = Array(repeating: 0, count: 121)
  var pairs: [(width: Int, next: Int)] = []
  var scanner = LineScanner(bytes)
  var last: TextLine?
  var lineCount = 0
  while pairs.count < 2000, lineCount < 5000, let line = scanner.next() {
    lineCount += 1
    if let last, !line.isAfterBlank, line.marker == .none || line.marker == .quotation {
      pairs.append((last.width, line.firstWordWidth))
      if last.width <= 120 { widths[last.width] += 1 }
    }
    last = line
  }
  let total = widths.reduce(0, +)
  guard total >= 2, total * 10 >= pairs.count * 6 else { return 0 }
  var seen = 0
  var column = 120
  // The widest line but for a few stragglers.
  while column > 0, seen + widths[column] <= total / 50 {
    seen += widths[column]
    column -= 1
  }
  guard column >= 40 else { return 0 }
  let broken = pairs.count { $0.width <= column + 4 && $0.width + 1 + $0.next > column - 6 }
  return broken * 10 >= pairs.count * 6 ? column : 0
}
