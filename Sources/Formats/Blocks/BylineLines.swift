// Lines that say who wrote the article, and the names in them.

import Articles

extension BlockClassifier {
  /// Whether a line says where someone wrote from: "Name reported from Oslo."
  func isContribution(_ line: [Token]) -> Bool {
    guard (3...14).contains(line.count), isCapitalised(line[0]) else { return false }
    return (1..<min(7, line.count - 1)).contains {
      line[$0].hash == Self.reported && line[$0 + 1].hash == Self.from
    }
  }

  private static let reported = phraseHashes("reported")[0]
  private static let from = phraseHashes("from")[0]

  /// Whether a line near the top names the writers: "By Name Name".
  func isByline(_ index: Int) -> Bool {
    let feature = features[index]
    guard feature.byteCount <= 160, feature.ending == .bare || feature.ending == .comma else {
      return false
    }
    return !BylineNames(candidates[index].range.bounds, in: bytes).names.isEmpty
  }

  /// Whether a line near the top is nothing but names: "Name Name and Name Name".
  func isNameLine(_ index: Int) -> Bool {
    let feature = features[index]
    guard feature.ending == .bare, feature.byteCount <= 90, candidates[index].marker == .none,
      feature.capitalisedCount >= 2
    else { return false }
    let line = tokens(of: index, limit: 20)
    guard line.allSatisfy({ !$0.isMark }), line.first?.hash != Self.article else { return false }
    let joints = line.count { $0.hash == Self.and }
    guard joints > 0 || line.count == 2 else { return false }
    let words = bytes[candidates[index].range.bounds]
    let named = BylineNames(listIn: Array(words)).names
    return named.count > joints && line.allSatisfy { $0.hash == Self.and || isCapitalised($0) }
  }

  /// Whether a line near the top is nothing but who the writing comes from: "Associated Press",
  /// "Opinion contributor".
  func isOutlet(_ index: Int) -> Bool {
    let feature = features[index]
    guard feature.ending == .bare, (2...4).contains(feature.wordCount), feature.beginsUpright,
      candidates[index].marker == .none
    else { return false }
    let line = tokens(of: index, limit: 6)
    guard let last = line.last, line.allSatisfy({ !$0.isMark }) else { return false }
    return Self.outlets.contains(last.hash)
      && (feature.capitalisedCount == feature.wordCount || last.hash == Self.contributor)
  }

  private static let contributor = phraseHashes("contributor")[0]
  private static let outlets = Set(
    ["press", "today", "republic", "contributor", "times", "tribune", "herald", "journal"]
      .flatMap(phraseHashes))

  private static let article = phraseHashes("the")[0]
  private static let and = phraseHashes("and")[0]

  /// Whether a line at the end tells who the writer is: "Name Name is a reporter at …".
  func isBiography(_ index: Int) -> Bool {
    let line = tokens(of: index, limit: 60).filter { !$0.isMark }
    guard line.count >= 5, features[index].byteCount <= 600 else { return false }
    if let verb = line.prefix(5).firstIndex(where: { Self.coverage.contains($0.hash) }), verb >= 2,
      line[..<verb].allSatisfy({ isCapitalised($0) }), line[verb...].contains(where: isFor)
    {
      return true
    }
    guard let verb = line.prefix(6).firstIndex(where: { Self.verbs.contains($0.hash) }),
      verb >= 1, line[..<verb].allSatisfy({ isCapitalised($0) })
    else { return false }
    return line[verb...].prefix(14).contains { Self.professions.contains($0.hash) }
  }

  private func isCapitalised(_ token: Token) -> Bool {
    let byte = bytes[token.range.lowerBound]
    return byte &- 0x41 < 26 || byte >= 0xC3
  }

  private func isFor(_ token: Token) -> Bool { token.hash == Self.purpose }

  /// "Name Name writes about cities for The Paper."
  private static let coverage = Set(["writes", "covers"].flatMap(phraseHashes))
  private static let purpose = phraseHashes("for")[0]
  private static let verbs = Set(["is", "was"].flatMap(phraseHashes))
  private static let professions = Set(
    [
      "reporter", "correspondent", "editor", "writer", "columnist", "professor", "fellow",
      "journalist", "author", "contributor", "analyst", "scholar", "freelance", "host",
      "producer", "lecturer", "novelist", "historian", "president", "director",
    ].flatMap(phraseHashes))
}

/// The names in a byline, people first.
struct BylineNames {
  /// Each person, as written.
  private(set) var names: [String] = []
  private let bytes: [UInt8]

  /// Reads "By A and B, Paper"; no names where the line does not open so.
  init(_ range: Range<Int>, in bytes: [UInt8]) {
    self.bytes = bytes
    let line = tokens(in: range, of: bytes, limit: 40)
    guard let first = line.first, Self.openers.contains(first.hash), line.count >= 2 else { return }
    readNames(from: first.range.upperBound, to: range.upperBound)
  }

  /// Reads a list of names without an opening word.
  init(listIn bytes: [UInt8]) {
    self.bytes = bytes
    readNames(from: 0, to: bytes.count)
  }

  private static let openers = Set(["by", "von", "par", "por"].flatMap(phraseHashes))

  /// Splits at commas, "and" and the marks that part a name from what follows.
  private mutating func readNames(from start: Int, to end: Int) {
    var mayBeAffiliation = false
    for (part, separator) in parts(start..<end) {
      let isName = looksLikeName(part)
      if isName, !(mayBeAffiliation && separator == .comma) {
        names.append(String(decoding: bytes[part], as: UTF8.self))
      }
      if separator == .and { mayBeAffiliation = true }
      if separator == .stop || (!isName && names.isEmpty) { return }
    }
  }

  private enum Separator { case start, comma, and, stop }

  /// The parts of the list, each with what stands before it; ends at a mark or a lower-case word.
  private func parts(_ range: Range<Int>) -> [(Range<Int>, Separator)] {
    var found: [(Range<Int>, Separator)] = []
    var lower = range.lowerBound
    var separator = Separator.start
    var index = lower
    func close(at upper: Int) {
      let part = trimmed(lower..<upper, in: bytes)
      if !part.isEmpty { found.append((part, separator)) }
    }
    while index < range.upperBound {
      if let (width, kind) = separatorWidth(at: index, end: range.upperBound) {
        close(at: index)
        if kind == .stop { return found }
        lower = min(index + width, range.upperBound)
        separator = kind
        index = lower
      } else {
        index += 1
      }
    }
    close(at: range.upperBound)
    return found
  }

  private func separatorWidth(at index: Int, end: Int) -> (Int, Separator)? {
    switch bytes[index] {
    case 0x2C: return (1, .comma)
    case 0x26: return (1, .and)
    case 0x7C, 0x28, 0x2F, 0x2A: return (1, .stop)
    case 0xC2 where index + 1 < end && bytes[index + 1] == 0xB7: return (2, .stop)
    case 0x20:
      for word in [" and ", " und ", " et ", " y "] where matches(word, at: index, end: end) {
        return (word.utf8.count - 1, .and)
      }
      for word in [" at ", " in ", " for ", " of ", " with ", " • ", " — ", " - "]
      where matches(word, at: index, end: end) {
        return (1, .stop)
      }
      return nil
    default: return nil
    }
  }

  private func matches(_ word: String, at index: Int, end: Int) -> Bool {
    let width = word.utf8.count
    return index + width <= end && bytes[index..<(index + width)].elementsEqual(word.utf8)
  }

  /// Two to five capitalised words of which none belongs to an organisation.
  private func looksLikeName(_ part: Range<Int>) -> Bool {
    let words = tokens(in: part, of: bytes, limit: 8)
    guard (2...5).contains(words.count), part.count <= 60 else { return false }
    guard words.allSatisfy({ !$0.isMark && !Self.affiliations.contains($0.hash) }) else {
      return false
    }
    let upright = words.count {
      bytes[$0.range.lowerBound] &- 0x41 < 26 || bytes[$0.range.lowerBound] >= 0xC3
    }
    return upright >= 2 && upright * 2 > words.count
  }

  private static let affiliations = Set(
    [
      "press", "news", "times", "post", "wire", "staff", "writer", "reporter", "correspondent",
      "editor", "magazine", "reuters", "associated", "today", "journal", "herald", "tribune",
      "guardian", "agency", "service", "media", "network", "updated", "published",
    ].flatMap(phraseHashes))
}
