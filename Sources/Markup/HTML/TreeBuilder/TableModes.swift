/// The rules inside a table but outside its rows: the table itself, its text, caption, columns.
extension HTMLTreeBuilder {
  mutating func inTable(_ token: Token) -> Step {
    switch token.kind {
    case .text, .whitespace, .null:
      guard open.current.tag.fostersText || open.current.tag == .template else { break }
      pendingTableText.removeAll(keepingCapacity: true)
      originalMode = mode
      mode = .inTableText
      return .again
    case .comment:
      insertComment(token)
      return .done
    case .doctype: return .done
    case .startTag:
      if let step = startTagInTable(token) { return step }
    case .endTag:
      if let step = endTagInTable(token) { return step }
    case .endOfFile: return inBody(token)
    }
    return inBodyFostering(token)
  }

  /// Applies the rules of the body, putting before the table what may not be inside.
  private mutating func inBodyFostering(_ token: Token) -> Step {
    isFosterParenting = true
    let step = inBody(token)
    isFosterParenting = false
    return step
  }

  /// Gives nil for what is not of a table.
  private mutating func startTagInTable(_ token: Token) -> Step? {
    switch token.tag {
    case .caption:
      clearToTable()
      formatting.append(.marker)
      insertElement(token)
      mode = .inCaption
    case .colgroup:
      clearToTable()
      insertElement(token)
      mode = .inColumnGroup
    case .col:
      clearToTable()
      insertImplied(.colgroup)
      mode = .inColumnGroup
      return .again
    case .tbody, .tfoot, .thead:
      clearToTable()
      insertElement(token)
      mode = .inTableBody
    case .td, .th, .tr:
      clearToTable()
      insertImplied(.tbody)
      mode = .inTableBody
      return .again
    case .table:
      guard open.isOpen(.table, in: .table) else { return .done }
      popThrough(.table)
      resetMode()
      return .again
    case .style, .script, .template: return inHead(token)
    case .input:
      guard isHiddenInput else { return nil }
      insertVoid(token)
    case .form:
      guard form.isNone, !open.contains(.template) else { return .done }
      if insertElement(token) {
        form = open.current.node
        pop()
      }
    default: return nil
    }
    return .done
  }

  private mutating func endTagInTable(_ token: Token) -> Step? {
    switch token.tag {
    case .table:
      guard open.isOpen(.table, in: .table) else { return .done }
      popThrough(.table)
      resetMode()
    case .template: return inHead(token)
    case .body, .caption, .col, .colgroup, .html, .tbody, .td, .tfoot, .th, .thead, .tr: break
    default: return nil
    }
    return .done
  }

  private mutating func clearToTable() {
    pop { $0.tag.bordersTableScope }
  }

  /// Collects text, which belongs before the table unless it is only white space.
  mutating func inTableText(_ token: Token) -> Step {
    switch token.kind {
    case .null: return .done
    case .text, .whitespace:
      pendingTableText.append(token.text)
      return .done
    case .startTag, .endTag, .comment, .doctype, .endOfFile: break
    }
    let isSpace = pendingTableText.allSatisfy { isWhitespace($0) }
    for text in pendingTableText {
      let source = text.upperBound <= tokenizer.end ? text : currentSource
      let token = Token(kind: .text, text: text, source: source)
      if isSpace { insertText(token) } else { _ = inBodyFostering(token) }
    }
    pendingTableText.removeAll(keepingCapacity: true)
    mode = originalMode
    return .again
  }
}

extension HTMLTreeBuilder {
  mutating func inCaption(_ token: Token) -> Step {
    switch (token.kind, token.tag) {
    case (.endTag, .caption):
      _ = endCaption()
      return .done
    case (.startTag, .caption), (.startTag, .col), (.startTag, .colgroup), (.startTag, .tbody),
      (.startTag, .td), (.startTag, .tfoot), (.startTag, .th), (.startTag, .thead),
      (.startTag, .tr), (.endTag, .table):
      return endCaption() ? .again : .done
    case (.endTag, .body), (.endTag, .col), (.endTag, .colgroup), (.endTag, .html),
      (.endTag, .tbody), (.endTag, .td), (.endTag, .tfoot), (.endTag, .th), (.endTag, .thead),
      (.endTag, .tr):
      return .done
    default: return inBody(token)
    }
  }

  private mutating func endCaption() -> Bool {
    guard open.isOpen(.caption, in: .table) else { return false }
    closeImplied()
    popThrough(.caption)
    clearFormattingToMarker()
    mode = .inTable
    return true
  }

  mutating func inColumnGroup(_ token: Token) -> Step {
    switch token.kind {
    case .whitespace: insertText(token)
    case .comment: insertComment(token)
    case .doctype: break
    case .startTag where token.tag == .html: return inBody(token)
    case .startTag where token.tag == .col: insertVoid(token)
    case .endTag where token.tag == .colgroup:
      if open.current.tag == .colgroup {
        popAtEndTag()
        mode = .inTable
      }
    case .endTag where token.tag == .col: break
    case .startTag where token.tag == .template, .endTag where token.tag == .template:
      return inHead(token)
    case .endOfFile: return inBody(token)
    case .text, .null, .startTag, .endTag:
      guard open.current.tag == .colgroup else { break }
      pop()
      mode = .inTable
      return .again
    }
    return .done
  }
}
