/// Opening and closing of elements, and what the limit of depth does.
extension HTMLTreeBuilder {
  /// Opens an element, unless too many are open already.
  ///
  /// - Returns: whether it was opened.
  @discardableResult
  mutating func push(_ element: OpenElement) -> Bool {
    guard open.count < limits.depth else {
      noteUnopened(element.name)
      return false
    }
    open.push(element)
    return true
  }

  /// Opens an element whatever the depth, for raw text, which never nests.
  mutating func insertRawTextElement(_ token: Token) {
    let node = makeElement(token)
    insert(node, at: place())
    open.push(OpenElement(node, tag: token.tag, name: token.name))
  }

  /// Closes the innermost element; it ends where the current token begins.
  mutating func pop() {
    let element = open.pop()
    tree.nodes[element.node.offset].sourceEnd = UInt32(
      truncatingIfNeeded: currentSource.lowerBound)
    if !unopened.isEmpty { unopened.removeAll() }
  }

  /// Closes the innermost element; it ends with the current token, which is its end tag.
  mutating func popAtEndTag() {
    let node = open.current.node
    pop()
    tree.nodes[node.offset].sourceEnd = UInt32(truncatingIfNeeded: currentSource.upperBound)
  }

  /// Closes elements up to and including the innermost one that fits.
  mutating func popThrough(where fits: (OpenElement) -> Bool) {
    while open.count > 1, !fits(open.current) { pop() }
    if open.count > 1 { popAtEndTag() }
  }

  mutating func popThrough(_ tag: Tag) {
    popThrough { $0.tag == tag }
  }

  /// Closes elements until the innermost one fits. The root stays.
  mutating func pop(until fits: (OpenElement) -> Bool) {
    while open.count > 1, !fits(open.current) { pop() }
  }

  /// Closes elements whose end tags may be left out, up to one that is not meant.
  mutating func closeImplied(except tag: Tag = .other) {
    while open.current.tag.hasImpliedEnd, open.current.tag != tag { pop() }
  }

  mutating func closeThoroughlyImplied() {
    while open.current.tag.hasThoroughlyImpliedEnd { pop() }
  }

  /// Closes an open paragraph that a block cannot be inside of.
  mutating func closeParagraphInScope() {
    if open.isOpen(.p, in: .button) { closeParagraph() }
  }

  mutating func closeParagraph() {
    closeImplied(except: .p)
    while open.count > 1 {
      let tag = open.current.tag
      pop()
      if tag == .p { return }
    }
  }

  /// Chooses the mode by the open elements, after a change that makes it uncertain.
  mutating func resetMode() {
    var index = open.count - 1
    while index >= 0 {
      let isLast = index == 0
      let element = isLast ? context ?? open[0] : open[index]
      if let mode = mode(inside: element.tag, isLast: isLast) {
        self.mode = mode
        return
      }
      index -= 1
    }
    mode = .inBody
  }

  private func mode(inside tag: Tag, isLast: Bool) -> InsertionMode? {
    switch tag {
    case .td, .th: isLast ? .inBody : .inCell
    case .tr: .inRow
    case .tbody, .thead, .tfoot: .inTableBody
    case .caption: .inCaption
    case .colgroup: .inColumnGroup
    case .table: .inTable
    case .template: templateModes.last ?? .inBody
    case .head: isLast ? .inBody : .inHead
    case .body: .inBody
    case .frameset: .inFrameset
    case .html: head.isNone ? .beforeHead : .afterHead
    default: nil
    }
  }
}

extension HTMLTreeBuilder {
  /// Tables and templates change the rules for what follows, so they keep room for their parts.
  func isTooDeep(for token: Token) -> Bool {
    open.count >= limits.depth - 8 && (token.tag == .table || token.tag == .template)
      && followsHTMLRules(token)
  }

  /// Inserts an element that is too deep as a leaf; what was meant to be inside follows it.
  mutating func insertLeaf(_ token: Token) {
    insertVoid(token)
    noteUnopened(token.name)
  }

  private mutating func noteUnopened(_ name: Name) {
    unopened[name, default: 0] += 1
    guard !tree.diagnostics.contains(where: { $0.kind == .tooDeep }) else { return }
    tree.diagnostics.append(
      MarkupDiagnostic(
        .tooDeep, at: currentSource.lowerBound,
        "More than \(limits.depth) elements are open; deeper ones stand side by side."))
  }

  /// Whether an end tag belongs to an element that was too deep to be opened.
  mutating func closesUnopened(_ token: Token) -> Bool {
    guard let count = unopened[token.name] else { return false }
    unopened[token.name] = count > 1 ? count - 1 : nil
    return true
  }
}
