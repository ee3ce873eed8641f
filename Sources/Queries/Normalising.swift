// Queries in the one form that reading gives: nested lists of the same kind are flat, a list of one
// is its element, two negations cancel. Printing and comparing rely on it.

extension Query {
  /// All of these, flat.
  public static func conjunction(_ queries: [Query]) -> Query {
    let flat = queries.flatMap { query -> [Query] in
      switch query {
      case .all(let inner): inner
      case .everything: []
      case .condition, .not, .any: [query]
      }
    }
    return flat.count > 1 ? .all(flat) : flat.first ?? .everything
  }

  /// Any of these, flat. One of them being everything, it is everything.
  public static func disjunction(_ queries: [Query]) -> Query {
    if queries.contains(.everything) { return .everything }
    let flat = queries.flatMap { query -> [Query] in
      if case .any(let inner) = query { inner } else { [query] }
    }
    return flat.count > 1 ? .any(flat) : flat.first ?? .everything
  }

  /// What does not match the query.
  public static func negation(_ query: Query) -> Query {
    if case .not(let inner) = query { inner } else { .not(query) }
  }

  /// This query and another one.
  public func and(_ other: Query) -> Query { .conjunction([self, other]) }
}

extension Condition {
  /// The two as one condition on one quote or one figure, where each says a part of it that the
  /// other leaves open.
  func joined(with next: Condition) -> Condition? {
    switch (self, next) {
    case (.quote(let first), .quote(let second)):
      guard (first.speaker == nil) != (second.speaker == nil),
        (first.says == nil) != (second.says == nil)
      else { return nil }
      return .quote(
        QuotePattern(speaker: first.speaker ?? second.speaker, says: first.says ?? second.says))
    case (.figure(let first), .figure(let second)):
      guard (first.value == nil) != (second.value == nil),
        (first.unit == nil) != (second.unit == nil)
      else { return nil }
      return .figure(
        FigurePattern(value: first.value ?? second.value, unit: first.unit ?? second.unit))
    default: return nil
    }
  }

  /// The part of a quote or figure that is printed first, and the one printed last.
  var printedParts: (first: Condition, last: Condition) {
    switch self {
    case .quote(let pattern) where pattern.speaker != nil && pattern.says != nil:
      (.quote(QuotePattern(speaker: pattern.speaker)), self)
    case .figure(let pattern) where pattern.value != nil && pattern.unit != nil:
      (.figure(FigurePattern(value: pattern.value)), self)
    default: (self, self)
    }
  }
}
