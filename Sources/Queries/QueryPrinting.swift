// Queries as a person types them. Reading what is printed gives the same query again; where that
// needs parentheses or quotation marks they are printed, and else not.

extension Query: CustomStringConvertible {
  /// The query as text; empty for everything.
  public var description: String {
    switch self {
    case .everything: ""
    case .condition(let condition): condition.description
    case .not(let inner): "-" + inner.sealedDescription
    case .all(let inner): Self.printed(conjunction: inner)
    case .any(let inner): inner.map(\.alternativeDescription).joined(separator: " or ")
    }
  }

  /// With parentheses unless it is one condition that prints as one piece.
  private var sealedDescription: String {
    if case .condition(let condition) = self, !condition.isPrintedInTwo {
      return condition.description
    }
    return "(\(self))"
  }

  private var alternativeDescription: String {
    if case .any = self { "(\(self))" } else { description }
  }

  /// Neighbours that would be read as one quote or figure are kept apart by parentheses.
  private static func printed(conjunction: [Query]) -> String {
    var pieces: [String] = []
    var previous: Condition?
    for query in conjunction {
      guard case .condition(let condition) = query else {
        if case .not = query {
          pieces.append(query.description)
        } else {
          pieces.append("(\(query))")
        }
        previous = nil
        continue
      }
      if previous?.joined(with: condition.printedParts.first) != nil {
        pieces.append("(\(condition))")
        previous = nil
      } else {
        pieces.append(condition.description)
        previous = condition
      }
    }
    return pieces.joined(separator: " ")
  }
}

extension Condition: CustomStringConvertible {
  /// The condition as a query writes it.
  public var description: String {
    switch self {
    case .words(let pattern, let field):
      field == .anywhere ? pattern.bareDescription : "\(field.rawValue):\(pattern)"
    case .source(let pattern): "source:\(pattern)"
    case .sourceNamed(let name): "from:\(quotedIfNeeded(name))"
    case .tag(let name): "tag:\(quotedIfNeeded(name))"
    case .collection(let name): "in:\(quotedIfNeeded(name))"
    case .language(let name): "lang:\(quotedIfNeeded(name))"
    case .state(let state): "is:\(state.rawValue)"
    case .holds(let holding): "has:\(holding.rawValue)"
    case .published(.after(let date)): "after:\(date)"
    case .published(.before(let date)): "before:\(date)"
    case .published(.within(let date)): "date:\(date)"
    case .quote(let pattern): pattern.description
    case .figure(let pattern): pattern.description
    }
  }

  /// Whether the condition prints as two pieces.
  var isPrintedInTwo: Bool {
    switch self {
    case .quote(let pattern): pattern.speaker != nil && pattern.says != nil
    case .figure(let pattern): pattern.value != nil && pattern.unit != nil
    default: false
    }
  }
}

extension QuotePattern: CustomStringConvertible {
  /// As a query writes it, the speaker first.
  public var description: String {
    [speaker.map { "speaker:\($0)" }, says.map { "says:\($0)" }].compactMap(\.self)
      .joined(separator: " ")
  }
}

extension FigurePattern: CustomStringConvertible {
  /// As a query writes it, the value first.
  public var description: String {
    [value.map { "figure:\($0)" }, unit.map { "unit:\($0)" }].compactMap(\.self)
      .joined(separator: " ")
  }
}

extension WordPattern: CustomStringConvertible {
  /// The words as a query writes them after a field.
  public var description: String { quotedIfNeeded(text) + (isPrefix ? "*" : "") }

  /// The words as a query writes them without a field, where more would be misread.
  fileprivate var bareDescription: String {
    let start = text.prefix { $0.isASCII && $0.isLetter }
    let rest = text.dropFirst(start.count)
    let looksNamed = !start.isEmpty && rest.first == ":" && !rest.hasPrefix(":/")
    let isSpecial =
      text.hasPrefix("-") || looksNamed || text.lowercased() == "or"
      || QueryDate.relative(text) != nil
    return isSpecial ? quoted(text) + (isPrefix ? "*" : "") : description
  }
}

private func quotedIfNeeded(_ text: String) -> String {
  text.isEmpty || text.hasSuffix("*") || text.unicodeScalars.contains(where: QueryScanner.endsWord)
    ? quoted(text) : text
}

private func quoted(_ text: String) -> String {
  var scalars = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    scalars.append(scalar)
    if scalar == "\"" { scalars.append(scalar) }
  }
  return "\"\(String(scalars))\""
}
