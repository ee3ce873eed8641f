import Articles
import Screen
import Testing
import Typesetting

@testable import Session

/// The first words in the window.
private func firstWords(_ state: AppState) -> String {
  let reading = state.reading
  return String(
    reading?.text.slice(TextRange(reading?.topPosition ?? 0, (reading?.topPosition ?? 0) + 20))
      ?? "")
}

@Test func resizingKeepsTheFirstVisibleWord() {
  var state = openState()
  _ = press(&state, "<C-f>jjj")
  let words = firstWords(state)
  let top = state.reading?.topPosition
  for (width, height) in [(200, 50), (40, 10), (120, 30), (1, 1), (81, 24), (80, 24)] {
    _ = update(&state, .resized(Size(width: width, height: height)))
    #expect(firstWords(state) == words)
    if height < 30, let reading = state.reading {
      let row = reading.typeset.rows(of: TextRange(top ?? 0, (top ?? 0) + 1)).lowerBound
      #expect(reading.visibleRows.contains(row), "\(width)x\(height)")
    }
  }
}

@Test(arguments: ["+", "-", "=", "Q", "X", "\\", "z"])
func changingTheViewKeepsTheFirstVisibleWord(key: String) {
  var state = openState(width: 120, height: 30)
  _ = press(&state, "<C-f>j")
  let words = firstWords(state)
  _ = press(&state, key + key)
  #expect(firstWords(state) == words)
}

@Test func countsRepeatMotions() {
  var one = openState()
  var many = openState()
  _ = press(&one, "jjjjjjjjjjjj")
  _ = press(&many, "12j")
  #expect(one.reading?.top == many.reading?.top)
  #expect(one.reading?.top != one.reading?.typeset.firstRow)
  _ = press(&many, "12k")
  #expect(many.reading?.top == many.reading?.typeset.firstRow)
}

@Test func percentagesAreReachedAndShown() {
  var state = openState()
  #expect(state.reading?.percent == 0)
  _ = press(&state, "50%")
  #expect((45...55).contains(state.reading?.percent ?? -1))
  _ = press(&state, "G")
  #expect(state.reading?.percent == 100)
  _ = press(&state, ":25%<Enter>")
  #expect((20...30).contains(state.reading?.percent ?? -1))
  _ = press(&state, "gg")
  #expect(state.reading?.percent == 0)
}

@Test func theShownPercentageStaysForAFewLinesAndIsExactAfterJumpsAndAtTheEnds() {
  var state = openState()
  var changes = 0
  var lines = 0
  var shown = state.reading?.shownPercent
  #expect(shown == 0)
  while let reading = state.reading, reading.percent < 100, lines < 500 {
    _ = press(&state, "j")
    lines += 1
    if state.reading?.shownPercent != shown { changes += 1 }
    shown = state.reading?.shownPercent
  }
  #expect(shown == 100)
  #expect(changes > 3 && changes <= lines / 4 + 3)
  _ = press(&state, "50%")
  #expect(state.reading?.shownPercent == state.reading?.percent)
  _ = press(&state, "gg")
  #expect(state.reading?.shownPercent == 0)
}

@Test func theReadingLineGoesOnWhereTheTextCannotScroll() {
  var state = openState()
  _ = press(&state, "G")
  let top = state.reading?.top
  #expect(state.reading?.lineOffset == 0)
  _ = press(&state, "3j")
  #expect(state.reading?.top == top)
  #expect(state.reading?.lineOffset == 3)
  _ = press(&state, "3k")
  #expect(state.reading?.lineOffset == 0)
  _ = press(&state, "k")
  #expect(state.reading.map { $0.top < top ?? $0.top } == true)
}

@Test func pagesGoBackTheWayTheyCame() {
  var state = openState()
  _ = press(&state, "<Space><Space>")
  let top = state.reading?.top
  _ = press(&state, "<Space>b")
  #expect(state.reading?.top == top)
  _ = press(&state, "99<Space>")
  #expect(state.reading?.percent == 100)
  _ = press(&state, "99b")
  #expect(state.reading?.percent == 0)
}

@Test func theReadingLineCanBePutAnywhere() {
  var state = openState()
  let height = state.reading?.height ?? 0
  _ = press(&state, "L")
  #expect(state.reading?.lineOffset == height - 1)
  _ = press(&state, "M")
  #expect(state.reading?.lineOffset == (height - 1) / 2)
  _ = press(&state, "H")
  #expect(state.reading?.lineOffset == 0)
}

@Test func headingsAndParagraphsAreStepped() {
  var state = openState()
  _ = press(&state, "]]")
  #expect(firstWords(state).hasPrefix("The plan"))
  _ = press(&state, "]]")
  #expect(firstWords(state).hasPrefix("What follows"))
  _ = press(&state, "]]")
  #expect(state.notice == Notice("No heading follows."))
  _ = press(&state, "[[")
  #expect(firstWords(state).hasPrefix("The plan"))
  _ = press(&state, "}")
  #expect(firstWords(state).hasPrefix("“The bridge"))
  _ = press(&state, "{")
  #expect(firstWords(state).hasPrefix("The plan"))
}

@Test func jumpsLeadBack() {
  var state = openState()
  _ = press(&state, "jj")
  let top = state.reading?.top
  _ = press(&state, "]q]q")
  #expect(state.reading?.top != top)
  _ = press(&state, "''")
  #expect(state.reading?.top == top)
  _ = press(&state, "''")
  #expect(state.reading?.top != top)
}

@Test func marksAreComeBackTo() {
  var state = openState()
  _ = press(&state, "5jmaG'a")
  #expect(state.reading?.topPosition != 0)
  #expect(state.reading.map { $0.top < $0.lastTop } == true)
  _ = press(&state, "'z")
  #expect(state.notice == Notice("There is no mark “z”."))
}

@Test func anArticleIsLeftAndFoundAgainAtItsPlace() {
  var state = openState()
  _ = press(&state, "<C-f>")
  let words = firstWords(state)
  #expect(press(&state, "J") == [.load(ArticleID("ferry"))])
  _ = update(&state, .finished(.loaded(ArticleID("ferry"), harbourReport(id: "ferry"))))
  #expect(state.focus == .reading)
  #expect(state.reading?.percent == 0)
  _ = press(&state, "K")
  _ = update(&state, .finished(.loaded(ArticleID("harbour"), harbourReport())))
  #expect(firstWords(state) == words)
  _ = press(&state, "K")
  #expect(state.notice == Notice("This is the first article."))
}

@Test func aNumberGoesToThatLine() {
  var state = openState()
  _ = press(&state, "12G")
  #expect(
    state.reading?.top == state.reading.map { $0.typeset.advance($0.typeset.firstRow, by: 11) })
  _ = press(&state, "''")
  #expect(state.reading?.top == state.reading?.typeset.firstRow)
}
