import Articles
import Excerpts
import Testing

/// Times in an article of Thursday, 12 October 2023, as words and as days.
private let times: [(String, String, String?)] = [
  ("Sales fell 4% on Tuesday.", "on Tuesday", "2023-10-10"),
  ("Sales fell 4% on Thursday.", "on Thursday", "2023-10-12"),
  ("Rates will be 4% by Monday.", "by Monday", "2023-10-16"),
  ("Sales fell 4% yesterday.", "yesterday", "2023-10-11"),
  ("Sales fell 4% last year.", "last year", "2022"),
  ("Sales fell 4% this month.", "this month", "2023-10"),
  ("Sales fell 4% last week.", "last week", "2023-10-02 to 2023-10-08"),
  ("Sales fell 4% in March.", "in March", "2023-03"),
  ("Sales fell 4% in December.", "in December", "2022-12"),
  ("Sales fell 4% in June 2019.", "in June 2019", "2019-06"),
  ("Sales fell 4% in 2019.", "in 2019", "2019"),
  ("Sales fell 4% on March 3.", "on March 3", "2023-03-03"),
  ("Sales fell 4% in the first quarter.", "in the first quarter", "2023-01 to 2023-03"),
  ("Sales fell 4% in the fourth quarter.", "in the fourth quarter", "2023-10 to 2023-12"),
  ("Some 40 boats have sunk since February 24.", "since February 24", "2023-02-24 to 2023-10-12"),
  ("Rain was 38 mm between June and August.", "between June and August", "2023-06 to 2023-08"),
  ("Turnout was 63% four years ago.", "four years ago", "2019"),
  (
    "Some 40 boats sank over the past 8 weeks.", "over the past 8 weeks", "2023-08-14 to 2023-10-12"
  ),
  ("Sales fell 4% a year earlier.", "a year earlier", nil),
  ("In 2021, when the total was 50,864, it rained.", "In 2021", "2021"),
  ("The chain will open 4 shops by summer.", "by summer", nil),
  ("Demand hit 14 gigawatts at 3:10 p.m.", "at 3:10 p.m.", nil),
]

@Test(arguments: times)
func aTimeIsResolvedFromTheDateOfTheArticle(text: String, words: String, days: String?) throws {
  let document = Document(verbatim: text)
  let date = try #require(PublicationDate(year: 2023, month: 10, day: 12))
  let figure = try #require(findExcerpts(in: document, date: date, kinds: .figures).figures.first)
  #expect(figure.asOf.map { String(document.words(in: $0)) } == words)
  #expect(figure.time?.description == days)
}

@Test func withoutADateNoDaysAreTold() {
  let found = findExcerpts(in: Document(verbatim: "Sales fell 4% on Tuesday."), kinds: .figures)
  #expect(found.figures.map(\.time) == [nil])
}

/// Sentences whose figure has no time, though one stands near.
@Test(arguments: [
  "Growth was 12% more than in 2017.", "Lund, who came in 2022, has six goals.",
  "Prices are 3% up on a year ago.", "It is 155 in the 2021 version.",
  "Water drops by four inches a day and the lake now lies low.",
  "The quake hit at 4:52 a.m. at a depth of 11 km.",
  "The plan takes $3 million over the next four years.",
])
func aTimeOfSomethingElseIsNotTaken(text: String) {
  let found = findExcerpts(in: Document(verbatim: text), kinds: .figures)
  #expect(found.figures.first?.asOf == nil)
}

/// Every day of four centuries and a half follows the day before it.
@Test func daysOfTheCalendarFollowOneAnother() throws {
  var date = try #require(PublicationDate(year: 1799, month: 12, day: 31))
  for year in 1800..<2250 {
    let span = try #require(
      findExcerpts(
        in: Document(verbatim: "Sales fell 4% tomorrow."), date: date, kinds: .figures
      ).figures.first?.time)
    #expect(span.first == PublicationDate(year: year, month: 1, day: 1))
    date = try #require(PublicationDate(year: year, month: 12, day: 31))
  }
}
