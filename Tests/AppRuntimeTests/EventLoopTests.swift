import Articles
import Screen
import Session
import Testing

@testable import AppRuntime

/// Runs a script over the samples and gives the state at the end.
private func state(after script: String) throws -> (status: Int32, state: AppState) {
  var options = ReaderOptions()
  options.headless = HeadlessOptions()
  var found = FoundArticles()
  found.add([])
  let reading = try Reading(options, found)
  let keys = try KeyScript(script)
  let screen = HeadlessScreen(
    size: keys.size, steps: keys.steps, mailbox: reading.runner.mailbox)
  return reading.runLoop(on: screen)
}

@Test func theListIsSurveyedInTheBackground() throws {
  let end = try state(after: "")
  #expect(end.status == 0)
  #expect(end.state.list.entries.count == Sample.all.count)
  #expect(end.state.list.entries.allSatisfy { $0.counts != nil })
  #expect(end.state.list.entries.map(\.title) == Sample.all.map(\.title))
}

@Test func anArticleIsOpenedAndTheNextKeyFindsItThere() throws {
  let end = try state(after: "keys j<Enter>\nframe opened")
  #expect(end.state.reading?.loaded.article.id.description == Sample.all[1].name)
  #expect(end.state.focus == .reading)
}

@Test func quitEndsTheLoopBeforeTheScriptDoes() throws {
  let end = try state(after: "keys ZZ<Enter>")
  #expect(end.status == 0)
  #expect(end.state.reading == nil)
}

@Test func aBrokenThemeFallsBackWithASentence() throws {
  var options = ReaderOptions()
  options.headless = HeadlessOptions()
  options.theme = "papre"
  var found = FoundArticles()
  found.add([])
  let reading = try Reading(options, found)
  let screen = HeadlessScreen(
    size: Size(width: 80, height: 24), steps: [], mailbox: reading.runner.mailbox)
  let end = reading.runLoop(on: screen).state
  #expect(end.preferences.theme == "paper")
  #expect(end.notice?.isError == true)
}

@Test func timeMovesOnlyWhenTheScriptSaysSo() throws {
  #expect(try state(after: "keys ]").state.pending.showsHints == false)
  #expect(try state(after: "keys ]\npause 1000").state.pending.showsHints)
}

@Test(arguments: [
  ("jump 3", "line 1: there is no step “jump”."),
  ("# fine\nresize big", "line 2: a size is written as 100x30."),
  ("pause soon", "line 1: a pause is a number of milliseconds."),
])
func scriptMistakesHaveALine(text: String, problem: String) {
  #expect(throws: ScriptProblem.self) { try KeyScript(text) }
  do {
    _ = try KeyScript(text)
  } catch {
    #expect("\(error)" == problem)
  }
}
