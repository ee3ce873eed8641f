/// The adoption agency: how an end tag of formatting is carried out when blocks stand between.
///
/// `<b>one<p>two</b>three</p>` becomes `<b>one</b><p><b>two</b>three</p>`. The standard bounds the
/// rounds for one end tag to eight and the elements renewed in each to three; the number of copies
/// in a whole page is bounded here.
extension HTMLTreeBuilder {
  mutating func endFormatting(_ token: Token) {
    let tag = token.tag
    let current = open.current
    if current.tag == tag, !formatting.contains(where: { $0.node == current.node }) {
      popAtEndTag()
      return
    }
    for _ in 0..<8 {
      guard let entry = formattingIndex(of: tag) else {
        // Only the end tag itself may close something else instead.
        if token.kind == .endTag { endOther(token) }
        return
      }
      guard adopt(entry) else { return }
    }
  }

  /// One round. Gives whether another is needed.
  private mutating func adopt(_ entry: Int) -> Bool {
    let node = formatting[entry].node
    guard let position = open.index(of: node) else {
      formatting.remove(at: entry)
      return false
    }
    guard open.hasInnermost(in: .normal, where: { $0.node == node }) else { return false }
    guard let block = furthestBlock(above: position) else {
      while open.count > position + 1 { pop() }
      popAtEndTag()
      formatting.remove(at: entry)
      return false
    }
    guard mayCopy(), formatting.indices.contains(entry), formatting[entry].node == node else {
      while open.count > position { pop() }
      formatting.removeAll { $0.node == node }
      return false
    }
    renew(entry: entry, at: position, around: block)
    return true
  }

  private func furthestBlock(above position: Int) -> Int? {
    var index = position + 1
    while index < open.count {
      if open[index].isSpecial { return index }
      index += 1
    }
    return nil
  }

  /// Ends the formatting before the block and begins it again inside.
  private mutating func renew(entry: Int, at position: Int, around blockPosition: Int) {
    let node = formatting[entry].node
    let tag = formatting[entry].tag
    let ancestor = open[position - 1]
    let block = open[blockPosition]
    var bookmark = entry
    let last = renewBetween(position, blockPosition, bookmark: &bookmark)
    tree.detach(last)
    insert(last, at: place(in: ancestor))
    let copy = copy(of: node)
    tree.moveChildren(of: block.node, to: copy)
    tree.append(copy, to: block.node)
    moveEntry(
      of: node, to: bookmark,
      as: FormattingEntry(
        node: copy, tag: tag, attributeSum: formatting.first { $0.node == node }?.attributeSum ?? 0)
    )
    if let index = open.index(of: node) { open.remove(at: index) }
    if let index = open.index(of: block.node) {
      open.insert(OpenElement(copy, tag: tag, name: tree.name(of: copy)), at: index + 1)
    }
    tree.nodes[node.offset].sourceEnd = UInt32(truncatingIfNeeded: currentSource.lowerBound)
  }

  /// Renews the formatting between the formatting element and the block and strings it together.
  ///
  /// - Returns: the outermost node of the string.
  private mutating func renewBetween(
    _ position: Int, _ blockPosition: Int, bookmark: inout Int
  ) -> NodeID {
    let block = open[blockPosition].node
    var last = block
    var index = blockPosition - 1
    var rounds = 0
    while index > position {
      rounds += 1
      let node = open[index].node
      var active = formatting.firstIndex { $0.node == node }
      if rounds > 3, let entry = active {
        formatting.remove(at: entry)
        if entry < bookmark { bookmark -= 1 }
        active = nil
      }
      guard let active else {
        open.remove(at: index)
        index -= 1
        continue
      }
      let copy = copy(of: node)
      copiesLeft -= 1
      formatting[active].node = copy
      open.replaceNode(at: index, with: copy)
      if last == block { bookmark = active + 1 }
      tree.detach(last)
      tree.append(last, to: copy)
      last = copy
      index -= 1
    }
    return last
  }

  private mutating func moveEntry(of node: NodeID, to bookmark: Int, as entry: FormattingEntry) {
    var bookmark = bookmark
    if let old = formatting.firstIndex(where: { $0.node == node }) {
      formatting.remove(at: old)
      if old < bookmark { bookmark -= 1 }
    }
    formatting.insert(entry, at: min(bookmark, formatting.count))
  }
}
