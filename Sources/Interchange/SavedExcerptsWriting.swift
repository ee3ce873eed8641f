// Excerpts that a person saved, for other programs and for notes: words, who said them, and where.

public import Articles

/// Saved excerpts as Markdown: a quotation and its source for each.
///
/// - Parameter excerpts: in the order in which they are to stand.
/// - Returns: the text; empty where there are none.
public func markdown(of excerpts: [SavedExcerpt]) -> String {
  excerpts.map(\.markdown).joined(separator: "\n")
}

/// Saved excerpts as comma-separated values (RFC 4180), with a line of names first.
///
/// - Parameter excerpts: in the order in which they are to stand.
/// - Returns: the text, its lines ended by CR LF.
public func csv(of excerpts: [SavedExcerpt]) -> String {
  let names = ["kind", "words", "speaker", "title", "site", "date", "url", "note"]
  let rows = excerpts.map { excerpt in
    [
      excerpt.kind.rawValue, excerpt.anchor.words, excerpt.speaker, excerpt.title, excerpt.source,
      excerpt.date?.description, excerpt.address, excerpt.note,
    ]
  }
  return ([names] + rows).map { row in
    row.map { cell($0 ?? "") }.joined(separator: ",") + "\r\n"
  }.joined()
}

/// A saved excerpt as one JSON object without a line end.
///
/// - Parameter excerpt: the excerpt.
/// - Returns: UTF-8.
public func savedExcerptJSON(_ excerpt: SavedExcerpt) -> [UInt8] {
  var writer = JSONWriter()
  writer.object { writer in
    writer.member("kind", excerpt.kind.rawValue)
    writer.member("words", excerpt.anchor.words)
    writer.member("speaker", excerpt.speaker)
    writer.member("title", excerpt.title)
    writer.member("site", excerpt.source)
    writer.member("date", excerpt.date?.description)
    writer.member("url", excerpt.address)
    writer.member("note", excerpt.note)
    writer.member("article", excerpt.article?.description)
    writer.member("detached", excerpt.isDetached)
  }
  return writer.bytes
}

private func cell(_ text: String) -> String {
  let isPlain = text.utf8.allSatisfy { ![0x22, 0x2C, 0x0A, 0x0D].contains($0) }
  guard !isPlain else { return text }
  var quoted = "\""
  for scalar in text.unicodeScalars {
    if scalar == "\"" { quoted += "\"" }
    quoted.unicodeScalars.append(scalar)
  }
  return quoted + "\""
}

extension SavedExcerpt {
  fileprivate var markdown: String {
    let words = markdownWords(anchor.words)
    var lines = ["> \(kind == .quote ? "“\(words)”" : words)", ">"]
    let title = markdownWords(title ?? "Untitled")
    let link = address.map { "[\(title)](\(markdownDestination($0)))" } ?? title
    let parts = [speaker.map(markdownWords), link, source.map(markdownWords), date?.description]
    lines.append("> — \(parts.compactMap(\.self).joined(separator: ", "))")
    if let note, !note.isEmpty { lines += ["", markdownWords(note)] }
    return lines.joined(separator: "\n") + "\n"
  }
}
