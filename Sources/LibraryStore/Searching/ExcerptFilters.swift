// Conditions on quotes and figures as SQL. Their keys begin with the article's place, so that the
// keys of one article are a range and newest first is the order of keys.
//
// Words are looked up row by row where they are whole, which ends early where only a page is wanted.
// A prefix costs the index the same each time it is asked, so it is asked once.

internal import GRDB
internal import Queries

/// The keys of the excerpts of the row `s`.
private let keysOfRow: SQL = "s.place << 16 AND (s.place << 16) | 65535"

/// A condition on one quote.
struct QuoteFilter {
  /// What the index of quotes is asked.
  let expression: String
  private let hasPrefix: Bool

  init(_ pattern: QuotePattern) {
    expression = [
      pattern.speaker.map { "speaker : \($0.expression)" },
      pattern.says.map { "words : \($0.expression)" },
    ].compactMap(\.self).joined(separator: " AND ")
    hasPrefix = [pattern.speaker, pattern.says].contains { $0?.isPrefix == true }
  }

  /// Where the hits come from; the keys are `quote_words.rowid`.
  var hits: SQL { "quote_words WHERE quote_words MATCH \(expression)" }

  var condition: ConditionFilter {
    let places: SQL = "SELECT quote_words.rowid >> 16 FROM \(hits)"
    return ConditionFilter(
      filter: hasPrefix
        ? "s.place IN (\(places))"
        : "EXISTS (SELECT 1 FROM \(hits) AND quote_words.rowid BETWEEN \(keysOfRow))",
      places: places)
  }
}

/// A condition on one figure.
struct FigureFilter {
  /// What the index of figures is asked; nil without a unit.
  let expression: String?
  /// What the row of a figure must have; nil without a value.
  let value: SQL?
  private let bound: NumberBound?
  private let hasPrefix: Bool

  init(_ pattern: FigurePattern) {
    expression = pattern.unit.map(\.expression)
    hasPrefix = pattern.unit?.isPrefix == true
    bound = pattern.value
    value = pattern.value.map { bound in
      let interval = bound.interval
      let low: SQL = interval.includesLow ? ">=" : ">"
      let high: SQL = interval.includesHigh ? "<=" : "<"
      return "(high \(low) \(interval.low) AND low \(high) \(interval.high))"
    }
  }

  /// Where the hits come from, and the column of their keys.
  var hits: (source: SQL, key: SQL) {
    guard let expression else { return ("figures WHERE \(value ?? "1")", "figures.key") }
    guard let value else {
      return ("figure_words WHERE figure_words MATCH \(expression)", "figure_words.rowid")
    }
    let source: SQL = """
      figure_words CROSS JOIN figures ON key = figure_words.rowid
      WHERE figure_words MATCH \(expression) AND \(value)
      """
    return (source, "figure_words.rowid")
  }

  var condition: ConditionFilter {
    if expression == nil, value == nil { return ConditionFilter(filter: "1") }
    let (source, key) = hits
    let places: SQL =
      expression == nil
      ? placesOfValue(value ?? "1") : "SELECT \(key) >> 16 FROM \(source)"
    return ConditionFilter(
      filter: hasPrefix
        ? "s.place IN (\(places))"
        : "EXISTS (SELECT 1 FROM \(source) AND \(key) BETWEEN \(keysOfRow))",
      places: places)
  }

  /// Values by their index: those that begin within the bounds, and ranges that reach into them from
  /// below, which the same index has with their ends.
  private func placesOfValue(_ value: SQL) -> SQL {
    guard let interval = bound?.interval else { return "SELECT NULL WHERE 0" }
    let (from, below): (SQL, SQL) = interval.includesLow ? (">=", "<") : (">", "<=")
    let to: SQL = interval.includesHigh ? "<=" : "<"
    let beginsBelow: SQL = "low < high AND low \(below) \(interval.low)"
    let reaching: SQL = "\(beginsBelow) AND high \(from) \(interval.low) AND \(value)"
    // Asked for from the side on which fewer ranges lie: the other side may have all of them.
    let count: SQL = """
      (SELECT count(*) AS count FROM (
        SELECT 1 FROM figures INDEXED BY figures_of_ranges WHERE \(beginsBelow)
        LIMIT \(Self.fewRanges + 1)))
      """
    return """
      SELECT key >> 16 FROM figures WHERE low \(from) \(interval.low) AND low \(to) \(interval.high)
      UNION ALL SELECT key >> 16 FROM \(count) CROSS JOIN figures INDEXED BY figures_of_ranges
        WHERE count <= \(Self.fewRanges) AND \(reaching)
      UNION ALL SELECT key >> 16 FROM \(count) CROSS JOIN figures INDEXED BY figures_of_ranges_by_end
        WHERE count > \(Self.fewRanges) AND \(reaching)
      """
  }

  /// Up to so many ranges that begin below a value are looked at, rather than those that end above
  /// it. Tests lower it.
  @TaskLocal static var fewRanges = 20_000
}
