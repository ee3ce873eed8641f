public import Articles
import Prose

extension Document {
  /// The sentences that some figures stand in.
  ///
  /// Only passages that hold one of them are cut into sentences, each once.
  ///
  /// - Parameter figures: figures of this document.
  /// - Returns: one range for each figure, in their order; the number alone where no passage
  ///   holds it.
  public func sentences(of figures: [Figure]) -> [TextRange] {
    guard !figures.isEmpty else { return [] }
    var ranges = figures.map(\.range)
    var waiting = figures.indices.sorted { figures[$0].range < figures[$1].range }[...]
    let bytes = Array(text.utf8)
    var tokens: [Token] = []
    for passage in passages {
      waiting = waiting.drop { figures[$0].range.lowerBound < passage.range.lowerBound }
      guard let first = waiting.first else { break }
      let bounds = passage.range.bounds.clamped(to: 0..<bytes.count)
      guard bounds.contains(figures[first].range.lowerBound) else { continue }
      var scanner = TokenScanner(bytes: bytes, range: bounds)
      while let next = waiting.first, bounds.contains(figures[next].range.lowerBound),
        scanner.nextSentence(into: &tokens)
      {
        guard let start = tokens.first?.start, let end = tokens.last?.end
        else { continue }
        while let next = waiting.first, figures[next].range.lowerBound < end {
          ranges[next] = TextRange(start, end)
          waiting = waiting.dropFirst()
        }
      }
    }
    return ranges
  }
}
