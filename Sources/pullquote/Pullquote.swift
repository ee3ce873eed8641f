// The command line and nothing else: what is asked for is done in AppRuntime.

import AppRuntime
import ArgumentParser

@main
struct Pullquote: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pullquote",
    abstract: "Read articles in the terminal, with their quotes and figures beside the text.",
    version: "0.1.0",
    subcommands: [
      Read.self, Add.self, Search.self, Mark.self, Export.self, LibraryCommands.self, Extract.self,
      Excerpts.self, Themes.self, Keys.self,
    ],
    defaultSubcommand: Read.self)
}

/// Ends the program with a status; 0 is a plain return.
func finish(_ status: Int32) throws {
  if status != 0 { throw ExitCode(status) }
}
