// The commands of the library, by the real program: what they print, and how they end.

import Foundation
import PseudoTerminal
import Screen
import Testing

/// A line of JSON about an invented article.
func articleLine(_ name: String, words: String = "The ferry kept its timetable in a drawer.")
  -> String
{
  """
  {"title": "\(name)", "author": "Ines Harrow", "url": "https://courier.example/\(name)", \
  "time": 1735687278, "tags": ["boats"], "site": "The Courier", "id": 7, \
  "html": "<p>\(words) Number \(name).</p><p>“We kept \(name) in a drawer,” said Ines Harrow, who \
  runs the port. It cost 4.8 million euros.</p>"}

  """
}

@Suite(.enabled(if: program != nil, "the program was not built"))
struct LibraryCommandTests {
  @Test func whatIsAddedIsFoundAndAddedOnce() throws {
    let home = try CommandHome()
    let lines = articleLine("one") + articleLine("two", words: "A tram runs every four minutes.")
    let first = try home.run("add", "--jsonl", "--json", input: lines)
    #expect(first.status == 0 && first.errors == "")
    #expect(first.objects.map { $0["outcome"] as? String } == ["added", "added"])
    #expect(first.objects.map { $0["title"] as? String } == ["one", "two"])
    let again = try home.run("add", "--jsonl", "--json", input: lines)
    #expect(again.objects.map { $0["outcome"] as? String } == ["known", "known"])
    let found = try home.run("search", "--json", "speaker:harrow", "figure:4.8m", "tram")
    #expect(found.objects.count == 1)
    let hit = try #require(found.objects.first)
    #expect(hit["title"] as? String == "two")
    #expect(hit["source"] as? String == "The Courier")
    #expect(hit["date"] as? String == "2024-12-31")
    #expect(hit["tags"] as? [String] == ["boats"])
    let matches = try #require(hit["matches"] as? [[String: Int]])
    let snippet = Array(try #require(hit["snippet"] as? String).unicodeScalars)
    let words = matches.map { match in
      String(String.UnicodeScalarView(snippet[(match["start"] ?? 0)..<(match["end"] ?? 0)]))
    }
    #expect(words.contains("tram"))
  }

  @Test func filesFoldersPathsAndPipesAreAdded() throws {
    let home = try CommandHome()
    try FileManager.default.createDirectory(
      atPath: home.path + "/texts", withIntermediateDirectories: false)
    try home.write("# A headline\n\nWords of the first.", "texts/a.md")
    try home.write("A headline of its own\n\nWords of the second.", "texts/b.txt")
    let listed = try home.write("A third headline\n\nWords of the third.", "c.txt")
    try home.write("\(listed)\n\(listed)\thttps://courier.example/c\n", "paths")
    let added = try home.run("add", "--tag", "mine", "texts", "-", input: "Words from a pipe.")
    #expect(added.status == 0 && added.output == "" && added.errors == "")
    #expect(try home.run("add", "--jsonl", "paths").status == 0)
    #expect(try home.run("search", "--json", "words").objects.count == 4)
    #expect(try home.run("search", "--json", "tag:mine").objects.count == 3)
  }

  @Test func whatCannotBeReadIsNamedAndTheRestIsAdded() throws {
    let home = try CommandHome()
    try home.write("", "empty.txt")
    try home.write("%PDF-1.7\n", "a.pdf")
    try home.write("Good words.", "good.txt")
    let added = try home.run("add", "empty.txt", "none.txt", "a.pdf", "good.txt")
    #expect(added.status == 1)
    let complaints = added.errors.split(separator: "\n")
    #expect(complaints.count == 3)
    for name in ["empty.txt", "none.txt", "a.pdf"] {
      #expect(complaints.contains { $0.hasPrefix("pullquote: ") && $0.contains(name) })
    }
    #expect(try home.run("search", "--json", "good").objects.count == 1)
    let lines = articleLine("one") + "{\"title\": 3\n{\"id\": 1}\n\n" + articleLine("two")
    let second = try home.run("add", "--jsonl", "--json", input: lines)
    #expect(second.status == 1)
    let errors = second.objects.map { $0["error"] as? String }
    #expect(errors.map { $0 == nil } == [true, false, false, true])
    #expect(errors[1]?.hasPrefix("Standard input, line 2: ") == true)
    #expect(second.objects[3]["path"] as? String == "Standard input, line 5")
  }

  @Test(arguments: [
    (
      ["search", "speker:x"], 64,
      "There is no field speker:. Did you mean speaker:?\n  speker:x\n  ^"
    ),
    (
      ["search", "naïve", "figure:>1e6", "("], 64, "\n  naïve figure:>1e6 (\n                    ^"
    ),
    (["search", "--limt", "3"], 64, "There is no option --limt."),
    (["search", "a\u{1B}[31m", "speker:x"], 64, "  a␛[31m speker:x\n         ^"),
    (["search", "--limit", "0", "x"], 64, "--limit takes a number above 0."),
    (["search", "nowhere"], 0, "Nothing was found."),
    (["mark", "ferry"], 64, "Say one thing to do"),
    (["mark", "--read", "--star", "ferry"], 64, "Say one thing to do"),
    (["mark", "--read"], 64, "Say which articles."),
    (["mark", "--read", "is:red"], 64, "\n  is:red\n"),
    (["mark", "--read", "nowhere"], 0, "Nothing was changed."),
    (["export"], 64, "Say --excerpts"),
    (["export", "--excerpts", "--format", "pdf"], 64, "--format"),
    (["export", "--excerpts"], 0, "No excerpt was saved yet."),
    (["library", "undo"], 0, "There is nothing to undo."),
    (["library", "redo"], 0, "There is nothing to redo."),
    (["library", "compact", "--read=-3"], 64, "Days are counted from 0."),
    (["library", "import", "none"], 1, "There is no file none."),
    (["library", "check", "--library", "none.sqlite"], 1, "There is no library none.sqlite yet."),
    (["library", "check", "--library", "notes.txt"], 1, "is no library of pullquote"),
    (["add"], 64, "Name a file or a directory"),
    (["add", "--library", "notes.txt", "notes.txt"], 1, "is no library of pullquote"),
  ])
  func mistakesAreSentences(arguments: [String], status: Int32, words: String) throws {
    let home = try CommandHome()
    try home.write("Some notes.", "notes.txt")
    try home.run("add", "notes.txt")
    let result = try home.start(arguments).result()
    #expect(result.status == status)
    #expect(result.errors.contains(words), "\(result.errors)")
    #expect(result.output == "" || status == 0)
  }

  @Test func marksAreUndoneAndRedone() throws {
    let home = try CommandHome()
    try home.run("add", "--jsonl", input: (1...5).map { articleLine("n\($0)") }.joined())
    func count(_ query: String) throws -> Int {
      try home.run("search", "--json", query).objects.count
    }
    #expect(try home.run("mark", "--read", "n1", "or", "n2").output == "Read: 2 articles\n")
    #expect(try home.run("mark", "--star", "#3", "#4").output == "Starred: 2 articles\n")
    #expect(try home.run("mark", "--archive", "is:starred").output == "Archived: 2 articles\n")
    #expect(try count("is:unread") == 3)
    #expect(try count("is:archived") == 2)
    #expect(try home.run("library", "undo").output == "Undone: Archived: 2 articles\n")
    #expect(try home.run("library", "undo").output == "Undone: Starred: 2 articles\n")
    #expect(try count("is:starred") == 0)
    #expect(try home.run("library", "redo").output == "Redone: Starred: 2 articles\n")
    #expect(try count("is:starred") == 2)
    #expect(try home.run("mark", "--tag", "to read", "is:starred").status == 0)
    #expect(try count("tag:\"to read\"") == 2)
    #expect(try home.run("mark", "--delete", "-n1").status == 0)
    #expect(try home.run("library", "compact").status == 0)
    #expect(try count("is:deleted") == 0)
    #expect(try count("drawer") == 1)
  }

  @Test func whatIsInTheBinIsNamedWhenItIsAddedAgain() throws {
    let home = try CommandHome()
    let lines = ["one", "two", "three"].map { articleLine($0) }
    try home.run("add", "--jsonl", input: lines.joined())
    try home.run("mark", "--delete", "#1", "#2")
    let again = try home.run("add", "--jsonl", "--json", input: lines.joined())
    #expect(again.objects.map { $0["outcome"] as? String } == ["known", "known", "known"])
    #expect(again.objects.map { $0["deleted"] as? String } == ["#1", "#2", nil])
    #expect(try home.run("search", "--json", "drawer").objects.count == 1)
    try home.write(lines.joined(), "lines")
    let words = try onTerminal(home, ["add", "--jsonl", "lines"])
    #expect(
      words.contains(
        "Added 0 articles, 3 known already. 2 are in the bin: "
          + "“pullquote mark --restore '#1 #2'” brings them back."), "\(words)")
    #expect(try home.run("mark", "--restore", "#1 #2").output == "Back in the list: 2 articles\n")
  }

  @Test func retentionTakesWhatRulesSay() throws {
    let home = try CommandHome()
    let lines = (1...4).map { articleLine("n\($0)").replacing("[\"boats\"]", with: "[]") }.joined()
    try home.run("add", "--jsonl", input: lines)
    try home.run("mark", "--read", "n1", "or", "n2")
    try home.run("mark", "--star", "n2")
    try home.run("library", "compact")
    #expect(try home.run("search", "--json", "drawer").objects.count == 4)
    try home.run("library", "compact", "--read", "30")
    let left = try home.run("search", "--json", "drawer").objects.compactMap {
      $0["title"] as? String
    }
    #expect(left.sorted() == ["n2", "n3", "n4"])
  }

  @Test func anExportIsTheLibraryAgain() throws {
    let home = try CommandHome()
    try home.run("add", "--jsonl", input: (1...3).map { articleLine("n\($0)") }.joined())
    try home.run("mark", "--star", "n2")
    try home.run("mark", "--collect", "later", "n1", "or", "n3")
    let exported = try home.run("library", "export").output
    #expect(try home.run("library", "export", "all.jsonl").status == 0)
    #expect(try String(contentsOfFile: home.path + "/all.jsonl", encoding: .utf8) == exported)
    let copy = home.path + "/copy.sqlite"
    #expect(try home.run("library", "import", "all.jsonl", "--library", copy).status == 0)
    #expect(try home.run("library", "export", "--library", copy).output == exported)
    try home.write(exported + "{\"pullquote\": 1, \"text\": 3\n", "broken.jsonl")
    let other = home.path + "/other.sqlite"
    let broken = try home.run("library", "import", "broken.jsonl", "--library", other)
    #expect(broken.status == 1)
    #expect(broken.errors.contains("Line 5 is no JSON, at byte "), "\(broken.errors)")
    #expect(try home.run("library", "backup", "b.sqlite").status == 0)
    let back = try home.run("library", "export", "--library", home.path + "/b.sqlite").output
    #expect(back == exported)
  }

  /// The texts and pages that the formats are tested with, and those that once brought them down.
  @Test func whatTheFormatsMakeIsSoundForAnImport() throws {
    let home = try CommandHome()
    let folder = URL(fileURLWithPath: fixtures).deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("FormatsTests/Fixtures").path
    let names = try #require(FileManager.default.enumerator(atPath: folder)).compactMap {
      $0 as? String
    }
    let files = names.map { folder + "/" + $0 }.filter { !$0.hasSuffix("/crashers") }
    _ = try home.start(["add"] + files).result()
    let exported = try home.run("library", "export").output
    #expect(exported.split(separator: "\n").count > 10)
    let copy = home.path + "/copy.sqlite"
    let back = try home.start(["library", "import", "-", "--library", copy], input: exported)
      .result()
    #expect(back.status == 0, "\(back.errors)")
    #expect(try home.run("library", "export", "--library", copy).output == exported)
  }

  @Test(arguments: ["export", "backup"])
  func nothingTakesThePlaceOfTheLibrary(command: String) throws {
    let home = try CommandHome()
    try home.run("add", "--jsonl", input: (1...3).map { articleLine("n\($0)") }.joined())
    let link = home.path + "/link"
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: home.library)
    let names = ["", "-wal", "-shm", "-journal"].map { home.library + $0 }
    for name in names + [link, home.path + "/pullquote/../pullquote/library.sqlite-wal"] {
      let result = try home.run("library", command, name)
      #expect(result.status == 1, "\(name)")
      #expect(result.errors.contains("is the library itself: name another file."), "\(name)")
    }
    #expect(try home.run("search", "--json", "drawer").objects.count == 3)
    let left = try FileManager.default.contentsOfDirectory(atPath: home.path + "/pullquote")
    #expect(left == ["library.sqlite"])
  }

  @Test(arguments: ["folder", "/proc/self/mem"])
  func linesThatCannotBeReadAreNoEnd(path: String) throws {
    let home = try CommandHome()
    try FileManager.default.createDirectory(
      atPath: home.path + "/folder", withIntermediateDirectories: false)
    for command in [["library", "import", path], ["add", "--jsonl", path]] {
      let result = try home.start(command).result()
      #expect(result.status == 1, "\(command)")
      #expect(result.errors.contains("\(path) cannot be read: "), "\(result.errors)")
    }
  }

  @Test(arguments: [("none", "There is no file none."), (".", ". cannot be read: ")])
  func whatCannotBeImportedMakesNoLibrary(path: String, problem: String) throws {
    let home = try CommandHome()
    let result = try home.run("library", "import", path)
    #expect(result.status == 1 && result.errors.contains(problem), "\(result.errors)")
    #expect(!FileManager.default.fileExists(atPath: home.library))
  }

  @Test func numbersThatAreNotThereChangeNothing() throws {
    let home = try CommandHome()
    try home.run("add", "--jsonl", input: articleLine("one"))
    for option in ["--tag", "--untag", "--collect", "--uncollect"] {
      let result = try home.run("mark", option, "new", "#999")
      #expect(result.status == 0 && result.output == "")
      #expect(result.errors == "pullquote: Nothing was changed.\n")
    }
    #expect(
      try home.run("mark", "--tag", "new", "#1", "#999").output == "Tagged “new”: 1 article\n")
    #expect(try home.run("mark", "--tag", "new", "#1").output == "")
    #expect(try home.run("library", "undo").output == "Undone: Tagged “new”: 1 article\n")
    #expect(try home.run("library", "undo").output == "")
  }

  @Test func aTerminalSeesProgressAndMarkedMatches() throws {
    let home = try CommandHome()
    try home.write((1...30).map { articleLine("n\($0)") }.joined(), "lines")
    let words = try onTerminal(home, ["add", "--jsonl", "lines"])
    #expect(words.contains("30 articles, "))
    #expect(words.contains("\r\u{1B}[KAdded 30 articles.\r\n"))
    try home.run(
      "add", "--jsonl",
      input: articleLine("hostile\\u001b]0;owned\\u0007", words: "A \\u001b[31m gauge\\u202e rose.")
    )
    let hit = try onTerminal(home, ["search", "gauge"])
    #expect(hit.contains("\u{1B}[1mgauge\u{1B}[22m"))
    for secret in ["\u{1B}]", "\u{1B}[31m", "\u{202E}", "\u{7}"] {
      #expect(!hit.unicodeScalars.contains(secret.unicodeScalars), "\(secret.debugDescription)")
    }
  }

  /// What a command sends to a terminal.
  private func onTerminal(_ home: CommandHome, _ arguments: [String]) throws -> String {
    let session = try TerminalSession(size: Size(width: 100, height: 30))
    let moved = arguments.map { $0 == "lines" ? home.path + "/lines" : $0 }
    try session.start(
      try #require(program), arguments: moved,
      environment: ["TERM": "xterm-256color", "XDG_DATA_HOME": home.path])
    #expect(session.end(timeout: .seconds(30)) == 0)
    return String(decoding: session.received, as: UTF8.self)
  }
}
