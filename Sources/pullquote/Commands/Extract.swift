public import AppRuntime
public import ArgumentParser

extension ExtractFormat: ExpressibleByArgument {}

struct Extract: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print articles as JSON, Markdown, text or as a tree.")

  @Option(help: "What to print.") var format: ExtractFormat = .json
  @Option(help: ArgumentHelp("Where the text was loaded from.", valueName: "address"))
  var url: String?
  @Flag(help: "Read lines “path” or “path TAB url” and print one JSON object a line.")
  var jsonl = false
  @Argument(help: "Files, or - for standard input.") var files: [String] = []

  func validate() throws {
    if jsonl {
      guard files.isEmpty else { throw ValidationError("With --jsonl, name files on stdin.") }
      guard format == .json else { throw ValidationError("--jsonl prints JSON only.") }
    } else if files.isEmpty {
      throw ValidationError("Name a file, or - for standard input.")
    }
  }

  func run() throws {
    try finish(jsonl ? extractLines() : extract(files, as: format, address: url))
  }
}
