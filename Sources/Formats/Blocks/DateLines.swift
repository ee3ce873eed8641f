// Lines that hold nothing but a date, and the date in them.

import Articles

extension BlockClassifier {
  /// Whether a line is nothing but when the article was published or changed.
  func isDateLine(_ line: [Token]) -> Bool {
    let hashes = line.lazy.filter { !$0.isMark }.map(\.hash)
    let count = hashes.count
    guard (1...14).contains(count) else { return false }
    if Self.updates.contains(where: { hashes.starts(with: $0) }) { return true }
    var numbers = 0
    var names = 0
    for hash in hashes {
      if hash == TokenScanner.number || Self.clock.contains(hash) {
        numbers += 1
      } else if DateWords.months[hash] != nil || DateWords.weekdays.contains(hash) {
        names += 1
      } else if !DateWords.fillers.contains(hash) {
        return false
      }
    }
    return numbers > 0 && names > 0
  }

  private static let clock = Set(["4am", "4pm"].flatMap(phraseHashes))
  private static let updates = [
    "this story was updated", "this report was updated", "this article was updated",
    "this post was updated", "this story has been updated", "this article has been updated",
    "this article is more than #", "updated at #", "updated #", "last updated", "published #",
    "# years ago", "# year ago", "# hours ago", "# days ago", "# months ago",
  ].map(phraseHashes)
}

/// The words of dates as hashes.
enum DateWords {
  /// Months by name and short name, in English, German, French and Spanish.
  static let months: [UInt64: Int] = {
    let names = [
      ["january", "jan", "januar", "janvier", "enero"],
      ["february", "feb", "februar", "février", "febrero"],
      ["march", "mar", "märz", "mars", "marzo"], ["april", "apr", "avril", "abril"],
      ["may", "mai", "mayo"], ["june", "jun", "juni", "juin", "junio"],
      ["july", "jul", "juli", "juillet", "julio"], ["august", "aug", "août", "agosto"],
      ["september", "sept", "sep", "septembre", "septiembre"],
      ["october", "oct", "oktober", "octobre", "octubre"],
      ["november", "nov", "novembre", "noviembre"],
      ["december", "dec", "dezember", "décembre", "diciembre"],
    ]
    var table: [UInt64: Int] = [:]
    for (index, spellings) in names.enumerated() {
      for hash in spellings.flatMap(phraseHashes) { table[hash] = index + 1 }
    }
    return table
  }()

  static let weekdays = Set(
    [
      "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue",
      "tues", "wed", "thu", "thurs", "fri", "sat", "sun",
    ].flatMap(phraseHashes))

  static let fillers = Set(
    [
      "published", "posted", "updated", "last", "first", "modified", "on", "at", "am", "pm", "a",
      "p", "m", "et", "edt", "est", "gmt", "bst", "utc", "pt", "pdt", "pst", "ct", "the", "of",
      "date", "th", "st", "nd", "rd", "de", "le", "del", "den", "uhr", "stand",
    ].flatMap(phraseHashes))
}

/// Finds a date written in a line: "16 May 2026", "June 12, 2026", "2026-02-09".
func dateWritten(in range: Range<Int>, of bytes: [UInt8]) -> PublicationDate? {
  let line = tokens(in: range, of: bytes, limit: 40).filter { !$0.isMark }
  for (index, token) in line.enumerated() {
    if let date = isoDate(token.range, bytes) { return date }
    if let date = isoDate(at: index, line, bytes) { return date }
    guard let month = DateWords.months[token.hash] else { continue }
    let before = index > 0 ? number(line[index - 1], bytes) : nil
    let after = index + 1 < line.count ? number(line[index + 1], bytes) : nil
    let second = index + 2 < line.count ? number(line[index + 2], bytes) : nil
    if let day = before, let year = after, year > 31 {
      if let date = PublicationDate(year: year, month: month, day: day) { return date }
    }
    if let day = after, let year = second, year > 1000 {
      if let date = PublicationDate(year: year, month: month, day: day) { return date }
    }
  }
  return nil
}

private func number(_ token: Token, _ bytes: [UInt8]) -> Int? {
  var value = 0
  guard token.range.count <= 6 else { return nil }
  for byte in bytes[token.range] {
    guard byte &- 0x30 < 10 else { return value > 0 && value <= 31 ? value : nil }
    value = value * 10 + Int(byte &- 0x30)
  }
  return value
}

/// "2026-02-09" as three numbers parted by nothing but hyphens.
private func isoDate(at index: Int, _ line: [Token], _ bytes: [UInt8]) -> PublicationDate? {
  guard index + 2 < line.count, line[index].range.count == 4 else { return nil }
  guard bytes[line[index].range.upperBound] == 0x2D,
    line[index + 1].range.lowerBound == line[index].range.upperBound + 1,
    line[index + 2].range.lowerBound == line[index + 1].range.upperBound + 1
  else { return nil }
  let values = line[index...(index + 2)].map { number($0, bytes) }
  guard let year = values[0], let month = values[1], let day = values[2] else { return nil }
  return PublicationDate(year: year, month: month, day: day)
}

/// "20260209", or nil.
private func isoDate(_ range: Range<Int>, _ bytes: [UInt8]) -> PublicationDate? {
  guard range.count == 8, bytes[range].allSatisfy({ $0 &- 0x30 < 10 }) else { return nil }
  let digits = bytes[range].map { Int($0 &- 0x30) }
  func value(_ slice: Range<Int>) -> Int { digits[slice].reduce(0) { $0 * 10 + $1 } }
  let year = value(0..<4)
  guard (1900...2100).contains(year) else { return nil }
  return PublicationDate(year: year, month: value(4..<6), day: value(6..<8))
}
