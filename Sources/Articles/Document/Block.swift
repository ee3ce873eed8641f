/// One block of an article: a range of the canonical text, its role and its shape.
///
/// Blocks stand in the order of the source and never overlap. Bytes between two blocks are
/// white space or markup remains that carry nothing to read.
public struct Block: Hashable, Sendable {
  /// The bytes of the canonical text that the block covers.
  public var range: TextRange
  /// What the block is for.
  public var role: BlockRole
  /// Why a hidden block is hidden, as a short phrase for the reader.
  public var reason: String?
  /// Its shape and inner text.
  public var content: BlockContent

  /// Makes a block.
  public init(
    _ range: TextRange, role: BlockRole, reason: String? = nil, content: BlockContent
  ) {
    self.range = range
    self.role = role
    self.reason = reason
    self.content = content
  }
}

/// The shapes a block can have.
public indirect enum BlockContent: Hashable, Sendable {
  /// Running text.
  case paragraph([Inline])
  /// A heading of level 1 to 6.
  case heading(level: Int, [Inline])
  /// A list; `start` is the first number of a numbered list and nil for bullets.
  case list(start: Int?, items: [ListItem])
  /// Words set apart as a quotation.
  case quotation([Block])
  /// Preformatted text, with the language where the source names one.
  case code(TextRange, language: String?)
  /// Rows and columns.
  case table(Table)
  /// A picture's words. Never called a figure: in this program a figure is a number.
  case illustration(Illustration)
  /// A thematic break.
  case rule
}

/// One entry of a list.
public struct ListItem: Hashable, Sendable {
  /// What the entry holds, usually one paragraph.
  public var blocks: [Block]

  /// Makes an entry.
  public init(_ blocks: [Block]) {
    self.blocks = blocks
  }
}

/// A table. Rows may be shorter than the header; missing cells are empty.
public struct Table: Hashable, Sendable {
  /// How a column is set.
  public enum Alignment: String, Hashable, Sendable {
    /// Flush with the named side, or centred.
    case leading, center, trailing
  }

  /// The header's cells; empty where the table has none.
  public var header: [[Inline]]
  /// The rows below it.
  public var rows: [[[Inline]]]
  /// One alignment for each column.
  public var alignments: [Alignment]

  /// Makes a table.
  public init(header: [[Inline]], rows: [[[Inline]]], alignments: [Alignment]) {
    self.header = header
    self.rows = rows
    self.alignments = alignments
  }
}

/// The words that came with a picture.
public struct Illustration: Hashable, Sendable {
  /// The alternative text.
  public var alt: TextRange?
  /// The caption.
  public var caption: TextRange?
  /// Who owns the picture.
  public var credit: TextRange?
  /// The picture's address, where the source names one.
  public var address: String?
  /// The picture's size, where the source tells it.
  public var size: PictureSize?

  /// Makes an illustration.
  public init(
    alt: TextRange? = nil, caption: TextRange? = nil, credit: TextRange? = nil,
    address: String? = nil, size: PictureSize? = nil
  ) {
    self.alt = alt
    self.caption = caption
    self.credit = credit
    self.address = address
    self.size = size
  }
}

/// The size of a picture in pixels.
public struct PictureSize: Hashable, Sendable, CustomStringConvertible {
  /// From left to right, at least 1.
  public let width: Int
  /// From top to bottom, at least 1.
  public let height: Int

  /// Makes a size; nil where a side is less than 1 or more than a million.
  public init?(width: Int, height: Int) {
    guard 1...1_000_000 ~= width, 1...1_000_000 ~= height else { return nil }
    self.width = width
    self.height = height
  }

  /// As "1200×800".
  public var description: String { "\(width)×\(height)" }
}
