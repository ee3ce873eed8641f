import Glibc
import PseudoTerminal
import Screen

@testable import TerminalProbe

/// The probe on a pseudo-terminal, ready for keys.
func probe(
  _ scene: Scene = .sample, size: Size = Size(width: 80, height: 24),
  environment: [String: String] = [:], knownModes: Set<Int> = [],
  answerDelay: Duration = .zero
) throws -> TerminalSession {
  let session = try TerminalSession(size: size)
  session.knownModes = knownModes
  session.answerDelay = answerDelay
  try session.start(
    probePath, arguments: [scene.rawValue],
    environment: probeEnvironment.merging(environment) { $1 })
  return session
}

/// Nothing of the machine's environment reaches the probe. Swift's own backtracer would wait for a
/// person on a terminal.
let probeEnvironment = [
  "TERM": "xterm-256color", "PATH": "/usr/bin:/bin", "SWIFT_BACKTRACE": "enable=no",
]

/// The probe is built beside the tests.
let probePath: String = {
  var buffer = [CChar](repeating: 0, count: 4096)
  let count = unsafe readlink("/proc/self/exe", &buffer, buffer.count)
  let bytes = buffer.prefix(max(0, count)).map { UInt8(bitPattern: $0) }
  let tests = String(decoding: bytes, as: UTF8.self)
  return tests.prefix(through: tests.lastIndex(of: "/") ?? tests.startIndex) + "TerminalProbe"
}()

/// Whether there is a shell that stops and continues programs.
let hasShell = unsafe access("/bin/bash", X_OK) == 0

extension TerminalSession {
  /// Compares without printing two screens of cells when they differ.
  func shows(_ cells: [[ModelCell]]) -> Bool { screen.cells == cells }

  /// Waits for the first frame.
  func becomesReady(_ message: String = "ready") -> Bool {
    wait { $0.isAlternateScreen && $0.text.contains(message) } && settle() >= 0
  }
}
