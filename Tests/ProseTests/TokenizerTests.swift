import Prose
import Testing

private func tokens(_ text: String) -> [(words: String, token: Lexeme)] {
  let bytes = Array(text.utf8)
  var tokenizer = Tokenizer(bytes)
  _ = tokenizer.split(0..<bytes.count)
  return tokenizer.tokens.map {
    (String(decoding: bytes[$0.start..<$0.end], as: UTF8.self), $0)
  }
}

@Test(arguments: [
  ("He didn't go.", "He|didn't|go|."),
  ("Trump's plan", "Trump|'s|plan"),
  ("the workers' plan", "the|workers|'|plan"),
  ("U.S. forces", "U.S.|forces"),
  ("Sen. Ana Ruiz", "Sen.|Ana|Ruiz"),
  ("J. K. Ito — 1,000.5", "J.|K.|Ito|—|1,000.5"),
  ("a 27-year-old", "a|27-year-old"),
  ("“Oui”, dit-elle…", "“|Oui|”|,|dit-elle|…"),
])
func textIsSplitIntoTokens(text: String, expected: String) {
  #expect(tokens(text).map(\.words).joined(separator: "|") == expected)
}

@Test(arguments: [
  ("It rained. We left.", 2), ("“Why?” he asked.", 1), ("Mr. Ito left.", 1),
  ("It rained … and we left.", 1), ("He said: “Go.” She went.", 2),
])
func sentencesEndWhereAnotherCanStart(text: String, count: Int32) {
  #expect(Set(tokens(text).map(\.token.sentence)).count == Int(count))
}

@Test func wordsAreKnownInAnyCase() {
  #expect(tokens("SAID Said said").allSatisfy { $0.token.classes.contains(.speechVerb) })
  #expect(Set(tokens("Élan élan").map(\.token.hash)).count == 1)
}

@Test func everyByteOfAWordIsInOneToken() {
  let text = "“Ünïcode — 5 % of 'it', isn’t it?” 𝒜 \u{200B}end"
  let found = tokens(text)
  for (one, next) in zip(found, found.dropFirst()) {
    #expect(one.token.end <= next.token.start)
  }
  #expect(found.last?.words == "end")
}
