// The third schema: searches that answer from the first letter on. Released; never edited.

internal import FoundationEssentials
internal import GRDB

enum Schema3 {
  /// Beginnings of one and two letters are kept apart as those of three are: a search begins with
  /// them, and gathering what begins with "a" from the words took half a second with 83 000
  /// articles. Ranges of values are found from either end, whichever fewer of them lie beyond.
  static let indexes = """
    DROP TABLE article_words;
    CREATE VIRTUAL TABLE article_words USING fts5 (
      title, authors, text, content = 'searchable', content_rowid = 'place', prefix = '1 2 3',
      tokenize = 'porter unicode61 remove_diacritics 2');
    INSERT INTO article_words (article_words, rank) VALUES ('hashsize', 8388608);
    INSERT INTO article_words (article_words, rank) VALUES ('automerge', 16);
    INSERT INTO article_words (article_words) VALUES ('rebuild');

    CREATE INDEX figures_of_ranges_by_end ON figures (high, low) WHERE low < high;
    """

  /// Counts quotes and figures anew: at first every piece of an utterance and every conversion was
  /// counted, since then each utterance once and conversions not at all.
  static func recount(_ database: Database) throws {
    let articles = try Int64.fetchAll(database, sql: "SELECT article_id FROM contents")
    let excerpts = try database.makeStatement(
      sql: "SELECT excerpts FROM contents WHERE article_id = ?")
    let update = try database.makeStatement(
      sql: """
        UPDATE articles SET quote_count = ?1, figure_count = ?2
        WHERE id = ?3 AND (quote_count <> ?1 OR figure_count <> ?2)
        """)
    for article in articles {
      // What is damaged is left to a rescue.
      guard let packed = try Data.fetchOne(excerpts, arguments: [article]),
        let bytes = unpacked(Array(packed)), let value = try? JSONValue(bytes)
      else { continue }
      let utterances = Set(value["quotes"].elements.map { $0[2].int })
      let figures = value["figures"].elements.count { $0[12] == .null }
      try update.execute(arguments: [utterances.count, figures, article])
    }
  }
}
