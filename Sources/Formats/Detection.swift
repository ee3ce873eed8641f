// Tells what some bytes are: first by signatures that no text begins with, then by the way web
// pages and feeds open, then by the declared type and the name, and last by the first line.
// Looks at the first few kilobytes only.

/// What the bytes appear to be.
public func detectFormat(of source: SourceBytes) -> SourceFormat {
  let opening = Array(source.bytes.prefix(4096))
  if let format = formatBySignature(opening) { return format }
  let start = opening.drop { $0 <= 0x20 || $0 == 0xEF || $0 == 0xBB || $0 == 0xBF }
  let lowercased: [UInt8] = start.map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }
  if let format = formatByMarkup(lowercased) { return format }
  if opensLikeMail(lowercased) { return .mail }
  return formatByDeclaration(source)
    ?? formatByName(source.name)
    ?? (opensLikeMarkdown(lowercased)
      ? .markdown : holdsPageTags(lowercased) ? .html : .plainText)
}

private func formatBySignature(_ opening: [UInt8]) -> SourceFormat? {
  let signatures: [([UInt8], SourceFormat)] = [
    (Array("%PDF-".utf8), .pdf),
    ([0x1F, 0x8B], .compressed), (Array("BZh".utf8), .compressed),
    ([0xFD, 0x37, 0x7A, 0x58, 0x5A], .compressed), ([0x28, 0xB5, 0x2F, 0xFD], .compressed),
    ([0x89, 0x50, 0x4E, 0x47], .image), ([0xFF, 0xD8, 0xFF], .image),
    (Array("GIF8".utf8), .image), (Array("II*\0".utf8), .image), (Array("MM\0*".utf8), .image),
  ]
  if opening.starts(with: Array("PK\u{3}\u{4}".utf8)) {
    return contains(opening, "application/epub+zip") ? .epub : .archive
  }
  if opening.starts(with: Array("RIFF".utf8)), contains(opening, "WEBP") { return .image }
  return signatures.first { opening.starts(with: $0.0) }?.1
}

/// Expects ASCII capitals lowered and white space skipped.
private func formatByMarkup(_ start: [UInt8]) -> SourceFormat? {
  for opener in ["<!doctype html", "<html", "<head", "<body"] where begins(start, opener) {
    return .html
  }
  for opener in ["<rss", "<feed", "<rdf:rdf"] where begins(start, opener) { return .feed }
  if begins(start, "<?xml") || begins(start, "<!--") {
    if ["<rss", "<feed", "<rdf:rdf"].contains(where: { contains(start, $0) }) { return .feed }
    if contains(start, "<html") { return .html }
  }
  if begins(start, "{"), contains(start, "jsonfeed.org/version") { return .jsonFeed }
  return nil
}

private func formatByDeclaration(_ source: SourceBytes) -> SourceFormat? {
  guard let type = source.declaredType?.lowercased().prefix(while: { $0 != ";" }) else {
    return nil
  }
  switch type {
  case "text/markdown", "text/x-markdown": return .markdown
  case "text/plain": return .plainText
  case "text/html", "application/xhtml+xml": return .html
  case "message/rfc822", "multipart/related", "multipart/alternative", "multipart/mixed":
    return .mail
  case "application/rss+xml", "application/atom+xml": return .feed
  case "application/feed+json": return .jsonFeed
  case "application/pdf": return .pdf
  default: return nil
  }
}

private func formatByName(_ name: String) -> SourceFormat? {
  guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return nil }
  switch name[name.index(after: dot)...].lowercased() {
  case "md", "markdown", "mdown", "mkd": return .markdown
  case "txt", "text": return .plainText
  case "html", "htm", "xhtml", "xht", "shtml": return .html
  case "eml", "mhtml", "mht": return .mail
  default: return nil
  }
}

/// Whether the first lines are fields of a message: two known ones at least, and nothing else.
private func opensLikeMail(_ start: some Collection<UInt8>) -> Bool {
  var known = 0
  for line in start.split(separator: 0x0A, maxSplits: 80, omittingEmptySubsequences: false) {
    if line.isEmpty || line.first == 0x0D { break }
    if line.first == 0x20 || line.first == 0x09 { continue }
    guard let colon = line.firstIndex(of: 0x3A), colon != line.startIndex,
      line[..<colon].allSatisfy({ $0 > 0x20 && $0 < 0x7F })
    else { return false }
    if mailFields.contains(String(decoding: line[..<colon], as: UTF8.self)) { known += 1 }
  }
  return known >= 2
}

/// Fields that hardly stand at the top of anything else.
private let mailFields: Set<String> = [
  "mime-version", "received", "return-path", "message-id", "delivered-to", "content-type",
  "content-transfer-encoding", "snapshot-content-location", "dkim-signature", "reply-to",
  "list-unsubscribe", "x-mailer", "authentication-results", "from", "to",
]

/// Whether a text without a telling name begins with front matter or a top heading.
private func opensLikeMarkdown(_ start: [UInt8]) -> Bool {
  if begins(start, "# ") { return true }
  return begins(start, "---\n")
    && ["\ntitle:", "\nauthor:", "\ndate:"].contains { contains(start, $0) }
}

/// Whether the bytes begin with a tag and hold others that only pages have: pieces of pages have
/// no doctype.
private func holdsPageTags(_ start: [UInt8]) -> Bool {
  guard start.first == 0x3C, start.count > 2, start[1] &- 0x61 < 26 || start[1] == 0x21 else {
    return false
  }
  return ["<p>", "<p ", "<div", "<title", "<meta", "<table", "<br", "<h1", "<article", "<a "]
    .count { contains(start, $0) } >= 2
}

private func begins(_ bytes: [UInt8], _ words: String) -> Bool { bytes.starts(with: words.utf8) }

private func contains(_ bytes: [UInt8], _ words: String) -> Bool {
  let needle = Array(words.utf8)
  guard bytes.count >= needle.count, let first = needle.first else { return false }
  for start in 0...(bytes.count - needle.count) where bytes[start] == first {
    if bytes[start..<(start + needle.count)].elementsEqual(needle) { return true }
  }
  return false
}
