// What opens a block: quotation marks, list markers, headings, fences, HTML, rules, tables.

import Articles

/// What a line opened.
enum OpenedBlock {
  case none
  case container
  /// A leaf that has taken the whole line.
  case leaf
}

extension MarkdownBlockParser {
  /// Opens as many blocks as the line begins, after closing containers that did not go on.
  mutating func openBlocks(_ cursor: inout LineCursor, matched: Int) -> OpenedBlock {
    var opened = OpenedBlock.none
    var isOpen = containers.count == matched
    func close(_ parser: inout Self) {
      if !isOpen {
        parser.containers.removeLast(parser.containers.count - matched)
        parser.closeLeaf()
        isOpen = true
      }
    }
    while !cursor.isBlank {
      let canContinueParagraph = opened == .none && openParagraph != nil
      if cursor.indentation(limit: 4) >= 4 {
        if canContinueParagraph { return opened }
        close(&self)
        return openIndentedCode(&cursor)
      }
      var start = cursor
      start.skipWhiteSpace()
      // A paragraph of a container that did not go on is not interrupted, only ended.
      let interrupts = canContinueParagraph && isOpen
      if let leaf = leafStart(start, interrupts: interrupts, isLazy: !isOpen) {
        if !leaf.keepsParagraph { close(&self) }
        open(leaf, at: start)
        return .leaf
      }
      guard containers.count < Self.depthLimit,
        let container = containerStart(start, cursor, interrupts: interrupts)
      else { return opened }
      close(&self)
      open(container, &cursor)
      opened = .container
    }
    return opened
  }

  private mutating func openIndentedCode(_ cursor: inout LineCursor) -> OpenedBlock {
    addLeaf(.code(language: nil))
    ending = .indentation
    cursor.skipColumns(4)
    if let leaf {
      nodes[leaf].lines.append(MarkdownLine(range: cursor.rest, padding: cursor.padding))
    }
    return .leaf
  }
}

/// A container about to be opened.
struct ContainerStart {
  var kind: MarkdownKind
  /// For list entries: the list they need.
  var list: MarkdownKind?
  /// Bytes of the marker.
  var markerWidth: Int
  /// Columns of white space before the marker.
  var indentation: Int
}

extension MarkdownBlockParser {
  private func containerStart(
    _ start: LineCursor, _ line: LineCursor, interrupts: Bool
  ) -> ContainerStart? {
    let indentation = line.indentation()
    switch start.byte {
    case 0x3E:
      return ContainerStart(kind: .quotation, markerWidth: 1, indentation: indentation)
    case 0x2D, 0x2B, 0x2A:
      return item(
        start, indentation, width: 1, list: .list(start: nil, mark: start.byte), interrupts)
    case 0x30...0x39:
      return numberedItem(start, indentation, interrupts)
    case 0x5B where isFootnote(start):
      return ContainerStart(kind: .footnote, markerWidth: 0, indentation: indentation)
    default: return nil
    }
  }

  private func numberedItem(
    _ start: LineCursor, _ indentation: Int, _ interrupts: Bool
  ) -> ContainerStart? {
    var number = 0
    var width = 0
    for byte in bytes[start.rest].prefix(10) {
      guard byte &- 0x30 < 10 else { break }
      number = number * 10 + Int(byte &- 0x30)
      width += 1
    }
    guard width <= 9, start.index + width < start.end else { return nil }
    let mark = bytes[start.index + width]
    guard mark == 0x2E || mark == 0x29, !interrupts || number == 1 else { return nil }
    return item(
      start, indentation, width: width + 1, list: .list(start: number, mark: mark), interrupts)
  }

  private func item(
    _ start: LineCursor, _ indentation: Int, width: Int, list: MarkdownKind, _ interrupts: Bool
  ) -> ContainerStart? {
    var after = start
    after.skipBytes(width)
    guard after.index >= after.end || after.byte == 0x20 || after.byte == 0x09 else { return nil }
    if interrupts, after.isBlank { return nil }
    let space = after.indentation(limit: 6)
    let padding = after.isBlank || space > 4 ? 1 : space
    return ContainerStart(
      kind: .item(contentColumn: indentation + width + padding), list: list, markerWidth: width,
      indentation: indentation)
  }

  private mutating func open(_ start: ContainerStart, _ cursor: inout LineCursor) {
    cursor.skipWhiteSpace()
    cursor.skipBytes(start.markerWidth)
    switch start.kind {
    case .quotation: cursor.skipColumns(1)
    case .item(let column): cursor.skipColumns(column - start.indentation - start.markerWidth)
    default: break
    }
    if let list = start.list, !isInside(list) {
      while let last = containers.last, case .list = nodes[last].kind { containers.removeLast() }
      addContainer(list)
    }
    addContainer(start.kind)
    if start.kind == .footnote {
      addLeaf(.paragraph)
      appendToLeaf(cursor)
      cursor.skipBytes(cursor.end - cursor.index)
    }
  }

  /// Whether the innermost container is a list of the same marker.
  private func isInside(_ list: MarkdownKind) -> Bool {
    guard let last = containers.last, case .list(let start, let mark) = nodes[last].kind,
      case .list(let otherStart, let otherMark) = list
    else { return false }
    return mark == otherMark && (start == nil) == (otherStart == nil)
  }

  /// "[^name]:" opens a footnote.
  private func isFootnote(_ start: LineCursor) -> Bool {
    let rest = bytes[start.rest].prefix(80)
    guard rest.dropFirst().first == 0x5E, let close = rest.firstIndex(of: 0x5D) else {
      return false
    }
    return close > rest.startIndex + 2 && close + 1 < rest.endIndex && bytes[close + 1] == 0x3A
      && !rest[..<close].contains(0x20)
  }
}
