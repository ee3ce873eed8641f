// The real program on a pseudo-terminal: that it starts, shows, resizes, and gives the terminal
// back however it ends. Everything else is tested without a terminal.

import Foundation
import Glibc
import PseudoTerminal
import Screen
import Testing

@Suite(.serialized, .enabled(if: program != nil, "the program was not built"))
struct BinaryTests {
  private func session(
    _ arguments: [String] = [], size: Size = Size(width: 100, height: 30),
    terminal: String = "xterm-256color", settings: URL? = nil
  ) throws -> TerminalSession {
    let session = try TerminalSession(size: size)
    // No home: nothing of this machine's settings may show.
    var variables = ["TERM": terminal, "PATH": "/usr/bin:/bin", "SWIFT_BACKTRACE": "enable=no"]
    variables["XDG_CONFIG_HOME"] = settings?.path
    try session.start(try #require(program), arguments: arguments, environment: variables)
    return session
  }

  private func shows(_ words: String, _ session: TerminalSession) -> Bool {
    session.wait { $0.text.contains(words) }
  }

  @Test func itReadsAndQuits() throws {
    let session = try session()
    #expect(shows("Bridge halts mid-swing", session))
    session.send("\r")
    #expect(shows("The oldest moving thing in Haddlemouth", session))
    session.resize(to: Size(width: 60, height: 20))
    #expect(shows("The oldest moving thing in", session))
    session.send("ZZ")
    #expect(session.end() == 0)
    #expect(session.settings == session.shellSettings)
  }

  @Test func aRecordedSessionIsShownAgain() throws {
    let folder = try scratch()
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent("session").path
    let first = try session(["--record", file], size: Size(width: 80, height: 24))
    #expect(shows("Bridge halts mid-swing", first))
    first.send("\r")
    #expect(shows("The oldest moving thing in", first))
    first.send("Q]q]q")
    #expect(shows("quote 2 of", first))
    let screen = first.screen.text
    first.send("ZZ")
    #expect(first.end() == 0)
    let second = try session(
      ["--replay", file, "--slow", "1ms"], size: Size(width: 80, height: 24))
    #expect(second.wait { $0.text == screen })
    second.send("q")
    #expect(second.end() == 0)
    #expect(second.settings == second.shellSettings)
  }

  @Test func aProgramIsLentTheTerminalAndGivesItBack() throws {
    let folder = try scratch()
    defer { try? FileManager.default.removeItem(at: folder) }
    let place = folder.appendingPathComponent("pullquote")
    try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
    let script = "stty -echo; echo lent to $1; read answer; exit 3"
    try Data("open = [\"sh\", \"-c\", \"\(script)\", \"sh\", \"{url}\"]\n".utf8)
      .write(to: place.appendingPathComponent("config.toml"))
    let session = try session([fixtures + "/island-timetable.html"], settings: folder)
    #expect(shows("seven piers again", session))
    session.send("gx")
    #expect(shows("lent to https://bulletin.example/2026/05/winter-boats", session))
    session.send("\r")
    #expect(shows("sh ended with status 3.", session))
    #expect(shows("seven piers again", session))
    session.send("ZZ")
    #expect(session.end() == 0)
    #expect(session.settings == session.shellSettings)
  }

  @Test(arguments: [SIGTERM, SIGHUP, SIGSEGV])
  func theTerminalIsGivenBackWhenASignalEndsIt(signal: Int32) throws {
    let session = try session()
    #expect(shows("Bridge halts mid-swing", session))
    session.signal(signal)
    let status = try #require(session.end())
    let exit = status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + status & 0x7F
    #expect(exit == 128 + signal)
    #expect(session.settings == session.shellSettings)
    #expect(String(decoding: session.received, as: UTF8.self).contains("\u{1B}[?1049l"))
  }

  @Test func aDumbTerminalGetsText() throws {
    let session = try session([fixtures + "/hard-wrapped.txt"], terminal: "dumb")
    #expect(session.end() == 0)
    let text = String(decoding: session.received, as: UTF8.self)
    #expect(text.contains("Tansy Cross"))
    #expect(!text.contains("\u{1B}"))
  }

  @Test(arguments: ["xterm-256color", "dumb"])
  func hostileTextSendsNothingOfItsOwn(terminal: String) throws {
    let folder = try scratch()
    defer { try? FileManager.default.removeItem(at: folder) }
    let long = folder.appendingPathComponent("long\u{1B}[31m.txt").path
    let line = String(
      repeating: "a line \u{1B}]0;owned\u{7} \u{202E}that never ends \u{9B}", count: 4_000)
    try Data(line.utf8).write(to: URL(fileURLWithPath: long))
    let session = try session(
      [fixtures + "/hostile.txt", long, folder.path + "/none\u{1B}[31m"], terminal: terminal)
    if terminal != "dumb" {
      #expect(shows("A headline", session))
      session.send("\r")
      #expect(shows("family", session))
      session.send("J")
      #expect(shows("that never ends", session))
      session.send("GZZ")
    }
    #expect(session.end(timeout: .seconds(60)) == 1 << 8)
    let sent = String(decoding: session.received, as: UTF8.self)
    for secret in [
      "owned\u{7}", "\u{1B}]", "\u{1B}[31m", "\u{9B}", "\u{202E}", "\u{2066}", "\u{90}",
    ] {
      #expect(!sent.unicodeScalars.contains(secret.unicodeScalars), "\(secret.debugDescription)")
    }
  }

  private func scratch() throws -> URL {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("pullquote-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder
  }
}
