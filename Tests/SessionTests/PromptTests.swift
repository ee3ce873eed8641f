import Articles
import Excerpts
import Screen
import Testing

@testable import Session

@Test func themesAreTriedOutAndGivenUp() {
  var state = openState()
  #expect(press(&state, ":theme <Tab>") == [])
  #expect(press(&state, "<Tab>") == [.useTheme("night")])
  #expect(press(&state, "<Tab>") == [.useTheme("mono")])
  #expect(press(&state, "<Esc>") == [.useTheme("paper")])
  #expect(state.preferences.theme == "paper")
  let kept = press(&state, ":theme night<Enter>")
  #expect(kept.last == .savePreferences(Preferences(theme: "night")))
  #expect(kept.contains(.useTheme("night")))
  #expect(state.preferences.theme == "night")
}

@Test func aThemeTriedOutAndErasedIsGivenUp() {
  var state = openState()
  _ = press(&state, ":theme night")
  #expect(press(&state, "<BS>") == [.useTheme("paper")])
  #expect(press(&state, "<C-u>q<Enter>") == [.quit])
}

@Test(arguments: [
  (":quotess<Enter>", "There is no command “quotess”. Did you mean “quotes”?"),
  (":theme nigth<Enter>", "There is no theme “nigth”. Did you mean “night”?"),
  (":sort tilte<Enter>", "The list cannot be sorted by “tilte”. Did you mean “title”?"),
  (":zen now<Enter>", "“zen” takes nothing after its name, but “now” is there."),
  (":zen!<Enter>", "“zen” cannot be forced: leave out the “!”."),
  (":measure wide<Enter>", "The measure is a number of columns, as 72."),
  (":pipe 'a<Enter>", "A quotation mark in the command is not closed."),
])
func mistakesAreSentences(keys: String, sentence: String) {
  var state = openState()
  let asked = press(&state, keys).filter {
    if case .complete = $0 { return false }
    return true
  }
  #expect(asked.isEmpty)
  #expect(state.notice == .error(sentence))
}

@Test func articlesAreWrittenAndPipedWithoutEscapes() {
  var state = openState()
  _ = press(&state, "w")
  #expect(state.prompt?.line.text == "write harbour-bridge-to-close-for-a-year.txt")
  let written = press(&state, "<Enter>")
  guard case .writeFile(let path, let contents, false) = written.first else {
    Issue.record("nothing was written")
    return
  }
  #expect(path == "harbour-bridge-to-close-for-a-year.txt")
  #expect(contents.hasPrefix("Harbour bridge to close for a year\n\nWork begins"))
  #expect(!contents.contains("Sign up"))
  let piped = press(&state, "|wc -l 'a b'<Enter>")
  #expect(piped.last == .pipe(arguments: ["wc", "-l", "a b"], input: contents))
}

@Test func whatIsCopiedHasNoControlCharacters() {
  var builder = SampleBuilder()
  builder.add("Red \u{1B}[31malert\u{9B}2J and more.")
  let parsed = ParsedArticle(metadata: Metadata(title: "T\u{7}"), document: builder.document)
  let loaded = LoadedArticle(
    article: Article(id: ArticleID("harbour"), parsed: parsed), excerpts: FoundExcerpts())
  var state = listState()
  _ = press(&state, "<Enter>")
  _ = update(&state, .finished(.loaded(ArticleID("harbour"), loaded)))
  let texts = press(&state, "yp|cat<Enter>").compactMap { effect -> String? in
    switch effect {
    case .copy(let text), .pipe(_, let text): text
    default: nil
    }
  }
  #expect(texts.count == 2)
  for text in texts {
    #expect(text.contains("alert"))
    #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" || $0.value == 0x9B })
  }
}

@Test func pastedTextNeverRunsKeys() {
  var state = openState()
  let before = state.reading
  _ = update(&state, .paste("qqj"))
  #expect(state.reading == before)
  _ = press(&state, ":")
  _ = update(&state, .paste("sort\u{1B}\r\n title"))
  #expect(state.prompt?.line.text == "sort  title")
}

@Test func helpIsSearchedAndRunsTheEntry() {
  var state = openState()
  _ = press(&state, "?")
  #expect((state.prompt?.choices.count ?? 0) > 30)
  _ = press(&state, "next quote")
  #expect(state.prompt?.choices.map(\.text) == ["next-quote"])
  _ = press(&state, "<Enter>")
  #expect(state.prompt == nil)
  #expect(state.reading?.selection?.index == 0)
}

@Test func historyIsRecalled() {
  var state = openState()
  _ = press(&state, ":sort title<Enter>:layout single<Enter>:dr<Up><Up>")
  #expect(state.prompt?.line.text == "sort title")
  _ = press(&state, "<Down><Down>")
  #expect(state.prompt?.line.text == "dr")
}

@Test(arguments: [
  ("ab c<C-w>", "ab "), ("abc<Left><BS>", "ac"), ("abc<C-a>x", "xabc"), ("abc<C-u>d", "d"),
  ("abc<C-a><Del><C-e>z", "bcz"), ("é👩‍👧<BS>", "é"), ("ab<Left><C-u>", "b"),
])
func linesAreEdited(keys: String, text: String) {
  var state = openState()
  _ = press(&state, ":" + keys)
  #expect(state.prompt?.line.text == text)
}

@Test(arguments: [
  ("wc -w", ["wc", "-w"]), ("a  'b c'd", ["a", "b cd"]), (#"a "b \" c""#, ["a", "b \" c"]),
  ("$HOME *", ["$HOME", "*"]), (#"a\ b"#, ["a b"]), ("a ''", ["a", ""]),
])
func commandLinesAreSplitWithoutAShell(line: String, arguments: [String]) throws {
  #expect(try splitArguments(line) == arguments)
}

@Test(arguments: ["", "  ", "a 'b", "a \\"])
func commandLinesThatCannotBeSplitAreRefused(line: String) {
  #expect(throws: ArgumentMistake.self) { try splitArguments(line) }
}

@Test func pagesOfHelpStopAtItsEnds() {
  var state = openState()
  _ = press(&state, "?<PageDown>")
  #expect(state.prompt?.chosen == 10)
  _ = press(&state, "<PageUp><PageUp>")
  #expect(state.prompt?.chosen == 0)
  _ = press(&state, String(repeating: "<PageDown>", count: 20))
  #expect(state.prompt?.chosen == state.prompt.map { $0.choices.count - 1 })
}

@Test func arrowsGoThroughChoicesOnceOneIsTaken() {
  var state = openState()
  #expect(press(&state, "T<Down>") == [])
  #expect(state.prompt?.line.text == "theme paper")
  #expect(press(&state, "<Down>") == [.useTheme("night")])
  #expect(press(&state, "<Up>") == [.useTheme("paper")])
  _ = press(&state, "<Esc>:<Up>")
  #expect(state.prompt?.line.text == "")
  _ = press(&state, "measure 60<Enter>:<Up>")
  #expect(state.prompt?.line.text == "measure 60")
  _ = press(&state, "<Down>")
  #expect(state.prompt?.line.text == "")
}
