internal import Glibc
internal import Screen
internal import Session
internal import Terminal

/// A real terminal as the loop sees it.
final class CursesScreen: ScreenDevice {
  private let terminal: CursesTerminal
  private let wakeDescriptor: Int32
  private let start = ContinuousClock.now

  /// - Parameters:
  ///   - terminal: open; closed by its owner.
  ///   - mailbox: wakes the wait.
  init(_ terminal: CursesTerminal, mailbox: Mailbox) {
    self.terminal = terminal
    wakeDescriptor = mailbox.wakeDescriptor
  }

  var size: Size { terminal.size }
  var depth: ColorDepth { terminal.depth }
  var openingNotice: String? { terminal.openingNotice }
  var now: Duration { ContinuousClock.now - start }

  func wait(until deadline: Duration?) -> [DeviceEvent] {
    let timeout = deadline.map { max(.zero, $0 - now) }
    return terminal.wait(timeout: timeout, wakeDescriptor: wakeDescriptor).map(\.deviceEvent)
  }

  func present(_ frame: Frame) { terminal.present(frame) }

  func use(_ palette: Palette) { terminal.use(palette) }

  func repaint() { terminal.repaint() }

  func suspend() { terminal.suspend() }

  func run(_ arguments: [String]) -> Notice? {
    terminal.whileReleased {
      ChildProcess.runOnTerminal(arguments).problem(of: arguments.first ?? "")
    }
  }

  func copy(_ text: String) -> String? {
    do throws(TerminalError) {
      try terminal.copyToClipboard(text)
      return nil
    } catch {
      return error.description
    }
  }
}

extension TerminalEvent {
  fileprivate var deviceEvent: DeviceEvent {
    switch self {
    case .key(let key): .event(.key(key))
    case .paste(let text): .event(.paste(text))
    case .resized(let size): .event(.resized(size))
    case .terminate(let signal): .ended(status: 128 + signal)
    case .hangup: .ended(status: 128 + SIGHUP)
    case .suspendRequested: .suspendRequested
    case .resumed: .resumed
    case .woken: .woken
    }
  }
}
