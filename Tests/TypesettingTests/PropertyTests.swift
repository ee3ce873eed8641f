import Articles
import GoldenTesting
import Screen
import Testing
import Typesetting

private let seeds: [UInt64] = Array(0..<30)
private let measures = [1, 2, 5, 20, 72]

private func typesetArticles(_ seed: UInt64) -> [TypesetArticle] {
  var maker = RandomArticle(seed: seed)
  let article = maker.article()
  return measures.map { measure in
    var typeset = TypesetArticle(article: article, measure: measure, showsHidden: seed % 2 == 0)
    typeset.prepare(from: typeset.firstRow, count: 100_000)
    return typeset
  }
}

@Test(arguments: seeds)
func noRowIsWiderThanTheMeasureAndFramesAgree(seed: UInt64) {
  for typeset in typesetArticles(seed) {
    for id in typeset.allRowIDs {
      let row = typeset.row(id)
      var frame = Frame(size: Size(width: typeset.measure, height: 1))
      let end = row.spans.reduce(0) { column, span in
        frame.draw(span.text, column: column, row: 0, ink: Ink(span.role))
      }
      if row.width > typeset.measure || end != row.width {
        Issue.record("\(id) at \(typeset.measure): \(row.width) columns, \(end) drawn")
      }
    }
  }
}

@Test(arguments: seeds)
func everyWordIsShownOnceAndInOrder(seed: UInt64) {
  for typeset in typesetArticles(seed) {
    let text = typeset.article.document.text
    var shown: [Int] = []
    var isVerbatim = true
    var isOrdered = true
    for span in typeset.allRowIDs.flatMap({ typeset.row($0).spans }) {
      guard let range = span.range else { continue }
      if span.isVerbatim, span.text != "\u{FFFD}", span.text != " " {
        isVerbatim = isVerbatim && span.text.utf8.elementsEqual(text.slice(range).utf8)
      }
      isOrdered = isOrdered && (shown.last ?? -1) < range.lowerBound
      shown += range.bounds
    }
    let missing = Set(typeset.wordBytes).subtracting(shown)
    #expect(isVerbatim)
    #expect(isOrdered)
    #expect(missing.isEmpty, "\(missing.sorted()) at \(typeset.measure)")
  }
}

@Test(arguments: seeds)
func rowsAndPositionsInvert(seed: UInt64) {
  for typeset in typesetArticles(seed) {
    let wrongRows = typeset.allRowIDs.filter { id in
      guard let range = typeset.row(id).range else { return false }
      return typeset.rowID(at: typeset.position(of: id)) != id
        || typeset.rows(of: range) != id...id
    }
    #expect(wrongRows.isEmpty, "at \(typeset.measure)")
    let wrongBytes = typeset.wordBytes.filter { byte in
      typeset.row(typeset.rowID(at: byte)).range?.contains(byte) != true
    }
    #expect(wrongBytes.isEmpty, "at \(typeset.measure)")
  }
}

@Test(arguments: seeds)
func columnsAndPositionsInvert(seed: UInt64) {
  for typeset in typesetArticles(seed) {
    for id in typeset.allRowIDs {
      let row = typeset.row(id)
      let showsGlyphs = row.spans.contains { $0.range != nil && $0.text.columns > 0 }
      let wrong = (0..<row.width).filter { column in
        guard showsGlyphs, let position = row.position(atColumn: column) else { return showsGlyphs }
        let columns = row.columns(of: TextRange(position, position + 1))
        return columns.map { row.position(atColumn: $0.lowerBound) } != position
      }
      if !wrong.isEmpty { Issue.record("\(id) at \(typeset.measure): columns \(wrong)") }
    }
  }
}

@Test(arguments: seeds)
func highlightsChangeNoCharacterAndNoWidth(seed: UInt64) {
  var random = SeededGenerator(state: seed)
  for typeset in typesetArticles(seed) {
    let length = typeset.article.document.text.utf8.count
    let highlights = (0..<4).map { _ in
      let start = Int.random(in: 0...length, using: &random)
      return Highlight(
        TextRange(start, start + Int.random(in: 0...9, using: &random)), role: .quote)
    }
    for id in typeset.allRowIDs {
      let row = typeset.row(id)
      let pieces = row.spans(highlighting: highlights)
      let isSame = pieces.map { String($0.text) }.joined() == row.plainText
      let width = pieces.reduce(0) { $0 + $1.text.columns }
      if !isSame || width != row.width { Issue.record("\(id) at \(typeset.measure)") }
    }
  }
}

@Test(arguments: seeds)
func whatIsPreparedEqualsWhatIsNot(seed: UInt64) {
  var random = SeededGenerator(state: seed)
  for typeset in typesetArticles(seed) {
    let ids = typeset.allRowIDs
    let fresh = typeset.resized(to: typeset.measure)
    var partly = fresh
    guard let first = ids.randomElement(using: &random) else { continue }
    partly.prepare(from: first, count: Int.random(in: 0...10, using: &random))
    for id in (0..<5).compactMap({ _ in ids.randomElement(using: &random) }) {
      #expect(fresh.row(id) == typeset.row(id))
      #expect(partly.row(id) == typeset.row(id))
      #expect(partly.advance(first, by: 7) == typeset.advance(first, by: 7))
      #expect(partly.lastRow == ids.last)
    }
    #expect(partly == typeset)
  }
}

extension TypesetArticle {
  /// The bytes of everything that is no white space in the leaves of shown blocks.
  fileprivate var wordBytes: [Int] {
    var ranges: [TextRange] = []
    let document = Document(
      text: article.document.text,
      blocks: showsHidden ? article.document.blocks : article.document.shownBlocks)
    document.walk { node, _ in ranges += node.leaves }
    var bytes: [Int] = []
    for range in ranges {
      var offset = range.lowerBound
      for scalar in document.words(in: range).unicodeScalars {
        let count = UTF8.width(scalar)
        if !scalar.properties.isWhitespace { bytes += offset..<(offset + count) }
        offset += count
      }
    }
    return bytes
  }
}

extension DocumentNode {
  fileprivate var leaves: [TextRange] {
    switch self {
    case .inline(.text(let range)), .inline(.code(let range)), .inline(.image(let range, _)):
      [range]
    case .block(let block):
      switch block.content {
      case .code(let range, _): [range]
      case .illustration(let words): [words.alt, words.caption, words.credit].compactMap { $0 }
      case .paragraph, .heading, .list, .quotation, .table, .rule: []
      }
    case .inline: []
    }
  }
}
