import Prose

/// What the figures before a sentence counted, for bare numbers that count the same: "It was
/// 4.8 lakh in January", "a third of them".
struct Antecedent: Sendable {
  /// The name of what was last counted, in lower-case singular.
  var unitName: String
  /// Whether a percentage was named lately, so that "half a point" is one of a percentage.
  var sawPercentage = false
}

/// Fills the units of bare numbers from what the sentence or the one before counts.
struct Antecedents {
  let sentence: Sentence

  /// Gives bare drafts the unit of the nearest counted one before them.
  ///
  /// - Returns: what the next sentence may refer to.
  func fill(_ drafts: inout [Draft], from earlier: Antecedent?) -> Antecedent? {
    var last = earlier
    var isOwn = false
    for index in drafts.indices {
      if drafts[index].unitName == nil {
        drafts[index].unitName =
          ofWhich(drafts[index]) ?? complement(drafts[index]) ?? subject(of: drafts[index])
          ?? (isOwn ? nil : people(drafts[index])) ?? inherited(drafts[index], last)
        takeRate(&drafts[index])
      }
      isOwn = isOwn || drafts[index].unitName != nil && drafts[index].unit == nil
      if let name = drafts[index].unitName, drafts[index].unit == nil, !name.hasPrefix("%") {
        last = Antecedent(unitName: name)
      }
    }
    return last
  }

  private func inherited(_ draft: Draft, _ last: Antecedent?) -> String? {
    guard let last,
      draft.low == draft.low.rounded() || draft.form == .fraction || draft.form == .ratio
    else { return nil }
    let name = last.unitName.split(separator: " per ", maxSplits: 1).first.map(String.init) ?? ""
    if draft.form == .fraction || draft.form == .ratio {
      let next = draft.written.upperBound
      let isPart =
        draft.form == .ratio
        || sentence.isWord(next, ofKey)
          && sentence.isWord(next + 1, in: pronouns)
      return isPart ? "% " + name : nil
    }
    return isPronounLike(draft) ? last.unitName : nil
  }

  /// Whether a bare number stands for a counted noun: a clause part begins right behind it.
  private func isPronounLike(_ draft: Draft) -> Bool {
    let next = draft.phrase.upperBound
    let before = draft.phrase.lowerBound - 1
    if sentence.isSign(before, ":") || sentence.isWord(before, in: labels) { return false }
    return !sentence.isWord(next) || !sentence.isName(next)
  }

  private func takeRate(_ draft: inout Draft) {
    guard draft.unitName?.contains(" per ") == false else { return }
    UnitReader(sentence: sentence).takeRate(&draft)
  }

  /// "Six others were held", "dozens were hurt": people, unless the sentence counts others.
  private func people(_ draft: Draft) -> String? {
    let next = draft.written.upperBound
    if sentence.isWord(next, othersKey) { return "people" }
    var verb = next
    while verb < next + 3, sentence.has(verb, .auxiliary) { verb += 1 }
    let isCount = [.many, .digits, .words].contains(draft.form)
    return isCount && verb > next && sentence.isWord(verb, in: suffering) ? "people" : nil
  }

  /// "860 were duplexes", "two are babies": what the verb says they are.
  private func complement(_ draft: Draft) -> String? {
    let verb = draft.written.upperBound
    guard sentence.isWord(verb, in: areWords), [.digits, .words].contains(draft.form),
      let phrase = CountedNoun(sentence: sentence).phrase(at: verb + 1),
      phrase.tokens.lowerBound == verb + 1, sentence.isPlural(phrase.tokens.upperBound - 1),
      !sentence.isWord(phrase.tokens.upperBound)
        || sentence.has(phrase.tokens.upperBound, .closed)
    else { return nil }
    return phrase.name
  }

  /// "Burglaries dropped to 3,870", "returns totalled 18,400": the plural that rose or fell, or
  /// is so many.
  private func subject(of draft: Draft) -> String? {
    let before = draft.phrase.lowerBound - 1
    let isPart = draft.form == .fraction && sentence.isWord(before, byKey)
    let isCount = draft.low == draft.low.rounded() && [.digits, .words].contains(draft.form)
    guard isPart || isCount, isLevel(before) else { return nil }
    if let made = product(of: draft) { return made }
    guard let subject = Subjects(sentence, drafts: [draft]).subject(of: draft) else { return nil }
    var end = subject.lowerBound
    while end < subject.upperBound, !sentence.has(end, .closed) { end += 1 }
    guard end > subject.lowerBound, sentence.isPlural(end - 1),
      !sentence.isWord(end - 1, in: prices)
    else { return nil }
    let name = CountedNoun(sentence: sentence).name(of: subject.lowerBound..<end)
    return isPart ? "% " + name : name
  }

  /// Whether a word leads to the level of its subject: "dropped to", "totalled", "peaked at", "at a
  /// rate of".
  private func isLevel(_ index: Int) -> Bool {
    sentence.isWord(index, in: levelWords) || sentence.isWord(index, in: totals)
      || sentence.isWord(index, atKey) && sentence.isWord(index - 1, in: levelVerbs)
      || isRate(index)
  }

  private func isRate(_ of: Int) -> Bool {
    sentence.isWord(of, ofKey) && sentence.isWord(of - 1, rateKey)
      && sentence.isWord(of - 2, in: indefinite) && sentence.isWord(of - 3, atKey)
  }

  /// "Makes wafers at a rate of 20,000 a month": the plural before "at a rate of".
  private func product(of draft: Draft) -> String? {
    let of = draft.phrase.lowerBound - 1
    guard isRate(of), sentence.isPlural(of - 4),
      let phrase = Subjects(sentence, drafts: [draft]).nounPhrase(endingAt: of - 3)
    else { return nil }
    return CountedNoun(sentence: sentence).name(of: phrase)
  }

  /// "teeth, 17 of which survive": the noun that the relative pronoun stands for.
  private func ofWhich(_ draft: Draft) -> String? {
    let of = draft.written.upperBound
    guard sentence.isWord(of, ofKey), sentence.isWord(of + 1, in: relatives) else { return nil }
    var end = draft.phrase.lowerBound
    while end > 0, end > draft.phrase.lowerBound - 3, !sentence.isWord(end - 1) { end -= 1 }
    guard let phrase = Subjects(sentence, drafts: [draft]).nounPhrase(endingAt: end),
      sentence.isPlural(phrase.upperBound - 1)
    else { return nil }
    let name = CountedNoun(sentence: sentence).name(of: phrase)
    return draft.form == .fraction ? "% " + name : name
  }
}

private let atKey = WordKey("at")
private let rateKey = WordKey("rate")
private let othersKey = WordKey("others")
private let areWords = WordSet("are were")
private let suffering = WordSet(
  "hurt injured killed wounded arrested hospitalised hospitalized evacuated displaced rescued detained missing dead"
)
private let totals = WordSet("totalled totaled numbered")
private let levelVerbs = WordSet("peaked stood stand stands peak peaks")
private let byKey = WordKey("by")
private let relatives = WordSet("which whom")
private let ofKey = WordKey("of")
private let pronouns = WordSet("them these those which whom")
private let labels = WordSet("no number age aged at")
private let levelWords = WordSet("to from by")
private let prices = WordSet(
  "shares stocks prices futures markets bonds yields points rates stoxx odds series sales")
