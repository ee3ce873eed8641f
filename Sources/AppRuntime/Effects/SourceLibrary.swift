internal import Articles
internal import Excerpts
internal import Glibc
internal import Session
internal import Synchronization

/// The articles that were given on the command line, read when they are asked for.
final class SourceLibrary: Sendable {
  /// From this size on an article is shown before its excerpts are looked for.
  private let largeText: Int

  /// Up to this many articles, each is listed as soon as it was read.
  private static let fewArticles = 50

  private let sources: [ArticleID: ArticleSource]
  private let names: [ArticleID: String]
  /// What can be read only once: standard input and pipes.
  private let kept: [ArticleID: ReadOnce]
  private let order: [ArticleID]

  init(_ sources: [(id: ArticleID, source: ArticleSource)], largeText: Int = 1 << 16) {
    self.largeText = largeText
    order = sources.map(\.id)
    kept = Dictionary(
      sources.filter(\.source.isReadOnce).map { ($0.id, ReadOnce()) },
      uniquingKeysWith: { first, _ in first })
    self.sources = Dictionary(
      sources.map { ($0.id, $0.source) }, uniquingKeysWith: { first, _ in first })
    names = Dictionary(
      sources.map { ($0.id, $0.source.name(of: $0.id)) }, uniquingKeysWith: { first, _ in first })
  }

  /// What the list shows before anything was read.
  var entries: [ListEntry] {
    order.map { id in
      let name = names[id] ?? id.description
      if case .sample(let sample) = sources[id],
        let known = Sample.all.first(where: { $0.name == sample })
      {
        return ListEntry(id: id, title: known.title, source: known.source)
      }
      return ListEntry(id: id, title: name, source: name)
    }
  }

  /// Reads an article and finds its excerpts. A long one is posted twice: first without them.
  func load(_ id: ArticleID, post: (EffectResult) -> Void) {
    do throws(InputProblem) {
      let parsed = try read(id)
      let article = Article(id: id, parsed: parsed)
      if article.document.text.utf8.count > largeText {
        post(.loaded(id, LoadedArticle(article: article, excerpts: FoundExcerpts())))
      }
      post(.loaded(id, LoadedArticle(article: article, excerpts: parsed.excerpts())))
    } catch {
      post(.failed(.error(error.sentence), id))
    }
  }

  /// Reads titles and counts, and posts them one by one, or in pieces where there are many: the
  /// list is drawn and sorted anew for each. Articles that cannot be read are left as
  /// they are: opening one says why.
  func survey(_ ids: [ArticleID], post: (EffectResult) -> Void) {
    var entries: [ListEntry] = []
    var last = ContinuousClock.now
    for id in ids {
      guard let parsed = try? read(id) else { continue }
      let loaded = LoadedArticle(
        article: Article(id: id, parsed: parsed), excerpts: parsed.excerpts())
      entries.append(ListEntry(loaded, source: names[id] ?? id.description))
      if ids.count <= Self.fewArticles || ContinuousClock.now - last > .milliseconds(100) {
        post(.surveyed(entries))
        entries = []
        last = .now
      }
    }
    if !entries.isEmpty { post(.surveyed(entries)) }
  }

  private func read(_ id: ArticleID) throws(InputProblem) -> ParsedArticle {
    guard let source = sources[id] else { throw InputProblem("There is no article \(id).") }
    return try readArticle(.bytes(bytes(of: id, source)), name: id.description)
  }

  /// What an article is read from, for a recording.
  func bytes(of id: ArticleID) throws(InputProblem) -> [UInt8] {
    guard let source = sources[id] else { throw InputProblem("There is no article \(id).") }
    return try bytes(of: id, source)
  }

  private func bytes(of id: ArticleID, _ source: ArticleSource) throws(InputProblem) -> [UInt8] {
    if let kept = kept[id] { return try kept.bytes(of: source) }
    return try readBytes(source)
  }
}

/// What a pipe gave, kept for the next time it is asked for.
private final class ReadOnce: Sendable {
  private let known = Mutex<[UInt8]?>(nil)

  func bytes(of source: ArticleSource) throws(InputProblem) -> [UInt8] {
    try known.withLock { known throws(InputProblem) in
      if let known { return known }
      let bytes = try readBytes(source)
      known = bytes
      return bytes
    }
  }
}

extension ArticleSource {
  /// Whether a second reading would give nothing.
  fileprivate var isReadOnce: Bool {
    switch self {
    case .pipe, .standardInput: true
    case .file, .sample, .bytes: false
    }
  }

  /// What to call the source in the list: a file without its directories.
  fileprivate func name(of id: ArticleID) -> String {
    switch self {
    case .file(let path): path.split(separator: "/").last.map(String.init) ?? path
    case .pipe(let path): path
    case .sample(let name): name
    case .standardInput, .bytes: "standard input"
    }
  }
}
