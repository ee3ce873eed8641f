import Prose

/// What the figures before a sentence counted, for bare numbers that count the same: "It was
/// 4.8 lakh in January", "a third of them".
struct Antecedent: Sendable {
  /// The name of what was last counted, in lower-case singular.
  var unitName: String
}

/// Fills the units of bare numbers from what the sentence or the one before counts.
struct Antecedents {
  let sentence: Sentence

  /// Gives bare drafts the unit of the nearest counted one before them.
  ///
  /// - Returns: what the next sentence may refer to.
  func fill(_ drafts: inout [Draft], from earlier: Antecedent?) -> Antecedent? {
    var last = earlier
    for index in drafts.indices {
      if drafts[index].unitName == nil {
        drafts[index].unitName = inherited(drafts[index], last) ?? subject(of: drafts[index])
      }
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

  /// "Burglaries dropped to 3,870": the plural that rose or fell.
  private func subject(of draft: Draft) -> String? {
    let before = draft.phrase.lowerBound - 1
    guard draft.low == draft.low.rounded(), draft.form == .digits || draft.form == .words,
      sentence.isWord(before, in: levelWords)
    else { return nil }
    guard let subject = Subjects(sentence, drafts: [draft]).subject(of: draft) else { return nil }
    var end = subject.lowerBound
    while end < subject.upperBound, !sentence.has(end, .closed) { end += 1 }
    guard end > subject.lowerBound, sentence.isPlural(end - 1),
      !sentence.isWord(end - 1, in: prices)
    else { return nil }
    return CountedNoun(sentence: sentence).name(of: subject.lowerBound..<end)
  }
}

private let ofKey = WordKey("of")
private let pronouns = WordSet("them these those which whom")
private let labels = WordSet("no number age aged at")
private let levelWords = WordSet("to from by")
private let prices = WordSet(
  "shares stocks prices futures markets bonds yields points rates stoxx odds series sales")
