import Articles
import Testing

@Test func deeplyNestedInlinesKnowTheirRangeAtOnce() {
  // Twice the work at each of sixty levels would outlast the test run.
  let inline = (0..<60).reduce(Inline.text(TextRange(3, 7))) { inner, _ in .strong([inner]) }
  #expect([inline].coveredRange == TextRange(3, 7))
  #expect([inline, .text(TextRange(8, 9))].coveredRange == TextRange(3, 9))
}
