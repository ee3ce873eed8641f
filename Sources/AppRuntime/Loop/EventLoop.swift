// The one loop of the program, for terminals and scripts alike: wait, update, start effects, draw
// once, wait again. It is synchronous; nothing is awaited between a key and its frame.

internal import Panels
internal import Screen
internal import Session
internal import Theming

/// Owns the state and the screen, on one thread.
struct EventLoop {
  /// The state; what tests look at after the end.
  private(set) var state: AppState
  private let screen: any ScreenDevice
  private let runner: EffectRunner
  private let log: Log
  private var recorder: Recorder?
  private var overlay = DebugOverlay()
  private var wakeTime: Duration?
  private var status: Int32?
  private var isDrawn = false

  init(
    state: AppState, screen: any ScreenDevice, runner: EffectRunner, log: Log,
    recorder: Recorder? = nil
  ) {
    self.recorder = recorder
    self.state = state
    self.screen = screen
    self.runner = runner
    self.log = log
  }

  /// Runs until the end is asked for.
  ///
  /// - Parameter first: what to do besides drawing the first frame. An article is read while that
  ///   is made; all else can wait for it.
  /// - Returns: the exit status.
  mutating func run(_ first: [Effect]) -> Int32 {
    perform(first.filter(\.isLoad))
    use(theme: state.preferences.theme)
    awaitRows()
    draw()
    if first.contains(where: \.isOfRows) { runner.kept?.beginWatching() }
    perform(first.filter { !$0.isLoad })
    while true {
      for event in screen.wait(until: wakeTime) { take(event) }
      if let wakeTime, wakeTime <= screen.now {
        self.wakeTime = nil
        send(.woken)
      }
      for result in runner.mailbox.take() where !runner.isReplaying { send(.finished(result)) }
      if let status { return status }
      if !isDrawn { draw() }
    }
  }

  /// How long the first frame waits for the rows of the library.
  private static let rowsPatience = Duration.milliseconds(100)

  /// Takes the first rows before the first frame where they come soon: a frame without them would
  /// be in vain. Where they do not, it says so.
  private mutating func awaitRows() {
    let deadline = ContinuousClock.now + Self.rowsPatience
    while state.list.isAwaited, !runner.isReplaying, status == nil {
      let left = deadline - .now
      guard left > .zero else { return }
      runner.mailbox.wait(upTo: Int32(left.inMilliseconds + 1))
      for result in runner.mailbox.take() { send(.finished(result)) }
    }
  }

  private mutating func take(_ event: DeviceEvent) {
    switch event {
    case .event(let event): send(event)
    case .woken: break
    case .suspendRequested: screen.suspend()
    case .resumed: isDrawn = false
    case .ended(let status): self.status = self.status ?? status
    }
  }

  private mutating func send(_ event: Event) {
    guard status == nil else { return }
    record(event)
    let before = state
    let effects = log.timing("event \(event.summary)") { update(&state, event) }
    if state != before { isDrawn = false }
    perform(effects)
  }

  /// Before the event is taken: one that crashes the program is what a recording is for.
  private mutating func record(_ event: Event) {
    let now = screen.now
    recorder?.write(event, at: now)
    if let problem = recorder?.takeProblem() { runner.mailbox.post(.noticed(.error(problem))) }
  }

  private mutating func draw() {
    let start = ContinuousClock.now
    var frame = log.timing("render") { render(state) }
    if state.showsDebug { overlay.draw(on: &frame, command: state.lastCommand) }
    log.timing("present") { screen.present(frame) }
    if state.showsDebug { overlay.note(frame, ContinuousClock.now - start) }
    isDrawn = true
  }

  private mutating func perform(_ effects: [Effect]) {
    for effect in effects {
      log.write(.debug, "effect \(effect.summary)")
      recorder?.note(effect)
      switch effect {
      case .wake(let time): wakeTime = screen.now + time
      case .useTheme(let name): use(theme: name)
      case .copy(let text):
        if let problem = screen.copy(text) { runner.mailbox.post(.noticed(.error(problem))) }
      case .openExternally(let arguments): lend(to: arguments)
      case .suspend: screen.suspend()
      case .repaint:
        screen.repaint()
        isDrawn = false
      // A replay ends with its last step, so that the last frame stays.
      case .quit: if !runner.isReplaying { status = status ?? 0 }
      case .load, .correct, .withdraw, .findExcerpts, .search, .survey, .writeFile, .pipe,
        .complete, .savePreferences, .rows, .count, .findRow, .change, .add, .undo, .redo,
        .keepPosition:
        runner.start(effect)
      }
    }
  }

  /// Lends the screen to a program; a replay only shows what came of it.
  private mutating func lend(to arguments: [String]) {
    guard !runner.isReplaying else { return }
    if let outcome = screen.run(arguments) { runner.mailbox.post(.noticed(outcome)) }
    isDrawn = false
  }

  private mutating func use(theme name: String) {
    let (theme, problem) = runner.themes.themeOrDefault(named: name)
    screen.use(theme.palette(depth: screen.depth, withoutColours: runner.themes.plain))
    isDrawn = false
    runner.mailbox.post(.themeChanged(theme.name))
    guard problem != nil else { return }
    let problems = runner.themes.problems(of: name)
    runner.mailbox.post(.noted(problems.map { .error($0.description) }))
  }
}

extension Effect {
  fileprivate var isOfRows: Bool {
    if case .rows = self { true } else { false }
  }

  /// Whether the first frame shows what comes of it.
  fileprivate var isLoad: Bool {
    switch self {
    case .load, .rows: true
    default: false
    }
  }
}
