// However the program ends, the terminal is as before.

import Glibc
import PseudoTerminal
import Screen
import Testing

@testable import TerminalProbe

@Suite(.serialized) struct Restoration {
  /// What a shell needs: its own screen, cursor, keys and settings.
  private func expectGivenBack(_ session: TerminalSession) {
    let screen = session.screen
    #expect(!screen.isAlternateScreen)
    #expect(screen.modes.contains(25) && screen.modes.contains(7))
    #expect(!screen.modes.contains(2004) && !screen.modes.contains(1) && !screen.isKeypadOn)
    #expect(session.settings == session.shellSettings)
  }

  /// A shell on a pseudo-terminal that is to become the probe.
  private func shell(_ script: String) throws -> TerminalSession {
    let session = try TerminalSession(size: Size(width: 80, height: 24))
    try session.start("/bin/bash", arguments: ["-c", script], environment: probeEnvironment)
    return session
  }

  @Test(arguments: ["q", "E"])
  func aNormalEndGivesTheTerminalBack(key: String) throws {
    let session = try probe()
    #expect(session.becomesReady())
    #expect(session.settings != session.shellSettings)
    session.send(key)
    #expect(session.end() == (key == "q" ? 0 : 3 << 8))
    expectGivenBack(session)
  }

  @Test(arguments: [SIGTERM, SIGHUP, SIGINT, SIGQUIT])
  func anEndByRequestGivesTheTerminalBack(signal: Int32) throws {
    let session = try probe()
    #expect(session.becomesReady())
    session.signal(signal)
    #expect(session.end() == 0)
    expectGivenBack(session)
    #expect(session.screen.text.contains("closed"))
  }

  @Test(arguments: [SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGABRT, SIGFPE])
  func aCrashGivesTheTerminalBackAndStaysACrash(signal: Int32) throws {
    let session = try probe()
    #expect(session.becomesReady())
    session.signal(signal)
    #expect(session.end().map { $0 & 0x7F } == signal)
    expectGivenBack(session)
  }

  @Test(arguments: [
    SIGXCPU, SIGALRM, SIGUSR1, SIGUSR2, SIGVTALRM, SIGPROF, SIGSYS, SIGIO, SIGPWR, SIGSTKFLT,
  ])
  func aSignalThatNobodyExpectsGivesTheTerminalBackAndEndsIt(signal: Int32) throws {
    let session = try probe()
    #expect(session.becomesReady())
    session.signal(signal)
    #expect(session.end().map { $0 & 0x7F } == signal)
    expectGivenBack(session)
  }

  @Test(.enabled(if: hasShell, "There is no shell to limit the time."))
  func aLimitOfTheSystemGivesTheTerminalBackAndEndsIt() throws {
    let session = try shell("ulimit -St 1; exec \(probePath)")
    #expect(session.becomesReady())
    session.send("B")
    #expect(session.end(timeout: .seconds(60)).map { $0 & 0x7F } == SIGXCPU)
    expectGivenBack(session)
  }

  @Test(.enabled(if: hasShell, "There is no shell to ignore the signal."))
  func aSignalThatIsIgnoredEndsNothing() throws {
    let session = try shell("trap '' USR1; exec \(probePath)")
    #expect(session.becomesReady())
    session.signal(SIGUSR1)
    #expect(session.settle() == 0)
    session.send("q")
    #expect(session.end() == 0)
    expectGivenBack(session)
  }

  @Test(arguments: [("A", [SIGABRT]), ("S", [SIGSEGV]), ("T", [SIGILL, SIGTRAP])])
  func aFaultOfItsOwnGivesTheTerminalBack(key: String, signals: [Int32]) throws {
    let session = try probe()
    #expect(session.becomesReady())
    session.send(key)
    #expect(session.end().map { signals.contains($0 & 0x7F) } == true)
    expectGivenBack(session)
  }

  @Test func aLostConnectionEndsTheProgram() throws {
    let session = try probe()
    #expect(session.becomesReady())
    session.hangUp()
    #expect(session.end(timeout: .seconds(5)) != nil)
  }

  @Test(.enabled(if: hasShell, "There is no shell to ignore the signal."))
  func aLostConnectionEndsAProgramThatIgnoresItsSignal() throws {
    let session = try shell("trap '' HUP; exec \(probePath)")
    #expect(session.becomesReady())
    session.signal(SIGHUP)
    #expect(session.settle() == 0)
    session.hangUp()
    #expect(session.end(timeout: .seconds(5)) != nil)
  }

  @Test func suspensionGivesTheTerminalBackAndTakesItAgain() throws {
    let session = try probe()
    #expect(session.becomesReady())
    // The leader of a session without a shell is not stopped by SIGTSTP: it goes on at once.
    session.send("\u{1A}")
    #expect(session.wait { $0.text.contains("resumed") })
    session.settle()
    #expect(session.settings != session.shellSettings)
    #expect(session.screen.modes.isSuperset(of: [1049, 2004, 1]))
    let sent = String(decoding: session.received, as: UTF8.self)
    #expect(sent.contains("\u{1B}[?1049l"))
    let cells = session.screen.cells
    session.answer(to: "p")
    #expect(session.shows(cells))
  }

  @Test func scrollingIsAsCheapAfterASuspensionAsBefore() throws {
    let session = try probe(.lines)
    #expect(session.becomesReady())
    session.send("\u{1A}")
    #expect(session.wait { $0.text.contains("resumed") })
    session.settle()
    session.answer(to: "j")
    let bytes = session.answer(to: "j")
    #expect(bytes == session.screen.text.split(separator: "\n")[22].utf8.count + 12)
  }

  @Test(.enabled(if: hasShell, "There is no shell to stop programs."))
  func aStopKeyInALentProgramDoesNotStopTheLender() throws {
    let session = try TerminalSession(size: Size(width: 80, height: 24))
    try session.start(
      "/bin/bash", arguments: ["--norc", "--noprofile", "-i"],
      environment: probeEnvironment.merging(["PS1": "shell> "]) { $1 })
    #expect(session.wait { $0.text.contains("shell>") })
    session.send("\(probePath) lines\r")
    #expect(session.becomesReady())
    session.send("L")
    #expect(session.wait { !$0.isAlternateScreen && $0.text.contains("lent") })
    session.settle()
    session.send("\u{1A}")
    session.settle()
    session.send("enough\r")
    #expect(session.wait { $0.isAlternateScreen && $0.text.contains("lent: exited(0)") })
    session.settle()
    #expect(session.screen.isAlternateScreen && !session.screen.text.contains("shell>"))
    session.send("q")
    #expect(session.wait { !$0.isAlternateScreen && $0.text.contains("closed") })
    #expect(!session.screen.text.contains("Stopped"))
  }

  @Test func aStopByForceIsFollowedByAWholePaint() throws {
    let session = try probe()
    #expect(session.becomesReady())
    session.signal(SIGSTOP)
    #expect(session.stops())
    session.signal(SIGCONT)
    #expect(session.wait { $0.text.contains("resumed") })
    #expect(session.screen.modes.isSuperset(of: [1049, 2004, 1]))
  }

  @Test(.enabled(if: hasShell, "There is no shell to go back to."))
  func theShellStopsAndContinuesTheProgram() throws {
    let session = try TerminalSession(size: Size(width: 80, height: 24))
    try session.start(
      "/bin/bash", arguments: ["--norc", "--noprofile", "-i"],
      environment: probeEnvironment.merging(["PS1": "shell> "]) { $1 })
    #expect(session.wait { $0.text.contains("shell>") })
    session.send("\(probePath) lines\r")
    #expect(session.becomesReady())
    session.send("\u{1A}")
    #expect(session.wait { !$0.isAlternateScreen && $0.text.contains("Stopped") })
    #expect(session.screen.modes.contains(25) && !session.screen.modes.contains(1))
    session.resize(to: Size(width: 70, height: 20))
    session.send("fg\r")
    #expect(session.wait { $0.isAlternateScreen && $0.text.contains("resumed") })
    #expect(session.screen.text.hasPrefix(String(Scene.line(0).prefix(70))))
    session.send("q")
    #expect(session.wait { !$0.isAlternateScreen && $0.text.contains("closed") })
  }
}
