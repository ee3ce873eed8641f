// What mail does to bytes: base64, quoted-printable and encoded words in fields. Anything odd is
// left as it stands.

import Markup

/// Base64 to bytes; characters outside the alphabet are skipped.
func decodedBase64(_ bytes: some Sequence<UInt8>) -> [UInt8] {
  var decoded: [UInt8] = []
  var bits: UInt32 = 0
  var count = 0
  for byte in bytes {
    let value: UInt8
    switch byte {
    case 0x41...0x5A: value = byte - 0x41
    case 0x61...0x7A: value = byte - 0x61 + 26
    case 0x30...0x39: value = byte - 0x30 + 52
    case 0x2B, 0x2D: value = 62
    case 0x2F, 0x5F: value = 63
    case 0x3D:
      // Padding ends a run; another may follow it.
      bits = 0
      count = 0
      continue
    default: continue
    }
    bits = bits << 6 | UInt32(value)
    count += 6
    if count >= 8 {
      count -= 8
      decoded.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
    }
  }
  return decoded
}

/// Quoted-printable to bytes; with `isWord` after the rules of encoded words, where "_" is a space.
func decodedQuotedPrintable(_ bytes: some Collection<UInt8>, isWord: Bool = false) -> [UInt8] {
  let bytes = Array(bytes)
  var decoded: [UInt8] = []
  decoded.reserveCapacity(bytes.count)
  var index = 0
  while index < bytes.count {
    let byte = bytes[index]
    index += 1
    if isWord, byte == 0x5F {
      decoded.append(0x20)
    } else if byte != 0x3D {
      decoded.append(byte)
    } else if let width = softBreakWidth(bytes, index) {
      index += width
    } else if index + 1 < bytes.count, let high = hexDigit(bytes[index]),
      let low = hexDigit(bytes[index + 1])
    {
      decoded.append(high << 4 | low)
      index += 2
    } else {
      decoded.append(byte)
    }
  }
  return decoded
}

/// The bytes from behind "=" to behind the line end, where nothing but white space is between.
private func softBreakWidth(_ bytes: [UInt8], _ start: Int) -> Int? {
  var index = start
  while index < bytes.count, bytes[index] == 0x20 || bytes[index] == 0x09 || bytes[index] == 0x0D {
    index += 1
  }
  guard index < bytes.count else { return index - start }
  return bytes[index] == 0x0A ? index + 1 - start : nil
}

private func hexDigit(_ byte: UInt8) -> UInt8? {
  switch byte {
  case 0x30...0x39: byte - 0x30
  case 0x41...0x46: byte - 0x41 + 10
  case 0x61...0x66: byte - 0x61 + 10
  default: nil
  }
}

/// A field with its encoded words decoded: "=?utf-8?q?Caf=C3=A9?=".
func decodedWords(_ field: String) -> String {
  var decoded: [UInt8] = []
  var rest = Array(field.utf8)[...]
  var wasWord = false
  while !rest.isEmpty {
    guard rest.starts(with: [0x3D, 0x3F]), let word = EncodedWord(rest) else {
      decoded.append(rest.removeFirst())
      wasWord = wasWord && decoded.last == 0x20
      continue
    }
    // White space between two encoded words belongs to neither.
    if wasWord { while decoded.last == 0x20 { decoded.removeLast() } }
    decoded += word.utf8
    rest = rest.dropFirst(word.width)
    wasWord = true
  }
  return folded(decoded)
}

/// One encoded word at the beginning of some bytes.
private struct EncodedWord {
  let utf8: [UInt8]
  let width: Int

  init?(_ bytes: ArraySlice<UInt8>) {
    let pieces = bytes.dropFirst(2).prefix(400)
      .split(separator: 0x3F, maxSplits: 3, omittingEmptySubsequences: false)
    guard pieces.count == 4, pieces[1].count == 1, pieces[3].first == 0x3D else { return nil }
    let label = String(decoding: pieces[0].prefix { $0 != 0x2A }, as: UTF8.self)
    let content =
      pieces[1].first.map { $0 | 0x20 } == 0x62
      ? decodedBase64(pieces[2]) : decodedQuotedPrintable(pieces[2], isWord: true)
    utf8 = decodedText(content, label: label).utf8
    width = pieces[3].startIndex - bytes.startIndex + 1
  }
}
