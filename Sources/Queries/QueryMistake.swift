/// Why a query cannot be read, and where.
public struct QueryMistake: Error, Hashable, Sendable, CustomStringConvertible {
  /// One sentence.
  public var sentence: String
  /// The column of the mistake in Unicode scalars, from 1.
  public var column: Int

  /// Makes a mistake.
  public init(_ sentence: String, column: Int) {
    self.sentence = sentence
    self.column = column
  }

  /// The sentence with its column.
  public var description: String { "Column \(column): \(sentence)" }
}

/// The name that was probably meant: at most two letters apart.
func nearest(_ name: String, among known: [String]) -> String? {
  let ranked = known.map { (distance(name, $0), $0) }.filter { $0.0 <= 2 && $0.0 < $0.1.count }
  return ranked.min { $0.0 < $1.0 }?.1
}

/// How many letters must change for one word to become the other. The words are short.
private func distance(_ first: String, _ second: String) -> Int {
  let second = Array(second.unicodeScalars)
  var row = Array(0...second.count)
  for (line, left) in first.unicodeScalars.prefix(40).enumerated() {
    var diagonal = row[0]
    row[0] = line + 1
    for (column, right) in second.enumerated() {
      let kept = diagonal + (left == right ? 0 : 1)
      diagonal = row[column + 1]
      row[column + 1] = min(kept, min(diagonal, row[column]) + 1)
    }
  }
  return row[second.count]
}
