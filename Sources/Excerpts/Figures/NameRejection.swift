import Prose

/// Numbers that belong to a name, an address or a year rather than to a count.
extension Rejection {
  /// A four-digit number that reads as a year where it stands.
  func isYear(_ reading: NumberReading) -> Bool {
    let index = reading.tokens.lowerBound
    guard reading.tokens.count == 1, isPlain(index), let token = sentence.token(index) else {
      return false
    }
    if token.digits == 2 { return isShortYear(index) }
    guard token.digits == 4, (1000..<2200).contains(token.value) else { return false }
    if sentence.has(index - 1, .hedge), !sentence.isWord(index - 1, in: yearWords) { return false }
    if sentence.isWord(index - 1, thanKey) { return false }
    if isBoundPhrase(before: index) { return false }
    if sentence.has(index - 1, .month) || sentence.isWord(index - 1, in: yearWords) { return true }
    guard (1900..<2100).contains(token.value) else {
      return sentence.isWord(index - 1, in: yearPrepositions) && !isCountedPlural(index + 1)
    }
    let counts = isCountedPlural(index + 1) && !sentence.isName(index + 1)
    return
      !(counts
      && (sentence.has(index - 1, [.verb, .hedge, .auxiliary])
        || sentence.isWord(index - 1, in: countingWords)))
  }

  /// A year behind a month or a day of it, whatever follows.
  func isDatedYear(_ reading: NumberReading) -> Bool {
    let index = reading.tokens.lowerBound
    guard isPlain(index), sentence.token(index)?.digits == 4, reading.tokens.count == 1,
      (1000..<2200).contains(value(index))
    else { return false }
    if sentence.has(index - 1, .month) { return true }
    let day = sentence.isSign(index - 1, ",") ? index - 2 : index - 1
    return sentence.isNumber(day)
      && (sentence.has(day - 1, .month) || sentence.has(day + 1, .month))
  }

  /// "'84", and the second half of "2014-15".
  private func isShortYear(_ index: Int) -> Bool {
    if sentence.isSign(index - 1, "’") || sentence.isSign(index - 1, "'")
      || sentence.isSign(index - 1, "‘"), sentence.isGlued(index)
    {
      return true
    }
    guard sentence.isHyphen(index - 1) || sentence.isSign(index - 1, "/"), isPlain(index - 2),
      sentence.token(index - 2)?.digits == 4
    else { return false }
    return (1800..<2200).contains(value(index - 2))
  }

  private func isBoundPhrase(before index: Int) -> Bool {
    sentence.isWord(index - 1, toKey) && sentence.isWord(index - 2, in: WordSet.upToWords)
      || sentence.isWord(index - 1, in: WordSet.leastWords)
  }

  /// Whether a plural noun that can be counted stands here or one adjective later.
  func isCountedPlural(_ index: Int) -> Bool {
    guard sentence.isWord(index), !sentence.has(index, .closed) else { return false }
    if sentence.isPlural(index) { return true }
    return sentence.isWord(index + 1) && !sentence.has(index + 1, .closed)
      && sentence.isPlural(index + 1)
  }

  /// "16-18 Industrial Avenue", "1600 Pennsylvania Avenue".
  func isAddress(_ range: Range<Int>) -> Bool {
    var next = range.upperBound
    if sentence.isHyphen(next), isPlain(next + 1) { next += 2 }
    for place in next..<next + 4 {
      guard let token = sentence.token(place), token.isWord, token.isCapitalised else {
        return false
      }
      if place > next, sentence.has(place, .street) { return true }
    }
    return false
  }

  /// "ZIP 90049", "CA 90049".
  func isPostcode(_ reading: NumberReading) -> Bool {
    let index = reading.tokens.lowerBound
    guard isPlain(index), sentence.token(index)?.digits == 5, let before = sentence.token(index - 1)
    else { return false }
    if sentence.isWord(index - 1, in: postcodeWords) { return true }
    return before.isWord && before.traits.contains(.allCapitals) && before.end - before.start == 2
  }

  /// "iPhone 12", "Boeing 787", "Section 427", "page 4", "No. 1".
  func name(_ reading: NumberReading) -> (RejectedNumber.Reason, Range<Int>)? {
    let index = reading.tokens.lowerBound
    let before = index - 1
    guard reading.tokens.count == 1, let token = sentence.token(index),
      let word = sentence.token(before), word.isWord,
      !token.traits.contains(.grouped), !sentence.has(before, .hedge)
    else { return nil }
    if sentence.isWord(before, in: numberWords) { return (.name, before..<index + 1) }
    if sentence.isWord(before, in: lawWords) { return (.code, before..<pastParts(index + 1)) }
    if sentence.has(before, .label), !isCountedPlural(index + 1) || word.isCapitalised {
      return (.name, before..<index + 1)
    }
    if sentence.isWord(before, in: indexWords) { return (.name, before..<index + 1) }
    let isLetterName = token.digits <= 4 && isNamePart(before) && !isCountedPlural(index + 1)
    return isLetterName ? (.name, before..<index + 1) : nil
  }

  /// "ISO 3888-2": with the parts behind hyphens.
  private func pastParts(_ index: Int) -> Int {
    var end = index
    while sentence.isHyphen(end), sentence.isNumber(end + 1), end < index + 6 { end += 2 }
    return end
  }

  private func isNamePart(_ index: Int) -> Bool {
    guard let word = sentence.token(index), word.isCapitalised || hasInnerCapital(index),
      !sentence.has(index, WordClass.closed.subtracting([.month, .conjunction])),
      !sentence.has(index, [.verb]) || sentence.isName(index), !word.traits.contains(.possessive)
    else { return false }
    if sentence.has(index, [.month, .weekday, .time]) { return false }
    return index > sentence.firstWord || hasInnerCapital(index) || !sentence.has(index, .closed)
  }

  private func hasInnerCapital(_ index: Int) -> Bool {
    guard let token = sentence.token(index), token.end - token.start > 2 else { return false }
    return sentence.bytes[(token.start + 1)..<token.end].contains { $0 &- 0x41 < 26 }
  }
}

extension Sentence {
  /// Whether a word is a plural noun, by its ending and a list.
  func isPlural(_ index: Int) -> Bool {
    guard let token = token(index), token.isWord else { return false }
    if has(index, .plural) { return true }
    guard token.end - token.start > 2, bytes[token.end - 1] | 0x20 == UInt8(ascii: "s") else {
      return false
    }
    if has(index, .closed) || isWord(index, in: neverPlural) { return false }
    let before = bytes[token.end - 2] | 0x20
    if before == UInt8(ascii: "s") || before == UInt8(ascii: "u") || before == UInt8(ascii: "i") {
      return false
    }
    return !(before == UInt8(ascii: "'"))
  }
}

extension WordSet {
  static let upToWords = WordSet("up")
  static let leastWords = WordSet("least most some only just")
}

private let thanKey = WordKey("than")
private let toKey = WordKey("to")
private let yearWords = WordSet("year years early late mid since until fiscal fy season circa")
private let yearPrepositions = WordSet(
  "in since by until before after during of late early mid circa")
private let countingWords = WordSet("to from with and or by have has had")
private let postcodeWords = WordSet("zip postcode postal zipcode")
private let numberWords = WordSet("no number nos no. numbers")
private let lawWords = WordSet(
  "section sections article articles clause rule act bill regulation directive iso resolution")
private let indexWords = WordSet(
  "sp dow nasdaq ftse asx nikkei stoxx covid iphone nifty kospi russell")
/// Words that end like a plural and never count anything.
private let neverPlural = WordSet(
  """
  says tells gets gives goes makes takes keeps becomes comes sees knows brings begins remains
  includes requires allows seems appears contains weighs exceeds employs owns represents sits
  happens receives news perhaps plus thanks
  """)
