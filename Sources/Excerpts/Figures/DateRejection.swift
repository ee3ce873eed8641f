import Prose

/// Dates and clock times among numbers.
extension Rejection {
  /// The date or time that a number is part of.
  func dateOrTime(_ reading: NumberReading) -> (RejectedNumber.Reason, Range<Int>)? {
    let range = reading.tokens
    let index = range.lowerBound
    if let time = clockTime(index) { return (.time, time) }
    guard sentence.token(index) != nil, reading.scale == 1 || reading.hasShortScale else {
      return nil
    }
    if let day = dayAndMonth(index, end: index + 1) { return (.date, day) }
    if let date = numericDate(index) { return (.date, date) }
    return nil
  }

  /// "9:01", "9:01 p.m.", "5pm", "10.45pm", "1:36.6".
  private func clockTime(_ index: Int) -> Range<Int>? {
    var end = index + 1
    while sentence.isSign(end, ":"), sentence.isGlued(end), sentence.isNumber(end + 1),
      sentence.isGlued(end + 1), end - index < 8
    {
      end += 2
    }
    if sentence.isWord(end, in: halfDays), isHalfDay(end) { return index..<end + 1 }
    if end > index + 1 { return value(index) < 100 ? index..<end : nil }
    if sentence.isSign(index - 1, ":"), sentence.isGlued(index), sentence.isNumber(index - 2) {
      return index - 2..<end
    }
    if sentence.isWord(end, in: clockWords) { return index..<end + 1 }
    let isMilitary =
      isPlain(index) && sentence.token(index)?.digits == 4
      && sentence.isWord(end, in: zoneWords)
    return isMilitary ? index..<end + 1 : nil
  }

  /// "am" is a verb unless it is dotted, capital or follows a clock's number.
  private func isHalfDay(_ index: Int) -> Bool {
    guard let token = sentence.token(index) else { return false }
    if token.bits == amKey.bits, !token.isGlued, !token.traits.contains(.dotted) {
      return value(index - 1) <= 12 || sentence.isNumber(index - 1)
    }
    return true
  }

  /// "February 24", "24 February", "24th of May", "March 3-5".
  func dayAndMonth(_ index: Int, end: Int) -> Range<Int>? {
    guard let token = sentence.token(index), token.isNumber, token.digits <= 2,
      !token.traits.contains(.decimal), (1...31).contains(token.value)
    else { return nil }
    if isMonth(index - 1), isFreeDay(index, end) { return index - 1..<end }
    if isMonth(end), isDayMonth(end) { return index..<end + 1 }
    if sentence.isWord(end, ofKey), isMonth(end + 1) { return index..<end + 2 }
    if sentence.isDash(index - 1) || sentence.isWord(index - 1, in: rangeWords), isPlain(index - 2),
      isMonth(index - 3)
    {
      return index..<end
    }
    if sentence.isDash(end) || sentence.isWord(end, in: rangeWords), isPlain(end + 1),
      isMonth(end + 2)
    {
      return index..<end
    }
    return nil
  }

  /// Whether the word is a month and not the verb "may" or a march.
  private func isMonth(_ index: Int) -> Bool {
    guard sentence.has(index, .month), let token = sentence.token(index) else { return false }
    guard sentence.isWord(index, in: doubtfulMonths) else { return true }
    return token.isCapitalised || sentence.isWord(index - 1, in: monthPrepositions)
      || sentence.isNumber(index - 1)
  }

  /// "May 8" is a day, "in May 20 people" and "March 5 percent" are not.
  private func isFreeDay(_ index: Int, _ end: Int) -> Bool {
    if sentence.isSign(end, "%") || sentence.isWord(end, in: percentWords) { return false }
    return !(isCountedPlural(end) && !sentence.isName(end) && sentence.isWord(index - 2, inKey))
  }

  private func isDayMonth(_ index: Int) -> Bool {
    !sentence.isWord(index, in: doubtfulMonths) || sentence.token(index)?.isCapitalised == true
      || sentence.isWord(index - 2, in: monthPrepositions)
  }

  /// "12/05/2019", "2019-12-05", "27.01.2019".
  private func numericDate(_ index: Int) -> Range<Int>? {
    if let token = sentence.token(index), token.traits.contains(.severalPoints) {
      let length = token.end - token.start
      return (8...10).contains(length) && token.digits <= 2 ? index..<index + 1 : nil
    }
    var first = index
    while first > index - 4, isDatePart(first - 1), isPlain(first - 2) { first -= 2 }
    var end = first + 1
    while isDatePart(end), isPlain(end + 1), end < first + 7 { end += 2 }
    guard end - first == 5 else { return nil }
    let digits = [first, first + 2, first + 4].map { Int(sentence.token($0)?.digits ?? 0) }
    let isDate =
      digits[0] == 4 && digits[1] <= 2 && digits[2] <= 2
      || digits[0] <= 2 && digits[1] <= 2 && (digits[2] == 4 || digits[2] == 2)
    return isDate && sentence.tokens[first + 1].bits == sentence.tokens[first + 3].bits
      ? first..<end : nil
  }

  private func isDatePart(_ index: Int) -> Bool {
    (sentence.isSign(index, "/") || sentence.isHyphen(index)) && sentence.isGlued(index)
      && sentence.isGlued(index + 1)
  }
}

private let halfDays = WordSet("am pm")
private let amKey = WordKey("am")
private let inKey = WordKey("in")
private let ofKey = WordKey("of")
private let clockWords = WordSet("o'clock oclock")
private let zoneWords = WordSet("gmt utc est edt pst pdt bst cet ist hours")
private let percentWords = WordSet("percent per percentage")
private let doubtfulMonths = WordSet("may march mar sep dec jun")
private let monthPrepositions = WordSet("on in of by until since from to before after through")
