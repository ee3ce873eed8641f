import Prose

/// Scores, marks of lists, and sayings in digits among numbers.
extension Rejection {
  /// "2-1", "50-46": two small numbers that fall, or any that "won", "beat" or "lost" governs.
  func score(_ reading: NumberReading) -> Range<Int>? {
    let first = reading.tokens.lowerBound
    if let wickets = wickets(reading) { return wickets }
    guard reading.tokens.count == 1, isPlain(first), sentence.isHyphen(first + 1),
      isPlain(first + 2), !sentence.isHyphen(first + 3) || sentence.isNumber(first + 4),
      units.currency(before: first) == nil
    else { return nil }
    let (left, right) = (value(first), value(first + 2))
    guard left < 400, right < 400 else { return nil }
    var end = first + 3
    while sentence.isHyphen(end), isPlain(end + 1) { end += 2 }
    let hasUnit = units.unit(after: end, of: Draft(reading)) != nil || sentence.isHyphen(end)
    if hasUnit { return nil }
    let isGame = (max(0, first - 6)..<first).contains { sentence.isWord($0, in: gameWords) }
    if left >= right || isGame { return first..<end }
    let counts = sentence.isWord(end) && !sentence.has(end, .closed)
    return counts || left >= 10 ? nil : first..<end
  }

  /// "141 for seven": runs for wickets.
  private func wickets(_ reading: NumberReading) -> Range<Int>? {
    let end = reading.tokens.upperBound
    guard isPlain(end - 1), reading.scale == 1, sentence.isWord(end, forKey),
      units.currency(before: reading.tokens.lowerBound) == nil,
      sentence.tokens.indices.contains(where: { sentence.isWord($0, in: cricketWords) }),
      let lost = NumberReader(sentence.tokens).number(at: end + 1), lost.upper == nil,
      lost.tokens.count == 1, (1...10).contains(lost.value), reading.value > 2 * lost.value,
      !sentence.isHyphen(end + 2), !sentence.isSign(end + 2, "%"),
      !sentence.isWord(end + 2) || sentence.has(end + 2, .closed)
    else { return nil }
    return reading.tokens.lowerBound..<lost.tokens.upperBound
  }

  /// "1." or "1)" or "3:" that begins its line.
  func listMark(_ range: Range<Int>) -> Range<Int>? {
    let index = range.lowerBound
    guard isPlain(index), value(index) < 200, range.count == 1 else { return nil }
    let isOpen = sentence.isSign(index - 1, "(")
    if isOpen, sentence.isSign(index + 1, ")"), sentence.isWord(index + 2), isNumberedList {
      return range
    }
    let first = isOpen ? index - 1 : index
    guard first == 0 || sentence.token(first)?.traits.contains(.startsLine) == true else {
      return nil
    }
    let marks: [Unicode.Scalar] = [".", ")", ":"]
    return marks.contains { sentence.isSign(index + 1, $0) && sentence.isGlued(index + 1) }
      && sentence.count > index + 1 ? range : nil
  }

  /// Whether the sentence counts its parts with "(1)".
  private var isNumberedList: Bool {
    sentence.tokens.indices.contains {
      sentence.isSign($0, "(") && sentence.isNumber($0 + 1) && value($0 + 1) == 1
        && sentence.isSign($0 + 2, ")")
    }
  }

  /// "24/7", "9/11", "50-50", "20/20".
  func digitIdiom(_ range: Range<Int>) -> Range<Int>? {
    let index = range.lowerBound
    guard isPlain(index), isPlain(index + 2),
      sentence.isSign(index + 1, "/") || sentence.isHyphen(index + 1)
    else { return nil }
    let pair = (value(index), value(index + 2))
    return pair == (24, 7) || pair == (9, 11) || pair == (50, 50) || pair == (20, 20)
      ? index..<index + 3 : nil
  }
}

private let cricketWords = WordSet(
  "wicket wickets cricket innings batted batting bowled bowler bowlers bowling runs run overs tail close declared all reply stumps"
)
private let forKey = WordKey("for")
private let gameWords = WordSet(
  """
  won win wins beat beats beaten lost lose loss victory defeat defeated draw drew score scored lead
  led leading trailed tied tie record vote voted passed series record
  """)
