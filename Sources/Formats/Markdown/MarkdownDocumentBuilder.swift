// The block tree to a document: writes the canonical text, which has no markup, and blocks that
// point into it. Descends no deeper than the parser's cap on nesting.

import Articles

/// Builds the blocks of a Markdown document and its text.
struct MarkdownDocumentBuilder {
  /// The blocks of the document, all with the role `body` or `heading`.
  private(set) var blocks: [Block] = []
  private let bytes: [UInt8]
  private let nodes: [MarkdownNode]
  private var references: [String: LinkTarget] = [:]
  private var emitter = InlineEmitter()

  init(_ parser: MarkdownBlockParser) {
    bytes = parser.bytes
    var nodes = parser.nodes
    references = takeLinkDefinitions(&nodes, bytes)
    self.nodes = nodes
    emitter.text.reserveCapacity(bytes.count)
    blocks = blocks(in: 0)
  }

  /// The canonical text.
  var text: [UInt8] { emitter.text }

  private mutating func blocks(in container: Int) -> [Block] {
    var found: [Block] = []
    for child in nodes[container].children {
      if nodes[child].kind == .footnote {
        found += blocks(in: child)
      } else if let block = block(child) {
        found.append(block)
      }
    }
    return found
  }

  private mutating func block(_ node: Int) -> Block? {
    switch nodes[node].kind {
    case .document, .footnote, .item: return nil
    case .quotation:
      let inner = blocks(in: node)
      return enclosing(inner.map(\.range)).map {
        Block($0, role: .body, content: .quotation(inner))
      }
    case .list(let start, _): return list(node, start)
    case .paragraph: return paragraph(node)
    case .heading(let level):
      return leaf(joined(node)) { .heading(level: level, $0) }
        .map { Block($0.range, role: .heading, content: $0.content) }
    case .code(let language): return code(node, language)
    case .html: return leaf(htmlWords(node)) { .paragraph($0) }
    case .table(let alignments): return table(node, alignments)
    case .rule:
      openGap()
      let start = emitter.text.count
      for line in nodes[node].lines { emitter.text += bytes[trimmed(line.range, in: bytes)] }
      return Block(TextRange(start, emitter.text.count), role: .body, content: .rule)
    }
  }

  private func enclosing(_ ranges: [TextRange]) -> TextRange? {
    guard let first = ranges.first, let last = ranges.last else { return nil }
    return first.union(last)
  }

  private mutating func openGap() {
    if !emitter.text.isEmpty { emitter.text += [0x0A, 0x0A] }
  }

  private mutating func list(_ node: Int, _ start: Int?) -> Block? {
    var items: [ListItem] = []
    for child in nodes[node].children { items.append(ListItem(blocks(in: child))) }
    return enclosing(items.flatMap(\.blocks).map(\.range)).map {
      Block($0, role: .body, content: .list(start: start, items: items))
    }
  }

  /// The lines of a leaf, joined by line feeds.
  private func joined(_ node: Int) -> [UInt8] {
    var words: [UInt8] = []
    for line in nodes[node].lines {
      if !words.isEmpty { words.append(0x0A) }
      words += bytes[line.range]
    }
    return Array(words[trimmed(0..<words.count, in: words)])
  }

  /// A block of running text; nil, and no gap, where it has no words.
  private mutating func leaf(
    _ words: [UInt8], _ content: ([Inline]) -> BlockContent
  ) -> Block? {
    let before = emitter.text.count
    openGap()
    let start = emitter.text.count
    let inlines = emitter.emit(
      InlineParser(words, references: references).tokens, of: words)
    let range = TextRange(start, emitter.text.count)
    guard !trimmed(range.bounds, in: emitter.text).isEmpty else {
      emitter.text.removeSubrange(before...)
      return nil
    }
    return Block(range, role: .body, content: content(inlines))
  }

  private mutating func paragraph(_ node: Int) -> Block? {
    guard var block = leaf(joined(node), { .paragraph($0) }) else { return nil }
    guard case .paragraph(let inlines) = block.content, let (alt, source) = lonePicture(inlines)
    else { return block }
    var illustration = Illustration(alt: alt, address: source)
    if let title = emitter.pictureTitle, !title.isEmpty {
      emitter.text.append(0x0A)
      let start = emitter.text.count
      emitter.text += Array(title.utf8)
      illustration.caption = TextRange(start, emitter.text.count)
    }
    block.range = alt.union(illustration.caption ?? alt)
    block.role = .caption
    block.content = .illustration(illustration)
    return block
  }

  /// A picture that is all a paragraph has, with or without a link around it.
  private func lonePicture(_ inlines: [Inline]) -> (TextRange, String)? {
    guard inlines.count == 1, let only = inlines.first else { return nil }
    if case .image(let alt, let source) = only { return (alt, source) }
    if case .link(let inner, _) = only, inner.count == 1,
      case .image(let alt, let source) = inner.first
    {
      return (alt, source)
    }
    return nil
  }
}

extension MarkdownDocumentBuilder {
  private mutating func code(_ node: Int, _ language: String?) -> Block? {
    let lines = nodes[node].lines
    let isEmpty: (MarkdownLine) -> Bool = { [bytes] in trimmed($0.range, in: bytes).isEmpty }
    guard let first = lines.firstIndex(where: { !isEmpty($0) }),
      let last = lines.lastIndex(where: { !isEmpty($0) })
    else { return nil }
    openGap()
    let start = emitter.text.count
    for line in lines[first...last] {
      if emitter.text.count > start { emitter.text.append(0x0A) }
      emitter.text += Array(repeating: 0x20, count: line.padding)
      emitter.text += bytes[line.range]
    }
    let range = TextRange(start, emitter.text.count)
    return Block(range, role: .body, content: .code(range, language: language))
  }

  private mutating func table(_ node: Int, _ alignments: [Table.Alignment]) -> Block? {
    openGap()
    let start = emitter.text.count
    var rows: [[[Inline]]] = []
    for line in nodes[node].lines {
      if !rows.isEmpty { emitter.text.append(0x0A) }
      rows.append(row(line.range, columns: alignments.count))
    }
    let header = rows.removeFirst()
    return Block(
      TextRange(start, emitter.text.count), role: .body,
      content: .table(Table(header: header, rows: rows, alignments: alignments)))
  }

  /// The cells of a row, tabs between them; cells beyond the head's stay, so that nothing is lost.
  private mutating func row(_ line: Range<Int>, columns: Int) -> [[Inline]] {
    var cells: [[Inline]] = []
    for cell in tableCells(line, in: bytes) {
      if !cells.isEmpty { emitter.text.append(0x09) }
      let words = withoutEscapedPipes(bytes[cell])
      cells.append(
        emitter.emit(InlineParser(words, references: references).tokens, of: words))
    }
    return cells
  }

  private func withoutEscapedPipes(_ cell: ArraySlice<UInt8>) -> [UInt8] {
    var words: [UInt8] = []
    words.reserveCapacity(cell.count)
    for byte in cell {
      if byte == 0x7C, words.last == 0x5C { words.removeLast() }
      words.append(byte)
    }
    return words
  }

  /// The words of an HTML block: no tags, comments, scripts or styles.
  private func htmlWords(_ node: Int) -> [UInt8] {
    let source = joined(node)
    let opening = source.prefix(8).map { $0 | 0x20 }
    for dropped in ["<script", "<style"] where opening.starts(with: dropped.utf8) { return [] }
    // A comment that never ends would swallow the rest of the text: its words are kept.
    let isUnseen = source.starts(with: "<!".utf8) || source.starts(with: "<?".utf8)
    if isUnseen, source.contains(0x3E) { return [] }
    var words: [UInt8] = []
    var index = 0
    while index < source.count {
      if source[index] == 0x3C, let width = htmlTagWidth(source, at: index, end: source.count) {
        if words.last != 0x20 { words.append(0x20) }
        index += width
        continue
      }
      // What is left is no Markdown: marks stand for themselves.
      if isPunctuation(source[index]), source[index] != 0x26 { words.append(0x5C) }
      words.append(source[index])
      index += 1
    }
    return Array(words[trimmed(0..<words.count, in: words)])
  }
}

/// Takes the link definitions out of the paragraphs that begin with them.
private func takeLinkDefinitions(
  _ nodes: inout [MarkdownNode], _ bytes: [UInt8]
) -> [String: LinkTarget] {
  var references: [String: LinkTarget] = [:]
  for index in nodes.indices where nodes[index].kind == .paragraph {
    guard let first = nodes[index].lines.first, first.range.lowerBound < bytes.count,
      bytes[first.range.lowerBound] == 0x5B
    else { continue }
    takeDefinitions(from: &nodes[index], bytes, &references)
  }
  return references
}

private func takeDefinitions(
  from node: inout MarkdownNode, _ bytes: [UInt8], _ references: inout [String: LinkTarget]
) {
  var words: [UInt8] = []
  var starts: [Int] = []
  for line in node.lines {
    starts.append(words.count)
    words += bytes[line.range]
    words.append(0x0A)
  }
  var scanner = LinkScanner(bytes: words, index: 0)
  var taken = 0
  while scanner.index < words.count {
    guard let (name, target) = scanner.definition() else { break }
    if references[name] == nil { references[name] = target }
    taken = scanner.index
  }
  guard taken > 0 else { return }
  let left = starts.firstIndex { $0 >= taken } ?? starts.count
  node.lines.removeFirst(left)
}
