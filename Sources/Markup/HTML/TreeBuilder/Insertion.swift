/// Where new nodes go, and the making of elements, text and comments.
extension HTMLTreeBuilder {
  /// A place among the children of a node.
  struct Place {
    var parent: NodeID
    /// The child before which to insert; none means at the end.
    var sibling = NodeID.none
  }

  /// The appropriate place for inserting a node, which is before the table for what does not
  /// belong inside one.
  func place(in override: OpenElement? = nil) -> Place {
    let target = override ?? open.current
    guard isFosterParenting, target.tag.fostersText else { return Place(parent: target.node) }
    return fosterPlace()
  }

  private func fosterPlace() -> Place {
    var index = open.count - 1
    while index > 0 {
      let element = open[index]
      if element.tag == .template { return Place(parent: element.node) }
      if element.tag == .table {
        if let parent = tree.parent(of: element.node) {
          return Place(parent: parent, sibling: element.node)
        }
        return Place(parent: open[index - 1].node)
      }
      index -= 1
    }
    return Place(parent: open[0].node)
  }

  mutating func insert(_ node: NodeID, at place: Place) {
    if place.sibling.isNone {
      tree.append(node, to: place.parent)
    } else {
      tree.insert(node, before: place.sibling)
    }
  }

  /// Inserts an element for a start tag and opens it, unless too many are open already.
  ///
  /// - Returns: whether the element was opened.
  @discardableResult
  mutating func insertElement(_ token: Token) -> Bool {
    let node = makeElement(token)
    insert(node, at: place())
    return push(OpenElement(node, tag: token.tag, name: token.name))
  }

  /// Inserts an element that has no content and is not opened.
  mutating func insertVoid(_ token: Token) {
    insert(makeElement(token), at: place())
  }

  /// Inserts an element that the source does not have.
  mutating func insertImplied(_ tag: Tag) {
    let name = Name(Int(tag.rawValue))
    let source = currentSource.lowerBound..<currentSource.lowerBound
    let node = tree.add(Node(.element, tag: tag, name: name, source: source))
    insert(node, at: open.count == 0 ? Place(parent: .document) : place())
    push(OpenElement(node, tag: tag, name: name))
  }

  mutating func makeElement(_ token: Token) -> NodeID {
    let first = tree.attributes.count
    tree.attributes.append(contentsOf: tokenizer.attributes)
    return tree.add(
      Node(
        .element, tag: token.tag, name: token.name, first: first, last: tree.attributes.count,
        source: token.source))
  }

  mutating func insertComment(_ token: Token, at place: Place? = nil) {
    let node = tree.add(
      Node(
        .comment, first: token.text.lowerBound, last: token.text.upperBound,
        source: token.source))
    insert(node, at: place ?? self.place())
  }

  mutating func insertText(_ token: Token) {
    insertText(token.text, at: place(), source: token.source)
  }

  /// Inserts text, joining it with the text that stands before the place.
  mutating func insertText(_ text: Range<Int>, at place: Place, source: Range<Int>) {
    if place.parent == .document { return }
    let neighbour =
      place.sibling.isNone
      ? tree.nodes[place.parent.offset].lastChild
      : tree.nodes[place.sibling.offset].previousSibling
    guard !neighbour.isNone, tree.nodes[neighbour.offset].kind == .text else {
      let node = tree.add(
        Node(.text, first: text.lowerBound, last: text.upperBound, source: source))
      insert(node, at: place)
      return
    }
    let joined = tokenizer.tail.join(
      tree.textRange(of: neighbour), of: neighbour, with: text, source: tokenizer.source)
    tree.nodes[neighbour.offset].first = UInt32(truncatingIfNeeded: joined.lowerBound)
    tree.nodes[neighbour.offset].last = UInt32(truncatingIfNeeded: joined.upperBound)
    tree.nodes[neighbour.offset].sourceEnd = UInt32(truncatingIfNeeded: source.upperBound)
  }
}
