/// What a number is measured in.
struct Unit: Sendable {
  /// What kinds of unit rules tell apart.
  enum Kind: Sendable {
    case money, percent, points, time, age, temperature, measure
  }

  /// Its name in lower-case singular English.
  let name: String
  let kind: Kind

  init(_ name: String, _ kind: Kind = .measure) {
    self.name = name
    self.kind = kind
  }

  /// Whether a length of it can stand before "tall", "wide" or "long".
  var isTime: Bool { kind == .time }
}
