/// Ways through a tree that need no recursion.
extension NodeTree {
  /// The children of a node, in order.
  public func children(of node: NodeID) -> some Sequence<NodeID> {
    sequence(first: nodes[node.offset].firstChild) { self.nodes[$0.offset].nextSibling }
      .prefix { !$0.isNone }
  }

  /// The next node in document order that lies below `root`, children first; nil at the end.
  public func node(after node: NodeID, in root: NodeID) -> NodeID? {
    firstChild(of: node) ?? self.node(afterSubtreeOf: node, in: root)
  }

  /// The next node in document order below `root` that is not inside `node`; nil at the end.
  public func node(afterSubtreeOf node: NodeID, in root: NodeID) -> NodeID? {
    var current = node
    while current != root {
      if let next = nextSibling(of: current) { return next }
      guard let parent = parent(of: current) else { return nil }
      current = parent
    }
    return nil
  }

  /// The first element of HTML with this tag below `root`, in document order.
  public func firstElement(_ tag: Tag, in root: NodeID = .document) -> NodeID? {
    var current = node(after: root, in: root)
    while let node = current {
      if self.tag(of: node) == tag { return node }
      current = self.node(after: node, in: root)
    }
    return nil
  }

  /// All text below a node, joined.
  public func text(in root: NodeID) -> String {
    var bytes: [UInt8] = []
    var current: NodeID? = root
    while let node = current {
      if kind(of: node) == .text { bytes += utf8[textRange(of: node)] }
      current = self.node(after: node, in: root)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The line and column of a byte offset into the source, both from 1; columns count scalars.
  public func place(of offset: Int) -> (line: Int, column: Int) {
    var line = 1
    var column = 1
    for byte in utf8[..<min(max(0, offset), sourceCount)] {
      if byte == .newline {
        line += 1
        column = 1
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
    }
    return (line, column)
  }
}
