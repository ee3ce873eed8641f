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
    for index in drafts.indices.dropFirst()
    where isAfterFrom(drafts[index]) || isCompared(drafts[index]) {
      takeBase(&drafts, index)
    }
  }

  /// "compared with 63", "against nine": what a level is held against.
  private func isCompared(_ draft: Draft) -> Bool {
    let before = draft.phrase.lowerBound - 1
    return sentence.isWord(before, againstKey)
      || sentence.isWord(before, in: withWords) && sentence.isWord(before - 1, comparedKey)
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
      guard gap.count <= 16, level.base == nil,
        !gap.contains(where: {
          sentence.has($0, .verb) && !sentence.has($0, [.up, .down, .saying])
        })
      else { return }
      guard level.change == nil, level.unitName == from.unitName || from.unitName == nil else {
        continue
      }
      drafts[place].base = from.low
      return
    }
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
    guard let change = direction(index), !isPhrasal(index, draft) else { return nil }
    if draft.unit == nil, draft.counted != nil, sentence.isWord(index, in: holdingVerbs) {
      return nil
    }
    return change
  }

  /// "picked up 18 delegates", "make up half", "struck down": the verb's own particle.
  private func isPhrasal(_ index: Int, _ draft: Draft) -> Bool {
    guard sentence.isWord(index, in: particles) else { return false }
    let verb = index - 1
    if sentence.isWord(verb, in: movingVerbs) || sentence.has(verb, [.up, .down, .auxiliary]) {
      return false
    }
    return sentence.has(verb, .verb) || sentence.endsLikeVerb(verb)
      || draft.unit == nil && draft.counted != nil && sentence.isPlural(verb)
  }

  private func direction(_ index: Int) -> Figure.Change? {
    if sentence.isWord(index, in: notDirections) { return nil }
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

private let againstKey = WordKey("against")
private let comparedKey = WordKey("compared")
private let withWords = WordSet("with to")
private let fromKey = WordKey("from")
private let skippedWords = WordSet(
  "by a an the another some as much many more less fewer than nearly just only further estimated")
private let holdingVerbs = WordSet(
  "weaken weakened boost boosted boosts lower lowered expand expanded improve improved ease eased slash slashed trimmed hike hiked bumped double doubled reduced reduces reducing contracts gained gain gains lost lose loses losing shed cut cuts reduce contract dip spike"
)
private let particles = WordSet("up down")
private let movingVerbs = WordSet(
  "edged ticked inched inch trending trended closed finished ended settled traded trading opened went go going shot moved nudged crept ticking moving remained remains stood"
)
private let notDirections = WordSet(
  "more less fewer above below greater larger bigger smaller faster longer shorter")
private let followingWords = WordSet("higher lower up down more less fewer cheaper")
