import Excerpts
import Foundation
import LibraryStore
import Queries
import Screen
import Session
import Testing

@testable import AppRuntime

/// Runs a script over the samples and a file, and records it.
private func recorded(
  _ script: String, in folder: ScratchFolder,
  article: String = "A title\n\n“We left,” said Ada Orrin, 41.", library: String? = nil
) throws -> (frame: String?, state: AppState, recording: String) {
  let text = try folder.write(article, "own.txt")
  var options = ReaderOptions()
  options.headless = HeadlessOptions()
  options.recordingFile = folder.path + "/session"
  options.library = library
  options.paths = [text]
  var found = FoundArticles()
  found.add([])
  found.add([text])
  let reading = try Reading(options, found, workingDirectory: folder.path)
  let keys = try KeyScript(script)
  let screen = HeadlessScreen(size: keys.size, steps: keys.steps, mailbox: reading.runner.mailbox)
  let end = reading.runLoop(on: screen)
  let recording = try String(contentsOfFile: folder.path + "/session", encoding: .utf8)
  return (screen.shown?.plainText, end.state, recording)
}

@Test(arguments: [
  "keys jlQ]q]q",
  "keys lQ\nresize 120x30\nkeys ]f\nresize 60x20\nkeys ''",
  "keys G<Enter>F:mess\nkeys <Esc>]\npause 500",
  "keys l:theme ni<Tab>\nkeys <Enter>/\npaste the bridge\nkeys <Enter>n",
  "keys lct<C-u>correct-title Another title<Enter>\nkeys }ch\nkeys Xgl",
  "keys lw<C-w>out.txt<Enter>\nkeys |wc -c<Enter>\nkeys g<lt>",
])
func aRecordingReplaysToTheSameFrame(script: String) throws {
  let folder = try ScratchFolder()
  let (frame, state, text) = try recorded("size 100x24\n" + script, in: folder)
  // Nothing is read or run again: what was there may be gone.
  try FileManager.default.removeItem(atPath: folder.path + "/own.txt")
  let replayed = try Recording(text, file: "session").play(on: nil, pace: nil)
  #expect(replayed.frame?.plainText == frame)
  #expect(replayed.state == state)
}

@Test func aRecordingHasNoLibrary() throws {
  let folder = try ScratchFolder()
  let article = "A title\n\n“We left,” said Ada Orrin, 41."
  let path = folder.path + "/library.sqlite"
  let library = try Library.open(at: path)
  let bytes = Array(article.utf8)
  let parsed = try readArticle(.bytes(bytes), name: "own.txt")
  _ = try library.add([
    PreparedAddition(
      Addition(parsed: parsed, excerpts: parsed.excerpts(), original: bytes, origin: "own.txt"))
  ])
  let id = try #require(try library.article(readFrom: bytes))
  try library.perform(.mark(id, name: "a", position: 9))
  let (frame, state, text) = try recorded(
    "size 100x24\nkeys G<Enter>s\nkeys S", in: folder, article: article, library: path)
  #expect(state.reading?.kept == nil)
  #expect(state.notice == Notice("A session that is recorded leaves the library aside."))
  let replayed = try Recording(text, file: "session").play(on: nil, pace: nil)
  #expect(replayed.frame?.plainText == frame)
  #expect(replayed.state == state)
}

@Test func aLongTextReplaysWithWhatCameLater() throws {
  let folder = try ScratchFolder()
  let plain = String(repeating: "Words go on and on without an end in sight.\n\n", count: 14_000)
  let (frame, state, text) = try recorded(
    "size 100x24\nkeys G<Enter>/ada<lt>or\nkeys <BS><BS><BS> or<Enter>Q", in: folder,
    article: "A title\n\n" + plain + "“We left,” said Ada Orrin, 41.")
  #expect(state.reading?.loaded.excerpts.quotes.count == 1)
  #expect(state.reading?.found?.isComplete == true)
  #expect(state.reading?.found?.matches.count == 1)
  let replayed = try Recording(text, file: "session").play(on: nil, pace: nil)
  #expect(replayed.frame?.plainText == frame)
  #expect(replayed.state == state)
}

@Test(arguments: [
  ("", "session:1: This is no recording: it does not begin with “pullquote recording 1”."),
  ("pullquote recording 1\n", "session:2: The start of the session was expected here."),
  ("START\nten keys j", "session:3: A time, a word and what belongs to it were expected here."),
  ("START\n1 keys j\n2 jump 3", "session:4: There is no step “jump”."),
  ("START\n1 resize wide", "session:3: A size is written as 100x30."),
  ("START\n1 paste words", "session:3: Pasted text stands in quotes."),
  ("START\n1 source {}", "session:3: An article's name and its bytes were expected here."),
  ("START\n1 result {\"sung\":{}}", "session:3: No effect of this program gives such a result."),
  (
    "START\n1 result {\"loaded\":{\"id\":\"a\",\"part\":0}}",
    "session:3: The article of this result was not recorded before it."
  ),
])
func aBrokenRecordingIsRefusedWithItsLine(text: String, problem: String) throws {
  let folder = try ScratchFolder()
  let start = try recorded("keys j", in: folder).recording
    .split(separator: "\n").prefix(2).joined(separator: "\n")
  #expect(throws: InputProblem(problem)) {
    try Recording(text.replacingOccurrences(of: "START", with: start), file: "session")
  }
}

@Test func aRecordingCutAnywhereIsReadOrRefusedWithALine() throws {
  let folder = try ScratchFolder()
  let text = try recorded("keys l]q", in: folder).recording
  let bytes = Array(text.utf8)
  for end in stride(from: 0, to: bytes.count, by: max(1, bytes.count / 40)) {
    do throws(InputProblem) {
      _ = try Recording(String(decoding: bytes[..<end], as: UTF8.self), file: "session")
    } catch {
      #expect(error.sentence.hasPrefix("session:"))
    }
  }
}

@Test func aFileThatIsThereIsNotRecordedOver() throws {
  let folder = try ScratchFolder()
  let path = try folder.write("mine", "session")
  #expect(throws: InputProblem("\(path) is there already. Name a new file to record to.")) {
    _ = try Recorder(path: path, library: SourceLibrary([]))
  }
  #expect(try String(contentsOfFile: path, encoding: .utf8) == "mine")
}
