internal import AppRuntime
internal import ArgumentParser

struct Themes: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List themes, or check a theme file.", subcommands: [List.self, Check.self],
    defaultSubcommand: List.self)

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "List the themes there are.")

    func run() throws { try finish(listThemes()) }
  }

  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Say what is wrong with a theme file.")

    @Argument(help: "The file.") var file: String

    func run() throws { try finish(checkTheme(file)) }
  }
}
