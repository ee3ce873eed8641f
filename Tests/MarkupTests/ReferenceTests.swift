import Testing

@testable import Markup

@Suite struct ReferenceTests {
  private func decode(_ text: String, inAttribute: Bool = false) -> String? {
    let source = Array(text.utf8)
    guard
      let found = CharacterReference(in: source, at: 0, isInAttribute: inAttribute)
    else { return nil }
    var tail = TextTail(base: 0)
    tail.append(found)
    return String(decoding: tail.bytes + source[found.length...], as: UTF8.self)
  }

  @Test(arguments: [
    ("&amp;", "&"), ("&notin;x", "∉x"), ("&notit;", "¬it;"), ("&not", "¬"), ("&AMP", "&"),
    ("&CounterClockwiseContourIntegral;", "∳"), ("&nGt;", "\u{226B}\u{20D2}"),
    ("&zwnj;", "\u{200C}"), ("&AElig;", "Æ"), ("&#65;", "A"), ("&#x41", "A"), ("&#x1F600;", "😀"),
    ("&#0;", "\u{FFFD}"), ("&#128;", "€"), ("&#xD800;", "\u{FFFD}"),
    ("&#99999999999999999999;", "\u{FFFD}"),
  ])
  func referencesAreDecoded(_ source: String, _ text: String) {
    #expect(decode(source) == text)
  }

  @Test(arguments: ["&", "& ", "&;", "&unknown;", "&#", "&#;", "&#x;", "&hellip", "&#xg"])
  func whatIsNoReferenceIsLeftAlone(_ source: String) {
    #expect(decode(source) == nil)
  }

  @Test func addressesKeepTheirQueries() {
    #expect(decode("&copy=1", inAttribute: true) == nil)
    #expect(decode("&copy1", inAttribute: true) == nil)
    #expect(decode("&copy;=1", inAttribute: true) == "©=1")
    #expect(decode("&copy'", inAttribute: true) == "©'")
  }

  @Test func theTableHasEveryEntryOfTheStandard() {
    let entries = NamedReferenceTable.entries.split(separator: " ")
    #expect(entries.count == 2125)
    #expect(entries.filter { $0.contains("!") }.count == 106)
  }
}
