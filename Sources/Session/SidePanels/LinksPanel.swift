import Articles
import Screen
import Typesetting

extension SidePanel {
  /// Where the words of the article lead, each with its host.
  static let links = SidePanel(
    "links", singular: "link", key: "gl", stepLetter: "l", isTabAlways: false,
    emptySentence: "This article has no links."
  ) { loaded, _ in
    let document = loaded.article.document
    return document.links(in: document.shownBlocks).map { link in
      PanelItem(
        [
          PanelLine(document.words(in: link.range), .link, rowLimit: 2),
          PanelLine(link.place, .detail, rowLimit: 1),
        ], anchor: link.range, subject: .link(link.destination), copyText: link.destination,
        marksWhenChosen: [Highlight(link.range, marks: .selected)])
    }
  }
}
