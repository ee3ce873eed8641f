// Pairs runs of asterisks and underscores, after the specification's "process emphasis": for each
// closer the nearest opener that fits, remembering below which place no opener was found.

extension InlineParser {
  /// Pairs the delimiters above a place and takes them out of play.
  mutating func pairEmphasis(above bottom: Int) {
    var openersBottom: [Int: Int] = [:]
    var closer = firstDelimiter(above: bottom)
    while closer >= 0 {
      guard delimiters[closer].canClose else {
        closer = delimiters[closer].next
        continue
      }
      let key = bottomKey(of: delimiters[closer])
      let lowest = openersBottom[key] ?? bottom
      if let opener = opener(for: closer, above: lowest, bottom: bottom) {
        pair(opener, closer)
        if delimiters[closer].count == 0 {
          let next = delimiters[closer].next
          remove(closer)
          closer = next
        }
      } else {
        openersBottom[key] = delimiters[closer].previous
        let next = delimiters[closer].next
        if !delimiters[closer].canOpen { remove(closer) }
        closer = next
      }
    }
    dropDelimiters(above: bottom)
  }

  private func firstDelimiter(above bottom: Int) -> Int {
    if bottom >= 0 { return delimiters[bottom].next }
    var first = lastDelimiter
    while first >= 0, delimiters[first].previous >= 0 { first = delimiters[first].previous }
    return first
  }

  private func bottomKey(of closer: EmphasisDelimiter) -> Int {
    (closer.mark == 0x2A ? 0 : 6) + (closer.canOpen ? 3 : 0) + closer.length % 3
  }

  private func opener(for closer: Int, above lowest: Int, bottom: Int) -> Int? {
    let closing = delimiters[closer]
    var candidate = closing.previous
    while candidate >= 0, candidate > lowest, candidate > bottom {
      let opening = delimiters[candidate]
      if opening.mark == closing.mark, opening.canOpen, fits(opening, closing) { return candidate }
      candidate = opening.previous
    }
    return nil
  }

  /// The rule of three: runs that can do both must not add up to a multiple of three.
  private func fits(_ opening: EmphasisDelimiter, _ closing: EmphasisDelimiter) -> Bool {
    guard opening.canClose || closing.canOpen else { return true }
    return (opening.length + closing.length) % 3 != 0
      || (opening.length % 3 == 0 && closing.length % 3 == 0)
  }

  private mutating func pair(_ opener: Int, _ closer: Int) {
    let isStrong = delimiters[opener].count >= 2 && delimiters[closer].count >= 2
    let mark = isStrong ? InlineMark.strong : InlineMark.emphasis
    let used = isStrong ? 2 : 1
    tokens[delimiters[opener].token].opens.append(mark)
    tokens[delimiters[closer].token].closes.append(mark)
    use(used, of: opener, fromEnd: true)
    use(used, of: closer, fromEnd: false)
    removeBetween(opener, closer)
    if delimiters[opener].count == 0 { remove(opener) }
  }

  private mutating func use(_ count: Int, of delimiter: Int, fromEnd: Bool) {
    delimiters[delimiter].count -= count
    let token = delimiters[delimiter].token
    guard case .source(let range) = tokens[token].words else { return }
    tokens[token].words = .source(
      fromEnd
        ? range.lowerBound..<(range.upperBound - count)
        : (range.lowerBound + count)..<range.upperBound)
  }

  private mutating func removeBetween(_ opener: Int, _ closer: Int) {
    delimiters[opener].next = closer
    delimiters[closer].previous = opener
  }

  private mutating func remove(_ delimiter: Int) {
    let (previous, next) = (delimiters[delimiter].previous, delimiters[delimiter].next)
    if previous >= 0 { delimiters[previous].next = next }
    if next >= 0 { delimiters[next].previous = previous } else { lastDelimiter = previous }
  }

  private mutating func dropDelimiters(above bottom: Int) {
    lastDelimiter = bottom
    if bottom >= 0 { delimiters[bottom].next = -1 }
  }
}
