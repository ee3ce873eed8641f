// Where a query's words stand in an article. SQLite marks them, since it alone knows its stems; the
// marks are taken out again and become ranges.

internal import Articles
internal import FoundationEssentials
internal import GRDB
internal import Queries

struct Matches {
  let database: Database
  /// What is looked for in texts; nil where the query has no words for them.
  private let expression: String?
  private let excerpts: [Condition]

  init(_ database: Database, _ query: Query) {
    self.database = database
    let words = query.wantedConditions
    let texts = words.compactMap { condition -> String? in
      guard case .words(let pattern, .anywhere) = condition else { return nil }
      return pattern.expression
    }
    expression = texts.isEmpty ? nil : texts.joined(separator: " OR ")
    excerpts = words.filter { condition in
      switch condition {
      case .quote, .figure: true
      default: false
      }
    }
  }

  /// The matches in an article's text, in order.
  func ranges(in article: Int64, place: Place) throws -> [TextRange] {
    let found = try wordRanges(place) + excerptRanges(place)
    return found.sorted()
  }

  private func wordRanges(_ place: Place) throws -> [TextRange] {
    guard let expression else { return [] }
    let statement = try database.cachedStatement(
      sql: """
        SELECT CAST(highlight(article_words, 2, char(1), char(2)) AS BLOB)
        FROM article_words WHERE article_words MATCH ? AND rowid = ?
        """)
    guard
      let marked = try Data.fetchOne(statement, arguments: ["text : (\(expression))", place.value])
    else { return [] }
    return Self.ranges(marked: Array(marked))
  }

  /// Reads ranges off a text with a 1 before and a 2 after each match. A text that holds these
  /// itself shifts what follows it; no source has them but by accident.
  private static func ranges(marked: [UInt8]) -> [TextRange] {
    var ranges: [TextRange] = []
    var start: Int?
    var offset = 0
    for byte in marked {
      switch byte {
      case 1: start = offset
      case 2:
        if let first = start { ranges.append(TextRange(first, offset)) }
        start = nil
      default: offset += 1
      }
    }
    return ranges
  }

  private func excerptRanges(_ place: Place) throws -> [TextRange] {
    var ranges: [TextRange] = []
    for condition in excerpts {
      let query: SQL
      switch condition {
      case .quote(let pattern):
        query = """
          SELECT first_byte, end_byte FROM quote_words CROSS JOIN quotes ON key = quote_words.rowid
          WHERE quote_words MATCH \(QuoteFilter(pattern).expression)
          """
      case .figure(let pattern):
        let filter = FigureFilter(pattern)
        let value = filter.value ?? "1"
        if let expression = filter.expression {
          query = """
            SELECT first_byte, end_byte
            FROM figure_words CROSS JOIN figures ON key = figure_words.rowid
            WHERE figure_words MATCH \(expression) AND \(value)
            """
        } else {
          query = "SELECT first_byte, end_byte FROM figures WHERE \(value)"
        }
      default: continue
      }
      let own: SQL = "\(query) AND key BETWEEN \(place.key(0)) AND \(place.key(65535))"
      let rows = try SQLRequest<Row>(literal: own, cached: true).fetchAll(database)
      ranges += rows.map { TextRange($0[0], $0[1]) }
    }
    return ranges
  }
}

extension Query {
  /// The conditions that are to hold, those under a "not" left out.
  var wantedConditions: [Condition] {
    switch self {
    case .everything, .not: []
    case .condition(let condition): [condition]
    case .all(let inner), .any(let inner): inner.flatMap(\.wantedConditions)
    }
  }
}

/// Some words of a text around its matches, on one line.
struct Snippet {
  private(set) var text = ""
  private(set) var matches: [TextRange] = []

  /// How many bytes of the text are taken, more or less.
  static let length = 160

  /// Takes the words from a little before the first match on.
  init(of text: [UInt8], matches: [TextRange]) {
    let first = matches.first?.lowerBound ?? 0
    var start = max(0, first - Self.length / 4)
    while start > 0, start < first, text[start - 1] > 0x20 { start += 1 }
    var end = min(text.count, start + Self.length)
    while end < text.count, text[end] > 0x20, end < start + Self.length + 40 { end += 1 }
    while end < text.count, end > start, text[end] & 0xC0 == 0x80 { end -= 1 }
    var bytes: [UInt8] = start > 0 ? Array("… ".utf8) : []
    var places = [Int: Int]()
    for offset in start..<end {
      places[offset] = bytes.count
      let isBlank = text[offset] <= 0x20
      if !isBlank || bytes.last != 0x20 && !bytes.isEmpty {
        bytes.append(isBlank ? 0x20 : text[offset])
      }
    }
    places[end] = bytes.count
    if end < text.count { bytes += Array(" …".utf8) }
    self.text = String(decoding: bytes, as: UTF8.self)
    self.matches = matches.compactMap { match in
      guard match.lowerBound < end, let lower = places[match.lowerBound] else { return nil }
      return TextRange(lower, places[min(match.upperBound, end)] ?? bytes.count)
    }
  }
}
