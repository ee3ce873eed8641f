// The head word of a mention, by the rule of the scoring script: the last word before its first
// modifier. Only for telling whether two mentions are the same.

/// The head word of a mention and whether it is a pronoun.
struct HeadWord {
  var range: Range<Int>
  var word: String
  var isPronoun: Bool

  private static let pronouns: Set<String> = [
    "he", "she", "they", "it", "i", "we", "you", "who", "him", "her", "them", "his", "their", "its",
    "that", "this", "those", "these", "which", "one", "others", "another", "some", "many", "both",
    "us", "me",
  ]
  private static let cutWords: Set<String> = [
    "of", "for", "at", "who", "from", "in", "with", "on", "to", "familiar", "that", "which",
    "named",
    "called",
  ]
  private static let passedOver: Set<String> = [
    "jr", "sr", "ii", "iii", "iv", "s", "himself", "herself", "themselves", "itself", "also",
    "both",
  ]
  private static let cutSigns: Set<Character> = [",", ";", ":", "(", "[", "—", "–"]

  /// Finds the head word of a mention, given as bytes of the text.
  init(of mention: Range<Int>, in text: String) {
    let start = text.utf8.index(text.startIndex, offsetBy: mention.lowerBound)
    let end = text.utf8.index(start, offsetBy: mention.count)
    let words = Self.words(of: text[start..<end], offset: mention.lowerBound)
    let lower = text[start..<end].lowercased()
    isPronoun = Self.pronouns.contains(lower)
    let head = words.last { !Self.passedOver.contains($0.word.trimmingPoints) } ?? words.last
    range = head?.range ?? mention
    word = head?.word ?? lower
  }

  private static func words(
    of mention: Substring, offset: Int
  ) -> [(range: Range<Int>, word: String)] {
    var words: [(range: Range<Int>, word: String)] = []
    var current = ""
    var place = offset
    func finish() -> Bool {
      defer { current = "" }
      guard !current.isEmpty else { return true }
      if cutWords.contains(current.lowercased()), !words.isEmpty { return false }
      words.append((place - current.utf8.count..<place, current.lowercased()))
      return true
    }
    for character in mention {
      let joins = (character == "." || character == "-") && !current.isEmpty
      if character.isLetter || character.isNumber || character == "_" || joins {
        current.append(character)
      } else {
        guard finish() else { return words }
        if cutSigns.contains(character), !words.isEmpty { return words }
      }
      place += character.utf8.count
    }
    _ = finish()
    return words
  }

  /// Whether both stand for the same words or name.
  static func agree(_ one: HeadWord, _ first: Range<Int>, _ two: HeadWord, _ second: Range<Int>)
    -> Bool
  {
    isNear(one, first, two, second) || !one.isPronoun && !two.isPronoun && one.word == two.word
  }

  /// Whether the head of one lies inside the other.
  static func isNear(_ one: HeadWord, _ first: Range<Int>, _ two: HeadWord, _ second: Range<Int>)
    -> Bool
  {
    second.contains(one.range.lowerBound) && second.upperBound >= one.range.upperBound
      || first.contains(two.range.lowerBound) && first.upperBound >= two.range.upperBound
  }
}

extension String {
  fileprivate var trimmingPoints: String { hasSuffix(".") ? String(dropLast()) : self }
}
