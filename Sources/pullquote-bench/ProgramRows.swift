import Foundation
import PseudoTerminal
import Screen

/// The real binary on a pseudo-terminal: start, memory, bytes, rest.
enum ProgramRows {
  /// - Parameter binary: the path of a release build.
  /// - Returns: rows for start, bytes, memory and rest.
  /// - Throws: `PseudoTerminalError` where no terminal or process can be had.
  static func measure(binary: String) throws -> [BenchmarkRow] {
    let bare = try median { try painted("/bin/echo", ["Samples"]) }
    let start = try median { try painted(binary, []) }
    var rows = [
      BenchmarkRow(name: "bare process: start to output", value: bare, unit: "ms"),
      BenchmarkRow(name: "start to first paint, samples", value: start, unit: "ms"),
    ]
    let long = FileManager.default.temporaryDirectory.appendingPathComponent("bench-long.txt")
    var invented = InventedText(seed: 7)
    try Data(invented.article(bytes: 300_000)).write(to: long)
    for size in [Size(width: 80, height: 24), Size(width: 200, height: 50)] {
      rows += try withEmptyHome { try reading(binary, long.path, size, home: $0) }
    }
    return try rows + withEmptyHome { try readingWithMargins(binary, long.path, home: $0) }
  }

  private static func median(_ run: () throws -> Double) rethrows -> Double {
    try (0..<15).map { _ in try run() }.sorted()[7]
  }

  /// What the reader remembers must not be that of the run before, so the home is given.
  private static func environment(home: URL) -> [String: String] {
    [
      "TERM": "xterm-256color", "LANG": "C.UTF-8", "HOME": home.path, "PATH": "/usr/bin:/bin",
    ]
  }

  /// Runs with a folder that is empty before and gone after.
  private static func withEmptyHome<Result>(_ body: (URL) throws -> Result) throws -> Result {
    let home = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: home, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: home) }
    return try body(home)
  }

  /// Milliseconds from start to the first screen that shows the article list.
  private static func painted(_ binary: String, _ arguments: [String]) throws -> Double {
    let session = try TerminalSession(size: Size(width: 120, height: 30))
    let start = ContinuousClock.now
    return try withEmptyHome { home in
      try session.start(binary, arguments: arguments, environment: environment(home: home))
      let isShown = session.wait { $0.text.contains("Samples") }
      let time = milliseconds(since: start)
      leave(session)
      return isShown ? time : .nan
    }
  }

  /// One long article: opening, bytes of a scrolled line, memory, and silence at rest.
  private static func reading(
    _ binary: String, _ path: String, _ size: Size, home: URL
  ) throws -> [BenchmarkRow] {
    let session = try TerminalSession(size: size)
    let start = ContinuousClock.now
    try session.start(binary, arguments: [path], environment: environment(home: home))
    _ = session.wait { $0.text.contains("third ferry") }
    let opened = milliseconds(since: start)
    // The excerpts come after the text.
    session.settle(quiet: .milliseconds(600))
    let sent = session.received.count
    let name = "\(size.width)×\(size.height)"
    let scrolled = ScrollRows.measure(session, at: name)
    let quiet = session.settle(quiet: .seconds(2), timeout: .seconds(2))
    defer { leave(session) }
    return [
      BenchmarkRow(name: "300 KB: start to first paint, \(name)", value: opened, unit: "ms"),
      BenchmarkRow(
        name: "300 KB: first paint with excerpts, \(name)", value: Double(sent), unit: "bytes"),
    ] + scrolled + [
      BenchmarkRow(name: "resident memory, \(name)", value: memory(session), unit: "MB"),
      BenchmarkRow(name: "bytes in 2 s at rest, \(name)", value: Double(quiet), unit: "bytes"),
    ]
  }

  /// What the same costs on a terminal that can move a part of its columns.
  private static func readingWithMargins(
    _ binary: String, _ path: String, home: URL
  ) throws -> [BenchmarkRow] {
    let session = try TerminalSession(size: Size(width: 200, height: 50))
    session.knownModes = [69]
    try session.start(binary, arguments: [path], environment: environment(home: home))
    _ = session.wait { $0.text.contains("third ferry") }
    session.settle(quiet: .milliseconds(600))
    defer { leave(session) }
    return ScrollRows.measureWithMargins(session, at: "200×50")
  }

  /// Resident memory in megabytes, from /proc.
  private static func memory(_ session: TerminalSession) -> Double {
    let status = try? String(
      contentsOfFile: "/proc/\(session.process)/status", encoding: .utf8)
    let line = status?.split(separator: "\n").first { $0.hasPrefix("VmRSS") }
    let kilobytes = line?.split(separator: " ").compactMap { Double($0) }.first
    return (kilobytes ?? .nan) / 1000
  }

  private static func leave(_ session: TerminalSession) {
    session.signal(SIGTERM)
    _ = session.end(timeout: .seconds(2))
  }

  private static func milliseconds(since start: ContinuousClock.Instant) -> Double {
    (ContinuousClock.now - start) / .milliseconds(1)
  }
}
