// An article as the library keeps it: the shown text with its hidden stretches apart, and the rest
// as JSON. Corrections are worked in here, so that what is listed and searched is the corrected form
// while blocks, metadata and excerpts stay as they were parsed.

internal import Articles
internal import Excerpts
internal import Interchange

struct EncodedArticle: Sendable {
  /// The canonical text with blanks for the bytes of hidden blocks; offsets are the same.
  let shownText: String
  /// The hidden stretches: [[first byte, "words"], …].
  let hidden: String
  let metadata: String
  let blocks: [UInt8]
  let excerpts: [UInt8]
  /// The headline, corrected.
  let title: String?
  let wordCount: Int
  let quotes: [QuoteRow]
  let figures: [FigureRow]
  /// What a person counts: the pieces of an utterance as one, conversions as none.
  let quoteCount: Int
  let figureCount: Int

  init(_ parsed: ParsedArticle, _ found: FoundExcerpts, corrections: [Correction]) {
    let corrected = corrections.applied(to: parsed, found)
    let split = SplitText(corrected.parsed.document)
    shownText = split.shown
    hidden = split.hidden
    blocks = packed(json { $0.blocks(of: parsed.document) })
    metadata = json { $0.object { $0.metadataMembers(parsed) } }
    excerpts = packed(json { $0.excerpts(found) })
    title = corrected.parsed.metadata.title
    wordCount = split.wordCount
    let text = parsed.document.text
    quotes = corrected.excerpts.quotes.prefix(Place.excerptLimit).map { QuoteRow($0, in: text) }
    quoteCount = corrected.excerpts.utteranceCount
    figureCount = found.ownFigureCount
    figures = found.figures.prefix(Place.excerptLimit).map { FigureRow($0, in: text) }
  }
}

/// Writes one JSON text.
func json(_ body: (inout JSONWriter) -> Void) -> String {
  var writer = JSONWriter()
  body(&writer)
  return String(decoding: writer.bytes, as: UTF8.self)
}

/// A quote as searches need it.
struct QuoteRow: Sendable {
  let range: TextRange
  let kind: String
  let speaker: String
  let words: String

  init(_ quote: Quote, in text: String) {
    range = quote.range
    words = String(text.slice(quote.range))
    kind = quote.kind.rawValue
    speaker = quote.speaker?.name ?? ""
  }
}

/// A figure as searches need it.
struct FigureRow: Sendable {
  let range: TextRange
  let low: Double
  let high: Double
  let bound: String
  let unit: String
  let counted: String
  let words: String

  init(_ figure: Figure, in text: String) {
    range = figure.phrase
    words = String(text.slice(figure.phrase))
    switch figure.value {
    case .exactly(let value): (low, high) = (value, value)
    case .between(let first, let second): (low, high) = (min(first, second), max(first, second))
    }
    bound = figure.bound.rawValue
    unit = figure.unit ?? ""
    counted = figure.counted.map { String(text.slice($0)) } ?? ""
  }
}

/// A text split into what is shown and what is hidden.
private struct SplitText {
  let shown: String
  let hidden: String
  let wordCount: Int

  init(_ document: Document) {
    var bytes = Array(document.text.utf8)
    var writer = JSONWriter()
    writer.array { writer in
      for block in document.blocks where block.role.isHidden {
        let range = block.range.bounds.clamped(to: 0..<bytes.count)
        writer.array {
          $0.int(range.lowerBound)
          $0.string(String(decoding: bytes[range], as: UTF8.self))
        }
        for index in range { bytes[index] = 0x20 }
      }
    }
    hidden = String(decoding: writer.bytes, as: UTF8.self)
    wordCount = Self.words(in: bytes)
    shown = String(decoding: bytes, as: UTF8.self)
  }

  private static func words(in bytes: [UInt8]) -> Int {
    var count = 0
    var isInside = false
    for byte in bytes {
      let isBlank = byte <= 0x20
      if !isBlank && !isInside { count += 1 }
      isInside = !isBlank
    }
    return count
  }
}

// MARK: - Reading

extension JSONValue {
  /// Puts hidden stretches back into a shown text.
  func restored(into shown: [UInt8]) throws(CodingMistake) -> String {
    var bytes = shown
    for stretch in elements {
      guard let start = stretch[0].int, let words = stretch[1].string, start >= 0,
        start + words.utf8.count <= bytes.count
      else { throw CodingMistake() }
      bytes.replaceSubrange(start..<(start + words.utf8.count), with: words.utf8)
    }
    guard let text = String(validating: bytes, as: UTF8.self) else { throw CodingMistake() }
    return text
  }

  /// The metadata and diagnostics that `metadataMembers(_:)` wrote.
  func metadata() -> (metadata: Metadata, diagnostics: [Diagnostic]) {
    let metadata = Metadata(
      title: self["title"].string, byline: self["byline"].elements.compactMap(\.string),
      date: self["date"].string.flatMap(PublicationDate.init(iso:)), site: self["site"].string,
      address: self["address"].string, language: self["language"].string,
      modified: self["modified"].string.flatMap(PublicationDate.init(iso:)),
      image: self["image"].string)
    return (metadata, self["diagnostics"].diagnostics)
  }
}

extension JSONWriter {
  /// Title, authors, date and so on as they were parsed, for the library and for exports.
  mutating func metadataMembers(_ parsed: ParsedArticle) {
    let metadata = parsed.metadata
    member("title", metadata.title)
    key("byline")
    array(metadata.byline) { $0.string($1) }
    member("date", metadata.date?.description)
    member("modified", metadata.modified?.description)
    member("site", metadata.site)
    member("address", metadata.address)
    member("language", metadata.language)
    member("image", metadata.image)
    key("diagnostics")
    diagnostics(parsed.diagnostics)
  }
}
