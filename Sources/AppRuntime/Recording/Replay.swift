// `--replay`: a recorded session once more, through the same loop. No effect is performed: what
// they gave is in the recording.

internal import Screen
internal import Session
internal import Terminal
internal import Theming

/// A recording to show.
public struct ReplayOptions: Sendable {
  /// The recording.
  public var file: String
  /// How long each step is shown; nil for as long as it was.
  public var pace: Duration?
  /// Whether there is no terminal to show it on.
  public var isHeadless = false
  /// Whether to print what is shown at the end.
  public var printsFrame = false

  /// Makes options to show a recording on the terminal.
  public init(file: String) { self.file = file }
}

/// Shows a recorded session.
///
/// - Returns: the exit status: 0, or 1 where the recording cannot be read or shown.
public func replay(_ options: ReplayOptions) -> Int32 {
  do throws(InputProblem) {
    let bytes = try readFile(options.file, allowsPipes: true)
    let recording = try Recording(String(decoding: bytes, as: UTF8.self), file: options.file)
    guard options.isHeadless else { return try show(recording, options) }
    let frame = recording.play(on: nil, pace: nil).frame
    if options.printsFrame, let frame { Output.standard.write(frame.plainText) }
    return 0
  } catch {
    Output.error.complain([error.sentence])
    return 1
  }
}

private func show(_ recording: Recording, _ options: ReplayOptions) throws(InputProblem) -> Int32 {
  let terminal: CursesTerminal
  do throws(TerminalError) {
    terminal = try CursesTerminal.open(
      TerminalOptions(environment: Environment.ofProcess.variables))
  } catch {
    throw InputProblem("\(error.description) “--headless --print-frame” needs none.")
  }
  let screen = CursesScreen(terminal, mailbox: Mailbox())
  let status = recording.play(on: screen, pace: options.pace).status
  terminal.close()
  let (window, size) = (screen.size, recording.start.size)
  if window.width < size.width || window.height < size.height {
    Output.error.complain([
      "The recording is of \(size.notation), this window of \(window.notation): it was cut."
    ])
  }
  return status
}

extension Recording {
  /// Runs the session again.
  ///
  /// - Returns: the exit status, the last frame and the state at the end.
  func play(
    on terminal: (any ScreenDevice)?, pace: Duration?
  ) -> (status: Int32, frame: Frame?, state: AppState) {
    let runner = EffectRunner(
      mailbox: Mailbox(), library: SourceLibrary([]),
      themes: ThemeCatalog(user: userThemes(in: terminal == nil ? Environment([:]) : .ofProcess)),
      preferencesFile: nil, isReplaying: true)
    let screen = ReplayScreen(self, on: terminal, pace: pace)
    var state = start
    let first = state.start()
    var loop = EventLoop(state: state, screen: screen, runner: runner, log: .none)
    let status = loop.run(first)
    return (status, screen.shown, loop.state)
  }
}
