// Bytes of any known encoding to one canonical text: UTF-8 without a byte order mark, line ends
// as "\n", no NUL. Line numbers are those of the source; offsets are the canonical text's.
// Bytes that are UTF-8 already and need no change are not copied.

import Articles
import Markup

/// A source as valid UTF-8.
struct DecodedText {
  /// Valid UTF-8.
  var bytes: [UInt8]
  /// What was repaired.
  var diagnostics: [Diagnostic] = []

  /// Decodes; throws where the bytes are no text or hold no words.
  init(_ source: SourceBytes) throws(FormatError) {
    bytes = source.bytes
    if bytes.count > source.limit { cut(to: source.limit, named: source.name) }
    try decode(source)
    if holdsControls(bytes) {
      replaceNULs()
      normaliseLineEnds()
    }
    if holdsOnlyWhiteSpace(bytes) { throw .onlyWhiteSpace(name: source.displayName) }
  }

  private mutating func cut(to limit: Int, named name: String) {
    var end = limit
    while end > max(0, limit - 4), bytes[end] & 0xC0 == 0x80 { end -= 1 }
    bytes.removeSubrange(end...)
    let file = name == "-" ? "a file" : name
    diagnostics.append(
      Diagnostic(
        "Only the first \(limit >> 20) MB are shown. To read the rest, split it: split -b 60M \(file)"
      ))
  }

  private mutating func decode(_ source: SourceBytes) throws(FormatError) {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      bytes.removeFirst(3)
    } else if let isBigEndian = utf16ByteOrder(bytes) {
      bytes = decodeUTF16(bytes, isBigEndian: isBigEndian)
      return
    }
    if holdsControls(bytes), looksBinary(bytes) {
      throw .unreadable(name: source.displayName, format: .binary)
    }
    if let unescaped = textBehindEscapes(bytes, label: source.declaredCharset) {
      bytes = unescaped
      return
    }
    let survey = UTF8Survey(bytes)
    guard let place = survey.firstInvalid else { return }
    if survey.isMostlyUTF8 {
      bytes = Array(String(decoding: bytes, as: UTF8.self).utf8)
      diagnostics.append(
        Diagnostic(
          "\(counted(survey.invalidCount, "byte sequence")) could not be decoded as UTF-8 "
            + "and \(survey.invalidCount == 1 ? "is" : "are") shown as \u{FFFD}.",
          line: place.line, column: place.column))
    } else {
      let decoded = decodedText(bytes, label: source.declaredCharset)
      bytes = decoded.utf8
      diagnostics.append(
        Diagnostic(
          "The text is not UTF-8 and was read as \(decoded.encoding).",
          line: place.line, column: place.column))
    }
  }

  private mutating func replaceNULs() {
    guard let first = bytes.firstIndex(of: 0) else { return }
    let place = sourcePlace(of: first, in: bytes)
    var repaired: [UInt8] = []
    repaired.reserveCapacity(bytes.count + 64)
    var count = 0
    for byte in bytes {
      if byte == 0 {
        repaired += [0xEF, 0xBF, 0xBD]
        count += 1
      } else {
        repaired.append(byte)
      }
    }
    bytes = repaired
    diagnostics.append(
      Diagnostic(
        "\(counted(count, "NUL byte")) shown as \u{FFFD}.",
        line: place.line, column: place.column))
  }

  private mutating func normaliseLineEnds() {
    guard bytes.contains(0x0D) else { return }
    var kept: [UInt8] = []
    kept.reserveCapacity(bytes.count)
    var previous: UInt8 = 0
    for byte in bytes {
      switch byte {
      case 0x0D: kept.append(0x0A)
      case 0x0A where previous == 0x0D: break
      default: kept.append(byte)
      }
      previous = byte
    }
    bytes = kept
  }
}

/// Text in the one encoding that hides its letters in ASCII behind escapes, so that all of it looks
/// like UTF-8; nil where that is not declared or not so.
private func textBehindEscapes(_ bytes: [UInt8], label: String?) -> [UInt8]? {
  guard let label, label.lowercased().hasPrefix("iso-2022-jp"), bytes.contains(0x1B) else {
    return nil
  }
  let decoded = decodedText(bytes, label: label)
  let isSound = !String(decoding: decoded.utf8, as: UTF8.self).unicodeScalars.contains("\u{FFFD}")
  return decoded.encoding == "ISO-2022-JP" && isSound ? decoded.utf8 : nil
}

/// "1 byte", "3 bytes".
func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }

/// Whether nothing but ASCII white space and the common invisible scalars is there.
private func holdsOnlyWhiteSpace(_ bytes: [UInt8]) -> Bool {
  var index = 0
  while index < bytes.count {
    let width = whiteSpaceWidth(in: bytes, at: index)
    if width == 0 { return false }
    index += width
  }
  return true
}

/// Whether there are controls besides tabs and line feeds. Most texts have none, and this one look,
/// many bytes at a time for want of branches, spares a look for each kind of control.
private func holdsControls(_ bytes: [UInt8]) -> Bool {
  let span = bytes.span
  var found = false
  for index in span.indices {
    let byte = span[index]
    if byte < 0x20, byte != 0x09, byte != 0x0A { found = true }
  }
  return found
}

/// Whether too many bytes are controls for the bytes to be text.
private func looksBinary(_ bytes: [UInt8]) -> Bool {
  let span = bytes.span
  var nuls = 0
  var controls = 0
  for index in span.indices where span[index] < 0x20 {
    switch span[index] {
    case 0: nuls += 1
    case 0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x1B: break
    default: controls += 1
    }
  }
  return (nuls > 4 && nuls > bytes.count / 1000) || (controls > 8 && controls > bytes.count / 20)
}
