/// The scanner's work: tags to elements, text and references to text.
struct XMLTreeBuilder {
  private var source: [UInt8]
  private let end: Int
  private var tail: TextTail
  private var names = NameTable.known
  private var tree = NodeTree()
  private let limits: ParseLimits
  private var position = 0
  private var open: [(node: NodeID, name: Name)] = []
  /// How many elements of each name are open, so that most end tags need no search.
  private var openCounts: [Int] = []
  /// How many end tags belong to elements that were too deep to be opened.
  private var unopened = 0

  /// Makes a scanner for UTF-8 without carriage returns, followed by one zero byte.
  init(_ text: [UInt8], limits: ParseLimits) {
    source = text
    end = text.count - 1
    tail = TextTail(base: end)
    self.limits = limits
    _ = tree.add(Node(.document, namespace: .xml, source: 0..<end))
  }

  /// Reads everything and gives the tree.
  mutating func build() -> NodeTree {
    while position < end {
      if source[position] == .less { scanMarkup() } else { scanText() }
      if tree.nodes.count >= limits.nodes {
        note(.tooManyNodes, "The document has more than \(limits.nodes) parts.")
        break
      }
    }
    while let element = open.popLast() { close(element.node, at: position) }
    tree.names = names
    tree.utf8 = source
    source = []
    tree.utf8.removeLast()
    tree.sourceCount = tree.utf8.count
    tree.utf8.append(contentsOf: tail.bytes)
    return tree
  }

  private var parent: NodeID { open.last?.node ?? .document }

  private mutating func note(_ kind: MarkupDiagnostic.Kind, _ message: String) {
    guard !tree.diagnostics.contains(where: { $0.kind == kind }) else { return }
    tree.diagnostics.append(MarkupDiagnostic(kind, at: position, message))
  }

  private mutating func close(_ node: NodeID, at offset: Int) {
    tree.nodes[node.offset].sourceEnd = UInt32(truncatingIfNeeded: offset)
  }
}

// Text.
extension XMLTreeBuilder {
  private mutating func scanText() {
    let start = position
    if source[start] == .ampersand,
      let found = CharacterReference(inXML: source, at: start)
    {
      position += found.length
      let tailStart = tail.end
      tail.append(found)
      addText(tailStart..<tail.end, source: start..<position)
      return
    }
    position = endOfText(from: start + 1)
    addText(start..<position, source: start..<position)
  }

  private func endOfText(from start: Int) -> Int {
    let bytes = source.span
    var offset = start
    while offset < end, bytes[offset] != .less, bytes[offset] != .ampersand { offset += 1 }
    return offset
  }

  private mutating func addText(_ text: Range<Int>, source range: Range<Int>) {
    guard let parent = open.last?.node, !text.isEmpty else { return }
    let last = tree.nodes[parent.offset].lastChild
    if !last.isNone, tree.nodes[last.offset].kind == .text {
      let joined = tail.join(tree.textRange(of: last), of: last, with: text, source: source)
      tree.nodes[last.offset].first = UInt32(truncatingIfNeeded: joined.lowerBound)
      tree.nodes[last.offset].last = UInt32(truncatingIfNeeded: joined.upperBound)
      close(last, at: range.upperBound)
      return
    }
    add(.text, text, from: range.lowerBound)
  }

  private mutating func add(
    _ kind: NodeKind, name: Name = .empty, _ text: Range<Int>, from start: Int
  ) {
    let node = tree.add(
      Node(
        kind, namespace: .xml, name: name, first: text.lowerBound, last: text.upperBound,
        source: start..<position))
    tree.append(node, to: parent)
  }
}

// Markup other than elements.
extension XMLTreeBuilder {
  private mutating func scanMarkup() {
    let next = source[position + 1]
    if isNameStart(next) {
      scanStartTag()
    } else if next == .slash {
      scanEndTag()
    } else if next == .question {
      scanInstruction()
    } else if next == .exclamation {
      scanDeclaration()
    } else {
      let start = position
      position += 1
      addText(start..<position, source: start..<position)
    }
  }

  private mutating func scanDeclaration() {
    let start = position
    if source.matches("<!--", at: start) {
      let text = skip(past: [.dash, .dash, .greater], from: start + 4)
      add(.comment, text, from: start)
    } else if source.matches("<![cdata[", at: start) {
      let text = skip(past: [.closeBracket, .closeBracket, .greater], from: start + 9)
      addText(text, source: start..<position)
    } else {
      skipDoctype()
    }
  }

  /// Moves behind a closing mark; without one, to the end of the source.
  ///
  /// - Returns: what stands before the mark.
  private mutating func skip(past mark: [UInt8], from start: Int) -> Range<Int> {
    var offset = min(start, end)
    let from = offset
    while offset < end {
      if source[offset] == mark[0], source[offset...].starts(with: mark) {
        position = offset + mark.count
        return from..<offset
      }
      offset += 1
    }
    position = end
    return from..<end
  }

  /// Skips a doctype with what it may hold in brackets.
  private mutating func skipDoctype() {
    var isInBrackets = false
    position += 2
    while position < end {
      let byte = source[position]
      position += 1
      if byte == .openBracket { isInBrackets = true }
      if byte == .closeBracket { isInBrackets = false }
      if byte == .greater, !isInBrackets { return }
    }
  }

  private mutating func scanInstruction() {
    let start = position
    var offset = start + 2
    while isNamePart(source[offset]) { offset += 1 }
    let name = names.intern(source, start + 2..<offset)
    let text = skip(past: [.question, .greater], from: source.skippingSpace(from: offset))
    add(.processingInstruction, name: name, text, from: start)
  }

  private func isNameStart(_ byte: UInt8) -> Bool {
    byte.isLetter || byte == 0x5F || byte == 0x3A || byte >= 0x80
  }

  private func isNamePart(_ byte: UInt8) -> Bool {
    isNameStart(byte) || byte.isDigit || byte == .dash || byte == 0x2E
  }
}

// Elements.
extension XMLTreeBuilder {
  private mutating func scanEndTag() {
    let start = position
    var offset = start + 2
    while isNamePart(source[offset]) { offset += 1 }
    let name = names.intern(source, start + 2..<offset)
    while offset < end, source[offset] != .greater, source[offset] != .less { offset += 1 }
    position = offset < end && source[offset] == .greater ? offset + 1 : offset
    end(name, from: start)
  }

  private mutating func end(_ name: Name, from start: Int) {
    if unopened > 0 {
      unopened -= 1
      return
    }
    let index = Int(name.index)
    guard index < openCounts.count, openCounts[index] > 0 else { return }
    while let element = open.popLast() {
      openCounts[Int(element.name.index)] -= 1
      close(element.node, at: element.name == name ? position : start)
      if element.name == name { return }
    }
  }

  private mutating func scanStartTag() {
    let start = position
    var offset = start + 1
    while isNamePart(source[offset]) { offset += 1 }
    let name = names.intern(source, start + 1..<offset)
    position = offset
    let first = tree.attributes.count
    let isClosed = scanAttributes(first: first)
    let node = tree.add(
      Node(
        .element, namespace: .xml, name: name, first: first, last: tree.attributes.count,
        source: start..<position))
    tree.append(node, to: parent)
    if !isClosed { push(node, name) }
  }

  private mutating func push(_ node: NodeID, _ name: Name) {
    guard open.count < limits.depth else {
      unopened += 1
      note(.tooDeep, "More than \(limits.depth) elements are open; deeper ones stand side by side.")
      return
    }
    open.append((node, name))
    let missing = Int(name.index) + 1 - openCounts.count
    if missing > 0 { openCounts.append(contentsOf: repeatElement(0, count: missing + 64)) }
    openCounts[Int(name.index)] += 1
  }

  /// Reads up to the tag's end, or to the next "<", where the end is missing.
  ///
  /// - Returns: whether the tag closes itself.
  private mutating func scanAttributes(first: Int) -> Bool {
    while position < end {
      switch source[position] {
      case .greater:
        position += 1
        return source[position - 2] == .slash
      case .less: return false
      case let byte where isNameStart(byte): scanAttribute(first: first)
      default: position += 1
      }
    }
    return false
  }

  private mutating func scanAttribute(first: Int) {
    let start = position
    while isNamePart(source[position]) { position += 1 }
    let name = names.intern(source, start..<position)
    let next = source.skippingSpace(from: position)
    var value = next..<next
    if source[next] == .equals {
      position = source.skippingSpace(from: next + 1)
      value = scanValue()
    }
    guard tree.attributes.count - first < limits.attributesPerTag else {
      note(.tooManyAttributes, "A tag has more than \(limits.attributesPerTag) attributes.")
      return
    }
    for known in tree.attributes[first...] where known.name == name { return }
    tree.attributes.append(
      AttributeRecord(
        name: name, start: UInt32(truncatingIfNeeded: value.lowerBound),
        end: UInt32(truncatingIfNeeded: value.upperBound)))
  }

  private mutating func scanValue() -> Range<Int> {
    let quote = source[position]
    let isQuoted = quote == .doubleQuote || quote == .singleQuote
    let start = isQuoted ? position + 1 : position
    var offset = start
    while offset < end, source[offset] != .less {
      if isQuoted ? source[offset] == quote : endsBareValue(source[offset]) { break }
      offset += 1
    }
    position = isQuoted && source[offset] == quote ? offset + 1 : offset
    return decoded(start..<offset)
  }

  private func endsBareValue(_ byte: UInt8) -> Bool {
    byte.isMarkupSpace || byte == .greater
  }

  private mutating func decoded(_ range: Range<Int>) -> Range<Int> {
    guard source[range].contains(.ampersand) else { return range }
    let start = tail.end
    var offset = range.lowerBound
    while offset < range.upperBound {
      if source[offset] == .ampersand, let found = CharacterReference(inXML: source, at: offset) {
        tail.append(found)
        offset += found.length
      } else {
        tail.bytes.append(source[offset])
        offset += 1
      }
    }
    return start..<tail.end
  }
}
