internal import AppRuntime
internal import ArgumentParser

struct Read: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Read articles.",
    discussion: """
      Names files, directories, or - for standard input. Without a name the program's own samples \
      are opened. Where the output is no terminal, the articles are printed as text.
      """)

  @Argument(help: ArgumentHelp("What to read.", valueName: "file|directory|-"))
  var paths: [String] = []
  @Option(help: ArgumentHelp("The theme to start with.", valueName: "name")) var theme: String?
  @Option(help: ArgumentHelp("Log to a file.", valueName: "file")) var log: String?
  @Option(help: "How much to log: info or debug.") var logLevel: String = "info"
  @Flag(help: "Run without a terminal.") var headless = false
  @Option(help: "The size of the screen without a terminal.") var size: String = "80x24"
  @Option(help: "Keys to press without a terminal, as \"jj<Enter>]q\".") var keys: String = ""
  @Flag(help: "Print what is shown at the end.") var printFrame = false

  func validate() throws {
    guard LogLevel(rawValue: logLevel) != nil else {
      throw ValidationError("The log level is info or debug.")
    }
    guard headless || (keys.isEmpty && !printFrame) else {
      throw ValidationError("--keys and --print-frame go with --headless.")
    }
  }

  func run() throws {
    var options = ReaderOptions()
    options.paths = paths
    options.theme = theme
    options.logFile = log
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
