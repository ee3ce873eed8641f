// Guesses a language from its commonest words; silent where they do not decide.

import Articles

/// The language of the shown blocks as a BCP 47 tag; nil where unsure.
func guessLanguage(_ blocks: [Block], in bytes: [UInt8]) -> String? {
  var counts: [Int] = Array(repeating: 0, count: stopWords.count)
  var words = 0
  for block in blocks where !block.role.isHidden {
    for token in tokens(in: block.range.bounds, of: bytes, limit: 400) where !token.isMark {
      words += 1
      if let language = languageOfWord[token.hash] { counts[language] += 1 }
    }
    if words > 1500 { break }
  }
  guard let best = counts.indices.max(by: { counts[$0] < counts[$1] }) else { return nil }
  let others = counts.indices.filter { $0 != best }.map { counts[$0] }.max() ?? 0
  let isClear = counts[best] >= 3 && counts[best] * 12 >= words && counts[best] >= 3 * others
  return isClear ? stopWords[best].tag : nil
}

/// Common words that the other languages here do not have.
private let stopWords: [(tag: String, words: String)] = [
  ("en", "the and of to is that was for with it his her they from have this are be said"),
  ("de", "der die und das nicht mit den von ist ein eine zu auf für sich dem auch des wurde"),
  ("fr", "le les et des est dans pour que une du qui il au pas sur avec sont ce plus"),
  ("es", "el los y que por con las una del se su más fue como para ha lo pero sus"),
]

private let languageOfWord: [UInt64: Int] = {
  var table: [UInt64: Int] = [:]
  var shared: Set<UInt64> = []
  for (language, entry) in stopWords.enumerated() {
    for hash in phraseHashes(entry.words) {
      if table.updateValue(language, forKey: hash) != nil { shared.insert(hash) }
    }
  }
  for hash in shared { table[hash] = nil }
  return table
}()
