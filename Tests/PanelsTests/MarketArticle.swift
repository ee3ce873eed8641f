// An article for the panels of voices and figures: four voices, words that are no speech, a
// change from a base with a percentage that does not fit, a conversion, and numbers that are no
// figures. Invented throughout.

import Articles
import Excerpts
import Session

let marketReport: LoadedArticle = {
  var builder = ArticleBuilder()
  builder.add("Lantern market of Ostrel moves under a roof", role: .title)
  builder.add(
    "The lantern market will move indoors next spring, said Dora Venn, who has been market warden "
      + "since 2019. The old cattle hall, known in town as the “cold kitchen”, is to be its home.")
  builder.add(
    "Visits rose 60 percent in four years, to 3.9 million from 2.4 million, according to the "
      + "county tourist board. Last autumn two storms took the wind out of that.")
  builder.add(
    "A stall in the hall is seven metres (23 ft) long and rents for about €1,250 a season. Half "
      + "of the traders have signed. Room 12 stays empty for the fire brigade.")
  for paragraph in [
    "The hall was built for cattle and has a floor that can be hosed down, which the traders of "
      + "soup and of candles look forward to for different reasons.",
    "Its doors are wide enough for the carts that have always come down from the hills on the "
      + "first evening, and the carters have been promised that they still may.",
    "What will be missed is the sky. The market was a place to see one's breath by the light of "
      + "a few hundred lanterns, and a roof takes care of that too.",
  ] { builder.add(paragraph) }
  builder.add(
    "“We lost fourteen stalls in one night,” Ms Venn said. “Nobody wants to sweep that up again.”")
  builder.add(
    "“The roof will leak by November,” said Piet Oram, a trader in lamp oil. An official who "
      + "asked not to be named called the plan “long overdue”. A sign on the door says “Mind the "
      + "cow”.")
  return LoadedArticle(
    article: Article(
      id: ArticleID("market"),
      parsed: ParsedArticle(
        metadata: Metadata(
          title: "Lantern market of Ostrel moves under a roof",
          date: PublicationDate(year: 2026, month: 2, day: 3), site: "The Ostrel Lamp",
          address: "https://lamp.example/market"),
        document: builder.document)),
    excerpts: FoundExcerpts(
      quotes: builder.quotes,
      notSpeech: [
        NotSpeech(range: builder.range(of: "cold kitchen"), reason: "name")
      ], figures: builder.figures, rejectedNumbers: builder.rejectedNumbers))
}()

extension ArticleBuilder {
  fileprivate var quotes: [Quote] {
    let venn = Speaker(
      mention: range(of: "Ms Venn"), name: "Dora Venn", role: "market warden",
      introduction: range(of: "Dora Venn, who has been market warden"))
    let oram = Speaker(
      mention: range(of: "Piet Oram"), name: "Piet Oram", role: "trader in lamp oil",
      introduction: range(of: "Piet Oram, a trader in lamp oil"))
    let official = Speaker(
      mention: range(of: "An official who asked not to be named"), name: "an official",
      isAnonymous: true)
    return [
      Quote(
        range: range(of: "We lost fourteen stalls in one night,"), kind: .direct, utterance: 0,
        speaker: venn, cue: range(of: "said. “Nobody").prefix(4), confidence: 0.999),
      Quote(
        range: range(of: "Nobody wants to sweep that up again."), kind: .direct, utterance: 0,
        speaker: venn, confidence: 0.999),
      Quote(
        range: range(of: "The roof will leak by November,"), kind: .direct, utterance: 1,
        speaker: oram, cue: range(of: "said Piet").prefix(4), confidence: 0.999),
      Quote(
        range: range(of: "long overdue"), kind: .fragment, utterance: 2, speaker: official,
        cue: range(of: "called"), confidence: 0.8),
      Quote(range: range(of: "Mind the cow"), kind: .fragment, utterance: 3, confidence: 0.7),
    ]
  }

  fileprivate var figures: [Figure] {
    let board = range(of: "county tourist board")
    return [
      Figure(
        range: range(of: "60 percent"), phrase: range(of: "60 percent"), value: .exactly(60),
        unit: "percentage", change: .up, concept: range(of: "Visits")),
      Figure(
        range: range(of: "four years"), phrase: range(of: "four years"), value: .exactly(4),
        unit: "year"),
      Figure(
        range: range(of: "3.9 million"), phrase: range(of: "3.9 million"),
        value: .exactly(3_900_000), unit: "visit", concept: range(of: "Visits"), source: board,
        asOf: range(of: "in four years"), base: 2_400_000),
      Figure(
        range: range(of: "2.4 million"), phrase: range(of: "2.4 million"),
        value: .exactly(2_400_000), unit: "visit", concept: range(of: "Visits"), source: board),
      Figure(
        range: range(of: "seven metres"), phrase: range(of: "seven metres"), value: .exactly(7),
        unit: "metre", concept: range(of: "A stall")),
      Figure(
        range: range(of: "23 ft"), phrase: range(of: "23 ft"), value: .exactly(23),
        unit: "foot", conversionOf: 4),
      Figure(
        range: range(of: "€1,250"), phrase: range(of: "about €1,250 a season"),
        value: .exactly(1250), bound: .about, unit: "euro per season",
        concept: range(of: "A stall")),
      Figure(
        range: range(of: "Half"), phrase: range(of: "Half of the traders"), value: .exactly(0.5),
        counted: range(of: "the traders")),
      Figure(
        range: range(of: "fourteen"), phrase: range(of: "fourteen stalls"), value: .exactly(14),
        unit: "stall", counted: range(of: "stalls in one").prefix(6), source: range(of: "Ms Venn")),
    ]
  }

  fileprivate var rejectedNumbers: [RejectedNumber] {
    [
      RejectedNumber(range: range(of: "2019"), reason: .year),
      RejectedNumber(range: range(of: "12 stays").prefix(2), reason: .name),
    ]
  }
}

extension TextRange {
  /// The first so many bytes.
  fileprivate func prefix(_ count: Int) -> TextRange { TextRange(lowerBound, lowerBound + count) }
}
