// One saved page of the training data with the text or the segments that people marked as its
// article, and what that says of each block that the reader finds on it.

import Formats
import Foundation

/// A page whose article is known.
struct MarkedPage {
  /// What the sieve sees of its blocks.
  let samples: [SieveSample]
  /// Whether each block is the article's, and how much that counts; nil where nobody knows.
  let labels: [(isArticle: Bool, weight: Double)?]

  /// Blocks of pages that hold no article in the narrow sense count less.
  private static let otherKinds = 0.4
  private static let segmentWeight = 60.0

  /// Reads a line of the gold data; nil where it is none.
  init?(line: Substring, folder: URL, ids: Set<String>) {
    guard let gold = try? JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any],
      let id = gold["id"] as? String, ids.contains(id), let path = gold["path"] as? String,
      let bytes = try? Data(contentsOf: folder.appendingPathComponent(path))
    else { return nil }
    samples = sieveSamples(
      of: SourceBytes(bytes: Array(bytes), name: id, declaredType: "text/html"))
    let found =
      if let text = gold["text"] as? String, gold["set"] as? String != "trafilatura" {
        Self.labels(of: samples, text: text)
      } else {
        Self.labels(
          of: samples, wanted: gold["with"] as? [String] ?? [],
          unwanted: gold["without"] as? [String] ?? [])
      }
    let kind = gold["kind"] as? String
    let isOther = gold["set"] as? String == "wcxb" && kind != nil && kind != "article"
    labels = Self.balanced(found, by: isOther ? Self.otherKinds : 1, samples)
  }

  /// A page counts as a whole, and its long blocks more than its short ones.
  private static func balanced(
    _ labels: [(isArticle: Bool, weight: Double)?], by factor: Double, _ samples: [SieveSample]
  ) -> [(isArticle: Bool, weight: Double)?] {
    let damped = zip(labels, samples).map { label, sample in
      sample.traits.isEmpty ? nil : label.map { ($0.isArticle, pow($0.weight, 0.6)) }
    }
    let sum = damped.reduce(0) { $0 + ($1?.1 ?? 0) }
    return damped.map { label in
      label.map { ($0.0, factor * (0.7 * $0.1 / max(sum, 1e-9) + 0.3 * $0.1 / 60)) }
    }
  }

  /// By runs of four words that the marked text has too; shorter blocks must stand in it whole.
  private static func labels(of samples: [SieveSample], text: String)
    -> [(isArticle: Bool, weight: Double)?]
  {
    let gold = words(of: text)
    let runs = Set(runs(gold))
    let joined = " " + gold.joined(separator: " ") + " "
    return samples.map { sample in
      let own = words(of: sample.words)
      guard !own.isEmpty else { return nil }
      guard own.count >= 4 else {
        return (joined.contains(" " + own.joined(separator: " ") + " "), Double(own.count) * 0.7)
      }
      let found = Self.runs(own)
      let share = Double(found.count(where: runs.contains)) / Double(found.count)
      let isClear = share <= 0.3 || share >= 0.7
      return (share > 0.5, Double(own.count) * (isClear ? 1 : 0.3))
    }
  }

  private static func labels(of samples: [SieveSample], wanted: [String], unwanted: [String])
    -> [(isArticle: Bool, weight: Double)?]
  {
    let wanted = wanted.map { words(of: $0).joined(separator: " ") }
    let unwanted = unwanted.map { words(of: $0).joined(separator: " ") }
    return samples.map { sample in
      let own = words(of: sample.words).joined(separator: " ")
      if wanted.contains(where: { own.contains($0) || (own.utf8.count > 25 && $0.contains(own)) }) {
        return (true, segmentWeight)
      }
      return unwanted.contains { own.contains($0) } ? (false, segmentWeight) : nil
    }
  }

  private static func words(of text: String) -> [String] {
    text.unicodeScalars.split { !$0.properties.isAlphabetic && $0.properties.numericType == nil }
      .map { String(String.UnicodeScalarView($0)) }
  }

  private static func runs(_ words: [String]) -> [[String]] {
    guard words.count >= 4 else { return [] }
    return (0...(words.count - 4)).map { Array(words[$0..<($0 + 4)]) }
  }
}
