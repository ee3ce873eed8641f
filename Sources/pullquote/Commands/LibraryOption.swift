internal import ArgumentParser

/// Which library a command is about.
struct LibraryOption: ParsableArguments {
  @Option(
    name: .customLong("library"),
    help: ArgumentHelp("The library, where it is not the one of the settings.", valueName: "file"))
  var file: String?
}
