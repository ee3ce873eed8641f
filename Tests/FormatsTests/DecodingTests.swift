import Articles
import Formats
import Testing

private func parsed(_ bytes: [UInt8]) throws -> ParsedArticle {
  try parse(SourceBytes(bytes: bytes, name: "a.txt"))
}

private let words = "Café — “ten pence”\n\nZwölf."

private let spellings: [[UInt8]] = [
  Array(words.utf8), [0xEF, 0xBB, 0xBF] + Array(words.utf8),
  [0xFF, 0xFE] + sixteenBits(words, isBigEndian: false),
  [0xFE, 0xFF] + sixteenBits(words, isBigEndian: true),
  Array(words.replacing("\n", with: "\r\n").utf8), Array(words.replacing("\n", with: "\r").utf8),
]

private func sixteenBits(_ words: String, isBigEndian: Bool) -> [UInt8] {
  words.utf16.reduce(into: []) { bytes, unit in
    let pair = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
    bytes += isBigEndian ? pair : pair.reversed()
  }
}

@Test(arguments: spellings)
func encodingsAndLineEndsGiveOneText(_ bytes: [UInt8]) throws {
  let article = try parsed(bytes)
  #expect(article.document.text == words)
  #expect(article.diagnostics.isEmpty)
}

@Test func unmarkedUTF16IsFoundByItsNULs() throws {
  let bytes = sixteenBits("Plain words in sixteen bits.", isBigEndian: false)
  #expect(try parsed(bytes).document.text == "Plain words in sixteen bits.")
}

@Test func bytesThatAreNotUTF8AreWindows1252() throws {
  let article = try parsed([0x41, 0x0A, 0x93, 0x43, 0x61, 0x66, 0xE9, 0x94, 0x20, 0x80])
  #expect(article.document.text == "A\n“Café” €")
  #expect(
    article.diagnostics == [
      Diagnostic("The text is not UTF-8 and was read as windows-1252.", line: 2, column: 1)
    ])
}

@Test func strayBytesInUTF8AreReplacedAndPlaced() throws {
  let article = try parsed(Array("Café naïve\r\nné ".utf8) + [0xFF] + Array("où".utf8))
  #expect(article.document.text == "Café naïve\nné \u{FFFD}où")
  let note = try #require(article.diagnostics.first)
  #expect((note.line, note.column) == (2, 4))
  #expect(article.diagnostics.count == 1)
}

@Test func fewNULsAreReplacedAndManyAreRefused() throws {
  let article = try parsed(Array("One\u{0}two.".utf8))
  #expect(article.document.text == "One\u{FFFD}two.")
  #expect(article.diagnostics.first?.column == 4)
  let many = Array("a\u{0}\u{0}b".utf8) + Array(repeating: 0, count: 20)
  #expect(throws: FormatError.unreadable(name: "a.txt", format: .binary)) { try parsed(many) }
}

@Test func inputBeyondTheLimitIsCutAndSaysSo() throws {
  let line = Array("The same words stand on every line of this long text, é and all.\n".utf8)
  var source = SourceBytes(bytes: [], name: "a.txt")
  source.limit = 2 << 20
  while source.bytes.count <= source.limit { source.bytes += line }
  let article = try parse(source)
  #expect(article.document.text.utf8.count <= source.limit)
  #expect(
    article.diagnostics.first?.message
      == "Only the first 2 MB are shown. To read the rest, split it: split -b 60M a.txt")
}

@Test(
  arguments: [
    "text/plain; format=flowed; charset=macintosh", "text/plain;charset=\"Macintosh\"",
    "text/plain; charset = macintosh ; delsp=yes",
  ])
func theDeclaredEncodingIsFoundByItsName(_ type: String) throws {
  let bytes: [UInt8] = [0x43, 0x61, 0x66, 0x8E]
  let article = try parse(SourceBytes(bytes: bytes, name: "a.txt", declaredType: type))
  #expect(article.document.text == "Café")
}
