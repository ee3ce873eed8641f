// Word patterns as expressions of SQLite's full-text index. What a person typed stands inside
// quotation marks always, so that nothing of it is an operator.

internal import Queries

extension WordPattern {
  /// The pattern in the index's own language.
  var expression: String {
    let phrase = Self.quoted(text)
    guard isPrefix else { return phrase }
    let alternatives = completions.map { Self.quoted($0) }
    return "(" + ([phrase + " *"] + alternatives).joined(separator: " OR ") + ")"
  }

  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      // A NUL would end the expression.
      if scalar == "\"" { quoted += "\"" }
      quoted.unicodeScalars.append(scalar == "\0" ? " " : scalar)
    }
    return quoted + "\""
  }

  /// Whole words that a prefix may become and that the index knows by a shorter stem: "evidenc" is
  /// no prefix of "evid", the stem of "evidence". Endings begun are completed.
  private var completions: [String] {
    guard let last = text.lastWord, last.count >= 4 else { return [] }
    var found: [String] = []
    for ending in Self.endings {
      for length in 1..<ending.count
      where last.hasSuffix(ending.prefix(length)) && last.count - length >= 3 {
        found.append(text + ending.dropFirst(length))
      }
    }
    return Array(Set(found)).sorted()
  }

  /// Endings that Porter's stemmer takes off.
  private static let endings = [
    "ance", "ence", "able", "ible", "ement", "ment", "ent", "ism", "ate", "iti", "ous", "ive",
    "ize", "ation", "ational", "tional", "ization", "ator", "alism", "iveness", "fulness",
    "ousness", "ality", "ivity", "bility", "icate", "ative", "alize", "icity", "ical", "ful",
    "ness", "ing", "ion", "ed", "es", "ies", "ely", "ently", "ably", "ally", "ously",
  ]
}

extension String {
  /// The letters after the last blank.
  fileprivate var lastWord: Substring? {
    split(whereSeparator: \.isWhitespace).last
  }
}

/// A part of a query that the index of article words can answer by itself.
struct WordExpression {
  let text: String

  /// Nil where the query holds anything else, or nothing that is to be there.
  init?(_ query: Query) {
    switch query {
    case .condition(.words(let pattern, let field)):
      switch field {
      case .anywhere: text = pattern.expression
      case .title: text = "title : " + pattern.expression
      case .author: text = "authors : " + pattern.expression
      }
    case .any(let inner):
      let expressions = inner.compactMap { WordExpression($0)?.text }
      guard expressions.count == inner.count else { return nil }
      text = "(" + expressions.joined(separator: " OR ") + ")"
    case .all(let inner):
      guard let joined = Self.joining(inner), joined.rest.isEmpty else { return nil }
      text = "(" + joined.expression.text + ")"
    case .everything, .condition, .not: return nil
    }
  }

  private init(text: String) { self.text = text }

  /// Joins those of some conditions that the index can answer together; nil where it can answer
  /// none that is to be there.
  static func joining(_ queries: [Query]) -> (expression: WordExpression, rest: [Query])? {
    var wanted: [String] = []
    var unwanted: [String] = []
    var rest: [Query] = []
    for query in queries {
      if let expression = WordExpression(query) {
        wanted.append(expression.text)
      } else if case .not(let inner) = query, let expression = WordExpression(inner) {
        unwanted.append(expression.text)
      } else {
        rest.append(query)
      }
    }
    guard !wanted.isEmpty else { return nil }
    let text = (["(" + wanted.joined(separator: " AND ") + ")"] + unwanted)
    return (WordExpression(text: text.joined(separator: " NOT ")), rest)
  }
}
