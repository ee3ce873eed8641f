// The title by vote: each witness gives its wording, wordings that differ only in marks and case
// count together, and the heaviest wins. The site's own name is cut from the end first.

import Markup

/// Chooses the title among what a page offers.
struct TitleVote {
  private var candidates: [(title: String, weight: Double)] = []
  /// Letters of the wordings that cannot hold the site's name.
  private var confirmed: Set<String> = []
  private let site: [String]
  /// Longer wordings are no titles, and not worth cutting.
  private static let mostBytes = 2_000

  /// - Parameter site: names of the site, which are no part of a title.
  init(site: [String]) { self.site = site.map(Self.letters).filter { !$0.isEmpty } }

  /// Adds a wording; nothing happens without one.
  mutating func add(_ title: String?, weight: Double, mayHoldSite: Bool = false) {
    guard let title else { return }
    var words = folded(Array(decodedTwice(title).utf8))
    guard words.utf8.count <= Self.mostBytes else { return }
    if mayHoldSite, !confirmed.contains(Self.letters(words)) { words = withoutSite(words) }
    let key = Self.letters(words)
    if !mayHoldSite { confirmed.insert(key) }
    guard !key.isEmpty, !site.contains(key), words.utf8.count <= 400 else { return }
    candidates.append((words, weight))
  }

  /// The wording most witnesses agree on; the first of equals.
  var winner: String? {
    var sums: [(key: String, title: String, weight: Double)] = []
    for candidate in candidates {
      let key = Self.letters(candidate.title)
      if let index = sums.firstIndex(where: { $0.key == key }) {
        sums[index].weight += candidate.weight
      } else {
        sums.append((key, candidate.title, candidate.weight))
      }
    }
    var best: (title: String, weight: Double)?
    for sum in sums where sum.weight > best?.weight ?? 0 { best = (sum.title, sum.weight) }
    return best?.title
  }

  /// Letters and digits in lower case.
  static func letters(_ title: String) -> String {
    // Asking Unicode about each letter took a thirtieth of the time of reading a page.
    if title.utf8.allSatisfy({ $0 < 0x80 }) { return plainLetters(title) }
    return String(
      String.UnicodeScalarView(
        title.lowercased().unicodeScalars.filter {
          $0.properties.isAlphabetic || $0.properties.numericType != nil
        }))
  }

  private static func plainLetters(_ title: String) -> String {
    let letters = title.utf8.compactMap { byte -> UInt8? in
      switch byte {
      case 0x41...0x5A: byte + 0x20
      case 0x61...0x7A, 0x30...0x39: byte
      default: nil
      }
    }
    return String(decoding: letters, as: UTF8.self)
  }

  /// Cuts "| The Paper" from the end and "The Paper:" from the start.
  private func withoutSite(_ title: String) -> String {
    var rest = title
    while let shorter = withoutOnePart(rest) { rest = shorter }
    return rest
  }

  /// The title without its last or first part where that is a site's; nil where none is.
  private func withoutOnePart(_ title: String) -> String? {
    for separator in [" | ", " – ", " — ", " - ", " :: ", " » ", " « ", " · ", " • ", ": "] {
      let parts = split(title, separator)
      guard parts.count > 1 else { continue }
      if let last = parts.last,
        isSite(last)
          || (separator != ": " && (isLabel(last, of: title) || isDomain(last)))
      {
        return parts.dropLast().joined(separator: separator)
      }
      if let first = parts.first, isSite(first) {
        return parts.dropFirst().joined(separator: separator)
      }
    }
    return nil
  }

  private func isSite(_ part: String) -> Bool {
    let key = Self.letters(part)
    return key.utf8.count >= 2
      && site.contains {
        $0 == key || ($0.utf8.count > 4 && (key.hasPrefix($0) || $0.hasPrefix(key)))
      }
  }

  /// "Example.com": an address is no title.
  private func isDomain(_ part: String) -> Bool {
    guard !part.utf8.contains(0x20), let point = part.lastIndex(of: "."), point > part.startIndex
    else { return false }
    return ["com", "org", "net", "de", "co", "uk", "fr", "es", "news"]
      .contains(part[point...].dropFirst().lowercased())
  }

  /// Whether a last part is so short beside the rest that it is a site or a section.
  private func isLabel(_ part: String, of title: String) -> Bool {
    part.split(separator: " ").count <= 4 && part.utf8.count * 3 < title.utf8.count
  }

  private func split(_ title: String, _ separator: String) -> [String] {
    let title = Array(title.utf8)
    let separator = Array(separator.utf8)
    var parts: [String] = []
    var start = 0
    var index = 0
    while index + separator.count <= title.count {
      if title[index] == separator[0],
        title[index..<(index + separator.count)].elementsEqual(separator)
      {
        parts.append(String(decoding: title[start..<index], as: UTF8.self))
        index += separator.count
        start = index
      } else {
        index += 1
      }
    }
    parts.append(String(decoding: title[start...], as: UTF8.self))
    return parts
  }
}

/// Text whose references were escaped twice, as attributes and JSON often are.
func decodedTwice(_ text: String) -> String {
  guard text.utf8.contains(0x26) else { return text }
  let tree = HTMLParser().parseFragment(Array(text.utf8), inside: .textarea)
  return tree.text(in: .document)
}
