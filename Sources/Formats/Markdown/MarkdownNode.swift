import Articles

/// What a node of the block tree is.
enum MarkdownKind: Equatable {
  case document
  case quotation
  /// A list; `start` is nil for bullets. `mark` tells lists apart that differ in their marker.
  case list(start: Int?, mark: UInt8)
  /// An entry whose content begins at a column, counted from its container.
  case item(contentColumn: Int)
  /// A footnote's text; its paragraphs stand where the source has them.
  case footnote
  case paragraph
  case heading(level: Int)
  case code(language: String?)
  case html
  case table([Table.Alignment])
  case rule

  /// Whether other blocks can stand inside.
  var isContainer: Bool {
    switch self {
    case .document, .quotation, .list, .item, .footnote: true
    case .paragraph, .heading, .code, .html, .table, .rule: false
    }
  }
}

/// A block in the arena of one parse; children by index.
struct MarkdownNode {
  /// What it is.
  var kind: MarkdownKind
  /// Blocks inside, for containers.
  var children: [Int] = []
  /// Lines of the source, for leaves.
  var lines: [MarkdownLine] = []
}

/// Part of a line that belongs to a leaf.
struct MarkdownLine {
  /// The bytes in the source.
  var range: Range<Int>
  /// Columns of a split tab that come before.
  var padding = 0
}
