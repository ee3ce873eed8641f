// White space and invisible scalars at a byte of UTF-8 text.

/// The bytes of the white space scalar at `index`; 0 where there is a word or a mark.
///
/// Counts ASCII white space and controls of layout, U+00A0, U+200B to U+200D, U+2028, U+2029,
/// U+202F, U+3000 and U+FEFF.
@inline(__always)
func whiteSpaceWidth(in bytes: [UInt8], at index: Int) -> Int {
  let byte = bytes[index]
  if byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) { return 1 }
  return byte < 0x80 ? 0 : wideWhiteSpaceWidth(in: bytes, at: index)
}

private func wideWhiteSpaceWidth(in bytes: [UInt8], at index: Int) -> Int {
  if bytes[index] == 0xC2 { return index + 1 < bytes.count && bytes[index + 1] == 0xA0 ? 2 : 0 }
  guard index + 2 < bytes.count else { return 0 }
  switch (bytes[index], bytes[index + 1], bytes[index + 2]) {
  case (0xE2, 0x80, 0x8B...0x8D), (0xE2, 0x80, 0xA8...0xA9), (0xE2, 0x80, 0xAF),
    (0xE3, 0x80, 0x80), (0xEF, 0xBB, 0xBF):
    return 3
  default: return 0
  }
}

/// The range without white space at either end.
func trimmed(_ range: Range<Int>, in bytes: [UInt8]) -> Range<Int> {
  var lower = range.lowerBound
  while lower < range.upperBound {
    let width = whiteSpaceWidth(in: bytes, at: lower)
    if width == 0 { break }
    lower += width
  }
  var upper = range.upperBound
  while upper > lower {
    var start = upper - 1
    while start > lower, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    if whiteSpaceWidth(in: bytes, at: start) == 0 { break }
    upper = start
  }
  return lower..<max(lower, upper)
}

/// The line and the column in scalars, both from 1, of a byte in its source.
func sourcePlace(of offset: Int, in bytes: [UInt8]) -> (line: Int, column: Int) {
  var line = 1
  var column = 1
  for index in 0..<min(offset, bytes.count) {
    let byte = bytes[index]
    let isLineFeedOfPair = byte == 0x0A && index > 0 && bytes[index - 1] == 0x0D
    if byte == 0x0D || (byte == 0x0A && !isLineFeedOfPair) {
      line += 1
      column = 1
    } else if byte & 0xC0 != 0x80, byte != 0x0A {
      column += 1
    }
  }
  return (line, column)
}
