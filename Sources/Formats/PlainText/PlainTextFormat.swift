// Plain text: usually the scrape of a web page, sometimes typed with lines broken at a column.
// Lines become candidates, the shared classifier gives them roles, and nothing is left out.

import Articles

/// Reads plain text.
enum PlainTextFormat {
  /// Reads plain text of any known encoding.
  static func parse(_ source: SourceBytes) throws(FormatError) -> ParsedArticle {
    let decoded = try DecodedText(source)
    var bytes = decoded.bytes
    let paragraphs = ParagraphBuilder(bytes)
    joinBrokenLines(paragraphs.candidates, in: &bytes)
    let classifier = BlockClassifier(paragraphs.candidates, in: bytes)
    var blocks = BlockAssembler(classifier).blocks
    var diagnostics = decoded.diagnostics
    if let rest = paragraphs.restStart {
      blocks.append(paragraph(TextRange(trimmed(rest..<bytes.count, in: bytes)), role: .body))
      diagnostics.append(
        Diagnostic("The text has too many lines; those at the end are shown as one paragraph."))
    }
    let document = Document(text: String(decoding: bytes, as: UTF8.self), blocks: blocks)
    noteClutterOnly(document, &diagnostics)
    let metadata = MetadataReader(bytes, document.blocks, address: source.address).metadata
    return ParsedArticle(metadata: metadata, document: document, diagnostics: diagnostics)
  }

  /// Puts a space for each line break inside a paragraph: a byte for a byte, so no offset moves
  /// and whoever reads the text meets plain words.
  private static func joinBrokenLines(_ candidates: [CandidateBlock], in bytes: inout [UInt8]) {
    for candidate in candidates where candidate.pieces.count > 1 {
      for piece in candidate.pieces.dropLast() {
        var index = piece.upperBound
        while index < bytes.count, bytes[index] != 0x0A { index += 1 }
        if index < bytes.count { bytes[index] = 0x20 }
      }
    }
  }
}

/// A paragraph block over one range.
func paragraph(_ range: TextRange, role: BlockRole, reason: String? = nil) -> Block {
  Block(range, role: role, reason: reason, content: .paragraph([.text(range)]))
}

/// Says so where nothing but clutter was found, so that a reader is not left with a blank page.
func noteClutterOnly(_ document: Document, _ diagnostics: inout [Diagnostic]) {
  let holdsWords = document.blocks.contains { block in
    switch block.role {
    case .title, .summary, .heading, .body, .caption: true
    case .byline, .date, .credit, .related, .promo, .error, .legal, .origin: false
    }
  }
  if !holdsWords {
    diagnostics.append(
      Diagnostic("Nothing but clutter was found. Show what is hidden to see it."))
  }
}
