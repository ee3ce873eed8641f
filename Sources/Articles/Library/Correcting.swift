// Corrections worked into what was parsed. They are found by the words they correct, so that they
// hold when an article is parsed anew; one whose words are gone, or now belong to a block that is
// much more than them, does nothing.

extension ParsedArticle {
  /// The article with its title and the roles of its blocks as a reader wants them. Corrections of
  /// speakers concern excerpts and change nothing here.
  ///
  /// - Parameter corrections: in the order in which they were made.
  /// - Returns: the same text; no offset moves.
  public func corrected(by corrections: [Correction]) -> ParsedArticle {
    var corrected = self
    for correction in corrections {
      switch correction {
      case .title(let title): corrected.setTitle(title)
      case .role(let anchor, let role): corrected.document.setRole(role, of: anchor)
      case .speaker: break
      }
    }
    return corrected
  }

  /// The block that says the title becomes the headline; a headline that says something else is
  /// hidden, since a text has one.
  private mutating func setTitle(_ title: String) {
    metadata.title = title
    let wanted = title.split(whereSeparator: \.isWhitespace)
    let place = document.blocks.firstIndex { block in
      block.range.count <= 4 * title.utf8.count
        && document.words(in: block.range).split(whereSeparator: \.isWhitespace) == wanted
    }
    for index in document.blocks.indices where document.blocks[index].role == .title {
      document.blocks[index].role = .origin
      document.blocks[index].reason = "no longer the title"
    }
    if let place {
      document.blocks[place].role = .title
      document.blocks[place].reason = nil
    }
  }
}

extension Document {
  fileprivate mutating func setRole(_ role: BlockRole, of anchor: TextAnchor) {
    guard let range = anchor.range(in: text),
      let index = blocks.firstIndex(where: { $0.range.upperBound > range.lowerBound }),
      blocks[index].range.lowerBound <= range.upperBound,
      anchor.isCut || blocks[index].range.count <= 2 * range.count
    else { return }
    blocks[index].role = role
    blocks[index].reason = role.isHidden ? "hidden by the reader" : nil
  }
}

extension TextAnchor {
  private static let longestBlock = 2000

  /// Makes an anchor for a block: its words, or the first of very many.
  public init(block: Block, in document: Document) {
    let start = block.range.lowerBound
    let end = min(block.range.upperBound, start + Self.longestBlock)
    self.init(TextRange(start, end), in: document.text)
  }

  /// Whether there were more words than are kept.
  fileprivate var isCut: Bool { words.utf8.count > Self.longestBlock - 4 }
}
