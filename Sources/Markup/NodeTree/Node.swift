/// The position of a node in its tree: a small integer, valid for the tree that gave it.
public struct NodeID: Hashable, Comparable, Sendable {
  /// The index into the tree's nodes.
  public let index: Int32

  init(_ index: Int) { self.index = Int32(truncatingIfNeeded: index) }

  /// The document or fragment itself: the root of every tree.
  public static let document = NodeID(0)
  /// Stands for "no node" inside the tree, where an optional would double the size of a link.
  static let none = NodeID(-1)

  var offset: Int { Int(index) }
  var isNone: Bool { index < 0 }
  var optional: NodeID? { index < 0 ? nil : self }

  /// Orders nodes by creation, which is close to document order but not the same.
  public static func < (left: NodeID, right: NodeID) -> Bool { left.index < right.index }
}

/// What a node is.
public enum NodeKind: UInt8, Sendable {
  case document, doctype, element, text, comment
  /// Only in XML; in HTML it is a comment, as the standard wants.
  case processingInstruction
}

/// Which language an element belongs to.
public enum ElementNamespace: UInt8, Sendable {
  case html, svg, mathML, xml
}

/// One node as it is stored: links are indexes, text and attributes are ranges.
///
/// The meaning of `first` and `last` depends on the kind: bytes of the tree's buffer for text,
/// comments and instructions, positions in its attributes for elements and doctypes.
struct Node: Sendable {
  var kind: NodeKind
  var namespace: ElementNamespace
  var tag: Tag
  var name: Name
  var parent = NodeID.none
  var firstChild = NodeID.none
  var lastChild = NodeID.none
  var previousSibling = NodeID.none
  var nextSibling = NodeID.none
  var first: UInt32
  var last: UInt32
  var sourceStart: UInt32
  var sourceEnd: UInt32

  init(
    _ kind: NodeKind, namespace: ElementNamespace = .html, tag: Tag = .other, name: Name = .empty,
    first: Int = 0, last: Int = 0, source: Range<Int>
  ) {
    self.kind = kind
    self.namespace = namespace
    self.tag = tag
    self.name = name
    self.first = UInt32(truncatingIfNeeded: first)
    self.last = UInt32(truncatingIfNeeded: last)
    sourceStart = UInt32(truncatingIfNeeded: source.lowerBound)
    sourceEnd = UInt32(truncatingIfNeeded: source.upperBound)
  }
}

/// One attribute as it is stored: a name and the bytes of its value in the tree's buffer.
struct AttributeRecord: Sendable {
  var name: Name
  var start: UInt32
  var end: UInt32
}
