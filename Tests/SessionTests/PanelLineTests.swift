import Articles
import Excerpts
import Foundation
import Screen
import Testing

@testable import Session

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

@Test func aColonThatReportsIsNotShown() throws {
  let text = "Harrow: “The clock was slow.” Then said Venn: “It was not.”"
  func range(_ words: String) -> TextRange {
    let start = text.range(of: words)?.lowerBound ?? text.startIndex
    let lower = text.utf8.distance(from: text.startIndex, to: start)
    return TextRange(lower, lower + words.utf8.count)
  }
  func quote(_ words: String, cue: String, utterance: Int) -> Quote {
    Quote(
      range: range(words), kind: .direct, utterance: utterance, cue: range(cue), confidence: 1)
  }
  let loaded = LoadedArticle(
    article: Article(
      id: ArticleID("a"),
      parsed: ParsedArticle(metadata: Metadata(), document: Document(verbatim: text))),
    excerpts: FoundExcerpts(quotes: [
      quote("The clock was slow.", cue: ":", utterance: 0),
      quote("It was not.", cue: "said", utterance: 1),
    ]))
  let cues = SidePanel.quotes.items(loaded, PanelChoices()).map { item in
    item.lines.filter { $0.role == .cue }.map(\.text)
  }
  #expect(cues == [[], ["said"]])
}
