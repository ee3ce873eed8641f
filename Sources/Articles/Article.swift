/// Which article: stable for one source, so that results of old work can be told apart.
public struct ArticleID: Hashable, Sendable, CustomStringConvertible {
  /// The path, the sample's name, or "-" for standard input.
  public let description: String

  /// Makes an identity from a path or name.
  public init(_ description: String) {
    self.description = description
  }

  /// What to call the source in a line of its own: a file without its folders.
  public var name: String {
    if description == "-" { return "standard input" }
    return description.split(separator: "/").last.map(String.init) ?? description
  }
}

/// A calendar date as a source states it, without a time zone.
public struct PublicationDate: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The year, as 2026.
  public let year: Int
  /// The month, 1 to 12.
  public let month: Int
  /// The day, 1 to 31.
  public let day: Int

  /// Makes a date; nil where the month or the day cannot be.
  public init?(year: Int, month: Int, day: Int) {
    let lengths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    guard (1...12).contains(month), (1...lengths[month - 1]).contains(day) else { return nil }
    if month == 2, day == 29, year % 4 != 0 || (year % 100 == 0 && year % 400 != 0) { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// Reads the day that a text begins with, as of "2026-04-15" and "2026-04-15T10:00:00Z"; nil
  /// where that is no day or the year has not four digits.
  public init?(iso text: String) {
    let parts = text.prefix { $0 == "-" || "0"..."9" ~= $0 }.split(
      separator: "-", maxSplits: 3, omittingEmptySubsequences: false)
    guard parts.count >= 3, parts[0].count == 4, parts[1].count <= 2, parts[2].count <= 2,
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// The ISO form, as 2026-04-15.
  public var description: String {
    func padded(_ number: Int, _ width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }

  /// Orders by time.
  public static func < (left: PublicationDate, right: PublicationDate) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }
}

/// What is known about an article besides its text.
public struct Metadata: Hashable, Sendable {
  /// The headline; nil where the source has none.
  public var title: String?
  /// The authors, people first.
  public var byline: [String]
  /// When it was published.
  public var date: PublicationDate?
  /// When it was last changed, where that is another day.
  public var modified: PublicationDate?
  /// The publication's name.
  public var site: String?
  /// The article's own address.
  public var address: String?
  /// The language as a BCP 47 tag, as "en".
  public var language: String?
  /// The address of the picture that stands for the article.
  public var image: String?

  /// Makes metadata.
  public init(
    title: String? = nil, byline: [String] = [], date: PublicationDate? = nil,
    site: String? = nil, address: String? = nil, language: String? = nil,
    modified: PublicationDate? = nil, image: String? = nil
  ) {
    self.title = title
    self.byline = byline
    self.date = date
    self.site = site
    self.address = address
    self.language = language
    self.modified = modified
    self.image = image
  }
}

/// Something about the source that a reader may want to know; never a reason to refuse it.
public struct Diagnostic: Hashable, Sendable {
  /// One sentence.
  public var message: String
  /// The line of the original, from 1, where the place is known.
  public var line: Int?
  /// The column of the original in scalars, from 1, where the place is known.
  public var column: Int?

  /// Makes a diagnostic.
  public init(_ message: String, line: Int? = nil, column: Int? = nil) {
    self.message = message
    self.line = line
    self.column = column
  }
}

/// What a parser makes of the source bytes.
public struct ParsedArticle: Hashable, Sendable {
  /// Title, authors, date and so on.
  public var metadata: Metadata
  /// The text and its blocks.
  public var document: Document
  /// What was noticed on the way.
  public var diagnostics: [Diagnostic]

  /// Makes a parsed article.
  public init(metadata: Metadata, document: Document, diagnostics: [Diagnostic] = []) {
    self.metadata = metadata
    self.document = document
    self.diagnostics = diagnostics
  }
}

/// An article with an identity. Its content never changes; reading it anew makes another value.
public struct Article: Hashable, Sendable {
  /// Which article.
  public let id: ArticleID
  /// Title, authors, date and so on.
  public let metadata: Metadata
  /// The text and its blocks.
  public let document: Document
  /// What was noticed while parsing.
  public let diagnostics: [Diagnostic]
  /// The title; where there is none the opening words, or else the name of the source. Found once:
  /// a text without a title is walked through for it.
  public let displayTitle: String

  /// Gives a parsed article its identity.
  public init(id: ArticleID, parsed: ParsedArticle) {
    self.id = id
    metadata = parsed.metadata
    document = parsed.document
    diagnostics = parsed.diagnostics
    displayTitle = parsed.metadata.title ?? parsed.document.openingWords ?? id.name
  }
}

extension Document {
  /// The first words of the text on one line, rather of a sentence than of a label like "Photo:".
  fileprivate var openingWords: String? {
    func openings(_ roles: Set<BlockRole>) -> some Sequence<String> {
      blocks.lazy.filter { roles.contains($0.role) }.prefix(20).map { opening(of: $0) }
        .filter { !$0.isEmpty }
    }
    return openings([.title]).first { _ in true }
      ?? openings([.summary, .body]).first { $0.count >= 30 }
      ?? openings([.summary, .body]).first { _ in true }
  }

  /// The first words of a block on one line, about seventy characters at most.
  fileprivate func opening(of block: Block) -> String {
    let limit = 70
    var line = ""
    for word in words(in: block.range).prefix(4 * limit).split(whereSeparator: \.isWhitespace) {
      if line.count + word.count >= limit {
        return line.isEmpty ? word.prefix(limit) + "…" : line + "…"
      }
      line += line.isEmpty ? String(word) : " " + word
    }
    return line
  }
}
