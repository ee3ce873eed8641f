import Articles
import Excerpts
import Formats
import LibraryStore

/// Any number of small articles, the same on every machine: about 500 words each of a vocabulary of
/// thousands in which few words are common and most are rare, as in any language; with quotations,
/// speakers, figures, sources and dates. Everything in them is invented.
struct InventedArticles: Sendable {
  private let vocabulary: [String]
  private let people: [String]

  init() {
    var chance = Chance(seed: 99)
    let starts = [
      "b", "br", "c", "d", "dr", "f", "g", "h", "k", "l", "m", "n", "p", "s", "st", "t",
    ]
    let middles = ["a", "e", "i", "o", "u", "ai", "ea", "ou"]
    let ends = ["l", "m", "n", "r", "s", "t", "ck", "nd", "rt", "ss"]
    func syllable() -> String { chance.pick(starts) + chance.pick(middles) + chance.pick(ends) }
    vocabulary = (0..<20_000).map { rank in
      (0..<(rank < 200 ? 1 : chance.number(1, 3))).map { _ in syllable() }.joined()
    }
    people = (0..<800).map { _ in "\(syllable()) \(syllable())\(syllable())".capitalised }
  }

  /// One article, made ready for a library.
  func prepared(_ number: Int) -> PreparedAddition {
    var chance = Chance(seed: UInt64(number) &* 2_654_435_761 &+ 1)
    let title = "\(sentence(5, &chance)) \(number)"
    let text = (0..<12).map { _ in paragraph(&chance) }.joined(separator: "\n\n")
    let bytes = Array("\(title)\n\n\(text)\n".utf8)
    let name = "/bench/\(number % 50)/\(number).txt"
    var parsed =
      (try? parse(SourceBytes(bytes: bytes, name: name)))
      ?? ParsedArticle(metadata: Metadata(), document: Document(verbatim: text))
    parsed.metadata.title = title
    parsed.metadata.date = PublicationDate(dayNumber: 19_000 + chance.number(0, 1500))
    parsed.metadata.site = "The \(vocabulary[number % 50].capitalised) Post"
    parsed.metadata.address = "https://post\(number % 50).example/\(number)"
    let found = findExcerpts(in: parsed.document, date: parsed.metadata.date)
    return PreparedAddition(
      Addition(parsed: parsed, excerpts: found, original: bytes, origin: name))
  }

  /// The word of a rank: 0 is in nearly every article, the last ones in few.
  func word(_ rank: Int) -> String { vocabulary[rank] }

  /// Somebody who is quoted.
  func person(_ number: Int) -> String { people[number] }

  private func paragraph(_ chance: inout Chance) -> String {
    (0..<chance.number(2, 4)).map { _ in
      switch chance.number(0, 9) {
      case 0, 1: "“\(sentence(9, &chance)),” said \(chance.pick(people))."
      case 2, 3:
        "\(sentence(4, &chance)) cost \(chance.number(1, 900)).\(chance.number(1, 9)) million "
          + "\(word(&chance)) in \(chance.number(1990, 2026))."
      case 4: "\(sentence(5, &chance)) rose \(chance.number(1, 60))% to £\(chance.number(3, 90))bn."
      default: "\(sentence(12, &chance)), and \(sentence(6, &chance).lowercased())."
      }
    }.joined(separator: " ")
  }

  private func sentence(_ count: Int, _ chance: inout Chance) -> String {
    (0..<count).map { _ in word(&chance) }.joined(separator: " ").capitalised
  }

  /// A word, the one of rank n about n times rarer than the first.
  private func word(_ chance: inout Chance) -> String {
    var rank = vocabulary.count
    for _ in 0..<3 { rank = chance.number(0, rank) }
    return vocabulary[min(rank, vocabulary.count - 1)]
  }
}

extension String {
  fileprivate var capitalised: String {
    split(separator: " ").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined(separator: " ")
  }
}

/// Numbers that look like chance and are the same each time.
struct Chance {
  private var seed: UInt64

  init(seed: UInt64) { self.seed = seed }

  /// A number from low to high.
  mutating func number(_ low: Int, _ high: Int) -> Int {
    seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return low + Int(seed >> 33) % (high - low + 1)
  }

  mutating func pick(_ words: [String]) -> String { words[number(0, words.count - 1)] }
}
