import Articles
import GoldenTesting
import Queries
import Testing

/// Random trees in the form that reading gives.
private struct RandomQueries {
  var generator: SeededGenerator

  private mutating func below(_ count: Int) -> Int { Int.random(in: 0..<count, using: &generator) }

  private mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[below(elements.count)]
  }

  private mutating func pattern() -> WordPattern {
    let texts = [
      "ferry", "night ferry", "or", "Or", "-quay", "title:x", "2w", "a\"b", "x*", "“cut", "(a)",
      "éa", "co-op", "and so on", "9", "http://a/b", "«b»", "tab\there", " a ", "a''b",
    ]
    return WordPattern(pick(texts), isPrefix: below(4) == 0)
  }

  private mutating func date() -> QueryDate {
    switch below(4) {
    case 0: .day(PublicationDate(dayNumber: below(40_000) - 10_000))
    case 1: .month(year: 1 + below(3000), month: 1 + below(12))
    case 2: .year(1 + below(3000))
    default: .ago(below(99), pick(QueryDate.Unit.allCases))
    }
  }

  private mutating func number() -> Double {
    let values: [Double] = [0, 1, 4.8e6, 0.05, -3, 1e21, 1e-7, 123_456.789, 1 / 3]
    return pick(values)
  }

  private mutating func bound() -> NumberBound {
    switch below(5) {
    case 0: .equals(number())
    case 1: .about(number())
    case 2: .above(number(), orEqual: below(2) == 0)
    case 3: .below(number(), orEqual: below(2) == 0)
    default: .between(-5, number() + 5)
    }
  }

  mutating func condition() -> Condition {
    switch below(12) {
    case 0, 1: .words(pattern(), in: pick(TextField.allCases))
    case 2: pick([.source(pattern()), .sourceNamed(pick(["–", "The Courier", ""]))])
    case 3: .tag(pick(["transport", "to read", "x\"y"]))
    case 4: .collection(pick(["weekend", "to read"]))
    case 5: .language(pick(["en", "pt"]))
    case 6: .state(pick(ArticleState.allCases))
    case 7: .holds(pick(Holding.allCases))
    case 8:
      pick([.published(.after(date())), .published(.before(date())), .published(.within(date()))])
    case 9, 10:
      pick([
        .quote(QuotePattern(speaker: pattern())), .quote(QuotePattern(says: pattern())),
        .quote(QuotePattern(speaker: pattern(), says: pattern())),
      ])
    default:
      pick([
        .figure(FigurePattern(value: bound())), .figure(FigurePattern(unit: pattern())),
        .figure(FigurePattern(value: bound(), unit: pattern())),
      ])
    }
  }

  mutating func query(depth: Int) -> Query {
    switch depth == 0 ? 0 : below(6) {
    case 0, 1: .condition(condition())
    case 2: .negation(query(depth: depth - 1))
    case 3, 4: .conjunction((0..<(2 + below(3))).map { _ in query(depth: depth - 1) })
    default: .disjunction((0..<(2 + below(3))).map { _ in query(depth: depth - 1) })
    }
  }
}

@Test(arguments: 0..<8)
func whatIsPrintedReadsAsTheSameQuery(seed: Int) throws {
  var random = RandomQueries(generator: SeededGenerator(state: UInt64(seed)))
  for _ in 0..<100 {
    let query = random.query(depth: 4)
    let text = query.description
    #expect(try Query(text) == query, "\(text)")
  }
}

@Test(arguments: 0..<4)
func noTextBreaksTheReader(seed: Int) {
  var generator = SeededGenerator(state: UInt64(seed))
  let alphabet = Array("ab:-()\"“”*or  2w.,<>=~%$é\u{0}figuretitle")
  for _ in 0..<500 {
    let length = Int.random(in: 0..<24, using: &generator)
    let text = String((0..<length).map { _ in alphabet.randomElement(using: &generator) ?? "a" })
    do throws(QueryMistake) {
      let query = try Query(text)
      let again = try Query(query.description)
      #expect(again == query, "\(text)")
    } catch {
      #expect((1...(text.unicodeScalars.count + 1)).contains(error.column), "\(text): \(error)")
    }
    // What is still being typed may be mistaken, but never more so than what is complete.
    _ = try? Query(text, isUnfinished: true)
  }
}

@Test func datesResolveAgainstADayThatIsGiven() throws {
  let today = try #require(PublicationDate(year: 2026, month: 3, day: 31))
  func days(_ bound: DateBound) -> String {
    let days = bound.days(today: today)
    return "\(days.from?.description ?? "-") \(days.before?.description ?? "-")"
  }
  #expect(days(.after(.ago(2, .weeks))) == "2026-03-17 -")
  #expect(days(.before(.ago(1, .months))) == "- 2026-02-28")
  #expect(days(.within(.month(year: 2025, month: 12))) == "2025-12-01 2026-01-01")
  #expect(days(.within(.year(2024))) == "2024-01-01 2025-01-01")
  #expect(days(.within(.ago(0, .days))) == "2026-03-31 2026-04-01")
}

@Test func boundsSayWhichNumbersMatch() {
  #expect(NumberBound.about(100).interval.low == 95)
  #expect(NumberBound.about(-100).interval.low == -105)
  #expect(NumberBound.above(5, orEqual: false).interval.includesLow == false)
  #expect(NumberBound.below(5, orEqual: true).interval.includesHigh)
}
