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

  // MARK: Before the number

  /// The currency that ends right before a token, and its first token.
  func currency(before index: Int) -> (Unit, Int)? {
    var place = index - 1
    if sentence.isDash(place), sentence.isGlued(index) { place -= 1 }
    guard place >= floor, let token = sentence.token(place) else { return nil }
    if token.kind == .symbol, let unit = CurrencyTable.currency(ofSign: token.bits) {
      guard unit.name == "dollar" else { return (unit, place) }
      return prefixedDollar(signAt: place)
    }
    if let unit = letterCurrency(at: place) { return (unit, place) }
    guard token.isWord, let unit = code(at: place) else { return nil }
    if sentence.isSign(place - 1, "$"), sentence.isGlued(place) { return (unit, place - 1) }
    return (unit, place)
  }

  /// "$", "US$", "A $", and "$US" is read by the caller's code.
  private func prefixedDollar(signAt place: Int) -> (Unit, Int) {
    let dollar = CurrencyTable.money("dollar")
    guard place > floor, let prefix = sentence.token(place - 1), prefix.isWord,
      prefix.isCapitalised,
      let unit = CurrencyTable.dollarPrefixes[prefix.bits]
    else { return (dollar, place) }
    let isGlued = sentence.isGlued(place)
    let isLong =
      prefix.traits.contains(.allCapitals) || prefix.end - prefix.start == 1 && isGlued
      || prefix.end - prefix.start == 1 && sentence.lowercased(place - 1) != "a"
    return isGlued || isLong ? (unit, place - 1) : (dollar, place)
  }

  /// "R5bn", "Y500 billion": one letter for a currency, before sums only.
  private func letterCurrency(at index: Int) -> Unit? {
    guard sentence.isGlued(index + 1), sentence.isNumber(index + 1),
      let unit = CurrencyTable.letters[sentence.exactKey(index)],
      let number = NumberReader(sentence.tokens).number(at: index + 1)
    else { return nil }
    let isSum = number.scale > 1 || sentence.token(index + 1)?.traits.contains(.grouped) == true
    return isSum ? unit : nil
  }

  private func code(at index: Int) -> Unit? {
    if let unit = CurrencyTable.codes[sentence.exactKey(index)] {
      let isLetterPair = unit.name == "pound sterling" && sentence.lowercased(index) == "ps"
      return isLetterPair && !sentence.isGlued(index + 1) ? nil : unit
    }
    if sentence.isSign(index - 1, "$"), sentence.isGlued(index), let token = sentence.token(index) {
      return CurrencyTable.dollarPrefixes[token.bits]
    }
    return ["usd", "rs", "rmb", "eur", "inr", "gbp", "rm", "sen"].contains(
      sentence.lowercased(index))
      && sentence.isNumber(index + 1)
      ? CurrencyTable.codes[upperKey(index)] ?? CurrencyTable.names[sentence.tokens[index].bits]
      : nil
  }

  private func upperKey(_ index: Int) -> UInt64 {
    var key = WordKey()
    for byte in sentence.lowercased(index).utf8 {
      key.addExactly(byte &- 0x61 < 26 ? byte - 0x20 : byte)
    }
    return key.bits
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

  // MARK: After the number

  /// "$5 US", "$5 million dollars", "$5 million Canadian".
  private func takeCurrencyAfter(_ draft: inout Draft) {
    let next = draft.number.upperBound
    guard let token = sentence.token(next), token.isWord else { return }
    if draft.unit?.name == "dollar", let nation = CurrencyTable.nations[token.bits],
      !sentence.isWord(next + 1) || sentence.has(next + 1, .closed)
    {
      draft.unit = CurrencyTable.unit(nation: nation, name: CurrencyTable.money("dollar"))
      draft.cover(draft.written.lowerBound..<next + 1)
    } else if CurrencyTable.names[token.bits] != nil
      || sentence.isWord(next, usKey)
        && token.traits.contains(.allCapitals)
    {
      draft.cover(draft.written.lowerBound..<next + 1)
    } else if draft.unit?.name == "dollar",
      ["AUD", "CAD", "NZD", "USD", "SGD", "HKD"].contains(
        sentence.lowercased(next).uppercased()),
      let unit = CurrencyTable.codes[sentence.exactKey(next)]
    {
      draft.unit = unit
      draft.cover(draft.written.lowerBound..<next + 1)
    }
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
    if sentence.isSign(place, "("), sentence.isSign(place + 2, ")"), let found = sign(at: place + 1)
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

  private func areaName(_ index: Int) -> String {
    sentence.isWord(index, in: cubicWords) ? "cubic" : "square"
  }

  private func length(at index: Int) -> (Unit, Int)? {
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

  private func namedCurrency(at index: Int, _ draft: Draft) -> (Unit, Int)? {
    guard let token = sentence.token(index) else { return nil }
    if let nation = CurrencyTable.nations[token.bits] {
      let isTwoWords = nation.contains(" ") || sentence.isWord(index, newKey)
      return namedCurrency(nation, at: index + 1, isTwoWords)
    }
    if sentence.isWord(index, in: nationStarts), let second = sentence.token(index + 1),
      let nation = CurrencyTable.nations[second.bits]
    {
      return namedCurrency(nation, at: index + 2, true)
    }
    if let nation = unlistedNation(at: index) {
      return namedCurrency(nation, at: index + 1, true)
    }
    if let unit = CurrencyTable.names[token.bits] {
      let isVerb = unit.name == "south korean won" && draft.low < 1000
      return isVerb || unit.name == "crown" && draft.low < 100 ? nil : (unit, index + 1)
    }
    if sentence.isWord(index, in: poundWords), isMoney(draft) {
      let end = sentence.isWord(index + 1, sterlingKey) ? index + 2 : index + 1
      return (CurrencyTable.money("pound sterling"), end)
    }
    if let unit = CurrencyTable.codes[sentence.exactKey(index)],
      token.traits.contains(.allCapitals),
      unit.name != "pound sterling" || token.end - token.start == 3,
      !sentence.isNumber(index + 1) || !sentence.isGlued(index + 1)
    {
      return (unit, index + 1)
    }
    if sentence.isWord(index, in: codeWords),
      !sentence.isNumber(index + 1) || !sentence.isGlued(index + 1)
    {
      return CurrencyTable.codes[upperKey(index)].map { ($0, index + 1) }
    }
    return nil
  }

  /// "Bermudian dollars": a word that ends like a nation's adjective before a currency's name.
  private func unlistedNation(at index: Int) -> String? {
    guard let name = sentence.token(index + 1), CurrencyTable.names[name.bits] != nil,
      !sentence.has(index, WordClass.closed.union(.verb)), !sentence.isWord(index, in: notNations)
    else { return nil }
    let word = sentence.lowercased(index)
    let endings = ["an", "ish", "ese", "ch", "ic", "i", "een"]
    return endings.contains(where: word.hasSuffix) ? word : nil
  }

  private func namedCurrency(_ nation: String, at index: Int, _ two: Bool) -> (Unit, Int)? {
    guard let token = sentence.token(index), token.isWord else { return nil }
    let isPound = sentence.isWord(index, in: poundWords)
    guard let unit = isPound ? Unit("pound-mass") : CurrencyTable.names[token.bits] else {
      return nil
    }
    return (CurrencyTable.unit(nation: nation, name: unit), index + 1)
  }

  /// Whether pounds are money: millions of them, or a sign or word of money nearby.
  private func isMoney(_ draft: Draft) -> Bool {
    let next = draft.number.upperBound
    if sentence.isWord(next + 1, sterlingKey) || draft.scale >= 1e6 { return true }
    let window = max(0, draft.number.lowerBound - 8)..<min(sentence.count, next + 8)
    return window.contains {
      sentence.isSign($0, "£") || sentence.isWord($0, in: moneyWords)
    }
  }
}

// MARK: - Signs, ages, rates

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
  private func isUnit(_ unit: Unit, at index: Int, _ draft: Draft) -> Bool {
    guard let token = sentence.token(index) else { return false }
    if sentence.isWord(index, in: doubtfulNames) {
      return sentence.isGlued(index) || sentence.isHyphen(index - 1)
    }
    return
      !(token.isCapitalised && !token.traits.contains(.allCapitals) && sentence.isName(index)
      && sentence.isName(index + 1))
  }

  /// Whether a sign of one or two letters is a unit here rather than a word or an initial.
  private func isSign(_ unit: Unit, at index: Int, _ draft: Draft) -> Bool {
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
    guard draft.form == .digits else { return false }
    if sentence.isWord(index, in: doubtfulSigns) { return false }
    guard isShort else { return true }
    return !sentence.isWord(index + 1) || sentence.has(index + 1, .closed)
  }

  /// "years old", "year-old", "years of age", "yo".
  private func age(_ unit: Unit, at index: Int) -> (Unit, Int)? {
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
  private func compound(_ found: (Unit, Int)) -> (Unit, Int) {
    guard found.0.kind != .percent, sentence.isSign(found.1, "/"), sentence.isGlued(found.1),
      let (below, end) = length(at: found.1 + 1) ?? sign(at: found.1 + 1)
    else { return found }
    return (Unit(found.0.name + " per " + below.name), end)
  }

  /// "37m" is thirty-seven million before what can be counted, else metres.
  private func decideShortScale(_ draft: inout Draft) {
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

  /// "per day", "a month", "an hour", "/kg", "each" of what the unit or counted noun is for.
  func takeRate(_ draft: inout Draft) {
    guard let unitName = draft.unitName, let (name, end) = rate(at: draft.written.upperBound, draft)
    else { return }
    draft.unitName = unitName + " per " + name
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
    guard let token = sentence.token(place), token.isWord,
      !sentence.has(place, [.determiner, .preposition, .pronoun]),
      !sentence.isWord(place, in: rateNumbers),
      !(isArticle && sentence.isWord(place + 1, in: comparedWords))
    else { return nil }
    if sentence.isWord(place, in: areaWords), let (unit, end) = length(at: place + 1) {
      return (areaName(place) + " " + unit.name, end)
    }
    if sentence.isWord(place, annumKey) { return ("year", place + 1) }
    if let unit = UnitTable.names[token.bits] ?? (isPer ? sign(at: place)?.0 : nil) {
      return (unit.name, place + 1)
    }
    guard isPer && !isSlash || sentence.isWord(place, in: rateNouns) else { return nil }
    let head = isPer ? headNoun(from: place) : place
    return (singular(sentence.lowercased(head)), head + 1)
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

private let orKey = WordKey("or")
private let indefinite = WordSet("a an")
private let minusKey = WordKey("minus")
private let usKey = WordKey("us")
private let perKey = WordKey("per")
private let centKey = WordKey("cent")
private let cKey = WordKey("c")
private let fKey = WordKey("f")
private let celsiusKey = WordKey("celsius")
private let centigradeKey = WordKey("centigrade")
private let fahrenheitKey = WordKey("fahrenheit")
private let ofKey = WordKey("of")
private let ageKey = WordKey("age")
private let newKey = WordKey("new")
private let annumKey = WordKey("annum")
private let sterlingKey = WordKey("sterling")
private let percentWords = WordSet("percent percentage pct percents pc")
private let degreeWords = WordSet("degree degrees deg")
private let areaWords = WordSet("square sq cubic cu")
private let cubicWords = WordSet("cubic cu")
private let pointWords = WordSet("point points")
private let poundWords = WordSet("pound pounds")
private let nationStarts = WordSet("new hong south sri")
private let codeWords = WordSet("usd eur gbp rmb cny inr jpy aud cad btc")
private let notNations = WordSet("million billion trillion public domestic")
private let oldWords = WordSet("old olds")
private let articles = WordSet("a an each every")
private let comparedWords = WordSet("earlier ago later before after from old")
private let rateNumbers = WordSet("hundred thousand million billion dozen half quarter third")
private let extentWords = WordSet("long wide tall high deep across away")
private let doubtfulNames = WordSet(
  "second hand hands bar bars mole moles grain grains sec min mins stone stones gray grays dram lux kt rpm degree"
)
private let doubtfulSigns = WordSet("in us pt as am at kn st")
private let moneyWords = WordSet(
  "cost costs price prices priced paid pay worth salary fine fined fee wage wages profit sterling")
private let rateNouns = WordSet(
  """
  share barrel ounce bottle head person piece game unit bushel ticket seat worker employee visit
  gallon litre liter mile kilometre kilometer kilo pound ton tonne square night pop pint member
  household student pupil child family head hectare acre bag box week roll
  """)
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
