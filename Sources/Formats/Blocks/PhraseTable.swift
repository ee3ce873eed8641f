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
  let reason: String
  /// The most words that the line may have.
  let longest: Int

  /// A line with more words than `longest` is not one of this kind.
  init(
    _ words: String, _ place: Place, _ role: BlockRole, _ reason: String, longest: Int = 24
  ) {
    self.words = phraseHashes(words)
    self.place = place
    self.role = role
    self.reason = reason
    self.longest = longest
  }
}

/// Phrases by their first word.
struct PhraseTable {
  /// The count of words taken for a line that was read in part.
  private static let longLine = 100

  private var byFirstWord: [UInt64: [Phrase]] = [:]

  init(_ phrases: [Phrase]) {
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
      guard let phrases = byFirstWord[line[start].hash] else { continue }
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
