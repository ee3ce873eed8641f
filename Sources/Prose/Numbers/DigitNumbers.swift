/// Numbers in digits with what multiplies and divides them: "3 1/2", "2.998×10−8", "4.8bn".
extension NumberReader {
  func digits(at index: Int) -> NumberReading {
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

  func isOrdinalEnding(_ index: Int) -> Bool {
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
  func takeScales(_ reading: inout NumberReading) {
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
  func takeHalf(_ reading: inout NumberReading) {
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
}

private let ordinalEndings = WordTable<Bool>(["st", "nd", "rd", "th"].map { ($0, true) })
private let stKey = WordKey("st")
private let timesKey = WordKey("x")
