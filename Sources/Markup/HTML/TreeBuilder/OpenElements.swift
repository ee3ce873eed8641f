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
  /// How many of each name are open that are no element of HTML the parser knows.
  private var otherCounts: [Int] = []

  var count: Int { elements.count }
  var current: OpenElement { elements[elements.count - 1] }
  subscript(index: Int) -> OpenElement { elements[index] }

  mutating func push(_ element: OpenElement) {
    elements.append(element)
    count(element, 1)
  }

  mutating func pop() -> OpenElement {
    let element = elements.removeLast()
    count(element, -1)
    return element
  }

  mutating func remove(at index: Int) {
    count(elements[index], -1)
    elements.remove(at: index)
  }

  mutating func insert(_ element: OpenElement, at index: Int) {
    count(element, 1)
    elements.insert(element, at: index)
  }

  mutating func replaceNode(at index: Int, with node: NodeID) {
    elements[index].node = node
  }

  private mutating func count(_ element: OpenElement, _ change: Int) {
    counts[Int(element.tag.rawValue)] += change
    guard element.tag == .other else { return }
    let missing = Int(element.name.index) + 1 - otherCounts.count
    if missing > 0 { otherCounts.append(contentsOf: repeatElement(0, count: missing + 64)) }
    otherCounts[Int(element.name.index)] += change
  }

  /// Whether any element of this kind is open. Not meant for `.other`.
  func contains(_ tag: Tag) -> Bool { counts[Int(tag.rawValue)] > 0 }

  /// Whether anything with this name is open that is no element of HTML the parser knows.
  func containsOther(_ name: Name) -> Bool {
    Int(name.index) < otherCounts.count && otherCounts[Int(name.index)] > 0
  }

  /// The highest position of a node, searched from the innermost element.
  func index(of node: NodeID) -> Int? {
    let elements = elements.span
    var index = elements.count - 1
    while index >= 0, elements[index].node != node { index -= 1 }
    return index < 0 ? nil : index
  }

  /// The position of the innermost element of HTML with this name, unless a special element
  /// stands before it.
  func innermost(_ name: Name) -> Int? {
    let elements = elements.span
    var index = elements.count - 1
    while index > 0 {
      if elements[index].name == name, elements[index].namespace == .html { return index }
      if elements[index].isSpecial { return nil }
      index -= 1
    }
    return nil
  }

  /// The position of the innermost element of SVG or MathML with this name, or of the first
  /// element of HTML before it.
  func innermostForeign(_ name: Name) -> Int? {
    let elements = elements.span
    var index = elements.count - 1
    while index > 0 {
      if elements[index].name == name || elements[index].namespace == .html { return index }
      index -= 1
    }
    return nil
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
