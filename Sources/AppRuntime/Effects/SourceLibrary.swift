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
  /// Only the excerpts asked for last are waited for.
  let finding = Turns()
  private let corrections: KeptCorrections

  init(
    _ sources: [(id: ArticleID, source: ArticleSource)],
    corrections: KeptCorrections = KeptCorrections(path: nil), largeText: Int = 1 << 16
  ) {
    self.corrections = corrections
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

  /// Reads an article, and finds the excerpts of a short one.
  func load(_ id: ArticleID, post: (EffectResult) -> Void) {
    do throws(InputProblem) {
      let reading = try read(id)
      let isShort = reading.article.document.text.utf8.count <= largeText
      post(
        .loaded(
          id,
          reading.loaded(
            with: isShort ? reading.parsed.excerpts() : FoundExcerpts(),
            searched: isShort ? nil : TextRange(0, 0))))
    } catch {
      post(.failed(.error(error.sentence), id))
    }
  }

  /// Finds the excerpts of a part of an article, and posts first those of the stretch that a
  /// position is in, then all. Gives up where later work was begun.
  func lookForExcerpts(
    of loaded: LoadedArticle, in part: TextRange, from position: Int, turn: Int,
    post: (EffectResult) -> Void
  ) {
    let stretches = loaded.stretches.filter { part.contains($0) }
    let own = stretches.firstIndex { $0.upperBound > position } ?? stretches.count - 1
    var found = [FoundExcerpts?](repeating: nil, count: stretches.count)
    for place in stretches.indices.sorted(by: { abs($0 - own) < abs($1 - own) }) {
      found[place] = findExcerpts(
        inStretch: stretches[place], of: loaded.article.document,
        date: loaded.article.metadata.date)
      guard finding.isLatest(turn) else { return }
      if place == own, let excerpts = found[place], stretches.count > 1 {
        post(
          .foundExcerpts(LoadedArticle(loaded, excerpts: excerpts, searched: stretches[place])))
      }
    }
    var all = FoundExcerpts()
    for case let excerpts? in found { all.append(excerpts) }
    post(.foundExcerpts(LoadedArticle(loaded, excerpts: all, searched: part)))
  }

  /// Reads titles and counts, and posts them in pieces. Articles that cannot be read say why where
  /// others name their source.
  func survey(_ ids: [ArticleID], post: (EffectResult) -> Void) {
    var entries: [ListEntry] = []
    var last = ContinuousClock.now
    for id in ids {
      entries.append(surveyed(id))
      if ContinuousClock.now - last > .milliseconds(100) {
        post(.surveyed(entries))
        entries = []
        last = .now
      }
    }
    if !entries.isEmpty { post(.surveyed(entries)) }
  }

  private func surveyed(_ id: ArticleID) -> ListEntry {
    let name = names[id] ?? id.description
    do throws(InputProblem) {
      let article = try read(id).article
      var counts = ListEntry.Counts(article)
      for stretch in article.document.stretches() {
        counts.add(
          findExcerpts(inStretch: stretch, of: article.document, date: article.metadata.date))
      }
      return ListEntry(article, counts: counts, source: name)
    } catch {
      let reason = error.sentence.replacing(id.description, with: name)
      return ListEntry(id: id, title: name, source: reason)
    }
  }

  /// Changes what is corrected in an article, then reads it anew.
  func correct(
    _ id: ArticleID, post: (EffectResult) -> Void,
    _ change: (KeptCorrections, ArticleKey) -> String?
  ) {
    if let reading = try? read(id), let problem = change(corrections, reading.key) {
      post(.noticed(.error(problem)))
    }
    load(id, post: post)
  }

  private func read(_ id: ArticleID) throws(InputProblem) -> CorrectedReading {
    guard let source = sources[id] else { throw InputProblem("There is no article \(id).") }
    let parsed = try readArticle(.bytes(bytes(of: id, source)), name: id.description)
    let key = ArticleKey(id: id, path: source.lastingPath, address: parsed.metadata.address)
    return CorrectedReading(parsed, key: key, corrections: corrections.of(key))
  }

  /// Whether an article is one of these.
  func has(_ id: ArticleID) -> Bool { sources[id] != nil }

  /// What an article is read from.
  func bytes(of id: ArticleID) throws(InputProblem) -> [UInt8] {
    guard let source = sources[id] else { throw InputProblem("There is no article \(id).") }
    return try bytes(of: id, source)
  }

  /// An article as the library takes it, with its corrections.
  func input(of id: ArticleID) throws(InputProblem) -> (AddingInput, [Correction]) {
    let reading = try read(id)
    let source: ArticleSource =
      if kept[id] == nil, let source = sources[id] { source } else { .bytes(try bytes(of: id)) }
    let name = kept[id] == nil ? id.description : names[id] ?? id.description
    return (AddingInput(place: .source(source, address: nil), name: name), reading.corrections)
  }

  private func bytes(of id: ArticleID, _ source: ArticleSource) throws(InputProblem) -> [UInt8] {
    if let kept = kept[id] { return try kept.bytes(of: source) }
    return try readBytes(source)
  }
}

/// An article as it was read, with its corrections worked in.
private struct CorrectedReading {
  let key: ArticleKey
  let parsed: ParsedArticle
  let article: Article
  let corrections: [Correction]
  private let parsedTitle: String

  init(_ parsed: ParsedArticle, key: ArticleKey, corrections: [Correction]) {
    self.key = key
    self.corrections = corrections
    self.parsed = corrections.isEmpty ? parsed : parsed.corrected(by: corrections)
    article = Article(id: key.id, parsed: self.parsed)
    parsedTitle = Article(id: key.id, parsed: parsed).displayTitle
  }

  func loaded(with excerpts: FoundExcerpts, searched: TextRange?) -> LoadedArticle {
    LoadedArticle(
      article: article, excerpts: excerpts.corrected(by: corrections, in: article.document.text),
      searched: searched, corrections: corrections,
      parsedTitle: parsedTitle)
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
  /// What it is known by at the next start; nil where nothing is.
  var lastingPath: String? {
    switch self {
    case .file(let path):
      path.hasPrefix("/")
        ? path
        : unsafe realpath(path, nil).map { whole in
          defer { unsafe free(whole) }
          return unsafe String(cString: whole)
        }
    case .sample(let name): "sample:" + name
    case .pipe, .standardInput, .bytes: nil
    }
  }

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

extension LoadedArticle {
  /// The article with the excerpts of some of its stretches.
  func searched(in part: TextRange) -> LoadedArticle {
    var all = FoundExcerpts()
    for stretch in stretches where part.contains(stretch) {
      all.append(
        findExcerpts(inStretch: stretch, of: article.document, date: article.metadata.date))
    }
    return LoadedArticle(self, excerpts: all, searched: part)
  }
}
