import Articles
import Formats
import Foundation
import Testing

/// The role that a person gave to a line of a scrape.
private struct LabelledLine: Hashable {
  var scrape: String
  var line: Int
}

private func labels(_ name: String) throws -> [LabelledLine: String] {
  let url = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Labels/\(name).tsv")
  var found: [LabelledLine: String] = [:]
  for row in try String(contentsOf: url, encoding: .utf8).split(separator: "\n") {
    let fields = row.split(separator: "\t")
    guard fields.count == 3, let line = Int(fields[1]) else { continue }
    found[LabelledLine(scrape: String(fields[0]), line: line)] = String(fields[2])
  }
  return found
}

private struct Scrape: Decodable {
  var id: String
  var text: String
}

/// The scrapes with these names, unpacked by the system's own tool.
private func scrapes(_ names: Set<String>) throws -> [String: String] {
  let file = SharedData.folder?.appendingPathComponent("scrapes/news-scrapes.dev.jsonl.xz")
  let process = Process()
  process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
  process.arguments = ["xz", "-dc", file?.path ?? ""]
  let pipe = Pipe()
  process.standardOutput = pipe
  try process.run()
  let data = pipe.fileHandleForReading.readDataToEndOfFile()
  process.waitUntilExit()
  var texts: [String: String] = [:]
  // Decoding is slow: only rows that open with a wanted name are decoded.
  for row in data.split(separator: 0x0A) {
    let opening = row.prefix(40).split(separator: 0x22).map { String(decoding: $0, as: UTF8.self) }
    guard opening.contains(where: names.contains) else { continue }
    let scrape = try JSONDecoder().decode(Scrape.self, from: row)
    if names.contains(scrape.id) { texts[scrape.id] = scrape.text }
  }
  return texts
}

/// How lines were labelled and what they were taken for.
private struct Score {
  var counts: [String: (agreed: Int, taken: Int, labelled: Int)] = [:]
  var lostBodyLines = 0

  mutating func add(label: String, role: String, isHidden: Bool) {
    counts[label, default: (0, 0, 0)].labelled += 1
    counts[role, default: (0, 0, 0)].taken += 1
    if label == role { counts[label, default: (0, 0, 0)].agreed += 1 }
    if label == "body", isHidden { lostBodyLines += 1 }
  }

  /// Micro-averaged F1, which is accuracy as every line has one label and one role.
  var agreement: Double {
    let agreed = counts.values.reduce(0) { $0 + $1.agreed }
    return Double(agreed) / Double(max(1, counts.values.reduce(0) { $0 + $1.labelled }))
  }

  var report: String {
    let rows = counts.sorted { $0.key < $1.key }.map { role, count in
      let f1 = 2 * Double(count.agreed) / Double(max(1, count.taken + count.labelled))
      return "  \(role): \(count.labelled) labelled, F1 \((f1 * 1000).rounded() / 1000)"
    }
    let total = (agreement * 1000).rounded() / 1000
    return (["F1 \(total), body lines lost \(lostBodyLines)"] + rows).joined(separator: "\n")
  }
}

@Test(
  .enabled(if: SharedData.bytes("scrapes/news-scrapes.dev.jsonl.xz") != nil, "No scrapes here."),
  arguments: ["tune", "held", "fresh"])
func labelledScrapesAreToldApart(_ name: String) throws {
  let labels = try labels(name)
  var score = Score()
  for (id, text) in try scrapes(Set(labels.keys.map(\.scrape))) {
    let article = try parse(SourceBytes(bytes: Array(text.utf8), name: "\(id).txt"))
    for (line, range) in lineRanges(of: text) {
      guard let label = labels[LabelledLine(scrape: id, line: line)] else { continue }
      let role = article.document.role(covering: range)
      score.add(label: label, role: role?.rawValue ?? "none", isHidden: role?.isHidden ?? true)
    }
  }
  print("\(name): \(score.report)")
  #expect(score.agreement > 0.95)
  let bodyLines = score.counts["body"]?.labelled ?? 0
  #expect(score.lostBodyLines * 1000 <= bodyLines * 3)
}

/// The lines that are not blank, with their numbers from 1.
private func lineRanges(of text: String) -> [(Int, TextRange)] {
  var found: [(Int, TextRange)] = []
  var start = 0
  for (number, line) in text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
    .enumerated()
  {
    let range = TextRange(start, start + line.count)
    if line.contains(where: { $0 > 0x20 }) { found.append((number + 1, range)) }
    start = range.upperBound + 1
  }
  return found
}

extension Document {
  /// The role of the block that covers most of a line.
  fileprivate func role(covering line: TextRange) -> BlockRole? {
    let covering = blocks.compactMap { block in
      block.range.intersection(line).map { (block.role, $0.count) }
    }
    return covering.max { $0.1 < $1.1 }?.0
  }
}
