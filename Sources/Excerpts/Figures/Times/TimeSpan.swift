public import Articles

/// The days that words like "in October" stand for in an article of a known date.
public struct TimeSpan: Hashable, Sendable, CustomStringConvertible {
  /// The first day.
  public let first: PublicationDate
  /// The last day, the same for a single one.
  public let last: PublicationDate

  /// Makes a span; the days may be given in either order.
  public init(_ first: PublicationDate, _ last: PublicationDate) {
    self.first = min(first, last)
    self.last = max(first, last)
  }

  /// A year.
  init?(year: Int) {
    guard year > 0, let first = PublicationDate(year: year, month: 1, day: 1),
      let last = PublicationDate(year: year, month: 12, day: 31)
    else { return nil }
    self.init(first, last)
  }

  /// So many months of a year, from one on; months outside 1 to 12 fall in the years around it.
  init?(year: Int, month: Int, count: Int = 1) {
    guard year > 0, year * 12 + month > 12 else { return nil }
    let start = Self.wrapped(year, month)
    let end = Self.wrapped(year, month + count)
    guard let first = PublicationDate(year: start.year, month: start.month, day: 1),
      let next = PublicationDate(year: end.year, month: end.month, day: 1)
    else { return nil }
    self.init(first, next.adding(days: -1))
  }

  private static func wrapped(_ year: Int, _ month: Int) -> (year: Int, month: Int) {
    let months = year * 12 + month - 1
    return (months / 12, months % 12 + 1)
  }

  /// The year, month or day in ISO form, else both ends: "2023", "2023-10", "2023-10-01 to
  /// 2023-12-31".
  public var description: String {
    if first == last { return first.description }
    let isMonths = first.day == 1 && last.adding(days: 1).day == 1
    guard isMonths else { return "\(first) to \(last)" }
    if first.month == 1, last.month == 12 {
      return first.year == last.year ? String(first.year) : "\(first.year) to \(last.year)"
    }
    let months = [first, last].map { String($0.description.dropLast(3)) }
    return months[0] == months[1] ? months[0] : "\(months[0]) to \(months[1])"
  }
}
