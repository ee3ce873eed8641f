/// Which row of a typeset article: the block it belongs to, and its number within the block.
///
/// Blocks are laid out only where they are looked at, so rows have no number counted from the
/// top of the article. Identifiers are ordered as the rows are, and hold for one measure only:
/// what must outlive a resize is a text position.
public struct RowID: Hashable, Comparable, Sendable {
  /// The number of the block among those shown, from 0. Not an index into `Document.blocks`.
  public let block: Int
  /// The number of the row within the block, from 0; blank rows above the block come first.
  public let row: Int

  /// Makes an identifier; functions that take one clamp it to the rows that exist.
  public init(block: Int, row: Int) {
    self.block = block
    self.row = row
  }

  /// Orders from the top of the article down.
  public static func < (left: RowID, right: RowID) -> Bool {
    (left.block, left.row) < (right.block, right.row)
  }
}
