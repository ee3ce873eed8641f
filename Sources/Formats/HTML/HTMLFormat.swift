// Web pages: the tree comes from Markup; the article's element is found by what the page measures
// and names; its blocks get their roles, and the metadata is what most witnesses say.

import Articles
import Markup

/// A page whose blocks are found but not yet judged.
struct ReadPage {
  let survey: PageSurvey
  let page: PageMetadata
  let builder: PageBlockBuilder
  /// The article's text as data, where the page gives it.
  let check: StructuredCheck?

  init(_ source: SourceBytes) {
    var limits = ParseLimits()
    limits.inputBytes = source.limit
    let tree = HTMLParser(limits: limits).parse(
      source.bytes, transportEncoding: source.declaredCharset)
    survey = PageSurvey(tree)
    page = PageMetadata(survey, address: source.address)
    var builder = PageBlockBuilder(survey, resolver: page.resolver)
    let root = ArticleRoot.find(in: survey, title: page.metadata.title)
    if let title = page.metadata.title, !page.hasHeadline(in: root) { builder.writeTitle(title) }
    builder.writeLead(before: root)
    builder.write(root)
    builder.writeStructuredBody(page.structured.body)
    self.builder = builder
    check = StructuredCheck(page.structured.body)
  }

  /// The blocks after the rules.
  var trimmed: [PageBlock] {
    PageTrimming(builder.found, in: builder.writer.text, title: page.metadata.title, check: check)
      .blocks
  }

  /// The blocks with their final roles.
  var judged: [Block] {
    var blocks = trimmed
    let traits = BlockTraits(blocks, in: builder.writer.text, survey: survey, check: check)
    PageSieve(traits).sift(&blocks)
    PageTrimming.hideRepeats(of: &blocks, in: builder.writer.text)
    PageTrimming.trimEnding(of: &blocks)
    return blocks.map(\.block)
  }
}

/// Reads web pages.
enum HTMLFormat {
  /// Reads a page; anything can be read, however broken.
  static func parse(_ source: SourceBytes) throws(FormatError) -> ParsedArticle {
    let read = ReadPage(source)
    let text = String(decoding: read.builder.writer.text, as: UTF8.self)
    let document = Document(
      text: text, blocks: read.judged, anchors: read.builder.anchors.places)
    var metadata = read.page.metadata
    let written = MetadataReader(read.builder.writer.text, document.blocks).metadata
    if metadata.byline.isEmpty { metadata.byline = written.byline }
    metadata.date = metadata.date ?? written.date ?? openingDate(document)
    metadata.language = metadata.language ?? written.language
    return ParsedArticle(
      metadata: metadata, document: document, diagnostics: diagnostics(read, document))
  }

  private static func diagnostics(_ read: ReadPage, _ document: Document) -> [Diagnostic] {
    let tree = read.survey.tree
    var diagnostics = tree.diagnostics.map { notice in
      let place = tree.place(of: notice.offset)
      return Diagnostic(notice.message, line: place.line, column: place.column)
    }
    if let obstacle = PageObstacle(read.page, document) {
      diagnostics.append(Diagnostic(obstacle.sentence))
    } else {
      noteClutterOnly(document, &diagnostics)
    }
    return diagnostics
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
