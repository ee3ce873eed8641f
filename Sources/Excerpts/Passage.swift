public import Articles

/// A stretch of an article that excerpts are looked for in, and what kind of text it is.
///
/// Finders see passages only: never markup, columns or hidden clutter.
public struct Passage: Hashable, Sendable {
  /// What a passage is.
  public enum Kind: String, Hashable, Sendable {
    /// The headline.
    case title
    /// A standfirst or summary bullet.
    case summary
    /// Running text: a paragraph, list entry, table cell or heading of the body.
    case text
    /// A paragraph that the source itself sets apart as a quotation.
    case quotation
    /// A caption.
    case caption
  }

  /// The bytes of the canonical text; one paragraph at most, except in verbatim text.
  public var range: TextRange
  /// What it is.
  public var kind: Kind

  /// Makes a passage.
  public init(_ range: TextRange, _ kind: Kind) {
    self.range = range
    self.kind = kind
  }
}

extension Document {
  /// The passages of what a reader is shown, in order: hidden blocks, code, bylines, dates and
  /// credits have none.
  public var passages: [Passage] {
    shownBlocks.flatMap { $0.passages(as: $0.role.passageKind) }
  }
}

extension BlockRole {
  fileprivate var passageKind: Passage.Kind? {
    switch self {
    case .title: .title
    case .summary: .summary
    case .heading, .body: .text
    case .caption: .caption
    case .byline, .date, .credit, .related, .promo, .error, .legal, .origin: nil
    }
  }
}

extension Block {
  fileprivate func passages(as kind: Passage.Kind?) -> [Passage] {
    guard let kind else { return [] }
    switch content {
    case .paragraph(let inlines), .heading(_, let inlines):
      let range = inlines.coveredRange
      return range.isEmpty ? [] : [Passage(range, kind)]
    case .list(_, let items):
      return items.flatMap { $0.blocks.flatMap { $0.passages(as: kind) } }
    case .quotation(let blocks):
      return blocks.flatMap { $0.passages(as: .quotation) }
    case .table(let table):
      let cells = [table.header] + table.rows
      return cells.joined().map { Passage($0.coveredRange, kind) }.filter { !$0.range.isEmpty }
    case .illustration(let illustration):
      return [illustration.alt, illustration.caption].compactMap { $0 }
        .map { Passage($0, .caption) }
    case .code, .rule:
      return []
    }
  }
}
