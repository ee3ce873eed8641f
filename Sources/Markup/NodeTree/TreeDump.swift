/// The tree as text, one line a node, in the form the tests of HTML parsers use.
extension NodeTree {
  /// Every node below the document as a line "| name", two spaces deeper for each level.
  /// Attributes follow their element on lines of their own, sorted by name.
  public func dump() -> String {
    var lines: [String] = []
    var depth = 0
    var current = firstChild(of: .document)
    while let node = current {
      appendLines(for: node, depth: depth, to: &lines)
      if let child = firstChild(of: node) {
        depth += isTemplate(node) ? 2 : 1
        current = child
      } else {
        current = nextNode(after: node, depth: &depth)
      }
    }
    return lines.joined(separator: "\n")
  }

  private func nextNode(after node: NodeID, depth: inout Int) -> NodeID? {
    var node = node
    while nextSibling(of: node) == nil {
      guard let parent = parent(of: node), parent != .document else { return nil }
      depth -= isTemplate(parent) ? 2 : 1
      node = parent
    }
    return nextSibling(of: node)
  }

  private func isTemplate(_ node: NodeID) -> Bool { tag(of: node) == .template }

  private func appendLines(for node: NodeID, depth: Int, to lines: inout [String]) {
    let indent = "| " + String(repeating: "  ", count: depth)
    let text = string(textRange(of: node))
    switch kind(of: node) {
    case .document: break
    case .doctype: lines.append(indent + doctypeLine(node))
    case .text: lines.append(indent + "\"\(text)\"")
    case .comment: lines.append(indent + "<!-- \(text) -->")
    case .processingInstruction:
      lines.append(indent + "<?\(spelling(of: name(of: node))) \(text)>")
    case .element:
      lines.append(indent + "<\(prefix(of: node))\(spelling(of: name(of: node)))>")
      lines += attributeLines(node).map { "\(indent)  \($0)" }
      if isTemplate(node) { lines.append(indent + "  content") }
    }
  }

  private func doctypeLine(_ node: NodeID) -> String {
    let name = spelling(of: name(of: node))
    let publicID = string(of: .publicID, in: node)
    let systemID = string(of: .systemID, in: node)
    guard publicID != nil || systemID != nil else { return "<!DOCTYPE \(name)>" }
    return "<!DOCTYPE \(name) \"\(publicID ?? "")\" \"\(systemID ?? "")\">"
  }

  private func prefix(of node: NodeID) -> String {
    switch namespace(of: node) {
    case .html, .xml: ""
    case .svg: "svg "
    case .mathML: "math "
    }
  }

  private func attributeLines(_ node: NodeID) -> [String] {
    let isForeign = namespace(of: node) == .svg || namespace(of: node) == .mathML
    return attributes(of: node).map { attribute in
      var name = spelling(of: attribute.name)
      if isForeign, ForeignNames.prefixed.contains(attribute.name) {
        name = String(name.map { $0 == ":" ? " " : $0 })
      }
      return (name, string(attribute.value))
    }
    .sorted { $0.0.utf16.lexicographicallyPrecedes($1.0.utf16) }
    .map { "\($0.0)=\"\($0.1)\"" }
  }
}
