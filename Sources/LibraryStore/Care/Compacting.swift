internal import Articles
internal import GRDB
internal import Queries

/// Which articles go by themselves. None, unless a person says so.
public struct RetentionRules: Hashable, Sendable {
  /// Read articles go so many days after their date; nil keeps them.
  public var daysOfRead: Int?
  /// Unread articles go so many days after their date; nil keeps them.
  public var daysOfUnread: Int?

  /// Makes rules; nothing goes unless said otherwise.
  public init(daysOfRead: Int? = nil, daysOfUnread: Int? = nil) {
    self.daysOfRead = daysOfRead
    self.daysOfUnread = daysOfUnread
  }
}

extension RetentionRules {
  /// What the rules take now: never what is starred, tagged, collected, marked or excerpted.
  var listing: Listing? {
    var cases: [Query] = []
    for (days, state) in [(daysOfRead, ArticleState.read), (daysOfUnread, .unread)] {
      guard let days else { continue }
      cases.append(
        .conjunction([
          .condition(.state(state)), .condition(.published(.before(.ago(max(0, days), .days)))),
        ]))
    }
    guard !cases.isEmpty else { return nil }
    let kept: [Condition] = [
      .state(.starred), .holds(.tag), .holds(.collection), .holds(.mark), .holds(.excerpt),
      .holds(.correction),
    ]
    return Listing(
      .conjunction([.disjunction(cases)] + kept.map { .negation(.condition($0)) }),
      includesArchived: true)
  }
}

/// Makes a library small and quick again.
struct Compacting {
  let database: Database

  /// Removes articles that were deleted, with all that belongs to them; saved excerpts stay. Their
  /// variants come into the list in their place.
  ///
  /// - Returns: how many articles went.
  func purgeDeleted() throws -> Int {
    let deleted = try Int64.fetchAll(
      database, sql: "SELECT article_id FROM statuses WHERE shelf = 2 ORDER BY place")
    for article in deleted {
      let heir = try Int64.fetchOne(
        database, sql: "SELECT min(id) FROM articles WHERE variant_of = ?", arguments: [article])
      if let heir {
        try database.execute(
          sql: "UPDATE articles SET variant_of = ? WHERE variant_of = ? AND id <> ?",
          arguments: [heir, article, heir])
        try database.execute(
          sql: "UPDATE articles SET variant_of = NULL WHERE id = ?", arguments: [heir])
        try database.execute(
          sql: "UPDATE statuses SET shelf = 0 WHERE article_id = ?", arguments: [heir])
      }
      try database.execute(sql: "DELETE FROM articles WHERE id = ?", arguments: [article])
    }
    return deleted.count
  }

  /// Makes indexes and counts anew where they are wrong, and else merges the indexes.
  func tidy() throws {
    for index in ["article_words", "quote_words", "figure_words"] {
      do {
        try database.execute(
          sql: "INSERT INTO \(index) (\(index), rank) VALUES ('integrity-check', 1)")
        try database.execute(sql: "INSERT INTO \(index) (\(index)) VALUES ('optimize')")
      } catch let error as DatabaseError where error.resultCode == .SQLITE_CORRUPT {
        try database.execute(sql: "INSERT INTO \(index) (\(index)) VALUES ('rebuild')")
      }
    }
    try CountingOnce(database: database).countAnew()
  }
}
