// Finds where a tag or a comment ends, so that HTML inside Markdown can be left out. Looks no
// further than a bounded number of bytes.

/// The width of a tag or comment at `start`; nil where there is none.
func htmlTagWidth(_ bytes: [UInt8], at start: Int, end: Int) -> Int? {
  let limit = min(end, start + 2000)
  guard start + 2 < limit else { return nil }
  var index = start + 1
  if bytes[index...].starts(with: "!--".utf8) { return commentWidth(bytes, at: start, end: limit) }
  if bytes[index] == 0x2F { index += 1 }
  guard index < limit, (bytes[index] | 0x20) &- 0x61 < 26 else { return nil }
  while index < limit,
    (bytes[index] | 0x20) &- 0x61 < 26 || bytes[index] &- 0x30 < 10 || bytes[index] == 0x2D
  {
    index += 1
  }
  guard index < limit, bytes[index] <= 0x20 || bytes[index] == 0x2F || bytes[index] == 0x3E else {
    return nil
  }
  var quote: UInt8 = 0
  while index < limit {
    let byte = bytes[index]
    if quote != 0 {
      if byte == quote { quote = 0 }
    } else if byte == 0x22 || byte == 0x27 {
      quote = byte
    } else if byte == 0x3C {
      return nil
    } else if byte == 0x3E {
      return index + 1 - start
    }
    index += 1
  }
  return nil
}

private func commentWidth(_ bytes: [UInt8], at start: Int, end: Int) -> Int? {
  var index = start + 4
  while index + 2 < end {
    if bytes[index] == 0x2D, bytes[index + 1] == 0x2D, bytes[index + 2] == 0x3E {
      return index + 3 - start
    }
    index += 1
  }
  return nil
}
