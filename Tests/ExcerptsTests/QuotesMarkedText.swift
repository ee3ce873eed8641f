import Articles
import Excerpts
import Foundation

/// One row of what a marked article expects: a quotation by number.
struct MarkedQuote {
  var kind: String
  var name: String
  var role: String
  var isAnonymous: Bool
  var via: String
  /// The pieces, mentions and cues with the number, as bytes of the text.
  var pieces: [Range<Int>] = []
  var mentions: [Range<Int>] = []
}

/// An article with marks in it: `⟦q1:words⟧` for a piece, `⟦s1:…⟧` for its speaker's mention,
/// `⟦c1:…⟧` for its cue, `⟦x:…⟧` for marked words that nobody says; then a row a quotation.
struct MarkedArticle {
  var name: String
  var genre = ""
  var text = ""
  var quotes: [Int: MarkedQuote] = [:]
  var notSpeech: [Range<Int>] = []

  /// All marked articles, in the order of their numbers.
  static func all() throws -> [MarkedArticle] {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Fixtures/quotes")
    return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
      .filter { $0.hasSuffix(".marked") }
      .map { name in
        let path = folder.appendingPathComponent(name)
        return MarkedArticle(name, try String(contentsOf: path, encoding: .utf8))
      }
  }

  /// The number that the file's name starts with.
  var number: Int { Int(name.prefix { $0.isNumber }) ?? 0 }

  init(_ name: String, _ source: String) {
    self.name = name
    let parts = source.components(separatedBy: "\n----\n")
    for line in parts[0].split(separator: "\n") where line.hasPrefix("genre: ") {
      genre = String(line.dropFirst(7))
    }
    for row in (parts.count > 2 ? parts[2] : "").split(separator: "\n") { addRow(row) }
    readBody(parts.count > 1 ? parts[1] : "")
  }

  private mutating func addRow(_ row: Substring) {
    let cells = row.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
    guard cells.count == 6, let number = Int(cells[0]) else { return }
    quotes[number] = MarkedQuote(
      kind: cells[1], name: cells[2], role: cells[3], isAnonymous: cells[4] == "anonymous",
      via: cells[5])
  }

  private mutating func readBody(_ body: String) {
    var rest = body[...]
    while let opening = rest.firstIndex(of: "⟦") {
      text += rest[..<opening]
      rest = rest[rest.index(after: opening)...]
      guard let colon = rest.firstIndex(of: ":"), let closing = rest.firstIndex(of: "⟧") else {
        break
      }
      let label = rest[..<colon]
      let start = text.utf8.count
      text += rest[rest.index(after: colon)..<closing]
      note(label, start..<text.utf8.count)
      rest = rest[rest.index(after: closing)...]
    }
    text += rest
  }

  private mutating func note(_ label: Substring, _ range: Range<Int>) {
    let number = Int(label.dropFirst()) ?? 0
    switch label.first {
    case "q": quotes[number]?.pieces.append(range)
    case "s": quotes[number]?.mentions.append(range)
    case "x": notSpeech.append(range)
    default: break
    }
  }
}
