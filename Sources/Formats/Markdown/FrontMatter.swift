// The block of "key: value" lines between "---" marks at the top of some Markdown files. It is
// metadata and no part of the text. Only the keys that an article has are read.

import Articles

/// What front matter says.
struct FrontMatter {
  /// The metadata named there.
  private(set) var metadata = Metadata()
  /// Where the text begins.
  private(set) var end = 0
  private var lastKey = ""

  /// Reads front matter, if the text opens with it.
  init(_ bytes: [UInt8]) {
    guard bytes.starts(with: "---\n".utf8) else { return }
    var lines: [Range<Int>] = []
    var lower = 4
    while lower < bytes.count, lines.count < 300 {
      let upper = bytes[lower...].firstIndex(of: 0x0A) ?? bytes.count
      let line = trimmed(lower..<upper, in: bytes)
      let words = bytes[line]
      lower = min(upper + 1, bytes.count)
      if words.elementsEqual("---".utf8) || words.elementsEqual("...".utf8) {
        guard let first = lines.first, bytes[first].contains(0x3A) else { return }
        end = lower
        for line in lines { read(line, bytes) }
        return
      }
      lines.append(line)
    }
  }

  private mutating func read(_ line: Range<Int>, _ bytes: [UInt8]) {
    let words = String(decoding: bytes[line], as: UTF8.self)
    if words.hasPrefix("- ") {
      set(lastKey, unquoted(words.dropFirst(2)))
      return
    }
    guard let colon = words.firstIndex(of: ":"), !words.hasPrefix("#") else { return }
    lastKey = words[..<colon].lowercased()
    let value = unquoted(words[words.index(after: colon)...])
    if value.hasPrefix("["), value.hasSuffix("]") {
      for entry in value.dropFirst().dropLast().split(separator: ",") {
        set(lastKey, unquoted(entry))
      }
    } else if !value.isEmpty {
      set(lastKey, value)
    }
  }

  private mutating func set(_ key: String, _ value: String) {
    let bytes = Array(value.utf8)
    switch key {
    case "title": metadata.title = value
    case "author", "authors", "byline", "by":
      let names = BylineNames(listIn: bytes).names
      metadata.byline += names.isEmpty ? [value] : names
    case "date", "published", "publisheddate", "created":
      metadata.date = metadata.date ?? dateWritten(in: 0..<bytes.count, of: bytes)
    case "site", "source", "publication", "publisher", "site_name":
      if value.contains("://") { metadata.address = value } else { metadata.site = value }
    case "url", "link", "canonical", "address", "canonical_url": metadata.address = value
    case "language", "lang", "locale": metadata.language = value
    default: break
    }
  }

  /// Without white space and one pair of quotation marks.
  private func unquoted(_ words: Substring) -> String {
    var words = words
    while words.first?.isWhitespace == true { words.removeFirst() }
    while words.last?.isWhitespace == true { words.removeLast() }
    if words.count >= 2, let first = words.first, first == words.last, first == "\"" || first == "'"
    {
      words = words.dropFirst().dropLast()
    }
    return String(words)
  }
}
