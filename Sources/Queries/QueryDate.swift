public import Articles

/// A day, month or year, or a time before today.
public enum QueryDate: Hashable, Sendable {
  /// Units that times before today are counted in.
  public enum Unit: String, Hashable, Sendable, CaseIterable {
    /// The letters that a query writes.
    case days = "d"
    case weeks = "w"
    case months = "m"
    case years = "y"
  }

  /// One day.
  case day(PublicationDate)
  /// A month of a year.
  case month(year: Int, month: Int)
  /// A year.
  case year(Int)
  /// So many days, weeks, months or years before today; 0 days is today.
  case ago(Int, Unit)

  /// The first day of it and the first day after it.
  ///
  /// - Parameter today: the day that relative dates count from.
  /// - Returns: the two days; the second does not belong to the date.
  public func days(today: PublicationDate) -> (first: PublicationDate, end: PublicationDate) {
    switch self {
    case .day(let date): (date, date.adding(days: 1))
    case .month(let year, let month):
      (.first(year, month), PublicationDate.first(year, month).adding(months: 1))
    case .year(let year): (.first(year, 1), .first(year + 1, 1))
    case .ago(let count, let unit):
      (today.going(back: count, unit), today.going(back: count, unit).adding(days: 1))
    }
  }
}

/// What a query says about the date of an article.
public enum DateBound: Hashable, Sendable {
  /// On the first day of the date, or later.
  case after(QueryDate)
  /// Before the first day of the date.
  case before(QueryDate)
  /// Within the date.
  case within(QueryDate)

  /// The days that match: from the first, up to but without the second; nil where open.
  ///
  /// - Parameter today: the day that relative dates count from.
  /// - Returns: the bounds as days.
  public func days(today: PublicationDate) -> (from: PublicationDate?, before: PublicationDate?) {
    switch self {
    case .after(let date): (date.days(today: today).first, nil)
    case .before(let date): (nil, date.days(today: today).first)
    case .within(let date):
      (date.days(today: today).first, date.days(today: today).end)
    }
  }
}

extension PublicationDate {
  fileprivate static func first(_ year: Int, _ month: Int) -> PublicationDate {
    PublicationDate(year: year, month: month, day: 1) ?? PublicationDate(dayNumber: 0)
  }

  fileprivate func going(back count: Int, _ unit: QueryDate.Unit) -> PublicationDate {
    switch unit {
    case .days: adding(days: -count)
    case .weeks: adding(days: -7 * count)
    case .months: adding(months: -count)
    case .years: adding(months: -12 * count)
    }
  }
}

// MARK: - Reading

extension QueryDate {
  /// Reads "2026-04-15", "2026-04", "2026", "today", "yesterday" and "2w"; nil for all else.
  init?(_ text: String) {
    switch text.lowercased() {
    case "today": self = .ago(0, .days)
    case "yesterday": self = .ago(1, .days)
    default:
      if let date = Self.relative(text) ?? Self.calendar(text) { self = date } else { return nil }
    }
  }

  /// Reads a whole number below ten thousand and a letter, as "2w".
  static func relative(_ text: String) -> QueryDate? {
    guard let letter = text.last, let unit = Unit(rawValue: letter.lowercased()),
      let count = plainNumber(text.dropLast())
    else { return nil }
    return .ago(count, unit)
  }

  private static func calendar(_ text: String) -> QueryDate? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    let numbers = parts.compactMap(plainNumber)
    guard numbers.count == parts.count, parts[0].utf8.count == 4 else { return nil }
    switch numbers.count {
    case 1: return .year(numbers[0])
    case 2:
      return (1...12).contains(numbers[1]) ? .month(year: numbers[0], month: numbers[1]) : nil
    case 3:
      return PublicationDate(year: numbers[0], month: numbers[1], day: numbers[2]).map(
        QueryDate.day)
    default: return nil
    }
  }

  private static func plainNumber(_ text: Substring) -> Int? {
    guard (1...4).contains(text.utf8.count), text.utf8.allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
    return Int(text)
  }
}

extension QueryDate: CustomStringConvertible {
  /// As a query writes it.
  public var description: String {
    switch self {
    case .day(let date): date.description
    case .month(let year, let month):
      String(PublicationDate.first(year, month).description.prefix(7))
    case .year(let year): String(PublicationDate.first(year, 1).description.prefix(4))
    case .ago(0, .days): "today"
    case .ago(let count, let unit): "\(count)\(unit.rawValue)"
    }
  }
}
