// Marks where nobody expects them: inside names, in heaps, unpaired. Whatever comes, the ranges are
// sound and nothing ends the program.

import Articles
import Excerpts
import Testing

@Suite struct QuotesInStrangePlaces {
  @Test(arguments: [
    "Joaqu\u{ED}n “El Largo” Gamb\u{F3}n escaped.",
    "CON “EL LARGO” GAMB\u{D3}N",
    "Van “de la Mar” Vos and the “Board of “Of the” Board” Board said so.",
    "the “Harbour and” Security Council said",
    "Ludwig ”von” Anden ‘der’ Grosse “da” Vinci",
  ])
  func aNameAroundMarksIsRead(text: String) {
    #expect(isSound(findExcerpts(in: Document(verbatim: text)), in: text))
  }

  @Test(arguments: [
    ("Orrin “The Tide” Vale said the harbour was shut.", "The Tide"),
    ("It was sold by Tilda “Boots” Marlow in May.", "Boots"),
    ("Nobody beats Orrin “the Tide” Vale.", "the Tide"),
  ])
  func aNicknameIsNoSpeech(text: String, nickname: String) {
    let document = Document(verbatim: text)
    let found = findExcerpts(in: document)
    #expect(found.quotes.isEmpty)
    #expect(found.notSpeech.map { document.words(in: $0.range) } == [Substring(nickname)])
    #expect(found.notSpeech.map(\.reason) == ["nickname"])
  }

  @Test(arguments: [
    "Orrin Vale said “The Tide Is In” and left.",
    "“We Never Sleep,” Orrin Vale said. “Never.”",
    "Vale asked “Why?” Marlow said nobody knew.",
  ])
  func speechBesideNamesIsNoNickname(text: String) {
    #expect(
      !findExcerpts(in: Document(verbatim: text)).notSpeech.contains { $0.reason == "nickname" })
  }

  /// Two thousand texts of words and marks thrown together.
  @Test func anyHeapOfWordsIsRead() {
    var state: UInt64 = 20_261_123
    func number(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
    for _ in 0..<2000 {
      let text = (0..<1 + number(30)).map { _ in
        Self.pieces[number(Self.pieces.count)] + (number(3) == 0 ? "" : " ")
      }.joined()
      #expect(
        isSound(findExcerpts(in: Document(verbatim: text)), in: text), "\(text.debugDescription)")
    }
  }

  private static let pieces = [
    "“", "”", "\"", "‘", "’", "'", "''", "«", "»", "„", ",", ".", "?", ":", "—", "(", ")", "\n\n",
    "said", "says", "told", "according to", "he", "she", "they", "the", "a", "of the", "and", "El",
    "de la", "von", "Van", "Orrin", "Vale", "MARLOW", "Council", "Security", "Mr", "Dr.", "critics",
    "officials", "spokesman", "in", "for", "&", "&c", "O'", "d'", "s'", "Marlow's", "tide", "shut",
    "Monday", "12", "4.5 million", "%", "$", "Dame", "\u{E9}", "漢字", "\u{200B}", "…", "- ", "•",
    "Will",
    "asked", "wrote", "whose", "one", "many", "her", "that", "not", "never",
  ]

  private func isSound(_ found: FoundExcerpts, in text: String) -> Bool {
    let whole = TextRange(0, text.utf8.count)
    let ranges =
      found.quotes.flatMap { quote in
        [
          quote.range, quote.cue, quote.speaker?.mention, quote.speaker?.via,
          quote.speaker?.introduction,
        ]
        .compactMap { $0 }
      } + found.notSpeech.map(\.range) + found.figures.map(\.range)
    return ranges.allSatisfy {
      $0.lowerBound >= 0 && $0.upperBound <= whole.upperBound && !$0.isEmpty
    }
      && zip(found.quotes, found.quotes.dropFirst()).allSatisfy {
        $0.range.upperBound <= $1.range.lowerBound
      }
  }
}
