import Prose

/// Reads currencies before a number and units after it.
struct UnitReader {
  let sentence: Sentence
  /// Whether an earlier number of the passage was so many million, so that "m" means that again.
  var sawMillions = false
  /// The first token that a unit may take: what stands before belongs to another number.
  var floor = 0

  /// Adds currency, unit and rate to a draft.
  func measure(_ draft: inout Draft) {
    if let (unit, start) = currency(before: draft.number.lowerBound) {
      draft.cover(start..<draft.written.upperBound)
      draft.unit = unit
    }
    takeSign(&draft)
    if draft.unit?.kind == .money {
      takeCurrencyAfter(&draft)
    } else if let (unit, end) = unit(after: draft.number.upperBound, of: draft) {
      draft.unit = unit
      draft.cover(draft.written.lowerBound..<end)
    } else {
      decideShortScale(&draft)
    }
    draft.unitName = draft.unit?.name
    takeRate(&draft)
  }

  /// "-1.3%", "minus 260": a dash that touches the number and nothing before it.
  private func takeSign(_ draft: inout Draft) {
    let start = draft.written.lowerBound
    let isMinus =
      sentence.isWord(start - 1, minusKey)
      || sentence.isHyphen(start - 1) && sentence.isWord(start - 2, minusKey)
    if isMinus {
      let first = sentence.isWord(start - 1, minusKey) ? start - 1 : start - 2
      guard first >= floor, !sentence.isWord(first - 1, orKey), !sentence.isNumber(first - 1) else {
        return
      }
      draft.low = -draft.low
      draft.cover(first..<draft.written.upperBound)
      return
    }
    let isPlus = sentence.isSign(start - 1, "+")
    guard start > floor, sentence.isDash(start - 1) || isPlus, sentence.isGlued(start),
      start < 2 || !sentence.isGlued(start - 1) || sentence.isSign(start - 2, "(")
    else { return }
    if !isPlus { draft.low = -draft.low }
    draft.hasSign = true
    draft.cover(start - 1..<draft.written.upperBound)
  }

  /// The unit that starts after a number, perhaps behind a hyphen, and the token after it.
  func unit(after index: Int, of draft: Draft) -> (Unit, Int)? {
    var place = index
    if sentence.isHyphen(place) { place += 1 }
    // "30 - year bonds", from text that was cut into words and joined again.
    if sentence.isSign(place, "-"), !sentence.isGlued(place), !sentence.isGlued(place + 1),
      let token = sentence.token(place + 1), let unit = UnitTable.names[token.bits], unit.isTime
    {
      return (unit, place + 2)
    }
    if sentence.isSign(place, "("), !sentence.isGlued(place), sentence.isSign(place + 2, ")"),
      let found = sign(at: place + 1)
    {
      return (found.0, place + 3)
    }
    // "half a metre", "a tenth of a point": a part of one unit.
    if draft.form == .fraction {
      let article = sentence.isWord(place, ofKey) ? place + 1 : place
      if sentence.isWord(article, in: indefinite), let found = length(at: article + 1) {
        return found
      }
    }
    if let found = symbol(at: place) ?? phrase(at: place, draft) { return compound(found) }
    guard let token = sentence.token(place), token.isWord else { return nil }
    if let money = namedCurrency(at: place, draft) { return money }
    if let unit = UnitTable.names[token.bits], isUnit(unit, at: place, draft) {
      return compound(age(unit, at: place) ?? (unit, place + 1))
    }
    return sign(at: place).flatMap { isSign($0.0, at: place, draft) ? compound($0) : nil }
  }

  private func symbol(at index: Int) -> (Unit, Int)? {
    guard let token = sentence.token(index), token.kind == .symbol else { return nil }
    switch token.bits {
    case 0x25, 0x066A, 0xFF05: return (Unit("percentage", .percent), index + 1)
    case 0x2030: return (Unit("per mille", .percent), index + 1)
    case 0x2103: return (Unit("celsius", .temperature), index + 1)
    case 0x2109: return (Unit("fahrenheit", .temperature), index + 1)
    case 0xB0, 0xBA: return degrees(after: index + 1)
    case 0x24, 0x20AC, 0xA3, 0xA2, 0xA5, 0x20B9:
      guard !sentence.isNumber(index + 1) || !sentence.isGlued(index + 1) else { return nil }
      return CurrencyTable.currency(ofSign: token.bits).map { ($0, index + 1) }
    default: return nil
    }
  }

  /// What follows "°" or "degrees": a scale, or nothing.
  private func degrees(after index: Int) -> (Unit, Int) {
    let key = sentence.token(index)?.bits
    if key == cKey.bits || key == celsiusKey.bits || key == centigradeKey.bits {
      return (Unit("celsius", .temperature), index + 1)
    }
    if key == fKey.bits || key == fahrenheitKey.bits {
      return (Unit("fahrenheit", .temperature), index + 1)
    }
    return (Unit("degree"), index)
  }

  /// Units of several words: "per cent", "square metres", "degrees Celsius", "years old".
  private func phrase(at index: Int, _ draft: Draft) -> (Unit, Int)? {
    guard let token = sentence.token(index), token.isWord else { return nil }
    if sentence.isWord(index, perKey), sentence.isWord(index + 1, centKey) {
      return points(after: index + 2) ?? (Unit("percentage", .percent), index + 2)
    }
    if sentence.isWord(index, in: percentWords) {
      return points(after: index + 1) ?? (Unit("percentage", .percent), index + 1)
    }
    if sentence.isWord(index, in: degreeWords) { return degrees(after: index + 1) }
    if sentence.isWord(index, in: areaWords), let (unit, end) = length(at: index + 1) {
      return (Unit(areaName(index) + " " + unit.name), end)
    }
    return twoWords(at: index)
  }

  func areaName(_ index: Int) -> String {
    sentence.isWord(index, in: cubicWords) ? "cubic" : "square"
  }

  func length(at index: Int) -> (Unit, Int)? {
    let place = sentence.isHyphen(index) ? index + 1 : index
    guard let token = sentence.token(place), token.isWord else { return nil }
    if let unit = UnitTable.names[token.bits] { return (unit, place + 1) }
    return UnitTable.signs[sentence.exactKey(place)].map { ($0, place + 1) }
  }

  /// "percentage points", "basis points".
  private func points(after index: Int) -> (Unit, Int)? {
    let place = sentence.isHyphen(index) ? index + 1 : index
    return sentence.isWord(place, in: pointWords)
      ? (Unit("percentage point", .points), place + 1) : nil
  }

  private func twoWords(at index: Int) -> (Unit, Int)? {
    let next = sentence.isHyphen(index + 1) ? index + 2 : index + 1
    guard let first = sentence.token(index), let second = sentence.token(next), second.isWord else {
      return nil
    }
    var pair = first.bits
    pair = pair &* 31 &+ second.bits
    return unitPairs[pair].map { ($0, next + 1) }
  }
}

private let orKey = WordKey("or")
private let minusKey = WordKey("minus")
private let perKey = WordKey("per")
private let centKey = WordKey("cent")
private let cKey = WordKey("c")
private let fKey = WordKey("f")
private let celsiusKey = WordKey("celsius")
private let centigradeKey = WordKey("centigrade")
private let fahrenheitKey = WordKey("fahrenheit")
private let ofKey = WordKey("of")
private let percentWords = WordSet("percent percentage pct percents pc")
private let degreeWords = WordSet("degree degrees deg")
private let cubicWords = WordSet("cubic cu")
private let pointWords = WordSet("point points")
/// Units of two words; the keys of both are joined as `twoWords` joins them.
private let unitPairs = WordPairTable([
  ("basis point", "basis point"), ("metric ton", "metric ton"), ("metric tonne", "metric ton"),
  ("nautical mile", "nautical mile"), ("light year", "light-year"),
  ("kilowatt hour", "kilowatt hour"), ("megawatt hour", "megawatt hour"),
  ("gigawatt hour", "gigawatt hour"), ("terawatt hour", "terawatt hour"),
  ("watt hour", "watt hour"), ("foot pound", "foot-pound"), ("pound foot", "pound-foot"),
  ("lb ft", "pound-foot"), ("fluid ounce", "fluid ounce"), ("brake horsepower", "brake horsepower"),
  ("troy ounce", "troy ounce"), ("short ton", "short ton"), ("long ton", "long ton"),
  ("newton metre", "newton metre"), ("newton meter", "newton metre"), ("air mile", "air mile"),
])
