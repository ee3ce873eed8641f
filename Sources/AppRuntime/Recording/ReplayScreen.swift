internal import Screen
internal import Session

/// A screen whose events come from a recording: without a terminal, or on one, where they keep
/// the pace of the session or a given one.
///
/// On a terminal `q`, Escape or Control-C ends the replay, and any other key skips a pause. The
/// last frame stays until a key is pressed.
final class ReplayScreen: ScreenDevice {
  let size: Size
  /// What is shown.
  private(set) var shown: Frame?
  private var steps: ArraySlice<Recording.Step>
  private let terminal: (any ScreenDevice)?
  private let pace: Duration?
  private var time: Duration = .zero

  /// - Parameters:
  ///   - recording: what to show.
  ///   - terminal: where; nil for nowhere.
  ///   - pace: how long each step is shown; nil for as long as it was.
  init(_ recording: Recording, on terminal: (any ScreenDevice)?, pace: Duration?) {
    size = recording.start.size
    steps = recording.steps[...]
    self.terminal = terminal
    self.pace = pace
  }

  var depth: ColorDepth { terminal?.depth ?? .full }
  var openingNotice: String? { nil }
  /// Stands still: what has to be woken was recorded.
  var now: Duration { .zero }

  func wait(until deadline: Duration?) -> [DeviceEvent] {
    let next = steps.first
    if let terminal, let ended = pause(on: terminal, before: next) { return [ended] }
    guard let next else { return [.ended(status: 0)] }
    steps = steps.dropFirst()
    time = next.time
    return [.event(next.event)]
  }

  /// Lets the time before a step pass; before the end, until a key is pressed.
  private func pause(
    on terminal: any ScreenDevice, before next: Recording.Step?
  ) -> DeviceEvent? {
    let deadline = next.map { terminal.now + (pace ?? max(.zero, $0.time - time)) }
    while deadline.map({ terminal.now < $0 }) ?? true {
      for event in terminal.wait(until: deadline) {
        switch event {
        case .event(.key(let key)):
          return next == nil || Self.endings.contains(key) ? .ended(status: 0) : nil
        case .event(.resized), .resumed:
          terminal.repaint()
          if let shown { terminal.present(shown) }
        case .ended: return event
        case .suspendRequested: terminal.suspend()
        case .event, .woken: break
        }
      }
    }
    return nil
  }

  private static let endings: [KeyPress] = [
    .character("q"), .named(.escape), .control("c"),
  ]

  func present(_ frame: Frame) {
    shown = frame
    terminal?.present(frame)
  }

  func use(_ palette: Palette) { terminal?.use(palette) }

  func repaint() { terminal?.repaint() }

  func suspend() {}

  func run(_ arguments: [String]) -> Notice? { nil }

  func copy(_ text: String) -> String? { nil }
}
