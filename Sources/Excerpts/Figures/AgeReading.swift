import Prose

/// Ages: "Maddon, 66,", "aged 25", "she was 35", "people over 65".
extension Counting {
  /// "Maddon, 66,", "aged 25", "she was 35".
  func takeAge(_ draft: inout Draft) -> Bool {
    guard draft.scale == 1, draft.low == draft.low.rounded(), (1..<120).contains(draft.low) else {
      return false
    }
    let start = draft.written.lowerBound
    let next = draft.written.upperBound
    let isAged =
      sentence.isWord(start - 1, in: agedWords)
      || sentence.isWord(start - 1, ofKey) && sentence.isWord(start - 2, ageKey)
      || sentence.isWord(start - 1, in: betweenWords) && sentence.isWord(start - 2, in: agedWords)
      || isOfChild(start - 1) && !sentence.isWord(next) && !sentence.isHyphen(next)
    guard isAged || isApposition(start, next) || isPredicate(start, next) || isLimit(start, next)
    else { return false }
    draft.unit = Unit("year of age", .age)
    draft.unitName = "year of age"
    return true
  }

  /// "A boy of ten", "babies of eight months".
  func isOfChild(_ of: Int) -> Bool {
    sentence.isWord(of, ofKey) && sentence.isWord(of - 1, in: young)
  }

  /// "people over 65", "children under five", "viewers were under 25", "younger than five".
  private func isLimit(_ start: Int, _ next: Int) -> Bool {
    guard !sentence.isWord(next) || sentence.has(next, [.closed, .verb]) else { return false }
    if sentence.isWord(start - 1, thanKey) { return sentence.isWord(start - 2, in: ageCompared) }
    guard sentence.isWord(start - 1, in: limits) else { return false }
    let isSaid = sentence.isWord(start - 2, in: areWords)
    let people = isSaid ? start - 3 : start - 2
    return sentence.isWord(people, in: agedPeople)
      || isSaid && sentence.isWord(people, in: agedMost)
  }

  private func isApposition(_ start: Int, _ next: Int) -> Bool {
    let isFramed = sentence.isSign(start - 1, ",") || sentence.isSign(start - 1, "(")
    guard isFramed, sentence.isName(start - 2) || start == 2 && sentence.isWord(0),
      sentence.token(start - 2)?.isCapitalised == true, next - start == 1
    else { return false }
    if sentence.isSign(start - 1, "(") { return sentence.isSign(next, ")") && !isListed }
    let closes =
      sentence.isSign(next, ",") || sentence.isSign(next, ".") || sentence.isSign(next, ";")
    return closes && !sentence.isNumber(next + 1) && !sentence.isWord(start - 2, in: notPeople)
  }

  /// Whether the sentence has several numbers in brackets, which are then no ages.
  private var isListed: Bool {
    sentence.tokens.indices.lazy.filter {
      sentence.isSign($0, "(") && sentence.isNumber($0 + 1) && sentence.isSign($0 + 2, ")")
    }.prefix(2).count > 1
  }

  /// "He will be 35", "she turned 60".
  private func isPredicate(_ start: Int, _ next: Int) -> Bool {
    let isEnd =
      !sentence.isWord(next)
      || sentence.has(next, [.preposition, .conjunction, .time]) && !sentence.isWord(next, ofKey)
    if sentence.isWord(start - 1, in: shortenedBe) { return isEnd }
    if sentence.isWord(start - 1, in: superlatives) { return !sentence.isWord(next) }
    guard sentence.isWord(start - 1, in: beWords) else { return false }
    var subject = start - 2
    while sentence.has(subject, [.auxiliary, .adverb]) { subject -= 1 }
    return isEnd
      && (sentence.isWord(subject, in: personWords) || sentence.isWord(subject, in: superlatives))
  }
}

private let ofKey = WordKey("of")
private let ageKey = WordKey("age")
private let betweenWords = WordSet("between")
private let notPeople = WordSet("inc corp ltd")
private let shortenedBe = WordSet("i'm he's she's")
private let limits = WordSet("over under above below")
private let agedPeople = WordSet(
  "people adults children kids women men those anyone everyone residents patients workers voters girls boys teenagers infants babies americans veterans"
)
private let agedMost = WordSet("most many viewers players students victims members")
private let areWords = WordSet("are were is was")
private let thanKey = WordKey("than")
private let ageCompared = WordSet("older younger")
private let superlatives = WordSet("oldest youngest eldest")
private let young = WordSet(
  "baby babies boy boys girl girls child children infant infants toddler toddlers kid kids")
private let personWords = WordSet("he she i who")
