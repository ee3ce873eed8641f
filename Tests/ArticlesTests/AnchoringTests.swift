import Articles
import Testing

@Test(arguments: [.min, -5, -1, 9, 100, .max])
func anOldPlaceOutsideTheTextIsNotLookedAt(start: Int) {
  let anchor = TextAnchor(
    range: TextRange(start, start), words: "ferry", before: "a ", after: " b")
  #expect(anchor.range(in: "Take a ferry b.") == TextRange(7, 12))
  let kept = TextAnchor(first: start, words: "ferry", before: "a ", after: " b")
  #expect(kept.range(in: "Take a ferry b.") == TextRange(7, 12))
}

/// Anchors the marked words of one text and finds them in another, where they are marked too.
@Test(arguments: [
  ("One ⟦two⟧ three two.", "One ⟦two⟧ three two."),
  ("One two three ⟦two⟧.", "One two three ⟦two⟧."),
  ("One ⟦two⟧ three.", "Zero, one ⟦two⟧ three."),
  ("a two b. c ⟦two⟧ d.", "New. a two b. c ⟦two⟧ d."),
  ("He said “⟦we shall see⟧” then.", "Yesterday he said “⟦we shall  see⟧” then."),
  ("It’s ⟦the port’s own⟧ fault.", "It's ⟦the port's own⟧ fault, all of it."),
  (
    "The harbour master said that ⟦the boats⟧ would sail again in the spring, as ever.",
    "The harbour master said that ⟦all boats⟧ would sail again in the spring, as ever."
  ),
  ("One ⟦two⟧ three.", "Nothing of it."),
  ("One ⟦two⟧ three.", ""),
])
func anchorsFindTheirWordsInChangedTexts(old: String, new: String) {
  func unmarked(_ text: String) -> (String, TextRange?) {
    let plain = text.filter { $0 != "⟦" && $0 != "⟧" }
    guard let start = text.utf8.firstRange(of: "⟦".utf8)?.lowerBound,
      let end = text.utf8.firstRange(of: "⟧".utf8)?.lowerBound
    else { return (plain, nil) }
    let lower = text.utf8.distance(from: text.startIndex, to: start)
    return (plain, TextRange(lower, text.utf8.distance(from: text.startIndex, to: end) - 3))
  }
  let (oldText, range) = unmarked(old)
  let (newText, expected) = unmarked(new)
  let anchor = TextAnchor(range ?? TextRange(0, 0), in: oldText)
  #expect(anchor.range(in: newText) == expected)
}

@Test func neighboursAreNeverCutInsideALetter() {
  let text = String(repeating: "é", count: 60) + "word" + String(repeating: "🙂", count: 30)
  let anchor = TextAnchor(TextRange(120, 124), in: text)
  #expect(anchor.words == "word")
  #expect(anchor.before.utf8.count <= TextAnchor.neighbourLength + 1)
  #expect(anchor.before.allSatisfy { $0 == "é" })
  #expect(anchor.after.allSatisfy { $0 == "🙂" })
  #expect(anchor.range(in: "x" + text) == TextRange(121, 125))
}

@Test func wordsThatOccurVeryOftenCostLittle() {
  let text = String(repeating: "ab ", count: 200_000)
  let anchor = TextAnchor(TextRange(300_000, 300_002), in: text)
  #expect(anchor.range(in: "x" + text) != nil)
}
