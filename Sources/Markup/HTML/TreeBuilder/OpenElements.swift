/// What the search for an open element stops at, beside the element itself.
enum ElementScope {
  case normal, button, listItem, table
}

/// An element that has begun and not ended.
struct OpenElement {
  var node: NodeID
  /// The element of HTML; `.other` for SVG and MathML.
  var tag: Tag
  /// The name as the tokenizer gave it, in lower case.
  var name: Name
  var namespace = ElementNamespace.html
  var isSpecial: Bool
  var bordersScope: Bool
  /// Whether text and most elements inside follow the rules of HTML although this is MathML.
  var isMathTextPoint = false
  /// Whether everything inside follows the rules of HTML although this is SVG or MathML.
  var isHTMLPoint = false

  init(_ node: NodeID, tag: Tag, name: Name) {
    self.node = node
    self.tag = tag
    self.name = name
    isSpecial = tag.isSpecial
    bordersScope = tag.bordersScope
  }

  /// An element of SVG or MathML; `tag` is the HTML element that has the same name.
  init(_ node: NodeID, foreign tag: Tag, name: Name, namespace: ElementNamespace) {
    self.node = node
    self.tag = .other
    self.name = name
    self.namespace = namespace
    if namespace == .svg {
      isSpecial = tag == .foreignObject || tag == .desc || tag == .title
      isHTMLPoint = isSpecial
    } else {
      isMathTextPoint = tag == .mi || tag == .mo || tag == .mn || tag == .ms || tag == .mtext
      isSpecial = isMathTextPoint || tag == .annotationXML
    }
    bordersScope = isSpecial
  }

  func stops(_ scope: ElementScope) -> Bool {
    switch scope {
    case .normal: bordersScope
    case .button: bordersScope || tag == .button
    case .listItem: bordersScope || tag == .ol || tag == .ul
    case .table: tag.bordersTableScope
    }
  }
}

/// The stack of open elements, which knows how many of each kind it holds so that most questions
/// need no search.
struct OpenElements {
  private(set) var elements: [OpenElement] = []
  private var counts = [Int](repeating: 0, count: Tag.allCases.count)

  var count: Int { elements.count }
  var current: OpenElement { elements[elements.count - 1] }
  subscript(index: Int) -> OpenElement { elements[index] }

  mutating func push(_ element: OpenElement) {
    elements.append(element)
    counts[Int(element.tag.rawValue)] += 1
  }

  mutating func pop() -> OpenElement {
    let element = elements.removeLast()
    counts[Int(element.tag.rawValue)] -= 1
    return element
  }

  mutating func remove(at index: Int) {
    counts[Int(elements[index].tag.rawValue)] -= 1
    elements.remove(at: index)
  }

  mutating func insert(_ element: OpenElement, at index: Int) {
    counts[Int(element.tag.rawValue)] += 1
    elements.insert(element, at: index)
  }

  mutating func replaceNode(at index: Int, with node: NodeID) {
    elements[index].node = node
  }

  /// Whether any element of this kind is open. Not meant for `.other`.
  func contains(_ tag: Tag) -> Bool { counts[Int(tag.rawValue)] > 0 }

  /// The highest position of a node, searched from the innermost element.
  func index(of node: NodeID) -> Int? {
    elements.lastIndex { $0.node == node }
  }

  /// Whether an element of this kind is open with nothing between that stops the scope.
  func isOpen(_ tag: Tag, in scope: ElementScope) -> Bool {
    contains(tag) && hasInnermost(in: scope) { $0.tag == tag }
  }

  /// Whether an element that fits is open with nothing between that stops the scope.
  func hasInnermost(in scope: ElementScope, where fits: (OpenElement) -> Bool) -> Bool {
    var index = elements.count - 1
    while index >= 0 {
      if fits(elements[index]) { return true }
      if elements[index].stops(scope) { return false }
      index -= 1
    }
    return false
  }
}
