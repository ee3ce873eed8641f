import Articles
import Prose

/// Reads what bounds a number: "more than", "up to", "nearly", "or so".
struct Bounds {
  let sentence: Sentence

  /// Sets the bound and widens the phrase by its words.
  func bound(_ draft: inout Draft) {
    if draft.form == .many { draft.bound = .range }
    if let (bound, start) = before(draft) {
      if draft.bound != .range { draft.bound = bound }
      draft.phrase = start..<draft.phrase.upperBound
    } else if let (bound, end) = after(draft) {
      if draft.bound != .range { draft.bound = bound }
      draft.phrase = draft.phrase.lowerBound..<max(draft.phrase.upperBound, end)
    }
  }

  /// The bound before a number, and its first token.
  private func before(_ draft: Draft) -> (Figure.Bound, Int)? {
    var index = draft.written.lowerBound - 1
    if sentence.isHyphen(index), sentence.isWord(index - 1, subKey) { return (.below, index - 1) }
    var skipped = 0
    var isDefinite = false
    while skipped < 2, sentence.isWord(index, in: skippedWords) {
      isDefinite = isDefinite || sentence.isWord(index, in: definite)
      index -= 1
      skipped += 1
    }
    if sentence.isSign(index, "~") || sentence.isSign(index, "≈") { return (.about, index) }
    if sentence.isSign(index, ">") || sentence.isSign(index, "≥") { return (.above, index) }
    if sentence.isSign(index, "<") || sentence.isSign(index, "≤") { return (.below, index) }
    guard let token = sentence.token(index), token.isWord else { return nil }
    if let found = phrase(endingAt: index) { return found }
    if sentence.isWord(index, in: aboutWords) { return (.about, index) }
    // "Below the 95 per cent needed" compares with a level that is known.
    if isDefinite { return nil }
    if sentence.isWord(index, in: aboveWords), !sentence.has(index - 1, .determiner) {
      return isDuration(draft, index) ? nil : (.above, index)
    }
    if sentence.isWord(index, in: belowWords) { return (.below, index) }
    return nil
  }

  /// Bounds of two and three words, known by their last.
  private func phrase(endingAt index: Int) -> (Figure.Bound, Int)? {
    if sentence.isWord(index, thanKey) { return isOfFigure(index) ? nil : comparison(index) }
    if sentence.isWord(index, toKey) {
      if sentence.isWord(index - 1, upKey) { return (.below, index - 1) }
      if sentence.isWord(index - 1, in: closeWords) { return (.about, index - 1) }
      return nil
    }
    if sentence.isWord(index, ofKey) { return ofPhrase(index) }
    if sentence.isWord(index, asKey), sentence.isWord(index - 2, asKey) {
      if sentence.isWord(index - 1, in: muchWords) { return (.below, index - 2) }
      if sentence.isWord(index - 1, in: littleWords) { return (.above, index - 2) }
    }
    if sentence.isWord(index - 1, atKey) {
      if sentence.isWord(index, in: leastWords) { return (.above, index - 1) }
      if sentence.isWord(index, in: mostWords) { return (.below, index - 1) }
    }
    return nil
  }

  /// "12% more than the 2.6m": the comparison belongs to the figure before it.
  private func isOfFigure(_ than: Int) -> Bool {
    let before = than - 2
    return sentence.isSign(before, "%") || sentence.isNumber(before)
      || sentence.isWord(before, in: percentWords) || sentence.isWord(than + 1, in: definite)
  }

  /// "more than", "no fewer than", "not more than".
  private func comparison(_ index: Int) -> (Figure.Bound, Int)? {
    let isMore = sentence.isWord(index - 1, in: moreWords)
    guard isMore || sentence.isWord(index - 1, in: lessWords) else {
      return sentence.isWord(index - 1, in: overWords) ? (.above, index - 1) : nil
    }
    let isDenied = sentence.isWord(index - 2, in: denials)
    return (isMore != isDenied ? .above : .below, isDenied ? index - 2 : index - 1)
  }

  private func ofPhrase(_ index: Int) -> (Figure.Bound, Int)? {
    switch sentence.token(index - 1)?.bits {
    case maximumKey.bits, shyKey.bits, shortKey.bits: return (.below, index - 1)
    case minimumKey.bits, excessKey.bits, northKey.bits, upwardsKey.bits, upwardKey.bits:
      return (.above, index - 1)
    case southKey.bits: return (.below, index - 1)
    case regionKey.bits, vicinityKey.bits, neighbourhoodKey.bits: return (.about, index - 1)
    default: return nil
    }
  }

  /// "over two years" is how long something took unless "for" or "of" stands before it.
  private func isDuration(_ draft: Draft, _ index: Int) -> Bool {
    guard draft.unit?.kind == .time, sentence.isWord(index, overKey) else { return false }
    return !sentence.isWord(index - 1, in: beforeOver) && !sentence.has(index - 1, .hedge)
  }

  /// "or so", "or more", "+", "-plus", after the number or its noun.
  private func after(_ draft: Draft) -> (Figure.Bound, Int)? {
    for place in [draft.written.upperBound, draft.phrase.upperBound] {
      if sentence.isSign(place, "+") { return (.above, place + 1) }
      let word = sentence.isHyphen(place) ? place + 1 : place
      if sentence.isWord(word, plusKey), sentence.isGlued(word) { return (.above, word + 1) }
      if sentence.isWord(word, oddKey), sentence.isGlued(word) { return (.about, word + 1) }
      guard sentence.isWord(place, in: joinWords) else { continue }
      if sentence.isWord(place + 1, in: soWords) { return (.about, place + 2) }
      if sentence.isWord(place + 1, in: moreWords) { return (.above, place + 2) }
      if sentence.isWord(place + 1, in: lessWords) { return (.below, place + 2) }
    }
    return nil
  }
}

private let subKey = WordKey("sub")
private let thanKey = WordKey("than")
private let toKey = WordKey("to")
private let upKey = WordKey("up")
private let ofKey = WordKey("of")
private let asKey = WordKey("as")
private let atKey = WordKey("at")
private let overKey = WordKey("over")
private let plusKey = WordKey("plus")
private let oddKey = WordKey("odd")
private let maximumKey = WordKey("maximum")
private let minimumKey = WordKey("minimum")
private let shyKey = WordKey("shy")
private let shortKey = WordKey("short")
private let excessKey = WordKey("excess")
private let northKey = WordKey("north")
private let southKey = WordKey("south")
private let upwardsKey = WordKey("upwards")
private let upwardKey = WordKey("upward")
private let regionKey = WordKey("region")
private let vicinityKey = WordKey("vicinity")
private let neighbourhoodKey = WordKey("neighbourhood")
private let skippedWords = WordSet(
  "a an the just only even well another whopping staggering further additional its their his her")
private let aboutWords = WordSet(
  "about around approximately roughly nearly almost some approx circa near virtually practically estimated barely ca approaching nearing possibly perhaps maybe"
)
private let aboveWords = WordSet(
  "over above exceeding exceeded exceeds exceed surpassing surpassed topping topped past beyond")
private let belowWords = WordSet("under below")
private let percentWords = WordSet("percent cent points")
private let definite = WordSet("the")
private let closeWords = WordSet("close near next")
private let muchWords = WordSet("many much high long far large")
private let littleWords = WordSet("few little low")
private let leastWords = WordSet("least minimum")
private let mostWords = WordSet("most")
private let moreWords = WordSet("more greater higher larger bigger longer better above over")
private let lessWords = WordSet("less fewer lower smaller shorter under below")
private let overWords = WordSet("over")
private let denials = WordSet("no not")
private let beforeOver = WordSet("for of after in lasted lasting took well just at with")
private let soWords = WordSet("so thereabouts")
