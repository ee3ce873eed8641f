internal import AppRuntime
internal import ArgumentParser

struct LibraryCommands: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "library", abstract: "Check, copy and mend the library; undo changes of it.",
    subcommands: [
      Check.self, Backup.self, Compact.self, ExportAll.self, Import.self, Undo.self, Redo.self,
    ])

  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Look at everything, and say what is wrong and how the library is kept.")
    @OptionGroup var library: LibraryOption

    func run() throws { try finish(checkLibrary(library.file)) }
  }

  struct Backup: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Copy the library while it is in use.")
    @OptionGroup var library: LibraryOption
    @Argument(help: "The copy; a file of that name is replaced.") var file: String

    func run() throws { try finish(backUpLibrary(to: file, library: library.file)) }
  }

  struct Compact: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Purge what was deleted, and make the file small and quick again.",
      discussion: """
        Rules of retention take articles that are neither starred, tagged, collected, marked, \
        corrected nor excerpted. Without them nothing goes but what was deleted.
        """)
    @Option(help: ArgumentHelp("Take read articles older than so many days.", valueName: "days"))
    var read: Int?
    @Option(help: ArgumentHelp("Take unread articles older than so many days.", valueName: "days"))
    var unread: Int?
    @Flag(help: "Leave what was deleted in the bin.") var keepDeleted = false
    @OptionGroup var library: LibraryOption

    func validate() throws {
      guard (read ?? 0) >= 0, (unread ?? 0) >= 0 else {
        throw ValidationError("Days are counted from 0.")
      }
    }

    func run() throws {
      var options = CompactingOptions()
      options.daysOfRead = read
      options.daysOfUnread = unread
      options.keepsDeleted = keepDeleted
      options.library = library.file
      try finish(compactLibrary(options))
    }
  }

  struct ExportAll: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "export", abstract: "Write everything as JSON Lines.")
    @OptionGroup var library: LibraryOption
    @Argument(help: "Where to; standard output if it is not named.") var file: String?

    func run() throws { try finish(exportLibrary(to: file, library: library.file)) }
  }

  struct Import: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Take what an export wrote; what is there already stays as it is.")
    @OptionGroup var library: LibraryOption
    @Argument(help: "The file, or - for standard input.") var file: String

    func run() throws { try finish(importLibrary(from: file, library: library.file)) }
  }

  struct Undo: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Take the latest change back, whichever program made it.")
    @OptionGroup var library: LibraryOption

    func run() throws { try finish(undoInLibrary(isRedo: false, library: library.file)) }
  }

  struct Redo: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Make the change again that was undone last.")
    @OptionGroup var library: LibraryOption

    func run() throws { try finish(undoInLibrary(isRedo: true, library: library.file)) }
  }
}
