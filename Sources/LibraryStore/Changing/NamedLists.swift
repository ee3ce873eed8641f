internal import GRDB

/// Tags by their names, in any case.
struct Tags {
  let database: Database

  /// Gives a tag, which is made if need be.
  func give(_ name: String, to articles: [Int64]) throws {
    try database.execute(sql: "INSERT OR IGNORE INTO tags (name) VALUES (?)", arguments: [name])
    let statement = try database.cachedStatement(
      sql: """
        INSERT OR IGNORE INTO article_tags (tag_id, article_id, place)
        SELECT tags.id, articles.id, place FROM tags, articles
        WHERE tags.name = ? AND articles.id = ?
        """)
    for article in articles { try statement.execute(arguments: [name, article]) }
  }

  /// Takes a tag away; one that no article has any more goes.
  func take(_ name: String, from articles: [Int64]) throws {
    let statement = try database.cachedStatement(
      sql: """
        DELETE FROM article_tags
        WHERE article_id = ? AND tag_id = (SELECT id FROM tags WHERE name = ?)
        """)
    for article in articles { try statement.execute(arguments: [article, name]) }
    try database.execute(
      sql: """
        DELETE FROM tags WHERE name = ?
          AND NOT EXISTS (SELECT 1 FROM article_tags WHERE tag_id = tags.id)
        """, arguments: [name])
  }
}

/// Collections by their names, in any case: lists of articles in an order of one's own.
struct Collections {
  let database: Database

  /// Adds articles to the end of a collection, which is made if need be.
  func add(_ articles: [Int64], to name: String) throws {
    try database.execute(
      sql: "INSERT OR IGNORE INTO collections (name) VALUES (?)", arguments: [name])
    let statement = try database.cachedStatement(
      sql: """
        INSERT OR IGNORE INTO collection_articles (collection_id, article_id, ordinal)
        SELECT id, ?, coalesce((
          SELECT max(ordinal) + 1 FROM collection_articles WHERE collection_id = id), 0)
        FROM collections WHERE name = ?
        """)
    for article in articles { try statement.execute(arguments: [article, name]) }
  }

  /// Takes articles out of a collection; one that is empty goes.
  func remove(_ articles: [Int64], from name: String) throws {
    let statement = try database.cachedStatement(
      sql: """
        DELETE FROM collection_articles
        WHERE article_id = ? AND collection_id = (SELECT id FROM collections WHERE name = ?)
        """)
    for article in articles { try statement.execute(arguments: [article, name]) }
    try database.execute(
      sql: """
        DELETE FROM collections WHERE name = ?
          AND NOT EXISTS (SELECT 1 FROM collection_articles WHERE collection_id = collections.id)
        """, arguments: [name])
  }
}
