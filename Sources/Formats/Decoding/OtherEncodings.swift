// UTF-16 in either byte order, to UTF-8.

/// Whether the bytes are UTF-16, and in which order; nil where they are not.
///
/// A byte order mark says so; without one, so do NULs in every other byte of the opening.
func utf16ByteOrder(_ bytes: [UInt8]) -> Bool? {
  if bytes.starts(with: [0xFE, 0xFF]) { return true }
  if bytes.starts(with: [0xFF, 0xFE]) { return false }
  let opening = bytes.prefix(512)
  guard opening.count >= 8 else { return nil }
  var zeros = [0, 0]
  for (index, byte) in opening.enumerated() where byte == 0 { zeros[index % 2] += 1 }
  if zeros[0] == 0, zeros[1] > opening.count * 2 / 5 { return false }
  if zeros[1] == 0, zeros[0] > opening.count * 2 / 5 { return true }
  return nil
}

/// UTF-8 of UTF-16 bytes; lone surrogates become U+FFFD and a byte order mark is dropped.
func decodeUTF16(_ bytes: [UInt8], isBigEndian: Bool) -> [UInt8] {
  var units: [UInt16] = []
  units.reserveCapacity(bytes.count / 2)
  for index in stride(from: 0, to: bytes.count - 1, by: 2) {
    let first = UInt16(bytes[index])
    let second = UInt16(bytes[index + 1])
    units.append(isBigEndian ? first << 8 | second : second << 8 | first)
  }
  if units.first == 0xFEFF { units.removeFirst() }
  return Array(String(decoding: units, as: UTF16.self).utf8)
}
