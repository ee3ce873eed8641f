// The tables whose rows undo puts back, and the triggers that note their changes. Part of the first
// schema: what is generated for a table that is released never changes.

/// A table whose rows are put back as they were.
struct UndoneTable: Hashable {
  var name: String
  var key: [String]
  var columns: [String]

  /// Whether rows of others refer to this table's. Such a row stays for ever, as its number would
  /// else be given again and undo take the new row for the old one.
  var isReferredTo: Bool { name == "tags" || name == "collections" }

  /// Whether rows stay, without an article, when that is purged.
  var outlivesArticles: Bool { name == "saved_excerpts" }

  /// In the order in which rows can be put back: what others refer to comes first.
  static let all = [
    UndoneTable(name: "tags", key: ["id"], columns: ["id", "name"]),
    UndoneTable(
      name: "article_tags", key: ["tag_id", "article_id"],
      columns: ["tag_id", "article_id", "place"]),
    UndoneTable(name: "collections", key: ["id"], columns: ["id", "name"]),
    UndoneTable(
      name: "collection_articles", key: ["collection_id", "article_id"],
      columns: ["collection_id", "article_id", "ordinal"]),
    UndoneTable(
      name: "marks", key: ["article_id", "name"], columns: ["article_id", "name", "position"]),
    UndoneTable(
      name: "corrections", key: ["id"],
      columns: ["id", "article_id", "kind", "first_byte", "words", "before", "after", "value"]),
    UndoneTable(
      name: "saved_excerpts", key: ["id"],
      columns: [
        "id", "article_id", "kind", "first_byte", "words", "before", "after", "is_detached",
        "speaker", "note", "saved_at", "title", "source", "published", "address",
      ]),
    UndoneTable(name: "saved_searches", key: ["name"], columns: ["name", "query"]),
  ]
}

extension Schema1 {
  /// Notes every change of a row while a change is open.
  static var undoTriggers: String { statusTrigger + UndoneTable.all.map(triggers).joined() }

  private static let statusTrigger = """
    CREATE TRIGGER statuses_noted AFTER UPDATE OF shelf, is_read, is_starred ON statuses
    WHEN EXISTS (SELECT 1 FROM open_change) BEGIN
      INSERT OR IGNORE INTO changed_statuses
        SELECT id, new.article_id,
          (old.shelf << 2) | (old.is_starred << 1) | old.is_read,
          (new.shelf << 2) | (new.is_starred << 1) | new.is_read
        FROM open_change;
    END;
    """

  private static func triggers(of table: UndoneTable) -> String {
    func object(_ row: String) -> String {
      "json_object(" + table.columns.map { "'\($0)', \(row).\($0)" }.joined(separator: ", ") + ")"
    }
    func trigger(_ event: String, _ before: String, _ after: String) -> String {
      """

      CREATE TRIGGER \(table.name)_noted_\(event.lowercased()) AFTER \(event) ON \(table.name)
      WHEN EXISTS (SELECT 1 FROM open_change) BEGIN
        INSERT INTO changed_rows (change_id, table_name, before, after)
          SELECT id, '\(table.name)', \(before), \(after) FROM open_change;
      END;
      """
    }
    return trigger("INSERT", "NULL", object("new"))
      + trigger("UPDATE", object("old"), object("new"))
      + trigger("DELETE", object("old"), "NULL")
  }
}
