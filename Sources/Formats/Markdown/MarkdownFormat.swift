// Markdown: CommonMark with GitHub's tables, front matter and footnotes kept as text. Markup is
// left out of the canonical text; the shared classifier marks bylines, dates and clutter among
// the paragraphs that stand by themselves.

import Articles

/// Reads Markdown.
enum MarkdownFormat {
  /// Reads Markdown of any known encoding.
  static func parse(_ source: SourceBytes) throws(FormatError) -> ParsedArticle {
    let decoded = try DecodedText(source)
    let front = FrontMatter(decoded.bytes)
    let builder = MarkdownDocumentBuilder(MarkdownBlockParser(decoded.bytes, from: front.end))
    let text = builder.text
    let blocks = classified(builder.blocks, in: text)
    var diagnostics = decoded.diagnostics
    let document = Document(text: String(decoding: text, as: UTF8.self), blocks: blocks)
    noteClutterOnly(document, &diagnostics)
    let found = MetadataReader(text, document.blocks, address: source.address).metadata
    return ParsedArticle(
      metadata: merged(front.metadata, found), document: document, diagnostics: diagnostics)
  }

  /// Gives roles to the paragraphs and headings of the outermost level.
  private static func classified(_ blocks: [Block], in text: [UInt8]) -> [Block] {
    var blocks = blocks
    var candidates: [CandidateBlock] = []
    for block in blocks {
      var candidate = CandidateBlock(range: block.range)
      switch block.content {
      case .heading: candidate.isMarkedHeading = true
      case .paragraph: candidate.linkDensity = linkDensity(of: block)
      case .list, .quotation, .code, .table, .illustration, .rule: candidate.isFixed = true
      }
      candidates.append(candidate)
    }
    let classifier = BlockClassifier(candidates, in: text)
    for (index, verdict) in classifier.verdicts.enumerated() where !candidates[index].isFixed {
      apply(verdict, to: &blocks[index])
    }
    if !blocks.contains(where: { $0.role == .title }), blocks.opensWithItsOnlyTopHeading {
      blocks[0].role = .title
    }
    return blocks
  }

  /// Markup already says what is a heading or a picture; the classifier adds the rest.
  private static func apply(_ verdict: BlockVerdict, to block: inout Block) {
    switch (block.content, verdict.role) {
    case (.heading(let level, _), .title) where level <= 1: block.role = .title
    case (.paragraph, .byline), (.paragraph, .date), (.paragraph, .related), (.paragraph, .promo),
      (.paragraph, .error), (.paragraph, .legal), (.paragraph, .origin):
      block.role = verdict.role
      block.reason = verdict.reason
    default: break
    }
  }

  private static func linkDensity(of block: Block) -> Double {
    guard case .paragraph(let inlines) = block.content, block.range.count > 0 else { return 0 }
    let linked = inlines.reduce(0) { sum, inline in
      if case .link = inline { sum + inline.range.count } else { sum }
    }
    return Double(linked) / Double(block.range.count)
  }

  /// The title that stands in the text wins, so that block and metadata agree.
  private static func merged(_ front: Metadata, _ found: Metadata) -> Metadata {
    Metadata(
      title: found.title ?? front.title, byline: front.byline.isEmpty ? found.byline : front.byline,
      date: front.date ?? found.date, site: front.site ?? found.site,
      address: front.address ?? found.address, language: front.language ?? found.language)
  }
}

extension [Block] {
  /// Whether the first block is a heading of the first level and no other is: then it names the
  /// document, however short or long it is.
  fileprivate var opensWithItsOnlyTopHeading: Bool {
    func isTopHeading(_ block: Block) -> Bool {
      if case .heading(let level, _) = block.content { level <= 1 } else { false }
    }
    return first.map(isTopHeading) == true && !dropFirst().contains(where: isTopHeading)
  }
}
