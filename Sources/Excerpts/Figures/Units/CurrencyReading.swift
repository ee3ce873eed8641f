import Prose

/// Currencies before and behind a number: by sign, code, letter and name.
extension UnitReader {
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
      let unit = CurrencyTable.letters[sentence.exactKey(index)]
    else { return nil }
    return isSum(index + 1) ? unit : nil
  }

  /// Whether a number with a scale or with groups of digits begins here.
  private func isSum(_ index: Int) -> Bool {
    guard let number = NumberReader(sentence.tokens).number(at: index) else { return false }
    return number.scale > 1 || sentence.token(index)?.traits.contains(.grouped) == true
  }

  private func code(at index: Int) -> Unit? {
    if sentence.isWord(index, in: wordLikeCodes), !isSum(index + 1) { return nil }
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

  /// "$5 US", "$5 million dollars", "$5 million Canadian".
  func takeCurrencyAfter(_ draft: inout Draft) {
    let next = draft.number.upperBound
    guard let token = sentence.token(next), token.isWord else { return }
    let isDollar = draft.unit?.name == "dollar"
    if isDollar, let unit = dollar(named: next) {
      draft.unit = unit
    } else if CurrencyTable.names[token.bits] == nil,
      !(sentence.isWord(next, usKey) && token.traits.contains(.allCapitals))
    {
      return
    }
    draft.cover(draft.written.lowerBound..<next + 1)
  }

  /// Which dollar the word behind "$5 million" says: "Canadian" or "CAD".
  private func dollar(named index: Int) -> Unit? {
    guard let token = sentence.token(index) else { return nil }
    let isLast = !sentence.isWord(index + 1) || sentence.has(index + 1, .closed)
    if isLast, let nation = CurrencyTable.nations[token.bits] {
      return CurrencyTable.unit(nation: nation, name: CurrencyTable.money("dollar"))
    }
    return sentence.isWord(index, in: dollarCodes)
      ? CurrencyTable.codes[sentence.exactKey(index)] : nil
  }

  func namedCurrency(at index: Int, _ draft: Draft) -> (Unit, Int)? {
    nationalCurrency(at: index) ?? plainCurrency(at: index, draft)
      ?? codedCurrency(at: index)
  }

  /// "Canadian dollars", "New Zealand dollars", "Bermudian dollars".
  private func nationalCurrency(at index: Int) -> (Unit, Int)? {
    guard let token = sentence.token(index) else { return nil }
    if let nation = CurrencyTable.nations[token.bits] {
      return namedCurrency(nation, at: index + 1)
    }
    if sentence.isWord(index, in: nationStarts), let second = sentence.token(index + 1),
      let nation = CurrencyTable.nations[second.bits]
    {
      return namedCurrency(nation, at: index + 2)
    }
    return unlistedNation(at: index).flatMap { namedCurrency($0, at: index + 1) }
  }

  /// "dollars", "yuan"; "won" and "crowns" are often something else.
  private func plainCurrency(at index: Int, _ draft: Draft) -> (Unit, Int)? {
    guard let token = sentence.token(index) else { return nil }
    if let unit = CurrencyTable.names[token.bits] {
      let isVerb = unit.name == "south korean won" && draft.low < 1000
      return isVerb || unit.name == "crown" && draft.low < 100 ? nil : (unit, index + 1)
    }
    guard sentence.isWord(index, in: poundWords), isMoney(draft) else { return nil }
    let end = sentence.isWord(index + 1, sterlingKey) ? index + 2 : index + 1
    return (CurrencyTable.money("pound sterling"), end)
  }

  /// "5 million EUR", "300 usd"; not where the code belongs to the number behind it.
  private func codedCurrency(at index: Int) -> (Unit, Int)? {
    guard let token = sentence.token(index),
      !sentence.isNumber(index + 1) || !sentence.isGlued(index + 1)
    else { return nil }
    if let unit = CurrencyTable.codes[sentence.exactKey(index)],
      token.traits.contains(.allCapitals),
      unit.name != "pound sterling" || token.end - token.start == 3
    {
      return (unit, index + 1)
    }
    guard sentence.isWord(index, in: codeWords) else { return nil }
    return CurrencyTable.codes[upperKey(index)].map { ($0, index + 1) }
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

  func namedCurrency(_ nation: String, at index: Int) -> (Unit, Int)? {
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

private let usKey = WordKey("us")
private let sterlingKey = WordKey("sterling")
private let poundWords = WordSet("pound pounds")
private let nationStarts = WordSet("new hong south sri")
private let codeWords = WordSet("usd eur gbp rmb cny inr jpy aud cad btc")
private let notNations = WordSet("million billion trillion public domestic")
private let moneyWords = WordSet(
  "cost costs price prices priced paid pay worth salary fine fined fee wage wages profit sterling")
private let dollarCodes = WordSet("aud cad nzd usd sgd hkd")
/// Codes that are words too, as in a headline in capitals: "TOP 10 FILMS".
private let wordLikeCodes = WordSet("all top mad try pen cup cop gel sos bam mop")
