// Days as whole numbers, so that dates can be counted with and sorted. The civil calendar in closed
// form, after the usual shift of the year's start to March, where leap days come last.

extension PublicationDate {
  /// The days since 1 January 1970, negative before it.
  public var dayNumber: Int {
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  /// The date that lies so many days after 1 January 1970.
  public init(dayNumber: Int) {
    let days = dayNumber + 719_468
    let era = (days >= 0 ? days : days - 146_096) / 146_097
    let dayOfEra = days - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  }

  /// The date so many days later, or earlier where negative.
  public func adding(days: Int) -> PublicationDate {
    PublicationDate(dayNumber: dayNumber + days)
  }

  /// The day of the week: Monday is 0, Sunday is 6.
  public var weekday: Int { ((dayNumber + 3) % 7 + 7) % 7 }

  /// The date so many calendar months later, or earlier where negative. A day that the month does
  /// not have becomes its last.
  public func adding(months: Int) -> PublicationDate {
    let total = year * 12 + month - 1 + months
    let newYear = total >= 0 ? total / 12 : (total - 11) / 12
    let newMonth = total - newYear * 12 + 1
    for shorter in 0..<4 {
      if let date = PublicationDate(year: newYear, month: newMonth, day: day - shorter) {
        return date
      }
    }
    return self
  }
}
