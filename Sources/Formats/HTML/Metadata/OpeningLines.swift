// The short lines around a page's headline, where readers look for the writer and the date. Pages
// without data about themselves still say both there.

import Articles
import Markup

/// The lines below the headline, up to the running text, and those just above it.
struct OpeningLines {
  /// One line, and the links in it.
  struct Line {
    var words: [UInt8] = []
    var links: [NodeID] = []

    var text: String { folded(words) }
  }

  /// The lines, those below the headline first.
  private(set) var lines: [Line] = []
  private let tree: NodeTree

  private static let mostLines = 40
  private static let mostNodes = 600
  /// Longer lines are running text; after two of them nothing is looked for.
  private static let longestLine = 240

  init(around headline: NodeID?, in tree: NodeTree) {
    self.tree = tree
    guard let headline else { return }
    collect(from: tree.node(afterSubtreeOf: headline, in: .document), to: nil)
    let below = lines
    lines = []
    var container = headline
    for _ in 0..<3 {
      guard let above = tree.parent(of: container), above != .document,
        tree.tag(of: above) != .body
      else { break }
      container = above
    }
    if container != headline { collect(from: container, to: headline) }
    lines = below + lines.suffix(12)
  }

  private mutating func collect(from start: NodeID?, to end: NodeID?) {
    var line = Line()
    var long = 0
    var current = start
    var seen = 0
    while let node = current, node != end, lines.count < Self.mostLines, seen < Self.mostNodes {
      seen += 1
      let tag = tree.tag(of: node)
      if tag.isUnread {
        current = tree.node(afterSubtreeOf: node, in: .document)
        continue
      }
      if tree.kind(of: node) == .text {
        line.words += tree.utf8[tree.textRange(of: node)].prefix(400)
      } else if tag.isBlock || tag == .br {
        if line.words.count > Self.longestLine { long += 1 }
        flush(&line)
        if long >= 2 { return }
      } else if tree.kind(of: node) == .element {
        // Parts of a line that the page sets apart.
        line.words += " | ".utf8
        if tag == .a { line.links.append(node) }
      }
      current = tree.node(after: node, in: .document)
    }
    flush(&line)
  }

  private mutating func flush(_ line: inout Line) {
    if line.words.contains(where: { $0 > 0x20 && $0 != 0x7C }), line.words.count <= Self.longestLine
    {
      lines.append(line)
    }
    line = Line()
  }
}

extension OpeningLines {
  /// The date that a line holds: one that says it was published before one that says nothing,
  /// and that before one of a change.
  var date: PublicationDate? {
    var plain: PublicationDate?
    var changed: PublicationDate?
    for line in lines {
      let text = line.text
      guard let date = pageDate(text) else { continue }
      let lowered = text.lowercased()
      if Self.changes.contains(where: lowered.contains) {
        changed = changed ?? date
      } else if Self.births.contains(where: lowered.contains) {
        return date
      } else {
        plain = plain ?? date
      }
    }
    return plain ?? changed
  }

  private static let births = ["publish", "posted", "veröffentlicht", "publicado", "erstellt"]
  private static let changes = [
    "updated", "modified", "aktualisiert", "actualizado", "geändert", "reviewed", "mis à jour",
  ]

  /// The words after "By" and the words of links that lead to a writer's page.
  func names(site: [String]) -> AuthorNames {
    var names = AuthorNames()
    for line in lines {
      for link in line.links where leadsToWriter(link) {
        names.add(folded(Array(tree.text(in: link).utf8)), isCertain: false, site: site)
      }
      if !names.people.isEmpty { return names }
      let text = line.text.drop { $0 == "|" || $0 == " " }
      guard Self.openers.contains(where: { text.lowercased().hasPrefix($0) }) else { continue }
      names.add(String(text), isCertain: false, site: site)
      if !names.people.isEmpty { return names }
    }
    return names
  }

  private static let openers = [
    "by ", "by: ", "by |", "von ", "por ", "par ", "written by", "posted by", "text:", "author:",
    "words by", "autor:", "von:", "story by", "gespeichert von", "geschrieben von", "verfasst von",
    "escrito por", "publicado por", "écrit par", "publié par", "submitted by",
  ]

  private func leadsToWriter(_ link: NodeID) -> Bool {
    guard let address = tree.string(of: .href, in: link)?.lowercased() else { return false }
    return Self.writerPaths.contains(where: address.contains)
  }

  private static let writerPaths = [
    "/author/", "/authors/", "/autor/", "/autoren/", "/staff/", "/by/", "/contributors/",
    "/contributor/", "/people/", "/writers/", "/journalist/", "/reporter/", "/profile/",
  ]
}
