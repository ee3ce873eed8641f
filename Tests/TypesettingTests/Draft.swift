import Articles
import Typesetting

/// Builds a document piece by piece, so that tests need not count bytes.
struct Draft {
  var text = ""
  var blocks: [Block] = []
  var metadata = Metadata()

  /// Adds words to the text.
  mutating func words(_ words: String) -> TextRange {
    let start = text.utf8.count
    text += words
    return TextRange(start, text.utf8.count)
  }

  /// Adds words and a line break after them.
  mutating func line(_ line: String) -> TextRange {
    defer { text += "\n" }
    return words(line)
  }

  /// A paragraph of plain words.
  mutating func paragraph(_ line: String, role: BlockRole = .body, reason: String? = nil) -> Block {
    let range = self.line(line)
    return Block(range, role: role, reason: reason, content: .paragraph([.text(range)]))
  }

  /// Adds a paragraph of plain words.
  mutating func add(_ line: String, role: BlockRole = .body, reason: String? = nil) {
    blocks.append(paragraph(line, role: role, reason: reason))
  }

  /// Adds a block of any shape that starts where the text ended before.
  mutating func add(from start: Int, role: BlockRole = .body, _ content: BlockContent) {
    blocks.append(Block(TextRange(start, text.utf8.count), role: role, content: content))
  }

  var article: Article {
    let document = Document(text: text, blocks: blocks)
    return Article(
      id: ArticleID("-"), parsed: ParsedArticle(metadata: metadata, document: document))
  }
}

extension TypesetArticle {
  /// Every row from the first to the last.
  var allRowIDs: [RowID] {
    var ids = [firstRow]
    let last = lastRow
    while let id = ids.last, id < last { ids.append(advance(id, by: 1)) }
    return ids
  }

  /// Every row as text, with a bar at the left so that indents show.
  var page: String { allRowIDs.map { "|" + row($0).plainText + "\n" }.joined() }
}

/// The rows of one verbatim text below the line of details.
func paragraphRows(_ text: String, measure: Int) -> [String] {
  var draft = Draft()
  draft.add(text)
  let typeset = TypesetArticle(article: draft.article, measure: measure)
  return typeset.allRowIDs.filter { $0.block > 0 }.map { typeset.row($0).plainText }
    .filter { !$0.isEmpty }
}
