/// The rules behind the body and for framesets.
extension HTMLTreeBuilder {
  mutating func afterBody(_ token: Token) -> Step {
    switch token.kind {
    case .whitespace: return inBody(token)
    case .comment: insertComment(token, at: Place(parent: open[0].node))
    case .doctype, .endOfFile: break
    case .startTag where token.tag == .html: return inBody(token)
    case .endTag where token.tag == .html:
      if context == nil { mode = .afterAfterBody }
    case .text, .null, .startTag, .endTag:
      mode = .inBody
      return .again
    }
    return .done
  }

  mutating func afterAfterBody(_ token: Token) -> Step {
    switch token.kind {
    case .comment: insertComment(token, at: Place(parent: .document))
    case .doctype, .whitespace: return inBody(token)
    case .startTag where token.tag == .html: return inBody(token)
    case .endOfFile: break
    case .text, .null, .startTag, .endTag:
      mode = .inBody
      return .again
    }
    return .done
  }

  mutating func inFrameset(_ token: Token) -> Step {
    switch (token.kind, token.tag) {
    case (.whitespace, _): insertText(token)
    case (.comment, _): insertComment(token)
    case (.startTag, .html): return inBody(token)
    case (.startTag, .frameset): insertElement(token)
    case (.startTag, .frame): insertVoid(token)
    case (.startTag, .noframes): return inHead(token)
    case (.endTag, .frameset):
      guard open.count > 1 else { break }
      popAtEndTag()
      if context == nil, open.current.tag != .frameset { mode = .afterFrameset }
    default: break
    }
    return .done
  }

  mutating func afterFrameset(_ token: Token) -> Step {
    switch (token.kind, token.tag) {
    case (.whitespace, _): insertText(token)
    case (.comment, _): insertComment(token)
    case (.startTag, .html): return inBody(token)
    case (.startTag, .noframes): return inHead(token)
    case (.endTag, .html): mode = .afterAfterFrameset
    default: break
    }
    return .done
  }

  mutating func afterAfterFrameset(_ token: Token) -> Step {
    switch (token.kind, token.tag) {
    case (.whitespace, _): return inBody(token)
    case (.comment, _): insertComment(token, at: Place(parent: .document))
    case (.startTag, .html): return inBody(token)
    case (.startTag, .noframes): return inHead(token)
    default: break
    }
    return .done
  }
}
