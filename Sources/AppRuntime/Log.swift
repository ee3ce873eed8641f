// What happened, for a file: the screen is never written to. Times are measured only when
// something is logged.

internal import Articles
internal import Excerpts
internal import Glibc
internal import Screen
internal import Session

/// How much is logged.
public enum LogLevel: String, Sendable, CaseIterable, Comparable {
  /// What went wrong, start and end.
  case info
  /// Every event, effect and frame, with its duration.
  case debug

  /// Orders from little to much.
  public static func < (left: LogLevel, right: LogLevel) -> Bool {
    left == .info && right == .debug
  }
}

/// A log file, or none.
struct Log: Sendable {
  /// Nothing is logged.
  static let none = Log(output: nil, level: .info)

  private let output: Output?
  private let level: LogLevel
  private let start = ContinuousClock.now

  private init(output: Output?, level: LogLevel) {
    self.output = output
    self.level = level
  }

  /// Opens a file to append to.
  init(path: String, level: LogLevel) throws(InputProblem) {
    let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      throw InputProblem("\(path) cannot be written: \(systemMessage(errno)).")
    }
    self.init(output: Output(descriptor: descriptor), level: level)
  }

  /// Writes a line with the time since the start in milliseconds.
  func write(_ level: LogLevel, _ message: @autoclosure () -> String) {
    guard let output, level <= self.level else { return }
    let time = milliseconds(ContinuousClock.now - start)
    output.write(Array("\(time) ms  \(message())\n".utf8))
  }

  /// Runs something and logs how long it took.
  func timing<Value>(_ name: @autoclosure () -> String, _ body: () -> Value) -> Value {
    guard output != nil, level == .debug else { return body() }
    let start = ContinuousClock.now
    let value = body()
    write(.debug, "\(name()) took \(milliseconds(ContinuousClock.now - start)) ms")
    return value
  }

  private func milliseconds(_ duration: Duration) -> Double {
    let parts = duration.components
    return Double(parts.seconds * 1_000_000 + parts.attoseconds / 1_000_000_000_000) / 1000
  }
}

extension Event {
  /// The event without the texts it carries.
  var summary: String {
    switch self {
    case .key(let key): "key \(key)"
    case .paste(let text): "paste of \(text.utf8.count) bytes"
    case .resized(let size): "resized \(size.width)x\(size.height)"
    case .woken: "woken"
    case .finished(let result): "finished \(result.summary)"
    }
  }
}

extension EffectResult {
  fileprivate var summary: String {
    switch self {
    case .listed(let entries): "listed \(entries.count)"
    case .surveyed(let entries): "surveyed \(entries.count)"
    case .rowsFailed(let request, let sentence): "no rows of \(request.source.title): \(sentence)"
    case .rows(let request, let rows): "rows \(rows.places) of \(request.source.title)"
    case .counted(_, let total): "counted \(total.articles)"
    case .foundRow(_, let place): "found row \(place.map(String.init) ?? "none")"
    case .changed(_, let sentence): "changed: \(sentence ?? "nothing")"
    case .undid(let sentence): "undid: \(sentence ?? "nothing")"
    case .redid(let sentence): "redid: \(sentence ?? "nothing")"
    case .libraryChanged: "library changed"
    case .libraryFailed(let sentence): "library failed: \(sentence)"
    case .kept(let id, let facts): "\(id) is kept as \(facts.id)"
    case .added(let id, let facts, _): "\(id) was added as \(facts.id)"
    case .loaded(let id, let loaded):
      "loaded \(id), \(loaded.excerpts.quotes.count) quotes, \(loaded.excerpts.figures.count) figures"
    case .foundExcerpts(let loaded):
      "\(loaded.excerpts.quotes.count) quotes, \(loaded.excerpts.figures.count) figures in "
        + "\(loaded.searched)"
    case .searched(_, let found): "searched, \(found.matches.count) matches"
    case .failed(let notice, _): "failed: \(notice.sentence)"
    case .wrote(let path): "wrote \(path)"
    case .piped(let notice), .noticed(let notice): notice.sentence
    case .themeChanged(let name): "theme \(name)"
    case .noted(let notices): "noted \(notices.count)"
    case .completions(let word, let found): "\(found.count) completions of \(word)"
    }
  }
}

extension Effect {
  /// The effect without the texts it carries.
  var summary: String {
    switch self {
    case .wake(let time): "wake after \(time)"
    case .useTheme(let name): "use theme \(name)"
    case .load(let id, _): "load \(id)"
    case .rows(let request): "rows of \(request.source.title)"
    case .count(let request): "count \(request.source.title)"
    case .findRow: "find row"
    case .change: "change the library"
    case .add(let id): "add \(id)"
    case .undo: "undo"
    case .redo: "redo"
    case .keepPosition(let id, let position): "keep \(position) of \(id)"
    case .findExcerpts(_, let stretch, _): "find excerpts in \(stretch)"
    case .search: "search"
    case .correct(let id, _): "correct \(id)"
    case .withdraw(let id, _): "withdraw a correction of \(id)"
    case .survey(let ids): "survey \(ids.count)"
    case .writeFile(let path, _, _): "write \(path)"
    case .complete(let word, _): "complete \(word)"
    case .pipe(let arguments, _): "pipe to \(arguments.first ?? "")"
    case .openExternally(let arguments): "open with \(arguments.first ?? "")"
    case .copy(let text): "copy \(text.utf8.count) bytes"
    case .savePreferences: "save preferences"
    case .suspend: "suspend"
    case .repaint: "repaint"
    case .quit: "quit"
    }
  }
}
