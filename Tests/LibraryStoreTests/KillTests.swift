import Articles
import Foundation
import GoldenTesting
import LibraryStore
import Queries
import Testing

/// A probe that works on a library in a process of its own.
final class Probe {
  private let process = Process()
  private let output = Pipe()
  private var read = Data()

  init(_ library: String, _ command: String, _ name: String) throws {
    process.executableURL = URL(fileURLWithPath: Probe.path)
    process.arguments = [library, command, name]
    process.standardOutput = output
    process.environment = ["SWIFT_BACKTRACE": "enable=no"]
    try process.run()
  }

  /// The probe is built beside the tests.
  private static let path: String = {
    let tests = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    return URL(fileURLWithPath: tests ?? "").deletingLastPathComponent()
      .appendingPathComponent("LibraryProbe").path
  }()

  /// Waits until it has acknowledged an addition, or ends.
  func waitForAddition() {
    while read.range(of: Data("added ".utf8)) == nil {
      let more = output.fileHandleForReading.availableData
      if more.isEmpty { return }
      read += more
    }
  }

  /// Waits until it ends and gives the lines that it had acknowledged.
  func rest() -> [String] {
    let data = read + output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    // A line without its end was not acknowledged.
    let text = String(decoding: data, as: UTF8.self)
    return text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
  }

  /// Kills it and gives the lines that it had acknowledged.
  func kill() -> [String] {
    let id = process.processIdentifier
    // Zero would be everybody.
    if id > 1, process.isRunning { Foundation.kill(id, SIGKILL) }
    return rest()
  }
}

/// Twenty kills in the normal run, as many as asked for in the long one.
private let rounds = Int(ProcessInfo.processInfo.environment["PULLQUOTE_KILLS"] ?? "") ?? 20

@Test func aKillLosesNothingThatWasAcknowledged() throws {
  let directory = try TemporaryDirectory()
  var generator = SeededGenerator(state: 11)
  var expected: Set<String> = []
  for round in 0..<rounds {
    let command = ["add", "mark", "undo", "compact"][round % 4]
    let probe = try Probe(directory.library, command, "r\(round)")
    if round == 0 { probe.waitForAddition() }
    usleep(UInt32.random(in: 20_000...400_000, using: &generator))
    let lines = probe.kill()
    #expect(!lines.contains { $0.hasPrefix("failed") }, "\(command): \(lines)")
    for line in lines where line.hasPrefix("added ") {
      expected.formUnion(line.split(separator: " ").dropFirst().map(String.init))
    }
    let library = try directory.open()
    #expect(try library.check().problems == [], "round \(round), \(command)")
    let rows = try library.page(of: Listing(), count: 1_000_000).rows
    let titles = Set(rows.compactMap(\.title))
    #expect(expected.isSubset(of: titles), "round \(round), \(command)")
    expectWholeBatches(titles, "round \(round), \(command)")
    try expectStates(lines, library, titles.count, "round \(round), \(command)")
  }
  #expect(!expected.isEmpty)
}

/// The probe adds eight articles at a time, "r4-17-0" to "r4-17-7": all or none of them are there.
private func expectWholeBatches(_ titles: Set<String>, _ comment: String) {
  let batches = Dictionary(grouping: titles.filter { $0.split(separator: "-").count == 3 }) {
    $0.split(separator: "-").prefix(2).joined(separator: "-")
  }
  for (name, batch) in batches { #expect(batch.count == 8, "\(comment): \(name)") }
}

/// The last acknowledged state holds, or that of the change that was under way.
private func expectStates(
  _ lines: [String], _ library: Library, _ count: Int, _ comment: String
) throws {
  let unread = try library.count(of: Listing()).unread
  if lines.last?.hasPrefix("marked") == true {
    #expect(unread == 0 || unread == count, "\(comment)")
  }
  if let last = lines.last, last.hasPrefix("tagged") {
    let tag = String(last.dropFirst("tagged ".count))
    let tagged = try library.page(of: Listing(try Query("tag:\(tag)")), count: 1_000_000).rows
    #expect(tagged.count == count || tagged.isEmpty, "\(comment)")
  }
}

@Test func twoProgramsWriteAtOnce() throws {
  let directory = try TemporaryDirectory()
  let seconds = Double(ProcessInfo.processInfo.environment["PULLQUOTE_WRITERS"] ?? "") ?? 2
  let library = try directory.open()
  let probes = try ["one", "two"].map { try Probe(directory.library, "add", $0) }
  let end = Date().addingTimeInterval(seconds)
  var own = 0
  var sawOthers = false
  while Date() < end {
    own += 1
    try library.add(TestArticle("own \(own)", "Number \(own) of this program."))
    sawOthers = try library.hasChangedElsewhere() || sawOthers
    _ = try library.page(of: Listing(), count: 20)
  }
  var expected: Set<String> = Set((1...own).map { "own \($0)" })
  for probe in probes {
    let lines = probe.kill()
    #expect(lines.count > 1)
    #expect(!lines.contains { $0.hasPrefix("failed") }, "\(lines.suffix(2))")
    for line in lines where line.hasPrefix("added ") {
      expected.formUnion(line.split(separator: " ").dropFirst().map(String.init))
    }
  }
  #expect(sawOthers)
  let titles = try library.page(of: Listing(), count: 1_000_000).rows.compactMap(\.title)
  #expect(expected.isSubset(of: titles))
  #expect(try library.check().problems == [])
}
