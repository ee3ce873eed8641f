// Small articles made by hand for the tests of this target.

import Articles
import Excerpts
import Screen

@testable import Session

/// Builds a document block by block and remembers where things are.
struct SampleBuilder {
  var text = ""
  var blocks: [Block] = []

  mutating func add(
    _ words: String, role: BlockRole = .body, heading level: Int? = nil, reason: String? = nil
  ) {
    let start = text.utf8.count
    text += words
    let range = TextRange(start, text.utf8.count)
    let content: BlockContent =
      level.map { .heading(level: $0, [.text(range)]) } ?? .paragraph([.text(range)])
    blocks.append(Block(range, role: role, reason: reason, content: content))
    text += "\n\n"
  }

  var document: Document { Document(text: text, blocks: blocks) }

  /// The place of words that occur once.
  func range(of words: String) -> TextRange {
    let bytes = Array(text.utf8)
    let wanted = Array(words.utf8)
    let start = bytes.indices.first { bytes[$0...].starts(with: wanted) } ?? 0
    return TextRange(start, start + wanted.count)
  }
}

/// A short report with two quotes, two figures, two headings and one hidden block.
func harbourReport(id: String = "harbour") -> LoadedArticle {
  var builder = SampleBuilder()
  builder.add("Harbour bridge to close for a year", role: .title)
  builder.add("Work begins in spring.", role: .summary)
  builder.add("The plan", role: .heading, heading: 2)
  builder.add("“The bridge is tired,” said Mira Holm, the harbour engineer.")
  builder.add("About 12,000 cars cross it every day, the council says.")
  builder.add("Sign up for our letter", role: .promo, reason: "sign-up box")
  builder.add("What follows", role: .heading, heading: 2)
  for number in 1...40 {
    builder.add("Paragraph \(number) tells how the ferries will run while the road is shut.")
  }
  builder.add("“We will be patient,” a driver said. Repairs cost 3 million crowns.")
  let quotes = [
    Quote(
      range: builder.range(of: "The bridge is tired,"), kind: .direct, utterance: 0,
      speaker: Speaker(
        mention: builder.range(of: "Mira Holm"), name: "Mira Holm", role: "harbour engineer"),
      cue: builder.range(of: "said"), confidence: 0.97),
    Quote(
      range: builder.range(of: "We will be patient,"), kind: .direct, utterance: 1,
      confidence: 0.3),
  ]
  let figures = [
    Figure(
      range: builder.range(of: "12,000"), phrase: builder.range(of: "About 12,000 cars"),
      value: .exactly(12_000), bound: .about, counted: builder.range(of: "cars")),
    Figure(
      range: builder.range(of: "3 million"), phrase: builder.range(of: "3 million crowns"),
      value: .exactly(3_000_000), counted: builder.range(of: "crowns")),
  ]
  let parsed = ParsedArticle(
    metadata: Metadata(title: "Harbour bridge to close for a year", site: "The Quayside Post"),
    document: builder.document)
  return LoadedArticle(
    article: Article(id: ArticleID(id), parsed: parsed),
    excerpts: FoundExcerpts(quotes: quotes, figures: figures))
}

let sampleEntries = ["harbour", "ferry", "lamp"].map {
  ListEntry(id: ArticleID($0), title: "\($0).html", source: "\($0).html")
}

/// A state with three articles in the list, the first one open.
func openState(width: Int = 80, height: Int = 24) -> AppState {
  var state = listState(width: width, height: height)
  _ = press(&state, "<Enter>")
  _ = update(&state, .finished(.loaded(ArticleID("harbour"), harbourReport())))
  return state
}

/// A state with three articles in the list and none open.
func listState(width: Int = 80, height: Int = 24) -> AppState {
  AppState(
    size: Size(width: width, height: height), themeNames: ["paper", "night", "mono"],
    entries: sampleEntries)
}

/// Types keys in key notation; the effects of all.
func press(_ state: inout AppState, _ keys: String) -> [Effect] {
  KeyPress.sequence(keys).flatMap { update(&state, .key($0)) }
}

/// Types keys in key notation; the effects of all but the wish to be woken.
func answers(_ state: inout AppState, _ keys: String) -> [Effect] {
  press(&state, keys).filter { effect in
    if case .wake = effect { false } else { true }
  }
}
