import Screen
import Testing

@testable import Session

@Test func namesAndAliasesAreUnique() {
  let names = Command.all.flatMap { [$0.name] + $0.aliases }
  #expect(Set(names).count == names.count)
}

@Test func summariesFitHelp() {
  for command in Command.all {
    #expect(command.summary.columns <= 44, "\(command.name)")
    #expect(!command.contexts.isEmpty)
  }
}

@Test(arguments: Context.allCases)
func noDefaultKeyIsBoundTwiceOrHidesAnother(context: Context) {
  let commands = Command.all.filter { $0.contexts.contains(context) }
  let patterns = commands.flatMap { $0.keys(in: context) }
  #expect(Set(patterns).count == patterns.count)
  #expect(KeyMap()[context].bindings.count == patterns.count)
  for pattern in patterns where !pattern.hasSuffix(KeyTrie.letterSuffix) {
    let node = KeyMap()[context][KeyPress.sequence(pattern)]
    #expect(node?.isPrefix == false, "\(pattern)")
  }
}

@Test(arguments: Context.allCases)
func everyContextCanBeLeft(context: Context) {
  let commands = ["close", "quit", "cancel-prompt"]
  #expect(commands.contains { !KeyMap().patterns(for: $0, in: context).isEmpty })
}

@Test(
  arguments: [
    (["x": "next-quote"], nil),
    (["x": "next-qoute"], "no command “next-qoute” for “x”. Did you mean “next-quote”?"),
    (["g": "help"], "“g” also begins “gx”; bind that to “none” first."),
    (["jj": "help"], "“jj” can never be typed, since “j” runs “down”."),
    (["x": "accept"], "“accept” does not work there; it belongs to keys.prompt."),
    (["j": "none", "jj": "help"], nil), (["": "help"], "an empty key"),
  ] as [([String: String], String?)])
func overridesAreCheckedInSentences(table: [String: String], problem: String?) {
  let map = KeyMap(overrides: [.reading: table])
  if let problem {
    #expect(map.problems.first?.sentence.contains(problem) == true, "\(map.problems)")
    #expect(map.problems.first?.sentence.contains("keys.reading") == true)
  } else {
    #expect(map.problems.isEmpty)
    #expect(table.allSatisfy { $1 == "none" || map.patterns(for: $1, in: .reading).contains($0) })
  }
}

@Test func anOverriddenKeyRunsItsCommandAndTheOldOneDoesNot() {
  let map = KeyMap(overrides: [.list: ["x": "close", "q": "none"]])
  var state = AppState(size: Size(width: 80, height: 24), keyMap: map)
  #expect(press(&state, "q") == [])
  #expect(state.notice == Notice("“q” does nothing here. ? lists the keys."))
  #expect(press(&state, "x") == [.quit])
}

@Test func aPrefixAsksToBeWokenAndThenShowsWhatFollows() {
  var state = openState()
  #expect(press(&state, "]") == [.wake(after: .milliseconds(400))])
  #expect(!state.pending.showsHints)
  _ = update(&state, .woken)
  #expect(state.pending.showsHints)
  _ = press(&state, "<Esc>")
  #expect(state.pending.isEmpty)
  #expect(state.notice == nil)
  _ = update(&state, .woken)
  #expect(!state.pending.showsHints)
  _ = press(&state, "]Z")
  #expect(state.notice == Notice("“]Z” does nothing here. ? lists the keys."))
}

@Test func theReferenceNamesEveryCommandAndEscapesTables() {
  let markdown = KeyMap().markdownReference
  let plain = KeyMap().plainReference
  for command in Command.all {
    #expect(markdown.contains("`\(command.name)"), "\(command.name)")
    #expect(plain.contains(":\(command.name)"), "\(command.name)")
  }
  #expect(markdown.contains("`\\|`"))
  #expect(plain.contains("C-d"))
}
