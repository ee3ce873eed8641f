// Messages and saved pages in the form of mail (.eml, .mhtml): the part that a person would read is
// looked for and given to the reader of its own format; what the message's own fields say fills
// what the text does not.

import Articles

/// Reads messages.
enum MailFormat {
  /// More parts than mail has in practice.
  private static let mostParts = 400
  /// Parts inside parts, deeper than mail goes in practice. Each level is read through once more.
  private static let deepest = 10

  /// Reads a message; throws where no part of it holds text.
  static func parse(_ source: SourceBytes) throws(FormatError) -> ParsedArticle {
    let message = MailPart(source.bytes.prefix(source.limit))
    guard let part = readable(in: message) else {
      throw .unreadable(name: source.displayName, format: .mail)
    }
    var inner = SourceBytes(bytes: part.decoded, name: source.name, address: source.address)
    inner.limit = source.limit
    inner.declaredType = part.type + (part.parameter("charset").map { "; charset=\($0)" } ?? "")
    inner.address =
      source.address ?? message.fields["snapshot-content-location"]
      ?? part.fields["content-location"].flatMap { $0.contains("://") ? $0 : nil }
    guard inner.bytes.contains(where: { $0 > 0x20 }) else {
      throw .onlyWhiteSpace(name: source.displayName)
    }
    var article =
      part.type == "text/plain" ? try PlainTextFormat.parse(inner) : try HTMLFormat.parse(inner)
    fill(
      &article.metadata, from: message, isPage: message.fields["from"]?.hasPrefix("<Saved") ?? false
    )
    return article
  }

  /// The page or else the plain text among all parts, the first of either; pages without words,
  /// as some letters have beside their text, do not count.
  private static func readable(in message: MailPart) -> MailPart? {
    var open = [(part: message, depth: 0)]
    var plain: MailPart?
    var seen = 0
    while let (part, depth) = open.popLast(), seen < mostParts {
      seen += 1
      let isAttached = part.fields["content-disposition"]?.lowercased().hasPrefix("attachment")
      switch part.type {
      case "text/html", "application/xhtml+xml": if isAttached != true { return part }
      case "text/plain": if isAttached != true { plain = plain ?? part }
      case _ where depth >= deepest: break
      case "message/rfc822": open.append((MailPart(part.content), depth + 1))
      default: open += part.parts.reversed().map { ($0, depth + 1) }
      }
    }
    return plain
  }

  private static func fill(_ metadata: inout Metadata, from message: MailPart, isPage: Bool) {
    if let subject = message.fields["subject"].map(decodedWords), !subject.isEmpty {
      metadata.title = isPage ? metadata.title ?? subject : subject
    }
    metadata.date = metadata.date ?? pageDate(message.fields["date"])
    guard !isPage, let sender = message.fields["from"].map(decodedWords) else { return }
    let name = sender.prefix { $0 != "<" }.filter { $0 != "\"" }
    var names = AuthorNames()
    names.add(String(name), isCertain: true, site: [])
    if metadata.byline.isEmpty { metadata.byline = names.all }
    metadata.site = metadata.site ?? names.all.first
  }
}
