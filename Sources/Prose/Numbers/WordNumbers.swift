/// Numbers in words: "two million three hundred and five", "two-thirds", "tens of thousands".
extension NumberReader {
  func spelled(at index: Int) -> NumberReading? {
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
  func spelledPlain(at index: Int) -> NumberReading? {
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

  func many(at index: Int, _ scale: Double) -> NumberReading? {
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
  func half(at index: Int) -> NumberReading? {
    var next = index + 1
    if case .article? = word(next) { next += 1 } else { next = pastDash(next) }
    if case .scale(let scale)? = word(next) {
      return NumberReading(
        tokens: index..<next + 1, value: scale / 2, form: .fraction, scale: scale)
    }
    return NumberReading(tokens: index..<index + 1, value: 0.5, form: .fraction)
  }

  /// "a million", "a dozen", "a third of", "a half".
  func article(at index: Int) -> NumberReading? {
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

  func ordinal(at index: Int) -> NumberReading? {
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

private let fourthKey = WordKey("fourth")
private let ofKey = WordKey("of")
private let pointKey = WordKey("point")
private let moreKey = WordKey("more")
private let lessKey = WordKey("less")
