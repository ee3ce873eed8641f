// `add`: while one batch is written, the next is read and prepared on all cores. A batch is kept
// whole or not at all, so that stopping at any time leaves nothing half done.

internal import Articles
internal import LibraryStore
internal import Synchronization

/// What `add` is asked to do.
public struct AddingOptions: Sendable {
  /// Files, directories, or `-` for standard input.
  public var paths: [String] = []
  /// Whether the files hold lines: JSON objects, paths, or paths with a TAB and an address.
  public var readsLines = false
  /// Whether to print one JSON object for each input once it is kept.
  public var printsJSON = false
  /// Tags to give what is added.
  public var tags: [String] = []
  /// The file of the library; as set where it is nil.
  public var library: String?

  /// Makes options that add nothing.
  public init() {}
}

/// Adds articles to the library. On a terminal, a line tells how far it has come.
///
/// - Returns: the exit status: 0; 1 where an input could not be read or the library not be
///   written; 128 and the number of the signal that stopped it.
public func addArticles(_ options: AddingOptions) -> Int32 {
  var inputs =
    options.readsLines ? AddingInputs(lines: options.paths) : AddingInputs(sources: options.paths)
  let report = AddingReport(
    AddingProgress(inputs.size, on: .error), printsJSON: options.printsJSON,
    library: options.library)
  let stop = StopSignals()
  return withLibrary(options.library, makes: true, stop: stop, complain: report.complain) {
    library in
    let unopened = inputs.problems.count
    report.complain(inputs.problems)
    let adding = Adding(library, report: report, tags: options.tags, stop: stop.interruption)
    adding.run(&inputs)
    report.finish()
    report.complain(Array(inputs.problems.dropFirst(unopened)))
    return try conclusion(adding, report, stop, hadProblems: !inputs.problems.isEmpty)
  }
}

/// Says what came of it and gives the exit status.
private func conclusion(
  _ adding: Adding, _ report: AddingReport, _ stop: StopSignals, hadProblems: Bool
) throws -> Int32 {
  let counts = report.counts
  if stop.status != 0 {
    Output.error.complain(["Stopped. \(counts.sentence) Nothing else was changed."])
    return stop.status
  }
  if let failure = adding.failure {
    if failure.kind == .interrupted { return Output.standard.statusOfFailure(report.outputFailure) }
    Output.error.complain([failure.sentence, "\(counts.sentence) That is kept."])
    return 1
  }
  if Output.standard.isTerminal { Output.standard.write(counts.sentence + "\n") }
  return hadProblems || counts.unreadable > 0 ? 1 : 0
}

/// Prepares and keeps inputs.
private final class Adding: Sendable {
  private let library: Library
  private let preparing: Preparing
  private let report: AddingReport
  private let stop: Interruption
  private let writing = Lane()
  private let problem = Mutex<LibraryError?>(nil)

  /// About how many bytes are prepared and kept at a time.
  private static let portionBytes = 16 << 20

  init(_ library: Library, report: AddingReport, tags: [String], stop: Interruption) {
    self.library = library
    self.report = report
    self.stop = stop
    preparing = Preparing(library: library, tags: tags)
  }

  /// Why the library could not go on.
  var failure: LibraryError? { problem.withLock(\.self) }

  /// Works through all inputs, or until it is stopped or the library fails.
  func run(_ inputs: inout AddingInputs) {
    var waiting: ArraySlice<AddingInput> = []
    while failure == nil, !stop.isInterrupted {
      if waiting.isEmpty { waiting = inputs.next()[...] }
      if waiting.isEmpty { break }
      let prepared = prepare(&waiting)
      let bytesTaken = inputs.bytesTaken
      writing.finish()
      writing.run { [self] in
        keep(prepared)
        report.took(bytes: bytesTaken)
      }
    }
    writing.finish()
  }

  /// Prepares as many inputs as fit into memory together, on all cores; in their order, without
  /// what was not begun before a stop.
  private func prepare(
    _ inputs: inout ArraySlice<AddingInput>
  ) -> [(name: String, input: PreparedInput)] {
    nextPortion(of: &inputs, limit: Self.portionBytes, weight: \.size) { [self] input in
      guard !stop.isInterrupted, failure == nil else { return nil }
      do throws(LibraryError) { return try preparing.prepare(input) } catch {
        fail(error)
        return nil
      }
    }.map { ($0.input.name, $0.answer) }
  }

  private func keep(_ batch: [(name: String, input: PreparedInput)]) {
    guard !stop.isInterrupted, failure == nil else { return }
    let additions = batch.compactMap { _, input in
      if case .ready(let addition, _) = input { addition } else { nil }
    }
    do throws(LibraryError) {
      let outcomes = additions.isEmpty ? [] : try library.add(additions, interruption: stop)
      // The batch is kept: that is told, even where the bin cannot be looked into.
      report.tell(batch, outcomes, deleted: (try? deleted(batch, outcomes)) ?? [:])
      // Nobody reads the answers any more.
      if report.outputFailure != 0 { fail(LibraryError(.interrupted, "")) }
    } catch {
      fail(error)
    }
  }

  /// What is there already and lies in the bin.
  private func deleted(
    _ batch: [(name: String, input: PreparedInput)], _ outcomes: [AddingOutcome]
  ) throws(LibraryError) -> [ArticleID: ArticleID] {
    let known = batch.compactMap { _, input in
      if case .known(let id) = input { id } else { nil }
    }
    let ids = known + outcomes.compactMap(\.idOfKnown)
    return ids.isEmpty ? [:] : try library.deleted(among: ids)
  }

  private func fail(_ error: LibraryError) {
    problem.withLock { if $0 == nil { $0 = error } }
  }
}
