/// The rules inside a table's sections, rows and cells.
extension HTMLTreeBuilder {
  mutating func inTableBody(_ token: Token) -> Step {
    switch (token.kind, token.tag) {
    case (.startTag, .tr):
      clearToSection()
      insertElement(token)
      mode = .inRow
    case (.startTag, .td), (.startTag, .th):
      clearToSection()
      insertImplied(.tr)
      mode = .inRow
      return .again
    case (.endTag, .tbody), (.endTag, .tfoot), (.endTag, .thead):
      guard open.isOpen(token.tag, in: .table) else { return .done }
      clearToSection()
      popAtEndTag()
      mode = .inTable
    case (.startTag, .caption), (.startTag, .col), (.startTag, .colgroup), (.startTag, .tbody),
      (.startTag, .tfoot), (.startTag, .thead), (.endTag, .table):
      guard open.hasInnermost(in: .table, where: { $0.tag.isTableSection }) else { return .done }
      clearToSection()
      pop()
      mode = .inTable
      return .again
    case (.endTag, .body), (.endTag, .caption), (.endTag, .col), (.endTag, .colgroup),
      (.endTag, .html), (.endTag, .td), (.endTag, .th), (.endTag, .tr):
      break
    default: return inTable(token)
    }
    return .done
  }

  private mutating func clearToSection() {
    pop { $0.tag.isTableSection || $0.tag == .template || $0.tag == .html }
  }

  mutating func inRow(_ token: Token) -> Step {
    switch (token.kind, token.tag) {
    case (.startTag, .td), (.startTag, .th):
      clearToRow()
      insertElement(token)
      mode = .inCell
      formatting.append(.marker)
    case (.endTag, .tr):
      _ = endRow()
    case (.startTag, .caption), (.startTag, .col), (.startTag, .colgroup), (.startTag, .tbody),
      (.startTag, .tfoot), (.startTag, .thead), (.startTag, .tr), (.endTag, .table):
      return endRow() ? .again : .done
    case (.endTag, .tbody), (.endTag, .tfoot), (.endTag, .thead):
      guard open.isOpen(token.tag, in: .table) else { return .done }
      return endRow() ? .again : .done
    case (.endTag, .body), (.endTag, .caption), (.endTag, .col), (.endTag, .colgroup),
      (.endTag, .html), (.endTag, .td), (.endTag, .th):
      break
    default: return inTable(token)
    }
    return .done
  }

  private mutating func clearToRow() {
    pop { $0.tag == .tr || $0.tag == .template || $0.tag == .html }
  }

  private mutating func endRow() -> Bool {
    guard open.isOpen(.tr, in: .table) else { return false }
    clearToRow()
    popAtEndTag()
    mode = .inTableBody
    return true
  }

  mutating func inCell(_ token: Token) -> Step {
    switch (token.kind, token.tag) {
    case (.endTag, .td), (.endTag, .th):
      if open.isOpen(token.tag, in: .table) { endCell { $0 == token.tag } }
      return .done
    case (.startTag, .caption), (.startTag, .col), (.startTag, .colgroup), (.startTag, .tbody),
      (.startTag, .td), (.startTag, .tfoot), (.startTag, .th), (.startTag, .thead),
      (.startTag, .tr):
      guard open.hasInnermost(in: .table, where: { $0.tag.isCell }) else { return .done }
      endCell { $0.isCell }
      return .again
    case (.endTag, .body), (.endTag, .caption), (.endTag, .col), (.endTag, .colgroup),
      (.endTag, .html):
      return .done
    case (.endTag, .table), (.endTag, .tbody), (.endTag, .tfoot), (.endTag, .thead),
      (.endTag, .tr):
      guard open.isOpen(token.tag, in: .table) else { return .done }
      endCell { $0.isCell }
      return .again
    default: return inBody(token)
    }
  }

  private mutating func endCell(where isCell: (Tag) -> Bool) {
    closeImplied()
    popThrough { isCell($0.tag) }
    clearFormattingToMarker()
    mode = .inRow
  }
}
