// What a reader corrected, in one small file beside the preferences: apart from the articles, whose
// files are never written to. An article is known by its path or its address, so that one that was
// moved or fetched again keeps its corrections; what has neither keeps them until the program ends.

internal import Articles
internal import Foundation
internal import Synchronization

/// By what the corrections of an article are found.
struct ArticleKey: Hashable {
  /// Which article of this session.
  var id: ArticleID
  /// Its whole path; nil for what was piped in.
  var path: String?
  /// The address that it names.
  var address: String?
}

/// The corrections of all articles.
final class KeptCorrections: Sendable {
  private struct Article: Codable {
    /// Known in this session only.
    var id: String?
    var path: String?
    var address: String?
    var corrections: [KeptCorrection]

    func isOf(_ key: ArticleKey) -> Bool {
      id == key.id.description || (path != nil && path == key.path)
        || (address != nil && address == key.address)
    }
  }

  private struct Content: Codable {
    var version = 1
    var articles: [Article] = []

    mutating func set(_ corrections: [KeptCorrection], of key: ArticleKey) {
      let place = articles.firstIndex { $0.isOf(key) } ?? articles.count
      if place == articles.count { articles.append(Article(corrections: [])) }
      articles[place].id = key.id.description
      articles[place].path = key.path ?? articles[place].path
      articles[place].address = key.address ?? articles[place].address
      articles[place].corrections = corrections
      if corrections.isEmpty { articles.remove(at: place) }
    }
  }

  private struct State {
    var content = Content()
    var isRead = false
    /// Why the file is left as it is; nil where it is written.
    var problem: String?
    /// What could not be written so far, to be written with the next change.
    var unwritten: [ArticleKey: [KeptCorrection]] = [:]
  }

  private let path: String?
  private let state = Mutex(State())

  /// - Parameter path: the file; nil to keep everything in memory.
  init(path: String?) { self.path = path }

  /// The corrections of an article, in the order in which they were made.
  func of(_ key: ArticleKey) -> [Correction] {
    state.withLock { state in
      if !state.isRead { read(&state) }
      return state.content.articles.first { $0.isOf(key) }?.corrections.compactMap(\.correction)
        ?? []
    }
  }

  /// Keeps a correction; an earlier one of the same thing goes.
  ///
  /// - Returns: a sentence where it lasts for this session only.
  func make(_ correction: Correction, of key: ArticleKey) -> String? {
    change(key) { corrections in
      corrections.removeAll { $0.correction?.replaces(correction) == true }
      corrections.append(KeptCorrection(correction))
    }
  }

  /// Forgets a correction.
  ///
  /// - Returns: a sentence where that lasts for this session only.
  func withdraw(_ correction: Correction, of key: ArticleKey) -> String? {
    change(key) { corrections in
      corrections.removeAll { $0.correction?.replaces(correction) == true }
    }
  }

  private func change(
    _ key: ArticleKey, _ change: (inout [KeptCorrection]) -> Void
  ) -> String? {
    state.withLock { state in
      // Another window may have written meanwhile.
      read(&state)
      var corrections = state.content.articles.first { $0.isOf(key) }?.corrections ?? []
      change(&corrections)
      state.content.set(corrections, of: key)
      guard state.problem == nil else { return state.problem }
      let failure = write(state.content)
      if failure == nil { state.unwritten = [:] } else { state.unwritten[key] = corrections }
      return failure
    }
  }

  /// Reads the file; what is known of this session only stays.
  private func read(_ state: inout State) {
    state.isRead = true
    guard let path, state.problem == nil, (try? FileKind(path: path)) != nil else { return }
    do {
      let bytes = Data(try readFile(path))
      var content = try JSONDecoder().decode(Content.self, from: bytes)
      let passing = state.content.articles.filter { $0.path == nil && $0.address == nil }
      for index in content.articles.indices {
        content.articles[index].id =
          state.content.articles.first {
            $0.path == content.articles[index].path
              && $0.address == content.articles[index].address
          }?.id
      }
      content.articles += passing
      for (key, corrections) in state.unwritten { content.set(corrections, of: key) }
      state.content = content
    } catch {
      state.problem =
        "Corrections last for this session only: \(path) cannot be understood, and is left as it is."
    }
  }

  private func write(_ content: Content) -> String? {
    guard let path else { return nil }
    var lasting = content
    lasting.articles.removeAll { $0.path == nil && $0.address == nil }
    for index in lasting.articles.indices { lasting.articles[index].id = nil }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    guard let bytes = try? encoder.encode(lasting) else { return nil }
    return replaceFile(at: path, with: Array(bytes) + [0x0A]).map {
      "Corrections last for this session only: \($0)."
    }
  }
}

/// One correction as the file has it.
struct KeptCorrection: Codable, Equatable {
  /// What is corrected: `title`, `role` or `speaker`.
  var kind: String
  /// The title, role or name; nil where nobody is named.
  var value: String?
  var words: String?
  var before: String?
  var after: String?
  var start: Int?

  init(_ correction: Correction) {
    (kind, value) = (correction.kind, correction.value)
    guard let anchor = correction.anchor else { return }
    (words, before, after) = (anchor.words, anchor.before, anchor.after)
    start = anchor.range.lowerBound
  }

  /// The correction; nil where the file names what this program does not know.
  var correction: Correction? {
    Correction(kind: kind, value: value, anchor: anchor)
  }

  private var anchor: TextAnchor? {
    guard let words, let start else { return nil }
    return TextAnchor(first: start, words: words, before: before ?? "", after: after ?? "")
  }
}
