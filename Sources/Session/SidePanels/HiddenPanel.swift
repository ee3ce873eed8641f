import Articles
import Screen

extension SidePanel {
  /// What was taken for clutter and why. Choosing a line shows all of it in the text until the
  /// panel is closed.
  static let hidden = SidePanel(
    "hidden", singular: "hidden block", key: "X", listsExcerpts: false,
    emptySentence: "Nothing was hidden.",
    choose: { state in
      state.reading?.show(hidden: true)
      state.goToChosenItem()
    },
    close: { $0.show(hidden: false) }
  ) { loaded, _ in
    let document = loaded.article.document
    return document.hiddenBlocks.map { block in
      let words = document.words(in: block.range)
      return PanelItem(
        [
          PanelLine(block.reason ?? block.role.rawValue, .detail),
          PanelLine(words, .hidden, rowLimit: 2),
        ], anchor: block.range)
    }
  }
}
