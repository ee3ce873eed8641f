import Articles
import Prose

/// Finds the days that a time phrase stands for, from the article's date. News looks back: a
/// month or a weekday without more is the latest one, save behind "by", "until", "for" or "next".
struct TimeResolution {
  let sentence: Sentence
  let date: PublicationDate

  /// The days of a phrase; nil where they cannot be told.
  func span(of phrase: Range<Int>) -> TimeSpan? {
    let parts = split(phrase)
    let spans = parts.compactMap { plainSpan($0) }
    guard let first = spans.first, spans.count == parts.count else { return nil }
    if sentence.isWord(phrase.lowerBound, sinceKey) {
      return first.first <= date ? TimeSpan(first.first, date) : nil
    }
    return spans.count == 2 ? TimeSpan(min(spans[0].first, spans[1].first), spans[1].last) : first
  }

  /// The two ends of "between March and July 2022".
  private func split(_ phrase: Range<Int>) -> [Range<Int>] {
    guard sentence.isWord(phrase.lowerBound, in: spanWords),
      let join = phrase.first(where: { sentence.isWord($0, in: joins) })
    else { return [phrase] }
    return [phrase.lowerBound..<join, join..<phrase.upperBound]
  }

  private func plainSpan(_ phrase: Range<Int>) -> TimeSpan? {
    if let month = phrase.first(where: { sentence.has($0, .month) }) {
      return monthSpan(month, phrase)
    }
    if let year = phrase.first(where: isYear) { return TimeSpan(year: Int(value(year))) }
    if let weekday = phrase.first(where: { sentence.has($0, .weekday) }) {
      return weekdaySpan(weekday, phrase)
    }
    if let day = phrase.lazy.compactMap({ dayOffsets[sentence.tokens[$0].bits] }).first {
      let day = date.adding(days: day)
      return TimeSpan(day, day)
    }
    return ago(phrase) ?? relative(phrase)
  }

  private func value(_ index: Int) -> Double { sentence.token(index)?.value ?? 0 }

  private func isYear(_ index: Int) -> Bool {
    guard let token = sentence.token(index), token.isNumber, token.digits == 4 else { return false }
    return (1000..<2200).contains(token.value) && !token.traits.contains(.grouped)
  }

  /// Whether the phrase looks ahead.
  private func isAhead(_ phrase: Range<Int>) -> Bool {
    phrase.contains { sentence.isWord($0, in: ahead) }
  }

  // MARK: Months and days

  private func monthSpan(_ index: Int, _ phrase: Range<Int>) -> TimeSpan? {
    guard let month = sentence.token(index).flatMap({ monthNumbers[$0.bits] }) else { return nil }
    let numbers = phrase.filter { sentence.isNumber($0) && abs($0 - index) <= 3 }
    let year =
      (phrase.lowerBound..<phrase.upperBound + 2).first { isYear($0) }.map { Int(value($0)) }
    let day = numbers.first { (1...31).contains(value($0)) && !isYear($0) }.map { Int(value($0)) }
    if let day { return daySpan(year, month, day) }
    if let year { return TimeSpan(year: year, month: month) }
    if phrase.contains(where: { sentence.isWord($0, lastKey) }),
      phrase.contains(where: { sentence.isWord($0, yearKey) })
    {
      return TimeSpan(year: date.year - 1, month: month)
    }
    let isLater = month > date.month
    let isNext = isAhead(phrase) && month < date.month
    return TimeSpan(
      year: date.year - (isLater && !isAhead(phrase) ? 1 : 0) + (isNext ? 1 : 0), month: month)
  }

  /// The day of a given year, else the latest one, or the next where the phrase looks ahead; a
  /// day up to a quarter ahead is announced rather than past.
  private func daySpan(_ year: Int?, _ month: Int, _ day: Int) -> TimeSpan? {
    let years = year.map { [$0] } ?? [date.year, date.year - 1, date.year + 1]
    let days = years.compactMap { PublicationDate(year: $0, month: month, day: day) }
    let soon = date.adding(days: 92)
    return days.filter { year != nil || $0 <= soon }.max().map { TimeSpan($0, $0) }
  }

  private func weekdaySpan(_ index: Int, _ phrase: Range<Int>) -> TimeSpan? {
    guard let weekday = sentence.token(index).flatMap({ weekdayNumbers[$0.bits] }) else {
      return nil
    }
    let back = ((date.weekday - weekday) % 7 + 7) % 7
    let day = date.adding(days: isAhead(phrase) ? (back == 0 ? 7 : 7 - back) : -back)
    return TimeSpan(day, day)
  }

  // MARK: Relative times

  /// "two years ago", "a month ago".
  private func ago(_ phrase: Range<Int>) -> TimeSpan? {
    guard phrase.contains(where: { sentence.isWord($0, agoKey) }),
      let noun = phrase.first(where: { unit($0) != nil }), let unit = unit(noun)
    else { return nil }
    return shifted(unit, by: -count(in: phrase, before: noun))
  }

  /// "last year", "this week", "in the first quarter", "over the past 8 weeks".
  private func relative(_ phrase: Range<Int>) -> TimeSpan? {
    guard let noun = phrase.last(where: { unit($0) != nil }), let unit = unit(noun) else {
      return nil
    }
    let before = phrase.lowerBound..<noun
    if unit == .quarter,
      let place = before.lazy.compactMap({ quarters[sentence.tokens[$0].bits] }).first
    {
      return quarter(place, phrase)
    }
    let isPast = before.contains { sentence.isWord($0, in: pastWords) }
    let hasCount = before.contains { sentence.isNumber($0) || isSpelled($0) }
    if isPast, hasCount {
      guard let start = shifted(unit, by: -count(in: phrase, before: noun)) else { return nil }
      return TimeSpan(start.first, date)
    }
    guard noun + 1 == phrase.upperBound else { return nil }
    if isPast { return shifted(unit, by: -1) }
    if before.contains(where: { sentence.isWord($0, nextKey) }) { return shifted(unit, by: 1) }
    return before.contains { sentence.isWord($0, thisKey) } ? shifted(unit, by: 0) : nil
  }

  /// The latest quarter of that number that has begun.
  private func quarter(_ number: Int, _ phrase: Range<Int>) -> TimeSpan? {
    let named = phrase.first(where: isYear).map { Int(value($0)) }
    let month = number * 3 - 2
    return TimeSpan(
      year: named ?? (month <= date.month ? date.year : date.year - 1), month: month, count: 3)
  }

  private func isSpelled(_ index: Int) -> Bool {
    sentence.token(index).map { $0.isWord && NumberReader.beginsCount($0) } ?? false
  }

  /// The number right before a noun, one for none.
  private func count(in phrase: Range<Int>, before noun: Int) -> Int {
    for index in (phrase.lowerBound..<noun).reversed() {
      guard let number = NumberReader(sentence.tokens).number(at: index) else { continue }
      return number.isRepresentable && number.value < 10_000 ? Int(number.value) : 0
    }
    return 1
  }

  private enum CalendarUnit { case day, week, month, quarter, year, decade }

  private func unit(_ index: Int) -> CalendarUnit? {
    switch sentence.lowercased(index) {
    case "day", "days": .day
    case "week", "weeks": .week
    case "month", "months": .month
    case "quarter", "quarters": .quarter
    case "year", "years": .year
    case "decade", "decades": .decade
    default: nil
    }
  }

  /// The calendar's day, week, month, quarter or year so many steps from the article's.
  private func shifted(_ unit: CalendarUnit, by count: Int) -> TimeSpan? {
    switch unit {
    case .day:
      let day = date.adding(days: count)
      return TimeSpan(day, day)
    case .week:
      let monday = date.adding(days: count * 7 - date.weekday)
      return TimeSpan(monday, monday.adding(days: 6))
    case .month: return TimeSpan(year: date.year, month: date.month + count)
    case .quarter:
      return TimeSpan(year: date.year, month: (date.month - 1) / 3 * 3 + 1 + count * 3, count: 3)
    case .year: return TimeSpan(year: date.year + count)
    case .decade: return TimeSpan(year: date.year + count * 10)
    }
  }
}

private let sinceKey = WordKey("since")
private let agoKey = WordKey("ago")
private let nextKey = WordKey("next")
private let thisKey = WordKey("this")
private let lastKey = WordKey("last")
private let yearKey = WordKey("year")
private let joins = WordSet("and to until")
private let ahead = WordSet("by until till for next from")
private let pastWords = WordSet("last past previous")
private let dayOffsets = WordTable<Int>([
  ("today", 0), ("tonight", 0), ("now", 0), ("overnight", 0), ("yesterday", -1), ("tomorrow", 1),
])
private let quarters = WordTable<Int>([("first", 1), ("second", 2), ("third", 3), ("fourth", 4)])
private let monthNumbers = numbered(
  "january february march april may june july august september october november december", from: 1)
private let weekdayNumbers = numbered(
  "monday tuesday wednesday thursday friday saturday sunday", from: 0)

/// Names by place, each with its short forms of three and four letters.
private func numbered(_ names: String, from first: Int) -> WordTable<Int> {
  WordTable(
    names.split(separator: " ").enumerated().flatMap { place, name in
      [String(name), String(name.prefix(3)), String(name.prefix(4)), String(name.prefix(5))].map {
        ($0, place + first)
      }
    })
}
