import Articles
import Excerpts
import Foundation
import Testing

/// What the marked articles must give at least, in F1 per cent, by part; measured values lie a
/// little above.
private let floors: [[String: Double]] = [
  [
    "value": 98, "value+unit": 89, "bound": 98, "change": 97, "source": 84, "time": 78, "base": 82,
    "conversion": 97, "rejected": 90,
  ],
  [
    "value": 98, "value+unit": 85, "bound": 97, "change": 95, "source": 89, "time": 78, "base": 69,
    "conversion": 98, "rejected": 88,
  ],
  [
    "value": 97, "value+unit": 86, "bound": 96, "change": 95, "source": 82, "time": 70, "base": 74,
    "conversion": 98, "rejected": 85,
  ],
]

private let parts = [
  "even articles (tuned on)", "odd articles (tuned on too)", "articles from 67 (marked later)",
]

private let measures = [
  "value", "value+unit", "bound", "change", "source", "time", "base", "conversion", "rejected",
]

/// The marked articles of one part: 0 for even numbers, 1 for odd ones, on which rules were tuned
/// one after the other, and 2 for those from 67 on, of which rules have seen the first ten.
private func articles(part: Int) throws -> [MarkedFigures] {
  let url = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Fixtures/figures")
  return try FileManager.default.contentsOfDirectory(at: url, includingPropertiesForKeys: nil)
    .filter { $0.pathExtension == "marked" }
    .sorted { $0.lastPathComponent < $1.lastPathComponent }
    .map(MarkedFigures.init).filter { ($0.number > 66 ? 2 : $0.number % 2) == part }
}

@Test(arguments: [0, 1, 2])
func markedArticlesGiveTheirFigures(part: Int) throws {
  var byGenre: [String: [String: Tally]] = [:]
  for article in try articles(part: part) {
    let found = findExcerpts(in: article.document)
    byGenre[article.genre, default: [:]].merge(tallies(of: article, found)) { $0 + $1 }
  }
  var total: [String: Tally] = [:]
  for tallies in byGenre.values { total.merge(tallies) { $0 + $1 } }
  print("Figures, \(parts[part])")
  for (genre, tallies) in byGenre.sorted(by: { $0.key < $1.key }) { report(genre, tallies) }
  report("all", total)
  for (measure, floor) in floors[part] {
    #expect(total[measure]?.score ?? 0 >= floor, "\(measure)")
  }
}

private func report(_ name: String, _ tallies: [String: Tally]) {
  let scores = measures.map { measure in
    "\(measure) \(tallies[measure].map { String(format: "%.1f", $0.score) } ?? "-")"
  }
  let padded = name.padding(toLength: 10, withPad: " ", startingAt: 0)
  print("  \(padded)", scores.joined(separator: "  "))
}

/// Compares what was found in one article with its marks.
private func tallies(of article: MarkedFigures, _ found: FoundExcerpts) -> [String: Tally] {
  var tallies = Dictionary(uniqueKeysWithValues: measures.map { ($0, Tally()) })
  var places: [Int: Int] = [:]
  var free = Set(found.figures.indices)
  for (number, figure) in article.figures.sorted(by: { $0.key < $1.key }) {
    guard let place = free.sorted().first(where: { found.figures[$0].range.overlaps(figure.range) })
    else { continue }
    free.remove(place)
    places[number] = place
  }
  for (number, gold) in article.figures {
    let figure = places[number].map { found.figures[$0] }
    compare(gold.row, figure, in: article, conversionAt: { places[$0] }, &tallies)
  }
  for place in free { add(made: found.figures[place], &tallies) }
  for (range, reason) in article.rejected {
    let same = found.rejectedNumbers.first { $0.range.overlaps(range) }
    tallies["rejected"]?.add(right: same?.reason.rawValue == reason, found: same != nil)
  }
  return tallies
}

private func compare(
  _ row: MarkedFigures.Row, _ figure: Figure?, in article: MarkedFigures,
  conversionAt place: (Int) -> Int?, _ tallies: inout [String: Tally]
) {
  let isFound = figure != nil
  let isValue = figure.map { isSame($0.value, row.value) } ?? false
  func add(_ measure: String, _ right: Bool) {
    tallies[measure]?.add(right: right, found: isFound)
  }
  add("value", isValue)
  add("value+unit", isValue && isSameUnit(figure?.unit, row.unit))
  add("bound", isValue && figure?.bound.rawValue == row.bound)
  add("change", isValue && figure?.change?.rawValue == row.change)
  func addWords(_ measure: String, _ expected: String?, _ range: TextRange?) {
    let words = range.map { String(article.document.words(in: $0)) }
    let isRight = expected.flatMap { gold in words.map { isSamePhrase(gold, $0) } } ?? false
    tallies[measure]?.add(right: isRight, expected: expected != nil, found: words != nil)
  }
  addWords("source", row.source, figure?.source)
  addWords("time", row.asOf, figure?.asOf)
  let isBase = row.base.map { base in
    figure?.base.map { isSame(.exactly($0), [base]) } ?? false
  }
  tallies["base"]?.add(
    right: isBase ?? false, expected: row.base != nil,
    found: figure?.base != nil)
  tallies["conversion"]?.add(
    right: row.conversionOf.map { place($0) == figure?.conversionOf } ?? false,
    expected: row.conversionOf != nil, found: figure?.conversionOf != nil)
}

/// A figure that no mark names counts against every measure that it has something for.
private func add(made figure: Figure, _ tallies: inout [String: Tally]) {
  for measure in ["value", "value+unit", "bound", "change"] {
    tallies[measure]?.add(right: false, expected: false)
  }
  tallies["source"]?.add(right: false, expected: false, found: figure.source != nil)
  tallies["time"]?.add(right: false, expected: false, found: figure.asOf != nil)
  tallies["base"]?.add(right: false, expected: false, found: figure.base != nil)
  tallies["conversion"]?.add(right: false, expected: false, found: figure.conversionOf != nil)
}

private func isSame(_ value: Figure.Value, _ expected: [Double]) -> Bool {
  let numbers: [Double] =
    switch value {
    case .exactly(let number): [number]
    case .between(let low, let high): [low, high]
    }
  return numbers.count == expected.count
    && zip(numbers, expected).allSatisfy { abs($0 - $1) <= 1e-5 * max(abs($0), abs($1)) }
}

private func isSameUnit(_ unit: String?, _ expected: String) -> Bool {
  let alike = ["person": "people", "tonne": "metric ton", "pound": "pound-mass"]
  func plain(_ name: String) -> String { alike[name] ?? name }
  return plain(unit ?? "-") == plain(expected)
}

/// Whether two phrases are the same up to determiners and case, or one holds the other.
func isSamePhrase(_ expected: String, _ found: String) -> Bool {
  func plain(_ phrase: String) -> String {
    let words = phrase.lowercased().replacingOccurrences(of: "’", with: "'")
      .split { !($0.isLetter || $0.isNumber || $0 == "'") }
    return " " + words.filter { !["the", "a", "an"].contains($0) }.joined(separator: " ") + " "
  }
  let (left, right) = (plain(expected), plain(found))
  return left.contains(right) || right.contains(left)
}
