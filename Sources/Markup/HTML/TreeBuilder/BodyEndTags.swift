/// The rules inside the body: what each end tag does.
extension HTMLTreeBuilder {
  mutating func endTagInBody(_ token: Token) -> Step {
    switch token.tag {
    case .template: return inHead(token)
    case .body: endBody()
    case .html:
      guard open.isOpen(.body, in: .normal) else { return .done }
      mode = .afterBody
      return .again
    case .address, .article, .aside, .blockquote, .button, .center, .details, .dialog, .dir,
      .div, .dl, .fieldset, .figcaption, .figure, .footer, .header, .hgroup, .listing, .main,
      .menu, .nav, .ol, .pre, .search, .section, .select, .summary, .ul:
      if open.isOpen(token.tag, in: .normal) { end(token.tag) }
    case .form: endForm()
    case .p: endParagraph()
    case .li:
      if open.isOpen(.li, in: .listItem) { end(.li, closingImpliedExcept: .li) }
    case .dd, .dt:
      if open.isOpen(token.tag, in: .normal) { end(token.tag, closingImpliedExcept: token.tag) }
    case .h1, .h2, .h3, .h4, .h5, .h6: endHeading()
    case .a, .b, .big, .code, .em, .font, .i, .nobr, .s, .small, .strike, .strong, .tt, .u:
      endFormatting(token)
    case .applet, .marquee, .object:
      guard open.isOpen(token.tag, in: .normal) else { return .done }
      end(token.tag)
      clearFormattingToMarker()
    case .br: endBreak()
    default: endOther(token)
    }
    return .done
  }

  private mutating func end(_ tag: Tag, closingImpliedExcept exception: Tag = .other) {
    closeImplied(except: exception)
    popThrough(tag)
  }

  private mutating func endBody() {
    guard open.isOpen(.body, in: .normal) else { return }
    mode = .afterBody
  }

  private mutating func endForm() {
    if open.contains(.template) {
      if open.isOpen(.form, in: .normal) { end(.form) }
      return
    }
    let node = form
    form = .none
    guard !node.isNone, open.hasInnermost(in: .normal, where: { $0.node == node }) else { return }
    closeImplied()
    if open.current.node == node {
      popAtEndTag()
    } else if let index = open.index(of: node) {
      open.remove(at: index)
      tree.nodes[node.offset].sourceEnd = UInt32(truncatingIfNeeded: currentSource.upperBound)
    }
  }

  private mutating func endParagraph() {
    if !open.isOpen(.p, in: .button) { insertImplied(.p) }
    closeImplied(except: .p)
    if open.contains(.p) { popThrough(.p) }
  }

  private mutating func endHeading() {
    guard open.hasInnermost(in: .normal, where: { $0.tag.isHeading }) else { return }
    closeImplied()
    popThrough { $0.tag.isHeading }
  }

  private mutating func endBreak() {
    reconstructFormatting()
    let name = Name(Int(Tag.br.rawValue))
    insert(tree.add(Node(.element, tag: .br, name: name, source: currentSource)), at: place())
    allowsFrameset = false
  }

  mutating func endOther(_ token: Token) {
    guard token.tag == .other ? open.containsOther(token.name) : open.contains(token.tag) else {
      return
    }
    guard let index = open.innermost(token.name) else { return }
    closeImplied(except: token.tag)
    while open.count > index + 1 { pop() }
    if open.count > index { popAtEndTag() }
  }
}
