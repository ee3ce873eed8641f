// Cuts the passages of an article into scenes of bounded size, so that the memory needed beside
// the text does not grow with it.

import Articles

/// The way from passages to scenes.
enum QuoteReading {
  /// A scene is closed after the paragraph that reaches this size; a longer paragraph is cut at
  /// white space.
  private static let sceneSize = 128 * 1024

  /// Calls a function with each scene and the offset of its bytes in the text.
  static func forEachScene(
    in text: String, _ passages: [Passage], _ body: (Scene, Int) -> Void
  ) {
    var spans: [(range: Range<Int>, kind: Passage.Kind)] = []
    var start = 0
    func finish() {
      guard let first = spans.first, let last = spans.last else { return }
      let base = first.range.lowerBound
      let bytes = text.bytes(base..<last.range.upperBound)
      let moved = spans.map { span in
        (range: span.range.lowerBound - base..<span.range.upperBound - base, kind: span.kind)
      }
      body(Scene(bytes: bytes, spans: moved), base)
      spans.removeAll(keepingCapacity: true)
    }
    let isVerbatim = passages.count == 1
    forEachParagraph(in: text, passages) { range, kind in
      let isHeadline = isVerbatim && range.lowerBound == 0 && isLikeHeadline(range, text)
      let kind: Passage.Kind = isHeadline ? .title : kind
      if spans.isEmpty { start = range.lowerBound }
      spans.append((range, kind))
      if range.upperBound - start >= sceneSize { finish() }
    }
    finish()
  }

  /// The first line of verbatim text, where it is short, not the only one and does not end as a
  /// sentence does.
  private static func isLikeHeadline(_ range: Range<Int>, _ text: String) -> Bool {
    guard range.count < 160, range.upperBound < text.utf8.count else { return false }
    let last = text.bytes(range).last { $0 > 0x20 } ?? 0
    let signs = Array(".!?:;,\"'".utf8)
    return last < 0x80 ? !signs.contains(last) : last != 0x9D && last != 0xBB
  }

  /// Calls a function with the paragraphs of the passages, in order; lines are paragraphs.
  private static func forEachParagraph(
    in text: String, _ passages: [Passage], _ body: (Range<Int>, Passage.Kind) -> Void
  ) {
    var reached = 0
    for passage in passages where passage.range.lowerBound >= reached {
      var lower = passage.range.lowerBound
      reached = passage.range.upperBound
      while lower < reached {
        let window = text.bytes(lower..<min(reached, lower + sceneSize))
        var lineStart = 0
        for (place, byte) in window.enumerated() where byte == 0x0A {
          if place > lineStart { body(lower + lineStart..<lower + place, passage.kind) }
          lineStart = place + 1
        }
        if lower + window.count >= reached {
          if lineStart < window.count { body(lower + lineStart..<reached, passage.kind) }
          break
        }
        if lineStart == 0 {
          let cut = lastSpace(in: window)
          body(lower..<lower + cut, passage.kind)
          lineStart = cut
        }
        lower += lineStart
      }
    }
  }

  private static func lastSpace(in window: [UInt8]) -> Int {
    if let place = window.lastIndex(of: 0x20), place > 0 { return place }
    return window.lastIndex { $0 & 0xC0 != 0x80 } ?? window.count
  }
}

extension String {
  /// A copy of some bytes.
  func bytes(_ range: Range<Int>) -> [UInt8] {
    // The text is stored contiguously, so this is one copy of memory.
    let copy = unsafe utf8.withContiguousStorageIfAvailable { unsafe Array($0[range]) }
    if let copy { return copy }
    let start = utf8.index(utf8.startIndex, offsetBy: range.lowerBound)
    let end = utf8.index(start, offsetBy: range.count)
    return Array(utf8[start..<end])
  }
}
