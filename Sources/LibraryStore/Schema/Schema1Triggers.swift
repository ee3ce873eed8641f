// The first schema: what follows by itself. Released; never edited.

extension Schema1 {
  /// What bears an article's place or repeats its columns follows it.
  static let places = """
    CREATE TRIGGER articles_moved AFTER UPDATE OF place ON articles
    WHEN old.place <> new.place BEGIN
      UPDATE statuses SET place = new.place WHERE article_id = new.id;
      UPDATE article_tags SET place = new.place WHERE article_id = new.id;
      UPDATE quotes SET key = (new.place << 16) | (key & 65535)
        WHERE key BETWEEN old.place << 16 AND (old.place << 16) | 65535;
      UPDATE figures SET key = (new.place << 16) | (key & 65535)
        WHERE key BETWEEN old.place << 16 AND (old.place << 16) | 65535;
    END;

    CREATE TRIGGER articles_recounted
    AFTER UPDATE OF source_id, word_count, quote_count ON articles BEGIN
      UPDATE statuses SET
        source_id = new.source_id,
        source_name = (SELECT sort_name FROM sources WHERE id = new.source_id),
        word_count = new.word_count,
        quote_count = new.quote_count
      WHERE article_id = new.id;
    END;

    CREATE TRIGGER articles_deleted BEFORE DELETE ON articles BEGIN
      DELETE FROM quotes WHERE key BETWEEN old.place << 16 AND (old.place << 16) | 65535;
      DELETE FROM figures WHERE key BETWEEN old.place << 16 AND (old.place << 16) | 65535;
      DELETE FROM article_tags WHERE article_id = old.id;
      DELETE FROM statuses WHERE article_id = old.id;
      DELETE FROM contents WHERE article_id = old.id;
    END;
    """

  /// How many articles there are, and how many unread: of all (0), of a source (1), of a day (2) and
  /// of a tag (3), by shelf.
  static let counts = """
    CREATE TABLE counts (
      kind INTEGER NOT NULL,
      item INTEGER NOT NULL,
      shelf INTEGER NOT NULL,
      articles INTEGER NOT NULL,
      unread INTEGER NOT NULL,
      PRIMARY KEY (kind, shelf, item)
    ) STRICT, WITHOUT ROWID;

    CREATE TRIGGER statuses_added AFTER INSERT ON statuses BEGIN
      INSERT INTO counts VALUES
        (0, 0, new.shelf, 1, 1 - new.is_read),
        (1, new.source_id, new.shelf, 1, 1 - new.is_read),
        (2, new.place >> 30, new.shelf, 1, 1 - new.is_read)
      ON CONFLICT DO UPDATE SET
        articles = articles + excluded.articles, unread = unread + excluded.unread;
    END;

    CREATE TRIGGER statuses_removed AFTER DELETE ON statuses BEGIN
      UPDATE counts SET articles = articles - 1, unread = unread - (1 - old.is_read)
      WHERE shelf = old.shelf AND (kind, item) IN
        (VALUES (0, 0), (1, old.source_id), (2, old.place >> 30));
    END;

    CREATE TRIGGER statuses_read AFTER UPDATE OF is_read ON statuses
    WHEN old.is_read <> new.is_read AND old.shelf = new.shelf BEGIN
      UPDATE counts SET unread = unread + old.is_read - new.is_read
        WHERE kind = 0 AND shelf = new.shelf AND item = 0;
      UPDATE counts SET unread = unread + old.is_read - new.is_read
        WHERE kind = 1 AND shelf = new.shelf AND item = new.source_id;
      UPDATE counts SET unread = unread + old.is_read - new.is_read
        WHERE kind = 2 AND shelf = new.shelf AND item = new.place >> 30;
      UPDATE counts SET unread = unread + old.is_read - new.is_read
        WHERE kind = 3 AND shelf = new.shelf
          AND item IN (SELECT tag_id FROM article_tags WHERE article_id = new.article_id);
    END;

    CREATE TRIGGER statuses_moved AFTER UPDATE OF shelf, source_id, place ON statuses
    WHEN old.shelf <> new.shelf OR old.source_id <> new.source_id
      OR old.place >> 30 <> new.place >> 30 BEGIN
      UPDATE counts SET articles = articles - 1, unread = unread - (1 - old.is_read)
      WHERE shelf = old.shelf AND ((kind, item) IN
        (VALUES (0, 0), (1, old.source_id), (2, old.place >> 30))
        OR kind = 3 AND item IN
          (SELECT tag_id FROM article_tags WHERE article_id = old.article_id));
      INSERT INTO counts VALUES
        (0, 0, new.shelf, 1, 1 - new.is_read),
        (1, new.source_id, new.shelf, 1, 1 - new.is_read),
        (2, new.place >> 30, new.shelf, 1, 1 - new.is_read)
      ON CONFLICT DO UPDATE SET
        articles = articles + excluded.articles, unread = unread + excluded.unread;
      INSERT INTO counts
        SELECT 3, tag_id, new.shelf, 1, 1 - new.is_read FROM article_tags
        WHERE article_id = new.article_id
      ON CONFLICT DO UPDATE SET
        articles = articles + excluded.articles, unread = unread + excluded.unread;
    END;

    CREATE TRIGGER tags_given AFTER INSERT ON article_tags BEGIN
      INSERT INTO counts
        SELECT 3, new.tag_id, shelf, 1, 1 - is_read FROM statuses
        WHERE article_id = new.article_id
      ON CONFLICT DO UPDATE SET
        articles = articles + excluded.articles, unread = unread + excluded.unread;
    END;

    CREATE TRIGGER tags_taken AFTER DELETE ON article_tags BEGIN
      UPDATE counts SET (articles, unread) = (
        SELECT counts.articles - 1, counts.unread - (1 - is_read) FROM statuses
        WHERE article_id = old.article_id)
      WHERE kind = 3 AND item = old.tag_id
        AND shelf = (SELECT shelf FROM statuses WHERE article_id = old.article_id);
    END;
    """

  /// The full-text indexes. They hold no text of their own, so what is taken out must be exactly
  /// what was put in: triggers see to it. Only new rows are put in by the program (WordIndexing.swift):
  /// with a trigger, every row would bring the index's memory to the disk.
  static let words = """
    CREATE VIEW searchable (place, title, authors, text) AS
      SELECT place, coalesce(title, ''), authors, text
      FROM articles JOIN contents ON article_id = id;

    CREATE VIRTUAL TABLE article_words USING fts5 (
      title, authors, text, content = 'searchable', content_rowid = 'place',
      tokenize = 'porter unicode61 remove_diacritics 2');
    CREATE VIRTUAL TABLE quote_words USING fts5 (
      speaker, words, content = 'quotes', content_rowid = 'key', columnsize = 0,
      tokenize = 'porter unicode61 remove_diacritics 2');
    CREATE VIRTUAL TABLE figure_words USING fts5 (
      unit, counted, content = 'figures', content_rowid = 'key', columnsize = 0,
      tokenize = 'porter unicode61 remove_diacritics 2');

    CREATE TRIGGER contents_removed BEFORE DELETE ON contents BEGIN
      INSERT INTO article_words (article_words, rowid, title, authors, text)
        SELECT 'delete', place, coalesce(title, ''), authors, old.text FROM articles
        WHERE id = old.article_id;
    END;
    CREATE TRIGGER contents_changed AFTER UPDATE OF text ON contents
    WHEN old.text IS NOT new.text BEGIN
      INSERT INTO article_words (article_words, rowid, title, authors, text)
        SELECT 'delete', place, coalesce(title, ''), authors, old.text FROM articles
        WHERE id = old.article_id;
      INSERT INTO article_words (rowid, title, authors, text)
        SELECT place, coalesce(title, ''), authors, new.text FROM articles
        WHERE id = new.article_id;
    END;
    CREATE TRIGGER articles_renamed AFTER UPDATE OF place, title, authors ON articles
    WHEN old.place <> new.place OR old.title IS NOT new.title OR old.authors <> new.authors BEGIN
      INSERT INTO article_words (article_words, rowid, title, authors, text)
        SELECT 'delete', old.place, coalesce(old.title, ''), old.authors, text FROM contents
        WHERE article_id = old.id;
      INSERT INTO article_words (rowid, title, authors, text)
        SELECT new.place, coalesce(new.title, ''), new.authors, text FROM contents
        WHERE article_id = new.id;
    END;

    """ + indexing("quotes", "quote_words", "speaker", "words") + "\n\n"
    + indexing("figures", "figure_words", "unit", "counted")

  /// Keeps an index of two columns in step with its table.
  private static func indexing(
    _ table: String, _ index: String, _ one: String, _ two: String
  ) -> String {
    """
    CREATE TRIGGER \(table)_removed AFTER DELETE ON \(table) BEGIN
      INSERT INTO \(index) (\(index), rowid, \(one), \(two))
        VALUES ('delete', old.key, old.\(one), old.\(two));
    END;
    CREATE TRIGGER \(table)_changed AFTER UPDATE OF key, \(one), \(two) ON \(table) BEGIN
      INSERT INTO \(index) (\(index), rowid, \(one), \(two))
        VALUES ('delete', old.key, old.\(one), old.\(two));
      INSERT INTO \(index) (rowid, \(one), \(two)) VALUES (new.key, new.\(one), new.\(two));
    END;
    """
  }
}
