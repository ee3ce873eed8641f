import Articles
import Excerpts
import Foundation

/// An article with its figures marked: `⟦f1:4.7 percent⟧` for a figure, `⟦x-year:2007⟧` for a
/// number that is none, then one row for every figure.
struct MarkedFigures {
  struct Row {
    var value: [Double]
    var bound: String
    var unit: String
    var change: String?
    var source: String?
    var asOf: String?
    var base: Double?
    var conversionOf: Int?
  }

  let number: Int
  let genre: String
  let document: Document
  /// Rows with the places of their marks, by the number of the row.
  private(set) var figures: [Int: (range: TextRange, row: Row)] = [:]
  private(set) var rejected: [(range: TextRange, reason: String)] = []

  init(contentsOf url: URL) throws {
    let content = try String(contentsOf: url, encoding: .utf8)
    let parts = content.components(separatedBy: "\n----\n")
    number = Int(url.lastPathComponent.prefix(2)) ?? 0
    let genreLine = parts[0].split(separator: "\n").first { $0.hasPrefix("genre:") } ?? "genre: ?"
    genre = genreLine.dropFirst(6).trimmingCharacters(in: .whitespaces)
    let (text, marks) = Self.unmarked(parts[1])
    document = Self.document(text)
    let rows = Self.rows(parts.count > 2 ? parts[2] : "")
    for mark in marks {
      if mark.label.hasPrefix("x-") {
        rejected.append((mark.range, String(mark.label.dropFirst(2))))
      } else if let number = Int(mark.label.dropFirst()), let row = rows[number] {
        figures[number] = (mark.range, row)
      }
    }
  }

  /// The text without marks, and every mark's label and place. Marks may nest.
  private static func unmarked(
    _ marked: String
  ) -> (String, [(label: String, range: TextRange)]) {
    var text = ""
    var marks: [(label: String, range: TextRange)] = []
    var open: [(label: String, start: Int)] = []
    var rest = marked[...]
    while let scalar = rest.first {
      rest.removeFirst()
      if scalar == "⟦", let colon = rest.firstIndex(of: ":") {
        open.append((String(rest[..<colon]), text.utf8.count))
        rest = rest[rest.index(after: colon)...]
      } else if scalar == "⟧", let mark = open.popLast() {
        marks.append((mark.label, TextRange(mark.start, text.utf8.count)))
      } else {
        text.append(scalar)
      }
    }
    return (text, marks)
  }

  /// One body paragraph for every paragraph of the text.
  private static func document(_ text: String) -> Document {
    var blocks: [Block] = []
    var start = 0
    for paragraph in text.components(separatedBy: "\n\n") {
      let range = TextRange(start, start + paragraph.utf8.count)
      if !range.isEmpty {
        blocks.append(Block(range, role: .body, content: .paragraph([.text(range)])))
      }
      start = range.upperBound + 2
    }
    return Document(text: text, blocks: blocks)
  }

  private static func rows(_ table: String) -> [Int: Row] {
    var rows: [Int: Row] = [:]
    for line in table.split(separator: "\n") {
      let fields = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      guard fields.count >= 11, let number = Int(fields[0]) else { continue }
      let given = fields.map { $0 == "-" ? nil : $0 }
      rows[number] = Row(
        value: fields[1].components(separatedBy: "..").compactMap(Double.init), bound: fields[2],
        unit: fields[3], change: given[4], source: given[7], asOf: given[8],
        base: given[9].flatMap(Double.init), conversionOf: given[10].flatMap(Int.init))
    }
    return rows
  }
}

/// How often something was found, missed and made up.
struct Tally {
  var right = 0
  var expected = 0
  var found = 0

  mutating func add(right: Bool, expected: Bool = true, found: Bool = true) {
    self.right += right ? 1 : 0
    self.expected += expected ? 1 : 0
    self.found += found ? 1 : 0
  }

  static func += (left: inout Tally, other: Tally) { left = left + other }

  static func + (left: Tally, other: Tally) -> Tally {
    Tally(
      right: left.right + other.right, expected: left.expected + other.expected,
      found: left.found + other.found)
  }

  /// F1 in per cent; 100 where nothing was expected and nothing found.
  var score: Double {
    expected + found == 0 ? 100 : 200 * Double(right) / Double(expected + found)
  }
}
