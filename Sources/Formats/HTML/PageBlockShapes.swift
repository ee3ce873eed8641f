// Pictures, tables and code: the shapes of blocks that are not running text.

import Articles
import Markup

// MARK: - Pictures

extension PageBlockBuilder {
  /// Writes a picture with its alternative text, where it has one worth reading.
  mutating func writePicture(_ node: NodeID) {
    guard let alt = tree.string(of: .alt, in: node), alt.utf8.contains(0x20) else { return }
    let gap = writer.text.count
    guard let range = writeWords(of: alt) else { return writer.retreat(to: gap) }
    let picture = Illustration(
      alt: range, address: pictureAddress(node), size: pictureSize(node))
    add(Block(range, role: .caption, content: .illustration(picture)), 0)
  }

  /// Writes a figure as a picture with its words; false where it holds something else.
  mutating func writeFigure(_ node: NodeID) -> Bool {
    if holdsBlocks(node) { return false }
    let start = writer.text.count
    var picture = Illustration()
    if let image = tree.firstElement(.img, in: node) {
      picture.address = pictureAddress(image)
      picture.size = pictureSize(image)
      picture.alt = tree.string(of: .alt, in: image).flatMap { writeWords(of: $0) }
    }
    if let caption = tree.firstElement(.figcaption, in: node) {
      readCaption(caption, into: &picture)
      if let alt = picture.alt, repeats(alt, in: picture.caption) {
        // Written once: the alternative text is then a part of the caption.
        writer.retreat(to: start)
        readCaption(caption, into: &picture)
        picture.alt = picture.caption.map { TextRange($0.lowerBound, $0.lowerBound + alt.count) }
      }
    } else if survey.textBytes[Int(node.index)] > 0 {
      picture.caption = words(below: node)
    }
    addPicture(picture, from: start)
    return true
  }

  /// Whether a caption begins with the very words of the alternative text.
  private func repeats(_ alt: TextRange, in caption: TextRange?) -> Bool {
    guard let caption, caption.count >= alt.count else { return false }
    return writer.text[alt.bounds].elementsEqual(writer.text[caption.bounds].prefix(alt.count))
  }

  /// Writes a caption that stands outside a figure's own handling.
  mutating func writeCaption(_ node: NodeID) {
    let start = writer.text.count
    var picture = Illustration()
    readCaption(node, into: &picture)
    addPicture(picture, from: start)
  }

  private mutating func addPicture(_ picture: Illustration, from start: Int) {
    let ranges = [picture.alt, picture.caption, picture.credit].compactMap(\.self)
    guard let first = ranges.first, let last = ranges.last else { return }
    add(Block(first.union(last), role: .caption, content: .illustration(picture)), 0)
  }

  /// Whether a figure holds more than a picture and its caption.
  private func holdsBlocks(_ figure: NodeID) -> Bool {
    var current = tree.node(after: figure, in: figure)
    while let node = current {
      switch tree.tag(of: node) {
      case .table, .pre, .blockquote, .p, .ul, .figure: return true
      case .figcaption: current = tree.node(afterSubtreeOf: node, in: figure)
      default: current = tree.node(after: node, in: figure)
      }
    }
    return false
  }

  /// Parts a caption from the credit that the page marks inside it.
  private mutating func readCaption(_ node: NodeID, into picture: inout Illustration) {
    guard let credit = creditElement(in: node) else {
      picture.caption = words(below: node)
      return
    }
    let own = tree.children(of: node).filter { $0 != credit }
    if survey.textBytes[Int(node.index)] == survey.textBytes[Int(credit.index)] {
      picture.credit = words(below: node)
    } else if tree.parent(of: credit) == node {
      picture.caption = words(of: own)
      picture.credit = words(below: credit)
    } else {
      picture.caption = words(below: node)
    }
  }

  private func creditElement(in node: NodeID) -> NodeID? {
    var current = tree.node(after: node, in: node)
    while let next = current {
      if survey.hints[Int(next.index)].contains(.credit) { return next }
      current = tree.node(after: next, in: node)
    }
    return nil
  }

  private mutating func words(below node: NodeID) -> TextRange? { words(of: [node]) }

  private mutating func words(of nodes: [NodeID]) -> TextRange? {
    let gap = writer.text.count
    writer.begin()
    for node in nodes { writeInlines(below: node) }
    let inlines = writer.finish()
    if inlines.isEmpty { writer.retreat(to: gap) }
    return inlines.isEmpty ? nil : inlines.coveredRange
  }

  private mutating func writeWords(of string: String) -> TextRange? {
    let words = Array(string.utf8)
    let gap = writer.text.count
    writer.begin()
    writer.write(words, 0..<words.count)
    let inlines = writer.finish()
    if inlines.isEmpty { writer.retreat(to: gap) }
    return inlines.isEmpty ? nil : inlines.coveredRange
  }

  /// The size that the page gives; nil where it gives none in whole pixels.
  private func pictureSize(_ node: NodeID) -> PictureSize? {
    let sides = [KnownAttribute.width, .height].map { name in
      tree.string(of: name, in: node).flatMap { Int($0) } ?? 0
    }
    return PictureSize(width: sides[0], height: sides[1])
  }

  private func pictureAddress(_ node: NodeID) -> String? {
    let address = tree.string(of: .dataSrc, in: node) ?? tree.string(of: .src, in: node)
    guard let address, !address.hasPrefix("data:"), !address.isEmpty else { return nil }
    return resolver.resolve(address)
  }
}

// MARK: - Code

extension PageBlockBuilder {
  /// Writes preformatted text as it stands; false where there is none.
  mutating func writeCode(_ node: NodeID) -> Bool {
    let words = Array(tree.text(in: node).utf8)
    guard let first = words.firstIndex(where: { $0 > 0x20 }),
      let last = words.lastIndex(where: { $0 > 0x20 })
    else { return false }
    let lineStart = words[..<first].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    writer.begin()
    let start = writer.text.count
    writer.writeVerbatim(words[lineStart...last])
    let range = TextRange(start, writer.text.count)
    add(Block(range, role: .body, content: .code(range, language: language(of: node))), 0)
    return true
  }

  /// "language-swift" or "lang-swift" among the classes of the element or of the code in it.
  private func language(of node: NodeID) -> String? {
    for element in [node, tree.firstElement(.code, in: node)].compactMap(\.self) {
      let classes = tree.string(survey.names.classes, of: element) ?? ""
      for name in classes.split(separator: " ") {
        for prefix in ["language-", "lang-"] where name.hasPrefix(prefix) {
          return String(name.dropFirst(prefix.count))
        }
      }
    }
    return nil
  }
}
