internal import Screen
internal import Session

/// One step of a script.
enum ScriptStep: Equatable {
  /// A key.
  case key(KeyPress)
  /// A paste.
  case paste(String)
  /// Another size.
  case resize(Size)
  /// Time that passes.
  case pause(Duration)
  /// Keep what is shown under this name.
  case frame(String)
}

/// A screen without a terminal: events from a script, and a clock that only the script moves.
///
/// Every step waits until all effects have reported, so that a script gives the same frames on
/// any machine.
final class HeadlessScreen: ScreenDevice {
  private(set) var size: Size
  let depth = ColorDepth.full
  let openingNotice: String? = nil
  private(set) var now: Duration = .zero
  /// The frames that the script asked for.
  private(set) var frames: [(name: String, frame: Frame)] = []
  /// What is shown.
  private(set) var shown: Frame?
  /// What was copied last.
  private(set) var clipboard: String?
  private var steps: ArraySlice<ScriptStep>
  private let mailbox: Mailbox

  init(size: Size, steps: [ScriptStep], mailbox: Mailbox) {
    self.size = size
    self.steps = steps[...]
    self.mailbox = mailbox
  }

  func wait(until deadline: Duration?) -> [DeviceEvent] {
    if mailbox.isBusy {
      mailbox.wait()
      return [.woken]
    }
    while let step = steps.popFirst() {
      switch step {
      case .key(let key): return [.event(.key(key))]
      case .paste(let text): return [.event(.paste(text))]
      case .resize(let size):
        self.size = size
        return [.event(.resized(size))]
      case .pause(let duration):
        let target = now + duration
        if let deadline, deadline <= target {
          steps = [.pause(target - deadline)] + steps
          now = deadline
          return []
        }
        now = target
      case .frame(let name):
        if let shown { frames.append((name, shown)) }
      }
    }
    return [.ended(status: 0)]
  }

  func present(_ frame: Frame) { shown = frame }

  func use(_ palette: Palette) {}

  func repaint() {}

  func suspend() {}

  func run(_ arguments: [String]) -> Notice? { PipedCommand(arguments).run(with: "") }

  func copy(_ text: String) -> String? {
    clipboard = text
    return nil
  }
}
