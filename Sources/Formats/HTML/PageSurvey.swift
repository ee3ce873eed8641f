// Measures every element of a page in two passes without recursion: how many bytes of words lie
// below it, how many of them in links, how much of it reads as running text; then, with those
// measures known, what is clutter by its name or tag and how much running text is left.

import Articles
import Markup

/// Why an element is left out of the article.
struct Clutter: Hashable {
  let role: BlockRole
  let reason: String

  init(_ role: BlockRole, _ reason: String) {
    self.role = role
    self.reason = reason
  }
}

/// What is known about each element of a page, by the index of its node.
struct PageSurvey {
  let tree: NodeTree
  let names: PageNames
  /// The body, or the document where there is none.
  let body: NodeID
  /// Bytes of words below.
  private(set) var textBytes: [Int32]
  /// Bytes of words in links below.
  private(set) var linkBytes: [Int32]
  /// Bytes of running text below, whatever it is for.
  private(set) var prose: [Int32]
  /// Bytes of running text below that is not in clutter.
  private(set) var cleanProse: [Int32]
  /// What class and id say.
  private(set) var hints: [ElementHints]
  /// The elements that are clutter as a whole.
  private(set) var clutter: [NodeID: Clutter] = [:]

  init(_ tree: NodeTree) {
    self.tree = tree
    names = PageNames(tree)
    body = tree.firstElement(.body) ?? .document
    let count = tree.nodeCount
    textBytes = Array(repeating: 0, count: count)
    linkBytes = textBytes
    prose = textBytes
    cleanProse = textBytes
    hints = Array(repeating: [], count: count)
    measure()
    findClutter()
  }
}

extension NodeTree {
  /// Visits a subtree in document order. `enter` is called first and tells whether to visit what
  /// lies below; `leave` is called after everything below, also where nothing below was visited.
  func visit(_ root: NodeID, enter: (NodeID) -> Bool, leave: (NodeID) -> Void) {
    var node = root
    while true {
      if enter(node), let child = firstChild(of: node) {
        node = child
        continue
      }
      leave(node)
      while node != root, nextSibling(of: node) == nil {
        guard let above = parent(of: node) else { return }
        node = above
        leave(node)
      }
      guard node != root, let next = nextSibling(of: node) else { return }
      node = next
    }
  }
}

// MARK: - Measures

extension PageSurvey {
  /// The words directly inside one block element.
  private struct Unit {
    var tag: Tag
    var words: Int32 = 0
    var linked: Int32 = 0
  }

  private mutating func measure() {
    let tree = tree
    var units = [Unit(tag: .body)]
    var links = 0
    var skipped: NodeID?
    tree.visit(body) { node in
      switch tree.kind(of: node) {
      case .text:
        let count = visibleCount(tree.utf8, tree.textRange(of: node))
        guard count > 0 else { return false }
        self.textBytes[Int(node.index)] = count
        units[units.count - 1].words += count
        if links > 0 {
          self.linkBytes[Int(node.index)] = count
          units[units.count - 1].linked += count
        }
        return false
      case .element:
        let tag = tree.tag(of: node)
        if tag.isUnread {
          skipped = node
          return false
        }
        self.readHints(of: node)
        if tag.isBlock { units.append(Unit(tag: tag)) }
        if tag == .a { links += 1 }
        return true
      default: return node == .document
      }
    } leave: { node in
      let index = Int(node.index)
      if skipped == node { return }
      if tree.kind(of: node) == .element {
        let tag = tree.tag(of: node)
        if tag == .a { links -= 1 }
        if tag.isBlock, units.count > 1 {
          self.prose[index] += Self.prose(in: units.removeLast())
        }
      }
      self.passUp(from: node)
    }
  }

  private mutating func passUp(from node: NodeID) {
    guard node != body, let parent = tree.parent(of: node) else { return }
    let index = Int(node.index)
    let above = Int(parent.index)
    textBytes[above] += textBytes[index]
    linkBytes[above] += linkBytes[index]
    prose[above] += prose[index]
  }

  /// Bytes that count as running text. Short labels and link lists are none; entries of lists and
  /// cells of tables count less, since menus and boxes are made of them.
  private static func prose(in unit: Unit) -> Int32 {
    let plain = unit.words - unit.linked
    guard plain >= 30, unit.linked <= plain else { return 0 }
    switch unit.tag {
    case .h1, .h2, .h3, .h4, .h5, .h6, .figcaption, .caption: return 0
    case .li, .dd, .dt, .td, .th: return plain / 2
    default: return plain >= 80 ? plain : plain / 2
    }
  }

  private mutating func readHints(of node: NodeID) {
    var found: ElementHints = []
    for name in [names.classes, names.id] {
      guard let name, let range = tree.value(of: name, in: node), !range.isEmpty else { continue }
      found.formUnion(ElementHints(names: tree.utf8, range))
    }
    hints[Int(node.index)] = found
  }

  /// Whether the page itself hides an element.
  func isUnseen(_ node: NodeID) -> Bool {
    guard tree.attributeCount(of: node) > 0 else { return false }
    if let hidden = names.hidden, tree.value(of: hidden, in: node) != nil { return true }
    return tree.attribute(names.style, of: node, holds: "display:none")
      || tree.attribute(names.style, of: node, holds: "display: none")
  }
}

/// Bytes of words, without white space.
private func visibleCount(_ bytes: [UInt8], _ range: Range<Int>) -> Int32 {
  let span = bytes.span
  var count: Int32 = 0
  for index in range where span[index] > 0x20 { count += 1 }
  return count
}

// MARK: - Clutter

extension PageSurvey {
  /// Marks clutter from the top down; what holds a good part of the page's running text is never
  /// clutter by name alone.
  private mutating func findClutter() {
    let commentProse = commentProse
    let tree = tree
    let body = body
    let all = max(1, prose[Int(body.index)] - commentProse)
    tree.visit(body) { node in
      guard tree.kind(of: node) == .element || node == body else { return false }
      let index = Int(node.index)
      if self.textBytes[index] == 0, node != body { return false }
      if node != body, let found = self.clutter(at: node),
        self.prose[index] * 100 <= all * found.tolerance || found.clutter == Self.comments
      {
        self.clutter[node] = found.clutter
        return false
      }
      self.cleanProse[index] = self.prose[index]
      return true
    } leave: { node in
      guard self.clutter[node] != nil else { return }
      self.subtract(self.prose[Int(node.index)], above: node)
    }
  }

  /// Nesting is capped by the parser, so that this stays linear.
  private mutating func subtract(_ lost: Int32, above node: NodeID) {
    guard lost > 0 else { return }
    var current = node
    while current != body, let parent = tree.parent(of: current) {
      cleanProse[Int(parent.index)] -= lost
      current = parent
    }
  }

  /// What an element would be as clutter, and how many per cent of the page's running text it may
  /// hold to count as such.
  private func clutter(at node: NodeID) -> (clutter: Clutter, tolerance: Int32)? {
    let tag = tree.tag(of: node)
    switch tag {
    case .nav: return (Clutter(.related, "navigation"), 40)
    case .footer: return (Clutter(.legal, "footer"), 30)
    case .aside: return (Clutter(.related, "aside"), 25)
    case .form: return (Clutter(.promo, "form"), 20)
    case .html, .body, .main, .p, .h1, .pre, .code: return nil
    default: break
    }
    let hints = hints[Int(node.index)]
    if isUnseen(node), !isWalled(node, hints) {
      return (Clutter(.related, "not meant to be seen"), 30)
    }
    if hints.contains(.comments), holdsMostComments(node) { return nil }
    if let found = namedClutter(hints, tag) {
      let isRelated = found.clutter.reason == "related stories"
      return isRelated && !pointsElsewhere(node) ? nil : found
    }
    return roleClutter(node)
  }

  /// Whether a page hides the element only from those who have not paid: the words are there.
  private func isWalled(_ node: NodeID, _ hints: ElementHints) -> Bool {
    hints.contains(.premium) && prose[Int(node.index)] > 0
  }

  /// Boxes of related stories hold links; running text without any is none.
  private func pointsElsewhere(_ node: NodeID) -> Bool {
    let index = Int(node.index)
    return prose[index] < 150 || linkBytes[index] * 10 >= textBytes[index]
  }

  /// Running text below elements named as comments, the outermost ones.
  private var commentProse: Int32 {
    var found: Int32 = 0
    tree.visit(body) { node in
      let index = Int(node.index)
      guard node == body || textBytes[index] > 0 else { return false }
      guard hints[index].contains(.comments), !holdsMostComments(node) else { return true }
      found += prose[index]
      return false
    } leave: { _ in
    }
    return found
  }

  /// Whether an element named for its comments holds the whole page.
  private func holdsMostComments(_ node: NodeID) -> Bool {
    let index = Int(node.index)
    return hints[index].contains(.body) || tree.tag(of: node) == .article
      || prose[index] * 100 > prose[Int(body.index)] * 90
  }

  private static let comments = Clutter(.related, "comments")

  private func namedClutter(
    _ hints: ElementHints, _ tag: Tag
  ) -> (clutter: Clutter, tolerance: Int32)? {
    guard !hints.isDisjoint(with: .clutter), hints.isDisjoint(with: [.body, .embed]) else {
      return nil
    }
    for (hint, clutter, tolerance) in Self.clutterByHint where hints.contains(hint) {
      return (clutter, tolerance)
    }
    return nil
  }

  private static let clutterByHint: [(ElementHints, Clutter, Int32)] = [
    (.comments, comments, 60),
    (.consent, Clutter(.legal, "consent notice"), 60),
    (.related, Clutter(.related, "related stories"), 25),
    (.promo, Clutter(.promo, "sign-up or promotion"), 15),
    (.advertisement, Clutter(.promo, "advertisement"), 20),
    (.share, Clutter(.promo, "share buttons"), 15),
    (.navigation, Clutter(.related, "navigation"), 25),
    (.footer, Clutter(.legal, "footer"), 25),
    (.sidebar, Clutter(.related, "side column"), 30),
    (.tags, Clutter(.related, "tags"), 10),
    (.contents, Clutter(.related, "table of contents"), 10),
    (.biography, Clutter(.byline, "about the author"), 15),
    (.byline, Clutter(.byline, "byline"), 10),
    (.date, Clutter(.date, "date line"), 10),
    (.unseen, Clutter(.related, "not meant to be seen"), 10),
    (.pullQuote, Clutter(.related, "pulled quotation"), 10),
    (.paywall, Clutter(.promo, "paywall notice"), 15),
  ]

  private func roleClutter(_ node: NodeID) -> (clutter: Clutter, tolerance: Int32)? {
    if tree.attribute(names.ariaHidden, of: node, equals: "true") {
      return (Clutter(.related, "not meant to be seen"), 10)
    }
    guard let name = names.role, let range = tree.value(of: name, in: node) else { return nil }
    switch tree.string(range).lowercased() {
    case "navigation", "menu", "menubar": return (Clutter(.related, "navigation"), 30)
    case "complementary": return (Clutter(.related, "aside"), 25)
    case "contentinfo": return (Clutter(.legal, "footer"), 30)
    case "search", "form": return (Clutter(.promo, "form"), 20)
    case "dialog", "alertdialog": return (Clutter(.legal, "dialogue box"), 30)
    default: return nil
    }
  }
}
