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

/// What the program said that it had done.
private struct Journal {
  /// Titles of articles that are kept.
  var titles: Set<String> = []
  /// What the articles were marked as last, and what a call that was killed may have made of it.
  var isRead: Set<Bool> = [false]
  /// As many articles have each tag, or none where a call was killed.
  var tag: String?
  var isTagged: Set<Bool> = [false]
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
    journal.titles = Set((0..<20).map { "start-\($0)" })
    for round in 0..<rounds {
      let name = "r\(round)"
      let time = Double.random(in: 0.005...0.4, using: &generator)
      switch round % 4 {
      case 0: try killAdding(home, name, count, after: time, &journal)
      case 1: try killMarking(home, after: time, &journal)
      case 2: try killUndoing(home, name, after: time, &journal)
      default: try kill(home.start(["library", "compact"]), after: time)
      }
      try expectSound(home, journal, "round \(round)")
    }
  }

  private func lines(_ name: String, _ count: Int) -> String {
    (0..<count).map { articleLine("\(name)-\($0)") }.joined()
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
    for object in try kill(adding, after: time).objects {
      if let title = object["title"] as? String { journal.titles.insert(title) }
    }
    // New articles are unread and have no tags.
    if journal.isRead == [true] { journal.isRead = [true, false] }
  }

  private func killMarking(
    _ home: CommandHome, after time: Double, _ journal: inout Journal
  ) throws {
    try home.run("mark", "--unread", "drawer")
    journal.isRead = [false]
    let marking = try home.start(["mark", "--read", "drawer"])
    let result = try kill(marking, after: time / 4)
    journal.isRead = result.output.hasPrefix("Read: ") ? [true] : [true, false]
  }

  private func killUndoing(
    _ home: CommandHome, _ name: String, after time: Double, _ journal: inout Journal
  ) throws {
    try home.run("mark", "--tag", name, "drawer")
    journal.tag = name
    let result = try kill(home.start(["library", "undo"]), after: time / 4)
    journal.isTagged = result.output.hasPrefix("Undone: ") ? [false] : [true, false]
    guard journal.isTagged == [false] else { return }
    let again = try kill(home.start(["library", "redo"]), after: time / 4)
    journal.isTagged = again.output.hasPrefix("Redone: ") ? [true] : [true, false]
  }

  /// The library opens, is sound, and has what was acknowledged; what was under way is there
  /// entirely or not at all.
  private func expectSound(_ home: CommandHome, _ journal: Journal, _ comment: String) throws {
    let check = try home.run("library", "check")
    #expect(check.status == 0 && check.errors == "", "\(comment): \(check.errors)")
    let articles = try home.run("search", "--json", "--limit", "1000000", "drawer").objects
    let titles = Set(articles.compactMap { $0["title"] as? String })
    #expect(journal.titles.isSubset(of: titles), "\(comment)")
    #expect(titles.count == articles.count, "\(comment)")
    let isRead = Set(articles.compactMap { $0["read"] as? Bool })
    #expect(isRead.isSubset(of: journal.isRead), "\(comment): \(isRead)")
    guard let tag = journal.tag else { return }
    let tagged = articles.filter { ($0["tags"] as? [String])?.contains(tag) == true }
    if !tagged.isEmpty { #expect(journal.isTagged.contains(true), "\(comment)") }
    if journal.isTagged == [true] { #expect(!tagged.isEmpty, "\(comment)") }
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

  @Test func stoppingKeepsWholeBatchesAndSaysHowMany() throws {
    let home = try CommandHome()
    // Two batches are kept, and a third is begun.
    let adding = try home.start(
      ["add", "--jsonl", "--json"], input: lines("more", 1100), keepsInputOpen: true)
    let limit = Date().addingTimeInterval(120)
    while adding.isRunning, adding.lineCount < 1000, Date() < limit { usleep(10_000) }
    adding.send(SIGINT)
    usleep(100_000)
    adding.closeInput()
    let stopped = adding.result()
    #expect(stopped.status == 130, "\(stopped.errors)")
    #expect(stopped.objects.count == 1000)
    #expect(
      stopped.errors == "pullquote: Stopped. Added 1000 articles. Nothing else was changed.\n")
    let found = try home.run("search", "--json", "--limit", "10000", "drawer").objects
    #expect(found.count == 1000)
    #expect(try home.run("library", "check").status == 0)
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
