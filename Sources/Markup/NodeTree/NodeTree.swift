/// A parsed page or feed: nodes in one flat array, linked by integers.
///
/// Text, attribute values and comments are ranges of one UTF-8 buffer. The buffer begins with the
/// source as it was decoded (without byte order mark, with line ends as "\n"); after it comes
/// what could not be taken from there as it stood, such as text with character references.
/// A node's source range points into that first part, so a place can be told as line and column.
public struct NodeTree: Sendable {
  /// The decoded source, then the text that had to be rewritten.
  public internal(set) var utf8: [UInt8] = []
  /// How many bytes of `utf8` are the source.
  public internal(set) var sourceCount = 0
  /// What was cut short or guessed.
  public internal(set) var diagnostics: [MarkupDiagnostic] = []
  /// The encoding the bytes were read in, by the name the WHATWG standard gives it.
  public internal(set) var encoding = "UTF-8"
  /// Whether the page asks for the rules of the nineties: no doctype or an old one.
  public internal(set) var isQuirky = false

  var nodes: [Node] = []
  var attributes: [AttributeRecord] = []
  var names = NameTable.known

  init() {}

  /// How many nodes were made. Some may have been thrown out of the tree again.
  public var nodeCount: Int { nodes.count }

  /// What a node is.
  public func kind(of node: NodeID) -> NodeKind { nodes[node.offset].kind }

  /// The element of HTML that a node is; `.other` for everything else.
  public func tag(of node: NodeID) -> Tag { nodes[node.offset].tag }

  /// The language an element belongs to.
  public func namespace(of node: NodeID) -> ElementNamespace { nodes[node.offset].namespace }

  /// The number of a node's name: elements, doctypes and processing instructions have one.
  public func name(of node: NodeID) -> Name { nodes[node.offset].name }

  /// The spelling of a name.
  public func spelling(of name: Name) -> String {
    String(decoding: names.utf8(of: name), as: UTF8.self)
  }

  /// The number of a spelling, if any node or attribute of this tree has that name.
  public func name(spelled spelling: String) -> Name? { names.find(Array(spelling.utf8)) }

  /// The node above.
  public func parent(of node: NodeID) -> NodeID? { nodes[node.offset].parent.optional }

  /// The first node below.
  public func firstChild(of node: NodeID) -> NodeID? { nodes[node.offset].firstChild.optional }

  /// The last node below.
  public func lastChild(of node: NodeID) -> NodeID? { nodes[node.offset].lastChild.optional }

  /// The next node with the same parent.
  public func nextSibling(of node: NodeID) -> NodeID? {
    nodes[node.offset].nextSibling.optional
  }

  /// The node before with the same parent.
  public func previousSibling(of node: NodeID) -> NodeID? {
    nodes[node.offset].previousSibling.optional
  }

  /// Where the node stands in the source, from its start tag to the end of its end tag, as byte
  /// offsets. An element the parser had to invent has the empty range where it was needed.
  public func sourceRange(of node: NodeID) -> Range<Int> {
    let node = nodes[node.offset]
    return Int(node.sourceStart)..<Int(max(node.sourceStart, node.sourceEnd))
  }

  /// The bytes of a text, a comment or a processing instruction, as a range of `utf8`; empty for
  /// other nodes.
  public func textRange(of node: NodeID) -> Range<Int> {
    let node = nodes[node.offset]
    switch node.kind {
    case .text, .comment, .processingInstruction: return Int(node.first)..<Int(node.last)
    case .document, .doctype, .element: return 0..<0
    }
  }

  /// A piece of the buffer as a string.
  public func string(_ range: Range<Int>) -> String {
    String(decoding: utf8[range], as: UTF8.self)
  }
}

extension NodeTree {
  /// One attribute: the number of its name and its value as a range of the tree's `utf8`.
  public struct Attribute: Hashable, Sendable {
    /// The name.
    public let name: Name
    /// The value; empty for an attribute without one.
    public let value: Range<Int>
  }

  /// How many attributes an element has.
  public func attributeCount(of node: NodeID) -> Int { attributeIndices(of: node).count }

  /// The attributes of an element in their order; none for other nodes. A doctype has its
  /// `public` and `system` identifiers here.
  public func attributes(of node: NodeID) -> [Attribute] {
    attributeIndices(of: node).map { index in
      let record = attributes[index]
      return Attribute(name: record.name, value: Int(record.start)..<Int(record.end))
    }
  }

  /// The value of an attribute as a range of `utf8`, nil where the element has none.
  public func value(of name: Name, in node: NodeID) -> Range<Int>? {
    for index in attributeIndices(of: node) where attributes[index].name == name {
      return Int(attributes[index].start)..<Int(attributes[index].end)
    }
    return nil
  }

  /// The value of a well-known attribute as a range of `utf8`, nil where the element has none.
  public func value(of attribute: KnownAttribute, in node: NodeID) -> Range<Int>? {
    value(of: attribute.name, in: node)
  }

  /// The value of a well-known attribute, nil where the element has none.
  public func string(of attribute: KnownAttribute, in node: NodeID) -> String? {
    value(of: attribute, in: node).map { string($0) }
  }

  func attributeIndices(of node: NodeID) -> Range<Int> {
    let node = nodes[node.offset]
    switch node.kind {
    case .element, .doctype: return Int(node.first)..<Int(node.last)
    case .document, .text, .comment, .processingInstruction: return 0..<0
    }
  }
}
