// `library check|backup|compact|export|import|undo|redo`.

internal import Glibc
internal import LibraryStore

/// Looks at everything in the library and says what is wrong and how it is kept.
///
/// - Parameter named: the file of the library; as set where it is nil.
/// - Returns: the exit status: 0 where it is sound, else 1.
public func checkLibrary(_ named: String?) -> Int32 {
  withLibrary(named) { library in
    let check = try library.check()
    Output.standard.write(([library.path] + check.remarks).map { $0 + "\n" }.joined())
    Output.error.complain(check.problems)
    if check.isClean { Output.standard.write("Nothing is wrong.\n") }
    return check.isClean ? 0 : 1
  }
}

/// Copies the library while it is in use. The copy is there whole or not at all.
///
/// - Parameters:
///   - path: the copy; a file of that name is replaced.
///   - named: the file of the library; as set where it is nil.
/// - Returns: the exit status.
public func backUpLibrary(to path: String, library named: String?) -> Int32 {
  withLibrary(named) { library in
    try library.backup(to: path)
    tell("Copied to \(path).")
    return 0
  }
}

/// What `compact` throws away besides what was deleted.
public struct CompactingOptions: Sendable {
  /// Read articles go so many days after their date; nil keeps them.
  public var daysOfRead: Int?
  /// Unread articles go so many days after their date; nil keeps them.
  public var daysOfUnread: Int?
  /// Whether what was deleted stays.
  public var keepsDeleted = false
  /// The file of the library; as set where it is nil.
  public var library: String?

  /// Makes options by which only what was deleted goes.
  public init() {}
}

/// Makes the library small and quick again.
///
/// - Returns: the exit status.
public func compactLibrary(_ options: CompactingOptions) -> Int32 {
  withLibrary(options.library) { library in
    let rules = RetentionRules(
      daysOfRead: options.daysOfRead, daysOfUnread: options.daysOfUnread)
    if let sentence = try library.apply(rules) { tell("\(sentence).") }
    let count = try library.compact(keepsDeleted: options.keepsDeleted)
    tell("Compacted; \(counted(count, "deleted article")) gone for good.")
    return 0
  }
}

/// Writes everything in the library as JSON Lines.
///
/// - Parameters:
///   - path: the file, written whole or not at all; nil for standard output.
///   - named: the file of the library; as set where it is nil.
/// - Returns: the exit status.
public func exportLibrary(to path: String?, library named: String?) -> Int32 {
  withLibrary(named) { library in
    guard let path, path != "-" else {
      return try export(library, to: .standard) ?? 0
    }
    try library.refuseReplacement(by: path)
    let draft = "\(path).\(getpid())"
    let descriptor = unsafe open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      throw InputProblem("\(path) cannot be written: \(systemMessage(errno)).")
    }
    defer { unsafe unlink(draft) }
    let failure = try export(library, to: Output(descriptor: descriptor))
    let isSafe = fsync(descriptor) == 0
    close(descriptor)
    if let failure { return failure }
    guard isSafe, unsafe rename(draft, path) == 0 else {
      throw InputProblem("\(path) cannot be written: \(systemMessage(errno)).")
    }
    return 0
  }
}

/// Ends an export whose lines cannot be written.
private struct FailedWrite: Error {}

/// Writes all lines; the status to end with where they cannot be written.
private func export(_ library: Library, to output: Output) throws -> Int32? {
  var failure: Int32 = 0
  do throws(LibraryError) {
    try library.export { line in
      guard output.write(line + [0x0A]) else {
        failure = errno
        throw FailedWrite()
      }
    }
  } catch {
    if failure == 0 { throw error }
  }
  return failure == 0 ? nil : output.statusOfFailure(failure)
}

/// Takes the lines of an export, some hundred at a time; what is there already stays as it is.
///
/// - Parameters:
///   - path: the file; `-` is standard input.
///   - named: the file of the library; as set where it is nil.
/// - Returns: the exit status; 1 where a line cannot be read.
public func importLibrary(from path: String, library named: String?) -> Int32 {
  // Opened first: a name that is misspelt makes no library.
  let descriptor = path == "-" ? STDIN_FILENO : unsafe open(path, O_RDONLY | O_CLOEXEC)
  guard descriptor >= 0 else {
    Output.error.complain([InputProblem(path, errno: errno).sentence])
    return 1
  }
  let stop = StopSignals()
  var reader = LineReader(descriptor: descriptor)
  // Read first: what cannot be read, as a folder, makes none either.
  let first = nextLines(&reader)
  if first == nil, reader.failure != 0 {
    let problem = InputProblem(path, errno: reader.failure).sentence
    Output.error.complain([stop.status == 0 ? problem : "Stopped. Nothing was changed."])
    return stop.status == 0 ? 1 : stop.status
  }
  return withLibrary(named, makes: true, stop: stop) { library in
    var counts = AddingCounts()
    var problem: String?
    do throws(LibraryError) {
      try importLines(first, &reader, into: library, stop.interruption, &counts)
      if reader.failure != 0 { problem = InputProblem(path, errno: reader.failure).sentence }
    } catch {
      problem = error.sentence
    }
    guard stop.status == 0 else {
      Output.error.complain(["Stopped. \(counts.sentence)"])
      return stop.status
    }
    if let problem {
      Output.error.complain([problem, counts.sentence])
      return 1
    }
    tell(counts.sentence)
    return 0
  }
}

/// Imports the lines that were read first, and all that follow.
private func importLines(
  _ first: [[UInt8]]?, _ reader: inout LineReader, into library: Library, _ stop: Interruption,
  _ counts: inout AddingCounts
) throws(LibraryError) {
  var number = 1
  var next = first
  while !stop.isInterrupted, let lines = next {
    for outcome in try library.importLines(lines, from: number, interruption: stop) {
      counts.count(outcome)
    }
    number += lines.count
    next = nextLines(&reader)
  }
}

private func nextLines(_ reader: inout LineReader) -> [[UInt8]]? {
  var lines: [[UInt8]] = []
  var size = 0
  while lines.count < 500, size < 8 << 20, let line = reader.next() {
    lines.append(Array(line))
    size += line.count
  }
  return lines.isEmpty ? nil : lines
}

/// Takes the latest change of the library back, or makes again what was undone last.
///
/// - Parameters:
///   - isRedo: whether to make it again.
///   - named: the file of the library; as set where it is nil.
/// - Returns: the exit status; 0 where there was nothing to undo, too.
public func undoInLibrary(isRedo: Bool, library named: String?) -> Int32 {
  withLibrary(named) { library in
    let sentence = try isRedo ? library.redo() : library.undo()
    if let sentence {
      Output.standard.write("\(isRedo ? "Redone" : "Undone"): \(sentence)\n")
    } else {
      Output.error.complain([isRedo ? "There is nothing to redo." : "There is nothing to undo."])
    }
    return 0
  }
}

/// Tells a person what was done; a script sees the exit status.
private func tell(_ sentence: String) {
  if Output.standard.isTerminal { Output.standard.write(sentence + "\n") }
}
