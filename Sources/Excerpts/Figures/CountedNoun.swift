import Prose

/// Finds the noun phrase that a number counts, and names it as a unit.
///
/// English puts it right after the number: modifiers first, the plural head last. So the phrase
/// ends at the first plural that no other plural follows ("ten police officers": a verb behind a
/// plural has no -s), or where a closed class or a verb begins. "One" counts a singular, so a
/// word in -s behind its noun is a verb ("one person shouts").
struct CountedNoun {
  let sentence: Sentence

  /// A counted phrase: its tokens and its name in lower-case singular.
  struct Phrase {
    var tokens: Range<Int>
    var name: String
  }

  /// What stands before a phrase.
  enum Position {
    /// A number other than one, or a word like "millions".
    case behindNumber
    /// "One" alone.
    case behindOne
    /// "Of" and what may follow it.
    case behindOf
  }

  /// The most words that a counted phrase may have.
  private static let longest = 7
  /// How many words ahead a plural is looked for.
  private static let reach = 5

  /// The phrase that starts at a token, past "of the", "more" and other words in between.
  func phrase(at index: Int, _ position: Position = .behindNumber) -> Phrase? {
    var start = pastOpening(index)
    // "10,000 or more troops".
    if sentence.isWord(start, orKey), sentence.isWord(start + 1, in: amounts) { start += 2 }
    while sentence.has(start, .filler), sentence.isWord(start + 1) || sentence.isHyphen(start + 1) {
      start += 1
    }
    let words = run(from: pastOpening(start), position)
    guard !words.isEmpty else { return nil }
    // "One of the most populous in the state" names no noun.
    let isBare =
      sentence.isWord(words.lowerBound, mostKey) && !sentence.isPlural(words.upperBound - 1)
    let name = isBare ? "" : name(of: words)
    return name.isEmpty ? nil : Phrase(tokens: words, name: name)
  }

  /// Past "of", determiners and fillers: "of its", "of the other".
  func pastOf(_ index: Int) -> Int? {
    guard sentence.isWord(index, ofKey) else { return nil }
    var place = index + 1
    if sentence.isWord(place, thoseKey) { return nil }
    while sentence.has(place, [.determiner, .filler]), place < index + 4 { place += 1 }
    return place
  }

  /// Past the mark that opens a quotation or a bracket before a word: two “assault-style” rifles.
  private func pastOpening(_ index: Int) -> Int {
    guard let token = sentence.token(index), token.isQuotationMark || token.is("["),
      !token.isGlued, sentence.isWord(index + 1), sentence.isGlued(index + 1)
    else { return index }
    return index + 1
  }

  // MARK: The extent

  /// The tokens of the phrase, empty where none begins.
  private func run(from first: Int, _ position: Position) -> Range<Int> {
    var start = first
    var index = first
    var words = 0
    while words <= Self.longest {
      let place = words > 0 ? pastMark(index) : index
      guard let end = word(at: place, isFirst: words == 0, position) else { break }
      words += 1
      index = end
      if let behind = behindOwner(end, position) {
        (start, index, words) = (behind, behind, 0)
      } else if endsPhrase(at: end - 1, position) {
        return start..<end
      } else if position != .behindOne, let joined = coordination(at: end) {
        index = joined
      }
    }
    guard words > 0, words < Self.longest, !mayBeParticiple(start) || position == .behindOne else {
      return start..<start
    }
    return start..<trimmed(start..<index)
  }

  /// Past a closing mark of quotation in the middle of a phrase.
  private func pastMark(_ index: Int) -> Int {
    guard let token = sentence.token(index), token.isQuotationMark || token.is("]"),
      token.isGlued, sentence.isWord(index + 1), !sentence.isGlued(index + 1)
    else { return index }
    return index + 1
  }

  /// The token after one word of the phrase, hyphenated parts included; nil where it ends.
  private func word(at index: Int, isFirst: Bool, _ position: Position) -> Int? {
    guard sentence.isWord(index), canBePart(index, isFirst: isFirst, position) else { return nil }
    var end = index + 1
    while sentence.isHyphen(end), sentence.isWord(end + 1), end < index + 8 { end += 2 }
    return end
  }

  private func canBePart(_ index: Int, isFirst: Bool, _ position: Position) -> Bool {
    if sentence.isHyphen(index + 1), !sentence.has(index, .closed) || isFirst { return true }
    if NumberReader.beginsCount(sentence.tokens[index]) { return false }
    if sentence.has(index, .closed) {
      return sentence.isWord(index, in: attributive) && leadsToPlural(index + 1)
    }
    if sentence.isAdverbInLy(index) {
      return position == .behindOne
        ? isOpen(index + 1) && isOpen(index + 2) : leadsToPlural(index + 1)
    }
    if sentence.has(index, .verb) {
      return sentence.isPlural(index) || sentence.isWord(index, in: nounsLikeVerbs)
        || mayBeParticiple(index) && leadsToPlural(index + 1)
    }
    if isFirst { return !sentence.isWord(index, in: notCounted) }
    // "One person shouts", "one girl suffering".
    return position != .behindOne || !(isInS(index) || sentence.endsInIng(index))
  }

  private func isOpen(_ index: Int) -> Bool {
    sentence.isWord(index) && !sentence.has(index, .closed)
  }

  /// Whether a plural noun comes within a few words that may all stand before it.
  private func leadsToPlural(_ index: Int) -> Bool {
    for place in index..<index + Self.reach
    where !sentence.isHyphen(place) && pastMark(place) == place {
      guard isOpen(place), !NumberReader.beginsCount(sentence.tokens[place]) else { return false }
      if sentence.isPlural(place) { return true }
      if sentence.has(place, .verb), !mayBeParticiple(place) { return false }
    }
    return false
  }

  private func isInS(_ index: Int) -> Bool {
    sentence.isPlural(index) && !sentence.has(index, .plural) && !sentence.isCapitalised(index)
  }

  /// Behind "party's" or "Sanders’": whose they are is no part of what is counted.
  private func behindOwner(_ index: Int, _ position: Position) -> Int? {
    guard let token = sentence.token(index), position == .behindOf || sentence.isName(index - 1)
    else { return nil }
    let isMark =
      token.isQuotationMark && token.isGlued && sentence.isPlural(index - 1)
      && sentence.isWord(index + 1) && !sentence.isGlued(index + 1)
      && !sentence.has(index + 1, .closed)
    guard token.traits.contains(.possessive) || isMark else { return nil }
    var place = index + 1
    while sentence.has(place, .filler) { place += 1 }
    return place
  }

  /// Whether the phrase ends with this word: a plural that modifies no other noun.
  private func endsPhrase(at index: Int, _ position: Position) -> Bool {
    guard sentence.isPlural(index) else { return false }
    if sentence.isWord(index, timesKey), !sentence.isCapitalised(index) { return true }
    let next = pastMark(index + 1)
    let isNoun = isOpen(next)
    if position == .behindOne, isNoun { return false }
    guard isNoun, !mayBeParticiple(next) else { return true }
    if sentence.has(next, .verb) { return true }
    if sentence.isWord(index, in: pluralModifiers) { return false }
    let isAlike = sentence.isName(index) || !sentence.isCapitalised(next)
    return !(sentence.isPlural(next) && isAlike)
  }

  /// "Kia and Hyundai vehicles", "current and former officials": modifiers of one plural.
  private func coordination(at index: Int) -> Int? {
    guard sentence.isWord(index, andKey) || sentence.isSign(index, "&"),
      !sentence.has(index + 1, [.verb]) || mayBeParticiple(index + 1), leadsToPlural(index + 1)
    else { return nil }
    return index + 1
  }

  /// Without a plural the phrase may have run into a verb form; cut it there.
  private func trimmed(_ range: Range<Int>) -> Int {
    var index = range.lowerBound + 1
    while index < range.upperBound {
      let isVerbal = mayBeParticiple(index) || sentence.isAdverbInLy(index)
      if isVerbal, !sentence.isHyphen(index + 1), !sentence.isHyphen(index - 1) { return index }
      index += 1
    }
    return range.upperBound
  }

  /// Whether a word ends in -ed or -ing, or is another form of a verb.
  private func mayBeParticiple(_ index: Int) -> Bool {
    sentence.endsLikeVerb(index) && !sentence.isPlural(index) || sentence.endsInIng(index)
  }

  // MARK: The name

  /// The words in lower case, adjectives plain, the last one singular; "and" and adverbs of
  /// degree left out.
  func name(of range: Range<Int>) -> String {
    var words: [String] = []
    var isJoined = false
    for index in range {
      if sentence.isDash(index), !words.isEmpty {
        isJoined = true
        words[words.count - 1] += "-"
      } else if isJoined {
        words[words.count - 1] += sentence.lowercased(index)
        isJoined = false
      } else if isNamed(index, in: range) {
        words.append(sentence.lowercased(index))
      }
    }
    guard let last = words.popLast() else { return "" }
    return (words.map(plainAdjective) + [singular(last)]).joined(separator: " ")
  }

  private func isNamed(_ index: Int, in range: Range<Int>) -> Bool {
    sentence.isWord(index) && !sentence.isWord(index, andKey)
      && sentence.token(index)?.traits.contains(.possessive) == false
      && !(sentence.isWord(index, in: degrees) && index + 1 < range.upperBound)
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

  /// Whether a word may be a present participle; "building" and "king" are nouns.
  func endsInIng(_ index: Int) -> Bool {
    guard let token = token(index), token.isWord, token.end - token.start > 5,
      !isWord(index, in: nounsInIng)
    else { return false }
    return bytes[token.end - 3..<token.end].elementsEqual("ing".utf8)
  }

  /// Whether a word is an adverb by its ending; "family" and "early" are none.
  func isAdverbInLy(_ index: Int) -> Bool {
    guard let token = token(index), token.isWord, token.end - token.start > 5,
      !token.isCapitalised, !isWord(index, in: nounsInLy)
    else { return false }
    return bytes[token.end - 2..<token.end].elementsEqual("ly".utf8)
  }
}

private let timesKey = WordKey("times")
private let ofKey = WordKey("of")
private let thoseKey = WordKey("those")
private let andKey = WordKey("and")
private let mostKey = WordKey("most")
private let orKey = WordKey("or")
private let amounts = WordSet("more less fewer so")
private let pluralModifiers = WordSet(
  """
  sales sports arms systems goods data media human savings police news
  """)
private let nounsLikeVerbs = WordSet(
  "hit run cost vote point plan call play show visit drop work use move start offer raise claim account turn look record mark"
)
private let notCounted = WordSet("old ago percent per am pm pc")
/// Adverbs and times that also stand before a noun as adjectives.
private let attributive = WordSet(
  """
  early late daily weekly monthly yearly annual further overall online back apart only combined
  monday tuesday wednesday thursday friday saturday sunday
  january february march april june july august september october november december
  most very
  """)
private let degrees = WordSet("most very more less so")
private let nounsInIng = WordSet(
  """
  building buildings meeting warning wedding ceiling evening morning feeling finding hearing
  offering opening painting reading ruling saving setting shooting spring string swing training
  bombing crossing booking filing funding rating listing earning beginning drawing
  dwelling gathering helping housing landing lightning mailing outing posting parking recording
  sighting showing sitting stocking topping turning uprising viking wing sibling darling sterling
  fielding inning shilling king ring thing clothing
  """)
private let nounsInLy = WordSet(
  """
  family assembly supply ally bully rally reply monopoly anomaly butterfly belly jelly lily fly
  weekly monthly daily yearly elderly friendly likely unlikely deadly costly lonely early only
  hourly quarterly lively ugly holy silly scholarly orderly disorderly homily doily
  """)
