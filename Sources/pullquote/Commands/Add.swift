internal import AppRuntime
internal import ArgumentParser

struct Add: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Add articles to the library.",
    discussion: """
      Takes files, directories, or - for standard input. What is there already is not added twice. \
      With --jsonl, files (or standard input) hold lines: a path; a path, a TAB and an address; or \
      a JSON object with "path", "html" or "text", and what is known of "title", "author", "date", \
      "url", "site", "language" and "tags".
      """)

  @Flag(help: "Read lines, one article each.") var jsonl = false
  @Flag(help: "Print one JSON object for each article once it is kept.") var json = false
  @Option(help: ArgumentHelp("A tag to give what is added.", valueName: "name"))
  var tag: [String] = []
  @OptionGroup var library: LibraryOption
  @Argument(help: ArgumentHelp("What to add.", valueName: "file|directory|-"))
  var paths: [String] = []

  func validate() throws {
    guard jsonl || !paths.isEmpty else {
      throw ValidationError("Name a file or a directory, or - for standard input.")
    }
  }

  func run() throws {
    var options = AddingOptions()
    options.paths = paths
    options.readsLines = jsonl
    options.printsJSON = json
    options.tags = tag
    options.library = library.file
    try finish(addArticles(options))
  }
}
