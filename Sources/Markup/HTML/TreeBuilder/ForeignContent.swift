/// SVG and MathML inside HTML, and the way back out.
extension HTMLTreeBuilder {
  /// Whether a token follows the insertion mode rather than the rules of foreign content.
  func followsHTMLRules(_ token: Token) -> Bool {
    guard open.count > 0 else { return true }
    let element = adjustedCurrent
    if element.namespace == .html || token.kind == .endOfFile { return true }
    let isText = token.kind == .text || token.kind == .whitespace || token.kind == .null
    if element.isMathTextPoint {
      if isText { return true }
      if token.kind == .startTag, token.tag != .mglyph, token.tag != .malignmark { return true }
    }
    if element.namespace == .mathML, element.name.index == UInt32(Tag.annotationXML.rawValue),
      token.kind == .startTag, token.tag == .svg
    {
      return true
    }
    return element.isHTMLPoint && (isText || token.kind == .startTag)
  }

  mutating func inForeignContent(_ token: Token) -> Step {
    switch token.kind {
    case .null:
      let text = tokenizer.tail.append(contentsOf: UTF8.encodedReplacementCharacter)
      insertText(text, at: place(), source: token.source)
    case .text, .whitespace:
      insertText(token)
      if allowsFrameset, !isWhitespace(token.text) { allowsFrameset = false }
    case .comment: insertComment(token)
    case .doctype, .endOfFile: break
    case .startTag:
      if breaksOut(token) { return leaveForeignContent(token) }
      insertForeign(token, adjustedCurrent.namespace)
    case .endTag:
      if token.tag == .br || token.tag == .p { return leaveForeignContent(token) }
      return endTagInForeignContent(token)
    }
    return .done
  }

  private func breaksOut(_ token: Token) -> Bool {
    if token.tag == .font {
      return [.color, .face, .size].contains { currentValue(of: $0) != nil }
    }
    return token.tag.breaksOutOfForeign
  }

  private mutating func leaveForeignContent(_ token: Token) -> Step {
    while open.count > 1, open.current.namespace != .html, !open.current.isMathTextPoint,
      !open.current.isHTMLPoint
    {
      pop()
    }
    return apply(mode, to: token)
  }

  private mutating func endTagInForeignContent(_ token: Token) -> Step {
    if !open.containsOther(token.name), open[1].namespace == .html {
      return apply(mode, to: token)
    }
    guard let index = open.innermostForeign(token.name) else { return .done }
    if open[index].namespace == .html { return apply(mode, to: token) }
    while open.count > index + 1 { pop() }
    popAtEndTag()
    return .done
  }

  mutating func insertForeignRoot(_ token: Token, _ namespace: ElementNamespace) {
    reconstructFormatting()
    insertForeign(token, namespace)
  }

  /// Inserts an element of SVG or MathML with its names put right.
  private mutating func insertForeign(_ token: Token, _ namespace: ElementNamespace) {
    let isHTMLAnnotation = token.tag == .annotationXML && hasHTMLEncoding
    let corrections =
      namespace == .svg ? ForeignNames.svgAttributeNames : ForeignNames.mathAttributeNames
    for index in tokenizer.attributes.indices {
      if let name = corrections[tokenizer.attributes[index].name] {
        tokenizer.attributes[index].name = name
      }
    }
    let node = makeElement(token)
    tree.nodes[node.offset].namespace = namespace
    tree.nodes[node.offset].tag = .other
    if namespace == .svg, let name = ForeignNames.elements[token.name] {
      tree.nodes[node.offset].name = name
    }
    insert(node, at: place())
    guard !token.isSelfClosing else { return }
    var element = OpenElement(node, foreign: token.tag, name: token.name, namespace: namespace)
    if isHTMLAnnotation, namespace == .mathML { element.isHTMLPoint = true }
    push(element)
  }

  private var hasHTMLEncoding: Bool {
    guard let value = currentValue(of: .encoding)?.map(\.lowercased) else { return false }
    return value.elementsEqual("text/html".utf8)
      || value.elementsEqual("application/xhtml+xml".utf8)
  }
}
