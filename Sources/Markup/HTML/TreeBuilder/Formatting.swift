/// Formatting elements that reach across blocks: the list of those that are active, and their
/// copying into each block.
struct FormattingEntry {
  /// None for a marker, which shields what is outside a table cell or an object.
  var node: NodeID
  var tag: Tag
  /// A sum over the attributes, the same whatever their order.
  var attributeSum: Int

  static let marker = FormattingEntry(node: .none, tag: .other, attributeSum: 0)
  var isMarker: Bool { node.isNone }
}

extension HTMLTreeBuilder {
  /// The list never gets longer than half the depth; the oldest entries leave it.
  private var formattingLimit: Int { max(4, limits.depth / 2) }

  mutating func beginFormatting(_ token: Token) {
    reconstructFormatting()
    if insertElement(token) { noteFormatting(open.current) }
  }

  mutating func beginLink(_ token: Token) {
    if let index = formattingIndex(of: .a) {
      let node = formatting[index].node
      endFormatting(token)
      formatting.removeAll { $0.node == node }
      if let index = open.index(of: node) { open.remove(at: index) }
    }
    beginFormatting(token)
  }

  mutating func beginNoBreak(_ token: Token) {
    reconstructFormatting()
    if open.isOpen(.nobr, in: .normal) {
      endFormatting(token)
      reconstructFormatting()
    }
    if insertElement(token) { noteFormatting(open.current) }
  }

  /// The position of the last entry of this kind behind the last marker.
  func formattingIndex(of tag: Tag) -> Int? {
    var index = formatting.count - 1
    while index >= 0, !formatting[index].isMarker {
      if formatting[index].tag == tag { return index }
      index -= 1
    }
    return nil
  }

  mutating func clearFormattingToMarker() {
    while let entry = formatting.popLast(), !entry.isMarker {}
  }

  /// Adds an element to the list, where of three equal ones the earliest gives way.
  private mutating func noteFormatting(_ element: OpenElement) {
    let entry = FormattingEntry(
      node: element.node, tag: element.tag, attributeSum: attributeSum(of: element.node))
    let (equals, earliest) = entries(equalTo: entry)
    if equals >= 3 { formatting.remove(at: earliest) }
    if formatting.count >= formattingLimit {
      formatting.remove(at: formatting.firstIndex { !$0.isMarker } ?? 0)
    }
    formatting.append(entry)
  }

  /// How many entries behind the last marker equal one, and the first of them. Apart from the
  /// caller because a mutating function copies the whole builder for each question it asks.
  private func entries(equalTo entry: FormattingEntry) -> (count: Int, earliest: Int) {
    var equals = 0
    var earliest = 0
    var index = formatting.count - 1
    while index >= 0, !formatting[index].isMarker {
      if isEqual(formatting[index], entry) {
        equals += 1
        earliest = index
      }
      index -= 1
    }
    return (equals, earliest)
  }

  private func isEqual(_ left: FormattingEntry, _ right: FormattingEntry) -> Bool {
    guard left.tag == right.tag, left.attributeSum == right.attributeSum else { return false }
    let own = tree.attributeIndices(of: left.node)
    let other = tree.attributeIndices(of: right.node)
    guard own.count == other.count else { return false }
    // Plain loops over plain values: closures and iterators here copy the whole builder.
    var step = 0
    while step < own.count {
      let attribute = tree.attributes[own.lowerBound + step]
      if !isEqual(attribute, tree.attributes[other.lowerBound + step]),
        !contains(attribute, in: other)
      {
        return false
      }
      step += 1
    }
    return true
  }

  private func contains(_ attribute: AttributeRecord, in others: Range<Int>) -> Bool {
    var index = others.lowerBound
    while index < others.upperBound {
      if isEqual(attribute, tree.attributes[index]) { return true }
      index += 1
    }
    return false
  }

  private func isEqual(_ left: AttributeRecord, _ right: AttributeRecord) -> Bool {
    guard left.name == right.name, left.end - left.start == right.end - right.start else {
      return false
    }
    var step = 0
    while step < Int(left.end - left.start) {
      if byte(at: Int(left.start) + step) != byte(at: Int(right.start) + step) { return false }
      step += 1
    }
    return true
  }

  private func attributeSum(of node: NodeID) -> Int {
    var sum = 0
    for index in tree.attributeIndices(of: node) {
      let attribute = tree.attributes[index]
      var hash = Int(attribute.name.index) &* 0x9E37_79B9
      for offset in attribute.start..<attribute.end {
        hash = (hash ^ Int(byte(at: Int(offset)))) &* 0x100_0193
      }
      sum &+= hash
    }
    return sum
  }
}

extension HTMLTreeBuilder {
  /// Opens again, inside the current element, the active formatting that has been closed.
  mutating func reconstructFormatting() {
    guard let last = formatting.last, !last.isMarker, open.count < limits.depth,
      open.index(of: last.node) == nil
    else { return }
    var index = formatting.count - 1
    while index > 0, !formatting[index - 1].isMarker,
      open.index(of: formatting[index - 1].node) == nil
    {
      index -= 1
    }
    while index < formatting.count, open.count < limits.depth, mayCopy() {
      let copy = copy(of: formatting[index].node)
      insert(copy, at: place())
      open.push(OpenElement(copy, tag: formatting[index].tag, name: tree.name(of: copy)))
      formatting[index].node = copy
      index += 1
    }
  }

  /// Counts one more copy. When there have been too many, formatting ends with its block.
  mutating func mayCopy() -> Bool {
    copiesLeft -= 1
    if copiesLeft > 0 { return true }
    let open = open
    formatting.removeAll { !$0.isMarker && open.index(of: $0.node) == nil }
    if !tree.diagnostics.contains(where: { $0.kind == .tooManyCopies }) {
      tree.diagnostics.append(
        MarkupDiagnostic(
          .tooManyCopies, at: currentSource.lowerBound,
          "Formatting is misnested too often; from here on it ends with its block."))
    }
    return false
  }

  /// A new element with the name and the attributes of another.
  mutating func copy(of node: NodeID) -> NodeID {
    let original = tree.nodes[node.offset]
    let source = currentSource.lowerBound..<currentSource.lowerBound
    return tree.add(
      Node(
        .element, tag: original.tag, name: original.name, first: Int(original.first),
        last: Int(original.last), source: source))
  }
}
