// Performs changes, each as one step of undo: while a change is open, triggers note what it does.

internal import Articles
internal import GRDB
internal import Queries

struct Changes {
  let database: Database
  let now: Int

  /// How many changes can be undone.
  static let kept = 500

  /// Performs a change.
  ///
  /// - Returns: what it did, in a sentence; nil where it changed nothing.
  func perform(_ change: LibraryChange) throws -> String? {
    try database.execute(
      sql: "INSERT INTO changes (made_at, sentence) VALUES (?, '')", arguments: [now])
    let id = database.lastInsertedRowID
    try database.execute(sql: "INSERT INTO open_change (id) VALUES (?)", arguments: [id])
    let sentence = try apply(change)
    try database.execute(sql: "DELETE FROM open_change")
    guard let sentence, try noted(id) else {
      try database.execute(sql: "DELETE FROM changes WHERE id = ?", arguments: [id])
      return nil
    }
    try database.execute(
      sql: "UPDATE changes SET sentence = ? WHERE id = ?", arguments: [sentence, id])
    // What was undone before cannot be redone any more, and the log does not grow for ever.
    try database.execute(
      sql: "DELETE FROM changes WHERE is_undone = 1 OR id <= ?", arguments: [id - Int64(Self.kept)])
    return sentence
  }

  private func noted(_ change: Int64) throws -> Bool {
    try Bool.fetchOne(
      database,
      sql: """
        SELECT EXISTS (SELECT 1 FROM changed_statuses WHERE change_id = ?1)
          OR EXISTS (SELECT 1 FROM changed_rows WHERE change_id = ?1)
        """, arguments: [change]) ?? false
  }

  private func apply(_ change: LibraryChange) throws -> String? {
    switch change {
    case .setRead(let isRead, let selection):
      return try setStatus("is_read = \(isRead ? 1 : 0)", selection, isRead ? "Read" : "Unread")
    case .setStarred(let isStarred, let selection):
      return try setStatus(
        "is_starred = \(isStarred ? 1 : 0)", selection, isStarred ? "Starred" : "Unstarred",
        isCounted: false)
    case .move(let selection, let shelf):
      return try setStatus(
        "shelf = \(shelf.rawValue)", of: "shelf <> \(Shelf.variant.rawValue)", selection,
        shelf.sentence)
    case .tag, .untag, .collect, .uncollect: return try applyToLists(change)
    case .mark(let id, let name, let position):
      try setMark(name, at: position, in: kept(id))
      return position == nil ? "Mark \(name) removed" : "Mark \(name) set"
    case .correct(let id, let correction):
      let corrections = Corrections(database: database)
      try corrections.make(correction, of: kept(id))
      try corrections.apply(to: kept(id))
      return "Corrected: \(correction.kind)"
    case .dropCorrection(let id, let correction):
      let corrections = Corrections(database: database)
      try corrections.drop(correction, of: kept(id))
      try corrections.apply(to: kept(id))
      return "Correction dropped: \(correction.kind)"
    case .saveExcerpt, .annotateExcerpt, .dropExcerpts:
      return try SavedExcerpts(database: database).apply(change, now: now)
    case .saveSearch, .dropSearch: return try applyToSearches(change)
    }
  }
}

// MARK: - Statuses and lists

extension Changes {
  /// Changes what is `movable`: a variant can be read, but stays a variant. Stars are not counted.
  private func setStatus(
    _ assignment: String, of movable: String = "1", _ selection: Selection, _ word: String,
    isCounted: Bool = true
  ) throws -> String? {
    let condition = assignment.replacing(" = ", with: " <> ")
    let selected = try Selected(database: database, now: now).articles(selection)
    var count = 0
    try CountingOnce(database: database).perform(isCounted ? selected.count : 0) {
      for articles in selected.chunks {
        try database.execute(
          sql: """
            UPDATE statuses SET \(assignment) WHERE \(condition) AND \(movable) AND article_id IN
              (SELECT value FROM json_each(?))
            """, arguments: [articles.jsonList])
        count += database.changesCount
      }
    }
    return count == 0 ? nil : "\(word): \(Self.articles(count))"
  }

  /// The row of an article that was not purged.
  private func kept(_ id: ArticleID) throws -> Int64 {
    let rows = try Selected(database: database, now: now).articles(
      .articles([ArticleID(row: row(of: id))]))
    guard let row = rows.first else {
      throw LibraryError(.missing, "The library has no article \(id) any more.")
    }
    return row
  }

  private func applyToLists(_ change: LibraryChange) throws -> String? {
    let selected = Selected(database: database, now: now)
    let (words, count): (String, Int)
    switch change {
    case .tag(let name, let selection):
      words = "Tagged “\(name)”"
      count = try Tags(database: database).give(name, to: selected.articles(selection))
    case .untag(let name, let selection):
      words = "Tag “\(name)” taken"
      count = try Tags(database: database).take(name, from: selected.articles(selection))
    case .collect(let name, let selection):
      words = "Added to “\(name)”"
      count = try Collections(database: database).add(selected.articles(selection), to: name)
    case .uncollect(let name, let selection):
      words = "Taken out of “\(name)”"
      count = try Collections(database: database).remove(selected.articles(selection), from: name)
    default: return nil
    }
    return count == 0 ? nil : "\(words): \(Self.articles(count))"
  }

  private func applyToSearches(_ change: LibraryChange) throws -> String? {
    switch change {
    case .saveSearch(let search):
      try database.execute(
        sql: """
          INSERT INTO saved_searches (name, query) VALUES (?, ?)
          ON CONFLICT DO UPDATE SET query = excluded.query WHERE query <> excluded.query
          """, arguments: [search.name, search.query])
      return "Search “\(search.name)” saved"
    case .dropSearch(let name):
      try database.execute(sql: "DELETE FROM saved_searches WHERE name = ?", arguments: [name])
      return "Search “\(name)” dropped"
    default: return nil
    }
  }

  private func setMark(_ name: String, at position: Int?, in article: Int64) throws {
    guard let position else {
      return try database.execute(
        sql: "DELETE FROM marks WHERE article_id = ? AND name = ?", arguments: [article, name])
    }
    try database.execute(
      sql: """
        INSERT INTO marks (article_id, name, position) VALUES (?, ?, ?)
        ON CONFLICT DO UPDATE SET position = excluded.position WHERE position <> excluded.position
        """, arguments: [article, name, position])
  }

  static func articles(_ count: Int) -> String { count == 1 ? "1 article" : "\(count) articles" }
}

extension Shelf {
  fileprivate var sentence: String {
    switch self {
    case .current: "Back in the list"
    case .archived: "Archived"
    case .deleted: "Deleted"
    case .variant: "Variant"
    }
  }
}

/// The articles that a selection names and the library has.
struct Selected {
  let database: Database
  let now: Int

  func articles(_ selection: Selection) throws -> [Int64] {
    switch selection {
    case .articles(let ids):
      return try ids.compactMap(\.row).chunks.flatMap { numbers in
        try Int64.fetchAll(
          database,
          sql: """
            SELECT value FROM json_each(?) WHERE value IN (SELECT id FROM articles) ORDER BY key
            """, arguments: [numbers.jsonList])
      }
    case .listing(let listing):
      let today = PublicationDate(dayNumber: now / 86_400)
      let plan = try ListingPlan(listing, today: today, database: database)
      let conditions = plan.conditions.joined(separator: " AND ")
      let query: SQL = "SELECT DISTINCT s.article_id FROM \(plan.source) WHERE \(conditions)"
      return try SQLRequest<Int64>(literal: query).fetchAll(database)
    }
  }
}

extension Array where Element == Int64 {
  /// Pieces that one statement takes at a time.
  fileprivate var chunks: [ArraySlice<Int64>] {
    stride(from: 0, to: count, by: 20_000).map { self[$0..<Swift.min($0 + 20_000, count)] }
  }
}

extension ArraySlice where Element == Int64 {
  /// The numbers as a JSON array, which SQLite reads as a table.
  fileprivate var jsonList: String { "[" + map(String.init).joined(separator: ",") + "]" }
}
