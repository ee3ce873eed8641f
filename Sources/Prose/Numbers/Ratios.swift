/// "One in four", "nine out of 10", "one of every three".
extension NumberReader {
  /// "one in four", "nine out of 10".
  func ratio(from reading: NumberReading) -> NumberReading? {
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

  func ratio(_ reading: NumberReading, outOf index: Int) -> NumberReading? {
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

private let outKey = WordKey("out")
private let ofKey = WordKey("of")
private let inKey = WordKey("in")
private let everyKey = WordKey("every")
