import Screen
import Testing

@testable import Session

@Test(arguments: [(":w! a b.txt<Enter>", true), (":write a b.txt<Enter>", false)])
func aBangReplacesAFile(keys: String, replacing: Bool) {
  var state = openState()
  guard case .writeFile("a b.txt", _, replacing) = press(&state, keys).last else {
    Issue.record("nothing was written")
    return
  }
}

@Test func aBangAloneAsksForTheNameAndStays() {
  var state = openState()
  _ = press(&state, ":w!<Enter>")
  #expect(state.prompt?.line.text.hasPrefix("write! harbour") == true)
  #expect(press(&state, "<Esc>:q!<Enter>") == [.quit])
}

@Test func pathsAreCompletedByTheRuntime() {
  var state = openState()
  #expect(press(&state, ":w no").last == .complete("no", .path))
  _ = update(&state, .finished(.completions(of: "n", ["nothing"])))
  #expect(state.prompt?.choices == [])
  _ = update(&state, .finished(.completions(of: "no", ["notes.txt", "no where/"])))
  _ = press(&state, "<Tab><Tab>")
  #expect(state.prompt?.line.text == "w no where/")
}

@Test func aDirectoryThatIsTheOnlyChoiceIsEntered() {
  var state = openState()
  _ = press(&state, ":w no")
  _ = update(&state, .finished(.completions(of: "no", ["notes/"])))
  #expect(press(&state, "<Tab>") == [])
  #expect(press(&state, "<Tab>") == [.complete("notes/", .path)])
}

@Test func aCommandIsCompletedWordByWord() {
  var state = openState()
  #expect(press(&state, "|so").last == .complete("so", .program))
  _ = update(&state, .finished(.completions(of: "so", ["sort"])))
  _ = press(&state, "<Tab>")
  #expect(state.prompt?.line.text == "pipe sort")
  #expect(press(&state, " -o a").last == .complete("a", .path))
  _ = update(&state, .finished(.completions(of: "a", ["a 'b.txt"])))
  _ = press(&state, "<Tab>")
  #expect(state.prompt?.line.text == "pipe sort -o a\\ \\'b.txt")
  guard case .pipe(["sort", "-o", "a 'b.txt"], _) = press(&state, "<Enter>").last else {
    Issue.record("nothing was piped")
    return
  }
}

@Test func whatWasToldCanBeReadAgain() {
  var state = openState()
  #expect(state.messages == [])
  _ = press(&state, "g<lt>")
  #expect(state.notice == Notice("Nothing was told yet."))
  _ = press(&state, ":theme nigth<Enter>")
  _ = press(&state, "j:messages<Enter>")
  #expect(
    state.prompt?.choices.map(\.text) == [
      "Nothing was told yet.", "There is no theme “nigth”. Did you mean “night”?",
    ])
  #expect(state.prompt?.chosen == 1)
  _ = press(&state, "<Up>")
  #expect(state.prompt?.chosen == 0)
  #expect(press(&state, "q") == [])
  #expect(state.prompt == nil)
}

@Test func theFirstOfManyProblemsIsShownAndAllAreKept() {
  var state = openState()
  let problems = (1...3).map { Notice.error("Problem \($0).") }
  _ = update(&state, .finished(.noted(problems)))
  #expect(state.notice == .error("Problem 1. (and 2 more: g< lists them)"))
  #expect(state.messages == problems)
}

@Test func messagesAreBounded() {
  var state = openState()
  for number in 1...300 { _ = update(&state, .finished(.noticed(Notice("\(number)")))) }
  #expect(state.messages.count == 100)
  #expect(state.messages.last?.sentence == "300")
}

@Test func theStateIsDumpedInBoundedLines() {
  var state = openState()
  _ = press(&state, "Q]q")
  let dump = stateDump(state)
  #expect(dump.contains("focus: side"))
  #expect(dump.contains("lastCommand: next-quote"))
  #expect(dump.split(separator: "\n").allSatisfy { $0.count < 200 })
}

// MARK: - Presets

@Test(arguments: KeyPreset.allCases)
func presetsBindWithoutAProblem(preset: KeyPreset) {
  let map = KeyMap(preset: preset)
  #expect(map.problems == [])
  for context in [Context.list, .reading, .side] {
    for command in ["help", "command-line", "find", "close", "messages", "down", "page-down"] {
      let isLeft = command == "close" && !map.patterns(for: "quit", in: context).isEmpty
      #expect(isLeft || !map.patterns(for: command, in: context).isEmpty, "\(command) \(context)")
    }
  }
}

@Test(arguments: KeyPreset.allCases)
func presetsHideNoKeyOfTheirOwn(preset: KeyPreset) {
  let map = KeyMap(preset: preset)
  for context in Context.allCases {
    for (pattern, command) in map[context].bindings
    where !pattern.hasSuffix(KeyTrie.letterSuffix) {
      let node = map[context][KeyPress.sequence(pattern)]
      #expect(node?.command == command && node?.isPrefix == false, "\(context) \(pattern)")
    }
  }
}

@Test(
  arguments: [
    (.less, .reading, "f", "page-down"), (.less, .reading, "g", "start"),
    (.less, .reading, "q", "quit"), (.less, .side, "q", "close"), (.less, .list, "h", "help"),
    (.less, .reading, "p", "percent"), (.less, .reading, "<lt>", "start"),
    (.less, .list, ">", "end"), (.less, .reading, "td", "introduction"),
    (.newsboat, .list, "n", "next-unread"), (.newsboat, .reading, "N", "toggle-read"),
    (.newsboat, .reading, "s", "write"), (.newsboat, .list, "r", "reload"),
    (.emacs, .reading, "<C-v>", "page-down"), (.emacs, .reading, "<M-lt>", "start"),
    (.emacs, .reading, "<M-gt>", "end"), (.emacs, .list, "<C-x><C-c>", "quit"),
    (.emacs, .reading, "<M-x>", "command-line"), (.emacs, .reading, "<M-}>", "next-paragraph"),
    (.vim, .reading, "gg", "start"), (.vim, .reading, "g<lt>", "messages"),
  ] as [(KeyPreset, Context, String, String)])
func presetsFollowTheirHabits(
  preset: KeyPreset, context: Context, keys: String, command: String
) {
  #expect(KeyMap(preset: preset)[context][KeyPress.sequence(keys)]?.command == command)
}
