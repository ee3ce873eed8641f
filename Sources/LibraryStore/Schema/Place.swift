// Places: an article's day and its number in one whole number, so that order by place is order by
// date. 17 bits of day (1800 to 2158), 30 bits of article, and for an excerpt 16 bits of ordinal.

internal import Articles

/// The place of an article in the order of dates.
struct Place: Hashable {
  let value: Int64

  init(_ value: Int64) { self.value = value }

  init(day: PublicationDate, article: Int64) {
    let number = min(max(day.dayNumber - Self.firstDay, 0), 1 << 17 - 1)
    value = Int64(number) << 30 | article
  }

  /// The day number of 1 January 1800.
  static let firstDay = -62_091
  /// The most excerpts of an article that are indexed; more are kept, but not found by searches.
  static let excerptLimit = 1 << 16

  /// The day, held within 1800 to 2158.
  var day: PublicationDate { Self.day(Int(value >> 30)) }

  /// The day of the number that places begin with.
  static func day(_ number: Int) -> PublicationDate {
    PublicationDate(dayNumber: number + firstDay)
  }

  /// The smallest place of a day.
  static func start(of day: PublicationDate) -> Int64 { Place(day: day, article: 0).value }

  /// The key of an excerpt of the article.
  func key(_ ordinal: Int) -> Int64 { value << 16 | Int64(ordinal) }
}

extension ArticleID {
  /// The identity of a row, as "#12".
  init(row: Int64) { self.init("#\(row)") }

  /// The row's number; nil for identities that no library gave.
  var row: Int64? {
    description.first == "#" ? Int64(description.dropFirst()) : nil
  }
}

/// The row of an article that must be in the library.
///
/// - Throws: `missing` for identities that no library gave.
func row(of id: ArticleID) throws(LibraryError) -> Int64 {
  guard let row = id.row else { throw LibraryError(.missing, "The library has no article \(id).") }
  return row
}
