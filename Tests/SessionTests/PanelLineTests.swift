import Screen
import Session
import Testing

@Test func anyWhiteSpaceInAPanelIsOneBlank() {
  let blanks = (0...0x10FFFF).lazy.compactMap(UnicodeScalar.init)
    .filter(\.properties.isWhitespace)
  for blank in blanks {
    #expect(PanelLine("“a\(blank)£b”", .body).text == "“a £b”", "\(blank.value)")
  }
}

@Test(arguments: ["", " ", " a", "a ", "a  b", "a b", "£ “é” ○ ჩ は", "\n", "a\r\nb"])
func aPanelLineIsItsWords(_ words: String) {
  let expected = words.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  #expect(PanelLine(words, .body).text == expected)
}
