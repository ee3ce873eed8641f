// Where the library is and how it is opened: the same for the reader and for every command.

internal import Formats
internal import Glibc
internal import LibraryStore

/// A library ready for use, and what its opening had to tell.
struct OpenedLibrary: Sendable {
  /// The library.
  let library: Library
  /// Sentences for the reader, as about a rescue.
  let notices: [String]
}

/// The file of the library: as named, else as set, else in the folder of the user's data.
///
/// - Parameters:
///   - named: what the command line names.
///   - settings: may name a file too.
///   - environment: where the user's data are.
/// - Returns: the path; nothing need be there.
/// - Throws: a sentence where none of them tells.
func libraryFile(
  named: String?, settings: Settings, environment: Environment
) throws(InputProblem) -> String {
  if let named { return named }
  if let path = settings.libraryFile {
    guard path.hasPrefix("~/"), let home = environment.variables["HOME"] else { return path }
    return home + path.dropFirst()
  }
  guard let folder = environment.data else {
    throw InputProblem(
      "There is no place for the library: neither XDG_DATA_HOME nor HOME is set. Say --library FILE."
    )
  }
  return folder + "/library.sqlite"
}

/// Lets a limit on the size of files fail a write, which is told, instead of ending the program.
func letFileLimitsFailWrites() { signal(SIGXFSZ, SIG_IGN) }

/// Opens the library, making it where there is none. A damaged one is set aside, and what can be
/// read of it saved.
///
/// - Parameters:
///   - path: the file; its folder is made.
///   - now: the clock in seconds since 1970; nil for the system's.
///   - addsMany: whether thousands of articles are to be added.
///   - interruption: ends the waiting for another program.
///   - waiting: told a sentence when a change waits for another program, or an older library is being
///     brought to today's form; from the thread that waits.
/// - Returns: the library and what there is to tell.
/// - Throws: a sentence and its kind: `newer` and `notALibrary` with the file untouched;
///   `inaccessible`, `full`, `interrupted`.
func openLibrary(
  at path: String, now: (@Sendable () -> Int)? = nil, addsMany: Bool = false,
  interruption: Interruption? = nil, waiting: @escaping @Sendable (String) -> Void
) throws(LibraryError) -> OpenedLibrary {
  letFileLimitsFailWrites()
  var options = LibraryOptions(waiting: waiting, interruption: interruption)
  options.addsMany = addsMany
  if let now { options.now = now }
  do throws(LibraryError) {
    return try usingFolder(of: path, for: .opening, options) { () throws(LibraryError) in
      OpenedLibrary(library: try .open(at: path, options: options), notices: [])
    }
  } catch {
    guard error.kind == .damaged else { throw error }
    return try usingFolder(of: path, for: .rescuing, options) { () throws(LibraryError) in
      try rescueLibrary(at: path, options)
    }
  }
}

/// Rescues a library, unless another program did so while this one waited.
private func rescueLibrary(
  at path: String, _ options: LibraryOptions
) throws(LibraryError) -> OpenedLibrary {
  do throws(LibraryError) {
    return OpenedLibrary(library: try .open(at: path, options: options), notices: [])
  } catch {
    guard error.kind == .damaged else { throw error }
    let rescue = try Library.rescue(at: path, options: options) { $0.readAnew() }
    return OpenedLibrary(library: rescue.library, notices: [rescue.sentence])
  }
}

extension OriginalSource {
  /// What the bytes say; nil where no format reads them any more.
  fileprivate func readAnew() -> Addition? {
    let source = SourceBytes(bytes: bytes, name: origin)
    guard let parsed = try? parse(source) else { return nil }
    return Addition(
      parsed: parsed, excerpts: parsed.excerpts(), original: bytes, format: format, origin: origin)
  }
}
