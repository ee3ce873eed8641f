import Testing

@testable import Excerpts
@testable import Prose

@Test(arguments: KnownWord.allCases)
func knownWordsHaveTheHashesOfTheirNames(_ word: KnownWord) {
  #expect(word.rawValue == WordHash.of("\(word)"))
}
