import Articles
import Excerpts
import Testing

/// Figures as "value bound unit change", ranges as "low..high"; rejected numbers as "reason".
private func figures(_ text: String) -> [String] {
  findExcerpts(in: Document(verbatim: text), kinds: .figures).figures.map { figure in
    let value =
      switch figure.value {
      case .exactly(let number): plain(number)
      case .between(let low, let high): "\(plain(low))..\(plain(high))"
      }
    let parts = [value, figure.bound.rawValue, figure.unit ?? "-", figure.change?.rawValue]
    return parts.compactMap { $0 }.joined(separator: " ")
  }
}

private func plain(_ number: Double) -> String {
  number == number.rounded() && abs(number) < 1e15 ? String(Int(number)) : String(number)
}

private let sentences: [(String, [String])] = [
  ("A third of those screened fell ill.", ["0.3333333333333333 = -"]),
  ("Dozens of vehicles burned.", ["12..120 range vehicle"]),
  ("Nearly 70kg of gold lay there.", ["70 ~ kilogram"]),
  ("He owns 35m of its devices.", ["35000000 = device"]),
  ("The 37m (121ft)-long hull split.", ["37 = metre", "121 = foot"]),
  ("It owes Rs 11,861 crore.", ["118610000000 = indian rupee"]),
  ("They flooded 2,40,096 hectares.", ["240096 = hectare"]),
  ("Debt is $US113 trillion.", ["113000000000000 = dollar"]),
  (
    "She paid S$1mil (RM3.06mil).", ["1000000 = singaporean dollar", "3060000 = malaysian ringgit"]
  ),
  ("Tickets cost RM79 a month.", ["79 = malaysian ringgit per month"]),
  ("Profit was $6.78 billion a year earlier.", ["6780000000 = dollar"]),
  ("Offices fetch $80 per sq m.", ["80 = dollar per square metre"]),
  ("Support has a margin of error of 2.9 percentage points.", ["2.9 = percentage point"]),
  ("Rates rose from 5 to 7 per cent.", ["5..7 range percentage up"]),
  ("Sales rose 60% in spring.", ["60 = percentage up"]),
  ("Shares fell to 1.9% of the total.", ["1.9 = percentage"]),
  ("It was a 3 percent drop.", ["3 = percentage"]),
  ("Analysts see between 50 and 70 closures.", ["50..70 range closure"]),
  ("Fines run up to $8 million.", ["8000000 < dollar"]),
  ("No fewer than 20 boats sank.", ["20 > boat"]),
  ("It takes 10-15 minutes.", ["10..15 range minute"]),
  ("The air is at minus 260 degrees Fahrenheit.", ["-260 = fahrenheit"]),
  (
    "Four-, five- and six-cylinder engines roar.", ["4 = cylinder", "5 = cylinder", "6 = cylinder"]
  ),
  ("He stands 6ft 3in tall.", ["6.25 = foot"]),
  ("Penn Arlo, 66, retired.", ["66 = year of age"]),
  ("Two dozen goats escaped.", ["24 = goat"]),
  ("One in four goats escaped.", ["0.25 = % goat"]),
  ("Police stopped 460 cars, compared with 63 last year.", ["460 = car", "63 = car"]),
  (
    "Bread costs $4.10 a loaf, up from $3.20.", ["4.1 = dollar per loaf", "3.2 = dollar per loaf"]
  ),
  ("Fares are £2,187 a year from April.", ["2187 = pound sterling per year"]),
  ("A family may buy two kg a week.", ["2 = kilogram per week"]),
  ("The wait has grown by 19 days to 163 days.", ["19 = day up", "163 = day"]),
  ("It will open four or five shops.", ["4..5 range shop"]),
  ("The rate is far below the 95 per cent needed.", ["95 = percentage"]),
  ("Hundreds of fighters, possibly 700, are held.", ["100..1000 range fighter", "700 ~ fighter"]),
  ("More than half voted.", ["0.5 > -"]),
  ("The oldest is 61, the youngest 18.", ["61 = year of age", "18 = year of age"]),
  ("It held babies of eight months.", ["8 = month of age"]),
  ("Police stopped 12 cars, nine of them vans.", ["12 = car", "9 = van"]),
  ("Six others were held.", ["6 = people"]),
  ("The town, home to 41,000, is dark.", ["41000 = people"]),
  ("Returns totalled 18,400 in October.", ["18400 = return"]),
  ("Pubs are closing at a rate of eight a week.", ["8 = pub per week"]),
  (
    "Builders began 5,040 homes, up 40 percent from 4,200.",
    ["5040 = home", "40 = percentage up", "4200 = home"]
  ),
  ("The train was late on two days out of three.", ["2 = day", "3 = day"]),
  (
    "The index lost 0.9% and the technology gauge 2.2%.",
    ["0.9 = percentage down", "2.2 = percentage down"]
  ),
  ("The Dow lost 190 points, or 0.6%.", ["190 = point down", "0.6 = percentage down"]),
  ("It is a 3 cylinder engine.", ["3 = cylinder"]),
  ("Dinner costs $90 for two.", ["90 = dollar", "2 = -"]),
  ("They sold 500 for two, and left.", ["500 = -", "2 = -"]),
  ("The stock trades on 6.5 times earnings.", ["6.5 = time"]),
  ("The bank holds 7.5 million Danish crowns.", ["7500000 = danish krone"]),
  (
    "The offer was C$6 (US$4.46) per share.",
    ["6 = canadian dollar per share", "4.46 = dollar per share"]
  ),
]

@Test(arguments: sentences)
func aSentenceGivesItsFigures(text: String, expected: [String]) {
  #expect(figures(text) == expected)
}

private let rejections: [(String, RejectedNumber.Reason)] = [
  ("The S&P 500 was flat.", .name), ("He bought an iPhone 12.", .name),
  ("A Boeing 787 landed.", .name), ("COVID-19 spread.", .name), ("The G7 met.", .name),
  ("Section 427 was struck.", .code), ("They live at ZIP 90049.", .postcode),
  ("The show starts at 9:01 p.m.", .time), ("It began on February 24.", .date),
  ("That was in 1999.", .year), ("They won 2-1.", .score), ("It was her 10th record.", .ordinal),
  ("Call 0800 555 0142.", .phone), ("The shop at 14 Mill Lane shut.", .address),
  ("No one came.", .idiom), ("It is open 24/7.", .idiom), ("1) Buy bread.", .list),
  ("They knew in month three.", .ordinal), ("The tail turned 141 for seven into a lead.", .score),
  ("Rule 31(b) was cited.", .code), ("It met ISO 3888-2.", .code), ("It was the 1980s.", .year),
  ("Volkswagen built the ID.3 there.", .name), ("He told of the Kick Six again.", .name),
]

@Test(arguments: rejections)
func aNumberThatIsNoFigureHasItsReason(text: String, reason: RejectedNumber.Reason) {
  let found = findExcerpts(in: Document(verbatim: text), kinds: .figures)
  #expect(found.figures.isEmpty)
  #expect(found.rejectedNumbers.map(\.reason) == [reason])
}

@Test func aConversionPointsAtItsOriginal() {
  let found = findExcerpts(
    in: Document(verbatim: "It is seven miles (11 km) long."), kinds: .figures)
  #expect(found.figures.map(\.conversionOf) == [nil, 0])
}

@Test func aChangeKeepsTheLevelItCameFrom() {
  let text = "Sales rose 60% to 3.9 million headsets, up from 2.4 million in 2017."
  let found = findExcerpts(in: Document(verbatim: text), kinds: .figures)
  #expect(found.figures.map(\.base) == [nil, 2_400_000, nil])
  #expect(found.figures.last?.unit == "headset")
}

@Test func aFigureHasItsSubjectSourceAndTime() {
  let text = "Prices in Belhaven fell 4% in March, according to the Coast Bank."
  let document = Document(verbatim: text)
  let figure = findExcerpts(in: document, kinds: .figures).figures.first
  func words(_ range: TextRange?) -> String? { range.map { String(document.words(in: $0)) } }
  #expect(words(figure?.concept) == "Prices in Belhaven")
  #expect(words(figure?.source) == "Coast Bank")
  #expect(words(figure?.asOf) == "in March")
}

private let hostile = [
  String(repeating: "7", count: 20_000), String(repeating: ",", count: 10_000), "1e999999",
  "5" + String(repeating: " million", count: 2_000), String(repeating: "1,", count: 700),
  String(repeating: "1,23,", count: 700), String(repeating: "from 1 to ", count: 700),
  String(repeating: "\"1 ", count: 700), String(repeating: "-1/", count: 700), "٣٤\u{301}½",
  String(repeating: "$", count: 10_000) + "1", "1\u{FFFD}2 \u{0}3 per", "-", "(5", "5)", "a",
  "half a",
]

@Test(arguments: hostile)
func hostileTextKeepsRangesInsideIt(text: String) {
  let found = findExcerpts(in: Document(verbatim: text), kinds: .figures)
  let end = text.utf8.count
  for figure in found.figures {
    #expect(figure.range.lowerBound < figure.range.upperBound && figure.phrase.upperBound <= end)
    #expect(figure.phrase.contains(figure.range))
  }
  let isAscending = zip(found.figures, found.figures.dropFirst()).allSatisfy {
    $0.range.upperBound <= $1.range.lowerBound
  }
  #expect(isAscending)
}

@Test func aNumberTooLargeIsNamedAndLeftOut() {
  let found = findExcerpts(in: Document(verbatim: "It cost 1e999999 dollars."), kinds: .figures)
  #expect(found.figures.isEmpty)
  #expect(found.rejectedNumbers.map(\.reason) == [.unrepresentable])
  #expect(found.diagnostics.count == 1)
}
