/// Reads numbers from tokens: digits with their scales, words, fractions, ratios and plural
/// scales. Each reading takes a bounded look ahead, save for runs of scale words, which are
/// taken in one pass.
public struct NumberReader {
  private let tokens: [Token]

  /// Makes a reader of one sentence.
  public init(_ tokens: [Token]) { self.tokens = tokens }

  /// Whether a word can begin a number; every other word is passed over.
  public static func mayBegin(with token: Token) -> Bool {
    switch token.numberWord {
    case .unit, .teen, .tens, .many, .half, .part, .ordinal, .scale: true
    default: false
    }
  }

  /// Whether a word begins a cardinal number, so that it is no noun.
  public static func beginsCount(_ token: Token) -> Bool {
    switch token.numberWord {
    case .unit, .teen, .tens, .many, .scale: true
    default: false
    }
  }

  /// The number that starts at a token; nil where none does.
  public func number(at index: Int) -> NumberReading? {
    guard index < tokens.count else { return nil }
    let token = tokens[index]
    if token.isNumber { return digits(at: index) }
    guard token.isWord, let word = token.numberWord else { return nil }
    switch word {
    case .unit, .teen, .tens: return spelled(at: index)
    case .many(let scale): return many(at: index, scale)
    case .half: return half(at: index)
    case .article: return article(at: index)
    case .ordinal, .part: return ordinal(at: index)
    case .scale, .shortScale, .and, .oneOf: return nil
    }
  }

  private func word(_ index: Int) -> NumberWord? {
    index < tokens.count ? tokens[index].numberWord : nil
  }

  private func isDash(_ index: Int) -> Bool {
    index < tokens.count && tokens[index].isDash && tokens[index].isGlued
  }

  private func isWord(_ index: Int, _ key: WordKey) -> Bool {
    index < tokens.count && tokens[index].is(key)
  }

  /// The place after a hyphen, or the same place where none stands.
  private func pastDash(_ index: Int) -> Int {
    isDash(index) && index + 1 < tokens.count && tokens[index + 1].isGlued ? index + 1 : index
  }
}

// MARK: - Digits

extension NumberReader {
  private func digits(at index: Int) -> NumberReading {
    let token = tokens[index]
    var reading = NumberReading(
      tokens: index..<index + 1, value: token.value, form: .digits,
      isRepresentable: !token.traits.contains(.unrepresentable))
    if let fraction = vulgarFraction(at: index) { return fraction }
    if isOrdinalEnding(index + 1) {
      reading.form = .ordinal
      reading.tokens = index..<index + 2
      return reading
    }
    takePowerOfTen(&reading)
    takeHalf(&reading)
    takeScales(&reading)
    return ratio(from: reading) ?? reading
  }

  private func isOrdinalEnding(_ index: Int) -> Bool {
    guard index < tokens.count, tokens[index].isGlued, tokens[index].isWord else { return false }
    guard ordinalEndings[tokens[index].bits] != nil else { return false }
    // "25st" is a weight in stone: only a one makes an ordinal in "st".
    let last = tokens[index - 1].value.truncatingRemainder(dividingBy: 10)
    return !tokens[index].is(stKey) || last == 1
  }

  /// "1/2", "3 1/2" and "1⁄2"; other slashes are dates, scores or choices.
  private func vulgarFraction(at index: Int) -> NumberReading? {
    if let part = slashFraction(at: index) {
      return NumberReading(tokens: index..<index + 3, value: part, form: .fraction)
    }
    guard !tokens[index].traits.contains(.decimal), tokens[index].digits <= 3 else { return nil }
    let next = pastDash(index + 1)
    if let part = slashFraction(at: next), tokens[next].isGlued == (next > index + 1) {
      return NumberReading(
        tokens: index..<next + 3, value: tokens[index].value + part, form: .fraction)
    }
    if next < tokens.count, tokens[next].isNumber, tokens[next].traits.contains(.fraction),
      tokens[next].digits == 0
    {
      let value = tokens[index].value + tokens[next].value
      return NumberReading(tokens: index..<next + 1, value: value, form: .digits)
    }
    return nil
  }

  private func slashFraction(at index: Int) -> Double? {
    guard index + 2 < tokens.count, tokens[index].isNumber, tokens[index + 2].isNumber,
      tokens[index + 1].is("/") || tokens[index + 1].is("⁄"), tokens[index + 1].isGlued,
      tokens[index + 2].isGlued
    else { return nil }
    let above = tokens[index].value
    let below = tokens[index + 2].value
    guard above > 0, above < below, [2, 3, 4, 5, 6, 8, 10, 16, 32].contains(below),
      above == above.rounded(), !(above == 9 && below == 11),
      index + 3 >= tokens.count
        || !tokens[index + 3].is("/")
    else { return nil }
    return above / below
  }

  /// "2.998×10−8", "3 x 10^8", "10⁶".
  private func takePowerOfTen(_ reading: inout NumberReading) {
    var next = reading.tokens.upperBound
    let isBare = reading.value == 10 && next < tokens.count
    if isBare, tokens[next].traits.contains(.superscript) {
      reading.value = scaled(1, byTenTo: Int(tokens[next].value))
      reading.tokens = reading.tokens.lowerBound..<next + 1
      return
    }
    guard next + 1 < tokens.count,
      tokens[next].is("×") || tokens[next].is("*") || tokens[next].is(timesKey),
      tokens[next + 1].isNumber, tokens[next + 1].value == 10
    else { return }
    next += 2
    if next < tokens.count, tokens[next].is("^") { next += 1 }
    let isNegative = next < tokens.count && (tokens[next].isDash || tokens[next].is("⁻"))
    if isNegative { next += 1 }
    guard next < tokens.count, tokens[next].kind == .number, tokens[next].isGlued,
      tokens[next].value < 1000
    else { return }
    let exponent = Int(tokens[next].value)
    reading.value = scaled(reading.value, byTenTo: isNegative ? -exponent : exponent)
    reading.isRepresentable = reading.isRepresentable && reading.value.isFinite
    reading.tokens = reading.tokens.lowerBound..<next + 1
  }

  /// Million, bn, crore and their chains; the value may overflow, which is told, not trapped.
  private func takeScales(_ reading: inout NumberReading) {
    var next = reading.tokens.upperBound
    while true {
      let place = pastDash(next)
      guard place < tokens.count else { break }
      if case .scale(let scale)? = word(place) {
        reading.scale *= scale
      } else if case .shortScale(let scale)? = word(place), tokens[place].isGlued,
        place == next, reading.scale == 1, reading.form == .digits
      {
        reading.scale = scale
        reading.hasShortScale = true
        reading.tokens = reading.tokens.lowerBound..<place + 1
        break
      } else {
        break
      }
      next = place + 1
      reading.tokens = reading.tokens.lowerBound..<next
    }
    reading.value *= reading.scale
    if !reading.value.isFinite {
      reading.isRepresentable = false
      reading.value = 0
    }
  }

  /// "two and a half", before a scale or a noun.
  private func takeHalf(_ reading: inout NumberReading) {
    let first = pastDash(reading.tokens.upperBound)
    guard case .and? = word(first) else { return }
    let second = pastDash(first + 1)
    guard case .article? = word(second) else { return }
    let third = pastDash(second + 1)
    switch word(third) {
    case .half?: reading.value += 0.5
    case .part(let part)? where part == 0.25: reading.value += 0.25
    default: return
    }
    reading.tokens = reading.tokens.lowerBound..<third + 1
  }

  /// "one in four", "nine out of 10".
  private func ratio(from reading: NumberReading) -> NumberReading? {
    guard reading.scale == 1, reading.value == reading.value.rounded() else { return nil }
    var next = reading.tokens.upperBound
    guard next < tokens.count, tokens[next].isWord else { return nil }
    if isWord(next, outKey) || isWord(next, inKey) || isWord(next, ofKey) {
      let needsEvery = isWord(next, ofKey)
      if isWord(next, outKey) {
        guard isWord(next + 1, ofKey) else { return nil }
        next += 1
      }
      next += 1
      let hasEvery = isWord(next, everyKey)
      if hasEvery { next += 1 }
      if needsEvery, !hasEvery { return nil }
      guard let ratio = ratio(reading, outOf: next) else { return nil }
      let isPlainIn = isWord(reading.tokens.upperBound, inKey) && !hasEvery
      return isPlainIn && !isUsualWhole(at: next) ? nil : ratio
    }
    return nil
  }

  /// "in 10" and "in four" are wholes of a ratio, "in 26" counts something else.
  private func isUsualWhole(at index: Int) -> Bool {
    guard tokens[index].isNumber else { return true }
    let whole = tokens[index].value
    return whole <= 12 || whole.truncatingRemainder(dividingBy: 10) == 0
  }

  private func ratio(_ reading: NumberReading, outOf index: Int) -> NumberReading? {
    guard index < tokens.count else { return nil }
    let whole = tokens[index].isNumber ? plainDigits(at: index) : spelledPlain(at: index)
    guard let whole, whole.value > reading.value, reading.value > 0,
      whole.value <= 1000 || whole.value == whole.scale || tokens[index].traits.contains(.grouped)
    else { return nil }
    return NumberReading(
      tokens: reading.tokens.lowerBound..<whole.tokens.upperBound,
      value: reading.value / whole.value, form: .ratio)
  }

  private func plainDigits(at index: Int) -> NumberReading? {
    guard !tokens[index].traits.contains(.unrepresentable), !isOrdinalEnding(index + 1) else {
      return nil
    }
    var reading = NumberReading(
      tokens: index..<index + 1, value: tokens[index].value, form: .digits)
    takeScales(&reading)
    return reading.isRepresentable ? reading : nil
  }
}

// MARK: - Words

extension NumberReader {
  private func spelled(at index: Int) -> NumberReading? {
    guard var reading = spelledPlain(at: index) else { return nil }
    if let fraction = spelledFraction(reading) { return fraction }
    if endsAsOrdinal(reading) {
      reading.form = .ordinal
      reading.tokens = reading.tokens.lowerBound..<pastDash(reading.tokens.upperBound) + 1
      return reading
    }
    takeHalf(&reading)
    takePoint(&reading)
    if reading.scale == 1 { takeScales(&reading) }
    return ratio(from: reading) ?? reading
  }

  /// Groups of hundreds, each with its scale, summed: "two million three hundred and five".
  private func spelledPlain(at index: Int) -> NumberReading? {
    var sum = SpelledSum()
    var next = index
    while next < tokens.count {
      let place = next == index ? next : pastDash(next)
      guard let word = word(place), sum.add(word, dashed: place > next) else {
        guard case .and? = word(next), next == place, sum.mayTakeAnd, isSmall(next + 1) else {
          break
        }
        next += 1
        continue
      }
      next = place + 1
    }
    guard sum.hasValue else { return nil }
    return NumberReading(
      tokens: index..<next, value: sum.value.isFinite ? sum.value : 0, form: .words,
      scale: sum.lastScale, isRepresentable: sum.value.isFinite)
  }

  /// Whether a number under a hundred stands here that no scale multiplies.
  private func isSmall(_ index: Int) -> Bool {
    switch word(index) {
    case .unit?, .teen?, .tens?: break
    default: return false
    }
    let next = pastDash(index + 1)
    if case .scale? = word(next) { return false }
    if case .unit? = word(next), case .scale? = word(next + 1) { return false }
    return true
  }

  private func endsAsOrdinal(_ reading: NumberReading) -> Bool {
    let next = pastDash(reading.tokens.upperBound)
    guard case .tens? = word(reading.tokens.upperBound - 1) else { return false }
    switch word(next) {
    case .ordinal?, .part?: return true
    default: return false
    }
  }

  /// "two-thirds", "one third of", "three quarters of".
  private func spelledFraction(_ reading: NumberReading) -> NumberReading? {
    guard reading.value < 20, reading.scale == 1 else { return nil }
    let end = reading.tokens.upperBound
    let next = pastDash(end)
    guard case .part(let part)? = word(next), reading.value * part <= 1.5 else { return nil }
    let isQuarter = part == 0.25
    if next == end, isQuarter, !isWord(next + 1, ofKey) { return nil }
    return NumberReading(
      tokens: reading.tokens.lowerBound..<next + 1, value: reading.value * part, form: .fraction)
  }

  /// "two point five".
  private func takePoint(_ reading: inout NumberReading) {
    guard isWord(reading.tokens.upperBound, pointKey) else { return }
    var place = 0.1
    var next = reading.tokens.upperBound + 1
    while case .unit(let digit)? = word(next), place > 1e-12 {
      reading.value += digit * place
      place /= 10
      next += 1
    }
    if place < 0.1 { reading.tokens = reading.tokens.lowerBound..<next }
  }

  private func many(at index: Int, _ scale: Double) -> NumberReading? {
    var reading = NumberReading(
      tokens: index..<index + 1, value: scale, upper: scale * 10, form: .many)
    var next = index + 1
    while isWord(next, ofKey), case .many(let larger)? = word(next + 1), reading.value < 1e15 {
      reading.value *= larger
      reading.upper = reading.value * 10
      next += 2
      reading.tokens = index..<next
    }
    let isAlone = reading.tokens.count == 1 && (scale == 10 || scale == 20)
    return isAlone && !(scale == 20 && isWord(index + 1, ofKey)) ? nil : reading
  }

  /// "half of", "half the", "half a million", "half-dozen".
  private func half(at index: Int) -> NumberReading? {
    var next = index + 1
    if case .article? = word(next) { next += 1 } else { next = pastDash(next) }
    if case .scale(let scale)? = word(next) {
      return NumberReading(
        tokens: index..<next + 1, value: scale / 2, form: .fraction, scale: scale)
    }
    return NumberReading(tokens: index..<index + 1, value: 0.5, form: .fraction)
  }

  /// "a million", "a dozen", "a third of", "a half".
  private func article(at index: Int) -> NumberReading? {
    switch word(index + 1) {
    case .scale?:
      var reading = NumberReading(tokens: index..<index + 1, value: 1, form: .article)
      takeScales(&reading)
      return reading
    case .part(let part)?:
      let after = index + 2
      let endsClause =
        after >= tokens.count
        || tokens[after].kind == .symbol && tokens[after].is(".") || tokens[after].is(",")
      guard isWord(after, ofKey) || isWord(after, moreKey) || isWord(after, lessKey) || endsClause
      else { return nil }
      return NumberReading(tokens: index..<index + 2, value: part, form: .fraction)
    case .half?:
      guard var reading = half(at: index + 1) else { return nil }
      reading.tokens = index..<reading.tokens.upperBound
      return reading
    default:
      return nil
    }
  }

  private func ordinal(at index: Int) -> NumberReading? {
    if case .part(let part)? = word(index), part == 0.25 || part == 0.5,
      !tokens[index].is(fourthKey)
    {
      guard case .scale(let scale)? = word(index + 1), part == 0.25 else { return nil }
      return NumberReading(
        tokens: index..<index + 2, value: scale / 4, form: .fraction, scale: scale)
    }
    return NumberReading(tokens: index..<index + 1, value: 0, form: .ordinal)
  }
}

/// Adds number words up as English does, refusing what cannot follow.
private struct SpelledSum {
  private var total = 0.0
  private var group = 0.0
  private(set) var lastScale = 1.0
  private(set) var hasValue = false
  private var last = 0.0

  var value: Double { total + group }
  /// "and" joins only after hundreds and scales.
  var mayTakeAnd: Bool { last >= 100 }

  mutating func add(_ word: NumberWord, dashed: Bool) -> Bool {
    switch word {
    case .unit(let digit):
      guard last == 0 && !hasValue || last >= 100 || (20..<100).contains(last) && digit > 0
      else { return false }
      group += digit
      last = max(1, digit)
    case .teen(let number), .tens(let number):
      guard !hasValue || last >= 100, !dashed else { return false }
      group += number
      last = number
    case .scale(let scale):
      guard hasValue else { return false }
      multiply(by: scale)
    default:
      return false
    }
    hasValue = true
    return true
  }

  private mutating func multiply(by scale: Double) {
    if scale <= 100 {
      if group == 0 { total *= scale } else { group *= scale }
    } else if group == 0 {
      total *= scale
    } else {
      total += group * scale
      group = 0
    }
    lastScale = scale
    last = scale == 12 ? 1 : scale
  }
}

private let ordinalEndings = WordTable<Bool>(["st", "nd", "rd", "th"].map { ($0, true) })
private let fourthKey = WordKey("fourth")
private let stKey = WordKey("st")
private let timesKey = WordKey("x")
private let outKey = WordKey("out")
private let ofKey = WordKey("of")
private let inKey = WordKey("in")
private let everyKey = WordKey("every")
private let pointKey = WordKey("point")
private let moreKey = WordKey("more")
private let lessKey = WordKey("less")
