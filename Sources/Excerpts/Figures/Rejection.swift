import Prose

/// Decides which numbers are no figures: years, dates, times, scores, names and codes.
///
/// Runs before units are read, but looks for a unit or currency itself where a name might have
/// one: "iPhone 12" is a name, "Apple 12%" is not.
struct Rejection {
  let sentence: Sentence
  let units: UnitReader

  init(_ sentence: Sentence) {
    self.sentence = sentence
    units = UnitReader(sentence: sentence)
  }

  /// Why a number is no figure, and the tokens that show it; nil for a figure.
  func reason(for reading: NumberReading) -> (RejectedNumber.Reason, Range<Int>)? {
    let range = reading.tokens
    if reading.form == .ordinal { return ordinal(range) }
    guard reading.form == .digits else { return words(reading) }
    if let web = webAddress(range) { return (.code, web) }
    if let found = dateOrTime(reading) { return found }
    if isDatedYear(reading) { return (.year, range) }
    if let phone = phone(range) { return (.phone, phone) }
    if let found = code(range) { return found }
    if let score = score(reading) { return (.score, score) }
    if let list = listMark(range) { return (.list, list) }
    if let idiom = digitIdiom(range) { return (.idiom, idiom) }
    if hasUnit(reading) { return nil }
    if isYear(reading) { return (.year, range) }
    if isAddress(range) { return (.address, range) }
    if isPostcode(reading) { return (.postcode, range) }
    return name(reading)
  }

  func value(_ index: Int) -> Double { sentence.token(index)?.value ?? 0 }

  /// Whether a token is digits alone: no grouping, decimals or scale.
  func isPlain(_ index: Int) -> Bool {
    guard let token = sentence.token(index), token.isNumber else { return false }
    return token.traits.isDisjoint(with: [.decimal, .grouped, .fraction])
  }

  private func hasUnit(_ reading: NumberReading) -> Bool {
    let draft = Draft(reading)
    if units.currency(before: reading.tokens.lowerBound) != nil { return true }
    return units.unit(after: reading.tokens.upperBound, of: draft) != nil
      || reading.scale > 1 && !reading.hasShortScale
  }

  /// "10th", "twenty-first"; "first" and its like alone are everyday words.
  private func ordinal(_ range: Range<Int>) -> (RejectedNumber.Reason, Range<Int>)? {
    if sentence.isNumber(range.lowerBound) {
      if let date = dayAndMonth(range.lowerBound, end: range.upperBound) { return (.date, date) }
      return (.ordinal, range)
    }
    return (.ordinal, range)
  }

  // MARK: Words

  private func words(_ reading: NumberReading) -> (RejectedNumber.Reason, Range<Int>)? {
    let range = reading.tokens
    let next = range.upperBound
    if sentence.isWord(next, in: clockWords) { return (.time, range) }
    if reading.form == .fraction { return partIdiom(reading) }
    if reading.form == .many || reading.form == .article || reading.form == .ratio { return nil }
    if reading.value == 1, range.count == 1 { return one(range) }
    if sentence.isWord(next - 1, zeroKey), sentence.isDash(next) { return (.idiom, range) }
    if isSpelledYear(reading) { return (.year, range) }
    if isNamed(range) { return (.name, range) }
    if sentence.has(range.lowerBound - 1, .label),
      !sentence.isWord(next)
        || sentence.has(next, .closed), !sentence.has(range.lowerBound - 2, .determiner)
    {
      return (.name, range)
    }
    return isDayInOrder(range) ? (.ordinal, range) : nil
  }

  /// "The Kick Six win": a number in capitals behind another capital, in running text.
  private func isNamed(_ range: Range<Int>) -> Bool {
    let first = range.lowerBound
    return sentence.kind == .text && range.count == 1 && sentence.isName(first)
      && sentence.isName(first - 1) && !sentence.isCapitalised(first + 1)
      && !sentence.has(first - 1, .closed)
      && sentence.token(first - 1)?.traits.isDisjoint(with: [.possessive, .allCapitals]) == true
  }

  /// "In month three", "week fifty": which one in order, where no noun follows to be counted.
  private func isDayInOrder(_ range: Range<Int>) -> Bool {
    sentence.isWord(range.lowerBound - 1, in: orderedTimes)
      && sentence.has(range.lowerBound - 2, .preposition)
      && (!sentence.isWord(range.upperBound) || sentence.has(range.upperBound, .closed))
  }

  /// "one" that counts nothing: "no one", "one another", "the one", "one could argue".
  private func one(_ range: Range<Int>) -> (RejectedNumber.Reason, Range<Int>)? {
    let index = range.lowerBound
    let next = range.upperBound
    if sentence.isDash(next),
      !sentence.isHyphen(next) || sentence.isWord(next + 1, in: oneEndings)
        || sentence.isWord(next + 1, onKey)
    {
      return (.idiom, range)
    }
    if sentence.isWord(next, ofKey) || isRange(next) { return nil }
    let follows =
      sentence.has(index - 1, [.determiner, .pronoun])
      || sentence.isWord(index - 1, in: beforeOne)
    guard sentence.isWord(next) || sentence.isHyphen(next) else { return (.idiom, range) }
    let isPronoun =
      sentence.has(next, .closed) || sentence.isWord(next, in: afterOne)
      || sentence.token(next)?.traits.contains(.possessive) == true
    if follows || isPronoun { return (.idiom, range) }
    return nil
  }

  /// "one to two", "one or two".
  private func isRange(_ index: Int) -> Bool {
    sentence.isWord(index, in: rangeWords)
      && NumberReader(sentence.tokens).number(at: index + 1).map { $0.form != .ordinal } == true
  }

  private func partIdiom(_ reading: NumberReading) -> (RejectedNumber.Reason, Range<Int>)? {
    let range = reading.tokens
    guard reading.scale == 1, range.count <= 2, sentence.isWord(range.upperBound - 1, halfKey)
    else { return nil }
    if sentence.isWord(range.lowerBound - 1, in: beforeHalf) { return (.idiom, range) }
    if sentence.isHyphen(range.upperBound), sentence.isWord(range.upperBound + 1, in: halfUnits) {
      return nil
    }
    let isCounted =
      sentence.isWord(range.upperBound, ofKey)
      || sentence.has(range.upperBound, .determiner)
      || sentence.has(range.lowerBound - 1, .hedge)
      || sentence.isWord(range.lowerBound - 1, in: partWords)
    if isCounted { return nil }
    let isTime =
      sentence.token(range.upperBound)
      .flatMap { UnitTable.names[$0.bits] } != nil
    return isTime && range.count == 1 && !sentence.has(range.lowerBound - 1, .determiner)
      ? nil : (.idiom, range)
  }

  /// "nineteen ninety".
  private func isSpelledYear(_ reading: NumberReading) -> Bool {
    (reading.value == 19 || reading.value == 20)
      && sentence.token(reading.tokens.upperBound)
        .flatMap { $0.isWord && spelledTens.contains($0.bits) ? $0 : nil } != nil
  }

  // MARK: Codes and signs

  /// The whole chunk of an address or handle that the number stands in.
  private func webAddress(_ range: Range<Int>) -> Range<Int>? {
    var start = range.lowerBound
    while start > 0, range.lowerBound - start < 24, sentence.isGlued(start) { start -= 1 }
    var sawMark = false
    var end = start
    while end < sentence.count, end - range.upperBound < 24, end == start || sentence.isGlued(end) {
      if sentence.isSign(end, "@") || sentence.isSign(end, "_") || isAddressMark(end) {
        sawMark = true
      }
      end += 1
    }
    return sawMark ? range : nil
  }

  private func isAddressMark(_ index: Int) -> Bool {
    sentence.isSign(index, "/") && sentence.isSign(index - 1, "/")
      || sentence.isSign(index, ".") && sentence.isWord(index + 1, in: domainEndings)
        && sentence.isGlued(index + 1) && !sentence.isNumber(index - 1)
  }

  /// "007", "1.2.3", "#5" and long numbers behind letters are codes; "A320", "COVID-19" and "5G"
  /// are names.
  private func code(_ range: Range<Int>) -> (RejectedNumber.Reason, Range<Int>)? {
    let index = range.lowerBound
    guard let token = sentence.token(index) else { return nil }
    let isZeroed = token.traits.contains(.leadingZero) && !token.traits.contains(.decimal)
    let isDoubled = sentence.isNumber(index - 1) && sentence.isGlued(index)
    let isTagged = sentence.isSign(index - 1, "#") && sentence.isGlued(index)
    if token.traits.contains(.severalPoints) || isZeroed || isDoubled || isTagged {
      return (.code, range)
    }
    if token.isGlued, sentence.isWord(index - 1), units.currency(before: index) == nil {
      if sentence.isWord(index - 1, in: gluedWords) { return nil }
      if sentence.isWord(index - 1, in: fiscalWords) { return (.year, range) }
      return (token.digits > 3 ? .code : .name, index - 1..<range.upperBound)
    }
    if sentence.isSign(index - 1, "."), token.isGlued, sentence.isGlued(index - 1),
      sentence.isName(index - 2)
    {
      return (.name, index - 2..<range.upperBound)
    }
    if isBehindLetters(index) {
      return (token.digits > 2 ? .code : .name, index - 2..<range.upperBound)
    }
    guard isGluedToLetters(range) else { return nil }
    return (isDecade(range) ? .year : .name, range)
  }

  /// "The 1980s".
  private func isDecade(_ range: Range<Int>) -> Bool {
    let year = value(range.lowerBound)
    return sentence.isWord(range.upperBound, sKey) && isPlain(range.lowerBound)
      && (1000..<2200).contains(year) && year.truncatingRemainder(dividingBy: 10) == 0
  }

  /// "F-16", "COVID-19".
  private func isBehindLetters(_ index: Int) -> Bool {
    guard sentence.isHyphen(index - 1), let letters = sentence.token(index - 2), letters.isWord,
      !sentence.isWord(index - 2, in: hyphenWords), units.currency(before: index - 1) == nil
    else { return false }
    return letters.isCapitalised || letters.end - letters.start <= 2
  }

  /// "5G", "3D", "737s": letters after the digits that are no unit.
  private func isGluedToLetters(_ range: Range<Int>) -> Bool {
    let next = range.upperBound
    guard sentence.isGlued(next), let word = sentence.token(next), word.isWord,
      !word.traits.contains(.possessive)
    else { return false }
    guard let reading = NumberReader(sentence.tokens).number(at: range.lowerBound),
      !reading.hasShortScale, reading.scale == 1
    else { return false }
    if word.bits == sKey.bits { return true }
    let draft = Draft(reading)
    return units.unit(after: next, of: draft) == nil && word.end - word.start <= 2
      && (word.isCapitalised || sentence.isNumber(next + 1))
  }

  /// "555-0134", "(212) 555-0134", "+44 20 7946 0958".
  private func phone(_ range: Range<Int>) -> Range<Int>? {
    let first = range.lowerBound
    var index = first
    var groups = 1
    var digits = Int(sentence.token(index)?.digits ?? 0)
    while isPlain(index),
      sentence.isDash(index + 1) || sentence.isSign(index + 1, ")")
        || sentence.isSign(index + 1, "."), isPlain(index + 2), groups < 5
    {
      index += 2
      groups += 1
      digits += Int(sentence.token(index)?.digits ?? 0)
    }
    if let trunk = trunkCall(first) { return trunk }
    if sentence.isSign(first - 1, "+"), sentence.isGlued(first), digits <= 3, isPlain(first + 1) {
      while isPlain(index + 1), index - first < 5 { index += 1 }
      return first..<index + 1
    }
    guard groups >= 2, isPlain(index), sentence.token(index)?.digits == 4 else { return nil }
    let isLong = groups >= 3 && digits >= 10
    let isLocal = groups == 2 && sentence.token(first)?.digits == 3 && sentence.isHyphen(first + 1)
    return isLong || isLocal ? first..<index + 1 : nil
  }

  /// "0800 555 0142": a zero first and two or three groups behind it.
  private func trunkCall(_ first: Int) -> Range<Int>? {
    guard let token = sentence.token(first), token.traits.contains(.leadingZero),
      (3...6).contains(token.digits), !token.traits.contains(.decimal)
    else { return nil }
    var end = first + 1
    while sentence.isNumber(end), end < first + 4, (sentence.token(end)?.digits ?? 0) >= 3 {
      end += 1
    }
    return end > first + 1 ? first..<end : nil
  }
}

private let halfUnits = WordSet("point hour mile century")
private let beforeHalf = WordSet(
  "first second latter other better top bottom final back opening front lower upper")
private let clockWords = WordSet("o'clock oclock o’clock a.m p.m")
private let zeroKey = WordKey("zero")
private let ofKey = WordKey("of")
private let orderedTimes = WordSet("day week month year hour minute game chapter lesson")
private let onKey = WordKey("on")
private let partWords = WordSet("by than least")
private let halfKey = WordKey("half")
private let sKey = WordKey("s")
private let oneEndings = WordSet("off time on sided way two third fourth fifth quarter")
private let beforeOne = WordSet("only number day at square than as")
private let afterOne = WordSet("another day thing hundred's by who that which is was")
private let spelledTens = WordSet("twenty thirty forty fifty sixty seventy eighty ninety")
private let domainEndings = WordSet("com org net co gov edu io html php twitter uk ly")
private let fiscalWords = WordSet("fy")
private let gluedWords = WordSet("x up")
private let hyphenWords = WordSet(
  "sub pre post over under mid non plus minus the to pro x ex a an now top")
