import Articles
import Excerpts
import GoldenTesting
import Interchange
import Testing

@testable import LibraryStore

@Test(arguments: [
  ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
  ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
  (
    "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
    "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
  ),
])
func hashesAreThoseOfTheStandard(text: String, hex: String) {
  for pieces in [1, 3] {
    var hash = SHA256()
    let bytes = Array(text.utf8)
    let size = max(1, bytes.count / pieces)
    for start in stride(from: 0, to: bytes.count, by: size) {
      hash.add(bytes[start..<min(bytes.count, start + size)])
    }
    let digits = hash.finish().map { byte in
      (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }
    #expect(digits.joined() == hex)
  }
}

@Test func aMillionLettersHashAsTheStandardSays() {
  var hash = SHA256()
  for _ in 0..<1000 { hash.add([UInt8](repeating: 0x61, count: 1000)) }
  #expect(hash.finish().prefix(4) == [0xCD, 0xC7, 0x6E, 0x5C])
}

@Test func compressedBytesComeBack() {
  var generator = SeededGenerator(state: 3)
  for count in [0, 1, 100, 70_000] {
    let plain = (0..<count).map { _ in UInt8.random(in: 0...3, using: &generator) }
    #expect(decompressed(compressed(plain), size: count) == plain)
    let noise = (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
    #expect(decompressed(compressed(noise), size: count) == noise)
  }
  #expect(decompressed([1, 2, 3], size: 5) == nil)
  #expect(decompressed(compressed([1, 2, 3]), size: 1 << 40) == nil)
}

@Test(
  arguments: [
    ("https://www.courier.example/a/b/?utm_source=x&id=4#top", "courier.example/a/b?id=4"),
    ("HTTP://Courier.example:80/a", "courier.example/a"),
    ("https://m.courier.example/a/amp/", "courier.example/a"),
    ("https://courier.example/?b=2&a=1", "courier.example/?a=1&b=2"),
    ("https://courier.example/A?fbclid=q", "courier.example/A"),
    ("https://courier.example/", nil), ("https://courier.example", nil), ("mailto:a@b", nil),
    ("/local/path", nil), ("", nil), (nil, nil),
  ] as [(String?, String?)])
func addressesHaveOneForm(address: String?, canonical: String?) {
  #expect(canonicalAddress(address) == canonical)
}

@Test func likenessTellsVersionsFromOtherTexts() {
  let words = (0..<200).map { "word\($0 * 7 % 83)" }
  let one = Likeness(words.joined(separator: " "))
  var changed = words
  changed[20] = "other"
  changed[150] = "words"
  #expect(one.distance(to: Likeness(changed.joined(separator: ", "))) <= Likeness.sameStory)
  let other = (0..<200).map { "thing\($0 * 11 % 97)" }
  #expect(one.distance(to: Likeness(other.joined(separator: " "))) > Likeness.sameArticle - 8)
  #expect(titleKey("The Ferry, returns!") == titleKey("the ferry returns"))
  #expect(
    titleKey("The ferry returns to Selmouth | Selm Courier")
      == titleKey("The ferry returns to Selmouth"))
  #expect(titleKey("Trams") != titleKey("Ferries"))
  #expect(titleKey(nil) == 0)
}

@Test(
  arguments: [
    (
      "[1,2.5,-3e2,true,false,null,{\"b\":[{}],\"c\":[]}]",
      .array([
        .number(1), .number(2.5), .number(-300), .bool(true), .bool(false), .null,
        .object(["b": .array([.object([:])]), "c": .array([])]),
      ])
    ),
    ("7", .number(7)), ("0.1", .number(0.1)),
    ("12345678901234567890", .number(1.2345678901234567e19)),
    ("\"\"", .string("")), (" { \"a\" : [ ] } ", .object(["a": .array([])])),
    ("{\"a\":1,\"a\":2}", .object(["a": .number(2)])),
    ("\"a\\n\\t\\/\\u00e9\\ud83d\\ude42\\\\\"", .string("a\n\t/é🙂\\")),
    ("\"\\ud83d-\\ude42\"", .string("\u{FFFD}-\u{FFFD}")),
    ("[[[[]]]]", .array([.array([.array([.array([])])])])),
  ] as [(String, JSONValue)])
func jsonIsRead(text: String, value: JSONValue) throws {
  #expect(try JSONValue(Array(text.utf8)) == value)
}

@Test(arguments: [
  "", "[", "]", "[1", "[1,]", "{\"a\"}", "{\"a\":1,}", "[1}", "{\"a\":1]", "tru", "1 2", "\"a",
  "\"\\x\"", "\"\\u12g4\"", "[,1]", "{1:2}", "+1", "nul", "[1 2]",
  String(repeating: "[", count: 100_000),
])
func whatIsNoJSONIsRefused(text: String) {
  #expect(throws: JSONMistake.self) { try JSONValue(Array(text.utf8)) }
}

/// Random documents with every kind of block and inline.
private struct RandomDocuments {
  var generator: SeededGenerator
  var offset = 0

  private mutating func below(_ count: Int) -> Int { Int.random(in: 0..<count, using: &generator) }

  private mutating func range() -> TextRange {
    offset += 1
    return TextRange(offset, offset + below(20))
  }

  private mutating func maybe(_ range: TextRange) -> TextRange? { below(2) == 0 ? nil : range }

  private mutating func inlines(_ depth: Int) -> [Inline] {
    (0..<below(3)).map { _ in
      switch below(depth == 0 ? 4 : 7) {
      case 0: .text(range())
      case 1: .code(range())
      case 2: .lineBreak(range())
      case 3: .image(alt: range(), source: "a\"b")
      case 4: .emphasis(inlines(depth - 1))
      case 5: .strong(inlines(depth - 1))
      default: .link(inlines(depth - 1), destination: "https://x.example/é")
      }
    }
  }

  private mutating func content(_ depth: Int) -> BlockContent {
    switch below(depth == 0 ? 6 : 8) {
    case 0: .paragraph(inlines(2))
    case 1: .heading(level: 1 + below(6), inlines(1))
    case 2: .code(range(), language: below(2) == 0 ? nil : "swift")
    case 3:
      .table(
        Table(
          header: [inlines(1)], rows: [[inlines(0), inlines(1)], []],
          alignments: [.leading, .trailing]))
    case 4:
      .illustration(
        Illustration(
          alt: maybe(range()), caption: maybe(range()), credit: maybe(range()), address: "x",
          size: PictureSize(width: below(3) * 400, height: 300)))
    case 5: .rule
    case 6:
      .list(start: below(2) == 0 ? nil : 3, items: [ListItem(blocks(depth - 1)), ListItem([])])
    default: .quotation(blocks(depth - 1))
    }
  }

  mutating func blocks(_ depth: Int) -> [Block] {
    (0..<(1 + below(3))).map { _ in
      let role = BlockRole.allCases[below(BlockRole.allCases.count)]
      return Block(
        range(), role: role, reason: below(2) == 0 ? nil : "why", content: content(depth))
    }
  }
}

@Test(arguments: 0..<50)
func documentsComeBackFromJSON(seed: Int) throws {
  var random = RandomDocuments(generator: SeededGenerator(state: UInt64(seed)))
  let document = Document(
    text: "words", blocks: random.blocks(3),
    anchors: seed % 2 == 0 ? [:] : ["note \"é\"": 0, "": seed])
  let text = json { $0.blocks(of: document) }
  #expect(try JSONValue(Array(text.utf8)).document(of: "words") == document)
}

@Test func excerptsComeBackFromJSON() throws {
  let speaker = Speaker(
    mention: TextRange(1, 2), name: "Ana \"Å\"", role: "mayor", introduction: TextRange(3, 4),
    isAnonymous: true, via: TextRange(5, 6))
  let found = FoundExcerpts(
    quotes: [
      Quote(
        range: TextRange(1, 9), kind: .fragment, utterance: 3, speaker: speaker,
        cue: TextRange(0, 1), confidence: 1 / 3, candidates: [speaker]),
      Quote(range: TextRange(0, 0), kind: .headline, utterance: 0, confidence: 0),
    ],
    notSpeech: [NotSpeech(range: TextRange(4, 5), reason: "title")],
    figures: [
      Figure(
        range: TextRange(1, 2), phrase: TextRange(1, 5), value: .between(-0.1, 1e21),
        bound: .range, unit: "euro", change: .down, counted: TextRange(2, 3),
        concept: TextRange(3, 4), subject: TextRange(4, 5), source: TextRange(5, 6),
        asOf: TextRange(6, 7), base: 2.5, conversionOf: 0),
      Figure(range: TextRange(1, 2), phrase: TextRange(1, 5), value: .exactly(1e15)),
    ],
    rejectedNumbers: [RejectedNumber(range: TextRange(7, 8), reason: .year)],
    diagnostics: [Diagnostic("Too large.", line: 2, column: nil)])
  let text = json { $0.excerpts(found) }
  #expect(try JSONValue(Array(text.utf8)).excerpts() == found)
}

@Test func placesSortByDayAndThenByArticle() throws {
  func place(_ text: String, _ article: Int64) throws -> Place {
    let date = try #require(PublicationDate(iso: text))
    return Place(day: date, article: article)
  }
  #expect(try place("2026-04-15", 9).value < place("2026-04-16", 1).value)
  #expect(try place("2026-04-15", 1).value < place("2026-04-15", 2).value)
  #expect(try place("2026-04-15", 7).day.description == "2026-04-15")
  #expect(try place("1400-01-01", 7).day.description == "1800-01-01")
  #expect(try place("9000-01-01", 7).day.description == "2158-11-11")
  #expect(try place("9000-01-01", 1 << 30 - 1).key(65_535) > 0)
}
