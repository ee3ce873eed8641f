import Articles
import Testing

@testable import AppRuntime

@Test(arguments: [
  (1, nil, " One is in the bin: “pullquote mark --restore '#1'” brings it back."),
  (
    7, nil,
    " 7 are in the bin: “pullquote mark --restore '#1 #2 #3 #4 #5 #6 #7'” brings them back."
  ),
  (
    2, "/data/my own.sqlite",
    " 2 are in the bin: “pullquote mark --restore '#1 #2' --library '/data/my own.sqlite'”"
      + " brings them back."
  ),
  (
    1, "it's",
    " One is in the bin: “pullquote mark --restore '#1' --library 'it'\\''s'”"
      + " brings it back."
  ),
  (
    300, "kept.sqlite",
    " 300 are in the bin: “pullquote mark --restore '#1 #2 #3 #4 #5 #6 #7 #8 #9 #10 #11 #12 #13"
      + " #14 #15 #16 #17 #18 #19 #20' --library kept.sqlite” brings the first 20 back."
  ),
])
func theCommandThatRestoresCanBeRunAsItStands(count: Int, library: String?, expected: String) {
  let counts = AddingCounts(deleted: Set((1...count).map { ArticleID("#\($0)") }), library: library)
  #expect(counts.sentence == "Added 0 articles." + expected)
}
