// An article as CommonMark with tables and front matter, so that reading the result again gives
// the same blocks. What was hidden as clutter is left out.

public import Articles

/// The article as Markdown: front matter, headline, summary, body and pictures.
public func markdown(of article: ParsedArticle) -> String {
  var writer = MarkdownWriter(text: article.document.text)
  writer.writeFrontMatter(article.metadata)
  for block in article.document.shownBlocks where !block.isSaidByFrontMatter {
    writer.write(block)
  }
  return writer.output
}

extension Block {
  fileprivate var isSaidByFrontMatter: Bool { role == .byline || role == .date }
}

private struct MarkdownWriter {
  let text: String
  var output = ""
  /// What every line of the block at hand begins with: quotation marks and list indents.
  private var prefix = ""
  /// What its first line begins with instead, as a bullet; used up by that line.
  private var firstPrefix: String?
  /// What the blank line before the next block begins with.
  private var separatorPrefix = ""

  init(text: String) { self.text = text }

  mutating func writeFrontMatter(_ metadata: Metadata) {
    let fields = [
      ("title", metadata.title), ("date", metadata.date?.description), ("site", metadata.site),
      ("url", metadata.address), ("language", metadata.language),
    ]
    var lines = fields.compactMap { name, value in value.map { "\(name): \(quoted($0))" } }
    if !metadata.byline.isEmpty {
      lines.append("author: [\(metadata.byline.map(quoted).joined(separator: ", "))]")
    }
    guard !lines.isEmpty else { return }
    output += "---\n" + lines.joined(separator: "\n") + "\n---\n"
  }

  private func quoted(_ value: String) -> String {
    var result = "\""
    for scalar in value.unicodeScalars where scalar.value >= 0x20 {
      if scalar == "\"" || scalar == "\\" { result += "\\" }
      result.unicodeScalars.append(scalar)
    }
    return result + "\""
  }

  mutating func write(_ block: Block) {
    switch block.content {
    case .paragraph(let inlines):
      let isTitle = block.role == .title
      writeLines((isTitle ? "# " : "") + inline(inlines), escapesStart: !isTitle)
    case .heading(let level, let inlines):
      writeLines(String(repeating: "#", count: level) + " " + inline(inlines))
    case .list(let start, let items): write(items, from: start)
    case .quotation(let blocks): indented(by: "> ") { $0.write(blocks) }
    case .code(let range, let language): writeCode(range, language)
    case .table(let table): write(table)
    case .illustration(let illustration): write(illustration)
    case .rule: writeLines("---")
    }
  }

  private mutating func write(_ blocks: [Block]) {
    for block in blocks { write(block) }
  }

  private mutating func write(_ items: [ListItem], from start: Int?) {
    for (place, item) in items.enumerated() {
      let marker = start.map { "\($0 + place). " } ?? "- "
      indented(by: String(repeating: " ", count: marker.count), first: marker) {
        $0.write(item.blocks)
      }
    }
  }

  private mutating func indented(
    by more: String, first: String? = nil, _ body: (inout MarkdownWriter) -> Void
  ) {
    let outer = prefix
    firstPrefix = (firstPrefix ?? outer) + (first ?? more)
    prefix += more
    body(&self)
    prefix = outer
    separatorPrefix = outer
    firstPrefix = nil
  }

  /// Writes lines after a blank one.
  private mutating func writeLines(_ words: String, escapesStart: Bool = false) {
    if !output.isEmpty { output += trimmed(separatorPrefix) + "\n" }
    separatorPrefix = prefix
    for line in words.split(separator: "\n", omittingEmptySubsequences: false) {
      let line = escapesStart ? escapedStart(line) : String(line)
      output += (firstPrefix ?? prefix) + line + "\n"
      firstPrefix = nil
    }
  }

  private func trimmed(_ prefix: String) -> String {
    String(prefix.reversed().drop { $0 == " " }.reversed())
  }

  private mutating func writeCode(_ range: TextRange, _ language: String?) {
    var code = String(text.slice(range))
    if code.hasSuffix("\n") { code.removeLast() }
    var fence = "```"
    while code.contains(fence) { fence += "`" }
    writeLines("\(fence)\(language ?? "")\n\(code)\n\(fence)")
  }

  private mutating func write(_ illustration: Illustration) {
    let alt = illustration.alt.map(words) ?? ""
    if illustration.alt != nil || illustration.address != nil {
      writeLines("![\(alt)](\(destination(illustration.address ?? "")))")
    }
    for range in [illustration.caption, illustration.credit].compactMap(\.self) {
      writeLines("*\(words(range))*")
    }
  }

  private mutating func write(_ table: Table) {
    let columns = max(table.header.count, table.rows.map(\.count).max() ?? 0, 1)
    func row(_ cells: [[Inline]]) -> String {
      let filled = cells + Array(repeating: [], count: columns - cells.count)
      let texts = filled.map { inline($0).replacing("\n", with: " ").replacing("|", with: "\\|") }
      return "| " + texts.joined(separator: " | ") + " |"
    }
    let rules = (0..<columns).map { column in
      switch column < table.alignments.count ? table.alignments[column] : .leading {
      case .leading: "---"
      case .center: ":-:"
      case .trailing: "--:"
      }
    }
    let lines = [row(table.header), "| " + rules.joined(separator: " | ") + " |"]
    writeLines((lines + table.rows.map(row)).joined(separator: "\n"))
  }
}

// MARK: - Running text

extension MarkdownWriter {
  private func inline(_ inlines: [Inline]) -> String {
    inlines.map { inline in
      switch inline {
      case .text(let range): words(range)
      case .emphasis(let children): "*\(self.inline(children))*"
      case .strong(let children): "**\(self.inline(children))**"
      case .code(let range): code(range)
      case .link(let children, let address): "[\(self.inline(children))](\(destination(address)))"
      case .image(let alt, let source): "![\(words(alt))](\(destination(source)))"
      case .lineBreak: "\\\n"
      }
    }.joined()
  }

  private func code(_ range: TextRange) -> String {
    let code = text.slice(range).replacing("\n", with: " ")
    var fence = "`"
    while code.contains(fence) { fence += "`" }
    let space = code.hasPrefix("`") || code.hasSuffix("`") ? " " : ""
    return fence + space + code + space + fence
  }

  private func destination(_ address: String) -> String { markdownDestination(address) }

  private func words(_ range: TextRange) -> String { markdownWords(text.slice(range)) }

  /// Escapes what would make a paragraph's line a heading, list, quotation or rule.
  private func escapedStart(_ line: Substring) -> String {
    guard let first = line.first else { return "" }
    if "#>-+=~".contains(first) { return "\\" + line }
    let digits = line.prefix(while: \.isNumber)
    if !digits.isEmpty, let mark = line.dropFirst(digits.count).first, mark == "." || mark == ")" {
      return digits + "\\" + line.dropFirst(digits.count)
    }
    return String(line)
  }
}

/// The words with line ends folded and everything that Markdown would read as markup escaped.
func markdownWords(_ words: some StringProtocol) -> String {
  var result = String.UnicodeScalarView()
  for scalar in words.unicodeScalars {
    switch scalar {
    case "\\", "*", "_", "`", "[", "]", "<", "&", "|": result.append("\\")
    case "\n":
      result.append(" ")
      continue
    default: break
    }
    result.append(scalar)
  }
  return String(result)
}

/// An address as the destination of a link.
func markdownDestination(_ address: String) -> String {
  let isPlain = address.utf8.allSatisfy { $0 > 0x20 && !"()<>".utf8.contains($0) }
  guard !isPlain else { return address }
  return "<" + address.filter { $0 != "<" && $0 != ">" && !$0.isNewline } + ">"
}
