internal import Articles
internal import Foundation
internal import Screen
internal import Session

/// A session that was recorded, read from its file.
struct Recording {
  /// One thing that happened.
  struct Step {
    /// When, since the start.
    var time: Duration
    /// What.
    var event: Event
  }

  /// The state at the start.
  let start: AppState
  /// What happened, in order.
  private(set) var steps: [Step] = []

  /// The results of reading each article from its recorded source.
  private var loads: [String: [EffectResult]] = [:]
  private var sources: [String: [UInt8]] = [:]
  /// What was corrected in these results.
  private var corrected: [String: [KeptCorrection]] = [:]

  /// Reads a recording.
  ///
  /// - Parameters:
  ///   - text: the content of the file.
  ///   - file: its name, for errors.
  /// - Throws: file, line and a sentence.
  init(_ text: String, file: String) throws(InputProblem) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    func problem(_ line: Int, _ sentence: String) -> InputProblem {
      InputProblem("\(file):\(line): \(sentence)")
    }
    guard lines.first == Recorder.heading[...] else {
      throw problem(1, "This is no recording: it does not begin with “\(Recorder.heading)”.")
    }
    guard lines.count > 1, let line = RecordedLine(lines[1]), line.word == "start",
      let state = line.value(RecordedStart.self)?.state
    else { throw problem(2, "The start of the session was expected here.") }
    start = state
    for (index, text) in lines.enumerated().dropFirst(2) where !text.isEmpty {
      guard let line = RecordedLine(text) else {
        throw problem(index + 1, "A time, a word and what belongs to it were expected here.")
      }
      if let sentence = add(line) { throw problem(index + 1, sentence) }
    }
  }

  /// Adds a line; a sentence where it means nothing.
  private mutating func add(_ line: RecordedLine) -> String? {
    switch line.word {
    case "keys":
      for key in KeyPress.sequence(line.rest) { add(.key(key), at: line.time) }
    case "paste":
      guard let text = line.value(String.self) else { return "Pasted text stands in quotes." }
      add(.paste(text), at: line.time)
    case "resize":
      guard let size = Size(notation: line.rest) else { return "A size is written as 100x30." }
      add(.resized(size), at: line.time)
    case "woken": add(.woken, at: line.time)
    case "source":
      guard let source = line.value(RecordedSource.self),
        let data = Data(base64Encoded: source.bytes)
      else { return "An article's name and its bytes were expected here." }
      sources[source.id] = Array(data)
      loads[source.id] = results(of: source.id)
      corrected[source.id] = nil
    case "result":
      guard let recorded = line.value(RecordedResult.self) else {
        return "No effect of this program gives such a result."
      }
      guard let result = recorded.result ?? loaded(recorded) else {
        return "The article of this result was not recorded before it."
      }
      add(.finished(result), at: line.time)
    default: return "There is no step “\(line.word)”."
    }
    return nil
  }

  private mutating func add(_ event: Event, at time: Duration) {
    steps.append(Step(time: time, event: event))
  }

  /// What reading an article gives, with what was corrected in it.
  private func results(
    of name: String, corrections: [KeptCorrection] = []
  ) -> [EffectResult] {
    let id = ArticleID(name)
    let kept = KeptCorrections(path: nil)
    for correction in corrections.compactMap(\.correction) {
      _ = kept.make(correction, of: ArticleKey(id: id))
    }
    var results: [EffectResult] = []
    SourceLibrary([(id, .bytes(sources[name] ?? []))], corrections: kept).load(id) {
      results.append($0)
    }
    return results
  }

  private mutating func loaded(_ recorded: RecordedResult) -> EffectResult? {
    switch recorded {
    case .loaded(let id, let part, let corrections):
      if corrected[id, default: []] != corrections ?? [] {
        corrected[id] = corrections
        loads[id] = results(of: id, corrections: corrections ?? [])
      }
      guard let results = loads[id] else { return nil }
      return results.indices.contains(part) ? results[part] : results.last
    case .foundExcerpts(let id, let start, let end):
      return article(id).map { .foundExcerpts($0.searched(in: TextRange(start, end))) }
    case .searched(let id, let query, let showsHidden, let start):
      guard let article = article(id)?.article else { return nil }
      let request = SearchRequest(
        article: article, query: query, showsHidden: showsHidden, start: start)
      return request.run().map { .searched(request, $0) }
    default: return nil
    }
  }

  private func article(_ id: String) -> LoadedArticle? {
    for case .loaded(_, let loaded) in loads[id] ?? [] { return loaded }
    return nil
  }
}

/// One line: when, what, and the rest.
private struct RecordedLine {
  let time: Duration
  let word: String
  let rest: String

  init?(_ line: Substring) {
    let parts = line.split(separator: " ", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count >= 2, let time = Int(parts[0]), time >= 0 else { return nil }
    self.time = .milliseconds(time)
    word = String(parts[1])
    rest = parts.count > 2 ? String(parts[2]) : ""
  }

  func value<Value: Decodable>(_ type: Value.Type) -> Value? {
    let decoder = JSONDecoder()
    return try? decoder.decode(type, from: Data(rest.utf8))
  }
}
