// Lines at the edge of a text that hold nothing but the address it was taken from.

import Articles

extension BlockClassifier {
  /// Marks "https://…" and "Source: https://…" among the first and last lines. Inside the text an
  /// address is part of it.
  mutating func classifyAddresses() {
    let count = candidates.count
    for index in Set(0..<min(4, count)).union(max(0, count - 3)..<count).sorted()
    where isUndecided(index) && isAddressLine(index) && count > 1 {
      mark(index, BlockVerdict(.origin, reason: "where the text was taken from"))
    }
  }

  private func isAddressLine(_ index: Int) -> Bool {
    let candidate = candidates[index]
    guard candidate.range.count <= 500, candidate.marker == .none, !candidate.isFixed,
      !candidate.isMarkedHeading
    else { return false }
    let pieces = bytes[candidate.range.bounds].split(separator: 0x20)
    guard let address = pieces.last, pieces.count <= 2,
      address.starts(with: "https://".utf8) || address.starts(with: "http://".utf8)
    else { return false }
    guard pieces.count == 2 else { return true }
    let label = Formats.tokens(in: candidate.range.bounds, of: bytes, limit: 2)
    return label.count == 2 && Self.addressLabels.contains(label[0].hash)
      && bytes[label[1].range.lowerBound] == 0x3A
  }

  private static let addressLabels = Set(
    ["source", "original", "url", "link", "via", "address", "from"].flatMap(phraseHashes))
}
