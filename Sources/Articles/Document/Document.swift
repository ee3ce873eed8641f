/// An article's canonical text and the blocks that point into it.
public struct Document: Hashable, Sendable {
  /// Everything the source said, in its order. All ranges are UTF-8 offsets into it.
  public let text: String
  /// The blocks, in order, without overlap.
  public var blocks: [Block]
  /// Where links inside the article lead: byte offsets into the text, by the names of the places.
  /// Only names that a link asks for.
  public var anchors: [String: Int]

  /// Makes a document; the text is stored as contiguous UTF-8.
  public init(text: String, blocks: [Block], anchors: [String: Int] = [:]) {
    var text = text
    text.makeContiguousUTF8()
    self.text = text
    self.blocks = blocks
    self.anchors = anchors
  }

  /// A document whose whole text is one body paragraph, taken verbatim.
  public init(verbatim text: String) {
    let range = TextRange(0, text.utf8.count)
    self.init(
      text: text,
      blocks: range.isEmpty
        ? [] : [Block(range, role: .body, content: .paragraph([.text(range)]))])
  }

  /// The blocks that a reader is shown unless they ask for more.
  public var shownBlocks: [Block] { blocks.filter { !$0.role.isHidden } }

  /// The blocks taken for clutter, each with its reason.
  public var hiddenBlocks: [Block] { blocks.filter(\.role.isHidden) }

  /// The words of a range.
  public func words(in range: TextRange) -> Substring { text.slice(range) }
}
