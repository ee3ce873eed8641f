import Prose

/// Joins two numbers into a range: "3 to 5", "between 50 and 70", "from $36 to $34", "8-10".
struct RangeJoining {
  let sentence: Sentence

  /// The drafts with ranges joined, in one pass from left to right.
  func joined(_ drafts: [Draft]) -> [Draft] {
    var result: [Draft] = []
    for draft in drafts {
      if let last = result.last, let range = range(last, draft) {
        result[result.count - 1] = range
      } else {
        result.append(draft)
      }
    }
    return result
  }

  private func range(_ first: Draft, _ second: Draft) -> Draft? {
    guard first.high == nil, second.high == nil, first.form != .ratio, second.form != .ratio else {
      return nil
    }
    let gap = span(first.written.upperBound, second.written.lowerBound)
    if second.hasSign, gap.isEmpty { return dashRange(first, second) }
    if isDashGap(gap) { return dashRange(first, second) }
    if gap.count == 1, sentence.isWord(gap.lowerBound, toKey) { return toRange(first, second) }
    if gap.count == 1, sentence.isWord(gap.lowerBound, andKey), isAfterBetween(first) {
      return merged(first, second)
    }
    if gap.count == 1, sentence.isWord(gap.lowerBound, orKey), areNeighbours(first, second) {
      return merged(first, second)
    }
    if gap.count == 1, sentence.isSign(gap.lowerBound, "/"), first.unit?.kind == .money {
      return merged(first, second)
    }
    return fromTo(first, second, gap)
  }

  /// A dash, or "-to-".
  private func isDashGap(_ gap: Range<Int>) -> Bool {
    if gap.count == 1 { return sentence.isDash(gap.lowerBound) }
    return gap.count == 3 && sentence.isDash(gap.lowerBound)
      && sentence.isWord(gap.lowerBound + 1, in: rangeWords)
      && sentence.isDash(gap.lowerBound + 2)
  }

  private func dashRange(_ first: Draft, _ second: Draft) -> Draft? {
    var second = second
    if second.hasSign { second.low = abs(second.low) }
    guard let range = merged(first, second), case .between(let low, let high) = range.value,
      low < high
    else { return nil }
    return range
  }

  /// "Four or five": the speaker leaves open which.
  private func areNeighbours(_ first: Draft, _ second: Draft) -> Bool {
    first.unit == nil && second.unit?.kind != .money && first.form == second.form
      && first.low < second.low
      && first.low >= 2 && second.low <= first.low + max(1, first.low / 2) && first.scale == 1
      && [.digits, .words].contains(first.form)
  }

  /// "Grew by 19 days to 163 days", "up £188 to £3,376": a change and the level reached.
  private func isChange(_ draft: Draft) -> Bool {
    let before = draft.written.lowerBound - 1
    return draft.unit != nil
      && (sentence.isWord(before, byKey) || sentence.isWord(before, in: directions))
  }

  private func toRange(_ first: Draft, _ second: Draft) -> Draft? {
    if isAfterFrom(first) { return merged(first, second) }
    if isChange(first) { return nil }
    guard first.unit == nil || second.unit != nil, let range = merged(first, second),
      case .between(let low, let high) = range.value, low < high
    else { return nil }
    return range
  }

  /// "from A … to B" with a few words in between that begin no clause.
  private func fromTo(_ first: Draft, _ second: Draft, _ gap: Range<Int>) -> Draft? {
    guard (1...7).contains(gap.count), isAfterFrom(first) else { return nil }
    var last = gap.upperBound - 1
    while last > gap.lowerBound, sentence.has(last, [.hedge, .adverb]) { last -= 1 }
    guard sentence.isWord(last, toKey) else { return nil }
    let isBroken = (gap.lowerBound..<last).contains {
      sentence.isClauseBreak($0) || sentence.has($0, [.conjunction, .verb, .auxiliary])
    }
    return isBroken ? nil : merged(first, second)
  }

  private func isAfterFrom(_ draft: Draft) -> Bool {
    var index = draft.written.lowerBound - 1
    while sentence.has(index, .hedge) { index -= 1 }
    return sentence.isWord(index, fromKey)
  }

  private func isAfterBetween(_ draft: Draft) -> Bool {
    let start = draft.written.lowerBound
    return (max(0, start - 3)..<start).contains { sentence.isWord($0, in: betweenWords) }
  }

  /// One draft for both, units and scales shared; nil where the units differ.
  private func merged(_ first: Draft, _ second: Draft) -> Draft? {
    if let left = first.unit, let right = second.unit, left.name != right.name { return nil }
    if first.unit?.kind == .percent, second.unit == nil, !isAfterFrom(first) { return nil }
    var range = first
    range.high = second.low
    if second.scale > 1, first.scale == 1, first.low < second.low / second.scale {
      range.low *= second.scale
    }
    range.scale = max(first.scale, second.scale)
    range.bound = .range
    range.number = first.number.lowerBound..<second.number.upperBound
    range.cover(second.phrase)
    range.written = first.written.lowerBound..<second.written.upperBound
    range.unit = second.unit ?? first.unit
    range.unitName = second.unitName ?? first.unitName
    range.hasShortScale = false
    return range
  }
}

private let toKey = WordKey("to")
private let andKey = WordKey("and")
private let orKey = WordKey("or")
private let byKey = WordKey("by")
private let directions = WordSet("up down")
private let fromKey = WordKey("from")
private let betweenWords = WordSet("between betweeen")
