// An article made by hand for the frames, with everything a frame can show. Invented throughout.

import Articles
import Excerpts
import Screen
import Session

/// A report with two speakers, an unclear one, four figures, a list, a caption and clutter.
let ferryReport: LoadedArticle = {
  var builder = ArticleBuilder()
  builder.add("Night ferries return to Selmouth after eleven years", role: .title)
  builder.add(
    "A trial until October is to show whether enough people want to cross.", role: .summary)
  builder.add(
    "Night ferries will cross the Selm estuary again from Friday, eleven years after the last "
      + "one was sold. “We kept the timetable in a drawer,” said Ines Harrow, who runs the port. "
      + "“I never quite gave up.”")
  builder.add(
    "More stories: the lamplighters of Quay Street", role: .related,
    reason: "pointer to another story")
  builder.add("A costly hour", role: .heading, heading: 2)
  builder.add(
    "Each crossing takes 55 minutes and costs the county about €4,200, according to the county "
      + "auditor. More than 1.3 million passengers used the day boats last year, up from 1.1 million."
  )
  builder.add(
    "Photograph of a white ferry at a pier: the Anna leaves Selmouth at dusk.", role: .caption)
  builder.add(
    "Not everybody is glad. “Nobody asked the people who live on the quay,” one resident wrote, "
      + "according to the council, and a second letter called the plan “a very loud experiment”.")
  builder.add("What comes next", role: .heading, heading: 2)
  builder.add(
    "The county will count passengers every night until October and decide before winter. Other "
      + "ports along the coast have asked to see the numbers, and two of them have said that they "
      + "would follow if the boats are even half full.")
  builder.add(
    "The last night boat, in a wet November, carried nine people, a dog and a piano. Its captain "
      + "has been asked to steer the first one on Friday and has said yes.")
  builder.add("Sign up for the harbour letter", role: .promo, reason: "sign-up box")
  let harrow = Speaker(
    mention: builder.range(of: "Ines Harrow"), name: "Ines Harrow", role: "who runs the port")
  let quotes = [
    Quote(
      range: builder.range(of: "We kept the timetable in a drawer,"), kind: .direct, utterance: 0,
      speaker: harrow, cue: builder.range(of: "said"), confidence: 0.97),
    Quote(
      range: builder.range(of: "I never quite gave up."), kind: .direct, utterance: 0,
      speaker: harrow, confidence: 0.95),
    Quote(
      range: builder.range(of: "Nobody asked the people who live on the quay,"), kind: .direct,
      utterance: 1,
      speaker: Speaker(
        mention: builder.range(of: "one resident"), name: "one resident", isAnonymous: true,
        via: builder.range(of: "the council")),
      cue: builder.range(of: "wrote"), confidence: 0.8),
    Quote(
      range: builder.range(of: "a very loud experiment"), kind: .fragment, utterance: 2,
      confidence: 0.3, candidates: [harrow]),
  ]
  let figures = [
    Figure(
      range: builder.range(of: "55 minutes"), phrase: builder.range(of: "55 minutes"),
      value: .exactly(55), concept: builder.range(of: "Each crossing")),
    Figure(
      range: builder.range(of: "€4,200"), phrase: builder.range(of: "about €4,200"),
      value: .exactly(4200), bound: .about, source: builder.range(of: "the county auditor")),
    Figure(
      range: builder.range(of: "1.3 million"),
      phrase: builder.range(of: "More than 1.3 million passengers"),
      value: .exactly(1_300_000), bound: .above, counted: builder.range(of: "passengers"),
      concept: builder.range(of: "the day boats"), asOf: builder.range(of: "last year")),
    Figure(
      range: builder.range(of: "1.1 million"), phrase: builder.range(of: "1.1 million"),
      value: .exactly(1_100_000)),
  ]
  let metadata = Metadata(
    title: "Night ferries return to Selmouth after eleven years", byline: ["Tove Almquist"],
    date: PublicationDate(year: 2026, month: 4, day: 15), site: "The Selm Courier")
  return LoadedArticle(
    article: Article(
      id: ArticleID("ferries"),
      parsed: ParsedArticle(metadata: metadata, document: builder.document)),
    excerpts: FoundExcerpts(quotes: quotes, figures: figures))
}()

/// Builds a document block by block and finds words in it again.
struct ArticleBuilder {
  private var text = ""
  private var blocks: [Block] = []

  mutating func add(
    _ words: String, role: BlockRole = .body, heading level: Int? = nil, reason: String? = nil
  ) {
    let range = TextRange(text.utf8.count, text.utf8.count + words.utf8.count)
    text += words + "\n\n"
    let content: BlockContent =
      level.map { .heading(level: $0, [.text(range)]) } ?? .paragraph([.text(range)])
    blocks.append(Block(range, role: role, reason: reason, content: content))
  }

  var document: Document { Document(text: text, blocks: blocks) }

  /// The first place of some words.
  func range(of words: String) -> TextRange {
    let bytes = Array(text.utf8)
    let wanted = Array(words.utf8)
    let start = bytes.indices.first { bytes[$0...].starts(with: wanted) } ?? 0
    return TextRange(start, start + wanted.count)
  }
}

/// A list of five, surveyed but for the last.
let sampleEntries: [ListEntry] = [
  ListEntry(ferryReport, source: "ferries.html"),
  entry("orchard", "The orchard that moved uphill", "Northfold Review", 7, 9, 4),
  entry("tram", "Trams to run every four minutes, says the operator", "City Desk", 2, 1, 12),
  entry("clock", "A clock that nobody dares to set", "The Selm Courier", 11, 0, 0, isRead: true),
  ListEntry(id: ArticleID("notes.md"), title: "notes.md", source: "notes.md"),
]

private func entry(
  _ id: String, _ title: String, _ source: String, _ minutes: Int, _ quotes: Int, _ figures: Int,
  isRead: Bool = false
) -> ListEntry {
  ListEntry(
    id: ArticleID(id), title: title, source: source,
    counts: ListEntry.Counts(minutes: minutes, quotes: quotes, figures: figures), isRead: isRead)
}

/// The state after some keys, with the report there as soon as it is asked for.
func state(
  _ size: Size, keys: String, entries: [ListEntry] = sampleEntries,
  report: LoadedArticle = ferryReport
) -> AppState {
  var state = AppState(
    size: size, themeNames: ["paper", "night", "newsprint", "mono"], entries: entries)
  for key in KeyPress.sequence(keys) {
    for effect in update(&state, .key(key)) {
      if case .load(let id, _) = effect { _ = update(&state, .finished(.loaded(id, report))) }
      if case .wake = effect { _ = update(&state, .woken) }
    }
  }
  return state
}
