import Formats
import Testing

@Test func namesAndContentTellTheFormat() {
  #expect(detectFormat(of: SourceBytes(bytes: Array("Words.".utf8), name: "a.txt")) == .plainText)
}
