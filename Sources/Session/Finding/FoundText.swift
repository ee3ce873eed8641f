// Words looked for in the open article. In an ordinary article all matches are there at once; in
// a long text those that follow come first, and the others when all of it was looked through.

public import Articles

/// Words looked for in the open article.
public struct FoundText: Equatable, Sendable {
  /// What was typed.
  public let query: String
  /// Where it stands in the shown text, in order.
  public internal(set) var matches: Matches
  /// The match that was gone to.
  public internal(set) var current: Int?
  /// Whether all of the text was looked through.
  public internal(set) var isComplete: Bool
  /// The position that was looked from.
  let start: Int
  /// What was asked for to find the rest; nil before that.
  var asked: SearchRequest?

  /// So many bytes are looked through at once; a key may take as long as this does.
  static let sliceSize = 512 << 10

  /// Looks through what is shown: all of it, or what follows at once in a long text.
  init(_ query: String, in reading: ReadingState, from position: Int) {
    let end = reading.text.utf8.count
    let isShort = end <= reading.searchSlice
    let slice =
      isShort ? TextRange(0, end) : TextRange(position, min(end, position + reading.searchSlice))
    let request = SearchRequest(
      article: reading.loaded.article, query: query, showsHidden: reading.showsHidden,
      start: position)
    self = request.run(in: slice) ?? FoundText(query, Matches(), from: position)
    isComplete = isShort
  }

  /// Words that were found elsewhere.
  init(_ query: String, at ranges: [TextRange], from position: Int) {
    var matches = Matches()
    for range in ranges { matches.append(range) }
    self.init(query, matches, from: position)
  }

  fileprivate init(_ query: String, _ matches: Matches, from position: Int) {
    self.query = query
    self.matches = matches
    start = position
    isComplete = true
    let next = matches.firstPlace { $0.lowerBound >= position }
    current = matches.isEmpty ? nil : next % matches.count
  }
}

/// Words to look for in all of an article.
public struct SearchRequest: Equatable, Sendable {
  /// The article.
  public let article: Article
  /// The words.
  public let query: String
  /// Whether clutter is shown, and so looked through.
  public let showsHidden: Bool
  /// The position that is looked from.
  public let start: Int

  /// Makes a request.
  public init(article: Article, query: String, showsHidden: Bool, start: Int) {
    self.article = article
    self.query = query
    self.showsHidden = showsHidden
    self.start = start
  }

  /// Looks for the words.
  ///
  /// - Parameters:
  ///   - range: where; nil for everywhere.
  ///   - goesOn: asked now and then whether anybody still waits.
  /// - Returns: what was found; nil where it was given up.
  public func run(
    in range: TextRange? = nil, while goesOn: () -> Bool = { true }
  ) -> FoundText? {
    let text = article.document.text
    guard let search = TextSearch(query) else { return nil }
    let range = range ?? TextRange(0, text.utf8.count)
    guard let all = search.matches(in: text, range, while: goesOn) else { return nil }
    let shown = all.shown(of: article.document.blocks, withHidden: showsHidden)
    return FoundText(query, shown, from: start)
  }
}

extension ReadingState {
  /// What is left to look for in a long text; nil where that was done or asked for.
  var neededSearch: SearchRequest? {
    guard let found, !found.isComplete, found.asked == nil else { return nil }
    return SearchRequest(
      article: loaded.article, query: found.query, showsHidden: showsHidden, start: found.start)
  }

  /// Takes all matches in a long text: the answer to the last request, and no earlier one. Where
  /// none was gone to yet, this goes to the next one, unless the reader has gone elsewhere
  /// meanwhile.
  ///
  /// - Returns: whether they are those that were waited for.
  mutating func take(_ all: FoundText, for request: SearchRequest) -> Bool {
    guard let found, found.asked == request, !found.isComplete else { return false }
    let match = found.current.map { found.matches[$0] }
    self.found = all
    if let match {
      let place = all.matches.firstPlace { $0.lowerBound >= match.lowerBound }
      self.found?.current = Swift.min(place, all.matches.count - 1)
    } else if let current = all.current, point == found.start {
      reveal(all.matches[current])
    }
    return true
  }
}
