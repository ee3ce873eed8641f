import Articles
import Prose

/// Reads whether a figure went up or down, and from what.
struct Changes {
  let sentence: Sentence

  /// Sets directions and base values of all drafts.
  func read(_ drafts: inout [Draft]) {
    for index in drafts.indices {
      drafts[index].change = change(of: drafts[index])
      if drafts[index].bound == .range, drafts[index].high != nil, isAfterFrom(drafts[index]) {
        drafts[index].base = drafts[index].low
      }
    }
    for index in drafts.indices.dropFirst() { takeGapped(drafts[index - 1], &drafts[index]) }
    for index in drafts.indices.dropFirst() where isAfterFrom(drafts[index]) {
      takeBase(&drafts, index)
    }
  }

  /// "Lost 0.9% and the technology gauge 2.2%": the verb is said once for both.
  private func takeGapped(_ first: Draft, _ second: inout Draft) {
    guard second.change == nil, let change = first.change, second.unit?.kind == .percent,
      first.unit?.kind == .percent || first.unitName == "point"
    else { return }
    let gap = span(first.phrase.upperBound, second.phrase.lowerBound)
    if gap.count == 2, sentence.isSign(gap.lowerBound, ","),
      sentence.isWord(gap.lowerBound + 1, orKey)
    {
      second.change = change
      return
    }
    guard (2...9).contains(gap.count), !sentence.has(gap.upperBound - 1, .closed),
      sentence.isWord(gap.upperBound - 1), gap.contains(where: isJoint),
      !gap.contains(where: { sentence.has($0, [.verb, .auxiliary]) || sentence.endsLikeVerb($0) })
    else { return }
    second.change = change
  }

  private func isJoint(_ index: Int) -> Bool {
    sentence.isWord(index, in: jointWords) || sentence.isSign(index, ",")
      || sentence.isSign(index, ";")
  }

  /// Sets base values that a level is compared with: only where the other has a time of its own,
  /// so that the two are one thing at two times. Runs when times are known.
  func readComparisons(_ drafts: inout [Draft]) {
    for index in drafts.indices.dropFirst() where isCompared(drafts[index]) {
      guard let time = drafts[index].asOf, time.lowerBound >= drafts[index].phrase.upperBound
      else { continue }
      takeBase(&drafts, index)
    }
  }

  /// "compared with 63", "against nine", "12% more than the 2.6m": what a level is held against.
  private func isCompared(_ draft: Draft) -> Bool {
    var before = draft.phrase.lowerBound - 1
    if sentence.isWord(before, thanKey) || sentence.isWord(before, againstKey) { return true }
    if sentence.has(before, .determiner), sentence.isWord(before - 1, thanKey) { return true }
    if sentence.has(before, .determiner) { before -= 1 }
    return sentence.isWord(before, in: withWords) && sentence.isWord(before - 1, comparedKey)
  }

  private func isAfterFrom(_ draft: Draft) -> Bool {
    sentence.isWord(draft.phrase.lowerBound - 1, fromKey)
  }

  /// "rose to 3.9 million from 2.4 million": the level before takes the base.
  private func takeBase(_ drafts: inout [Draft], _ index: Int) {
    let from = drafts[index]
    guard from.high == nil, from.form != .ordinal else { return }
    for place in drafts[..<index].indices.reversed().prefix(2) {
      let level = drafts[place]
      let gap = span(level.phrase.upperBound, from.phrase.lowerBound - 1)
      guard gap.count <= 16, level.base == nil, from.asOf != nil || !hasOtherVerb(gap) else {
        return
      }
      guard level.change == nil, from.unitName == nil || level.measure == from.measure else {
        continue
      }
      drafts[place].base = from.low
      return
    }
  }

  private func hasOtherVerb(_ gap: Range<Int>) -> Bool {
    gap.contains { sentence.has($0, .verb) && !sentence.has($0, [.up, .down, .saying]) }
  }

  private func change(of draft: Draft) -> Figure.Change? {
    if draft.hasSign, draft.unit?.kind == .percent || draft.unit?.kind == .points {
      return draft.low < 0 ? .down : .up
    }
    if draft.unit?.kind == .age { return nil }
    return before(draft) ?? after(draft)
  }

  /// A verb or "up"/"down" right before, with only bounds and adverbs between.
  private func before(_ draft: Draft) -> Figure.Change? {
    var index = draft.phrase.lowerBound - 1
    let isFrom = sentence.isWord(index, fromKey) && draft.high != nil && draft.bound == .range
    if isFrom { index -= 1 }
    var steps = 0
    while steps < 4,
      sentence.isWord(index, in: skippedWords)
        || sentence.has(index, [.adverb, .hedge]) && !sentence.has(index, [.up, .down])
    {
      index -= 1
      steps += 1
    }
    guard let change = direction(index), !isPhrasal(index, draft) else {
      return ofObject(draft)
    }
    let isLoss = draft.unit?.kind == .money && draft.scale >= 1e6
    let isCounted = draft.unit == nil && draft.counted != nil && draft.unitName != "point"
    if isLoss || isCounted,
      sentence.isWord(index, in: isLoss ? losingVerbs : holdingVerbs)
    {
      return nil
    }
    return change
  }

  /// "cut the price by 43 percent", "raise the wage by $1": the verb is parted from the figure by
  /// its object alone.
  private func ofObject(_ draft: Draft) -> Figure.Change? {
    var index = draft.phrase.lowerBound - 1
    while sentence.has(index, [.adverb, .hedge]) { index -= 1 }
    let isFromTo = draft.high != nil && draft.bound == .range && sentence.isWord(index, fromKey)
    guard isFromTo || sentence.isWord(index, byKey) && draft.unit != nil else { return nil }
    for place in (max(0, index - 12)..<max(0, index)).reversed() {
      if sentence.isClauseBreak(place) || sentence.isNumber(place) { return nil }
      if sentence.has(place, [.up, .down]), sentence.has(place, .verb),
        !sentence.has(place - 1, [.determiner, .preposition]) || sentence.isWord(place - 1, toKey)
      {
        return direction(place)
      }
      if sentence.isWord(place, in: raisingVerbs) { return .up }
      if sentence.isWord(place, in: loweringVerbs) { return .down }
      if sentence.has(place, [.verb, .auxiliary, .pronoun]) { return nil }
    }
    return nil
  }

  /// "picked up 18 delegates", "make up half", "struck down": the verb's own particle.
  private func isPhrasal(_ index: Int, _ draft: Draft) -> Bool {
    guard sentence.isWord(index, in: particles) else { return false }
    let verb = index - 1
    let isCounted = draft.unit == nil && draft.counted != nil
    if isCounted, sentence.isWord(verb, in: shootingVerbs) { return true }
    if sentence.isWord(verb, in: movingVerbs) || sentence.has(verb, [.up, .down, .auxiliary]) {
      return false
    }
    return sentence.has(verb, .verb) || sentence.endsLikeVerb(verb)
      || isCounted && sentence.isPlural(verb)
  }

  private func direction(_ index: Int) -> Figure.Change? {
    if sentence.isWord(index, in: notDirections) { return nil }
    // "Almost double the 5g advised" says how many times as much.
    if sentence.isWord(index, in: multiples), sentence.has(index + 1, .determiner) { return nil }
    if sentence.has(index, .up) { return .up }
    if sentence.has(index, .down) { return .down }
    return nil
  }

  /// "5% higher", "11.9% down", "30 percent less".
  private func after(_ draft: Draft) -> Figure.Change? {
    let next = draft.written.upperBound
    guard draft.unit != nil, sentence.isWord(next, in: followingWords) else { return nil }
    return direction(next)
  }
}

extension Draft {
  /// The unit's name without what it is per: "€21 a head, from €42".
  fileprivate var measure: Substring? {
    unitName?.firstRange(of: " per ").map { unitName?[..<$0.lowerBound] ?? "" }
      ?? unitName.map { $0[...] }
  }
}

private let byKey = WordKey("by")
private let toKey = WordKey("to")
private let thanKey = WordKey("than")
private let againstKey = WordKey("against")
private let comparedKey = WordKey("compared")
private let withWords = WordSet("with to")
private let orKey = WordKey("or")
private let jointWords = WordSet("and while but")
private let fromKey = WordKey("from")
private let skippedWords = WordSet(
  "by a an the another some as much many more less fewer than nearly just only further estimated")
private let holdingVerbs = WordSet(
  "weaken weakened boost boosted boosts lower lowered expand expanded improve improved ease eased slash slashed trimmed hike hiked bumped double doubled reduced reduces reducing contracts gained gain gains lost lose loses losing shed cut cuts reduce contract dip spike"
)
/// A loss of millions is money gone, not a price that fell.
private let losingVerbs = WordSet("lose loses lost losing")
private let multiples = WordSet("double triple quadruple")
private let shootingVerbs = WordSet("shot shoot shoots shooting")
/// Verbs that say a change of their object, and by themselves something else ("raised $2 million").
private let raisingVerbs = WordSet(
  "raise raised raises raising lift lifted lifts lifting upped upping hiking inflate inflated push pushed pushes extend extended extends lengthened widen widened"
)
private let loweringVerbs = WordSet(
  "shorten shortened shortens lowering slashing trimming trim trims halving narrow narrowed brought curb curbed"
)
private let particles = WordSet("up down")
private let movingVerbs = WordSet(
  "edged ticked inched inch gone goes moves came come comes trending trended closed finished ended settled traded trading opened went go going shot moved nudged crept ticking moving remained remains stood"
)
private let notDirections = WordSet(
  "more less fewer above below greater larger bigger smaller faster longer shorter")
private let followingWords = WordSet("higher lower up down more less fewer")
