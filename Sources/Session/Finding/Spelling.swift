/// Finds the word that somebody probably meant.
enum Spelling {
  /// The nearest of some words: within two letters or, in long words, a third of them; nil where
  /// none is near.
  static func nearest(to word: String, among words: [String]) -> String? {
    let limit = word.count < 3 ? 1 : max(2, word.count / 3)
    let distances = words.map { (word: $0, distance: distance(Array(word), Array($0))) }
    let best = distances.min { $0.distance < $1.distance }
    return best.flatMap { $0.distance <= limit ? $0.word : nil }
  }

  /// "Did you mean …?" with a blank before it, or nothing.
  static func suggestion(for word: String, among words: [String]) -> String {
    nearest(to: word, among: words).map { " Did you mean “\($0)”?" } ?? ""
  }

  /// Insertions, removals and replacements between two short words.
  private static func distance(_ left: [Character], _ right: [Character]) -> Int {
    guard left.count <= 64, right.count <= 64 else { return Int.max }
    var row = Array(0...right.count)
    for (place, letter) in left.enumerated() {
      var previous = row[0]
      row[0] = place + 1
      for column in right.indices {
        let replaced = previous + (letter == right[column] ? 0 : 1)
        previous = row[column + 1]
        row[column + 1] = min(replaced, previous + 1, row[column] + 1)
      }
    }
    return row[right.count]
  }
}
