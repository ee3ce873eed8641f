public import Articles

/// What to look for.
public struct ExcerptKinds: OptionSet, Sendable {
  /// The bits.
  public let rawValue: UInt8

  /// Makes a set from its bits.
  public init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  /// Quotations and what is marked and is no speech.
  public static let quotes = ExcerptKinds(rawValue: 1)
  /// Figures and rejected numbers; without the quotes their sources are found less often.
  public static let figures = ExcerptKinds(rawValue: 2)
}

/// Finds the quotes and figures of a document. Pure, linear in the text, and never refuses one.
///
/// A text longer than any article is read stretch by stretch, so that the memory beside the
/// answer stays bounded.
///
/// - Parameters:
///   - document: the article; raw text comes as `Document(verbatim:)`.
///   - date: when it was published, for times like "on Friday".
///   - kinds: what to look for; everything by default.
/// - Returns: what was found, with ranges into the document's text.
public func findExcerpts(
  in document: Document, date: PublicationDate? = nil, kinds: ExcerptKinds = [.quotes, .figures]
) -> FoundExcerpts {
  var excerpts = FoundExcerpts()
  for stretch in document.stretches() {
    excerpts.append(findExcerpts(inStretch: stretch, of: document, date: date, kinds: kinds))
  }
  return excerpts
}

/// Finds the quotes and figures of some passages of a text.
func findExcerpts(
  in text: String, _ passages: [Passage], date: PublicationDate?, kinds: ExcerptKinds
) -> FoundExcerpts {
  var excerpts = FoundExcerpts()
  if kinds.contains(.quotes) {
    findQuotes(in: text, passages: passages, into: &excerpts)
  }
  if kinds.contains(.figures) {
    findFigures(in: text, passages: passages, date: date, into: &excerpts)
  }
  return excerpts
}
