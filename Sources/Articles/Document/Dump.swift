// The indented tree with ranges: the golden format for all parsers.

extension Document {
  /// The tree as text, one node a line: kind, role, range and the first words.
  public func dump() -> String {
    var lines: [String] = []
    walk { node, depth in
      lines.append(String(repeating: "  ", count: depth) + line(for: node))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func line(for node: DocumentNode) -> String {
    switch node {
    case .block(let block): line(for: block)
    case .inline(let inline): line(for: inline)
    }
  }

  private func line(for block: Block) -> String {
    let head = "\(block.content.name) \(block.role.rawValue) \(block.range)"
    let reason = block.reason.map { " (\($0))" } ?? ""
    switch block.content {
    case .code(let range, let language):
      return head + reason + " \(language ?? "-") " + excerpt(range)
    case .illustration(let illustration):
      return head + reason + detail(of: illustration)
    case .paragraph, .heading, .list, .quotation, .table, .rule:
      return head + reason
    }
  }

  private func detail(of illustration: Illustration) -> String {
    let parts = [
      ("alt", illustration.alt), ("caption", illustration.caption),
      ("credit", illustration.credit),
    ]
    let words = parts.compactMap { name, range in range.map { " \(name) \(excerpt($0))" } }
    return words.joined() + (illustration.address.map { " <\($0)>" } ?? "")
      + (illustration.size.map { " \($0)" } ?? "")
  }

  private func line(for inline: Inline) -> String {
    switch inline {
    case .text(let range): "text \(range) \(excerpt(range))"
    case .code(let range): "code \(range) \(excerpt(range))"
    case .image(let alt, let source): "image \(alt) \(excerpt(alt)) <\(source)>"
    case .lineBreak(let range): "break \(range)"
    case .emphasis: "emphasis \(inline.range)"
    case .strong: "strong \(inline.range)"
    case .link(_, let destination): "link \(inline.range) <\(destination)>"
    }
  }

  /// The words of a range in quotes, on one line, cut in the middle where they are many.
  private func excerpt(_ range: TextRange) -> String {
    let words = String(words(in: range)).map { $0.isNewline ? "⏎" : $0 }
    let short =
      words.count <= 60 ? String(words) : String(words.prefix(40)) + "…" + String(words.suffix(16))
    return "“\(short)”"
  }
}

extension BlockContent {
  fileprivate var name: String {
    switch self {
    case .paragraph: "paragraph"
    case .heading(let level, _): "heading-\(level)"
    case .list(let start, _): start.map { "list-from-\($0)" } ?? "list"
    case .quotation: "quotation"
    case .code: "code"
    case .table: "table"
    case .illustration: "illustration"
    case .rule: "rule"
    }
  }
}
