// The parts of a message after RFC 2045 to 2049: header fields, unfolded, and what lies between
// the boundaries. Parts inside parts are taken from a list of open work, not by recursion, and no
// more of them than a message could need.

/// One part of a message: its fields and the bytes below them.
struct MailPart {
  /// Fields by name in lower case; of several with one name the first.
  private(set) var fields: [String: String] = [:]
  /// The bytes below the fields, still encoded.
  let content: ArraySlice<UInt8>

  private static let mostFieldBytes = 1 << 16

  init(_ bytes: ArraySlice<UInt8>) {
    var index = bytes.startIndex
    var name = ""
    while index < bytes.endIndex {
      let end = bytes[index...].firstIndex(of: 0x0A) ?? bytes.endIndex
      var line = bytes[index..<end]
      if line.last == 0x0D { line.removeLast() }
      index = min(end + 1, bytes.endIndex)
      if line.isEmpty { break }
      if line.first == 0x20 || line.first == 0x09 {
        guard (fields[name]?.utf8.count ?? 0) < Self.mostFieldBytes else { continue }
        fields[name]?.append(" " + Self.text(line.drop { $0 == 0x20 || $0 == 0x09 }))
        continue
      }
      guard let colon = line.firstIndex(of: 0x3A) else { continue }
      name = String(decoding: line[..<colon], as: UTF8.self).lowercased()
      let value = Self.text(line[(colon + 1)...].drop { $0 == 0x20 || $0 == 0x09 })
      if fields[name] == nil { fields[name] = value } else { name = "" }
    }
    content = bytes[index...]
  }

  private static func text(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes.prefix(4096), as: UTF8.self)
  }

  /// "text/html" without parameters, in lower case.
  var type: String {
    let value = fields["content-type"]?.prefix { $0 != ";" } ?? "text/plain"
    return value.filter { $0 != " " && $0 != "\t" }.lowercased()
  }

  /// A parameter of the content type, as "charset" or "boundary".
  func parameter(_ name: String) -> String? {
    mediaTypeParameter(name, of: fields["content-type"] ?? "")
  }

  /// The bytes below the fields, decoded.
  var decoded: [UInt8] {
    switch fields["content-transfer-encoding"]?.lowercased().filter({ !$0.isWhitespace }) {
    case "base64": decodedBase64(content)
    case "quoted-printable": decodedQuotedPrintable(content)
    default: Array(content)
    }
  }

  /// The parts between the boundaries; none where the content is not in parts.
  var parts: [MailPart] {
    guard type.hasPrefix("multipart/"), let boundary = parameter("boundary"), !boundary.isEmpty
    else { return [] }
    let mark = Array("--\(boundary)".utf8)
    var found: [MailPart] = []
    var start: Int?
    var line = content.startIndex
    while line < content.endIndex, found.count < Self.mostParts {
      let end = content[line...].firstIndex(of: 0x0A) ?? content.endIndex
      if content[line..<end].starts(with: mark) {
        if let start, start < line { found.append(MailPart(content[start..<line])) }
        if content[(line + mark.count)..<end].starts(with: [0x2D, 0x2D]) { return found }
        start = min(end + 1, content.endIndex)
      }
      line = min(end + 1, content.endIndex)
    }
    // A message that was cut off has no last boundary.
    if let start, start < content.endIndex { found.append(MailPart(content[start...])) }
    return found
  }

  private static let mostParts = 200
}
