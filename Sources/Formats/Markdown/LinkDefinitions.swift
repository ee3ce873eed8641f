// Link reference definitions, "[name]: address 'title'", and the parts that inline links share:
// addresses and titles. Each scan is bounded, so that no input makes it quadratic.

/// Where a link leads.
struct LinkTarget: Hashable {
  /// The address, escapes and entities resolved.
  var destination: String
  /// The title in quotes, if there was one.
  var title: String?
}

/// Reads the parts of links from a paragraph's bytes.
struct LinkScanner {
  /// Longer names, addresses and titles are words.
  static let limit = 4000

  let bytes: [UInt8]
  var index: Int

  /// A definition at the cursor, which then stands behind its line; nil if there is none.
  mutating func definition() -> (name: String, target: LinkTarget)? {
    guard let name = label(), peek == 0x3A, name.utf8.first != 0x5E else { return nil }
    index += 1
    skipWhiteSpace(lineFeeds: 1)
    guard let destination = destination(), !destination.isEmpty || bytes[index - 1] == 0x3E else {
      return nil
    }
    let afterDestination = index
    let isAtEnd = skipToLineEnd()
    let lineEnd = index
    index = afterDestination
    let hadSpace = skipWhiteSpace(lineFeeds: 1) > 0
    if hadSpace, let title = title(), skipToLineEnd() {
      return (name, LinkTarget(destination: destination, title: title))
    }
    guard isAtEnd else { return nil }
    index = lineEnd
    return (name, LinkTarget(destination: destination))
  }

  /// "(address "title")" at the cursor.
  mutating func inlineTarget() -> LinkTarget? {
    guard peek == 0x28 else { return nil }
    index += 1
    skipWhiteSpace(lineFeeds: 1)
    guard let destination = destination() else { return nil }
    let hadSpace = skipWhiteSpace(lineFeeds: 1) > 0
    let title = hadSpace ? title() : nil
    skipWhiteSpace(lineFeeds: 1)
    guard peek == 0x29 else { return nil }
    index += 1
    return LinkTarget(destination: destination, title: title)
  }

  /// "[name]" at the cursor, its case and white space evened out.
  mutating func label() -> String? {
    guard peek == 0x5B else { return nil }
    var at = index + 1
    let end = min(bytes.count, at + 999)
    while at < end, bytes[at] != 0x5D {
      if bytes[at] == 0x5B { return nil }
      at += bytes[at] == 0x5C ? 2 : 1
    }
    guard at < end else { return nil }
    let name = evenedLabel((index + 1)..<at, in: bytes)
    guard !name.isEmpty else { return nil }
    index = at + 1
    return name
  }

  private var peek: UInt8? { index < bytes.count ? bytes[index] : nil }

  @discardableResult
  private mutating func skipWhiteSpace(lineFeeds: Int) -> Int {
    let start = index
    var feeds = 0
    while let byte = peek, byte == 0x20 || byte == 0x09 || byte == 0x0A {
      if byte == 0x0A {
        feeds += 1
        if feeds > lineFeeds { break }
      }
      index += 1
    }
    return index - start
  }

  /// Steps behind the line feed if nothing but white space comes before it.
  private mutating func skipToLineEnd() -> Bool {
    while let byte = peek, byte == 0x20 || byte == 0x09 { index += 1 }
    guard let byte = peek else { return true }
    guard byte == 0x0A else { return false }
    index += 1
    return true
  }

  private mutating func destination() -> String? {
    if peek == 0x3C { return pointedDestination() }
    let start = index
    var depth = 0
    let end = min(bytes.count, start + Self.limit)
    scan: while index < end {
      switch bytes[index] {
      case 0x00...0x20: break scan
      case 0x5C where index + 1 < end && bytes[index + 1] > 0x20: index += 1
      case 0x28:
        depth += 1
        if depth > 32 { return nil }
      case 0x29:
        if depth == 0 { break scan }
        depth -= 1
      default: break
      }
      index += 1
    }
    return depth == 0 && index < start + Self.limit
      ? unescaped(start..<min(index, bytes.count), in: bytes) : nil
  }

  private mutating func pointedDestination() -> String? {
    let start = index + 1
    let end = min(bytes.count, start + Self.limit)
    var at = start
    while at < end, bytes[at] != 0x3E {
      if bytes[at] == 0x0A || bytes[at] == 0x3C { return nil }
      at += bytes[at] == 0x5C ? 2 : 1
    }
    guard at < end else { return nil }
    index = at + 1
    return unescaped(start..<at, in: bytes)
  }

  private mutating func title() -> String? {
    guard let open = peek, open == 0x22 || open == 0x27 || open == 0x28 else { return nil }
    let close = open == 0x28 ? 0x29 : open
    let start = index + 1
    let end = min(bytes.count, start + Self.limit)
    var at = start
    while at < end, bytes[at] != close {
      if open == 0x28, bytes[at] == 0x28 { return nil }
      at += bytes[at] == 0x5C ? 2 : 1
    }
    guard at < end else { return nil }
    index = at + 1
    return unescaped(start..<at, in: bytes)
  }
}

/// A link's name with ASCII capitals lowered and runs of white space as one space.
func evenedLabel(_ range: Range<Int>, in bytes: [UInt8]) -> String {
  var evened: [UInt8] = []
  for byte in bytes[trimmed(range, in: bytes)] {
    if byte == 0x20 || byte == 0x09 || byte == 0x0A {
      if evened.last != 0x20 { evened.append(0x20) }
    } else {
      evened.append(byte)
    }
  }
  return String(decoding: evened, as: UTF8.self).lowercased()
}

/// Words with backslash escapes and entities resolved.
func unescaped(_ range: Range<Int>, in bytes: [UInt8]) -> String {
  var plain: [UInt8] = []
  var index = range.lowerBound
  while index < range.upperBound {
    if bytes[index] == 0x5C, index + 1 < range.upperBound, isPunctuation(bytes[index + 1]) {
      plain.append(bytes[index + 1])
      index += 2
    } else if bytes[index] == 0x26, let entity = entity(at: index, in: bytes) {
      plain += entity.words
      index += entity.width
    } else {
      plain.append(bytes[index])
      index += 1
    }
  }
  return String(decoding: plain, as: UTF8.self)
}

/// Whether a byte is ASCII punctuation.
@inline(__always)
func isPunctuation(_ byte: UInt8) -> Bool {
  switch byte {
  case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
  default: false
  }
}
