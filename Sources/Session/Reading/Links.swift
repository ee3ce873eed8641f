// Links of an article: the words that carry them and where they lead.

public import Articles
import Typesetting

/// Words of an article that lead elsewhere.
public struct ArticleLink: Hashable, Sendable {
  /// The words; never empty.
  public let range: TextRange
  /// Where they lead, as the source has it: an address, or a part of one.
  public let destination: String
}

extension ArticleLink {
  /// The host that is asked, told without what may stand before it to mislead; the whole
  /// destination where there is no host.
  var place: String {
    if destination.hasPrefix("#") { return "on this page: \(destination)" }
    let parts = destination.split(separator: "://", maxSplits: 1)
    guard parts.count == 2 else { return destination }
    let authority = parts[1].prefix { !"/?#\\".contains($0) }
    return authority.split(separator: "@").last.map(String.init) ?? destination
  }
}

extension Document {
  /// The links of some blocks, in order. Those without words are left out: nothing shows them.
  func links(in blocks: some Sequence<Block>) -> [ArticleLink] {
    var links: [ArticleLink] = []
    Document(text: text, blocks: Array(blocks)).walk { node, _ in
      guard case .inline(.link(let words, let destination)) = node else { return }
      let range = words.coveredRange
      if !range.isEmpty, !destination.isEmpty {
        links.append(ArticleLink(range: range, destination: destination))
      }
    }
    return links
  }
}

extension ReadingState {
  /// The links of which something is in the window, in order.
  var linksInView: [ArticleLink] {
    let rows = visibleRows.map { typeset.row($0) }
    let ranges = rows.compactMap(\.range)
    guard let first = ranges.first else { return [] }
    let window = ranges.reduce(first) { $0.union($1) }
    let document = loaded.article.document
    let start = document.blocks.firstPlace { $0.range.upperBound > window.lowerBound }
    let blocks = document.blocks[start...].prefix { $0.range.lowerBound < window.upperBound }
    return document.links(in: blocks).filter { link in
      rows.contains { $0.columns(of: link.range) != nil }
    }
  }

  /// The link that commands mean: the chosen one, or the next in the text.
  var meantLink: String? { chosenItem(in: SidePanel.links.id)?.copyText }
}

extension String {
  /// Whether it is an address that a program may be given: of a scheme that only fetches, and
  /// without anything that a program could take for more than one word.
  var isOpenable: Bool {
    let schemes = ["http://", "https://", "ftp://", "gemini://", "gopher://", "mailto:"]
    let start = prefix(10).lowercased()
    return schemes.contains { start.hasPrefix($0) }
      && !unicodeScalars.contains { $0.value <= 0x20 || (0x7F..<0xA0).contains($0.value) }
  }
}
