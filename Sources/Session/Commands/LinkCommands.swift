// A table: commands about where words of the article lead, and where it came from.

import Articles

extension Command {
  static let links: [Command] = [
    Command(
      "follow", "Open or copy a link by the letters on it", group: .panels,
      in: Context.article, keys: ["f"]
    ) { state, _ in state.openHints() },
    Command(
      "open-link", "Open the link that is chosen or next", group: .panels, in: Context.article,
      keys: ["go"],
      unavailable: { $0.reading?.meantLink == nil ? SidePanel.links.emptySentence : nil },
      perform: { state, _ in state.reading?.meantLink.map { state.open(address: $0) } ?? [] }),
    Command(
      "open-source", "Open the article's own address", group: .articles, in: Context.article,
      keys: ["gx"],
      unavailable: {
        $0.reading?.loaded.article.metadata.address == nil
          ? "The source does not name its address." : nil
      },
      perform: { state, _ in
        let address = state.reading?.loaded.article.metadata.address
        return address.map { state.open(address: $0) } ?? []
      }),
  ]
}
