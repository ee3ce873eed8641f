/// The rules inside the body: what each start tag does. End tags are in `BodyEndTags`.
extension HTMLTreeBuilder {
  mutating func inBody(_ token: Token) -> Step {
    switch token.kind {
    case .null, .doctype: break
    case .text, .whitespace:
      reconstructFormatting()
      insertText(token)
      if allowsFrameset, !isWhitespace(token.text) { allowsFrameset = false }
    case .comment: insertComment(token)
    case .startTag: return startTagInBody(token)
    case .endTag: return endTagInBody(token)
    case .endOfFile: return templateModes.isEmpty ? .done : inTemplate(token)
    }
    return .done
  }

  // Long because it is the standard's list of start tags.
  private mutating func startTagInBody(_ token: Token) -> Step {
    switch token.tag {
    case .html: mergeRoot()
    case .base, .basefont, .bgsound, .link, .meta, .noframes, .script, .style, .template, .title:
      return inHead(token)
    case .body: mergeBody()
    case .frameset: replaceBody(token)
    case .address, .article, .aside, .blockquote, .center, .details, .dialog, .dir, .div, .dl,
      .fieldset, .figcaption, .figure, .footer, .header, .hgroup, .main, .menu, .nav, .ol, .p,
      .search, .section, .summary, .ul:
      closeParagraphInScope()
      insertElement(token)
    case .h1, .h2, .h3, .h4, .h5, .h6:
      closeParagraphInScope()
      if open.current.tag.isHeading { pop() }
      insertElement(token)
    case .pre, .listing:
      closeParagraphInScope()
      insertElement(token)
      skipsNewline = true
      allowsFrameset = false
    case .form: beginForm(token)
    case .li: beginItem(token) { $0 == .li }
    case .dd, .dt: beginItem(token) { $0 == .dd || $0 == .dt }
    case .plaintext:
      closeParagraphInScope()
      insertRawTextElement(token)
      tokenizer.mode = .plaintext
    case .button: beginButton(token)
    case .a: beginLink(token)
    case .b, .big, .code, .em, .font, .i, .s, .small, .strike, .strong, .tt, .u:
      beginFormatting(token)
    case .nobr: beginNoBreak(token)
    case .applet, .marquee, .object:
      reconstructFormatting()
      if insertElement(token) { formatting.append(.marker) }
      allowsFrameset = false
    case .table:
      if !tree.isQuirky { closeParagraphInScope() }
      insertElement(token)
      allowsFrameset = false
      mode = .inTable
    case .area, .br, .embed, .img, .keygen, .wbr:
      reconstructFormatting()
      insertVoid(token)
      allowsFrameset = false
    case .input: insertInput(token)
    case .param, .source, .track: insertVoid(token)
    case .hr: insertRule(token)
    case .image: return image(token)
    case .textarea:
      beginRawText(token, .rcdata)
      skipsNewline = true
      allowsFrameset = false
    case .xmp:
      closeParagraphInScope()
      reconstructFormatting()
      allowsFrameset = false
      beginRawText(token, .rawtext)
    case .iframe:
      allowsFrameset = false
      beginRawText(token, .rawtext)
    case .noembed: beginRawText(token, .rawtext)
    case .select: beginSelect(token)
    case .optgroup, .option: beginOption(token)
    case .rb, .rtc:
      if open.isOpen(.ruby, in: .normal) { closeImplied() }
      insertElement(token)
    case .rp, .rt:
      if open.isOpen(.ruby, in: .normal) { closeImplied(except: .rtc) }
      insertElement(token)
    case .math: insertForeignRoot(token, .mathML)
    case .svg: insertForeignRoot(token, .svg)
    case .caption, .col, .colgroup, .frame, .head, .tbody, .td, .tfoot, .th, .thead, .tr: break
    default:
      reconstructFormatting()
      insertElement(token)
    }
    return .done
  }
}

// The start tags that need more than a line.
extension HTMLTreeBuilder {
  private mutating func mergeRoot() {
    guard !open.contains(.template) else { return }
    mergeAttributes(into: open[0].node)
  }

  private mutating func mergeBody() {
    guard open.count > 1, open[1].tag == .body, !open.contains(.template) else { return }
    allowsFrameset = false
    mergeAttributes(into: open[1].node)
  }

  /// Adds the attributes of the current tag that an element does not have yet.
  private mutating func mergeAttributes(into node: NodeID) {
    let old = tree.attributeIndices(of: node)
    guard old.count < limits.attributesPerTag else { return }
    let new = tokenizer.attributes.filter { tree.value(of: $0.name, in: node) == nil }
    guard !new.isEmpty else { return }
    let first = tree.attributes.count
    let room = limits.attributesPerTag - old.count
    let merged = tree.attributes[old] + new.prefix(room)
    tree.attributes.append(contentsOf: merged)
    tree.nodes[node.offset].first = UInt32(truncatingIfNeeded: first)
    tree.nodes[node.offset].last = UInt32(truncatingIfNeeded: tree.attributes.count)
  }

  private mutating func replaceBody(_ token: Token) {
    guard allowsFrameset, open.count > 1, open[1].tag == .body else { return }
    tree.detach(open[1].node)
    while open.count > 1 { pop() }
    insertElement(token)
    mode = .inFrameset
  }

  private mutating func beginForm(_ token: Token) {
    let isInTemplate = open.contains(.template)
    guard form.isNone || isInTemplate else { return }
    closeParagraphInScope()
    if insertElement(token), !isInTemplate { form = open.current.node }
  }

  private mutating func beginItem(_ token: Token, where isItem: (Tag) -> Bool) {
    allowsFrameset = false
    var index = open.count - 1
    while index > 0 {
      let element = open[index]
      if isItem(element.tag) {
        closeImplied(except: element.tag)
        while open.count > index { pop() }
        break
      }
      if element.isSpecial, ![.address, .div, .p].contains(element.tag) { break }
      index -= 1
    }
    closeParagraphInScope()
    insertElement(token)
  }

  private mutating func beginButton(_ token: Token) {
    if open.isOpen(.button, in: .normal) {
      closeImplied()
      while open.current.tag != .button { pop() }
      pop()
    }
    reconstructFormatting()
    insertElement(token)
    allowsFrameset = false
  }

  private mutating func insertInput(_ token: Token) {
    if context?.tag == .select { return }
    if open.isOpen(.select, in: .normal) { closeSelect() }
    reconstructFormatting()
    insertVoid(token)
    if !isHiddenInput { allowsFrameset = false }
  }

  /// Whether the current tag says `type=hidden`.
  var isHiddenInput: Bool {
    guard let value = currentValue(of: .type) else { return false }
    return value.map(\.lowercased).elementsEqual("hidden".utf8)
  }

  /// The bytes of an attribute of the current tag.
  func currentValue(of attribute: KnownAttribute) -> [UInt8]? {
    let name = attribute.name
    guard let record = tokenizer.attributes.first(where: { $0.name == name }) else { return nil }
    return (Int(record.start)..<Int(record.end)).map { byte(at: $0) }
  }

  private mutating func insertRule(_ token: Token) {
    closeParagraphInScope()
    if open.isOpen(.select, in: .normal) { closeImplied() }
    insertVoid(token)
    allowsFrameset = false
  }

  private mutating func image(_ token: Token) -> Step {
    var token = token
    token.tag = .img
    token.name = Name(Int(Tag.img.rawValue))
    return inBody(token)
  }

  private mutating func beginSelect(_ token: Token) {
    if context?.tag == .select { return }
    if open.isOpen(.select, in: .normal) {
      closeSelect()
      return
    }
    reconstructFormatting()
    insertElement(token)
    allowsFrameset = false
  }

  private mutating func closeSelect() {
    while open.current.tag != .select { pop() }
    pop()
  }

  private mutating func beginOption(_ token: Token) {
    if open.isOpen(.select, in: .normal) {
      closeImplied(except: token.tag == .option ? .optgroup : .other)
    } else if open.current.tag == .option {
      pop()
    }
    reconstructFormatting()
    insertElement(token)
  }
}
