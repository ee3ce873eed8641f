import Articles
import Testing
import Typesetting

@testable import Session

@Test(arguments: [
  ("bridge", "The Bridge, a bridge.", [4, 14]), ("Bridge", "The Bridge, a bridge.", [4]),
  ("aa", "aaaa", [0, 2]), ("école", "ÉCOLE école", [0, 7]), ("мир", "МИР и мир", [0, 10]),
  ("ΌΣΟ", "όσο", []), ("όσο", "ΌΣΟ", [0]), ("two words", "two\nwords", [0]), ("ß", "ẞ", []),
  ("aab", "aaab", [1]), ("x", "", []),
])
func wordsAreFoundAtTheirBytes(query: String, text: String, offsets: [Int]) {
  let matches = TextSearch(query).map { Array($0.matches(in: text)) } ?? []
  #expect(matches.map(\.lowerBound) == offsets)
  #expect(matches.allSatisfy { $0.count == query.utf8.count })
}

@Test func foldingIsWhatTheStandardLibrarySaysAndKeepsLengths() {
  for value in UInt32(0x80)..<0x530 {
    guard let scalar = UnicodeScalar(value) else { continue }
    let upper = String(scalar)
    let lower = upper.lowercased()
    let isFolded = TextSearch(lower)?.matches(in: upper).isEmpty == false
    if isFolded, lower != upper { #expect(lower.utf8.count == upper.utf8.count, "\(upper)") }
    if lower != upper, lower.utf8.count == 2, value < 0x100 || (0x391...0x42F).contains(value),
      !(0x3CF...0x3FF).contains(value)
    {
      #expect(isFolded, "\(upper)")
    }
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
