import Foundation
import PseudoTerminal
import Screen

/// The real binary on a pseudo-terminal: start, memory, bytes, rest.
enum ProgramRows {
  /// - Parameter binary: the path of a release build.
  /// - Returns: rows for start, bytes, memory and rest.
  /// - Throws: `PseudoTerminalError` where no terminal or process can be had.
  static func measure(binary: String) throws -> [BenchmarkRow] {
    let bare = try median { try painted("/bin/echo", ["Articles"]) }
    let start = try median { try painted(binary, []) }
    var rows = [
      BenchmarkRow(name: "bare process: start to output", value: bare, unit: "ms"),
      BenchmarkRow(name: "start to first paint, samples", value: start, unit: "ms"),
    ]
    let long = FileManager.default.temporaryDirectory.appendingPathComponent("bench-long.txt")
    var invented = InventedText(seed: 7)
    try Data(invented.article(bytes: 300_000)).write(to: long)
    for size in [Size(width: 80, height: 24), Size(width: 200, height: 50)] {
      rows += try reading(binary, long.path, size)
    }
    return rows
  }

  private static func median(_ run: () throws -> Double) rethrows -> Double {
    try (0..<15).map { _ in try run() }.sorted()[7]
  }

  private static let environment = [
    "TERM": "xterm-256color", "LANG": "C.UTF-8", "HOME": NSTemporaryDirectory(),
    "PATH": "/usr/bin:/bin",
  ]

  /// Milliseconds from start to the first screen that shows the article list.
  private static func painted(_ binary: String, _ arguments: [String]) throws -> Double {
    let session = try TerminalSession(size: Size(width: 120, height: 30))
    let start = ContinuousClock.now
    try session.start(binary, arguments: arguments, environment: environment)
    let isShown = session.wait { $0.text.contains("Articles") }
    let time = milliseconds(since: start)
    leave(session)
    return isShown ? time : .nan
  }

  /// One long article: opening, bytes of a scrolled line, memory, and silence at rest.
  private static func reading(
    _ binary: String, _ path: String, _ size: Size
  ) throws -> [BenchmarkRow] {
    let session = try TerminalSession(size: size)
    let start = ContinuousClock.now
    try session.start(binary, arguments: [path], environment: environment)
    _ = session.wait { $0.text.contains("third ferry") }
    let opened = milliseconds(since: start)
    session.settle(quiet: .milliseconds(400))
    let name = "\(size.width)×\(size.height)"
    var rows = [
      BenchmarkRow(name: "300 KB: start to first paint, \(name)", value: opened, unit: "ms")
    ]
    session.send("z")
    session.settle()
    rows.append(
      BenchmarkRow(name: "line scroll, full width, \(name)", value: line(session), unit: "bytes"))
    session.send("zQ")
    session.settle()
    session.send("\t")
    session.settle()
    rows.append(
      BenchmarkRow(name: "line scroll beside a panel, \(name)", value: line(session), unit: "bytes")
    )
    rows.append(BenchmarkRow(name: "resident memory, \(name)", value: memory(session), unit: "MB"))
    let quiet = session.settle(quiet: .seconds(2), timeout: .seconds(2))
    rows.append(
      BenchmarkRow(name: "bytes in 2 s at rest, \(name)", value: Double(quiet), unit: "bytes"))
    leave(session)
    return rows
  }

  /// The median bytes of ten scrolled lines.
  private static func line(_ session: TerminalSession) -> Double {
    let counts = (0..<11).map { _ in
      session.send("j")
      return session.settle(quiet: .milliseconds(60))
    }
    return Double(counts.sorted()[5])
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
