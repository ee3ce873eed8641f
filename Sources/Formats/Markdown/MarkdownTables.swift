// Tables in GitHub's form: a head row, a delimiter row of as many cells, then rows.

import Articles

extension MarkdownBlockParser {
  /// The alignments of a delimiter row that fits the open paragraph's last line.
  func tableHead(_ start: LineCursor) -> [Table.Alignment]? {
    guard let openParagraph, let head = nodes[openParagraph].lines.last else { return nil }
    guard bytes[start.rest].contains(0x7C) || bytes[head.range].contains(0x7C) else { return nil }
    let cells = tableCells(start.rest, in: bytes)
    let alignments = cells.compactMap { alignment($0) }
    guard alignments.count == cells.count,
      tableCells(head.range, in: bytes).count == cells.count
    else { return nil }
    return alignments
  }

  private func alignment(_ cell: Range<Int>) -> Table.Alignment? {
    var inner = bytes[cell]
    let isLeft = inner.first == 0x3A
    if isLeft { inner = inner.dropFirst() }
    let isRight = inner.last == 0x3A
    if isRight { inner = inner.dropLast() }
    guard !inner.isEmpty, inner.allSatisfy({ $0 == 0x2D }) else { return nil }
    return isRight ? (isLeft ? .center : .trailing) : .leading
  }

  /// Makes the open paragraph's last line the head of a table; lines above it stay a paragraph.
  mutating func openTable(_ alignments: [Table.Alignment]) {
    guard let openParagraph, let head = nodes[openParagraph].lines.popLast() else { return }
    if nodes[openParagraph].lines.isEmpty {
      nodes[openParagraph].kind = .table(alignments)
      leaf = openParagraph
    } else {
      addLeaf(.table(alignments))
    }
    if let leaf { nodes[leaf].lines = [head] }
  }

  /// Takes a line as a row; false where the table ends.
  mutating func continueTable(_ leaf: Int, _ cursor: LineCursor) -> Bool {
    var start = cursor
    guard !cursor.isBlank, cursor.indentation(limit: 4) <= 3 else { return false }
    start.skipWhiteSpace()
    if start.byte == 0x3E || leafStart(start, interrupts: false, isLazy: true) != nil {
      closeLeaf()
      return false
    }
    guard bytes[start.rest].contains(0x7C) else {
      closeLeaf()
      return false
    }
    nodes[leaf].lines.append(MarkdownLine(range: start.rest))
    return true
  }
}

/// The cells of a row, without the pipes around them and white space.
func tableCells(_ row: Range<Int>, in bytes: [UInt8]) -> [Range<Int>] {
  var words = trimmed(row, in: bytes)
  if !words.isEmpty, bytes[words.lowerBound] == 0x7C {
    words = (words.lowerBound + 1)..<words.upperBound
  }
  var cells: [Range<Int>] = []
  var lower = words.lowerBound
  var index = lower
  while index < words.upperBound {
    if bytes[index] == 0x5C {
      index += 2
      continue
    }
    if bytes[index] == 0x7C {
      cells.append(trimmed(lower..<index, in: bytes))
      lower = index + 1
    }
    index += 1
  }
  let last = trimmed(min(lower, words.upperBound)..<words.upperBound, in: bytes)
  if !last.isEmpty || cells.isEmpty { cells.append(last) }
  return cells
}
