internal import LibraryStore

/// Opens the library for a command. What there is to tell, and why something failed, goes to
/// standard error.
///
/// - Parameters:
///   - named: the file that the command line names.
///   - makes: whether articles are to be added, for which a library is made where there is none.
///   - stop: ends the waiting for another program; who gives it watches signals.
///   - complain: tells sentences.
///   - body: the command's work; its errors become sentences.
/// - Returns: the exit status of the body; 1 where something failed; that of the signal where one
///   ended the waiting.
func withLibrary(
  _ named: String?, makes: Bool = false, stop: StopSignals? = nil,
  complain: @escaping @Sendable ([String]) -> Void = Output.error.complain,
  _ body: (Library) throws -> Int32
) -> Int32 {
  let environment = Environment.ofProcess
  let settings = Settings(environment: environment)
  // A mistake may be what keeps the library's place from being known.
  complain(settings.problems)
  do {
    let path = try libraryFile(named: named, settings: settings, environment: environment)
    guard makes || (try? FileKind(path: path)) != nil else {
      throw InputProblem("There is no library \(path) yet. “pullquote add” makes it.")
    }
    let opened = try openLibrary(
      at: path, addsMany: makes, interruption: stop?.interruption
    ) { complain([$0]) }
    complain(opened.notices)
    return try body(opened.library)
  } catch let problem as InputProblem {
    complain([problem.sentence])
  } catch let error as LibraryError {
    if let stop, stop.status != 0 {
      complain(["Stopped. Nothing was changed."])
      return stop.status
    }
    complain([error.sentence])
  } catch {
    complain(["\(error)"])
  }
  return 1
}

/// A number of things in words, as "1 article" and "12 articles".
func counted(_ count: Int, _ noun: String) -> String {
  "\(count) \(noun)\(count == 1 ? "" : "s")"
}
