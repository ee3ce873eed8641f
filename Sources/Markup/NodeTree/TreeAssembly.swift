/// The changes a parser makes to the links of a tree. Each takes the same time whatever the size
/// of the tree, but for moving all children, which takes time for each child moved.
extension NodeTree {
  mutating func add(_ node: Node) -> NodeID {
    nodes.append(node)
    return NodeID(nodes.count - 1)
  }

  mutating func append(_ child: NodeID, to parent: NodeID) {
    let last = nodes[parent.offset].lastChild
    nodes[child.offset].parent = parent
    nodes[child.offset].previousSibling = last
    nodes[child.offset].nextSibling = .none
    if last.isNone {
      nodes[parent.offset].firstChild = child
    } else {
      nodes[last.offset].nextSibling = child
    }
    nodes[parent.offset].lastChild = child
  }

  mutating func insert(_ child: NodeID, before sibling: NodeID) {
    let parent = nodes[sibling.offset].parent
    let previous = nodes[sibling.offset].previousSibling
    nodes[child.offset].parent = parent
    nodes[child.offset].previousSibling = previous
    nodes[child.offset].nextSibling = sibling
    nodes[sibling.offset].previousSibling = child
    if previous.isNone {
      nodes[parent.offset].firstChild = child
    } else {
      nodes[previous.offset].nextSibling = child
    }
  }

  mutating func detach(_ child: NodeID) {
    let node = nodes[child.offset]
    guard !node.parent.isNone else { return }
    if node.previousSibling.isNone {
      nodes[node.parent.offset].firstChild = node.nextSibling
    } else {
      nodes[node.previousSibling.offset].nextSibling = node.nextSibling
    }
    if node.nextSibling.isNone {
      nodes[node.parent.offset].lastChild = node.previousSibling
    } else {
      nodes[node.nextSibling.offset].previousSibling = node.previousSibling
    }
    nodes[child.offset].parent = .none
    nodes[child.offset].previousSibling = .none
    nodes[child.offset].nextSibling = .none
  }

  mutating func moveChildren(of source: NodeID, to target: NodeID) {
    while let child = firstChild(of: source) {
      detach(child)
      append(child, to: target)
    }
  }
}
