import Articles
import Testing

@Test func slicingRoundsDownToScalarBoundaries() {
  let text = "aé漢z"
  #expect(text.slice(TextRange(0, 1)) == "a")
  #expect(text.slice(TextRange(1, 3)) == "é")
  #expect(text.slice(TextRange(2, 5)) == "é")
  #expect(text.slice(TextRange(3, 99)) == "漢z")
  #expect(text.slice(TextRange(99, 120)).isEmpty)
}

@Test func rangesThatTouchDoNotOverlap() {
  #expect(!TextRange(0, 3).overlaps(TextRange(3, 5)))
  #expect(TextRange(0, 3).intersection(TextRange(2, 5)) == TextRange(2, 3))
  #expect(TextRange(4, 2).isEmpty)
}

@Test(arguments: [(2023, 2, 29), (2026, 13, 1), (2026, 4, 31), (1900, 2, 29)])
func datesThatCannotBeAreRefused(year: Int, month: Int, day: Int) {
  #expect(PublicationDate(year: year, month: month, day: day) == nil)
}

@Test func datesPrintInISOForm() {
  #expect(PublicationDate(year: 2024, month: 2, day: 29)?.description == "2024-02-29")
}
