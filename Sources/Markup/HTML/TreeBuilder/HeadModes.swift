/// The rules up to the body: doctype, root and head.
extension HTMLTreeBuilder {
  mutating func initial(_ token: Token) -> Step {
    switch token.kind {
    case .whitespace: return .done
    case .comment:
      insertComment(token, at: Place(parent: .document))
      return .done
    case .doctype:
      insertDoctype(token)
      mode = .beforeHTML
      return .done
    case .text, .null, .startTag, .endTag, .endOfFile:
      tree.isQuirky = true
      mode = .beforeHTML
      return .again
    }
  }

  mutating func beforeHTML(_ token: Token) -> Step {
    switch token.kind {
    case .whitespace, .doctype: return .done
    case .comment:
      insertComment(token, at: Place(parent: .document))
      return .done
    case .startTag where token.tag == .html:
      let node = makeElement(token)
      tree.append(node, to: .document)
      push(OpenElement(node, tag: .html, name: token.name))
      mode = .beforeHead
      return .done
    case .endTag where !endsUnopenedPart(token): return .done
    case .text, .null, .startTag, .endTag, .endOfFile:
      insertImplied(.html)
      mode = .beforeHead
      return .again
    }
  }

  mutating func beforeHead(_ token: Token) -> Step {
    switch token.kind {
    case .whitespace, .doctype: return .done
    case .comment:
      insertComment(token)
      return .done
    case .startTag where token.tag == .html: return inBody(token)
    case .startTag where token.tag == .head:
      insertElement(token)
      head = open.current.node
      mode = .inHead
      return .done
    case .endTag where !endsUnopenedPart(token): return .done
    case .text, .null, .startTag, .endTag, .endOfFile:
      insertImplied(.head)
      head = open.current.node
      mode = .inHead
      return .again
    }
  }

  mutating func inHead(_ token: Token) -> Step {
    switch token.kind {
    case .whitespace: insertText(token)
    case .comment: insertComment(token)
    case .doctype: break
    case .startTag: return startTagInHead(token)
    case .endTag: return endTagInHead(token)
    case .text, .null, .endOfFile: return leaveHead()
    }
    return .done
  }

  private mutating func startTagInHead(_ token: Token) -> Step {
    switch token.tag {
    case .html: return inBody(token)
    case .base, .basefont, .bgsound, .link: insertVoid(token)
    case .meta:
      insertVoid(token)
      considerEncoding()
    case .title: beginRawText(token, .rcdata)
    case .noframes, .style: beginRawText(token, .rawtext)
    case .noscript:
      insertElement(token)
      mode = .inHeadNoscript
    case .script: beginRawText(token, .scriptData)
    case .template: beginTemplate(token)
    case .head: break
    default: return leaveHead()
    }
    return .done
  }

  private mutating func endTagInHead(_ token: Token) -> Step {
    switch token.tag {
    case .head:
      popAtEndTag()
      mode = .afterHead
    case .body, .html, .br: return leaveHead()
    case .template: endTemplate()
    default: break
    }
    return .done
  }

  private mutating func leaveHead() -> Step {
    pop()
    mode = .afterHead
    return .again
  }

  mutating func inHeadNoscript(_ token: Token) -> Step {
    switch token.kind {
    case .whitespace, .comment: return inHead(token)
    case .doctype: return .done
    case .startTag:
      switch token.tag {
      case .html: return inBody(token)
      case .basefont, .bgsound, .link, .meta, .noframes, .style: return inHead(token)
      case .head, .noscript: return .done
      default: break
      }
    case .endTag where token.tag == .noscript:
      popAtEndTag()
      mode = .inHead
      return .done
    case .endTag where token.tag != .br: return .done
    case .text, .null, .endTag, .endOfFile: break
    }
    pop()
    mode = .inHead
    return .again
  }

  mutating func afterHead(_ token: Token) -> Step {
    switch token.kind {
    case .whitespace: insertText(token)
    case .comment: insertComment(token)
    case .doctype: break
    case .startTag: return startTagAfterHead(token)
    case .endTag where token.tag == .template: return inHead(token)
    case .endTag where !endsUnopenedPart(token) || token.tag == .head: break
    case .text, .null, .endTag, .endOfFile: return beginImpliedBody()
    }
    return .done
  }

  private mutating func startTagAfterHead(_ token: Token) -> Step {
    switch token.tag {
    case .html: return inBody(token)
    case .body:
      insertElement(token)
      allowsFrameset = false
      mode = .inBody
    case .frameset:
      insertElement(token)
      mode = .inFrameset
    case .base, .basefont, .bgsound, .link, .meta, .noframes, .script, .style, .template, .title:
      return inHeadAgain(token)
    case .head: break
    default: return beginImpliedBody()
    }
    return .done
  }

  /// Puts what belongs into the head there although the head has ended.
  private mutating func inHeadAgain(_ token: Token) -> Step {
    open.push(OpenElement(head, tag: .head, name: Name(Int(Tag.head.rawValue))))
    let step = inHead(token)
    if let index = open.index(of: head) { open.remove(at: index) }
    return step
  }

  private mutating func beginImpliedBody() -> Step {
    insertImplied(.body)
    mode = .inBody
    return .again
  }

  /// Whether an end tag counts where nothing of its kind can be open yet.
  private func endsUnopenedPart(_ token: Token) -> Bool {
    switch token.tag {
    case .head, .body, .html, .br: true
    default: false
    }
  }
}

extension HTMLTreeBuilder {
  /// Inserts an element whose content is raw text, read until its end tag.
  mutating func beginRawText(_ token: Token, _ textMode: TextMode) {
    insertRawTextElement(token)
    tokenizer.mode = textMode
    originalMode = mode
    mode = .text
  }

  mutating func inText(_ token: Token) -> Step {
    switch token.kind {
    case .text, .whitespace, .null: insertText(token)
    case .endOfFile:
      pop()
      mode = originalMode
      return .again
    case .endTag:
      popAtEndTag()
      mode = originalMode
    case .startTag, .comment, .doctype: break
    }
    return .done
  }
}
