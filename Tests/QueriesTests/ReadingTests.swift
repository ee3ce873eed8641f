import Queries
import Testing

/// A tree in a form that is short to write down.
private func dump(_ query: Query) -> String {
  switch query {
  case .everything: "everything"
  case .condition(let condition): "\(condition)"
  case .not(let inner): "not[\(dump(inner))]"
  case .all(let inner): "all[\(inner.map(dump).joined(separator: ", "))]"
  case .any(let inner): "any[\(inner.map(dump).joined(separator: ", "))]"
  }
}

@Test(arguments: [
  ("", "everything"),
  ("   ", "everything"),
  ("ferry", "ferry"),
  ("ferry quay", "all[ferry, quay]"),
  ("\"night ferry\"", "\"night ferry\""),
  ("“night ferry” quay", "all[\"night ferry\", quay]"),
  ("ferr*", "ferr*"),
  ("-ferry", "not[ferry]"),
  ("--ferry", "ferry"),
  ("ferry -\"day boat\"", "all[ferry, not[\"day boat\"]]"),
  ("ferry or tram", "any[ferry, tram]"),
  ("ferry OR tram quay", "any[ferry, all[tram, quay]]"),
  ("(ferry or tram) quay", "all[any[ferry, tram], quay]"),
  ("((ferry))", "ferry"),
  ("-(ferry or tram)", "not[any[ferry, tram]]"),
  ("ferry (quay pier)", "all[ferry, quay, pier]"),
  ("a or (b or c)", "any[a, b, c]"),
  ("title:harbour", "title:harbour"),
  ("TITLE:Harbour", "title:Harbour"),
  ("by:almquist site:\"Selm Courier\"", "all[author:almquist, source:\"Selm Courier\"]"),
  ("tag:transport in:\"to read\" lang:EN", "all[tag:transport, in:\"to read\", lang:en]"),
  ("from:\"Selm Courier\" from:–", "all[from:\"Selm Courier\", from:–]"),
  ("is:unread has:quotes", "all[is:unread, has:quote]"),
  ("2w", "after:2w"),
  ("after:2026-04-15 before:2026-05 date:2025", "all[after:2026-04-15, before:2026-05, date:2025]"),
  ("date:yesterday after:today", "all[date:1d, after:today]"),
  ("http://example.org/a", "http://example.org/a"),
  ("10:30", "10:30"),
  ("co-operative", "co-operative"),
  ("\"title:a\"", "\"title:a\""),
  ("\"or\"", "\"or\""),
])
func queriesAreReadAsTrees(text: String, tree: String) throws {
  #expect(dump(try Query(text)) == tree)
}

@Test(arguments: [
  ("speaker:harrow says:\"kept the timetable\"", 1),
  ("says:kept speaker:harrow", 1),
  ("speaker:harrow speaker:ruiz", 2),
  ("(speaker:harrow) says:kept", 2),
  ("speaker:harrow -says:kept", 2),
  ("speaker:harrow ferry says:kept", 3),
  ("figure:>1e6 unit:passengers", 1),
  ("unit:passengers figure:>1e6", 1),
  ("figure:>1e6 figure:<2e6 unit:passengers", 2),
])
func neighboursAreOneQuoteOrOneFigure(text: String, count: Int) throws {
  let query = try Query(text)
  if case .all(let inner) = query {
    #expect(inner.count == count)
  } else {
    #expect(count == 1)
  }
}

@Test(arguments: [
  ("4.8m", "figure:4800000"), ("4,800,000", "figure:4800000"), (">1e6", "figure:>1000000"),
  (">=2bn", "figure:>=2000000000"), ("<3", "figure:<3"), ("<=5%", "figure:<=5 unit:percentage"),
  ("~4.8million", "figure:~4800000"), ("3..5", "figure:3..5"), ("-4..2", "figure:-4..2"),
  ("$3bn", "figure:3000000000 unit:dollar"), ("=7", "figure:7"), ("0.05", "figure:0.05"),
  ("1k..2k", "figure:1000..2000"), ("£5..£7", "figure:5..7 unit:pound"),
])
func numbersAreReadAsPeopleWriteThem(text: String, printed: String) throws {
  #expect("\(try Query("figure:\(text)"))" == printed)
}

@Test(arguments: [
  ("ferry \"quay", 7, "The quotation mark is not closed."),
  ("ferry (quay", 7, "The parenthesis is not closed."),
  ("ferry) quay", 6, "No parenthesis is open here."),
  ("ferry ()", 7, "The parentheses hold nothing."),
  ("or ferry", 1, "Nothing stands before this “or”."),
  ("ferry or", 7, "Nothing follows this “or”."),
  ("(ferry or) quay", 8, "Nothing follows this “or”."),
  ("ferry -", 7, "Nothing follows the minus."),
  ("a titel:b", 3, "There is no field titel:. Did you mean title:?"),
  ("zebra:b", 1, "There is no field zebra:. In quotation marks it is searched for."),
  ("ferry title:", 7, "title: wants something after it."),
  ("is:unred", 4, "There is no state “unred”. Did you mean unread?"),
  ("is:green", 4, "There is no state “green”. There are read, unread, starred, archived, deleted."),
  (
    "figure:many", 8,
    "“many” is no number such as >1e6, 4.8m or 3..5; what is counted is unit:."
  ),
  (
    "before:soon", 8,
    "“soon” is no date such as 2026-04-15, 2026-04, 2026, yesterday or 2w."
  ),
  (
    "ferry after:2026-02-30", 13,
    "“2026-02-30” is no date such as 2026-04-15, 2026-04, 2026, yesterday or 2w."
  ),
  ("ferry …", 7, "There is no letter or digit to look for."),
  ("über \"…\"", 6, "There is no letter or digit to look for."),
])
func mistakesAreNamedWithTheirColumn(text: String, column: Int, sentence: String) {
  #expect(throws: QueryMistake(sentence, column: column)) { try Query(text) }
}

@Test(arguments: [
  ("evid", "evid*"), ("evi", "evi*"), ("ev", "ev"), ("the", "the"), ("東", "東*"),
  ("no evid", "all[no, evid*]"), ("evid ", "evid"),
  ("\"no evid", "\"no evid\"*"),
  ("\"no evidence\"", "\"no evidence\""), ("ferry or", "ferry"), ("ferry -", "ferry"),
  ("(ferry or tram", "any[ferry, tram*]"), ("ferry (", "ferry"), ("speaker:har", "speaker:har*"),
  ("ferry title:", "ferry"), ("tag:tra", "tag:tra"),
])
func whatIsBeingTypedIsReadAsFarAsItGoes(text: String, tree: String) throws {
  #expect(dump(try Query(text, isUnfinished: true)) == tree)
}

@Test func parenthesesHaveALimitAndNoRecursion() {
  let deep = String(repeating: "(", count: 100_000) + "a"
  #expect(throws: QueryMistake.self) { try Query(deep) }
  let many = String(repeating: "(a) ", count: 100_000)
  #expect(throws: QueryMistake("A query may have at most 200 conditions.", column: 802)) {
    try Query(many)
  }
}

@Test func everyFieldHasAHelpLineWithItsOwnExample() throws {
  for field in QueryField.allCases {
    let example = try #require(field.summary.firstRange(of: "  "))
    let query = try Query(String(field.summary[..<example.lowerBound]))
    #expect("\(query)".hasPrefix(field.rawValue + ":"))
  }
}
