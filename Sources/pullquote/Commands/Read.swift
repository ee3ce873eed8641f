internal import AppRuntime
internal import ArgumentParser

struct Read: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Read articles.",
    discussion: """
      Names files, directories, or - for standard input. Without a name the library is opened; an \
      empty one shows samples. Where the output is no terminal, the articles are printed as text.
      """)

  @Argument(help: ArgumentHelp("What to read.", valueName: "file|directory|-"))
  var paths: [String] = []
  @OptionGroup var library: LibraryOption
  @Option(help: ArgumentHelp("The theme to start with.", valueName: "name")) var theme: String?
  @Option(help: ArgumentHelp("Log to a file.", valueName: "file")) var log: String?
  @Option(help: "How much to log: info or debug.") var logLevel: String = "info"
  @Option(help: ArgumentHelp("Record the session to a new file.", valueName: "file"))
  var record: String?
  @Option(help: ArgumentHelp("Show a recorded session.", valueName: "file")) var replay: String?
  @Option(help: ArgumentHelp("Show each step of a replay so long, as 200ms.", valueName: "time"))
  var slow: String?
  @Flag(help: "Run without a terminal.") var headless = false
  @Option(help: "The size of the screen without a terminal.") var size: String = "80x24"
  @Option(help: "Keys to press without a terminal, as \"jj<Enter>]q\".") var keys: String = ""
  @Flag(help: "Print what is shown at the end.") var printFrame = false

  func validate() throws {
    guard LogLevel(rawValue: logLevel) != nil else {
      throw ValidationError("The log level is info or debug.")
    }
    if replay != nil {
      guard paths.isEmpty, keys.isEmpty, record == nil else {
        throw ValidationError("--replay goes without files, --keys and --record.")
      }
    }
    guard slow == nil || (replay != nil && pace != nil) else {
      throw ValidationError("--slow goes with --replay and takes a time, as 200ms or 1.5s.")
    }
    guard headless || (keys.isEmpty && !printFrame) else {
      throw ValidationError("--keys and --print-frame go with --headless.")
    }
  }

  /// The time that `--slow` names.
  private var pace: Duration? {
    guard let slow else { return nil }
    let unit = slow.hasSuffix("ms") ? "ms" : "s"
    guard slow.hasSuffix(unit), let number = Double(slow.dropLast(unit.count)),
      (0...1_000_000).contains(number)
    else { return nil }
    return .milliseconds(Int(unit == "ms" ? number : number * 1000))
  }

  func run() throws {
    if let replay {
      var options = ReplayOptions(file: replay)
      options.pace = pace
      options.isHeadless = headless
      options.printsFrame = printFrame
      try finish(AppRuntime.replay(options))
      return
    }
    var options = ReaderOptions()
    options.paths = paths
    options.library = library.file
    options.theme = theme
    options.logFile = log
    options.recordingFile = record
    options.logLevel = LogLevel(rawValue: logLevel) ?? .info
    if headless {
      var screen = HeadlessOptions()
      screen.size = size
      screen.keys = keys
      screen.printsFrame = printFrame
      options.headless = screen
    }
    try finish(read(options))
  }
}
