// The article's element to blocks, without recursion: a stack of open lists, entries and
// quotations, and one writer for the words. Everything is written in the order of the page;
// clutter found by name becomes one hidden block each.

import Articles
import Markup

/// One block at the top level, with what the page says about it.
struct PageBlock {
  var block: Block
  /// The element it comes from.
  var node: NodeID
  /// Bytes of its words that stand in links.
  var linkedBytes = 0
  /// Whether its words are set apart as clutter.
  var isClutter = false
  /// Whether the page's own names set it apart as a whole.
  var isNamedClutter = false
}

/// Builds blocks from the element that holds the article.
struct PageBlockBuilder {
  let survey: PageSurvey
  let tree: NodeTree
  let resolver: AddressResolver
  var writer = InlineWriter()
  /// The blocks at the top level.
  var found: [PageBlock] = []
  /// The places that links of the page lead to.
  private(set) var anchors: PageAnchors
  /// Lists, entries and quotations that are open.
  private var frames: [Frame] = []
  /// The element whose words are being written.
  private var current: NodeID
  /// The heading whose words are being written.
  private var headingLevel: Int?
  /// Pictures inside the paragraph, which follow it.
  private var pictures: [NodeID] = []
  /// Where the text ended before the separator of the paragraph being written.
  private var gapStart = 0
  private var isWriting = false

  /// A container that is open.
  private struct Frame {
    enum Kind { case list(start: Int?), entry, quotation, definitions }

    let kind: Kind
    let node: NodeID
    var blocks: [Block] = []
    var items: [ListItem] = []
    var linkedBytes = 0
  }

  /// Deeper nesting is written flat, so that whoever walks the blocks need not go deep.
  private static let deepest = 24

  init(_ survey: PageSurvey, resolver: AddressResolver) {
    self.survey = survey
    tree = survey.tree
    self.resolver = resolver
    anchors = PageAnchors(survey)
    current = survey.body
  }

  /// Writes everything below an element.
  mutating func write(_ root: NodeID) {
    let tree = tree
    self.current = root
    tree.visit(root) { node in
      node == root ? true : self.enter(node)
    } leave: { node in
      if node != root { self.leave(node) }
    }
    self.finishParagraph()
  }

  /// Whether what lies below is to be visited.
  private mutating func enter(_ node: NodeID) -> Bool {
    switch tree.kind(of: node) {
    case .text:
      writeText(node)
      return false
    case .element: anchors.note(node, at: writer.text.count)
    default: return false
    }
    if let clutter = survey.clutter[node] {
      writeClutter(node, clutter)
      return false
    }
    let tag = tree.tag(of: node)
    if tag == .img || tag == .picture { return enterPicture(node, tag) }
    guard !tag.isUnread, survey.textBytes[Int(node.index)] > 0 || tag.isEmptyButRead else {
      return false
    }
    if isCaption(node, tag) {
      finishParagraph()
      current = node
      writeCaption(node)
      return false
    }
    if tag.isBlock { return enterBlock(node, tag) }
    if isReturnLink(node, tag) { return false }
    enterInline(node, tag)
    return true
  }

  /// Whether an element is named as a caption or credit and holds nothing but its few words.
  private func isCaption(_ node: NodeID, _ tag: Tag) -> Bool {
    guard !survey.hints[Int(node.index)].isDisjoint(with: [.caption, .credit]),
      tag != .figure, tag != .table, tag != .a, tag.headingLevel == nil,
      survey.textBytes[Int(node.index)] < 700, frames.isEmpty
    else { return false }
    return tree.firstElement(.img, in: node) == nil && tree.firstElement(.figure, in: node) == nil
  }

  private mutating func enterBlock(_ node: NodeID, _ tag: Tag) -> Bool {
    finishParagraph()
    current = node
    switch tag {
    case .pre, .listing, .xmp, .plaintext: return !writeCode(node)
    case .table: return !writeTable(node)
    case .figure: return !writeFigure(node)
    case .figcaption:
      writeCaption(node)
      return false
    case .hr:
      if frames.isEmpty { addRule(node) }
      return false
    case .ul, .ol, .dir, .menu: open(.list(start: tag == .ol ? listStart(node) : nil), node)
    case .li: if case .list? = frames.last?.kind { open(.entry, node) }
    case .dl: open(.definitions, node)
    case .blockquote: open(.quotation, node)
    default: headingLevel = tag.headingLevel
    }
    return true
  }

  private mutating func leave(_ node: NodeID) {
    guard tree.kind(of: node) == .element, survey.clutter[node] == nil else { return }
    let tag = tree.tag(of: node)
    guard !tag.isUnread, !isCaption(node, tag) else { return }
    if tag.isBlock {
      if tag != .hr { finishParagraph() }
      headingLevel = nil
      if frames.last?.node == node { closeFrame() }
      if let above = tree.parent(of: node) { current = above }
    } else {
      leaveInline(node, tag)
    }
  }
}

// MARK: - Words

extension PageBlockBuilder {
  private mutating func writeText(_ node: NodeID) {
    let range = tree.textRange(of: node)
    guard survey.textBytes[Int(node.index)] > 0 else {
      if isWriting, !range.isEmpty { writer.space() }
      return
    }
    beginParagraph()
    writer.write(tree.utf8, range)
  }

  private mutating func beginParagraph() {
    guard !isWriting else { return }
    gapStart = writer.text.count
    writer.begin()
    isWriting = true
  }

  private mutating func enterInline(_ node: NodeID, _ tag: Tag) {
    if tag == .br {
      if isWriting, writer.lineBreak() { finishParagraph() }
    } else {
      openInline(node, tag)
    }
  }

  private mutating func leaveInline(_ node: NodeID, _ tag: Tag) {
    guard tag != .br, survey.textBytes[Int(node.index)] > 0, !isReturnLink(node, tag) else {
      return
    }
    closeInline(node, tag)
  }

  /// Ends the paragraph being written and adds it, then the pictures it held.
  mutating func finishParagraph() {
    if isWriting {
      isWriting = false
      let linked = writer.linkedBytes
      let inlines = writer.finish()
      if inlines.isEmpty || inlines.coveredRange.isEmpty {
        writer.retreat(to: gapStart)
      } else {
        addParagraph(inlines, linked)
      }
    }
    let held = pictures
    pictures = []
    for picture in held { writePicture(picture) }
  }

  private mutating func addParagraph(_ inlines: [Inline], _ linked: Int) {
    let range = inlines.coveredRange
    if let level = headingLevel {
      add(Block(range, role: .heading, content: .heading(level: level, inlines)), linked)
    } else {
      add(Block(range, role: .body, content: .paragraph(inlines)), linked)
    }
  }

  /// Adds a block to the innermost open container.
  mutating func add(_ block: Block, _ linked: Int, isClutter: Bool = false) {
    guard let last = frames.indices.last else {
      found.append(
        PageBlock(
          block: block, node: current, linkedBytes: linked, isClutter: isClutter,
          isNamedClutter: isClutter))
      return
    }
    frames[last].linkedBytes += linked
    switch frames[last].kind {
    case .list: frames[last].items.append(ListItem([block]))
    case .definitions: addDefinition(block, to: last)
    case .entry, .quotation: frames[last].blocks.append(block)
    }
  }

  /// A term opens an entry; what explains it goes below.
  private mutating func addDefinition(_ block: Block, to frame: Int) {
    guard tree.tag(of: current) == .dt, case .paragraph(let inlines) = block.content else {
      if let item = frames[frame].items.indices.last {
        frames[frame].items[item].blocks.append(block)
      } else {
        frames[frame].items.append(ListItem([block]))
      }
      return
    }
    var term = block
    if case .strong? = inlines.first {} else { term.content = .paragraph([.strong(inlines)]) }
    frames[frame].items.append(ListItem([term]))
  }

  /// Clutter inside lists and quotations has no place to be shown and is left out.
  private mutating func writeClutter(_ node: NodeID, _ clutter: Clutter) {
    finishParagraph()
    guard frames.isEmpty, clutter.reason != "navigation", survey.textBytes[Int(node.index)] > 0
    else { return }
    let inlines = inlines(below: node)
    guard !inlines.isEmpty else { return }
    current = node
    let block = Block(
      inlines.coveredRange, role: clutter.role,
      reason: clutter.role.isHidden ? clutter.reason : nil, content: .paragraph(inlines))
    add(block, 0, isClutter: true)
  }

  /// All words below an element as one paragraph.
  mutating func inlines(below root: NodeID) -> [Inline] {
    let gap = writer.text.count
    writer.begin()
    writeInlines(below: root)
    let inlines = writer.finish()
    if inlines.isEmpty { writer.retreat(to: gap) }
    return inlines
  }

  /// Writes all words below an element into the paragraph that was begun.
  mutating func writeInlines(below root: NodeID) {
    let tree = tree
    tree.visit(root) { node in
      switch tree.kind(of: node) {
      case .text:
        self.writer.write(tree.utf8, tree.textRange(of: node))
        return false
      case .element:
        let tag = tree.tag(of: node)
        if tag.isUnread || self.isReturnLink(node, tag) { return false }
        if tag.isBlock || tag == .br {
          self.writer.space()
        } else if node != root {
          self.openInline(node, tag)
        }
        return true
      default: return false
      }
    } leave: { node in
      guard tree.kind(of: node) == .element, node != root else { return }
      let tag = tree.tag(of: node)
      if tag.isUnread || self.isReturnLink(node, tag) { return }
      if tag.isBlock {
        self.writer.space()
      } else if tag != .br {
        self.closeInline(node, tag)
      }
    }
  }
}

// MARK: - Containers

extension PageBlockBuilder {
  private mutating func open(_ kind: Frame.Kind, _ node: NodeID) {
    guard frames.count < Self.deepest else { return }
    frames.append(Frame(kind: kind, node: node))
  }

  private mutating func closeFrame() {
    guard let frame = frames.popLast() else { return }
    current = frame.node
    switch frame.kind {
    case .entry:
      guard !frame.blocks.isEmpty, let last = frames.indices.last else { return }
      frames[last].items.append(ListItem(frame.blocks))
      frames[last].linkedBytes += frame.linkedBytes
    case .list, .definitions:
      let start: Int? = if case .list(let start) = frame.kind { start } else { nil }
      guard let first = frame.items.first?.blocks.first, let last = frame.items.last?.blocks.last
      else { return }
      add(
        Block(
          first.range.union(last.range), role: .body,
          content: .list(start: start, items: frame.items)), frame.linkedBytes)
    case .quotation:
      guard let first = frame.blocks.first, let last = frame.blocks.last else { return }
      // A post taken from elsewhere stands beside the text, as a picture does.
      let isPost = survey.hints[Int(frame.node.index)].contains(.post)
      add(
        Block(
          first.range.union(last.range), role: isPost ? .caption : .body,
          content: .quotation(frame.blocks)), frame.linkedBytes)
    }
  }

  private func listStart(_ node: NodeID) -> Int {
    tree.string(of: .start, in: node).flatMap { Int($0) } ?? 1
  }

  private mutating func addRule(_ node: NodeID) {
    let end = writer.text.count
    add(Block(TextRange(end, end), role: .body, content: .rule), 0)
  }

  private mutating func enterPicture(_ node: NodeID, _ tag: Tag) -> Bool {
    if tag == .picture { return true }
    pictures.append(node)
    if !isWriting { finishParagraph() }
    return false
  }
}

extension Tag {
  /// Has a place in the text although it holds no words.
  fileprivate var isEmptyButRead: Bool {
    switch self {
    case .br, .hr, .figure: true
    default: false
    }
  }
}
