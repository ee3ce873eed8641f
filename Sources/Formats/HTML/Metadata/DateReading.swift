// Dates as pages write them for machines and people.

import Articles

/// Reads a date in any of the forms pages use; years in which no page was written are none.
func pageDate(_ text: String?) -> PublicationDate? {
  guard let text else { return nil }
  let bytes = Array(text.utf8.prefix(200))
  let date =
    leadingISODate(bytes) ?? dottedDate(bytes) ?? dateWritten(in: 0..<bytes.count, of: bytes)
    ?? slashedDate(bytes)
  return date.flatMap { (1900...2100).contains($0.year) ? $0 : nil }
}

/// The date in an address: "/2026/04/15/".
func addressDate(_ address: String?) -> PublicationDate? {
  guard let address else { return nil }
  let parts = address.utf8.split { $0 == 0x2F || $0 == 0x2D || $0 == 0x5F || $0 == 0x2E }
  guard parts.count >= 3 else { return nil }
  for index in 0..<(parts.count - 2) {
    guard let year = digits(parts[index], 4...4), (1990...2100).contains(year),
      let month = digits(parts[index + 1], 1...2), let day = digits(parts[index + 2], 1...2)
    else { continue }
    if let date = PublicationDate(year: year, month: month, day: day) { return date }
  }
  for part in parts {
    guard let whole = digits(part, 8...8), (1990...2100).contains(whole / 10_000) else { continue }
    if let date = PublicationDate(
      year: whole / 10_000, month: whole / 100 % 100, day: whole % 100)
    {
      return date
    }
  }
  return nil
}

private func digits(_ bytes: some Collection<UInt8>, _ count: ClosedRange<Int>) -> Int? {
  guard count.contains(bytes.count), bytes.allSatisfy({ $0 &- 0x30 < 10 }) else { return nil }
  return bytes.reduce(0) { $0 * 10 + Int($1 &- 0x30) }
}

/// "2026-04-15T08:00:00Z", "2026/4/15", "20260415": a year first.
private func leadingISODate(_ bytes: [UInt8]) -> PublicationDate? {
  let start = bytes.firstIndex { $0 &- 0x30 < 10 } ?? bytes.count
  guard bytes.count >= start + 8, let year = digits(bytes[start..<(start + 4)], 4...4),
    (1900...2100).contains(year)
  else { return nil }
  let mark = bytes[start + 4]
  if let rest = digits(bytes[(start + 4)..<(start + 8)], 4...4) {
    return PublicationDate(year: year, month: rest / 100, day: rest % 100)
  }
  guard mark == 0x2D || mark == 0x2F || mark == 0x2E else { return nil }
  let parts = bytes[(start + 5)...].split(separator: mark, maxSplits: 1)
  guard parts.count == 2, let month = digits(parts[0], 1...2),
    let day = digits(parts[1].prefix { $0 &- 0x30 < 10 }, 1...2)
  else { return nil }
  return PublicationDate(year: year, month: month, day: day)
}

/// "15.04.2026" or "15. 4. 2026", as on the continent. Of years with two digits none is read:
/// numbers of versions and addresses of machines look the same.
private func dottedDate(_ bytes: [UInt8]) -> PublicationDate? {
  guard let (day, month, year) = numberParts(bytes, separator: 0x2E), year >= 1900 else {
    return nil
  }
  return PublicationDate(year: year, month: month, day: day)
    ?? PublicationDate(year: year, month: day, day: month)
}

/// "4/15/2026": the month first, unless it cannot be one.
private func slashedDate(_ bytes: [UInt8]) -> PublicationDate? {
  guard let (first, second, year) = numberParts(bytes, separator: 0x2F), year > 1900 else {
    return nil
  }
  return PublicationDate(year: year, month: first, day: second)
    ?? PublicationDate(year: year, month: second, day: first)
}

/// The first three numbers parted by the same mark.
private func numberParts(_ bytes: [UInt8], separator: UInt8) -> (Int, Int, Int)? {
  var found: [Int] = []
  var index = 0
  while index < bytes.count {
    guard bytes[index] &- 0x30 < 10 else {
      if bytes[index] != separator, bytes[index] != 0x20 { found = [] }
      index += 1
      continue
    }
    let end = bytes[index...].firstIndex { $0 &- 0x30 >= 10 } ?? bytes.count
    found.append(digits(bytes[index..<end], 1...4) ?? -1)
    if found.count == 3 {
      if found.allSatisfy({ $0 >= 0 }), found[0] <= 31, found[2] > 0 {
        return (found[0], found[1], found[2])
      }
      found.removeFirst()
    }
    let isParted = end < bytes.count && bytes[end] == separator
    if !isParted { found = [] }
    index = end
  }
  return nil
}
