import Prose

/// What a unit is for: "per day", "a month", "/kg", "per 100g".
extension UnitReader {
  /// "per day", "a month", "an hour", "/kg", "each" of what the unit or counted noun is for.
  func takeRate(_ draft: inout Draft) {
    guard let unitName = draft.unitName, let (name, end) = rate(at: draft.written.upperBound, draft)
    else { return }
    draft.unitName = unitName + " per " + name
    // "1.1g per 100g": the second number is no figure of its own.
    if sentence.isNumber(draft.written.upperBound + 1) {
      draft.cover(draft.written.lowerBound..<end)
    }
    draft.phrase = draft.phrase.lowerBound..<max(draft.phrase.upperBound, end)
  }

  /// What a rate is per, and the token after it: "per day", "a month", "-per-share", "/kg".
  func rate(at index: Int, _ draft: Draft) -> (String, Int)? {
    let first = sentence.isHyphen(index) ? index + 1 : index
    let isSlash = sentence.isSign(first, "/")
    let isPer = sentence.isWord(first, perKey) || isSlash
    let isArticle = sentence.isWord(first, in: articles)
    guard isPer || isArticle, draft.form != .ratio else { return nil }
    let place = sentence.isHyphen(first + 1) ? first + 2 : first + 1
    if isPer, !isSlash, let rate = numberedRate(at: place) { return rate }
    guard let token = sentence.token(place), token.isWord,
      !sentence.has(place, [.determiner, .preposition, .pronoun]),
      !sentence.isWord(place, in: rateNumbers),
      !(isArticle && isTimeBefore(place + 1))
    else { return nil }
    if sentence.isWord(place, in: areaWords), let (unit, end) = length(at: place + 1) {
      return (areaName(place) + " " + unit.name, end)
    }
    if sentence.isWord(place, annumKey) { return ("year", place + 1) }
    if let unit = UnitTable.names[token.bits] ?? (isPer ? sign(at: place)?.0 : nil) {
      return (unit.name, place + 1)
    }
    guard isPer && !isSlash || sentence.isWord(place, in: rateNouns) || isPriced(place, draft)
    else { return nil }
    let head = isPer ? headNoun(from: place) : place
    return (singular(sentence.lowercased(head)), head + 1)
  }

  /// "A year earlier", "a year from now": a time, and no rate.
  private func isTimeBefore(_ index: Int) -> Bool {
    sentence.isWord(index, in: comparedWords)
      || sentence.isWord(index, fromKey) && sentence.isWord(index + 1, in: presentWords)
  }

  /// "$4.10 a loaf,", "€35,000 a ship": one thing that a sum of money buys, where the phrase ends.
  private func isPriced(_ index: Int, _ draft: Draft) -> Bool {
    draft.unit?.kind == .money && sentence.isWord(index - 1, in: indefinite)
      && !sentence.has(index, .closed) && !sentence.isPlural(index)
      && !sentence.isWord(index, in: notPriced)
      && (!sentence.isWord(index + 1) || sentence.has(index + 1, .closed))
      && !sentence.isWord(index + 1, ofKey)
  }

  /// "per 100g", "per 100,000 people", "per thousand births".
  private func numberedRate(at index: Int) -> (String, Int)? {
    guard let number = NumberReader(sentence.tokens).number(at: index), number.upper == nil,
      number.isRepresentable, number.value >= 1, number.value < 1e12,
      number.value == number.value.rounded()
    else { return nil }
    let end = number.tokens.upperBound
    let amount = String(Int(number.value))
    if let (unit, end) = unit(after: end, of: Draft(number)) {
      return (amount + " " + unit.name, end)
    }
    return CountedNoun(sentence: sentence).phrase(at: end).map { phrase in
      (amount + " " + phrase.name, phrase.tokens.upperBound)
    }
  }

  /// The last word of "diluted share", two words on at most.
  private func headNoun(from start: Int) -> Int {
    var head = start
    while head < start + 2, sentence.isWord(head + 1), !sentence.has(head + 1, .closed),
      !sentence.has(head + 1, .verb), !sentence.endsLikeVerb(head + 1),
      sentence.token(head + 1)?.traits.contains(.possessive) == false
    {
      head += 1
    }
    return head
  }
}

private let perKey = WordKey("per")
private let annumKey = WordKey("annum")
private let articles = WordSet("a an each every")
private let fromKey = WordKey("from")
private let ofKey = WordKey("of")
private let presentWords = WordSet("now today then")
private let notPriced = WordSet(
  "record sum lot bit little fraction few low high deal fine loan bonus gift grant profit loss")
private let comparedWords = WordSet("earlier ago later before after old")
private let rateNumbers = WordSet("hundred thousand million billion dozen half quarter third")
private let rateNouns = WordSet(
  """
  share barrel ounce bottle head person piece game unit bushel ticket seat worker employee visit
  gallon litre liter mile kilometre kilometer kilo pound ton tonne square night pop pint member
  household student pupil child family head hectare acre bag box week roll
  """)
