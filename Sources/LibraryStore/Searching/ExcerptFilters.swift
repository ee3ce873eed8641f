// Conditions on quotes and figures as SQL. Their keys begin with the article's place, so that the
// keys of one article are a range and newest first is the order of keys.

internal import GRDB
internal import Queries

/// The keys of the excerpts of the row `s`.
private let keysOfRow: SQL = "s.place << 16 AND (s.place << 16) | 65535"

/// A condition on one quote.
struct QuoteFilter {
  /// What the index of quotes is asked.
  let expression: String

  init(_ pattern: QuotePattern) {
    expression = [
      pattern.speaker.map { "speaker : \($0.expression)" },
      pattern.says.map { "words : \($0.expression)" },
    ].compactMap(\.self).joined(separator: " AND ")
  }

  var condition: ConditionFilter {
    ConditionFilter(
      filter: """
        EXISTS (SELECT 1 FROM quote_words
          WHERE quote_words MATCH \(expression) AND rowid BETWEEN \(keysOfRow))
        """,
      places: "SELECT rowid >> 16 FROM quote_words WHERE quote_words MATCH \(expression)")
  }
}

/// A condition on one figure.
struct FigureFilter {
  /// What the index of figures is asked; nil without a unit.
  let expression: String?
  /// What the row of a figure must have; nil without a value.
  let value: SQL?
  private let bound: NumberBound?

  init(_ pattern: FigurePattern) {
    expression = pattern.unit.map(\.expression)
    bound = pattern.value
    value = pattern.value.map { bound in
      let interval = bound.interval
      let low: SQL = interval.includesLow ? ">=" : ">"
      let high: SQL = interval.includesHigh ? "<=" : "<"
      return "(high \(low) \(interval.low) AND low \(high) \(interval.high))"
    }
  }

  var condition: ConditionFilter {
    switch (expression, value) {
    case (let expression?, let value?):
      let matching: SQL = """
        figure_words CROSS JOIN figures ON key = figure_words.rowid
        WHERE figure_words MATCH \(expression) AND \(value)
        """
      return ConditionFilter(
        filter: """
          EXISTS (SELECT 1 FROM \(matching) AND figure_words.rowid BETWEEN \(keysOfRow))
          """,
        places: "SELECT key >> 16 FROM \(matching)")
    case (let expression?, nil):
      return ConditionFilter(
        filter: """
          EXISTS (SELECT 1 FROM figure_words
            WHERE figure_words MATCH \(expression) AND rowid BETWEEN \(keysOfRow))
          """,
        places: "SELECT rowid >> 16 FROM figure_words WHERE figure_words MATCH \(expression)")
    case (nil, let value?):
      return ConditionFilter(
        filter: "EXISTS (SELECT 1 FROM figures WHERE key BETWEEN \(keysOfRow) AND \(value))",
        places: placesOfValue(value))
    case (nil, nil): return ConditionFilter(filter: "1")
    }
  }

  /// Values by their index: those that begin within the bounds, and ranges that reach into them.
  private func placesOfValue(_ value: SQL) -> SQL {
    guard let interval = bound?.interval else { return "SELECT NULL WHERE 0" }
    return """
      SELECT key >> 16 FROM figures
        WHERE low BETWEEN \(interval.low) AND \(interval.high) AND \(value)
      UNION ALL SELECT key >> 16 FROM figures INDEXED BY figures_of_ranges
        WHERE low < high AND low < \(interval.low) AND \(value)
      """
  }
}
