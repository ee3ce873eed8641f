/// The words that numbers are made of.
///
/// Written for this project. Abbreviated scales that are also units ("m", "k", "t") are marked,
/// since only what follows them can decide.
enum NumberWord: Sendable {
  /// Zero to nine.
  case unit(Double)
  /// Ten to nineteen.
  case teen(Double)
  /// Twenty to ninety.
  case tens(Double)
  /// A word that multiplies what stands before it; hundred, dozen, million, lakh.
  case scale(Double)
  /// A short scale that may also be a unit's sign.
  case shortScale(Double)
  /// "hundreds", "millions", "dozens": as a range from one to ten of them.
  case many(Double)
  /// A part of one: "third", "fifths".
  case part(Double)
  /// "half".
  case half
  /// "first", "twelfth": a place in an order.
  case ordinal
  case and, article, oneOf

  static let table = WordTable(entries)

  /// The words that a number may begin with.
  static let beginnings = WordTable<Bool>(
    entries.compactMap { word, kind in
      switch kind {
      case .unit, .teen, .tens, .many, .half, .part, .ordinal, .scale: (word, true)
      case .shortScale, .and, .article, .oneOf: nil
      }
    })

  private static let entries: [(String, NumberWord)] =
    numbered(["zero": 0, "nought": 0, "one": 1, "two": 2, "three": 3], NumberWord.unit)
    + numbered(["four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9], unit)
    + numbered(["ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14], teen)
    + numbered(["fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18], teen)
    + numbered(["nineteen": 19], teen)
    + numbered(["twenty": 20, "thirty": 30, "forty": 40, "fourty": 40, "fifty": 50], tens)
    + numbered(["sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90], tens)
    + numbered(["dozen": 12, "hundred": 100, "thousand": 1e3, "million": 1e6], scale)
    + numbered(["billion": 1e9, "trillion": 1e12, "quadrillion": 1e15], scale)
    + numbered(["mn": 1e6, "mln": 1e6, "mil": 1e6, "mio": 1e6, "bn": 1e9, "bln": 1e9], scale)
    + numbered(["bil": 1e9, "tn": 1e12, "trn": 1e12, "tln": 1e12, "quintillion": 1e18], scale)
    + numbered(["lakh": 1e5, "lac": 1e5, "lakhs": 1e5, "crore": 1e7, "crores": 1e7], scale)
    + numbered(["k": 1e3, "m": 1e6, "b": 1e9, "t": 1e12], shortScale)
    + numbered(["tens": 10, "dozens": 12, "hundreds": 100, "thousands": 1e3], many)
    + numbered(["millions": 1e6, "billions": 1e9, "trillions": 1e12, "scores": 20], many)
    + numbered(["third": 1 / 3, "thirds": 1 / 3, "quarter": 0.25, "quarters": 0.25], part)
    + numbered(["fourth": 0.25, "fourths": 0.25, "fifth": 0.2, "fifths": 0.2], part)
    + numbered(["sixth": 1 / 6, "sixths": 1 / 6, "seventh": 1 / 7, "sevenths": 1 / 7], part)
    + numbered(["eighth": 0.125, "eighths": 0.125, "ninth": 1 / 9, "ninths": 1 / 9], part)
    + numbered(["tenth": 0.1, "tenths": 0.1, "hundredth": 0.01, "hundredths": 0.01], part)
    + numbered(["thousandth": 0.001, "thousandths": 0.001], part)
    + [("half", .half), ("halves", .part(0.5)), ("and", .and), ("a", .article), ("an", .article)]
    + [
      "first", "second", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth",
      "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth", "thirtieth",
      "fortieth", "fiftieth", "sixtieth", "seventieth", "eightieth", "ninetieth", "millionth",
    ].map { ($0, .ordinal) }

  private static func numbered(
    _ values: KeyValuePairs<String, Double>, _ form: (Double) -> NumberWord
  ) -> [(String, NumberWord)] {
    values.map { ($0.key, form($0.value)) }
  }
}

extension Token {
  /// What the word is in a number; nil for every other token.
  var numberWord: NumberWord? { kind == .word ? NumberWord.table[bits] : nil }
}
