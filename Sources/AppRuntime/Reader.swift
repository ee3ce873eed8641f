// From the command line's wishes to the loop: what is read, which screen shows it, and what is
// done where there is no screen.

internal import Articles
internal import CHeap
internal import Glibc
internal import LibraryStore
internal import Screen
internal import Session
internal import Terminal
internal import Theming

/// What a reading session is started with.
public struct ReaderOptions: Sendable {
  /// Files, directories, or `-` for standard input; the library where there is none.
  public var paths: [String] = []
  /// The file of the library, whatever settings say.
  public var library: String?
  /// The theme, whatever settings say.
  public var theme: String?
  /// A file to log to.
  public var logFile: String?
  /// How much to log.
  public var logLevel = LogLevel.info
  /// A new file to record the session to.
  public var recordingFile: String?
  /// Run without a terminal.
  public var headless: HeadlessOptions?

  /// Makes options that read the samples.
  public init() {}
}

/// A session without a terminal.
public struct HeadlessOptions: Sendable {
  /// The screen's size, as "100x30".
  public var size = "80x24"
  /// The keys to press, in key notation.
  public var keys = ""
  /// Whether to print what is shown at the end.
  public var printsFrame = false

  /// Makes options for an idle screen of 80x24.
  public init() {}
}

/// Reads articles: on the terminal, headless, or as plain text where there is no screen.
///
/// - Returns: the exit status: 0, 1 where something could not be read, 64 for wrong usage, 128
///   and the number of the signal that ended the session.
public func read(_ options: ReaderOptions) -> Int32 {
  letFileLimitsFailWrites()
  var found = FoundArticles()
  found.add(options.paths)
  Output.error.complain(found.problems)
  guard !found.sources.isEmpty else { return 1 }
  do throws(InputProblem) {
    let status = try Reading(options, found).run()
    return status == 0 && !found.problems.isEmpty ? 1 : status
  } catch {
    Output.error.complain([error.sentence])
    return 64
  }
}

/// A reading session about to start.
struct Reading {
  let options: ReaderOptions
  let found: FoundArticles
  let environment: Environment
  let settings: Settings
  let runner: EffectRunner
  let log: Log
  let recorder: Recorder?
  /// The library is shown: no file was named.
  private var showsLibrary: Bool { options.paths.isEmpty && runner.kept != nil }

  /// - Parameters:
  ///   - options: what was asked for.
  ///   - found: the articles there are.
  ///   - workingDirectory: what paths that are typed are relative to; nil for the process's own.
  ///   - now: the library's clock in seconds since 1970; nil for the system's.
  /// - Throws: a sentence where the log or the recording cannot be opened.
  init(
    _ options: ReaderOptions, _ found: FoundArticles, workingDirectory: String? = nil,
    now: (@Sendable () -> Int)? = nil
  ) throws(InputProblem) {
    self.options = options
    self.found = found
    let isHeadless = options.headless != nil
    // Without a terminal nothing of this machine's settings may show.
    environment = isHeadless ? Environment([:]) : .ofProcess
    var settings = Settings(environment: environment)
    if let theme = options.theme { settings.preferences.theme = theme }
    self.settings = settings
    log =
      if let file = options.logFile { try Log(path: file, level: options.logLevel) } else { .none }
    let mailbox = Mailbox()
    let file = try? libraryFile(
      named: options.library, settings: settings, environment: environment)
    var kept = file.map {
      KeptLibrary(path: $0, mailbox: mailbox, isWatched: !isHeadless, now: now)
    }
    if options.recordingFile != nil {
      if kept?.isThere == true, options.paths.isEmpty {
        throw InputProblem("A session of the library cannot be recorded. Name the files to read.")
      }
      // What a library knows of an article would be missing from the recording.
      kept = nil
    }
    runner = EffectRunner(
      mailbox: mailbox,
      library: SourceLibrary(
        found.sources,
        corrections: KeptCorrections(
          path: environment.state.map { $0 + "/corrections.json" })),
      kept: kept,
      themes: ThemeCatalog(user: userThemes(in: environment)),
      preferencesFile: environment.state.map { $0 + "/preferences.toml" },
      workingDirectory: workingDirectory)
    let library = runner.library
    recorder = try options.recordingFile.map { file throws(InputProblem) in
      try Recorder(path: file, library: library)
    }
  }

  func run() throws(InputProblem) -> Int32 {
    if let headless = options.headless { return try runHeadless(headless) }
    guard Output.standard.isTerminal else { return printTexts() }
    heap_share_one()
    let terminal: CursesTerminal
    do throws(TerminalError) {
      terminal = try CursesTerminal.open(TerminalOptions(environment: environment.variables))
    } catch {
      switch error {
      case .notATerminal, .notCapable: return printTexts()
      case .alreadyOpen, .refused, .clipboard:
        Output.error.complain([error.description])
        return 1
      }
    }
    defer { terminal.close() }
    let status = runLoop(on: CursesScreen(terminal, mailbox: runner.mailbox)).status
    // The last writes may have to wait for another program: not on a screen that takes no keys.
    terminal.close()
    finish()
    return status
  }

  /// Writes what must not be lost and tells what the screen cannot show any more. Control-C gives
  /// it up; a shell that hangs up does so twice, and must not.
  private func finish() {
    signal(SIGHUP, SIG_IGN)
    runner.finish { Output.error.complain([$0]) }
    var told: Set<String> = []
    let lost = runner.mailbox.take().compactMap(\.lossAtEnd)
    Output.error.complain(lost.filter { told.insert($0).inserted })
  }

  private func runHeadless(_ headless: HeadlessOptions) throws(InputProblem) -> Int32 {
    guard let size = Size(notation: headless.size) else {
      throw InputProblem("A size is written as 100x30, from 1x1 to 1000x1000.")
    }
    let script = KeyScript(size: size, keys: headless.keys)
    let screen = HeadlessScreen(size: size, steps: script.steps, mailbox: runner.mailbox)
    let status = runLoop(on: screen).status
    finish()
    if headless.printsFrame, let frame = screen.shown { Output.standard.write(frame.plainText) }
    return status
  }

  /// Runs the loop on a screen to its end.
  func runLoop(on screen: any ScreenDevice) -> (status: Int32, state: AppState) {
    let keyMap = settings.keyMap
    var state = AppState(
      size: screen.size, keyMap: keyMap, themeNames: runner.themes.names,
      preferences: settings.preferences, openCommand: settings.openCommand,
      entries: showsLibrary ? [] : runner.library.entries,
      library: libraryState)
    var recorder = recorder
    recorder?.begin(RecordedStart(state: state, settings: settings))
    let first = state.start()
    if let notice = screen.openingNotice { runner.mailbox.post(.noticed(Notice(notice))) }
    let problems = found.problems + settings.allProblems(of: keyMap)
    if !problems.isEmpty { runner.mailbox.post(.noted(problems.map { .error($0) })) }
    log.write(.info, "start with \(found.sources.count) articles")
    var loop = EventLoop(
      state: state, screen: screen, runner: runner, log: log, recorder: recorder)
    let status = loop.run(first)
    log.write(.info, "end with status \(status)")
    return (status, loop.state)
  }

  /// What is known of the library at the start; nil where there is no place for one.
  private var libraryState: LibraryState? {
    if recorder != nil { return .leftAside }
    guard runner.kept != nil else { return nil }
    return LibraryState(samples: showsLibrary ? runner.library.entries : [])
  }

  /// Prints the articles as text: where there is no screen to show them on.
  private func printTexts() -> Int32 {
    if showsLibrary, runner.kept?.isThere == true {
      Output.error.complain([
        "The library is read on a terminal. “pullquote search” and “pullquote library export” "
          + "print what is in it."
      ])
      return 1
    }
    var status: Int32 = 0
    for (index, found) in found.sources.enumerated() {
      do throws(InputProblem) {
        let name = found.id.description
        let article = try readArticle(found.source, name: name)
        Output.error.complain(article.diagnostics.map { "\(name): \($0.message)" })
        let text = articleText(article, name: name)
        guard Output.standard.write((index > 0 ? "\n\n" : "") + text) else {
          return Output.standard.statusOfFailure(errno)
        }
      } catch {
        Output.error.complain([error.sentence])
        status = 1
      }
    }
    return status
  }
}

extension Reading {
  /// Runs a script and gives the frames that it asks for.
  ///
  /// - Parameters:
  ///   - script: the script; the paths it opens are identities too.
  ///   - folder: where these paths are.
  ///   - scratch: where the script writes.
  /// - Returns: the frames with their names, in order.
  /// - Throws: a sentence where nothing can be opened.
  static func frames(
    of script: KeyScript, relativeTo folder: String, writingTo scratch: String
  ) throws(InputProblem) -> [(name: String, frame: Frame)] {
    var found = FoundArticles()
    var options = ReaderOptions()
    options.headless = HeadlessOptions()
    for path in script.opened {
      switch path {
      case "samples": found.add([])
      case "library": options.library = scratch + "/library.sqlite"
      default:
        found.sources.append((ArticleID(path), .file(folder + "/" + path)))
        options.paths.append(path)
      }
    }
    if options.library != nil, options.paths.isEmpty { found.add([]) }
    let now: @Sendable () -> Int = { 1_782_000_000 }
    try fillLibrary(with: script.kept, from: folder, at: scratch + "/library.sqlite", now: now)
    let reading = try Reading(options, found, workingDirectory: scratch, now: now)
    let screen = HeadlessScreen(
      size: script.size, steps: script.steps, mailbox: reading.runner.mailbox)
    _ = reading.runLoop(on: screen)
    return screen.frames
  }
}

extension EffectResult {
  /// What went wrong with something that was to last, after the end.
  fileprivate var lossAtEnd: String? {
    switch self {
    case .failed(let notice, nil) where notice.isError: notice.sentence
    case .noticed(let notice) where notice.isError: notice.sentence
    default: nil
    }
  }
}

/// Adds files to a library, for a script.
private func fillLibrary(
  with paths: [String], from folder: String, at file: String, now: @escaping @Sendable () -> Int
) throws(InputProblem) {
  guard !paths.isEmpty else { return }
  var additions: [PreparedAddition] = []
  for path in paths {
    let bytes = try readFile(folder + "/" + path)
    let parsed = try readArticle(.bytes(bytes), name: path)
    additions.append(
      PreparedAddition(
        Addition(parsed: parsed, excerpts: parsed.excerpts(), original: bytes, origin: path)))
  }
  do throws(LibraryError) {
    let options = LibraryOptions(now: now)
    _ = try Library.open(at: file, options: options).add(additions)
  } catch {
    throw InputProblem(error.sentence)
  }
}

extension FoundArticles {
  /// Looks at the arguments of the command line; none means the samples.
  mutating func add(_ paths: [String]) {
    if paths.isEmpty {
      sources = Sample.all.map { (ArticleID($0.name), .sample($0.name)) }
    }
    for path in paths {
      guard path == "-" else {
        add(path)
        continue
      }
      if isatty(STDIN_FILENO) == 1 {
        problems.append("Standard input is the terminal. Pipe a text into “pullquote -”.")
      } else if !sources.contains(where: { $0.source == .standardInput }) {
        sources.append((ArticleID("-"), .standardInput))
      }
    }
  }
}
