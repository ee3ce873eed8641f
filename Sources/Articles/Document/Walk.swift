/// A node met while walking a document.
public enum DocumentNode: Hashable, Sendable {
  /// A block.
  case block(Block)
  /// Running text inside the block above it.
  case inline(Inline)
}

extension Document {
  /// Visits every block and inline in order, parents first.
  ///
  /// - Parameter visit: called with the node and its depth; blocks of the document have depth 0.
  public func walk(_ visit: (DocumentNode, Int) -> Void) {
    for block in blocks { block.walk(depth: 0, visit) }
  }
}

extension Block {
  fileprivate func walk(depth: Int, _ visit: (DocumentNode, Int) -> Void) {
    visit(.block(self), depth)
    switch content {
    case .paragraph(let inlines), .heading(_, let inlines):
      inlines.walk(depth: depth + 1, visit)
    case .list(_, let items):
      for block in items.flatMap(\.blocks) { block.walk(depth: depth + 1, visit) }
    case .quotation(let blocks):
      for block in blocks { block.walk(depth: depth + 1, visit) }
    case .table(let table):
      for cell in table.header + table.rows.joined() { cell.walk(depth: depth + 1, visit) }
    case .code, .illustration, .rule:
      break
    }
  }
}

extension Array where Element == Inline {
  fileprivate func walk(depth: Int, _ visit: (DocumentNode, Int) -> Void) {
    for inline in self {
      visit(.inline(inline), depth)
      switch inline {
      case .emphasis(let children), .strong(let children), .link(let children, _):
        children.walk(depth: depth + 1, visit)
      case .text, .code, .image, .lineBreak:
        break
      }
    }
  }
}
