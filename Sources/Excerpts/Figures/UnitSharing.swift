import Prose

/// Units that neighbouring numbers share: lists, parts of a whole, comparisons.
extension Counting {
  /// "four, five and six cylinders": each takes the noun of the last.
  func shareBackwards(_ drafts: inout [Draft]) {
    for index in drafts.indices.dropLast().reversed() {
      guard drafts[index].unitName == nil, let name = drafts[index + 1].unitName,
        isListGap(span(drafts[index].written.upperBound, drafts[index + 1].written.lowerBound))
      else { continue }
      let isShare = drafts[index].form == .fraction && drafts[index + 1].unit == nil
      drafts[index].unitName = isShare ? "% " + name : name
      drafts[index].unit = drafts[index + 1].unit
      drafts[index].counted = drafts[index + 1].counted
    }
  }

  /// Whether only list marks stand between two numbers.
  private func isListGap(_ gap: Range<Int>) -> Bool {
    isPartGap(gap)
      || gap.count <= 3
        && gap.allSatisfy {
          sentence.isSign($0, ",") || sentence.isDash($0) || sentence.isWord($0, in: listWords)
        } && gap.contains { sentence.isSign($0, ",") || sentence.isWord($0, in: listWords) }
  }

  /// Whether the second number is the whole that the first is a part of, as the currency or sign
  /// before the second number still belongs to the gap.
  private func isPartGap(_ gap: Range<Int>) -> Bool {
    guard let whole = partOf(gap.lowerBound) else { return false }
    return (gap.upperBound...gap.upperBound + 1).contains(whole)
  }

  /// The number that a part is of: "39 of 64 cities", "one of more than 700 flats", "13 of
  /// Baltimore's 39 schools"; nil where "of" names what is counted.
  func partOf(_ of: Int) -> Int? {
    guard sentence.isWord(of, ofKey) else { return nil }
    for place in of + 1..<of + 7 {
      if sentence.isNumber(place) || isCount(place) { return place }
      guard let token = sentence.token(place) else { return nil }
      let isOwner =
        sentence.token(place + 1)?.traits.contains(.possessive) == true
        || sentence.token(place + 1)?.isQuotationMark == true
      let isFree =
        token.isWord && !sentence.has(place, [.verb, .auxiliary, .pronoun])
        && !(sentence.has(place, [.preposition, .conjunction]) && !isBoundWord(place))
        && (isOwner || !sentence.isPlural(place))
      let isMark =
        token.traits.contains(.possessive) || token.isQuotationMark && sentence.isPlural(place - 1)
        || CurrencyTable.currency(ofSign: token.bits) != nil && token.kind == .symbol
      guard isFree || isMark || sentence.has(place, .determiner) else { return nil }
    }
    return nil
  }

  private func isBoundWord(_ index: Int) -> Bool {
    sentence.has(index, .hedge) || sentence.isWord(index, thanKey)
  }

  private func isCount(_ index: Int) -> Bool {
    guard let token = sentence.token(index), token.isWord else { return false }
    return NumberReader.beginsCount(token) && !sentence.isHyphen(index + 1)
  }

  /// "Two days out of three", "127 square kilometres out of an estimated 900".
  private func isWhole(_ second: Draft, of gap: Range<Int>) -> Bool {
    var of = second.written.lowerBound - 1
    while gap.contains(of), sentence.has(of, [.determiner, .hedge]) { of -= 1 }
    return gap.count <= 4 && gap.contains(of) && sentence.isWord(of, ofKey)
      && sentence.isWord(of - 1, outKey)
  }

  /// "5,040 homes, up 40 percent from 4,200": the level before the change is one of the same.
  private func shareLevels(_ drafts: inout [Draft]) {
    for index in drafts.indices.dropFirst(2) {
      guard drafts[index].unitName == nil, drafts[index - 1].unit?.kind == .percent,
        sentence.isWord(drafts[index].phrase.lowerBound - 1, fromKey),
        let name = drafts[index - 2].unitName, drafts[index - 2].unit?.kind != .percent,
        span(drafts[index - 2].phrase.upperBound, drafts[index].phrase.lowerBound).count <= 12
      else { continue }
      drafts[index].unitName = name
      drafts[index].unit = drafts[index - 2].unit
    }
  }

  /// "compared with 63 last year", "four in Tennessee": a bare number takes the noun before it.
  func shareForwards(_ drafts: inout [Draft]) {
    for index in drafts.indices.dropFirst() {
      guard drafts[index].unitName == nil, drafts[index].form != .fraction,
        let name = drafts[index - 1].unitName,
        mayShare(drafts[index - 1], drafts[index])
      else { continue }
      drafts[index].unitName = name
      drafts[index].unit = drafts[index - 1].unit
      drafts[index].counted = drafts[index - 1].counted
      if !name.contains(" per ") { UnitReader(sentence: sentence).takeRate(&drafts[index]) }
    }
    shareLevels(&drafts)
    for index in drafts.indices.dropFirst() {
      shareRate(of: drafts[index - 1], with: &drafts[index])
    }
  }

  /// "$4.10 a loaf, up from $3.20": what is compared with a rate is one for the same thing.
  private func shareRate(of first: Draft, with second: inout Draft) {
    guard let unit = second.unit, unit.kind == first.unit?.kind, second.unitName == unit.name,
      let name = first.unitName, let rate = name.firstRange(of: " per "),
      unit.kind == .money || name[..<rate.lowerBound] == unit.name,
      sentence.isWord(second.phrase.lowerBound - 1, in: rateComparing),
      span(first.phrase.upperBound, second.phrase.lowerBound).count <= 8
    else { return }
    second.unitName = unit.name + name[rate.lowerBound...]
  }

  private func mayShare(_ first: Draft, _ second: Draft) -> Bool {
    let gap = span(first.phrase.upperBound, second.written.lowerBound)
    guard gap.count <= 14 else { return false }
    if isWhole(second, of: gap), first.unit?.kind != .percent { return true }
    let before = second.written.lowerBound - 1
    switch first.unit?.kind {
    case .percent?, .points?, .money?:
      return sentence.isWord(before, byKey)
        || first.unit?.kind != .money && second.low <= max(100, 2 * first.low)
          && (sentence.isWord(before, fromKey) || sentence.isWord(before, onKey))
    case .time?: return sentence.isWord(before, fromKey) || sentence.isWord(before, in: held)
    case .age?: return gap.allSatisfy { sentence.isSign($0, ",") || sentence.isWord($0, andKey) }
    case .temperature? where second.low < 0: return true
    case .measure?, .temperature?:
      let isCopula = sentence.isWord(before, in: beWords) && sentence.isWord(before - 1, itKey)
      return isCopula || sentence.isWord(before, in: comparingWords)
    case nil: break
    }
    let isCompared = sentence.isWord(before, in: comparingWords)
    let isListed = sentence.isWord(before, in: listWords) || sentence.isSign(before, ",")
    let follows = second.written.upperBound
    if sentence.isWord(before, ofKey), sentence.isWord(before - 1, averageKey) { return true }
    return isCompared || isListed && sentence.isWord(follows, in: placeWords)
  }
}

private let ofKey = WordKey("of")
private let thanKey = WordKey("than")
private let byKey = WordKey("by")
private let outKey = WordKey("out")
private let held = WordSet("against versus")
private let onKey = WordKey("on")
private let fromKey = WordKey("from")
private let itKey = WordKey("it")
private let averageKey = WordKey("average")
private let andKey = WordKey("and")
private let listWords = WordSet("and or to nor")
private let comparingWords = WordSet("from with to than versus vs against for or about over nearly")
private let rateComparing = WordSet("from to against versus vs than")
private let placeWords = WordSet("in at from for on with were was during who")
