import Articles
import Excerpts
import Foundation
import Screen
import Session
import Terminal
import Testing

@testable import AppRuntime

@Test func aFileThatIsThereIsNotOverwritten() throws {
  let folder = try ScratchFolder()
  let file = try folder.write("mine", "notes.txt")
  func write(_ path: String, replacing: Bool = false) -> EffectResult {
    writeFile("new", to: TypedPath(path, relativeTo: folder.path), replacing: replacing)
  }
  #expect(
    write("notes.txt")
      == .failed(.error("notes.txt is there already. “:w! notes.txt” replaces it."), nil))
  #expect(try String(contentsOfFile: file, encoding: .utf8) == "mine")
  #expect(write("notes.txt", replacing: true) == .wrote("notes.txt"))
  #expect(try String(contentsOfFile: file, encoding: .utf8) == "new")
  #expect(write("other.txt") == .wrote("other.txt"))
  #expect(
    write("no/where.txt")
      == .failed(.error("no/where.txt cannot be written: there is no such directory."), nil))
}

@Test func aReplacedFileIsNeverHalfWrittenAndStaysWhatItWas() throws {
  let folder = try ScratchFolder()
  let files = FileManager.default
  let file = try folder.write("mine", "notes.txt")
  try files.setAttributes([.posixPermissions: 0o640], ofItemAtPath: file)
  try files.createSymbolicLink(atPath: folder.path + "/link.txt", withDestinationPath: "notes.txt")
  func write(_ path: String, _ text: String) -> EffectResult {
    writeFile(text, to: TypedPath(path, relativeTo: folder.path), replacing: true)
  }
  // Who reads the old text meanwhile reads on in it.
  let reader = try #require(FileHandle(forReadingAtPath: file))
  #expect(write("notes.txt", "new") == .wrote("notes.txt"))
  #expect(try reader.readToEnd() == Data("mine".utf8))
  let attributes = try files.attributesOfItem(atPath: file)
  #expect(attributes[.posixPermissions] as? Int == 0o640)
  #expect(write("link.txt", "linked") == .wrote("link.txt"))
  #expect(try files.destinationOfSymbolicLink(atPath: folder.path + "/link.txt") == "notes.txt")
  #expect(try String(contentsOfFile: file, encoding: .utf8) == "linked")
  #expect(try files.contentsOfDirectory(atPath: folder.path).sorted() == ["link.txt", "notes.txt"])
  #expect(
    write("/dev/full", "much")
      == .failed(.error("/dev/full cannot be written: no space left on device."), nil))
}

@Test(arguments: [
  (["wc", "-c"], "wc: 300000", false),
  (["true"], "true is done.", false),
  (
    ["sh", "-c", "echo one; echo two; exit 3"], "sh ended with status 3: one (and 1 more line)",
    true
  ),
  (["sh", "-c", "kill -9 $$"], "sh was ended by signal 9.", true),
  (
    ["no-such-command"], "no-such-command could not be started: no such file or directory.", true
  ),
])
func commandsAreGivenTheArticle(arguments: [String], sentence: String, isError: Bool) {
  let input = String(repeating: "0123456789", count: 30_000)
  let notice = PipedCommand(arguments).run(with: input)
  #expect(notice == Notice(sentence, isError: isError))
}

@Test(arguments: [
  // A program that goes into the background keeps its output open.
  (["sh", "-c", "sleep 60 & echo started"], "sh: started"),
  (["sh", "-c", "exec <&-; exec >&- 2>&-; exit 0"], "sh is done."),
  (["sh", "-c", "printf '\\n  \\n  first\\nsecond\\nthird\\n'"], "sh: first (and 2 more lines)"),
])
func aCommandIsWaitedForByItsEnd(arguments: [String], sentence: String) {
  let input = String(repeating: "0123456789", count: 30_000)
  #expect(PipedCommand(arguments).run(with: input) == Notice(sentence))
}

@Test func aCommandThatDoesNotEndIsEnded() {
  let stubborn = ["sh", "-c", "trap '' TERM; while true; do sleep 60; done"]
  let child = ChildProcess(stubborn, patience: .milliseconds(50), outputLimit: 100)
  #expect(child.run(with: []).end == .late)
  let endless = ChildProcess(["yes"], patience: .milliseconds(50), outputLimit: 100)
  let outcome = endless.run(with: [])
  #expect(outcome.end == .late)
  #expect(outcome.output == Array(String(repeating: "y\n", count: 50).utf8))
}

@Test func pathsAndProgramsAreCompleted() throws {
  let folder = try ScratchFolder()
  for name in ["notes.txt", "notes-old/a.txt", ".hidden", "a b.txt"] {
    try folder.write("x", name)
  }
  func found(_ word: String, _ place: CompletionPlace = .path) -> [String] {
    completions(of: word, place, in: folder.path)
  }
  #expect(found("no") == ["notes-old/", "notes.txt"])
  #expect(found("notes-old/") == ["notes-old/a.txt"])
  #expect(found(".h") == [".hidden"])
  #expect(found("a") == ["a b.txt"])
  #expect(found("none/x") == [])
  #expect(found(folder.path + "/notes.") == [folder.path + "/notes.txt"])
  #expect(found("sor", .program).contains("sort"))
  #expect(found("", .program) == [])
}

@Test func whatACommandEchoesDoesNotBlock() {
  let input = String(repeating: "0123456789\n", count: 100_000)
  #expect(
    PipedCommand(["cat"]).run(with: input).sentence.hasPrefix("cat: 0123456789 (and "))
}

@Test func aLongArticleIsShownBeforeItsExcerptsAndThenHasThem() throws {
  let folder = try ScratchFolder()
  let path = try folder.write("A title\n\n“We left,” said Ada Orrin, 41.", "long.txt")
  var found = FoundArticles()
  found.add([path])
  let library = SourceLibrary(found.sources, largeText: 10)
  var state = AppState(size: Size(width: 80, height: 24), entries: library.entries)
  _ = state.start()
  var effects: [Effect] = []
  var counts: [Int?] = []
  func take(_ result: EffectResult) {
    effects += update(&state, .finished(result))
    counts.append(state.reading?.loaded.excerpts.quotes.count)
  }
  library.load(ArticleID(path), post: take)
  let whole = TextRange(0, state.reading?.text.utf8.count ?? 0)
  guard case .findExcerpts(let loaded, whole, let place)? = effects.first else {
    Issue.record("asked for \(effects)")
    return
  }
  library.lookForExcerpts(
    of: loaded, in: whole, from: place, turn: library.finding.begin(), post: take)
  #expect(effects.count == 1)
  #expect(counts == [0, 1])
}

@Test func excerptsAroundTheReaderComeFirstAndStopWhenTheArticleIsLeft() {
  let one = "“The ferry is late,” said Ada Orrin, who is 41.\n"
  let document = Document(verbatim: String(repeating: one, count: 100))
  let article = Article(
    id: ArticleID("long"), parsed: ParsedArticle(metadata: Metadata(), document: document))
  let loaded = LoadedArticle(
    article: article, excerpts: FoundExcerpts(), searched: TextRange(0, 0), stretchSize: 1000)
  let library = SourceLibrary([])
  let part = loaded.stretches[1].union(loaded.stretches[3])
  var posted: [TextRange] = []
  func find(leavingAfter count: Int?) {
    posted = []
    let turn = library.finding.begin()
    library.lookForExcerpts(of: loaded, in: part, from: 2500, turn: turn) { result in
      guard case .foundExcerpts(let more) = result else { return }
      #expect(more.excerpts.quotes.allSatisfy { more.searched.contains($0.range) })
      #expect(!more.excerpts.quotes.isEmpty)
      posted.append(more.searched)
      if posted.count == count { _ = library.finding.begin() }
    }
  }
  find(leavingAfter: nil)
  #expect(posted == [loaded.stretches[2], part])
  find(leavingAfter: 1)
  #expect(posted == [loaded.stretches[2]])
}

@Test func surveysSayWhatCannotBeRead() throws {
  let folder = try ScratchFolder()
  let good = try folder.write("A title\n\nSome words of an article that is read.", "good.txt")
  let bad = try folder.write("", "bad.txt")
  var found = FoundArticles()
  found.add([bad, good])
  var surveyed: [ListEntry] = []
  SourceLibrary(found.sources).survey([ArticleID(bad), ArticleID(good)]) {
    if case .surveyed(let entries) = $0 { surveyed += entries }
  }
  #expect(surveyed.map(\.title) == ["bad.txt", "Some words of an article that is read."])
  #expect(surveyed.map(\.source) == ["bad.txt is empty: there is nothing to read.", "good.txt"])
  #expect(surveyed.map { $0.counts == nil } == [true, false])
}
