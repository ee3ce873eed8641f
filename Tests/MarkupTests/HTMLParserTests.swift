import Testing

@testable import Markup

@Suite struct HTMLParserTests {
  private func parse(_ text: String) -> NodeTree {
    HTMLParser().parse(Array(text.utf8), transportEncoding: "utf-8")
  }

  @Test func textIsARangeOfTheSourceWhereNothingNeedsDecoding() throws {
    let tree = parse("<p>plain words</p>")
    let paragraph = try #require(tree.firstElement(.p))
    let text = try #require(tree.firstChild(of: paragraph))
    #expect(tree.textRange(of: text) == 3..<14)
    #expect(tree.sourceRange(of: paragraph) == 0..<18)
  }

  @Test func textWithReferencesIsJoinedBehindTheSource() throws {
    let tree = parse("<p>Tom &amp; Ann &lt;3</p>")
    let text = try #require(tree.firstElement(.p).flatMap { tree.firstChild(of: $0) })
    #expect(tree.string(tree.textRange(of: text)) == "Tom & Ann <3")
    #expect(tree.textRange(of: text).lowerBound >= tree.sourceCount)
    #expect(tree.string(tree.sourceRange(of: text)) == "Tom &amp; Ann &lt;3")
  }

  @Test func attributesAreFoundByNameWithTheirReferencesDecoded() throws {
    let tree = parse("<a HREF='?a=1&amp;b' data-own=x>y</a>")
    let link = try #require(tree.firstElement(.a))
    #expect(tree.string(of: .href, in: link) == "?a=1&b")
    #expect(tree.string(of: .title, in: link) == nil)
    let own = try #require(tree.name(spelled: "data-own"))
    #expect(tree.value(of: own, in: link).map { tree.string($0) } == "x")
  }

  @Test func placesCountLinesAndColumnsFromOne() {
    let tree = parse("a\r\nbé<p>")
    #expect(tree.place(of: 0) == (1, 1))
    #expect(tree.place(of: 5) == (2, 3))
  }

  @Test func aZeroByteIsDroppedInTextAndReplacedElsewhere() {
    #expect(parse("a\0b").dump().contains("\"ab\""))
    #expect(parse("<svg>a\0b").dump().contains("\"a\u{FFFD}b\""))
    #expect(parse("<p a\0=\0>").dump().contains("a\u{FFFD}=\"\u{FFFD}\""))
  }

  @Test func documentsWithoutADoctypeAreQuirky() {
    #expect(parse("<p>").isQuirky)
    #expect(!parse("<!doctype html><p>").isQuirky)
    #expect(parse("<!doctype html public '-//W3C//DTD HTML 3.2//EN'>").isQuirky)
  }

  @Test func everyKnownNameHasTheSameNumberInEveryTree() {
    for tag in Tag.allCases where tag != .other {
      #expect(NameTable.known.find(Array(tag.spelling.utf8)) == Name(Int(tag.rawValue)))
    }
    for attribute in KnownAttribute.allCases {
      #expect(NameTable.known.find(Array(attribute.rawValue.utf8)) == attribute.name)
    }
  }

  @Test func namesSurviveAsManyAsThereAre() {
    var table = NameTable.known
    let names = (0..<5000).map { table.intern(Array("name-\($0)".utf8)) }
    #expect(Set(names).count == 5000)
    #expect(table.intern(Array("name-17".utf8)) == names[17])
  }
}
