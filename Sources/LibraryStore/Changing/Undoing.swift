// Undoes and redoes changes from their notes. What somebody else changed since is left as it is.

internal import Articles
internal import FoundationEssentials
internal import GRDB

struct Undoing {
  let database: Database

  /// Undoes the latest change, or redoes the earliest that is undone.
  ///
  /// - Returns: the sentence of the change; nil where there is none.
  func step(isRedo: Bool) throws -> String? {
    let row = try Row.fetchOne(
      database,
      sql: isRedo
        ? "SELECT id, sentence FROM changes WHERE is_undone = 1 ORDER BY id LIMIT 1"
        : "SELECT id, sentence FROM changes WHERE is_undone = 0 ORDER BY id DESC LIMIT 1")
    guard let row else { return nil }
    let change: Int64 = row["id"]
    try restoreStatuses(of: change, isRedo)
    try restoreRows(of: change, isRedo)
    try database.execute(
      sql: "UPDATE changes SET is_undone = ? WHERE id = ?", arguments: [!isRedo, change])
    return row["sentence"]
  }

  private func restoreStatuses(of change: Int64, _ isRedo: Bool) throws {
    let (now, then) = isRedo ? ("before", "after") : ("after", "before")
    // Those that are counted otherwise after it: all but those that were starred only.
    let count = try Int.fetchOne(
      database,
      sql: """
        SELECT count(*) FROM changed_statuses WHERE change_id = ? AND before & ~2 <> after & ~2
        """, arguments: [change])
    try CountingOnce(database: database).perform(count ?? 0) {
      // One column at a time: the triggers of counts tell them apart.
      for (column, bits) in [("is_read", "& 1"), ("is_starred", ">> 1 & 1"), ("shelf", ">> 2")] {
        try database.execute(
          sql: """
            UPDATE statuses SET \(column) = \(then) \(bits) FROM changed_statuses c
            WHERE c.change_id = ? AND c.article_id = statuses.article_id
              AND \(column) = \(now) \(bits) AND \(column) <> \(then) \(bits)
            """, arguments: [change])
      }
    }
  }

  private func restoreRows(of change: Int64, _ isRedo: Bool) throws {
    let rows = try Row.fetchAll(
      database,
      sql: "SELECT * FROM changed_rows WHERE change_id = ? ORDER BY id \(isRedo ? "" : "DESC")",
      arguments: [change])
    var corrected: Set<Int64> = []
    for row in rows {
      let name: String = row["table_name"]
      guard let table = UndoneTable.all.first(where: { $0.name == name }) else { continue }
      let old: String? = row["before"]
      let new: String? = row["after"]
      try restore(table, from: isRedo ? old : new, to: isRedo ? new : old)
      if name == "corrections", let text = old ?? new,
        let article = try JSONValue(Array(text.utf8))["article_id"].int
      {
        corrected.insert(Int64(article))
      }
    }
    for article in corrected.sorted() where try isKept(article) {
      try Corrections(database: database).apply(to: article)
    }
  }

  /// Whether an article was not purged.
  private func isKept(_ article: Int64) throws -> Bool {
    try Bool.fetchOne(
      database, sql: "SELECT EXISTS (SELECT 1 FROM articles WHERE id = ?)", arguments: [article])
      ?? false
  }

  /// Brings one row from a form to another; nil stands for no row. Only columns that differ are
  /// written. Rows of articles that are gone stay gone but for saved excerpts; names of lists stay.
  private func restore(_ table: UndoneTable, from old: String?, to new: String?) throws {
    let key = table.key.map { "\($0) = json_extract(?1, '$.\($0)')" }.joined(separator: " AND ")
    switch (old, new) {
    case (_?, nil) where table.isReferredTo: break
    case (let old?, nil):
      try database.execute(sql: "DELETE FROM \(table.name) WHERE \(key)", arguments: [old])
    case (nil, let new?): try insert(new, into: table)
    case (let old?, let new?):
      // What the change left alone may have changed since, as by a purge or a new reading.
      let assignments = table.columns.filter { !table.key.contains($0) }.map { column in
        """
        \(column) = CASE
          WHEN json_extract(?1, '$.\(column)') IS json_extract(?2, '$.\(column)') THEN \(column)
          ELSE \(value(of: column)) END
        """
      }
      try database.execute(
        sql: "UPDATE \(table.name) SET \(assignments.joined(separator: ", ")) WHERE \(key)",
        arguments: [new, old])
    case (nil, nil): break
    }
  }

  private func insert(_ row: String, into table: UndoneTable) throws {
    let exists =
      table.columns.contains("article_id") && !table.outlivesArticles
      ? "WHERE EXISTS (SELECT 1 FROM articles WHERE id = json_extract(?1, '$.article_id'))" : ""
    try database.execute(
      sql: """
        INSERT OR IGNORE INTO \(table.name) (\(table.columns.joined(separator: ", ")))
        SELECT \(table.columns.map { inserted($0, table) }.joined(separator: ", ")) \(exists)
        """, arguments: [row])
  }

  /// What outlives its article is put back without one that is gone.
  private func inserted(_ column: String, _ table: UndoneTable) -> String {
    column == "article_id" && table.outlivesArticles
      ? "(SELECT id FROM articles WHERE id = json_extract(?1, '$.article_id'))" : value(of: column)
  }

  /// A place may have moved since; all else is as it was.
  private func value(of column: String) -> String {
    column == "place"
      ? "(SELECT place FROM articles WHERE id = json_extract(?1, '$.article_id'))"
      : "json_extract(?1, '$.\(column)')"
  }
}
