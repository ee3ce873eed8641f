import Articles
import GoldenTesting

/// Makes articles of every shape out of everything that is hard to set.
struct RandomArticle {
  private var random: SeededGenerator
  private var draft = Draft()

  private static let pieces = [
    "word", "a", "incomprehensibilities", "well-known", "either/or", "1931", "3.8%", "—", "–", "-",
    "漢字", "仮名、", "「字」", "한국어", "e\u{301}", "\u{301}", "\u{301}\u{302}\u{303}", "👩‍👩‍👧", "👍🏽", "❤️",
    "🇫🇷", "🇩", "\u{200D}", "\u{200B}", "\u{AD}", "\u{FE0F}", "\u{600}", "\u{600}1", "क्षत्रि",
    "\u{1B}", "\u{9B}", "\u{202E}", "\u{A0}", "\u{3000}", "\u{2028}", "\u{85}", "\r\n", "“said”",
    "\u{1100}", "\u{1161}", "가", "\u{FF9E}", "\u{E000}", "\u{1F9EC}", "ـ", "مرحبا", "\u{0}", "•",
  ]
  private static let blanks = [" ", " ", " ", " ", "", "", "  ", "\n", "\t", "\n\n ", "\r"]

  init(seed: UInt64) { random = SeededGenerator(state: seed) }

  mutating func article() -> Article {
    draft.metadata.title = chance(2) ? "A title 漢字" : nil
    draft.metadata.byline = chance(2) ? ["A. Writer"] : []
    for _ in 0..<Int.random(in: 0...6, using: &random) { addBlock() }
    return draft.article
  }

  private mutating func chance(_ one: Int) -> Bool { Int.random(in: 0..<one, using: &random) == 0 }

  private mutating func addBlock() {
    let roles: [BlockRole] = [.body, .body, .body, .summary, .heading, .title, .promo, .byline]
    let role = roles.randomElement(using: &random) ?? .body
    var block = self.block(depth: 0)
    block.role = role
    if chance(3) { block.reason = "clutter" }
    draft.blocks.append(block)
    if chance(2) { _ = draft.words("\n") }
  }

  private mutating func words() -> TextRange {
    let start = draft.text.utf8.count
    for _ in 0..<Int.random(in: 0...9, using: &random) {
      _ = draft.words(Self.pieces.randomElement(using: &random) ?? "")
      _ = draft.words(Self.blanks.randomElement(using: &random) ?? "")
    }
    return TextRange(start, draft.text.utf8.count)
  }

  private mutating func inlines(depth: Int = 0) -> [Inline] {
    (0..<Int.random(in: 0...4, using: &random)).map { _ in
      switch Int.random(in: 0..<(depth > 2 ? 4 : 7), using: &random) {
      case 0, 1: .text(words())
      case 2: .code(words())
      case 3: chance(2) ? .lineBreak(draft.words("\n")) : .image(alt: words(), source: "a.png")
      case 4: .emphasis(inlines(depth: depth + 1))
      case 5: .strong(inlines(depth: depth + 1))
      default: .link(inlines(depth: depth + 1), destination: "https://example.org")
      }
    }
  }

  private mutating func block(depth: Int) -> Block {
    let start = draft.text.utf8.count
    let content = self.content(Int.random(in: 0..<(depth > 3 ? 6 : 10), using: &random), depth)
    return Block(TextRange(start, draft.text.utf8.count), role: .body, content: content)
  }

  private mutating func blocks(_ depth: Int) -> [Block] {
    (0..<Int.random(in: 0...3, using: &random)).map { _ in block(depth: depth + 1) }
  }

  private mutating func content(_ kind: Int, _ depth: Int) -> BlockContent {
    switch kind {
    case 0, 1: .paragraph(inlines())
    case 2: .heading(level: Int.random(in: 1...6, using: &random), inlines())
    case 3: .code(words(), language: nil)
    case 4:
      .illustration(
        Illustration(
          alt: chance(2) ? words() : nil, caption: chance(2) ? words() : nil,
          credit: chance(2) ? words() : nil))
    case 5: .rule
    case 6:
      .table(
        Table(
          header: (0..<Int.random(in: 0...3, using: &random)).map { _ in inlines() },
          rows: (0..<Int.random(in: 0...3, using: &random)).map { _ in
            (0..<Int.random(in: 0...4, using: &random)).map { _ in inlines() }
          }, alignments: [.trailing, .center]))
    case 7: .quotation(blocks(depth))
    default:
      .list(
        start: chance(2) ? 9 : nil,
        items: (0..<Int.random(in: 0...3, using: &random)).map { _ in ListItem(blocks(depth)) })
    }
  }
}
