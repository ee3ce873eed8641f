// What opens a leaf that takes its whole line: headings, fences, HTML, rules, table heads.

import Articles

/// A leaf about to be opened.
enum LeafStart {
  case heading(level: Int, words: Range<Int>)
  case underline(level: Int)
  case fence(mark: UInt8, length: Int, language: String?)
  case html(MarkdownBlockParser.LeafEnding)
  case rule
  case tableHead([Table.Alignment])

  /// Whether it turns the open paragraph into something else.
  var keepsParagraph: Bool {
    switch self {
    case .underline, .tableHead: true
    case .heading, .fence, .html, .rule: false
    }
  }
}

extension MarkdownBlockParser {
  /// The leaf that begins at a line's first mark; nil where it is running text or a container.
  func leafStart(_ start: LineCursor, interrupts: Bool, isLazy: Bool) -> LeafStart? {
    switch start.byte {
    case 0x23: return heading(start)
    case 0x60, 0x7E: return fence(start)
    case 0x3C: return htmlStart(start, interrupts: interrupts)
    case 0x3D where interrupts && !isLazy:
      return isUnderline(start) ? .underline(level: 1) : nil
    case 0x2D where interrupts && !isLazy && isUnderline(start): return .underline(level: 2)
    case 0x2D, 0x7C, 0x3A:
      if interrupts, !isLazy, let alignments = tableHead(start) { return .tableHead(alignments) }
      return start.byte == 0x2D && isRule(start) ? .rule : nil
    case 0x2A, 0x5F: return isRule(start) ? .rule : nil
    default: return nil
    }
  }

  /// Opens a leaf at its line.
  mutating func open(_ start: LeafStart, at cursor: LineCursor) {
    switch start {
    case .heading(let level, let words):
      addLeaf(.heading(level: level))
      if let leaf { nodes[leaf].lines = [MarkdownLine(range: words)] }
      closeLeaf()
    case .underline(let level):
      if let leaf { nodes[leaf].kind = .heading(level: level) }
      closeLeaf()
    case .fence(let mark, let length, let language):
      addLeaf(.code(language: language))
      ending = .fence(mark: mark, length: length, indentation: spaces(before: cursor.index))
    case .html(let end):
      openHTML(end, at: cursor)
    case .rule:
      addLeaf(.rule)
      if let leaf { nodes[leaf].lines = [MarkdownLine(range: cursor.rest)] }
      closeLeaf()
    case .tableHead(let alignments):
      openTable(alignments)
    }
  }

  /// Spaces right before a byte, three at most.
  private func spaces(before index: Int) -> Int {
    var count = 0
    while count < 3, index > count, bytes[index - count - 1] == 0x20 { count += 1 }
    return count
  }

  private mutating func openHTML(_ end: LeafEnding, at cursor: LineCursor) {
    addLeaf(.html)
    ending = end
    if let leaf { nodes[leaf].lines.append(MarkdownLine(range: cursor.rest)) }
    if case .words(let words) = end, contains(cursor.rest, words) { closeLeaf() }
  }

  private func heading(_ start: LineCursor) -> LeafStart? {
    let level = runLength(of: 0x23, at: start)
    var after = start
    after.skipBytes(level)
    guard level <= 6, after.isBlank || after.byte == 0x20 || after.byte == 0x09 else { return nil }
    var words = trimmed(after.rest, in: bytes)
    var end = words.upperBound
    while end > words.lowerBound, bytes[end - 1] == 0x23 { end -= 1 }
    if end == words.lowerBound || bytes[end - 1] == 0x20 || bytes[end - 1] == 0x09 {
      words = trimmed(words.lowerBound..<end, in: bytes)
    }
    return .heading(level: level, words: words)
  }

  private func fence(_ start: LineCursor) -> LeafStart? {
    let mark = start.byte
    let length = runLength(of: mark, at: start)
    guard length >= 3 else { return nil }
    let info = trimmed((start.index + length)..<start.end, in: bytes)
    if mark == 0x60, bytes[info].contains(0x60) { return nil }
    let language = bytes[info].prefix { $0 > 0x20 }
    return .fence(
      mark: mark, length: length,
      language: language.isEmpty ? nil : String(decoding: language, as: UTF8.self))
  }

  private func isUnderline(_ start: LineCursor) -> Bool {
    var after = start
    after.skipBytes(runLength(of: start.byte, at: start))
    return after.isBlank
  }

  private func isRule(_ start: LineCursor) -> Bool {
    var count = 0
    for byte in bytes[start.rest] {
      if byte == start.byte {
        count += 1
      } else if byte != 0x20, byte != 0x09 {
        return false
      }
    }
    return count >= 3
  }
}

extension MarkdownBlockParser {
  /// The HTML block that begins here and what ends it.
  private func htmlStart(_ start: LineCursor, interrupts: Bool) -> LeafStart? {
    let rest = bytes[start.rest].prefix(24).map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }
    let openers = [
      ("<!--", "-->"), ("<?", "?>"), ("<![cdata[", "]]>"), ("<!", ">"), ("<script", "</script>"),
      ("<style", "</style>"), ("<pre", "</pre>"), ("<textarea", "</textarea>"),
    ]
    for (opener, end) in openers where rest.starts(with: opener.utf8) { return .html(.words(end)) }
    var name = rest.dropFirst()
    if name.first == 0x2F { name = name.dropFirst() }
    let word = name.prefix { $0 &- 0x61 < 26 || $0 &- 0x30 < 10 }
    guard let first = word.first, first &- 0x61 < 26 else { return nil }
    let after = name.dropFirst(word.count).first ?? 0x0A
    let isClosed = after <= 0x20 || after == 0x3E || after == 0x2F
    if isClosed, Self.blockTags.contains(String(decoding: word, as: UTF8.self)) {
      return .html(.blankLine)
    }
    return !interrupts && isLoneTag(start) ? .html(.blankLine) : nil
  }

  /// Whether a line is one complete tag and nothing else.
  private func isLoneTag(_ start: LineCursor) -> Bool {
    guard let width = htmlTagWidth(bytes, at: start.index, end: start.end) else { return false }
    var after = start
    after.skipBytes(width)
    return after.isBlank
  }

  private static let blockTags: Set<String> = [
    "address", "article", "aside", "base", "blockquote", "body", "caption", "center", "col",
    "colgroup", "dd", "details", "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption",
    "figure", "footer", "form", "frame", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header",
    "hr", "html", "iframe", "legend", "li", "link", "main", "menu", "nav", "ol", "optgroup",
    "option", "p", "param", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead",
    "title", "tr", "track", "ul",
  ]
}
