import Articles
import Formats
import Testing

private let letter = """
  From: =?utf-8?q?Ann_L=C3=A9e?= <ann@mill.example>
  To: readers@mill.example
  Subject: =?UTF-8?B?VGhlIHdoZWVsIHR1cm5z?= =?utf-8?q?_again?=
  Date: Sun, 03 May 2026 08:00:00 +0200
  MIME-Version: 1.0
  Content-Type: multipart/alternative;
   boundary="=_mill"

  This is a message in parts.
  --=_mill
  Content-Type: text/plain; charset=iso-8859-1
  Content-Transfer-Encoding: quoted-printable

  The caf=E9 by the mill is open again, and the wheel turns as it did bef=
  ore the flood took it away.

  It closes at noon.
  --=_mill
  Content-Type: text/html; charset="koi8-r"
  Content-Transfer-Encoding: base64

  PHA+7cXM2M7Jw8Egz9TL0tnUwSDXIMTXxc7BxMPB1Mkg3sHTz9cg1dTSwSDJINDF0sXExczZ18HF
  1CDaxdLOzyDXxdPYIMTFztguPC9wPg==
  --=_mill--

  """

private func source(_ words: String, _ name: String = "-") -> SourceBytes {
  SourceBytes(bytes: Array(words.utf8), name: name)
}

@Test func mailIsKnownByItsFields() {
  #expect(detectFormat(of: source(letter)) == .mail)
  #expect(detectFormat(of: source("Subject: no\n\nFrom here on it is prose.")) == .plainText)
  #expect(detectFormat(of: source("Words.", "a.mhtml")) == .mail)
}

@Test func thePageOfALetterIsRead() throws {
  let article = try parse(source(letter))
  #expect(article.metadata.title == "The wheel turns again")
  #expect(article.metadata.byline == ["Ann Lée"])
  #expect(article.metadata.date?.description == "2026-05-03")
  #expect(article.document.text.contains("Мельница открыта"))
}

@Test func aLetterWithoutAPageGivesItsText() throws {
  let text = letter.replacing("text/html", with: "image/png")
  let article = try parse(source(text))
  #expect(article.document.text.contains("The café by the mill is open again, and the wheel"))
  #expect(article.document.text.contains("before the flood"))
  #expect(!article.document.text.contains("=_mill"))
}

@Test func aSavedPageKeepsItsAddress() throws {
  let page = """
    From: <Saved by Blink>
    Snapshot-Content-Location: https://mill.example/news/wheel
    Subject: Wheel
    MIME-Version: 1.0
    Content-Type: multipart/related; type="text/html"; boundary="b1"

    --b1
    Content-Type: text/html
    Content-Location: https://mill.example/news/wheel

    <title>A wheel turns</title><h1>A wheel turns</h1><article><p>The mill stands where the two \
    rivers meet, and it has ground flour there <a href="/map">for ever</a>.</p></article>
    --b1
    Content-Type: image/png
    Content-Transfer-Encoding: base64

    iVBORw0KGgo=
    --b1--
    """
  let article = try parse(source(page, "wheel.mhtml"))
  #expect(article.metadata.title == "A wheel turns")
  #expect(article.metadata.byline == [])
  #expect(article.metadata.address == "https://mill.example/news/wheel")
  var links: [String] = []
  article.document.walk { node, _ in
    if case .inline(.link(_, let address)) = node { links.append(address) }
  }
  #expect(links == ["https://mill.example/map"])
}

@Test func mailCutAnywhereIsReadOrRefused() {
  let bytes = Array(letter.utf8)
  for end in 0...bytes.count {
    let article = try? parse(SourceBytes(bytes: Array(bytes[..<end]), name: "cut.eml"))
    #expect(article?.document.isSound ?? true)
  }
}

@Test(arguments: ["iso-2022-jp", "\"ISO-2022-JP\"; format=flowed"])
func lettersInSevenBitsAreReadAsTheySay(_ charset: String) throws {
  let text = """
    From: Ann Lee <ann@mill.example>
    Subject: A greeting
    MIME-Version: 1.0
    Content-Type: text/plain; delsp=yes; charset=\(charset)

    \u{1B}$B$3$s$K$A$O\u{1B}(B
    """
  #expect(try parse(source(text)).document.text.contains("こんにちは"))
}

@Test func escapesThatNoEncodingExplainsStay() throws {
  let text = """
    From: Ann Lee <ann@mill.example>
    MIME-Version: 1.0
    Content-Type: text/plain; charset=iso-2022-jp

    The wheel is \u{1B}[1mgreen\u{1B}[0m – as before.
    """
  #expect(try parse(source(text)).document.text.contains("green\u{1B}[0m – as before."))
}

@Test(arguments: [(5, true), (200, false)])
func partsDeepInsidePartsAreRefused(_ depth: Int, _ isRead: Bool) {
  var text = "MIME-Version: 1.0\n"
  for level in 0..<depth {
    let boundary = "b\(1000 + level)"
    text += "Content-Type: multipart/mixed; boundary=\(boundary)\n\n--\(boundary)\n"
  }
  text += "Content-Type: text/plain\n\n"
  text += String(repeating: "The wheel turns and turns again.\n", count: 200_000 / 33)
  let article = try? parse(source(text, "deep.eml"))
  #expect((article != nil) == isRead)
  #expect(article?.document.text.hasPrefix("The wheel turns") ?? true)
}

@Test func partsWithinPartsEnd() throws {
  let deep = String(repeating: "Content-Type: multipart/mixed; boundary=b\n\n--b\n", count: 2000)
  #expect(throws: FormatError.self) { try parse(source("MIME-Version: 1.0\n" + deep, "deep.eml")) }
}
