/// The names of XML: prefixes and what they stand for.
extension NodeTree {
  /// The part of a name before its colon, empty where there is none, and the part behind.
  public func parts(of name: Name) -> (prefix: String, local: String) {
    let spelling = spelling(of: name)
    guard let colon = spelling.utf8.firstIndex(of: 0x3A) else { return ("", spelling) }
    return (String(spelling[..<colon]), String(spelling[spelling.index(after: colon)...]))
  }

  /// The address that a prefix stands for at a node, nil where nothing around declares it. The
  /// empty prefix asks for the default.
  public func namespaceAddress(ofPrefix prefix: String, at node: NodeID) -> String? {
    let spelling = prefix.isEmpty ? "xmlns" : "xmlns:" + prefix
    guard let name = name(spelled: spelling) else { return nil }
    var current: NodeID? = node
    while let node = current {
      if let value = value(of: name, in: node) { return string(value) }
      current = parent(of: node)
    }
    return nil
  }
}
