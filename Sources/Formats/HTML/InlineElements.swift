// The elements inside a line: what they wrap, raise, lower or set in brackets.

import Articles
import Markup

extension PageBlockBuilder {
  /// Begins what an element does to the words below it.
  mutating func openInline(_ node: NodeID, _ tag: Tag) {
    switch tag {
    case .sup, .sub:
      if isMovable(node) { writer.script = tag == .sup ? .raised : .lowered }
    case .rt: if !isBracketed(node) { writer.writeMark("(") }
    case .q: writer.writeMark("“")
    default: if let wrapper = wrapper(node, tag) { writer.open(wrapper) }
    }
  }

  /// Ends what `openInline` began.
  mutating func closeInline(_ node: NodeID, _ tag: Tag) {
    switch tag {
    case .sup, .sub: writer.script = .level
    case .rt: if !isBracketed(node) { writer.writeMark(")") }
    case .q: writer.writeMark("”")
    default: if wrapper(node, tag) != nil { writer.close() }
    }
  }

  private func wrapper(_ node: NodeID, _ tag: Tag) -> InlineWriter.Wrapper? {
    switch tag {
    case .em, .i, .cite, .dfn, .var: .emphasis
    case .strong, .b: .strong
    case .code, .kbd, .samp, .tt: .code
    case .a:
      tree.string(survey.names.href, of: node).map { .link(resolver.resolve($0)) }
    default: nil
    }
  }

  /// Whether all words below can be written raised or lowered.
  private func isMovable(_ node: NodeID) -> Bool {
    var words: [UInt8] = []
    tree.visit(node) { inner in
      if tree.kind(of: inner) == .text { words += tree.utf8[tree.textRange(of: inner)].prefix(12) }
      return words.count <= 12
    } leave: { _ in
    }
    return InlineWriter.canMove(words.filter { $0 > 0x20 }[...])
  }

  /// Whether the page sets brackets around a reading itself, for readers that know no ruby.
  private func isBracketed(_ reading: NodeID) -> Bool {
    [tree.previousSibling(of: reading), tree.nextSibling(of: reading)].contains { beside in
      beside.map { tree.tag(of: $0) == .rp } ?? false
    }
  }

  /// Whether a link only leads back from a note to its place: "↩".
  func isReturnLink(_ node: NodeID, _ tag: Tag) -> Bool {
    guard tag == .a, survey.textBytes[Int(node.index)] <= 8,
      tree.string(survey.names.href, of: node)?.hasPrefix("#") ?? false
    else { return false }
    let words = tree.text(in: node).utf8.drop { $0 <= 0x20 }
    // U+21A9, U+21B5, U+2191, U+2934 and the like.
    return words.starts(with: [0xE2, 0x86]) || words.starts(with: [0xE2, 0xA4])
      || words.elementsEqual([0x5E])
  }
}
