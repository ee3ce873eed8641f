extension Collection where Element == String {
  /// The member that a misspelt name most likely meant, or nil if none is close.
  public func nearest(to name: String) -> String? {
    let scored = map { ($0, editDistance(Array($0.utf8), Array(name.utf8))) }
    guard let best = scored.min(by: { $0.1 < $1.1 }) else { return nil }
    return best.1 <= (name.utf8.count + 1) / 3 ? best.0 : nil
  }
}

/// The number of bytes to insert, remove or replace to turn one into the other.
private func editDistance(_ left: [UInt8], _ right: [UInt8]) -> Int {
  var previous = Array(0...right.count)
  for (row, byte) in left.enumerated() {
    var current = [row + 1]
    for (column, other) in right.enumerated() {
      let replaced = previous[column] + (byte == other ? 0 : 1)
      current.append(Swift.min(replaced, previous[column + 1] + 1, current[column] + 1))
    }
    previous = current
  }
  return previous[right.count]
}
