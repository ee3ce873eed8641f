import Articles
import Excerpts
import Foundation
import Testing

/// One article in ten was marked twice, apart from each other: how far the marks agree bounds what
/// a score against them can mean.
@Test func twoMarkingsOfAnArticleAgree() throws {
  let fixtures = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Fixtures")
  let names = try FileManager.default.contentsOfDirectory(
    atPath: fixtures.appendingPathComponent("figures-second").path
  ).filter { $0.hasSuffix(".marked") }
  #expect(names.count >= 6)
  var agreed: [String: Tally] = [:]
  for name in names.sorted() {
    let first = try MarkedFigures(
      contentsOf: fixtures.appendingPathComponent("figures/\(name)"))
    let second = try MarkedFigures(
      contentsOf: fixtures.appendingPathComponent("figures-second/\(name)"))
    #expect(first.document.text == second.document.text, "\(name)")
    for (measure, tally) in agreement(first, second) { agreed[measure, default: Tally()] += tally }
  }
  print("Two markings of the same articles agree in")
  for (measure, tally) in agreed.sorted(by: { $0.key < $1.key }) {
    print("  \(measure) \(String(format: "%.1f", tally.score))")
  }
  let floors: [String: Double] = [
    "value": 98, "unit": 95, "bound": 97, "change": 95, "source": 88, "time": 80, "base": 75,
  ]
  for (measure, floor) in floors { #expect(agreed[measure]?.score ?? 0 >= floor, "\(measure)") }
}

private func agreement(_ first: MarkedFigures, _ second: MarkedFigures) -> [String: Tally] {
  var tallies: [String: Tally] = [:]
  var free = second.figures
  for (range, row) in first.figures.values {
    let match = free.first { $0.value.range.overlaps(range) }
    if let match { free[match.key] = nil }
    let other = match?.value.row
    func add(_ measure: String, _ isSame: Bool) {
      tallies[measure, default: Tally()].add(right: isSame, found: other != nil)
    }
    let isValue = other?.value == row.value
    add("value", isValue)
    add("unit", isValue && other?.unit == row.unit)
    add("bound", isValue && other?.bound == row.bound)
    add("change", isValue && other?.change == row.change)
    func addOptional(_ measure: String, _ left: String?, _ right: String?) {
      let isSame = left.flatMap { left in right.map { isSamePhrase(left, $0) } } ?? false
      tallies[measure, default: Tally()].add(
        right: isSame, expected: left != nil, found: right != nil)
    }
    addOptional("source", row.source, other?.source)
    addOptional("time", row.asOf, other?.asOf)
    addOptional("base", row.base.map { "\($0)" }, other?.base.map { "\($0)" })
  }
  for _ in free {
    for measure in ["value", "unit", "bound", "change"] {
      tallies[measure, default: Tally()].add(right: false, expected: false)
    }
  }
  return tallies
}
