internal import GRDB

/// What a check of a library found.
public struct LibraryCheck: Hashable, Sendable {
  /// What is wrong, one sentence each; nothing where the library is sound.
  public var problems: [String]
  /// What is worth knowing: size, journal, counts.
  public var remarks: [String]

  /// Whether nothing is wrong.
  public var isClean: Bool { problems.isEmpty }
}

/// Looks at every page of a library and compares what repeats itself.
struct Checking {
  let database: Database

  func check() throws -> LibraryCheck {
    var problems = try String.fetchAll(database, sql: "PRAGMA integrity_check(20)")
      .filter { $0 != "ok" }.map { "Pages: \($0)." }
    problems += try Row.fetchAll(database, sql: "PRAGMA foreign_key_check").prefix(20).map {
      "A row of \($0["table"] as String) refers to a row that is not there."
    }
    for index in ["article_words", "quote_words", "figure_words"] {
      do {
        try database.execute(
          sql: "INSERT INTO \(index) (\(index), rank) VALUES ('integrity-check', 1)")
      } catch let error as DatabaseError where error.resultCode == .SQLITE_CORRUPT {
        problems.append("The index \(index) does not fit the articles; compact makes it anew.")
      }
    }
    problems += try Self.questions.compactMap { sentence, sql in
      let count = try Int.fetchOne(database, sql: sql) ?? 0
      return count == 0 ? nil : "\(count) \(sentence)"
    }
    return LibraryCheck(problems: problems, remarks: try remarks())
  }

  private func remarks() throws -> [String] {
    let row = try Row.fetchOne(
      database,
      sql: """
        SELECT (SELECT count(*) FROM articles) AS articles, (SELECT count(*) FROM quotes) AS quotes,
          (SELECT count(*) FROM figures) AS figures
        """)
    let pages = try Int.fetchOne(database, sql: "PRAGMA page_count") ?? 0
    let size = try Int.fetchOne(database, sql: "PRAGMA page_size") ?? 0
    let journal = try String.fetchOne(database, sql: "PRAGMA journal_mode") ?? ""
    let articles: Int = row?["articles"] ?? 0
    let quotes: Int = row?["quotes"] ?? 0
    let figures: Int = row?["figures"] ?? 0
    return [
      "\(articles) articles, \(quotes) quotes, \(figures) figures; \(pages * size / 1_000_000) MB.",
      journal == "wal"
        ? "Journal: write-ahead log; others read while one writes."
        : "Journal: rollback (\(journal)); others wait while one writes. "
          + "A file on a network is kept so, as a write-ahead log cannot work there.",
    ]
  }

  /// What must be nothing.
  private static let questions: [(String, String)] = [
    (
      "articles have no status.",
      "SELECT count(*) FROM articles WHERE id NOT IN (SELECT article_id FROM statuses)"
    ),
    (
      "articles have no content.",
      "SELECT count(*) FROM articles WHERE id NOT IN (SELECT article_id FROM contents)"
    ),
    (
      "statuses stand at another place than their articles.",
      """
      SELECT count(*) FROM statuses s JOIN articles a ON a.id = article_id
      WHERE s.place <> a.place OR s.source_id <> a.source_id OR s.word_count <> a.word_count
        OR s.quote_count <> a.quote_count
      """
    ),
    (
      "quotes belong to no article.",
      "SELECT count(*) FROM quotes WHERE key >> 16 NOT IN (SELECT place FROM articles)"
    ),
    (
      "figures belong to no article.",
      "SELECT count(*) FROM figures WHERE key >> 16 NOT IN (SELECT place FROM articles)"
    ),
    (
      "counts are wrong; compact counts anew.",
      """
      SELECT count(*) FROM (
        \(countedAnew)
        EXCEPT SELECT * FROM counts) AS wrong
      """
    ),
    (
      "counts count what is not there; compact counts anew.",
      """
      SELECT count(*) FROM (
        SELECT * FROM counts WHERE articles <> 0 OR unread <> 0
        EXCEPT SELECT * FROM (\(countedAnew)))
      """
    ),
    ("changes were left half made.", "SELECT count(*) FROM open_change"),
  ]
}

/// The table of counts, from the statuses themselves.
let countedAnew = """
  SELECT 0, 0, shelf, count(*), sum(1 - is_read) FROM statuses GROUP BY shelf
  UNION ALL SELECT 1, source_id, shelf, count(*), sum(1 - is_read) FROM statuses
    GROUP BY source_id, shelf
  UNION ALL SELECT 2, place >> 30, shelf, count(*), sum(1 - is_read) FROM statuses
    GROUP BY place >> 30, shelf
  UNION ALL SELECT 3, tag_id, shelf, count(*), sum(1 - is_read)
    FROM article_tags JOIN statuses USING (article_id) GROUP BY tag_id, shelf
  """
