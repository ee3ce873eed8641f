// Finds known phrases in a line: one pass over its words, one table look-up for each.

import Articles

/// A phrase that tells what a line is.
struct Phrase {
  /// Where in the line it must stand.
  enum Place {
    case whole, opening, closing, anywhere
  }

  let words: [UInt64]
  let place: Place
  let role: BlockRole
  /// Why the line is hidden; nil for roles that are shown.
  let reason: String?
  /// The most words that the line may have.
  let longest: Int

  /// A line with more words than `longest` is not one of this kind.
  init(
    _ words: String, _ place: Place, _ role: BlockRole, _ reason: String?, longest: Int = 24
  ) {
    self.words = phraseHashes(words)
    self.place = place
    self.role = role
    self.reason = reason
    self.longest = longest
  }
}

/// A set of words that answers "no" without hashing anew, as it does for nearly every word.
struct WordSet {
  private var words: Set<UInt64> = []
  private var marks = Array(repeating: false, count: 4096)

  init(_ words: some Sequence<UInt64>) {
    for word in words {
      self.words.insert(word)
      marks[Self.place(of: word)] = true
    }
  }

  /// Whether a word is in the set.
  @inline(__always)
  func contains(_ word: UInt64) -> Bool { marks[Self.place(of: word)] && words.contains(word) }

  @inline(__always)
  private static func place(of word: UInt64) -> Int { Int(truncatingIfNeeded: word >> 20) & 4095 }
}

/// Phrases by their first word.
struct PhraseTable {
  /// The count of words taken for a line that was read in part.
  private static let longLine = 100

  private var byFirstWord: [UInt64: [Phrase]] = [:]
  private let firstWords: WordSet

  init(_ phrases: [Phrase]) {
    firstWords = WordSet(phrases.compactMap(\.words.first))
    for phrase in phrases {
      guard let first = phrase.words.first else { continue }
      byFirstWord[first, default: []].append(phrase)
    }
  }

  /// The first phrase, in the line's order, that stands where it must; nil where none does.
  ///
  /// `line` holds the words and marks of the line and `isWhole` says whether they are all.
  func match(_ line: [Token], isWhole: Bool) -> Phrase? {
    let wordCount = isWhole ? line.count { !$0.isMark } : Self.longLine
    guard let first = line.firstIndex(where: { !$0.isMark || $0.range.count > 1 }) else {
      return nil
    }
    let last = line.lastIndex { !$0.isMark } ?? first
    for start in line.indices {
      let word = line[start].hash
      guard firstWords.contains(word), let phrases = byFirstWord[word] else { continue }
      for phrase in phrases where wordCount <= phrase.longest {
        let end = start + phrase.words.count
        guard end <= line.count, isWhole || phrase.place == .opening else { continue }
        guard stands(phrase.place, start: start, end: end, first: first, last: last) else {
          continue
        }
        let words = line[start..<end].lazy.map(\.hash)
        if words.elementsEqual(phrase.words) { return phrase }
      }
    }
    return nil
  }

  private func stands(
    _ place: Phrase.Place, start: Int, end: Int, first: Int, last: Int
  ) -> Bool {
    switch place {
    case .whole: start <= first && end > last
    case .opening: start <= first
    case .closing: end > last
    case .anywhere: true
    }
  }
}
