// The article as plain text for files, commands and the clipboard. Nothing that a terminal could
// take for a command is among it.

import Articles
import Excerpts
import Screen

extension ReadingState {
  /// The shown blocks, a blank line between them.
  var plainText: String {
    let document = loaded.article.document
    let shown = showsHidden ? document.blocks : document.shownBlocks
    return shown.map { String(document.words(in: $0.range)).harmless }
      .filter { !$0.isEmpty }
      .joined(separator: "\n\n") + "\n"
  }

  /// A file name made of the title.
  var suggestedFileName: String {
    let words = loaded.article.displayTitle.lowercased()
      .split { !($0.isLetter || $0.isNumber) }
    let name = words.prefix(8).joined(separator: "-").prefix(60)
    return (name.isEmpty ? "article" : String(name)) + ".txt"
  }

  /// What an item copies, then where it stands.
  func citation(of item: PanelItem) -> String {
    let metadata = loaded.article.metadata
    let source = [metadata.title, metadata.site, metadata.date?.description, metadata.address]
      .compactMap { $0 }.joined(separator: ", ")
    let lines = [item.copyText, sentence(of: item), source.isEmpty ? nil : source]
    return (lines.compactMap { $0 }.joined(separator: "\n") + "\n").harmless
  }

  /// The sentence of a figure, in quotation marks.
  private func sentence(of item: PanelItem) -> String? {
    guard case .figure(let index) = item.subject else { return nil }
    let document = loaded.article.document
    let range = document.sentences(of: [loaded.excerpts.figures[index]]).first
    return range.map { "“\(PanelLine(document.words(in: $0), .body).text)”" }
  }

  /// The words of the block at the reading line.
  var paragraphAtLine: String? {
    let document = loaded.article.document
    let place = document.blocks.firstPlace { $0.range.upperBound > point }
    guard place < document.blocks.count else { return nil }
    return (String(document.words(in: document.blocks[place].range)) + "\n").harmless
  }
}
