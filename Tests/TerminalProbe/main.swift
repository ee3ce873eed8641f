// A small program on a terminal, for tests: shows a scene, says what came, dies when told to.
//
// Usage: TerminalProbe [sample|lines|panes|shortPane]. Keys: j and k scroll, p paints again, c changes
// colours, y copies, L lends the terminal to a program that reads a line, q quits; A, S, T and E
// die by abort, by a wild pointer, by a Swift trap and by exit(); B is busy for ever.

import Glibc
import Screen
import Terminal

/// A message of the last event, and how far the lines are scrolled.
struct Probe {
  let terminal: CursesTerminal
  var scene = Scene.sample
  var offset = 0
  var message = "ready"

  mutating func run() {
    while true {
      terminal.present(scene.frame(size: terminal.size, offset: offset, message: message))
      for event in terminal.wait(timeout: nil, wakeDescriptor: -1) where !survives(event) { return }
    }
  }

  /// False when the program should end.
  private mutating func survives(_ event: TerminalEvent) -> Bool {
    switch event {
    case .key(let key): return pressed(key)
    case .paste(let text): message = "paste \(text.utf8.count) \(text.prefix(40))"
    case .resized(let size): message = "resized \(size.width)x\(size.height)"
    case .terminate: return false
    case .hangup: return false
    case .suspendRequested: terminal.suspend()
    case .resumed: message = "resumed"
    case .woken: message = "woken"
    }
    return true
  }

  private mutating func pressed(_ key: KeyPress) -> Bool {
    switch key.description {
    case "q": return false
    case "j": offset += 1
    case "k": offset -= 1
    case "p": terminal.repaint()
    case "y": copy()
    case "c": terminal.use(probePalette(shift: 3))
    case "L": message = "lent: \(lend())"
    case "A": abort()
    case "S": crash()
    case "T": trap()
    case "B": while true { offset &+= 1 }
    case "E": exit(3)
    default: message = message.hasPrefix("keys ") ? "\(message) \(key)" : "keys \(key)"
    }
    return true
  }

  /// The program starts another one, as a script that finds a browser does.
  private func lend() -> ChildProcess.End {
    terminal.whileReleased {
      ChildProcess.runOnTerminal(["sh", "-c", "echo lent; head -n 1; exit 0"])
    }
  }

  private mutating func copy() {
    do {
      try terminal.copyToClipboard("copied “words”")
      message = "copied"
    } catch {
      message = error.description
    }
  }

  private func trap() {
    let nothing: [Int] = []
    message(nothing.count + offset, nothing)
  }

  private func message(_ index: Int, _ numbers: [Int]) { print(numbers[index]) }

  private func crash() {
    let place = unsafe UnsafeMutablePointer<Int>(bitPattern: 8 + offset)
    unsafe place?.pointee = 1
  }
}

func environment() -> [String: String] {
  var result: [String: String] = [:]
  for name in ["TERM", "COLORTERM", "NO_COLOR", "TMUX", "PATH"] {
    if let value = unsafe getenv(name) { result[name] = unsafe String(cString: value) }
  }
  return result
}

do {
  let terminal = try CursesTerminal.open(TerminalOptions(environment: environment()))
  var probe = Probe(terminal: terminal)
  probe.scene = Scene(rawValue: CommandLine.arguments.dropFirst().first ?? "") ?? .sample
  if let notice = terminal.openingNotice { probe.message = notice }
  terminal.use(probePalette())
  probe.run()
  terminal.close()
  print("closed")
} catch {
  print("refused: \(error)")
  exit(2)
}
