// Markdown's block structure, after the algorithm of the CommonMark specification: each line first
// continues open containers, then opens new ones, and what is left goes to a leaf. One pass, an
// explicit stack, nesting capped; markers beyond the cap are words.

import Articles

/// Builds the tree of blocks.
struct MarkdownBlockParser {
  /// Containers open at once, at most.
  static let depthLimit = 48

  let bytes: [UInt8]
  /// All nodes; the first is the document.
  var nodes = [MarkdownNode(kind: .document)]
  /// Open containers, outermost first.
  var containers = [0]
  /// The leaf that the next line may continue.
  var leaf: Int?
  /// The open fence or HTML block's end, where the leaf has one.
  var ending = LeafEnding.blankLine

  /// What closes a leaf that is not a paragraph.
  enum LeafEnding: Equatable {
    case blankLine
    case fence(mark: UInt8, length: Int, indentation: Int)
    case words(String)
    case indentation
  }

  init(_ bytes: [UInt8], from start: Int) {
    self.bytes = bytes
    var lower = start
    while lower < bytes.count {
      let upper = endOfLine(from: lower)
      readLine(LineCursor(bytes, lower..<upper))
      lower = upper + 1
    }
  }

  private func endOfLine(from start: Int) -> Int {
    let span = bytes.span
    var end = start
    while end < span.count, span[end] != 0x0A { end += 1 }
    return end
  }

  private mutating func readLine(_ line: LineCursor) {
    var cursor = line
    let matched = matchContainers(&cursor)
    let isAllMatched = matched == containers.count
    if isAllMatched, continueLeaf(&cursor) { return }
    let hadParagraph = openParagraph != nil
    let opened = openBlocks(&cursor, matched: matched)
    if opened == .leaf { return }
    if cursor.isBlank {
      closeContainers(downTo: matched, unless: opened == .container)
      closeLeaf()
      return
    }
    if !isAllMatched, opened == .none, hadParagraph {
      appendToLeaf(cursor)
      return
    }
    closeContainers(downTo: matched, unless: opened == .container)
    if openParagraph != nil, opened == .none {
      appendToLeaf(cursor)
    } else {
      addLeaf(.paragraph)
      appendToLeaf(cursor)
    }
  }

  /// The open leaf, if it is a paragraph.
  var openParagraph: Int? {
    guard let leaf, nodes[leaf].kind == .paragraph else { return nil }
    return leaf
  }

  private mutating func closeContainers(downTo count: Int, unless keeps: Bool) {
    guard !keeps, containers.count > count else { return }
    containers.removeLast(containers.count - count)
    closeLeaf()
  }

  /// Steps over the markers of the open containers and tells how many go on in this line.
  private func matchContainers(_ cursor: inout LineCursor) -> Int {
    var matched = 1
    while matched < containers.count {
      switch nodes[containers[matched]].kind {
      case .quotation:
        guard cursor.indentation(limit: 4) <= 3 else { return matched }
        var ahead = cursor
        ahead.skipWhiteSpace()
        guard ahead.byte == 0x3E else { return matched }
        ahead.skipBytes(1)
        ahead.skipColumns(1)
        cursor = ahead
      case .item(let column):
        if cursor.isBlank {
          if nodes[containers[matched]].children.isEmpty { return matched }
        } else {
          guard cursor.indentation(limit: column) >= column else { return matched }
          cursor.skipColumns(column)
        }
      case .footnote:
        if !cursor.isBlank {
          guard cursor.indentation(limit: 4) >= 4 else { return matched }
          cursor.skipColumns(4)
        }
      default: break
      }
      matched += 1
    }
    return matched
  }
}

extension MarkdownBlockParser {
  /// Adds a leaf to the innermost container that can hold it.
  mutating func addLeaf(_ kind: MarkdownKind) {
    leaf = addNode(kind)
    ending = .blankLine
  }

  /// Opens a container inside the innermost one that can hold it.
  mutating func addContainer(_ kind: MarkdownKind) {
    let node = addNode(kind)
    containers.append(node)
    leaf = nil
  }

  private mutating func addNode(_ kind: MarkdownKind) -> Int {
    if case .item = kind {
    } else {
      while let last = containers.last, case .list = nodes[last].kind { containers.removeLast() }
    }
    let node = nodes.count
    nodes.append(MarkdownNode(kind: kind))
    nodes[containers[containers.count - 1]].children.append(node)
    return node
  }

  /// Ends the open leaf.
  mutating func closeLeaf() {
    leaf = nil
    ending = .blankLine
  }

  /// Adds the rest of a line to the open leaf, without the white space around it.
  mutating func appendToLeaf(_ cursor: LineCursor) {
    guard let leaf else { return }
    var cursor = cursor
    cursor.skipWhiteSpace()
    nodes[leaf].lines.append(MarkdownLine(range: cursor.rest))
  }

  /// Lets fenced code, indented code, HTML and tables take a line; false where they end first.
  private mutating func continueLeaf(_ cursor: inout LineCursor) -> Bool {
    guard let leaf else { return false }
    switch ending {
    case .fence(let mark, let length, let indentation):
      if closesFence(cursor, mark: mark, length: length) {
        closeLeaf()
        return true
      }
      cursor.skipColumns(indentation)
      nodes[leaf].lines.append(MarkdownLine(range: cursor.rest, padding: cursor.padding))
      return true
    case .words(let words):
      nodes[leaf].lines.append(MarkdownLine(range: cursor.rest))
      if contains(cursor.rest, words) { closeLeaf() }
      return true
    case .indentation:
      return continueIndentedCode(leaf, &cursor)
    case .blankLine:
      return continueUntilBlank(leaf, cursor)
    }
  }

  private mutating func continueUntilBlank(_ leaf: Int, _ cursor: LineCursor) -> Bool {
    switch nodes[leaf].kind {
    case .html:
      if cursor.isBlank { return false }
      nodes[leaf].lines.append(MarkdownLine(range: cursor.rest))
      return true
    case .table:
      return continueTable(leaf, cursor)
    default: return false
    }
  }

  private mutating func continueIndentedCode(_ leaf: Int, _ cursor: inout LineCursor) -> Bool {
    if cursor.isBlank {
      cursor.skipColumns(4)
      nodes[leaf].lines.append(MarkdownLine(range: cursor.rest, padding: cursor.padding))
      return true
    }
    guard cursor.indentation(limit: 4) >= 4 else {
      closeLeaf()
      return false
    }
    cursor.skipColumns(4)
    nodes[leaf].lines.append(MarkdownLine(range: cursor.rest, padding: cursor.padding))
    return true
  }

  private func closesFence(_ line: LineCursor, mark: UInt8, length: Int) -> Bool {
    guard line.indentation(limit: 4) <= 3 else { return false }
    var cursor = line
    cursor.skipWhiteSpace()
    let run = runLength(of: mark, at: cursor)
    guard run >= length else { return false }
    cursor.skipBytes(run)
    return cursor.isBlank
  }

  /// How many equal bytes stand at the cursor.
  func runLength(of mark: UInt8, at cursor: LineCursor) -> Int {
    var index = cursor.index
    while index < cursor.end, bytes[index] == mark { index += 1 }
    return index - cursor.index
  }

  /// Whether a line holds some words.
  func contains(_ range: Range<Int>, _ words: String) -> Bool {
    let count = words.utf8.count
    guard let first = words.utf8.first, range.count >= count else { return false }
    return (range.lowerBound...(range.upperBound - count)).contains {
      bytes[$0] == first && bytes[$0..<($0 + count)].elementsEqual(words.utf8)
    }
  }
}
