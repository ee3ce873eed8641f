/// The search for a declared encoding in the first bytes of a page, before anything is decoded,
/// by the algorithm of the HTML standard.
struct MetaPrescan {
  private let bytes: [UInt8]
  private var position = 0

  /// The encoding that a `meta` within the first 1024 bytes declares.
  static func encoding(of bytes: [UInt8]) -> Encoding? {
    // Zero bytes spare every test for the end.
    var prescan = MetaPrescan(bytes: bytes.prefix(1024) + [0, 0, 0, 0])
    return prescan.search()
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private var last: Int { bytes.count - 4 }

  private mutating func search() -> Encoding? {
    while position < last {
      if bytes[position] == .less {
        if let encoding = considerMarkup() { return encoding }
      } else {
        position += 1
      }
    }
    return nil
  }

  private mutating func considerMarkup() -> Encoding? {
    if bytes.matches("<!--", at: position) {
      skipComment()
    } else if bytes.matches("<meta", at: position),
      bytes[position + 5].isMarkupSpace || bytes[position + 5] == .slash
    {
      position += 5
      return considerMeta()
    } else if bytes[position + 1].isLetter
      || (bytes[position + 1] == .slash && bytes[position + 2].isLetter)
    {
      skipTag()
    } else if [.exclamation, .slash, .question].contains(bytes[position + 1]) {
      while position < last, bytes[position] != .greater { position += 1 }
    } else {
      position += 1
    }
    return nil
  }

  private mutating func skipComment() {
    position += 2
    while position < last, !bytes.matches("-->", at: position) { position += 1 }
    position += 3
  }

  private mutating func skipTag() {
    while position < last, !bytes[position].isMarkupSpace, bytes[position] != .greater {
      position += 1
    }
    while attribute() != nil {}
  }

  private mutating func considerMeta() -> Encoding? {
    var seen: Set<String> = []
    var isContentType = false
    var needsContentType: Bool?
    var label: [UInt8]?
    while let (name, value) = attribute() {
      guard seen.insert(name).inserted else { continue }
      switch name {
      case "http-equiv":
        isContentType = isContentType || value.elementsEqual("content-type".utf8)
      case "content":
        guard label == nil, let found = Self.encodingLabel(inContent: value) else { continue }
        label = found
        needsContentType = true
      case "charset":
        label = value
        needsContentType = false
      default: break
      }
    }
    // A tag that the bytes end in declares nothing.
    guard position <= last, let needsContentType, !needsContentType || isContentType, let label
    else { return nil }
    return Encoding(label: label)?.asDeclaredInside
  }

  /// The next attribute of a tag, in lower case; nil at the tag's end.
  private mutating func attribute() -> (name: String, value: [UInt8])? {
    while bytes[position].isMarkupSpace || bytes[position] == .slash { position += 1 }
    guard position < last, bytes[position] != .greater else {
      position += 1
      return nil
    }
    let start = position
    while position < last, position == start || bytes[position] != .equals,
      !bytes[position].isMarkupSpace, bytes[position] != .slash, bytes[position] != .greater
    {
      position += 1
    }
    let name = String(decoding: bytes[start..<position].map(\.lowercased), as: UTF8.self)
    let afterName = bytes.skippingSpace(from: position)
    guard bytes[afterName] == .equals else { return (name, []) }
    position = bytes.skippingSpace(from: afterName + 1)
    return (name, attributeValue())
  }

  private mutating func attributeValue() -> [UInt8] {
    let quote = bytes[position]
    let start: Int
    if quote == .doubleQuote || quote == .singleQuote {
      start = position + 1
      position = start
      while position < last, bytes[position] != quote { position += 1 }
      guard position < last else { return [] }
      position += 1
      return bytes[start..<position - 1].map(\.lowercased)
    }
    start = position
    while position < last, !bytes[position].isMarkupSpace, bytes[position] != .greater {
      position += 1
    }
    return bytes[start..<position].map(\.lowercased)
  }

  /// The label in a value such as "text/html; charset=x".
  static func encodingLabel(inContent content: [UInt8]) -> [UInt8]? {
    var position = 0
    while position < content.count {
      guard content.matches("charset", at: position) else {
        position += 1
        continue
      }
      let equals = content.skippingSpace(from: position + 7)
      if equals < content.count, content[equals] == .equals {
        return label(in: content, from: content.skippingSpace(from: equals + 1))
      }
      position = max(equals, position + 1)
    }
    return nil
  }

  private static func label(in content: [UInt8], from start: Int) -> [UInt8]? {
    guard start < content.count else { return nil }
    let quote = content[start]
    if quote == .doubleQuote || quote == .singleQuote {
      guard let end = content[(start + 1)...].firstIndex(of: quote) else { return nil }
      return Array(content[start + 1..<end])
    }
    return Array(content[start...].prefix { !$0.isMarkupSpace && $0 != .semicolon })
  }
}
