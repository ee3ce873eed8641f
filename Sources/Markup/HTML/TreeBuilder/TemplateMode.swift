/// Templates, whose content may be a part of anything; the rules are chosen by what comes first.
extension HTMLTreeBuilder {
  mutating func beginTemplate(_ token: Token) {
    formatting.append(.marker)
    allowsFrameset = false
    insertElement(token)
    mode = .inTemplate
    templateModes.append(.inTemplate)
  }

  mutating func endTemplate() {
    guard open.contains(.template) else { return }
    closeThoroughlyImplied()
    popThrough(.template)
    clearFormattingToMarker()
    _ = templateModes.popLast()
    resetMode()
  }

  mutating func inTemplate(_ token: Token) -> Step {
    switch token.kind {
    case .text, .whitespace, .null, .comment, .doctype: return inBody(token)
    case .startTag: return startTagInTemplate(token)
    case .endTag: return token.tag == .template ? inHead(token) : .done
    case .endOfFile:
      guard open.contains(.template) else { return .done }
      popThrough(.template)
      clearFormattingToMarker()
      _ = templateModes.popLast()
      resetMode()
      return .again
    }
  }

  private mutating func startTagInTemplate(_ token: Token) -> Step {
    switch token.tag {
    case .base, .basefont, .bgsound, .link, .meta, .noframes, .script, .style, .template, .title:
      return inHead(token)
    case .caption, .colgroup, .tbody, .tfoot, .thead: switchTemplate(to: .inTable)
    case .col: switchTemplate(to: .inColumnGroup)
    case .tr: switchTemplate(to: .inTableBody)
    case .td, .th: switchTemplate(to: .inRow)
    default: switchTemplate(to: .inBody)
    }
    return .again
  }

  private mutating func switchTemplate(to mode: InsertionMode) {
    _ = templateModes.popLast()
    templateModes.append(mode)
    self.mode = mode
  }
}
