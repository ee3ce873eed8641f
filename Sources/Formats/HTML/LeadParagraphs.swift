// The standfirst often stands outside the element that holds the rest of the article: between
// the headline and the body, in the page's header. It is looked for only a few levels up and only
// before the body.

import Articles
import Markup

extension PageBlockBuilder {
  /// How many levels above the article's element a standfirst is looked for.
  private static let reach = 4

  /// Writes the paragraphs between the headline and the article's element.
  mutating func writeLead(before root: NodeID) {
    for node in leads(before: root) {
      let inlines = inlines(below: node)
      guard !inlines.isEmpty else { continue }
      add(Block(inlines.coveredRange, role: .body, content: .paragraph(inlines)), 0)
    }
  }

  private func leads(before root: NodeID) -> [NodeID] {
    var found: [NodeID] = []
    var isPastHeadline = false
    var isPastRoot = false
    let container = container(of: root)
    guard container != root else { return [] }
    tree.visit(container) { node in
      if node == root { isPastRoot = true }
      guard !isPastRoot, tree.kind(of: node) == .element, survey.clutter[node] == nil,
        survey.textBytes[Int(node.index)] > 0
      else { return false }
      let tag = tree.tag(of: node)
      if tag == .h1 {
        isPastHeadline = true
        found = []
      }
      guard !tag.isUnread, tag != .h1, tag != .figure, tag != .ul, tag != .table else {
        return false
      }
      guard isLead(node, tag, isPastHeadline: isPastHeadline) else { return true }
      found.append(node)
      return false
    } leave: { _ in
    }
    return Array(found.suffix(3))
  }

  private func container(of root: NodeID) -> NodeID {
    var container = root
    for _ in 0..<Self.reach {
      guard let above = tree.parent(of: container), above != survey.body, above != .document,
        tree.tag(of: container) != .article, tree.tag(of: container) != .main
      else { break }
      container = above
    }
    return container
  }

  private func isLead(_ node: NodeID, _ tag: Tag, isPastHeadline: Bool) -> Bool {
    let index = Int(node.index)
    let words = survey.textBytes[index]
    guard words >= 50, words <= 900, survey.linkBytes[index] * 4 < words else { return false }
    if survey.hints[index].contains(.standfirst), tag != .header, tag != .section { return true }
    return isPastHeadline && tag == .p && words >= 70
  }
}
