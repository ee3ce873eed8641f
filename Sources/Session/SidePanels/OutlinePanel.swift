import Articles
import Screen

extension SidePanel {
  /// The headline and the headings, each set in by its level.
  static let outline = SidePanel(
    "outline", singular: "heading", key: "O", listsExcerpts: false,
    emptySentence: "This article has no headings."
  ) { loaded, _ in
    let document = loaded.article.document
    return document.shownBlocks.compactMap { block in
      switch (block.content, block.role) {
      case (_, .title):
        PanelItem([PanelLine(document.words(in: block.range), .title)], anchor: block.range)
      case (.heading(let level, let inlines), _):
        PanelItem(
          [
            PanelLine(
              document.words(in: inlines.coveredRange), .heading,
              indent: min(8, 2 * max(0, level - 2)))
          ], anchor: block.range)
      default:
        nil
      }
    }
  }
}
