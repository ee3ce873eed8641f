import Prose

/// Joins what is written in two units into one figure: "6ft 2in", "25st 6lb", "thirteen dollars and
/// forty-five cents".
struct Compounds {
  let sentence: Sentence

  func joined(_ drafts: [Draft]) -> [Draft] {
    var result: [Draft] = []
    for draft in drafts {
      if let last = result.last, let whole = whole(last, draft) {
        result[result.count - 1] = whole
      } else {
        result.append(draft)
      }
    }
    return result
  }

  private func whole(_ first: Draft, _ second: Draft) -> Draft? {
    guard first.high == nil, second.high == nil, let large = first.unit, let small = second.unit,
      let parts = parts(of: large, in: small), second.low < parts,
      isJoint(span(first.written.upperBound, second.written.lowerBound), large)
    else { return nil }
    var whole = first
    whole.low += second.low / parts
    whole.cover(second.written)
    whole.number = first.number.lowerBound..<second.number.upperBound
    return whole
  }

  /// How many of the small unit make the large one.
  private func parts(of large: Unit, in small: Unit) -> Double? {
    switch (large.name, small.name) {
    case ("foot", "inch"): 12
    case ("stone", "pound-mass"), ("stone", "pound"): 14
    case ("pound-mass", "ounce"), ("pound", "ounce"): 16
    case ("pound sterling", "penny"), ("euro", "cent"): 100
    case (let name, "cent") where name.hasSuffix("dollar"): 100
    default: nil
    }
  }

  /// Whether nothing, or "and" between sums of money, stands between the two.
  private func isJoint(_ gap: Range<Int>, _ large: Unit) -> Bool {
    gap.isEmpty || gap.count == 1 && large.kind == .money && sentence.isWord(gap.lowerBound, andKey)
  }
}

private let andKey = WordKey("and")
