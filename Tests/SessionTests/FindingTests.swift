import Articles
import Testing
import Typesetting

@testable import Session

@Test(arguments: [
  ("bridge", "The Bridge, a bridge.", ["Bridge", "bridge"]),
  ("Bridge", "The Bridge, a bridge.", ["Bridge"]), ("aa", "aaaa", ["aa", "aa"]),
  ("aab", "aaab", ["aab"]), ("x", "", []), ("мир", "МИР и мир", ["МИР", "мир"]),
  ("ΌΣΟ", "όσο", []), ("όσοσ", "ΌΣΟΣ όσος", ["ΌΣΟΣ", "όσος"]),
])
func wordsAreFoundWhateverTheirCaseUnlessTheQueryHasOne(
  query: String, text: String, found: [String]
) {
  #expect(words(found: query, in: text) == found)
}

@Test(arguments: [
  ("cafe", "Café cafe cafe\u{301}s", ["Café", "cafe", "cafe\u{301}"]),
  ("café", "café cafe cafe\u{301}s", ["café", "cafe\u{301}"]),
  ("cafe\u{301}", "café cafe", ["café"]), ("Emile", "Émile, émile", ["Émile"]),
  ("é e", "é é, é e", ["é e"]), ("viet nam", "Việt Nam", ["Việt Nam"]),
  ("việt", "Viêt Viẹt VIỆT", ["VIỆT"]), ("еще", "Ещё", ["Ещё"]), ("мои", "мой", []),
  ("oeuvre", "Œuvre", ["Œuvre"]), ("ß", "ss ẞ", ["ẞ"]), ("strasse", "Straße", ["Straße"]),
  ("lodz", "Łódź", ["Łódź"]), ("Oslo", "Øslo", ["Øslo"]), ("malmö", "Malmo Malmö", ["Malmö"]),
])
func accentsCountWhereTheQueryHasOne(query: String, text: String, found: [String]) {
  #expect(words(found: query, in: text) == found)
}

@Test(arguments: [
  ("don't", "“Don’t,” don't, don‘t", ["Don’t", "don't", "don‘t"]), ("don’t", "don't", []),
  ("\"no\"", "“No” „no“ «no»", ["“No”", "„no“", "«no»"]), ("-", "1914–18—", ["–", "—"]),
  ("well...", "Well… well...", ["Well…", "well..."]), (".", "a….", ["…", "."]), ("…", "...", []),
  (
    "two words", "two\nwords two \n  words two\u{A0}words",
    [
      "two\nwords", "two \n  words", "two\u{A0}words",
    ]
  ),
  ("end. start", "End.\n\nStart. End.\n \n start", []),
  ("report", "re\u{AD}port", ["re\u{AD}port"]),
  ("a ", "a  b", ["a  "]), (" ", "a \n\n b", [" \n"]),
])
func shapesOfMarksAndBlanksCountWhereTheQueryHasOne(
  query: String, text: String, found: [String]
) {
  #expect(words(found: query, in: text) == found)
}

@Test(arguments: ["\u{AD}", ""]) func nothingIsLookedForInNothing(query: String) {
  #expect(TextSearch(query) == nil)
}

@Test func lettersAreTakenApartAsTheStandardLibraryHasIt() {
  for (accent, letters, bases) in Letters.accents {
    #expect(letters.unicodeScalars.count == bases.unicodeScalars.count, "\(letters)")
    for (letter, base) in zip(letters, bases) {
      let mark = Unicode.Scalar(accent).map(String.init) ?? ""
      #expect(String(letter) == String(base) + mark)
      let isPlain = base.unicodeScalars.allSatisfy { !Letters.hasAccent($0.value) }
      let found = isPlain ? [String(letter)] : []
      #expect(words(found: String(base), in: String(letter)) == found)
    }
  }
}

@Test func foldingOfCaseIsWhatTheStandardLibrarySays() {
  for value in UInt32(0x80)..<0x590 {
    guard let scalar = UnicodeScalar(value), value != 0x130 else { continue }
    let upper = String(scalar)
    let lower = upper.lowercased()
    guard lower != upper else { continue }
    #expect(words(found: lower, in: upper) == [upper])
  }
}

/// The words of a text that a search finds.
private func words(found query: String, in text: String) -> [String] {
  let bytes = Array(text.utf8)
  return (TextSearch(query)?.matches(in: text) ?? Matches()).map {
    String(decoding: bytes[$0.bounds], as: UTF8.self)
  }
}

@Test func findingIsIncrementalAndEscapeReturns() {
  var state = openState()
  _ = press(&state, "j")
  let top = state.reading?.top
  let line = state.reading?.line
  _ = press(&state, "/paragraph 3")
  let found = state.reading?.found
  #expect(found?.matches.count == 11)
  #expect(found?.current == 0)
  #expect(state.reading?.line != line)
  _ = press(&state, "<Esc>")
  #expect(state.reading?.line == line)
  #expect(state.reading?.top == top)
  #expect(state.reading?.found == nil)
  #expect(state.prompt == nil)
}

@Test func matchesAreGoneThroughAround() {
  var state = openState()
  _ = press(&state, "/“<Enter>")
  #expect(state.reading?.found?.current == 0)
  _ = press(&state, "n")
  #expect(state.reading?.found?.current == 1)
  _ = press(&state, "n")
  #expect(state.reading?.found?.current == 0)
  #expect(state.notice == Notice("The search went on from the top."))
  _ = press(&state, "N")
  #expect(state.reading?.found?.current == 1)
  _ = press(&state, "''")
  #expect(state.reading?.top == state.reading?.typeset.firstRow)
}

@Test func hiddenWordsAreNotFoundUntilTheyAreShown() {
  var state = openState()
  _ = press(&state, "/our letter<Enter>")
  #expect(state.notice == Notice("“our letter” is not in the text."))
  _ = press(&state, "gX/our letter<Enter>")
  #expect(state.reading?.found?.matches.count == 1)
}

@Test func whatWasFoundInTheListFollowsItsEntries() {
  var state = listState()
  _ = press(&state, "/lamp<Enter>")
  #expect(state.list.matches == [2])
  var renamed = state.list.entries[0]
  renamed.title = "Two lamps"
  _ = update(&state, .finished(.surveyed([renamed])))
  #expect(state.list.matches == [0, 2])
  _ = update(&state, .finished(.listed(Array(state.list.entries.dropFirst()))))
  #expect(state.list.matches == [1])
  _ = press(&state, "<Esc>")
  #expect(state.list.matches == [])
}

@Test func theListIsSearchedByTitleAndSource() {
  var state = listState()
  _ = press(&state, "/LAMP")
  #expect(state.list.matches.isEmpty)
  _ = press(&state, "<C-u>lamp<Enter>")
  #expect(state.list.selected == 2)
  _ = press(&state, "gg/html<Enter>n")
  #expect(state.list.selected == 1)
  _ = press(&state, "NN")
  #expect(state.list.selected == 2)
  _ = press(&state, "gg/lamp<Esc>")
  #expect(state.list.selected == 0)
}
