public import AppRuntime
public import ArgumentParser

extension SavedExcerptsFormat: ExpressibleByArgument {}

struct Export: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print what was saved in the library.",
    discussion: "“pullquote library export” writes the whole library.")

  @Flag(help: "Print the quotes and figures that were saved.") var excerpts = false
  @Option(help: "How to print them.") var format: SavedExcerptsFormat = .markdown
  @OptionGroup var library: LibraryOption

  func validate() throws {
    guard excerpts else {
      throw ValidationError(
        "Say --excerpts; the whole library is written by “pullquote library export”.")
    }
  }

  func run() throws { try finish(exportSavedExcerpts(as: format, library: library.file)) }
}
