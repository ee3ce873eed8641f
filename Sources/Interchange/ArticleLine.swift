// One article as a line of JSON, as feed readers and scripts can write it: where it is, or what it
// says as HTML or as text. Other keys are skipped, whatever they hold.

public import Articles

/// An article as one line describes it.
public struct ArticleLine: Hashable, Sendable {
  /// The file to read; nil where the line holds the words themselves.
  public var path: String?
  /// The article as HTML, whole or in part.
  public var html: String?
  /// The article as text, paragraphs apart by blank lines.
  public var text: String?
  /// What the line says of it. What it does not say is left to the words.
  public var metadata = Metadata()
  /// Tags to give it.
  public var tags: [String] = []

  /// Reads a line.
  ///
  /// - Parameter line: UTF-8 without its line end.
  /// - Throws: `RequestError` with a sentence and a column in bytes, from 1.
  public init(line: some Collection<UInt8>) throws(RequestError) {
    var reader = JSONReader(Array(line))
    try reader.expect(0x7B, "An object was expected")
    if try !reader.take(0x7D) {
      repeat {
        let key = try reader.string()
        try reader.expect(0x3A, "A colon was expected after the key")
        try take(key, from: &reader)
      } while try reader.take(0x2C)
      try reader.expect(0x7D, "A comma or a closing brace was expected")
    }
    try reader.expectEnd()
    guard path != nil || html != nil || text != nil else {
      throw RequestError("There is no “path”, no “html” and no “text” in it.")
    }
  }

  private mutating func take(
    _ key: String, from reader: inout JSONReader
  ) throws(RequestError) {
    switch key {
    case "path": path = try reader.optionalString()
    case "html": html = try reader.optionalString()
    case "text": text = try reader.optionalString()
    case "title": metadata.title = try reader.optionalString()
    case "url", "address": metadata.address = try reader.optionalString()
    case "site": metadata.site = try reader.optionalString()
    case "language": metadata.language = try reader.optionalString()
    case "author", "byline": metadata.byline = try reader.strings()
    case "tags": tags = try reader.strings()
    case "date":
      if let date = try reader.optionalString() { metadata.date = PublicationDate(iso: date) }
    case "time":
      if let date = try reader.dateOfSeconds() { metadata.date = metadata.date ?? date }
    default: try reader.skipValue()
    }
  }
}

extension ArticleLine {
  /// The article as a page of its own, so that its original can be read again without the line;
  /// nil where the line names a file.
  public var page: [UInt8]? {
    guard let body = html ?? text.map(paragraphs) else { return nil }
    if isWholePage(body) { return Array(body.utf8) }
    var head = "<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\">"
    if let title = metadata.title { head += "<title>\(escaped(title))</title>" }
    for (name, value) in [
      ("author", metadata.byline.isEmpty ? nil : metadata.byline.joined(separator: ", ")),
      ("date", metadata.date?.description),
    ] {
      if let value { head += "<meta name=\"\(name)\" content=\"\(escaped(value))\">" }
    }
    if let address = metadata.address {
      head += "<link rel=\"canonical\" href=\"\(escaped(address))\">"
    }
    let heading = metadata.title.map { "<h1>\(escaped($0))</h1>\n" } ?? ""
    return Array("\(head)</head><body><article>\(heading)\(body)</article></body></html>\n".utf8)
  }

  /// What the line says in the place of what was read off the words.
  public func metadata(over read: Metadata) -> Metadata {
    var result = read
    result.title = metadata.title ?? read.title
    result.byline = metadata.byline.isEmpty ? read.byline : metadata.byline
    result.date = metadata.date ?? read.date
    result.site = metadata.site ?? read.site
    result.address = metadata.address ?? read.address
    result.language = metadata.language ?? read.language
    return result
  }
}

/// Whether a page begins here, and not what stands in one.
private func isWholePage(_ html: String) -> Bool {
  let start = html.utf8.prefix(500).drop { $0 <= 0x20 }.prefix(9).map { $0 | 0x20 }
  return start.starts(with: "<!doctype".utf8.map { $0 | 0x20 }) || start.starts(with: "<html".utf8)
}

private func paragraphs(_ text: String) -> String {
  var paragraphs = "<p>"
  // A carriage return and a line feed are one character, which "\n" is not.
  for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
    paragraphs += line.allSatisfy(\.isWhitespace) ? "</p>\n<p>" : escaped(String(line)) + "\n"
  }
  return paragraphs + "</p>"
}

private func escaped(_ text: String) -> String {
  var result: [UInt8] = []
  for byte in text.utf8 {
    switch byte {
    case 0x26: result += "&amp;".utf8
    case 0x3C: result += "&lt;".utf8
    case 0x3E: result += "&gt;".utf8
    case 0x22: result += "&quot;".utf8
    default: result.append(byte)
    }
  }
  return String(decoding: result, as: UTF8.self)
}
