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

  /// The matches in the texts of articles, in order, by place. Asked once for all of them: a prefix
  /// costs the index as much for one article as for many.
  func ranges(in places: [Int64]) throws -> [Int64: [TextRange]] {
    guard let first = places.min(), let last = places.max() else { return [:] }
    let wanted = "[" + places.map(String.init).joined(separator: ",") + "]"
    var found: [Int64: [TextRange]] = [:]
    if let expression {
      let rows = try Row.fetchCursor(
        database.cachedStatement(
          sql: """
            SELECT rowid, CAST(highlight(article_words, 2, char(1), char(2)) AS BLOB)
            FROM article_words WHERE article_words MATCH ? AND rowid BETWEEN ? AND ?
              AND +rowid IN (SELECT value FROM json_each(?))
            """), arguments: ["text : (\(expression))", first, last, wanted])
      while let row = try rows.next() {
        let marked: Data = row[1]
        found[row[0], default: []] += Self.ranges(marked: Array(marked))
      }
    }
    for condition in excerpts {
      try addExcerpts(condition, first..<(last + 1), wanted, to: &found)
    }
    return found.mapValues { $0.sorted() }
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

  private func addExcerpts(
    _ condition: Condition, _ places: Range<Int64>, _ wanted: String,
    to found: inout [Int64: [TextRange]]
  ) throws {
    let table: SQL
    let hits: (source: SQL, key: SQL)
    switch condition {
    case .quote(let pattern):
      table = "quotes"
      hits = (QuoteFilter(pattern).hits, "quote_words.rowid")
    case .figure(let pattern):
      let filter = FigureFilter(pattern)
      guard filter.expression != nil else { return try addFigures(filter, wanted, to: &found) }
      table = "figures"
      hits = filter.hits
    default: return
    }
    let query: SQL = """
      SELECT key >> 16, first_byte, end_byte FROM \(table) WHERE key IN (
        SELECT \(hits.key) FROM \(hits.source)
          AND \(hits.key) BETWEEN \(places.lowerBound << 16) AND \(places.upperBound << 16)
          AND \(hits.key) >> 16 IN (SELECT value FROM json_each(\(wanted))))
      """
    for row in try SQLRequest<Row>(literal: query, cached: true).fetchAll(database) {
      found[row[0], default: []].append(TextRange(row[1], row[2]))
    }
  }
}

extension Matches {
  /// Figures of some articles by their value alone: article by article, since those between the
  /// first and the last of them may be a million.
  private func addFigures(
    _ filter: FigureFilter, _ wanted: String, to found: inout [Int64: [TextRange]]
  ) throws {
    let query: SQL = """
      SELECT place.value, first_byte, end_byte FROM json_each(\(wanted)) AS place
      CROSS JOIN figures
        ON figures.key BETWEEN place.value << 16 AND (place.value << 16) | 65535
      WHERE \(filter.value ?? "1")
      """
    for row in try SQLRequest<Row>(literal: query, cached: true).fetchAll(database) {
      found[row[0], default: []].append(TextRange(row[1], row[2]))
    }
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

  /// Takes the words from a little before the first match on, rather without the headline, which
  /// stands above them in every list.
  init(of text: [UInt8], title: String?, matches: [TextRange]) {
    let beginning = Self.end(of: title, in: text)
    let first = matches.first { $0.lowerBound >= beginning }?.lowerBound ?? beginning
    var start = max(beginning, first - Self.length / 4)
    while start > beginning, start < first, text[start - 1] > 0x20 { start += 1 }
    var end = min(text.count, start + Self.length)
    while end < text.count, text[end] > 0x20, end < start + Self.length + 40 { end += 1 }
    while end < text.count, end > start, text[end] & 0xC0 == 0x80 { end -= 1 }
    var bytes: [UInt8] = start > beginning ? Array("… ".utf8) : []
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
      guard match.lowerBound >= start, match.lowerBound < end, let lower = places[match.lowerBound]
      else { return nil }
      return TextRange(lower, places[min(match.upperBound, end)] ?? bytes.count)
    }
  }

  /// Where the words behind the headline begin, if it is a line of its own near the beginning and
  /// words follow; else the beginning.
  private static func end(of title: String?, in text: [UInt8]) -> Int {
    let title = Array((title ?? "").utf8)
    guard !title.isEmpty, title.count < text.count else { return 0 }
    let last = min(text.count - title.count, 1000)
    let place = (0..<last).first { place in
      (place == 0 || text[place - 1] == 0x0A) && text[place + title.count] == 0x0A
        && text[place..<(place + title.count)].elementsEqual(title)
    }
    guard let place else { return 0 }
    return text[(place + title.count)...].firstIndex { $0 > 0x20 } ?? 0
  }
}
