import Testing

@testable import Markup

@Suite struct EncodingTests {
  private func tree(_ bytes: [UInt8], _ transport: String? = nil) -> NodeTree {
    HTMLParser().parse(bytes, transportEncoding: transport)
  }

  @Test(
    arguments: [
      ("windows-1252", [0x93, 0xE9, 0x94, 0x80, 0x81], "“é”€\u{81}"),
      ("iso-8859-1", [0x93], "“"),
      ("windows-1251", [0xCF, 0xF0, 0xE8], "При"),
      ("iso-8859-2", [0xB1, 0xE8], "ąč"),
      ("iso-8859-15", [0xA4], "€"),
      ("windows-1253", [0xC1, 0xD2], "Α\u{FFFD}"),
      ("koi8-r", [0xF0, 0xD2], "Пр"),
      ("koi8-u", [0xA4, 0xAE], "єў"),
      ("x-mac-cyrillic", [0x80], "А"),
      ("macintosh", [0x8E], "é"),
      ("shift_jis", [0x93, 0xFA, 0x96, 0x7B, 0xB1], "日本ｱ"),
      ("euc-jp", [0xC6, 0xFC, 0xCB, 0xDC], "日本"),
      ("iso-2022-jp", [0x1B, 0x24, 0x42, 0x46, 0x7C, 0x1B, 0x28, 0x42, 0x61], "日a"),
      ("euc-kr", [0xC7, 0xD1, 0xB1, 0xDB], "한글"),
      ("gb2312", [0xD6, 0xD0, 0xCE, 0xC4], "中文"),
      ("gb18030", [0x81, 0x30, 0x81, 0x30, 0x80], "\u{80}€"),
      ("big5", [0xA4, 0xA4, 0xA4, 0xE5], "中文"),
      ("utf-16le", [0x41, 0, 0x3D, 0xD8, 0, 0xDE], "A\u{1F600}"),
      ("utf-16be", [0, 0x41, 0xD8, 0x3D, 0, 0x42, 0x41], "A\u{FFFD}B\u{FFFD}"),
      ("x-user-defined", [0x80], "\u{F780}"),
    ] as [(String, [UInt8], String)])
  func eachEncodingIsRead(_ label: String, _ bytes: [UInt8], _ text: String) {
    let tree = tree(bytes, label)
    #expect(Array(tree.text(in: .document).unicodeScalars) == Array(text.unicodeScalars))
  }

  @Test(
    arguments: [
      ([0x61, 0x80, 0x62], "a\u{FFFD}b"),
      ([0xE2, 0x82, 0x41], "\u{FFFD}A"),
      ([0xF0, 0x9F, 0x98], "\u{FFFD}"),
      ([0xED, 0xA0, 0x80], "\u{FFFD}\u{FFFD}\u{FFFD}"),
      ([0xC0, 0xAF], "\u{FFFD}\u{FFFD}"),
      ([0x0D, 0x0A, 0x78, 0x0D, 0x79], "x\ny"),
    ] as [([UInt8], String)])
  func brokenUTF8IsRepaired(_ bytes: [UInt8], _ text: String) {
    #expect(tree(bytes, "utf-8").text(in: .document) == text)
  }

  @Test func aBrokenLeadByteDoesNotSwallowTheTagBehindIt() {
    for label in ["shift_jis", "euc-jp", "euc-kr", "big5", "gbk"] {
      let tree = tree([0x61, 0x81] + Array("<b>x</b>".utf8), label)
      #expect(tree.firstElement(.b) != nil, "\(label)")
      #expect(tree.diagnostics.isEmpty)
    }
  }

  @Test func theMarkCountsMostThenTheTransportThenThePage() {
    let page = Array("<meta charset=iso-8859-2>".utf8)
    #expect(tree(page).encoding == "ISO-8859-2")
    #expect(tree(page, "koi8-r").encoding == "KOI8-R")
    #expect(tree([0xEF, 0xBB, 0xBF] + page, "koi8-r").encoding == "UTF-8")
    #expect(tree([0xFF, 0xFE, 0x61, 0x00]).text(in: .document) == "a")
  }

  @Test func aLateDeclarationIsStillFollowed() {
    let late = "<!--" + String(repeating: "x", count: 2000) + "--><meta charset=windows-1251>"
    let tree = tree(Array(late.utf8) + [0xCF])
    #expect(tree.encoding == "windows-1251")
    #expect(tree.text(in: .document) == "П")
  }

  @Test func undeclaredBytesAreGuessed() {
    #expect(tree(Array("é".utf8)).encoding == "UTF-8")
    #expect(tree([0xE9]).encoding == "windows-1252")
    #expect(tree([0x3C, 0, 0x68, 0, 0x3E, 0]).encoding == "UTF-16LE")
  }

  @Test func anUnknownLabelIsTold() {
    let tree = tree(Array("x".utf8), "klingon")
    #expect(tree.diagnostics.map(\.kind) == [.unknownEncoding])
  }

  @Test func everyLabelMeansAnEncodingTheSystemCanConvert() {
    for encoding in Encoding.allCases {
      #expect(!Decoder.decode([0x61], as: encoding).isUnreadable, "\(encoding)")
    }
  }
}
