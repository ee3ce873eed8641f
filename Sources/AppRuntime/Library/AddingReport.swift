// What `add` tells while it works: a line of progress on a terminal, one JSON object for each input
// where that is asked for, a sentence for each that cannot be read.

internal import Articles
internal import Glibc
internal import Interchange
internal import LibraryStore
internal import Screen
internal import Synchronization

/// How many inputs came to what.
struct AddingCounts: Equatable {
  var added = 0
  var variants = 0
  var updated = 0
  var known = 0
  var unreadable = 0
  /// What to restore of the known and updated that lie in the bin.
  var deleted: Set<ArticleID> = []
  /// The file of the library that the command line names.
  var library: String?

  /// How many inputs are done.
  var done: Int { added + variants + updated + known + unreadable }
  /// How many articles the library has more, or newer.
  var kept: Int { added + variants + updated }

  mutating func count(_ outcome: AddingOutcome) {
    switch outcome {
    case .added: added += 1
    case .variant: variants += 1
    case .updated: updated += 1
    case .known: known += 1
    }
  }

  /// One sentence about all of it.
  var sentence: String {
    let parts = [
      variants == 0 ? nil : "\(counted(variants, "variant")) of others",
      updated == 0 ? nil : counted(updated, "newer version"),
      known == 0 ? nil : "\(known) known already",
      unreadable == 0 ? nil : "\(unreadable) not readable",
    ].compactMap(\.self)
    return (["Added \(counted(added, "article"))"] + parts).joined(separator: ", ") + "." + bin
  }

  /// Says how to get back what was deleted before; nothing where nothing was.
  private var bin: String {
    guard !deleted.isEmpty else { return "" }
    let count = deleted.count == 1 ? "One is" : "\(deleted.count) are"
    let numbers = deleted.map(\.description).sorted { ($0.count, $0) < ($1.count, $1) }
    let some = numbers.prefix(Self.namedLimit)
    let them =
      switch numbers.count {
      case 1: "it"
      case some.count: "them"
      default: "the first \(some.count)"
      }
    let place = library.map { " --library \(shellWord($0))" } ?? ""
    return
      " \(count) in the bin: “pullquote mark --restore '\(some.joined(separator: " "))'\(place)”"
      + " brings \(them) back."
  }

  /// The most articles that a sentence names.
  private static let namedLimit = 20
}

/// A word as a shell takes it for one.
private func shellWord(_ word: String) -> String {
  let isPlain = word.utf8.allSatisfy { byte in
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: "/._-+,:@".utf8.contains(byte)
    }
  }
  return isPlain && !word.isEmpty ? word : "'\(word.replacing("'", with: "'\\''"))'"
}

extension AddingOutcome {
  /// The article, where it was there already.
  var idOfKnown: ArticleID? {
    switch self {
    case .known(let id), .updated(let id, _): id
    case .added, .variant: nil
    }
  }
}

/// Tells what `add` does, from any thread.
final class AddingReport: Sendable {
  private struct State {
    var counts = AddingCounts()
    var progress: AddingProgress
    /// The error number of standard output; 0 while it can be written.
    var failure: Int32 = 0
  }

  private let state: Mutex<State>
  private let printsJSON: Bool

  init(_ progress: AddingProgress, printsJSON: Bool, library: String? = nil) {
    state = Mutex(State(counts: AddingCounts(library: library), progress: progress))
    self.printsJSON = printsJSON
  }

  /// What came of the inputs so far.
  var counts: AddingCounts { state.withLock(\.counts) }

  /// The error number of standard output; 0 while it can be written.
  var outputFailure: Int32 { state.withLock(\.failure) }

  /// Tells a sentence beside the line of progress.
  func complain(_ sentences: [String]) {
    state.withLock { state in
      guard !sentences.isEmpty else { return }
      state.progress.clear()
      Output.error.complain(sentences)
    }
  }

  /// Tells what became of a batch that is kept; the outcomes belong to those that were ready, and
  /// what lies in the bin has the article to restore.
  func tell(
    _ inputs: [(name: String, input: PreparedInput)], _ outcomes: [AddingOutcome],
    deleted: [ArticleID: ArticleID]
  ) {
    state.withLock { state in
      var lines: [UInt8] = []
      var outcomes = outcomes[...]
      for (name, input) in inputs {
        var result = AddingResult(name, input, &outcomes)
        result.deleted = result.outcome?.idOfKnown.flatMap { deleted[$0] }
        if let main = result.deleted { state.counts.deleted.insert(main) }
        switch result.outcome {
        case let outcome?: state.counts.count(outcome)
        case nil: state.counts.unreadable += 1
        }
        if printsJSON {
          lines += result.json + [0x0A]
        } else if let problem = result.problem {
          state.progress.clear()
          Output.error.complain([problem])
        }
      }
      if !lines.isEmpty, !Output.standard.write(lines), state.failure == 0 {
        state.failure = errno
      }
      state.progress.show(state.counts.done)
    }
  }

  /// Says how many bytes of lines were taken, which tells how much is left.
  func took(bytes: Int) { state.withLock { $0.progress.bytesTaken = bytes } }

  /// Takes the line of progress away.
  func finish() { state.withLock { $0.progress.clear() } }
}

/// What became of one input.
private struct AddingResult {
  let name: String
  var title: String?
  var outcome: AddingOutcome?
  /// What to restore, where it lies in the bin.
  var deleted: ArticleID?
  var problem: String?

  init(_ name: String, _ input: PreparedInput, _ outcomes: inout ArraySlice<AddingOutcome>) {
    self.name = name
    switch input {
    case .ready(_, let title):
      self.title = title
      outcome = outcomes.popFirst()
    case .known(let id): outcome = .known(id)
    case .unreadable(let sentence): problem = sentence
    }
  }

  var json: [UInt8] {
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("path", name)
      switch outcome {
      case .added(let id): writer.outcome("added", id)
      case .known(let id): writer.outcome("known", id)
      case .updated(let id, let detached):
        writer.outcome("updated", id)
        writer.member("detachedExcerpts", detached)
      case .variant(let id, let main):
        writer.outcome("variant", id)
        writer.member("of", main.description)
      case nil: writer.member("error", problem)
      }
      if let deleted { writer.member("deleted", deleted.description) }
      if let title { writer.member("title", title) }
    }
    return writer.bytes
  }
}

extension JSONWriter {
  fileprivate mutating func outcome(_ name: String, _ id: ArticleID) {
    member("outcome", name)
    member("id", id.description)
  }
}
