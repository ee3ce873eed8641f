/// Parsing a piece of a page as if it stood inside an element.
extension HTMLTreeBuilder {
  /// Makes a builder for a piece inside the element that has this name, in lower case, in this
  /// language.
  init(_ text: [UInt8], inside context: String, _ namespace: ElementNamespace, limits: ParseLimits)
  {
    self.init(text, limits: limits)
    let name = tokenizer.names.intern(Array(context.utf8))
    let tag = tokenizer.names.tag(of: name)
    if namespace == .html {
      self.context = OpenElement(.none, tag: tag, name: name)
    } else {
      self.context = OpenElement(.none, foreign: tag, name: name, namespace: namespace)
    }
    insertImplied(.html)
    if namespace == .html { startText(inside: tag, name) }
    resetMode()
  }

  private mutating func startText(inside tag: Tag, _ name: Name) {
    switch tag {
    case .title, .textarea: tokenizer.mode = .rcdata
    case .style, .xmp, .iframe, .noembed, .noframes: tokenizer.mode = .rawtext
    case .script: tokenizer.mode = .scriptData
    case .plaintext: tokenizer.mode = .plaintext
    case .template: templateModes.append(.inTemplate)
    default: break
    }
    tokenizer.lastStartTag = .empty
  }
}
