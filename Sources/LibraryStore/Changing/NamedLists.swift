// Tags and collections. One that nobody has any more is not shown, but its row stays: undo knows it
// by its number, which must not be given to another.

internal import GRDB

/// Tags by their names, in any case.
struct Tags {
  let database: Database

  private var lists: NamedLists { NamedLists(database, "tags", "article_tags", "tag_id") }

  /// Gives a tag, which is made if need be.
  ///
  /// - Returns: how many articles did not have it.
  @discardableResult
  func give(_ name: String, to articles: [Int64]) throws -> Int {
    guard !articles.isEmpty else { return 0 }
    try lists.make(name)
    let statement = try database.cachedStatement(
      sql: """
        INSERT OR IGNORE INTO article_tags (tag_id, article_id, place)
        SELECT tags.id, articles.id, place FROM tags, articles
        WHERE tags.name = ? AND articles.id = ?
        """)
    return try lists.changed(articles) { try statement.execute(arguments: [name, $0]) }
  }

  /// Takes a tag away.
  ///
  /// - Returns: how many articles had it.
  func take(_ name: String, from articles: [Int64]) throws -> Int {
    try lists.take(articles, from: name)
  }
}

/// Collections by their names, in any case: lists of articles in an order of one's own.
struct Collections {
  let database: Database

  private var lists: NamedLists {
    NamedLists(database, "collections", "collection_articles", "collection_id")
  }

  /// Adds articles to a collection, which is made if need be: at its end, or where they stood in
  /// another library.
  ///
  /// - Returns: how many articles were not in it.
  @discardableResult
  func add(_ articles: [Int64], to name: String, at place: Int? = nil) throws -> Int {
    guard !articles.isEmpty else { return 0 }
    try lists.make(name)
    let statement = try database.cachedStatement(
      sql: """
        INSERT OR IGNORE INTO collection_articles (collection_id, article_id, ordinal)
        SELECT id, ?, coalesce(?, (
          SELECT max(ordinal) + 1 FROM collection_articles WHERE collection_id = id), 0)
        FROM collections WHERE name = ?
        """)
    return try lists.changed(articles) { try statement.execute(arguments: [$0, place, name]) }
  }

  /// Takes articles out of a collection.
  ///
  /// - Returns: how many articles were in it.
  func remove(_ articles: [Int64], from name: String) throws -> Int {
    try lists.take(articles, from: name)
  }
}

/// What tags and collections have in common: names, and the articles of each.
private struct NamedLists {
  let database: Database
  let table: String
  let members: String
  let key: String

  init(_ database: Database, _ table: String, _ members: String, _ key: String) {
    self.database = database
    self.table = table
    self.members = members
    self.key = key
  }

  /// Makes a list of a name. One that is there keeps the case of its letters, unless it is empty.
  func make(_ name: String) throws {
    try database.execute(
      sql: """
        INSERT INTO \(table) (name) VALUES (?)
        ON CONFLICT DO UPDATE SET name = excluded.name
        WHERE \(table).name <> excluded.name COLLATE BINARY
          AND NOT EXISTS (SELECT 1 FROM \(members) WHERE \(key) = \(table).id)
        """, arguments: [name])
  }

  func take(_ articles: [Int64], from name: String) throws -> Int {
    let statement = try database.cachedStatement(
      sql: """
        DELETE FROM \(members)
        WHERE article_id = ? AND \(key) = (SELECT id FROM \(table) WHERE name = ?)
        """)
    return try changed(articles) { try statement.execute(arguments: [$0, name]) }
  }

  /// Runs a statement for each article.
  ///
  /// - Returns: how many of them it changed.
  func changed(_ articles: [Int64], _ change: (Int64) throws -> Void) throws -> Int {
    var count = 0
    for article in articles {
      try change(article)
      count += database.changesCount
    }
    return count
  }
}
