import Testing

@testable import Markup

@Suite struct XMLScannerTests {
  private func scan(_ text: String) -> NodeTree { XMLScanner().scan(Array(text.utf8)) }

  @Test(arguments: [
    ("<a b='1'><c/>x</a>", "| <a>\n|   b=\"1\"\n|   <c>\n|   \"x\""),
    ("junk <?xml version='1.0'?><A>x</A> junk", "| <?xml version='1.0'>\n| <A>\n|   \"x\""),
    ("<a>AT&T &amp; &nbsp;&copy=1 &#65;&lt;</a>", "| <a>\n|   \"AT&T & \u{A0}&copy=1 A<\""),
    ("<a><![CDATA[<b>&amp;]]>c<!-- d --></a>", "| <a>\n|   \"<b>&amp;c\"\n|   <!--  d  -->"),
    ("<a><b>x<c>y</a><d/>", "| <a>\n|   <b>\n|     \"x\"\n|     <c>\n|       \"y\"\n| <d>"),
    ("<!DOCTYPE a [<!ENTITY e 'x'>]><a>&e;</a>", "| <a>\n|   \"&e;\""),
    (
      "<a b=1 c='2 d=\"&lt;\"><e f></a>",
      "| <a>\n|   b=\"1\"\n|   c=\"2 d=\"<\">\"\n|   <e>\n|     f=\"\""
    ),
    ("<a></b>1 < 2</a>", "| <a>\n|   \"1 < 2\""),
    ("<a\n<b>x</b></a>", "| <a>\n|   <b>\n|     \"x\""),
    ("<x:y x:z='1'/>", "| <x:y>\n|   x:z=\"1\""),
    ("<a>1\u{1}2</a>", "| <a>\n|   \"1\u{1}2\""),
    ("<a><![CDATA[open", "| <a>\n|   \"open\""),
    ("", ""),
  ])
  func documentsAreReadAsTheyWereMeant(_ text: String, _ dump: String) {
    #expect(scan(text).dump() == dump)
  }

  @Test func prefixesAreLookedUpAround() throws {
    let tree = scan("<r xmlns='d' xmlns:p='q'><i><p:t/></i></r>")
    let name = try #require(tree.name(spelled: "p:t"))
    let node = try #require(
      (0..<tree.nodeCount).map { NodeID($0) }.first { tree.name(of: $0) == name })
    #expect(tree.parts(of: name) == ("p", "t"))
    #expect(tree.namespaceAddress(ofPrefix: "p", at: node) == "q")
    #expect(tree.namespaceAddress(ofPrefix: "", at: node) == "d")
    #expect(tree.namespaceAddress(ofPrefix: "z", at: node) == nil)
  }

  @Test(
    arguments: [
      ("<?xml version='1.0' encoding='windows-1251'?><a>", [0xCF], "windows-1251", "П"),
      ("<?xml version='1.0' encoding='utf-8'?><a>", [0x93, 0xE9], "windows-1252", "“é"),
      ("<?xml version='1.0'?><a>é", [0xC3, 0xA9, 0xFF], "UTF-8", "éé\u{FFFD}"),
      ("<a>", [0x61], "UTF-8", "a"),
    ] as [(String, [UInt8], String, String)])
  func theEncodingIsDeclaredOrMade(
    _ start: String, _ bytes: [UInt8], _ encoding: String, _ text: String
  ) {
    let tree = XMLScanner().scan(Array(start.utf8) + bytes)
    #expect(tree.encoding == encoding)
    #expect(tree.text(in: .document) == text)
  }

  @Test func nestingStopsAtTheLimitAndTheTextStays() {
    let tree = scan(String(repeating: "<a>", count: 3000) + "kept")
    #expect(tree.text(in: .document) == "kept")
    #expect(tree.diagnostics.map(\.kind) == [.tooDeep])
  }

  @Test(arguments: HostilePages.all + ["<a b='c' d=e>&amp;<![CDATA[x]]><!--y--><?z a?></a>"])
  func aDocumentCutAnywhereEndsInATree(_ text: String) {
    let bytes = Array(text.utf8)
    for end in 0...bytes.count {
      #expect(XMLScanner().scan(Array(bytes[..<end])).nodeCount > 0)
    }
  }

  @Test(arguments: ["<", "&", "</a>", "<a>", "<a b=", "<![CDATA[]]>", "<?", "<!", "<a/>", "&#1;"])
  func anythingRepeatedEndsInATree(_ piece: String) {
    #expect(scan(String(repeating: piece, count: 3000)).nodeCount < 10_000)
  }
}
