public import Articles
public import Excerpts

/// An article with its excerpts as one JSON object without a line end.
///
/// - Parameters:
///   - article: the article; unknown metadata is printed as null.
///   - excerpts: what was found in its document.
///   - path: echoed; the name under which the article was asked for.
/// - Returns: UTF-8; offsets are Unicode scalars of the field that `in` (and `index`) name.
public func articleJSON(_ article: ParsedArticle, excerpts: FoundExcerpts, path: String) -> [UInt8]
{
  let fields = ArticleFields(article.document)
  let places = FieldPlaces(fields, title: article.metadata.title)
  let writing = ExcerptsWriting(document: article.document, namesFields: true) { places[$0] }
  var writer = JSONWriter()
  writer.object { writer in
    writer.member("path", path)
    write(article.metadata, to: &writer)
    write(fields, to: &writer)
    writing.write(excerpts, diagnostics: article.diagnostics, to: &writer)
  }
  return writer.bytes
}

private func write(_ metadata: Metadata, to writer: inout JSONWriter) {
  writer.member("title", metadata.title)
  writer.key("byline")
  writer.array(metadata.byline) { $0.string($1) }
  writer.member("date", metadata.date?.description)
  writer.member("site", metadata.site)
  writer.member("url", metadata.address)
  writer.member("language", metadata.language)
  writer.member("modified", metadata.modified?.description)
  writer.member("image", metadata.image)
}

private func write(_ fields: ArticleFields, to writer: inout JSONWriter) {
  writer.key("summary")
  writer.array(fields.summary) { $0.string($1.text) }
  writer.member("text", fields.text.text)
  writer.key("illustrations")
  writer.array(fields.pictures) { writer, picture in
    writer.object {
      $0.member("caption", picture.caption?.text)
      $0.member("credit", picture.credit?.text)
      $0.member("alt", picture.alt?.text)
      $0.member("url", picture.address)
    }
  }
  writer.key("hidden")
  writer.array(fields.hidden) { writer, block in
    writer.object {
      $0.member("text", block.text.text)
      $0.member("reason", block.reason)
      $0.member("rule", block.rule)
    }
  }
}

/// Finds a range of the canonical text in the printed fields.
private struct FieldPlaces {
  private struct Field {
    let name: String
    let index: Int?
    let text: FieldText
    let offsets: ScalarOffsets
    /// Scalars of the printed field before this text.
    let lead: Int
  }

  private var fields: [Field] = []

  /// - Parameters:
  ///   - article: the texts.
  ///   - title: the headline as it is printed, which may be more or less than its block.
  init(_ article: ArticleFields, title: String?) {
    if let block = article.title, let title, let lead = lead(of: block.text, in: title) {
      add(block, "title", lead: lead)
    }
    for (index, entry) in article.summary.enumerated() { add(entry, "summary", index) }
    add(article.text, "text")
    for (index, picture) in article.pictures.enumerated() {
      if let caption = picture.caption { add(caption, "caption", index) }
      if let alt = picture.alt { add(alt, "alt", index) }
    }
  }

  subscript(range: TextRange) -> PrintedPlace? {
    for field in fields {
      guard let bytes = field.text.place(of: range) else { continue }
      return PrintedPlace(
        field: field.name, index: field.index,
        start: field.lead + field.offsets[bytes.lowerBound],
        end: field.lead + field.offsets[bytes.upperBound])
    }
    return nil
  }

  private mutating func add(
    _ text: FieldText, _ name: String, _ index: Int? = nil, lead: Int = 0
  ) {
    fields.append(
      Field(
        name: name, index: index, text: text, offsets: ScalarOffsets(text.bytes), lead: lead))
  }
}

/// The scalars before a part of a text; nil where the text does not hold the part.
private func lead(of part: String, in text: String) -> Int? {
  let part = Array(part.unicodeScalars)
  let text = Array(text.unicodeScalars)
  guard part.count <= text.count else { return nil }
  return (0...(text.count - part.count)).first { text[$0...].starts(with: part) }
}
