internal import Articles

/// The texts that are printed of an article, each with its way back to the canonical text.
struct ArticleFields {
  /// The words of one picture.
  struct Picture {
    var alt: FieldText?
    var caption: FieldText?
    var credit: FieldText?
    var address: String?
  }

  /// The headline's own words, if it stands in the text.
  private(set) var title: FieldText?
  /// The standfirst and the summary bullets, one each.
  private(set) var summary: [FieldText] = []
  /// The body: paragraphs, headings, list entries and tables, with a blank line between them.
  private(set) var text = FieldText()
  /// The pictures' words.
  private(set) var pictures: [Picture] = []
  /// What was taken for clutter: the words, the role as the reason, and the rule that named it.
  private(set) var hidden: [(text: FieldText, reason: String, rule: String?)] = []
  private let source: [UInt8]

  init(_ document: Document) {
    source = Array(document.text.utf8)
    for block in document.blocks { add(block) }
  }

  private mutating func add(_ block: Block) {
    switch block.role {
    case .title:
      if title == nil { title = words(of: block) }
    case .summary: summary += entries(of: block)
    case .body, .heading: appendBody(block)
    case .caption: pictures.append(picture(of: block))
    case .credit: pictures.append(Picture(credit: words(of: block)))
    case .byline, .date: break
    case .related, .promo, .error, .legal, .origin:
      hidden.append((words(of: block), block.role.rawValue, block.reason))
    }
  }

  private func entries(of block: Block) -> [FieldText] {
    guard case .list(_, let items) = block.content else { return [words(of: block)] }
    return items.map { item in
      var field = FieldText()
      for inner in item.blocks { append(inner, to: &field) }
      return field
    }
  }

  private func picture(of block: Block) -> Picture {
    guard case .illustration(let illustration) = block.content else {
      return Picture(caption: words(of: block))
    }
    return Picture(
      alt: illustration.alt.map(words), caption: illustration.caption.map(words),
      credit: illustration.credit.map(words), address: illustration.address)
  }

  private mutating func appendBody(_ block: Block) {
    var field = text
    text = FieldText()
    append(block, to: &field)
    text = field
  }

  private func words(of block: Block) -> FieldText {
    var field = FieldText()
    append(block, to: &field)
    return field
  }

  private func words(_ range: TextRange) -> FieldText {
    var field = FieldText()
    field.append(range, of: source)
    return field
  }
}

// MARK: - Running text

extension ArticleFields {
  /// Adds a block's words after a blank line; what holds no words leaves no blank line.
  private func append(_ block: Block, to field: inout FieldText) {
    switch block.content {
    case .paragraph(let inlines), .heading(_, let inlines):
      let range = inlines.coveredRange
      guard !range.isEmpty else { return }
      separate(&field)
      append(inlines, to: &field)
    case .list(_, let items):
      for inner in items.flatMap(\.blocks) { append(inner, to: &field) }
    case .quotation(let blocks):
      for inner in blocks { append(inner, to: &field) }
    case .code(let range, _):
      separate(&field)
      field.append(range, of: source, folding: false)
    case .table(let table): append(table, to: &field)
    case .illustration(let illustration):
      for range in [illustration.caption, illustration.credit].compactMap(\.self) {
        separate(&field)
        field.append(range, of: source)
      }
    case .rule: break
    }
  }

  private func separate(_ field: inout FieldText) {
    if !field.bytes.isEmpty { field.append("\n\n") }
  }

  /// One line a row, a tab between cells.
  private func append(_ table: Table, to field: inout FieldText) {
    separate(&field)
    let rows = (table.header.isEmpty ? [] : [table.header]) + table.rows
    for (number, row) in rows.enumerated() {
      if number > 0 { field.append("\n") }
      for (column, cell) in row.enumerated() {
        if column > 0 { field.append("\t") }
        append(cell, to: &field)
      }
    }
  }

  private func append(_ inlines: [Inline], to field: inout FieldText) {
    for inline in inlines {
      switch inline {
      case .text(let range), .code(let range): field.append(range, of: source)
      case .emphasis(let children), .strong(let children), .link(let children, _):
        append(children, to: &field)
      case .image(let alt, _): field.append(alt, of: source)
      case .lineBreak: field.append("\n")
      }
    }
  }
}
