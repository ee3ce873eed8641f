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
    for index in drafts.indices.dropFirst() where isAfterFrom(drafts[index]) {
      takeBase(&drafts, index)
    }
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
      guard gap.count <= 8, level.base == nil,
        !gap.contains(where: { sentence.has($0, .verb) && !sentence.has($0, [.up, .down]) })
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
    guard let change = direction(index) else { return nil }
    if draft.unit == nil, draft.counted != nil, sentence.isWord(index, in: holdingVerbs) {
      return nil
    }
    return change
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

private let fromKey = WordKey("from")
private let skippedWords = WordSet(
  "by a an the another some as much many more less fewer than nearly just only further estimated")
private let holdingVerbs = WordSet(
  "gained gain gains lost lose loses losing shed cut cuts reduce contract dip spike")
private let notDirections = WordSet(
  "more less fewer above below greater larger bigger smaller faster longer shorter")
private let followingWords = WordSet("higher lower up down more less fewer cheaper")
