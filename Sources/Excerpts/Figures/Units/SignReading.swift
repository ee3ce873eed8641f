import Prose

/// Units by sign, and what else the same letters may be: "m" is metres or millions, "C" is a
/// temperature, "p" a penny only where it touches its digits.
extension UnitReader {
  /// The unit of a sign in its exact case, with a power: "km2", "m²".
  func sign(at index: Int) -> (Unit, Int)? {
    guard let token = sentence.token(index), token.isWord else { return nil }
    var found = UnitTable.signs[sentence.exactKey(index)]
    if found == nil, let name = UnitTable.names[token.bits], sentence.isGlued(index) {
      found = name
    }
    guard let unit = found else { return nil }
    guard let power = sentence.token(index + 1), power.kind == .number, power.isGlued,
      power.value == 2 || power.value == 3, power.end - power.start <= 2
    else { return (unit, index + 1) }
    return (Unit((power.value == 2 ? "square " : "cubic ") + unit.name), index + 2)
  }

  /// Whether a unit's name is one here: "second" and "hand" have other lives.
  func isUnit(_ unit: Unit, at index: Int, _ draft: Draft) -> Bool {
    guard let token = sentence.token(index) else { return false }
    if sentence.isWord(index, in: doubtfulNames) {
      return sentence.isGlued(index) || sentence.isHyphen(index - 1)
    }
    return
      !(token.isCapitalised && !token.traits.contains(.allCapitals) && sentence.isName(index)
      && sentence.isName(index + 1))
  }

  /// Whether a sign of one or two letters is a unit here rather than a word or an initial.
  func isSign(_ unit: Unit, at index: Int, _ draft: Draft) -> Bool {
    guard let token = sentence.token(index) else { return false }
    let isShort = token.end - token.start == 1
    if unit.kind == .temperature {
      return isShort && sentence.isGlued(index) && draft.form == .digits
        && !sentence.isHyphen(index - 1)
        && (abs(draft.low) >= 5 || draft.low != draft.low.rounded()) && abs(draft.low) < 2000
    }
    if unit.name == "penny" { return sentence.isGlued(index) && draft.form == .digits }
    if isShort, sentence.isHyphen(index - 1), token.isCapitalised { return false }
    if sentence.isGlued(index) { return !(isShort && draft.form != .digits) }
    if draft.form == .words { return sentence.isWord(index, in: plainSigns) }
    guard draft.form == .digits else { return false }
    if sentence.isWord(index, in: doubtfulSigns) { return false }
    guard isShort else { return true }
    return !sentence.isWord(index + 1) || sentence.has(index + 1, .closed)
  }

  /// "years old", "year-old", "years of age", "yo".
  func age(_ unit: Unit, at index: Int) -> (Unit, Int)? {
    guard unit.kind == .time else { return nil }
    let next = sentence.isHyphen(index + 1) ? index + 2 : index + 1
    if sentence.isWord(next, in: oldWords) {
      return (Unit(unit.name + " of age", .age), next + 1)
    }
    if sentence.isWord(next, ofKey), sentence.isWord(next + 1, ageKey) {
      return (Unit(unit.name + " of age", .age), next + 2)
    }
    return nil
  }

  /// Joins what stands behind a slash: "kV/cm", "centimetres/millisecond".
  func compound(_ found: (Unit, Int)) -> (Unit, Int) {
    guard found.0.kind != .percent, sentence.isSign(found.1, "/"), sentence.isGlued(found.1),
      let (below, end) = length(at: found.1 + 1) ?? sign(at: found.1 + 1)
    else { return found }
    return (Unit(found.0.name + " per " + below.name), end)
  }

  /// "37m" is thirty-seven million before what can be counted, else metres.
  func decideShortScale(_ draft: inout Draft) {
    guard draft.hasShortScale, let letter = sentence.token(draft.number.upperBound - 1) else {
      return
    }
    let next = draft.number.upperBound
    let isCounted =
      sentence.isWord(next, ofKey) || sawMillions && !sentence.isHyphen(next)
      || sentence.isWord(next) && !sentence.has(next, .closed)
        && !sentence.isWord(next, in: extentWords)
    let exact = sentence.exactKey(draft.number.upperBound - 1)
    guard let unit = UnitTable.signs[exact], !letter.isCapitalised, !isCounted else { return }
    draft.dropShortScale()
    draft.unit = unit
    draft.cover(draft.written.lowerBound..<next)
  }
}

private let ofKey = WordKey("of")
private let ageKey = WordKey("age")
private let oldWords = WordSet("old olds")
private let extentWords = WordSet("long wide tall high deep across away")
private let doubtfulNames = WordSet(
  "second hand hands bar bars mole moles grain grains sec min mins stone stones gray grays dram lux kt rpm degree"
)
/// Signs that also stand behind a number in words, as they are nothing else.
private let plainSigns = WordSet("kg km cm mm ml mg kw kwh mw mwh gw gwh mph")
private let doubtfulSigns = WordSet("in us pt as am at kn st")
