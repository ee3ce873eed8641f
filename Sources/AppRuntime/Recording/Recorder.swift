// Writes a session to a file while it runs: line by line, so that a crash leaves all up to it.
//
//     pullquote recording 1
//     0 start {…}           size, preferences, keys and list at the start
//     12 source {…}         the bytes of an article, before its first result
//     12 result {…}         what an effect gave
//     840 keys j            milliseconds since the start, then what happened
//     900 resize 80x24
//     950 paste "words"
//     990 woken
//
// `update` is a pure function of these, so that they are all that a replay needs.

internal import Articles
internal import Foundation
internal import Glibc
internal import Screen
internal import Session

/// A recording being written.
struct Recorder {
  /// The first line of every recording.
  static let heading = "pullquote recording 1"

  private let path: String
  private let output: Output
  private let library: SourceLibrary
  private var parts: [ArticleID: Int] = [:]
  private var recorded: [ArticleID: Int] = [:]
  private var isBroken = false

  /// Opens a file that is not there yet.
  ///
  /// - Throws: a sentence where it cannot be written.
  init(path: String, library: SourceLibrary) throws(InputProblem) {
    let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      throw InputProblem(
        errno == EEXIST
          ? "\(path) is there already. Name a new file to record to."
          : "\(path) cannot be written: \(systemMessage(errno)).")
    }
    self.path = path
    self.library = library
    output = Output(descriptor: descriptor)
  }

  /// Writes what the session starts with.
  mutating func begin(_ start: RecordedStart) {
    write(Self.heading)
    write("0 start \(json(start))")
  }

  /// Notes that an article is about to be read.
  mutating func note(_ effect: Effect) {
    switch effect {
    case .load(let id, _), .correct(let id, _), .withdraw(let id, _): parts[id] = 0
    default: break
    }
  }

  /// Writes what happened.
  mutating func write(_ event: Event, at time: Duration) {
    let time = time.inMilliseconds
    switch event {
    case .key(let key): write("\(time) keys \(KeyPress.notation([key]))")
    case .paste(let text): write("\(time) paste \(json(text))")
    case .resized(let size): write("\(time) resize \(size.notation)")
    case .woken: write("\(time) woken")
    case .finished(let result):
      var part = 0
      if case .loaded(let id, _) = result {
        part = parts[id, default: 0]
        parts[id] = part + 1
        if part == 0 { writeSource(of: id, at: time) }
      }
      guard let recorded = RecordedResult(result, part: part) else { return }
      write("\(time) result \(json(recorded))")
    }
  }

  /// A sentence once the file can no longer be written.
  private(set) var problem: String?

  /// Writes the bytes of an article unless they are known.
  private mutating func writeSource(of id: ArticleID, at time: Int) {
    guard let bytes = try? library.bytes(of: id), recorded[id] != bytes.hashValue else { return }
    recorded[id] = bytes.hashValue
    let source = RecordedSource(id: id.description, bytes: Data(bytes).base64EncodedString())
    write("\(time) source \(json(source))")
  }

  private mutating func write(_ line: String) {
    guard !isBroken, !output.write(Array("\(line)\n".utf8)) else { return }
    isBroken = true
    problem = "The recording ends here: \(path) cannot be written: \(systemMessage(errno))."
  }

  private func json(_ value: some Encodable) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return (try? encoder.encode(value)).map { String(decoding: $0, as: UTF8.self) } ?? "null"
  }

  /// Takes the problem, to tell it once.
  mutating func takeProblem() -> String? {
    defer { problem = nil }
    return problem
  }
}

extension Duration {
  /// Whole milliseconds.
  var inMilliseconds: Int {
    Int(components.seconds) * 1000 + Int(components.attoseconds / 1_000_000_000_000_000)
  }
}

extension Size {
  /// As `Size(notation:)` reads it.
  var notation: String { "\(width)x\(height)" }
}
