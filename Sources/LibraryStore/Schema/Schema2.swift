// The second schema: indexes of words that are quicker to write and to ask for beginnings. Released;
// never edited.

enum Schema2 {
  /// Beginnings of three letters are kept apart, as they match so much that gathering it from the
  /// words themselves takes a quarter of a second with 100 000 articles. A batch of articles fits into
  /// an index's memory and is written once; what was written is merged by sixteen, not by four.
  static let words = """
    DROP TABLE article_words;
    CREATE VIRTUAL TABLE article_words USING fts5 (
      title, authors, text, content = 'searchable', content_rowid = 'place', prefix = '3',
      tokenize = 'porter unicode61 remove_diacritics 2');
    INSERT INTO article_words (article_words) VALUES ('rebuild');

    INSERT INTO article_words (article_words, rank) VALUES ('hashsize', 8388608);
    INSERT INTO article_words (article_words, rank) VALUES ('automerge', 16);
    INSERT INTO quote_words (quote_words, rank) VALUES ('automerge', 16);
    INSERT INTO figure_words (figure_words, rank) VALUES ('automerge', 16);
    """
}
