// Web pages: the tree comes from Markup; the article's element is found by what the page measures
// and names; its blocks get their roles, and the metadata is what most witnesses say.

import Articles
import Markup

/// Reads web pages.
enum HTMLFormat {
  /// Reads a page; anything can be read, however broken.
  static func parse(_ source: SourceBytes) throws(FormatError) -> ParsedArticle {
    var limits = ParseLimits()
    limits.inputBytes = source.limit
    let tree = HTMLParser(limits: limits).parse(
      source.bytes, transportEncoding: source.declaredCharset)
    let survey = PageSurvey(tree)
    let page = PageMetadata(survey, address: source.address)
    var builder = PageBlockBuilder(survey, resolver: page.resolver)
    let root = ArticleRoot.find(in: survey)
    if let title = page.metadata.title, !page.hasHeadline(in: root) { builder.writeTitle(title) }
    builder.writeLead(before: root)
    builder.write(root)
    builder.writeStructuredBody(page.structured.body)
    let trimming = PageTrimming(
      builder.found, in: builder.writer.text, title: page.metadata.title,
      check: StructuredCheck(page.structured.body))
    let text = String(decoding: builder.writer.text, as: UTF8.self)
    let document = Document(text: text, blocks: trimming.blocks.map(\.block))
    var metadata = page.metadata
    let written = MetadataReader(builder.writer.text, document.blocks).metadata
    if metadata.byline.isEmpty { metadata.byline = written.byline }
    metadata.date = metadata.date ?? written.date ?? openingDate(document)
    metadata.language = metadata.language ?? written.language
    var diagnostics = tree.diagnostics.map { notice in
      let place = tree.place(of: notice.offset)
      return Diagnostic(notice.message, line: place.line, column: place.column)
    }
    if let obstacle = PageObstacle(page, document) {
      diagnostics.append(Diagnostic(obstacle.sentence))
    } else {
      noteClutterOnly(document, &diagnostics)
    }
    return ParsedArticle(
      metadata: metadata, document: document, diagnostics: diagnostics)
  }
}

/// A date among the short blocks at the top.
private func openingDate(_ document: Document) -> PublicationDate? {
  for block in document.blocks.prefix(6) where block.range.count <= 200 {
    guard case .paragraph = block.content else { continue }
    if let date = pageDate(String(document.words(in: block.range))) { return date }
  }
  return nil
}

extension SourceBytes {
  /// The encoding that came with the bytes: "text/html; charset=…".
  fileprivate var declaredCharset: String? {
    guard let type = declaredType?.lowercased(),
      let parameter = type.split(separator: ";").first(where: { $0.utf8.contains(0x3D) }),
      let equals = parameter.firstIndex(of: "=")
    else { return nil }
    let label = parameter[parameter.index(after: equals)...].filter { $0 != "\"" && $0 != " " }
    return label.isEmpty ? nil : label
  }
}
