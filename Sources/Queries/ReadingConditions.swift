// From a piece with its field to a condition, with the mistakes that a value can hold.

extension QueryPiece {
  /// The condition that the piece states.
  func query() throws(QueryMistake) -> Query {
    guard case .words(let text, let field, let isQuoted, let isPrefix) = kind else {
      return .everything
    }
    guard let field else { return try plain(text, isQuoted: isQuoted, isPrefix: isPrefix) }
    return .condition(try condition(field, text, isPrefix: isPrefix))
  }

  private func plain(
    _ text: String, isQuoted: Bool, isPrefix: Bool
  ) throws(QueryMistake) -> Query {
    if !isQuoted, let date = QueryDate.relative(text), text.utf8.count > 1 {
      return .condition(.published(.after(date)))
    }
    return .condition(.words(try pattern(text, isPrefix), in: .anywhere))
  }

  private func condition(
    _ field: QueryField, _ text: String, isPrefix: Bool
  ) throws(QueryMistake) -> Condition {
    switch field {
    case .title: .words(try pattern(text, isPrefix), in: .title)
    case .author: .words(try pattern(text, isPrefix), in: .author)
    case .source: .source(try pattern(text, isPrefix))
    case .from: .sourceNamed(text)
    case .tag: .tag(text)
    case .in: .collection(text)
    case .lang: .language(text.lowercased())
    case .is: .state(try choice(text, "There is no state"))
    case .has: .holds(try choice(singular(text), "Nothing is known about"))
    case .before: .published(.before(try date(text)))
    case .after: .published(.after(try date(text)))
    case .date: .published(.within(try date(text)))
    case .speaker: .quote(QuotePattern(speaker: try pattern(text, isPrefix)))
    case .says: .quote(QuotePattern(says: try pattern(text, isPrefix)))
    case .figure: .figure(try figure(text))
    case .unit: .figure(FigurePattern(unit: try unit(text, isPrefix)))
    }
  }

  private func pattern(_ text: String, _ isPrefix: Bool) throws(QueryMistake) -> WordPattern {
    guard text.unicodeScalars.contains(where: \.isLetterOrDigit) else {
      throw QueryMistake("There is no letter or digit to look for.", column: valueColumn)
    }
    return WordPattern(text, isPrefix: isPrefix)
  }

  private func unit(_ text: String, _ isPrefix: Bool) throws(QueryMistake) -> WordPattern {
    text == "%" ? WordPattern("percentage") : try pattern(text, isPrefix)
  }

  private func figure(_ text: String) throws(QueryMistake) -> FigurePattern {
    guard let figure = FigurePattern(number: text) else {
      throw QueryMistake(
        "“\(text)” is no number such as >1e6, 4.8m or 3..5; what is counted is unit:.",
        column: valueColumn)
    }
    return figure
  }

  private func date(_ text: String) throws(QueryMistake) -> QueryDate {
    guard let date = QueryDate(text) else {
      throw QueryMistake(
        "“\(text)” is no date such as 2026-04-15, 2026-04, 2026, yesterday or 2w.",
        column: valueColumn)
    }
    return date
  }

  private func choice<Choice: RawRepresentable & CaseIterable>(
    _ text: String, _ complaint: String
  ) throws(QueryMistake) -> Choice where Choice.RawValue == String {
    if let choice = Choice(rawValue: text.lowercased()) { return choice }
    let names = Choice.allCases.map(\.rawValue)
    let advice =
      nearest(text.lowercased(), among: names).map { "Did you mean \($0)?" }
      ?? "There are \(names.joined(separator: ", "))."
    throw QueryMistake("\(complaint) “\(text)”. \(advice)", column: valueColumn)
  }

  private func singular(_ text: String) -> String {
    text.hasSuffix("s") ? String(text.dropLast()) : text
  }
}

extension Unicode.Scalar {
  /// Whether the scalar is part of a word for the index: a letter or a number of any script.
  var isLetterOrDigit: Bool {
    switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .decimalNumber, .letterNumber, .otherNumber, .privateUse:
      true
    default: false
    }
  }
}
