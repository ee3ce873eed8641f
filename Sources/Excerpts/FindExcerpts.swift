public import Articles

/// Finds the quotes and figures of a document. Pure, linear in the text, and never refuses one.
///
/// - Parameters:
///   - document: the article; raw text comes as `Document(verbatim:)`.
///   - date: when it was published, for times like "on Friday".
/// - Returns: what was found, with ranges into the document's text.
public func findExcerpts(in document: Document, date: PublicationDate? = nil) -> FoundExcerpts {
  var excerpts = FoundExcerpts()
  let passages = document.passages
  findQuotes(in: document.text, passages: passages, into: &excerpts)
  findFigures(in: document.text, passages: passages, date: date, into: &excerpts)
  return excerpts
}
