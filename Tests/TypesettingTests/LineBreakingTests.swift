import Articles
import Screen
import Testing
import Typesetting

@Test(arguments: [
  ("one two\nthree  four", 9, ["one two", "three", "four"]),
  ("  one\t\ttwo  ", 20, ["one two"]),
  ("one", 1, ["o", "n", "e"]),
  ("a well-known fact", 7, ["a well-", "known", "fact"]),
  ("from -5 to 3-4", 6, ["from", "-5 to", "3-4"]),
  ("he said—then left", 9, ["he said—", "then left"]),
  ("2010–2020", 6, ["2010–2", "020"]),
  ("either/or", 8, ["either/", "or"]),
  ("incomprehensible word", 6, ["incomp", "rehens", "ible", "word"]),
  ("see incomprehensible", 6, ["see", "incomp", "rehens", "ible"]),
  ("100\u{A0}km on", 6, ["100\u{A0}km", "on"]),
  ("zero\u{200B}width", 6, ["zero\u{200B}", "width"]),
])
func rowsEndWhereALineMayBreak(text: String, measure: Int, rows: [String]) {
  #expect(paragraphRows(text, measure: measure) == rows)
}

@Test(arguments: [
  ("漢字仮名", 4, ["漢字", "仮名"]),
  ("漢字、仮名。", 4, ["漢", "字、", "仮", "名。"]),
  ("漢「字」仮", 4, ["漢", "「字", "」仮"]),
  ("漢字", 1, ["\u{FFFD}", "\u{FFFD}"]),
  ("한국어 문장", 6, ["한국어", "문장"]),
  ("ab漢字cd", 4, ["ab漢", "字cd"]),
])
func wideTextBreaksBetweenIdeographs(text: String, measure: Int, rows: [String]) {
  #expect(paragraphRows(text, measure: measure) == rows)
}

@Test(arguments: [
  ("e\u{301}e\u{301}e\u{301}", 2, ["e\u{301}e\u{301}", "e\u{301}"]),
  ("👩‍👩‍👧👍🏽", 2, ["👩‍👩‍👧", "👍🏽"]),
  ("🇫🇷🇩🇪🇪🇸", 2, ["🇫🇷🇩🇪", "🇪🇸"]),
  ("soft\u{AD}ly", 6, ["soft\u{AD}ly"]),
  ("a \u{301}b", 3, ["a", "\u{301}b"]),
  ("क्षत्रिय", 2, ["क्षत्रि", "य"]),
])
func clustersAreNeverCut(text: String, measure: Int, rows: [String]) {
  #expect(paragraphRows(text, measure: measure) == rows)
}

@Test func controlCharactersStayInTheTextAndTakeTheColumnsThatFramesGiveThem() {
  #expect(paragraphRows("a\u{1B}[2Jb\u{202E}c", measure: 4) == ["a\u{1B}[2", "Jb\u{202E}c"])
}

@Test func authorsLineBreaksHold() {
  var draft = Draft()
  let first = draft.words("one")
  let breaks = [draft.words("\n"), draft.words("\n")]
  let second = draft.words("two")
  let end = draft.words("\n")
  draft.add(
    from: 0,
    .paragraph([
      .text(first), .lineBreak(breaks[0]), .lineBreak(breaks[1]), .text(second), .lineBreak(end),
    ]))
  #expect(
    TypesetArticle(article: draft.article, measure: 30).page
      == "|standard input · 1 min\n|\n|one\n|\n|two\n")
}

@Test func aFloodOfMarksOnOneLetterTakesManyCells() {
  let flood = "a" + String(repeating: "\u{301}", count: 1000)
  var draft = Draft()
  draft.add(flood)
  let typeset = TypesetArticle(article: draft.article, measure: 5)
  let spans = typeset.allRowIDs.flatMap { typeset.row($0).spans }.filter { $0.range != nil }
  #expect(spans.count == 8)
  #expect(spans.map(\.text).joined().unicodeScalars.count == 1001)
  #expect(spans.allSatisfy { $0.text.columns == 1 })
}
