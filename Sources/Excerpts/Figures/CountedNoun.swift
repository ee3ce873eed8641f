import Prose

/// Finds the noun phrase that a number counts, and names it as a unit.
///
/// English puts it right after the number, modifiers first and a plural last. So the phrase ends
/// at the first plural noun, or where a closed class or a verb begins.
struct CountedNoun {
  let sentence: Sentence

  /// A counted phrase: its tokens and its name in lower-case singular.
  struct Phrase {
    var tokens: Range<Int>
    var name: String
  }

  /// The most words that a counted phrase may have.
  private static let longest = 5

  /// The phrase that starts at a token, past "of the", "more" and other words in between.
  func phrase(at index: Int, isOne: Bool = false, afterOf: Bool = false) -> Phrase? {
    var start = index
    while sentence.has(start, .filler), sentence.isWord(start + 1) || sentence.isHyphen(start + 1) {
      start += 1
    }
    let words = run(from: start, isOne: isOne, afterOf: afterOf)
    guard !words.isEmpty else { return nil }
    return Phrase(tokens: words.lowerBound..<words.upperBound, name: name(of: words))
  }

  /// Past "of", determiners and fillers: "of its", "of the other".
  func pastOf(_ index: Int) -> Int? {
    guard sentence.isWord(index, ofKey) else { return nil }
    var place = index + 1
    if sentence.isWord(place, thoseKey) { return nil }
    while sentence.has(place, [.determiner, .filler]), place < index + 4 { place += 1 }
    return place
  }

  /// The tokens of the phrase, empty where none begins.
  private func run(from start: Int, isOne: Bool, afterOf: Bool) -> Range<Int> {
    var index = start
    var words = 0
    while words < Self.longest + 3, let end = word(at: index, isFirst: words == 0, afterOf: afterOf)
    {
      words += 1
      index = end
      if endsPhrase(at: end - 1, isOne: isOne) { return start..<end }
      if let joined = coordination(at: end, words: words) { index = joined }
    }
    guard words > 0, words <= Self.longest, !sentence.endsLikeVerb(start) || isOne else {
      return start..<start
    }
    return start..<trimmed(start..<index)
  }

  /// The token after one word of the phrase, hyphenated parts included; nil where it ends.
  private func word(at index: Int, isFirst: Bool, afterOf: Bool) -> Int? {
    guard let token = sentence.token(index), token.isWord, canBePart(index, isFirst: isFirst) else {
      return nil
    }
    var end = index + 1
    while sentence.isHyphen(end), sentence.isWord(end + 1), end < index + 8 { end += 2 }
    if sentence.token(end)?.traits.contains(.possessive) == true {
      return afterOf || sentence.isName(index) ? end + 1 : nil
    }
    return end
  }

  private func canBePart(_ index: Int, isFirst: Bool) -> Bool {
    if sentence.has(index, .closed), !sentence.isHyphen(index + 1) { return false }
    if NumberReader.beginsCount(sentence.tokens[index]) { return false }
    if sentence.has(index, .verb) {
      return sentence.isPlural(index) || isFirst && sentence.isHyphen(index + 1)
        || sentence.isWord(index, in: nounsLikeVerbs)
    }
    return !(isFirst && sentence.isWord(index, in: notCounted))
  }

  /// Whether the phrase ends with this word: a plural that modifies no other plural.
  private func endsPhrase(at index: Int, isOne: Bool) -> Bool {
    guard sentence.isPlural(index) else { return false }
    if sentence.isWord(index, in: pluralModifiers) || sentence.isName(index) {
      let next = index + 1
      return !(sentence.isWord(next) && !sentence.has(next, .closed) && sentence.isPlural(next))
    }
    return true
  }

  /// "Kia and Hyundai vehicles": two names before one noun.
  private func coordination(at index: Int, words: Int) -> Int? {
    guard words == 1, sentence.isWord(index, andKey) || sentence.isSign(index, "&"),
      sentence.isName(index - 1), sentence.isName(index + 1), !sentence.isPlural(index - 1)
    else { return nil }
    return index + 1
  }

  /// Without a plural the phrase may have run into a verb form; cut it there.
  private func trimmed(_ range: Range<Int>) -> Int {
    var index = range.lowerBound + 1
    while index < range.upperBound {
      if sentence.endsLikeVerb(index), !sentence.isHyphen(index + 1) { return index }
      index += 1
    }
    return range.upperBound
  }

  /// The words in lower case, adjectives plain, the last one singular, "and" left out.
  func name(of range: Range<Int>) -> String {
    var words: [String] = []
    var isJoined = false
    for index in range {
      let word = sentence.lowercased(index)
      if sentence.isDash(index) {
        isJoined = true
        words[words.count - 1] += "-"
      } else if isJoined {
        words[words.count - 1] += word
        isJoined = false
      } else if !sentence.isWord(index, andKey), !sentence.isSign(index, "&"),
        sentence.token(index)?.traits.contains(.possessive) == false
      {
        words.append(word)
      }
    }
    guard let last = words.popLast() else { return "" }
    return (words.map(plainAdjective) + [singular(last)]).joined(separator: " ")
  }
}

extension Sentence {
  /// Whether a word ends as a past or present participle or a known verb.
  func endsLikeVerb(_ index: Int) -> Bool {
    guard let token = token(index), token.isWord, token.end - token.start > 4 else {
      return has(index, .verb)
    }
    let last = (bytes[token.end - 2] | 0x20, bytes[token.end - 1] | 0x20)
    return has(index, .verb) || last == (UInt8(ascii: "e"), UInt8(ascii: "d"))
  }
}

private let ofKey = WordKey("of")
private let thoseKey = WordKey("those")
private let andKey = WordKey("and")
private let pluralModifiers = WordSet(
  "sales sports arms systems goods women men children people kids data media human")
private let nounsLikeVerbs = WordSet(
  "hit run cost vote point plan call play show visit drop work use move start offer raise claim account turn look record mark"
)
private let notCounted = WordSet("old ago percent per am pm pc")
