// UTF-16 in either byte order and windows-1252, to UTF-8.

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

/// UTF-8 of windows-1252 bytes, the five unassigned ones as the C1 controls that browsers make.
func decodeWindows1252(_ bytes: [UInt8]) -> [UInt8] {
  var decoded: [UInt8] = []
  decoded.reserveCapacity(bytes.count + bytes.count / 16)
  for byte in bytes {
    if byte < 0x80 {
      decoded.append(byte)
      continue
    }
    let scalar = byte < 0xA0 ? windows1252Upper[Int(byte - 0x80)] : UInt16(byte)
    if scalar < 0x800 {
      decoded += [0xC0 | UInt8(scalar >> 6), 0x80 | UInt8(scalar & 0x3F)]
    } else {
      decoded += [
        0xE0 | UInt8(scalar >> 12), 0x80 | UInt8(scalar >> 6 & 0x3F), 0x80 | UInt8(scalar & 0x3F),
      ]
    }
  }
  return decoded
}

/// The scalars of bytes 0x80 to 0x9F in windows-1252.
private let windows1252Upper: [UInt16] = [
  0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
  0x0152, 0x8D, 0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
  0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178,
]
