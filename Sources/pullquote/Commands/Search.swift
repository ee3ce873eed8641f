internal import AppRuntime
internal import ArgumentParser

struct Search: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Search the library.",
    discussion: """
      A query has words, "phrases", beginnings*, -not, or, and fields: title: author: source: tag: \
      in: lang: is: has: before: after: date: speaker: says: figure: unit: – as in \
      speaker:harrow says:"no evidence" figure:>1e6 unit:refugees after:2w. The newest come first.
      """)

  @Flag(help: "Print one JSON object a line.") var json = false
  @Flag(help: "Print the best hits first, instead of the newest.") var ranked = false
  @Option(help: "The most hits.") var limit = 20
  @OptionGroup var library: LibraryOption
  @Argument(
    parsing: .allUnrecognized, help: ArgumentHelp("What to look for.", valueName: "query"))
  var query: [String] = []

  func validate() throws {
    guard limit > 0 else { throw ValidationError("--limit takes a number above 0.") }
    try query.refuseOptions()
  }

  func run() throws {
    var options = SearchOptions()
    options.query = query.joined(separator: " ")
    options.limit = limit
    options.isRanked = ranked
    options.printsJSON = json
    options.library = library.file
    try finish(searchLibrary(options))
  }
}

extension [String] {
  /// A minus before a word belongs to the query; two are an option that is misspelt.
  func refuseOptions() throws {
    if let option = first(where: { $0.hasPrefix("--") }) {
      throw ValidationError("There is no option \(option).")
    }
  }
}
