// What a kill, a full disk and a second writer leave of the library of the real program. A journal
// notes what it had acknowledged: a line of JSON for each article, a sentence for each change.
//
// PULLQUOTE_KILLS and PULLQUOTE_WRITERS make the tests long, PULLQUOTE_BINARY names another build.

import Foundation
import GoldenTesting
import Testing

private func number(_ variable: String, _ usual: Int) -> Int {
  Int(ProcessInfo.processInfo.environment[variable] ?? "") ?? usual
}

/// What the library holds, as searches show it: articles by their titles.
private struct Holding: Equatable {
  struct Article: Equatable {
    var isRead = false
    var tags: Set<String> = ["boats"]
  }

  var articles: [String: Article] = [:]

  /// The same after a change of all articles.
  func changing(_ change: (inout Article) -> Void) -> Holding {
    var copy = self
    for title in articles.keys { change(&copy.articles[title, default: Article()]) }
    return copy
  }

  /// The same with new articles.
  func adding(_ titles: some Sequence<String>) -> Holding {
    var copy = self
    for title in titles { copy.articles[title] = Article() }
    return copy
  }

  /// What one has and the other has not, for messages.
  func difference(to other: Holding) -> String {
    let titles = Set(articles.keys).union(other.articles.keys).sorted()
    let lines = titles.filter { articles[$0] != other.articles[$0] }.map { title in
      "\(title): \(String(describing: articles[title])) and \(String(describing: other.articles[title]))"
    }
    return "\(lines.count) of \(titles.count): " + lines.prefix(3).joined(separator: "; ")
  }
}

/// What the library may hold by what the program said: one state, or that before and that after a
/// change that was under way. Nothing between them is allowed.
private struct Journal {
  var states = [Holding()]

  /// Notes a change that was acknowledged, or one that a kill met under way.
  mutating func note(_ after: Holding, isAcknowledged: Bool) {
    states = isAcknowledged ? [after] : states + [after]
  }

  /// The state after all that was acknowledged, where nothing was under way.
  var known: Holding { states[0] }
}

@Suite(.enabled(if: program != nil, "the program was not built"))
struct ReliabilityTests {
  @Test func aKillLosesNothingThatWasAcknowledged() throws {
    let home = try CommandHome()
    let rounds = number("PULLQUOTE_KILLS", 20)
    let count = rounds > 20 ? 60 : 20
    var generator = SeededGenerator(state: 7)
    var journal = Journal()
    try home.run("add", "--jsonl", input: lines("start", 20))
    journal.note(Holding().adding(titles("start", 20)), isAcknowledged: true)
    for round in 0..<rounds {
      let name = "r\(round)"
      let time = Double.random(in: 0.005...0.4, using: &generator)
      switch round % 4 {
      case 0: try killAdding(home, name, count, after: time, &journal)
      case 1: try killMarking(home, after: time, &journal)
      case 2: try killUndoing(home, name, after: time, &journal)
      default: try kill(home.start(["library", "compact"]), after: time)
      }
      try expectSound(home, &journal, "round \(round)")
    }
  }

  private func titles(_ name: String, _ count: Int) -> [String] {
    (0..<count).map { "\(name)-\($0)" }
  }

  private func lines(_ name: String, _ count: Int) -> String {
    titles(name, count).map { articleLine($0) }.joined()
  }

  @discardableResult
  private func kill(_ command: RunningCommand, after seconds: Double) throws -> CommandResult {
    usleep(UInt32(seconds * 1e6))
    command.send(SIGKILL)
    return command.result()
  }

  private func killAdding(
    _ home: CommandHome, _ name: String, _ count: Int, after time: Double, _ journal: inout Journal
  ) throws {
    try home.write(lines(name, count), "lines")
    let adding = try home.start(["add", "--jsonl", "--json", "lines"])
    // So few make one batch: who is told of one article knows that all of them are there.
    let told = try kill(adding, after: time).objects.compactMap { $0["title"] as? String }
    #expect(Set(told).isSubset(of: titles(name, count)))
    journal.note(journal.known.adding(titles(name, count)), isAcknowledged: !told.isEmpty)
  }

  private func killMarking(
    _ home: CommandHome, after time: Double, _ journal: inout Journal
  ) throws {
    try home.run("mark", "--unread", "drawer")
    journal.note(journal.known.changing { $0.isRead = false }, isAcknowledged: true)
    let marking = try home.start(["mark", "--read", "drawer"])
    let result = try kill(marking, after: time / 4)
    journal.note(
      journal.known.changing { $0.isRead = true },
      isAcknowledged: result.output.hasPrefix("Read: "))
  }

  private func killUndoing(
    _ home: CommandHome, _ name: String, after time: Double, _ journal: inout Journal
  ) throws {
    let untagged = journal.known
    let tagged = untagged.changing { $0.tags.insert(name) }
    try home.run("mark", "--tag", name, "drawer")
    journal.note(tagged, isAcknowledged: true)
    let result = try kill(home.start(["library", "undo"]), after: time / 4)
    journal.note(untagged, isAcknowledged: result.output.hasPrefix("Undone: "))
    guard journal.states == [untagged] else { return }
    let again = try kill(home.start(["library", "redo"]), after: time / 4)
    journal.note(tagged, isAcknowledged: again.output.hasPrefix("Redone: "))
  }

  /// The library opens, is sound, and is in a state that the journal allows.
  private func expectSound(
    _ home: CommandHome, _ journal: inout Journal, _ comment: String
  ) throws {
    let check = try home.run("library", "check")
    #expect(check.status == 0 && check.errors == "", "\(comment): \(check.errors)")
    let found = try home.run("search", "--json", "--limit", "1000000", "drawer").objects
    var holding = Holding()
    for object in found {
      let title = try #require(object["title"] as? String)
      holding.articles[title] = Holding.Article(
        isRead: try #require(object["read"] as? Bool),
        tags: Set(try #require(object["tags"] as? [String])))
    }
    #expect(holding.articles.count == found.count, "\(comment)")
    let isAllowed = journal.states.contains(holding)
    #expect(isAllowed, "\(comment): \(journal.states.map(holding.difference))")
    journal.states = [holding]
  }

  @Test func twoWritersTakeTurns() throws {
    let home = try CommandHome()
    try home.run("add", "--jsonl", input: lines("start", 20))
    let end = Date().addingTimeInterval(Double(number("PULLQUOTE_WRITERS", 2)))
    let group = DispatchGroup()
    for writer in 0..<2 {
      DispatchQueue.global().async(group: group) {
        var round = 0
        while Date() < end {
          round += 1
          let added = try? home.run(
            "add", "--jsonl", "--json", input: self.lines("w\(writer)-\(round)", 10))
          #expect(added?.status == 0, "\(added?.errors ?? "")")
          let marked = try? home.run("mark", round % 2 == 0 ? "--read" : "--unread", "w\(writer)*")
          #expect(marked?.status == 0, "\(marked?.errors ?? "")")
          let tagged = try? home.run("mark", "--tag", "w\(writer)", "w\(writer)-\(round)-1")
          #expect(tagged?.status == 0, "\(tagged?.errors ?? "")")
        }
        #expect(
          (try? home.run("search", "--json", "--limit", "1000000", "w\(writer)*").objects.count)
            == round * 10)
      }
    }
    group.wait()
    let check = try home.run("library", "check")
    #expect(check.status == 0 && check.errors == "", "\(check.errors)")
  }

  @Test func aFullDiskKeepsWhatWasAcknowledged() throws {
    let home = try CommandHome()
    try home.run("add", "--jsonl", input: lines("start", 20))
    try home.write(lines("more", 1200), "lines")
    let full = try home.run("add", "--jsonl", "--json", "lines", fileLimit: 2000)
    #expect(full.status == 1, "\(full.errors)")
    #expect(full.errors.contains("the last change was not kept"), "\(full.errors)")
    #expect(full.errors.contains("That is kept."))
    let kept = Set(full.objects.compactMap { $0["title"] as? String })
    #expect(kept.count < 1200)
    let check = try home.run("library", "check")
    #expect(check.status == 0 && check.errors == "", "\(check.errors)")
    let found = try home.run("search", "--json", "--limit", "10000", "drawer").objects
    let titles = Set(found.compactMap { $0["title"] as? String })
    #expect(titles == kept.union((0..<20).map { "start-\($0)" }))
    #expect(try home.run("add", "--jsonl", "lines").status == 0)
    #expect(try home.run("library", "check").status == 0)
  }

  @Test(arguments: [SIGINT, SIGTERM, SIGHUP])
  func stoppingKeepsWholeBatchesAndSaysHowMany(signal: Int32) throws {
    let home = try CommandHome()
    // Two batches are kept, and a third is begun, whose end never comes.
    let adding = try home.start(
      ["add", "--jsonl", "--json"], input: lines("more", 1100), keepsInputOpen: true)
    wait(for: 1000, of: adding)
    adding.send(signal)
    let stopped = adding.result()
    adding.closeInput()
    #expect(stopped.status == 128 + signal, "\(stopped.errors)")
    #expect(stopped.objects.count == 1000)
    #expect(
      stopped.errors == "pullquote: Stopped. Added 1000 articles. Nothing else was changed.\n")
    let found = try home.run("search", "--json", "--limit", "10000", "drawer").objects
    #expect(found.count == 1000)
    #expect(try home.run("library", "check").status == 0)
  }

  /// Waits until a command has printed so many lines.
  private func wait(for count: Int, of command: RunningCommand) {
    let limit = Date().addingTimeInterval(120)
    while command.isRunning, command.lineCount < count, Date() < limit { usleep(10_000) }
  }

  @Test func aHangupThatIsIgnoredStaysIgnored() throws {
    let home = try CommandHome()
    let script = "trap '' HUP; exec \"$0\" add --jsonl --json"
    let adding = try RunningCommand(
      "/bin/bash", ["-c", script, program ?? ""], home: home.path, input: lines("more", 600),
      keepsInputOpen: true)
    wait(for: 500, of: adding)
    adding.send(SIGHUP)
    usleep(100_000)
    adding.closeInput()
    let result = adding.result()
    #expect(result.status == 0 && result.errors == "", "\(result.errors)")
    #expect(result.objects.count == 600)
  }

  @Test(arguments: [["add", "pipe"], ["add", "-"], ["library", "import", "-"]])
  func whatWaitsForWordsEndsAtTheFirstSignal(arguments: [String]) throws {
    let home = try CommandHome()
    try home.run("add", "--jsonl", input: lines("start", 3))
    let made = unsafe mkfifo(home.path + "/pipe", 0o600)
    #expect(made == 0)
    let waiting = try home.start(arguments, input: "", keepsInputOpen: true)
    usleep(600_000)
    #expect(waiting.isRunning)
    waiting.send(SIGINT)
    let result = waiting.result()
    waiting.closeInput()
    #expect(result.status == 130, "\(result.errors)")
    #expect(result.errors.hasPrefix("pullquote: Stopped."), "\(result.errors)")
    #expect(result.errors.split(separator: "\n").count == 1, "\(result.errors)")
  }

  @Test func aLibraryOfANewerProgramIsLeftAsItIs() throws {
    let home = try CommandHome()
    try home.run("add", "--jsonl", input: lines("start", 3))
    let file = URL(fileURLWithPath: home.library)
    var bytes = try Data(contentsOf: file)
    bytes[63] = 99
    try bytes.write(to: file)
    for command in [["add", "--jsonl", "lines"], ["library", "check"], ["search", "drawer"]] {
      try home.write(lines("more", 1), "lines")
      let refused = try home.start(command).result()
      #expect(refused.status == 1 && refused.output == "")
      #expect(refused.errors.contains("was made by a newer pullquote; it was left as it is."))
    }
    #expect(try Data(contentsOf: file) == bytes)
    let names = try FileManager.default.contentsOfDirectory(atPath: home.path + "/pullquote")
    #expect(names == ["library.sqlite"])
  }

  @Test func withoutSharedMemoryARollbackJournalServes() throws {
    let home = try CommandHome()
    // What a write-ahead log needs beside the library cannot be made where its name is taken.
    try FileManager.default.createDirectory(
      atPath: home.library + "-shm/taken", withIntermediateDirectories: true)
    let added = try home.run("add", "--jsonl", input: lines("start", 3))
    #expect(added.status == 0, "\(added.errors)")
    let check = try home.run("library", "check")
    #expect(check.status == 0, "\(check.errors)")
    #expect(check.output.contains("Journal: rollback"))
    #expect(try home.run("search", "--json", "drawer").objects.count == 3)
  }

  @Test func aDamagedLibraryIsSetAsideAndRescued() throws {
    let home = try CommandHome()
    try home.run("add", "--jsonl", input: lines("start", 40))
    let file = URL(fileURLWithPath: home.library)
    var bytes = try Data(contentsOf: file)
    for index in 0..<4096 { bytes[index] = 0x7A }
    try bytes.write(to: file)
    let found = try home.run("search", "--json", "--limit", "100", "drawer")
    #expect(found.errors.contains("The library was damaged: "), "\(found.errors)")
    #expect(try home.run("library", "check").status == 0)
    let names = try FileManager.default.contentsOfDirectory(atPath: home.path + "/pullquote")
    #expect(names.contains { $0.contains(".damaged-") })
  }
}
