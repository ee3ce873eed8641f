// The text that a page gives in JSON-LD, for pages whose own text is made by a script or cut by
// a wall.

import Articles
import Markup

extension PageBlockBuilder {
  /// Writes the text given as data in place of the page's own where that is much shorter.
  mutating func writeStructuredBody(_ body: String?) {
    guard let body, body.utf8.count > 400 else { return }
    let own = found.reduce(0) { $0 + ($1.isClutter ? 0 : $1.block.range.count - $1.linkedBytes) }
    guard own * 2 < body.utf8.count else { return }
    for index in found.indices where !found[index].isClutter {
      found[index].isClutter = true
      found[index].isNamedClutter = true
      found[index].block.role = .related
      found[index].block.reason = "beside the article"
    }
    let tree = HTMLParser().parseFragment(Array(body.utf8))
    for node in tree.children(of: .document) {
      let words = tree.text(in: node)
      for line in words.split(whereSeparator: \.isNewline) { writeLine(String(line)) }
    }
  }

  /// Writes the headline where the article's element does not hold it.
  mutating func writeTitle(_ title: String) {
    let words = Array(title.utf8)
    writer.begin()
    writer.write(words, 0..<words.count)
    let inlines = writer.finish()
    guard !inlines.isEmpty else { return }
    add(
      Block(inlines.coveredRange, role: .title, content: .heading(level: 1, inlines)), 0,
      isClutter: true)
  }

  private mutating func writeLine(_ line: String) {
    let words = Array(line.utf8)
    let gap = writer.text.count
    writer.begin()
    writer.write(words, 0..<words.count)
    let inlines = writer.finish()
    guard !inlines.isEmpty else { return writer.retreat(to: gap) }
    add(Block(inlines.coveredRange, role: .body, content: .paragraph(inlines)), 0)
  }
}
