// Conditions as SQL over a row `s` of `statuses`: as a filter of one row, and where possible as the
// set of all places that match, which serves when it is small.

internal import Articles
internal import GRDB
internal import Queries

/// One condition in SQL.
struct ConditionFilter {
  /// True or false for one row `s`.
  var filter: SQL
  /// A query for every place that matches; nil where nothing but looking at each row finds them.
  var places: SQL?
}

/// Turns conditions into SQL on a given day.
struct FilterMaker {
  let today: PublicationDate

  /// The filter of a whole query.
  func filter(_ query: Query) -> SQL {
    switch query {
    case .everything: return "1"
    case .condition(let condition): return self.condition(condition).filter
    case .not(let inner): return "NOT (\(filter(inner)))"
    case .all(let inner): return "(\(inner.map(filter).joined(separator: " AND ")))"
    case .any(let inner):
      if let words = WordExpression(query) { return Self.words(words) }
      return "(\(inner.map(filter).joined(separator: " OR ")))"
    }
  }

  /// Looked up once, never row by row: a prefix costs the index as much each time.
  private static func words(_ words: WordExpression) -> SQL {
    "s.place IN (\(placesOfWords(words)))"
  }

  static func placesOfWords(_ words: WordExpression) -> SQL {
    "SELECT rowid FROM article_words WHERE article_words MATCH \(words.text)"
  }

  /// The SQL of one condition.
  func condition(_ condition: Condition) -> ConditionFilter {
    switch condition {
    case .words:
      guard let words = WordExpression(.condition(condition)) else {
        return ConditionFilter(filter: "0")
      }
      return ConditionFilter(filter: Self.words(words), places: Self.placesOfWords(words))
    case .source(let pattern): return source(pattern)
    case .sourceNamed(let name): return source(named: name)
    case .tag(let name): return tag(name)
    case .collection(let name): return collection(name)
    case .language(let name): return language(name)
    case .state(let state): return ConditionFilter(filter: Self.state(state))
    case .holds(let holding): return Self.holding(holding)
    case .published(let bound): return published(bound)
    case .quote(let pattern): return QuoteFilter(pattern).condition
    case .figure(let pattern): return FigureFilter(pattern).condition
    }
  }
}

// MARK: - Lists and states

extension FilterMaker {
  private func source(_ pattern: WordPattern) -> ConditionFilter {
    let name = sortName(of: pattern.text)
    return of("SELECT id FROM sources WHERE instr(sort_name, \(name)) > 0")
  }

  /// The name as it is written or, where no source is called so, in any case.
  private func source(named name: String) -> ConditionFilter {
    of(
      """
      SELECT id FROM sources WHERE name = \(name)
      UNION ALL SELECT id FROM sources WHERE sort_name = \(sortName(of: name))
        AND NOT EXISTS (SELECT 1 FROM sources WHERE name = \(name))
      """)
  }

  private func of(_ sources: SQL) -> ConditionFilter {
    ConditionFilter(
      filter: "+s.source_id IN (\(sources))",
      places: "SELECT place FROM statuses WHERE source_id IN (\(sources))")
  }

  private func tag(_ name: String) -> ConditionFilter {
    let tag: SQL = "(SELECT id FROM tags WHERE name = \(name))"
    return ConditionFilter(
      filter: """
        EXISTS (SELECT 1 FROM article_tags WHERE tag_id = \(tag) AND article_id = s.article_id)
        """,
      places: "SELECT place FROM article_tags WHERE tag_id = \(tag)")
  }

  private func collection(_ name: String) -> ConditionFilter {
    let articles: SQL = """
      SELECT article_id FROM collection_articles
      WHERE collection_id = (SELECT id FROM collections WHERE name = \(name))
      """
    return ConditionFilter(
      filter: "s.article_id IN (\(articles))",
      places: "SELECT place FROM articles WHERE id IN (\(articles))")
  }

  private func language(_ name: String) -> ConditionFilter {
    ConditionFilter(
      filter: """
        EXISTS (SELECT 1 FROM articles WHERE id = s.article_id
          AND (language = \(name) COLLATE NOCASE OR language LIKE \(name + "-%")))
        """)
  }

  private static func state(_ state: ArticleState) -> SQL {
    switch state {
    case .read: "s.is_read = 1"
    case .unread: "s.is_read = 0"
    case .starred: "s.is_starred = 1"
    case .archived: "s.shelf = \(Shelf.archived.rawValue)"
    case .deleted: "s.shelf = \(Shelf.deleted.rawValue)"
    }
  }

  private static func holding(_ holding: Holding) -> ConditionFilter {
    func kept(in table: String) -> ConditionFilter {
      ConditionFilter(
        filter: "EXISTS (SELECT 1 FROM \(sql: table) WHERE article_id = s.article_id)",
        places: """
          SELECT place FROM articles WHERE id IN (SELECT article_id FROM \(sql: table))
          """)
    }
    switch holding {
    case .quote: return ConditionFilter(filter: "s.quote_count > 0")
    case .figure:
      return ConditionFilter(
        filter: "EXISTS (SELECT 1 FROM articles WHERE id = s.article_id AND figure_count > 0)")
    case .excerpt: return kept(in: "saved_excerpts")
    case .mark: return kept(in: "marks")
    case .tag: return kept(in: "article_tags")
    case .collection: return kept(in: "collection_articles")
    case .correction: return kept(in: "corrections")
    }
  }

  private func published(_ bound: DateBound) -> ConditionFilter {
    let days = bound.days(today: today)
    var parts: [SQL] = []
    if let from = days.from { parts.append("s.place >= \(Place.start(of: from))") }
    if let before = days.before { parts.append("s.place < \(Place.start(of: before))") }
    return ConditionFilter(filter: "(\(parts.joined(separator: " AND ")))")
  }
}
