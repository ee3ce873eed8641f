import Articles
import Formats
import Foundation
import GoldenTesting
import Testing

extension Document {
  /// Whether blocks stand in order, inside the text, without overlap, and all ranges lie on scalar
  /// boundaries inside their block.
  var isSound: Bool {
    let bytes = Array(text.utf8)
    func isBoundary(_ offset: Int) -> Bool {
      offset == bytes.count || (offset < bytes.count && bytes[offset] & 0xC0 != 0x80)
    }
    var end = 0
    for block in blocks {
      guard block.range.lowerBound >= end else { return false }
      end = block.range.upperBound
    }
    var isSound = end <= bytes.count
    var outer = TextRange(0, bytes.count)
    walk { node, depth in
      let range: TextRange
      switch node {
      case .block(let block):
        range = block.range
        if depth == 0 { outer = range }
      case .inline(let inline): range = inline.range
      }
      let isInside = range.isEmpty || outer.contains(range)
      if !isInside || !isBoundary(range.lowerBound) || !isBoundary(range.upperBound) {
        isSound = false
      }
    }
    return isSound
  }
}

private let fixtures = [
  "broken-markdown.md", "clutter-only.txt", "hard-wrapped.txt", "interview.txt",
]

@Test(arguments: fixtures)
func everyPrefixOfAFixtureIsReadSoundly(_ name: String) throws {
  let bytes = Array(try fixture(name))
  for end in 1...bytes.count {
    // As the other format too, but not so often: the suite has to stay quick.
    for other in [name, "a.md", "a.txt"] where other == name || end % 17 == 0 {
      let source = SourceBytes(bytes: Array(bytes[..<end]), name: other)
      guard let article = try? parse(source) else { continue }
      #expect(article.document.isSound, "\(name) as \(other) up to byte \(end)")
    }
  }
}

@Test(arguments: 1...8)
func randomBytesAreReadSoundlyOrRefused(_ seed: Int) {
  var generator = SeededGenerator(state: UInt64(seed))
  let marks = Array("*_[]()!<>`#-+.:|\\&; \n\n\tab“é•1".utf8)
  for _ in 0..<300 {
    let length = Int.random(in: 1...200, using: &generator)
    let bytes = (0..<length).map { _ in
      seed % 2 == 0
        ? UInt8.random(in: 0...255, using: &generator)
        : marks.randomElement(using: &generator) ?? 0
    }
    for name in ["a.md", "a.txt"] {
      guard let article = try? parse(SourceBytes(bytes: bytes, name: name)) else { continue }
      #expect(article.document.isSound, "seed \(seed), \(name): \(bytes)")
    }
  }
}
