// The places of a page that its own links lead to: footnotes, headings of a table of contents.

import Articles
import Markup

/// Where the places are that links of the page ask for.
struct PageAnchors {
  /// Byte offsets into the canonical text, by name.
  private(set) var places: [String: Int] = [:]
  private var wanted: Set<String> = []
  private let tree: NodeTree
  private let names: PageNames

  /// More places are not kept.
  private static let most = 10_000

  init(_ survey: PageSurvey) {
    tree = survey.tree
    names = survey.names
    var wanted: Set<String> = []
    tree.visit(survey.body) { [tree, names] node in
      if tree.tag(of: node) == .a, wanted.count < Self.most,
        let address = tree.string(names.href, of: node), address.utf8.first == 0x23
      {
        let name = String(address.dropFirst())
        wanted.formUnion([name, name.withoutEscapes])
      }
      return true
    } leave: { _ in
    }
    self.wanted = wanted
  }

  /// Keeps where an element begins, if a link asks for it.
  mutating func note(_ node: NodeID, at offset: Int) {
    guard !wanted.isEmpty else { return }
    for name in [tree.string(names.id, of: node), tree.string(names.name, of: node)] {
      if let name, wanted.contains(name), places[name] == nil { places[name] = offset }
    }
  }
}
