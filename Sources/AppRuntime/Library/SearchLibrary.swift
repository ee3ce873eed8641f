// `search`: hits as lines for people, with the matches marked on a terminal, or as JSON.

internal import Articles
internal import Glibc
internal import Interchange
internal import LibraryStore
internal import Queries
internal import Screen

/// What `search` is asked to do.
public struct SearchOptions: Sendable {
  /// The query as typed.
  public var query = ""
  /// The most hits.
  public var limit = 20
  /// Whether the best come first instead of the newest.
  public var isRanked = false
  /// Whether to print one JSON object a line.
  public var printsJSON = false
  /// The file of the library; as set where it is nil.
  public var library: String?

  /// Makes options that look for everything.
  public init() {}
}

/// Prints what a query finds in the library.
///
/// - Returns: the exit status: 0, hits or none; 1 where the library cannot be read; 64 where the query
///   has a mistake.
public func searchLibrary(_ options: SearchOptions) -> Int32 {
  let query: Query
  do throws(QueryMistake) { query = try Query(options.query) } catch {
    complain(of: error, in: options.query)
    return 64
  }
  return withLibrary(options.library) { library in
    let page = try library.search(
      Listing(query, includesArchived: true), isRanked: options.isRanked, count: options.limit)
    if page.hits.isEmpty, !options.printsJSON { Output.error.complain(["Nothing was found."]) }
    let isTerminal = Output.standard.isTerminal
    for hit in page.hits {
      let line = options.printsJSON ? hit.json + [0x0A] : hit.lines(isTerminal: isTerminal)
      guard Output.standard.write(line) else { return Output.standard.statusOfFailure(errno) }
    }
    if page.hasMore, isTerminal, !options.printsJSON {
      Output.error.complain(["There is more: raise --limit."])
    }
    return 0
  }
}

/// Says what is wrong with a query, with a mark below the place.
func complain(of mistake: QueryMistake, in query: String) {
  Output.error.complain([mistake.sentence])
  Output.error.write(Array((mistake.marking(query) + "\n").utf8))
}

extension QueryMistake {
  /// The query on one line, and a mark below the mistake on the next.
  func marking(_ query: String) -> String {
    var shown = String.UnicodeScalarView()
    for scalar in query.unicodeScalars {
      shown.append(scalar.properties.isWhitespace ? " " : scalar)
    }
    let before = String(String.UnicodeScalarView(shown.prefix(max(0, column - 1))))
    let indent = String(repeating: " ", count: before.harmless.columns)
    return "  \(String(shown).harmless)\n  \(indent)^"
  }
}

extension SearchHit {
  /// The hit for people: what it is, then the words around the match.
  func lines(isTerminal: Bool) -> [UInt8] {
    func safe(_ text: some StringProtocol) -> String {
      // A headline must not begin a line of its own.
      let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
      return isTerminal ? line.harmless : line
    }
    let date = summary.date.map { "\($0)  " } ?? ""
    let head = "\(summary.id)  \(date)\(safe(summary.source))  \(safe(summary.title ?? "–"))\n"
    var words = ""
    let snippet = Array(snippet.utf8)
    var end = 0
    for match in snippetMatches where match.lowerBound >= end && isTerminal {
      words += safe(String(decoding: snippet[end..<match.lowerBound], as: UTF8.self))
      words += "\u{1B}[1m\(safe(String(decoding: snippet[match.bounds], as: UTF8.self)))\u{1B}[22m"
      end = match.upperBound
    }
    words += safe(String(decoding: snippet[end...], as: UTF8.self))
    return Array("\(head)    \(words)\n".utf8)
  }

  /// The hit as a JSON object; offsets are Unicode scalars of the snippet.
  var json: [UInt8] {
    let offsets = ScalarOffsets(Array(snippet.utf8))
    var writer = JSONWriter()
    writer.object { writer in
      writer.summaryMembers(summary)
      writer.member("snippet", snippet)
      writer.key("matches")
      writer.array(snippetMatches) { writer, match in
        writer.object {
          $0.member("start", offsets[match.lowerBound])
          $0.member("end", offsets[match.upperBound])
        }
      }
    }
    return writer.bytes
  }
}

extension JSONWriter {
  /// What a list shows of an article.
  mutating func summaryMembers(_ summary: ArticleSummary) {
    member("id", summary.id.description)
    member("title", summary.title)
    member("source", summary.source)
    key("byline")
    array(summary.byline) { $0.string($1) }
    member("date", summary.date?.description)
    member("url", summary.address)
    member("language", summary.language)
    member("path", summary.origin)
    member("words", summary.wordCount)
    member("quotes", summary.quoteCount)
    member("figures", summary.figureCount)
    member("read", summary.status.isRead)
    member("starred", summary.status.isStarred)
    member("archived", summary.status.shelf == .archived)
    key("tags")
    array(summary.tags) { $0.string($1) }
  }
}
