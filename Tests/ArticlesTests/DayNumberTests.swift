import Articles
import Testing

@Test(arguments: [
  ("1970-01-01", 0), ("1969-12-31", -1), ("2000-02-29", 11_016), ("2000-03-01", 11_017),
  ("2026-04-15", 20_558), ("1600-01-01", -135_140), ("0000-03-01", -719_468),
])
func datesAreNumberedFrom1970(text: String, number: Int) {
  #expect(PublicationDate(dayNumber: number).description == text)
  #expect(PublicationDate(dayNumber: number).dayNumber == number)
}

@Test(arguments: [
  ("2026-04-15", "2026-04-15"), ("2026-04-15T10:00:00Z", "2026-04-15"),
  ("2026-04-15 10:00", "2026-04-15"), ("2026-04-15-07:00", "2026-04-15"),
  ("2026-4-5T10:00", "2026-04-05"), ("0800-12-25", "0800-12-25"), ("2024-02-29", "2024-02-29"),
  ("2026-02-29", nil), ("2026-13-01", nil), ("26-04-15", nil), ("20260-4-15", nil),
  ("2026-04", nil), ("2026-04-", nil), ("2026--15", nil), ("2026-+4-15", nil), ("-2026-04-15", nil),
  ("2026-04-155", nil), ("15.04.2026", nil), ("", nil), ("٢٠٢٦-04-15", nil),
])
func isoDaysAreRead(text: String, day: String?) {
  #expect(PublicationDate(iso: text)?.description == day)
}

@Test func everyDayNumberComesBack() {
  for number in stride(from: -800_000, through: 800_000, by: 37) {
    #expect(PublicationDate(dayNumber: number).dayNumber == number)
  }
}

@Test(arguments: [
  ("1970-01-01", 0, "1970-01-01", 3), ("2026-04-15", 16, "2026-05-01", 4),
  ("2024-03-01", -1, "2024-02-29", 3), ("2000-01-01", -3, "1999-12-29", 2),
  ("1899-12-31", 1, "1900-01-01", 0),
])
func daysAreAddedAndHaveTheirPlaceInTheWeek(
  text: String, days: Int, sum: String, weekday: Int
) throws {
  let date = try #require(PublicationDate(iso: text))
  #expect(date.adding(days: days).description == sum)
  #expect(date.adding(days: days).weekday == weekday)
}

@Test(arguments: [
  ("2026-03-31", -1, "2026-02-28"), ("2024-03-31", -1, "2024-02-29"),
  ("2026-01-15", -1, "2025-12-15"),
  ("2026-04-15", -12, "2025-04-15"), ("2026-12-01", 1, "2027-01-01"),
  ("2024-02-29", 12, "2025-02-28"),
])
func monthsAreAddedByTheCalendar(text: String, months: Int, sum: String) throws {
  let date = try #require(PublicationDate(iso: text))
  #expect(date.adding(months: months).description == sum)
}
