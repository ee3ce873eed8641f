CREATE INDEX article_tags_by_article ON article_tags (article_id);

CREATE INDEX article_tags_by_date ON article_tags (tag_id, place);

CREATE INDEX articles_by_main ON articles (variant_of) WHERE variant_of IS NOT NULL;

CREATE INDEX articles_by_source ON articles (source_id);

CREATE INDEX changed_rows_by_change ON changed_rows (change_id);

CREATE INDEX collection_articles_by_article ON collection_articles (article_id);

CREATE INDEX corrections_by_article ON corrections (article_id);

CREATE INDEX figures_by_value ON figures (low);

CREATE INDEX figures_of_ranges ON figures (low, high) WHERE low < high;

CREATE INDEX figures_of_ranges_by_end ON figures (high, low) WHERE low < high;

CREATE INDEX fingerprints_by_article ON fingerprints (article_id);

CREATE INDEX identities_by_address ON identities (address) WHERE address IS NOT NULL;

CREATE INDEX identities_by_title ON identities (title_key);

CREATE INDEX saved_excerpts_by_article ON saved_excerpts (article_id);

CREATE INDEX statuses_by_date ON statuses (shelf, place);

CREATE INDEX statuses_by_length ON statuses (shelf, word_count, place);

CREATE INDEX statuses_by_quotes ON statuses (shelf, quote_count, place);

CREATE INDEX statuses_by_source ON statuses (shelf, source_name, place DESC);

CREATE INDEX statuses_of_source ON statuses (source_id, place);

CREATE INDEX statuses_starred ON statuses (place) WHERE is_starred = 1;

CREATE INDEX statuses_unread ON statuses (place) WHERE is_read = 0;

CREATE TABLE article_tags (
  tag_id INTEGER NOT NULL REFERENCES tags (id) ON DELETE CASCADE,
  article_id INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
  place INTEGER NOT NULL,
  PRIMARY KEY (tag_id, article_id)
) STRICT, WITHOUT ROWID;

CREATE VIRTUAL TABLE article_words USING fts5 (
  title, authors, text, content = 'searchable', content_rowid = 'place', prefix = '1 2 3',
  tokenize = 'porter unicode61 remove_diacritics 2');

CREATE TABLE 'article_words_config'(k PRIMARY KEY, v) WITHOUT ROWID;

CREATE TABLE 'article_words_data'(id INTEGER PRIMARY KEY, block BLOB);

CREATE TABLE 'article_words_docsize'(id INTEGER PRIMARY KEY, sz BLOB);

CREATE TABLE 'article_words_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;

CREATE TABLE articles (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  place INTEGER NOT NULL UNIQUE,
  source_id INTEGER NOT NULL REFERENCES sources (id),
  variant_of INTEGER REFERENCES articles (id) ON DELETE SET NULL,
  title TEXT,
  authors TEXT NOT NULL,
  published TEXT,
  address TEXT,
  language TEXT,
  word_count INTEGER NOT NULL,
  quote_count INTEGER NOT NULL,
  figure_count INTEGER NOT NULL,
  origin TEXT NOT NULL,
  added_at INTEGER NOT NULL
) STRICT;

CREATE TABLE changed_rows (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  change_id INTEGER NOT NULL REFERENCES changes (id) ON DELETE CASCADE,
  table_name TEXT NOT NULL,
  before TEXT,
  after TEXT
) STRICT;

CREATE TABLE changed_statuses (
  change_id INTEGER NOT NULL REFERENCES changes (id) ON DELETE CASCADE,
  article_id INTEGER NOT NULL,
  before INTEGER NOT NULL,
  after INTEGER NOT NULL,
  PRIMARY KEY (change_id, article_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE changes (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  made_at INTEGER NOT NULL,
  sentence TEXT NOT NULL,
  is_undone INTEGER NOT NULL DEFAULT 0 CHECK (is_undone IN (0, 1))
) STRICT;

CREATE TABLE collection_articles (
  collection_id INTEGER NOT NULL REFERENCES collections (id) ON DELETE CASCADE,
  article_id INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  PRIMARY KEY (collection_id, article_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE collections (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE COLLATE NOCASE
) STRICT;

CREATE TABLE contents (
  article_id INTEGER PRIMARY KEY REFERENCES articles (id) ON DELETE CASCADE,
  text TEXT NOT NULL,
  hidden TEXT NOT NULL,
  metadata TEXT NOT NULL,
  blocks BLOB NOT NULL,
  excerpts BLOB NOT NULL
) STRICT;

CREATE TABLE corrections (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  article_id INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('title', 'speaker', 'role')),
  first_byte INTEGER NOT NULL,
  words TEXT NOT NULL,
  before TEXT NOT NULL,
  after TEXT NOT NULL,
  value TEXT
) STRICT;

CREATE TABLE counts (
  kind INTEGER NOT NULL,
  item INTEGER NOT NULL,
  shelf INTEGER NOT NULL,
  articles INTEGER NOT NULL,
  unread INTEGER NOT NULL,
  PRIMARY KEY (kind, shelf, item)
) STRICT, WITHOUT ROWID;

CREATE VIRTUAL TABLE figure_words USING fts5 (
  unit, counted, content = 'figures', content_rowid = 'key', columnsize = 0,
  tokenize = 'porter unicode61 remove_diacritics 2');

CREATE TABLE 'figure_words_config'(k PRIMARY KEY, v) WITHOUT ROWID;

CREATE TABLE 'figure_words_data'(id INTEGER PRIMARY KEY, block BLOB);

CREATE TABLE 'figure_words_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;

CREATE TABLE figures (
  key INTEGER PRIMARY KEY,
  first_byte INTEGER NOT NULL,
  end_byte INTEGER NOT NULL,
  low REAL NOT NULL,
  high REAL NOT NULL,
  bound TEXT NOT NULL,
  unit TEXT NOT NULL,
  counted TEXT NOT NULL,
  words TEXT NOT NULL
) STRICT;

CREATE TABLE fingerprints (
  hash BLOB PRIMARY KEY,
  article_id INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY);

CREATE TABLE identities (
  article_id INTEGER PRIMARY KEY REFERENCES articles (id) ON DELETE CASCADE,
  address TEXT,
  title_key INTEGER NOT NULL,
  likeness INTEGER NOT NULL
) STRICT;

CREATE TABLE marks (
  article_id INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  position INTEGER NOT NULL,
  PRIMARY KEY (article_id, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE open_change (
  id INTEGER PRIMARY KEY REFERENCES changes (id) ON DELETE CASCADE
) STRICT;

CREATE TABLE originals (
  article_id INTEGER PRIMARY KEY REFERENCES articles (id) ON DELETE CASCADE,
  format TEXT,
  size INTEGER NOT NULL,
  compressed BLOB NOT NULL
) STRICT;

CREATE TABLE positions (
  article_id INTEGER PRIMARY KEY REFERENCES articles (id) ON DELETE CASCADE,
  position INTEGER NOT NULL CHECK (position >= 0),
  changed_at INTEGER NOT NULL
) STRICT;

CREATE VIRTUAL TABLE quote_words USING fts5 (
  speaker, words, content = 'quotes', content_rowid = 'key', columnsize = 0,
  tokenize = 'porter unicode61 remove_diacritics 2');

CREATE TABLE 'quote_words_config'(k PRIMARY KEY, v) WITHOUT ROWID;

CREATE TABLE 'quote_words_data'(id INTEGER PRIMARY KEY, block BLOB);

CREATE TABLE 'quote_words_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;

CREATE TABLE quotes (
  key INTEGER PRIMARY KEY,
  first_byte INTEGER NOT NULL,
  end_byte INTEGER NOT NULL,
  kind TEXT NOT NULL,
  speaker TEXT NOT NULL,
  words TEXT NOT NULL
) STRICT;

CREATE TABLE saved_excerpts (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  article_id INTEGER REFERENCES articles (id) ON DELETE SET NULL,
  kind TEXT NOT NULL,
  first_byte INTEGER NOT NULL,
  words TEXT NOT NULL,
  before TEXT NOT NULL,
  after TEXT NOT NULL,
  is_detached INTEGER NOT NULL DEFAULT 0 CHECK (is_detached IN (0, 1)),
  speaker TEXT,
  note TEXT,
  saved_at INTEGER NOT NULL,
  title TEXT,
  source TEXT,
  published TEXT,
  address TEXT
) STRICT;

CREATE TABLE saved_searches (
  name TEXT PRIMARY KEY,
  query TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE sources (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  sort_name TEXT NOT NULL
) STRICT;

CREATE TABLE sqlite_sequence(name,seq);

CREATE TABLE statuses (
  article_id INTEGER PRIMARY KEY REFERENCES articles (id) ON DELETE CASCADE,
  place INTEGER NOT NULL UNIQUE,
  shelf INTEGER NOT NULL DEFAULT 0 CHECK (shelf BETWEEN 0 AND 3),
  is_read INTEGER NOT NULL DEFAULT 0 CHECK (is_read IN (0, 1)),
  is_starred INTEGER NOT NULL DEFAULT 0 CHECK (is_starred IN (0, 1)),
  source_id INTEGER NOT NULL,
  source_name TEXT NOT NULL,
  word_count INTEGER NOT NULL,
  quote_count INTEGER NOT NULL
) STRICT;

CREATE TABLE tags (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE COLLATE NOCASE
) STRICT;

CREATE TRIGGER article_tags_noted_delete AFTER DELETE ON article_tags
WHEN EXISTS (SELECT 1 FROM open_change) BEGIN
  INSERT INTO changed_rows (change_id, table_name, before, after)
    SELECT id, 'article_tags', json_object('tag_id', old.tag_id, 'article_id', old.article_id, 'place', old.place), NULL FROM open_change;
END;

CREATE TRIGGER article_tags_noted_insert AFTER INSERT ON article_tags
WHEN EXISTS (SELECT 1 FROM open_change) BEGIN
  INSERT INTO changed_rows (change_id, table_name, before, after)
    SELECT id, 'article_tags', NULL, json_object('tag_id', new.tag_id, 'article_id', new.article_id, 'place', new.place) FROM open_change;
END;

CREATE TRIGGER article_tags_noted_update AFTER UPDATE ON article_tags
WHEN EXISTS (SELECT 1 FROM open_change) BEGIN
  INSERT INTO changed_rows (change_id, table_name, before, after)
    SELECT id, 'article_tags', json_object('tag_id', old.tag_id, 'article_id', old.article_id, 'place', old.place), json_object('tag_id', new.tag_id, 'article_id', new.article_id, 'place', new.place) FROM open_change;
END;

CREATE TRIGGER articles_deleted BEFORE DELETE ON articles BEGIN
  DELETE FROM quotes WHERE key BETWEEN old.place << 16 AND (old.place << 16) | 65535;
  DELETE FROM figures WHERE key BETWEEN old.place << 16 AND (old.place << 16) | 65535;
  DELETE FROM article_tags WHERE article_id = old.id;
  DELETE FROM statuses WHERE article_id = old.id;
  DELETE FROM contents WHERE article_id = old.id;
END;

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

CREATE TRIGGER articles_renamed AFTER UPDATE OF place, title, authors ON articles
WHEN old.place <> new.place OR old.title IS NOT new.title OR old.authors <> new.authors BEGIN
  INSERT INTO article_words (article_words, rowid, title, authors, text)
    SELECT 'delete', old.place, coalesce(old.title, ''), old.authors, text FROM contents
    WHERE article_id = old.id;
  INSERT INTO article_words (rowid, title, authors, text)
    SELECT new.place, coalesce(new.title, ''), new.authors, text FROM contents
    WHERE article_id = new.id;
END;

CREATE TRIGGER collection_articles_noted_delete AFTER DELETE ON collection_articles
WHEN EXISTS (SELECT 1 FROM open_change) BEGIN
  INSERT INTO changed_rows (change_id, table_name, before, after)
    SELECT id, 'collection_articles', json_object('collection_id', old.collection_id, 'article_id', old.article_id, 'ordinal', old.ordinal), NULL FROM open_change;
END;

CREATE TRIGGER collection_articles_noted_insert AFTER INSERT ON collection_articles
WHEN EXISTS (SELECT 1 FROM open_change) BEGIN
  INSERT INTO changed_rows (change_id, table_name, before, after)
    SELECT id, 'collection_articles', NULL, json_object('collection_id', new.collection_id, 'article_id', new.article_id, 'ordinal', new.ordinal) FROM open_change;
END;

CREATE TRIGGER collection_articles_noted_update AFTER UPDATE ON collection_articles
WHEN EXISTS (SELECT 1 FROM open_change) BEGIN
  INSERT INTO changed_rows (change_id, table_name, before, after)
    SELECT id, 'collection_articles', json_object('collection_id', old.collection_id, 'article_id', old.article_id, 'ordinal', old.ordinal), json_object('collection_id', new.collection_id, 'article_id', new.article_id, 'ordinal', new.ordinal) FROM open_change;
END;

CREATE TRIGGER collections_noted_delete AFTER DELETE ON collections
WHEN EXISTS (SELECT 1 FROM open_change) BEGIN
  INSERT INTO changed_rows (change_id, table_name, before, after)
    SELECT id, 'collections', json_object('id', old.id, 'name', old.name), NULL FROM open_change;
END;

CREATE TRIGGER collections_noted_insert AFTER INSERT ON collections
WHEN EXISTS (SELECT 1 FROM open_change) BEGIN
  INSERT INTO changed_rows (change_id, table_name, before, after)
    SELECT id, 'collections', NULL, json_object('id', new.id, 'name', new.name) FROM open_change;
END;

CREATE TRIGGER collections_noted_update AFTER UPDATE ON collections
WHEN EXISTS (SELECT 1 FROM open_change) BEGIN
  INSERT INTO changed_rows (change_id, table_name, before, after)
    SELECT id, 'collections', json_object('id', old.id, 'name', old.name), json_object('id', new.id, 'name', new.name) FROM open_change;
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

CREATE TRIGGER contents_removed BEFORE DELETE ON contents BEGIN
  INSERT INTO article_words (article_words, rowid, title, authors, text)
    SELECT 'delete', place, coalesce(title, ''), authors, old.text FROM articles
    WHERE id = old.article_id;
END;

CREATE TRIGGER corrections_noted_delete AFTER DELETE ON corrections
WHEN EXISTS (SELECT 1 FROM open_change) BEGIN
  INSERT INTO changed_rows (change_id, table_name, before, after)
    SELECT id, 'corrections', json_object('id', old.id, 'article_id', old.article_id, 'kind', old.kind, 'first_byte', old.first_byte, 'words', old.words, 'before', old.before, 'after', old.after, 'value', old.value), NULL FROM open_change;
END;

CREATE TRIGGER corrections_noted_insert AFTER INSERT ON corrections
WHEN EXISTS (SELECT 1 FROM open_change) BEGIN
  INSERT INTO changed_rows (change_id, table_name, before, after)
    SELECT id, 'corrections', NULL, json_object('id', new.id, 'article_id', new.article_id, 'kind', new.kind, 'first_byte', new.first_byte, 'words', new.words, 'before', new.before, 'after', new.after, 'value', new.value) FROM open_change;
END;

CREATE TRIGGER corrections_noted_update AFTER UPDATE ON corrections
WHEN EXISTS (SELECT 1 FROM open_change) BEGIN
  INSERT INTO changed_rows (change_id, table_name, before, after)
    SELECT id, 'corrections', json_object('id', old.id, 'article_id', old.article_id, 'kind', old.kind, 'first_byte', old.first_byte, 'words', old.words, 'before', old.before, 'after', old.after, 'value', old.value), json_object('id', new.id, 'article_id', new.article_id, 'kind', new.kind, 'first_byte', new.first_byte, 'words', new.words, 'before', new.before, 'after', new.after, 'value', new.value) FROM open_change;
END;

CREATE TRIGGER figures_changed AFTER UPDATE OF key, unit, counted ON figures BEGIN
  INSERT INTO figure_words (figure_words, rowid, unit, counted)
    VALUES ('delete', old.key, old.unit, old.counted);
  INSERT INTO figure_words (rowid, unit, counted) VALUES (new.key, new.unit, new.counted);
END;

CREATE TRIGGER figures_removed AFTER DELETE ON figures BEGIN
  INSERT INTO figure_words (figure_words, rowid, unit, counted)
    VALUES ('delete', old.key, old.unit, old.counted);
END;

CREATE TRIGGER marks_noted_delete AFTER DELETE ON marks
WHEN EXISTS (SELECT 1 FROM open_change) BEGIN
  INSERT INTO changed_rows (change_id, table_name, before, after)
    SELECT id, 'marks', json_object('article_id', old.article_id, 'name', old.name, 'position', old.position), NULL FROM open_change;
END;

CREATE TRIGGER marks_noted_insert AFTER INSERT ON marks
WHEN EXISTS (SELECT 1 FROM open_change) BEGIN
  INSERT INTO changed_rows (change_id, table_name, before, after)
    SELECT id, 'marks', NULL, json_object('article_id', new.article_id, 'name', new.name, 'position', new.position) FROM open_change;
END;

CREATE TRIGGER marks_noted_update AFTER UPDATE ON marks
WHEN EXISTS (SELECT 1 FROM open_change) BEGIN
  INSERT INTO changed_rows (change_id, table_name, before, after)
    SELECT id, 'marks', json_object('article_id', old.article_id, 'name', old.name, 'position', old.position), json_object('article_id', new.article_id, 'name', new.name, 'position', new.position) FROM open_change;
END;

CREATE TRIGGER quotes_changed AFTER UPDATE OF key, speaker, words ON quotes BEGIN
  INSERT INTO quote_words (quote_words, rowid, speaker, words)
    VALUES ('delete', old.key, old.speaker, old.words);
  INSERT INTO quote_words (rowid, speaker, words) VALUES (new.key, new.speaker, new.words);
END;

CREATE TRIGGER quotes_removed AFTER DELETE ON quotes BEGIN
  INSERT INTO quote_words (quote_words, rowid, speaker, words)
    VALUES ('delete', old.key, old.speaker, old.words);
END;

CREATE TRIGGER saved_excerpts_noted_delete AFTER DELETE ON saved_excerpts
WHEN EXISTS (SELECT 1 FROM open_change) BEGIN
  INSERT INTO changed_rows (change_id, table_name, before, after)
    SELECT id, 'saved_excerpts', json_object('id', old.id, 'article_id', old.article_id, 'kind', old.kind, 'first_byte', old.first_byte, 'words', old.words, 'before', old.before, 'after', old.after, 'is_detached', old.is_detached, 'speaker', old.speaker, 'note', old.note, 'saved_at', old.saved_at, 'title', old.title, 'source', old.source, 'published', old.published, 'address', old.address), NULL FROM open_change;
END;

CREATE TRIGGER saved_excerpts_noted_insert AFTER INSERT ON saved_excerpts
WHEN EXISTS (SELECT 1 FROM open_change) BEGIN
  INSERT INTO changed_rows (change_id, table_name, before, after)
    SELECT id, 'saved_excerpts', NULL, json_object('id', new.id, 'article_id', new.article_id, 'kind', new.kind, 'first_byte', new.first_byte, 'words', new.words, 'before', new.before, 'after', new.after, 'is_detached', new.is_detached, 'speaker', new.speaker, 'note', new.note, 'saved_at', new.saved_at, 'title', new.title, 'source', new.source, 'published', new.published, 'address', new.address) FROM open_change;
END;

CREATE TRIGGER saved_excerpts_noted_update AFTER UPDATE ON saved_excerpts
WHEN EXISTS (SELECT 1 FROM open_change) BEGIN
  INSERT INTO changed_rows (change_id, table_name, before, after)
    SELECT id, 'saved_excerpts', json_object('id', old.id, 'article_id', old.article_id, 'kind', old.kind, 'first_byte', old.first_byte, 'words', old.words, 'before', old.before, 'after', old.after, 'is_detached', old.is_detached, 'speaker', old.speaker, 'note', old.note, 'saved_at', old.saved_at, 'title', old.title, 'source', old.source, 'published', old.published, 'address', old.address), json_object('id', new.id, 'article_id', new.article_id, 'kind', new.kind, 'first_byte', new.first_byte, 'words', new.words, 'before', new.before, 'after', new.after, 'is_detached', new.is_detached, 'speaker', new.speaker, 'note', new.note, 'saved_at', new.saved_at, 'title', new.title, 'source', new.source, 'published', new.published, 'address', new.address) FROM open_change;
END;

CREATE TRIGGER saved_searches_noted_delete AFTER DELETE ON saved_searches
WHEN EXISTS (SELECT 1 FROM open_change) BEGIN
  INSERT INTO changed_rows (change_id, table_name, before, after)
    SELECT id, 'saved_searches', json_object('name', old.name, 'query', old.query), NULL FROM open_change;
END;

CREATE TRIGGER saved_searches_noted_insert AFTER INSERT ON saved_searches
WHEN EXISTS (SELECT 1 FROM open_change) BEGIN
  INSERT INTO changed_rows (change_id, table_name, before, after)
    SELECT id, 'saved_searches', NULL, json_object('name', new.name, 'query', new.query) FROM open_change;
END;

CREATE TRIGGER saved_searches_noted_update AFTER UPDATE ON saved_searches
WHEN EXISTS (SELECT 1 FROM open_change) BEGIN
  INSERT INTO changed_rows (change_id, table_name, before, after)
    SELECT id, 'saved_searches', json_object('name', old.name, 'query', old.query), json_object('name', new.name, 'query', new.query) FROM open_change;
END;

CREATE TRIGGER statuses_added AFTER INSERT ON statuses BEGIN
  INSERT INTO counts VALUES
    (0, 0, new.shelf, 1, 1 - new.is_read),
    (1, new.source_id, new.shelf, 1, 1 - new.is_read),
    (2, new.place >> 30, new.shelf, 1, 1 - new.is_read)
  ON CONFLICT DO UPDATE SET
    articles = articles + excluded.articles, unread = unread + excluded.unread;
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

CREATE TRIGGER statuses_noted AFTER UPDATE OF shelf, is_read, is_starred ON statuses
WHEN EXISTS (SELECT 1 FROM open_change) BEGIN
  INSERT OR IGNORE INTO changed_statuses
    SELECT id, new.article_id,
      (old.shelf << 2) | (old.is_starred << 1) | old.is_read,
      (new.shelf << 2) | (new.is_starred << 1) | new.is_read
    FROM open_change;
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

CREATE TRIGGER statuses_removed AFTER DELETE ON statuses BEGIN
  UPDATE counts SET articles = articles - 1, unread = unread - (1 - old.is_read)
  WHERE shelf = old.shelf AND (kind, item) IN
    (VALUES (0, 0), (1, old.source_id), (2, old.place >> 30));
END;

CREATE TRIGGER tags_given AFTER INSERT ON article_tags BEGIN
  INSERT INTO counts
    SELECT 3, new.tag_id, shelf, 1, 1 - is_read FROM statuses
    WHERE article_id = new.article_id
  ON CONFLICT DO UPDATE SET
    articles = articles + excluded.articles, unread = unread + excluded.unread;
END;

CREATE TRIGGER tags_noted_delete AFTER DELETE ON tags
WHEN EXISTS (SELECT 1 FROM open_change) BEGIN
  INSERT INTO changed_rows (change_id, table_name, before, after)
    SELECT id, 'tags', json_object('id', old.id, 'name', old.name), NULL FROM open_change;
END;

CREATE TRIGGER tags_noted_insert AFTER INSERT ON tags
WHEN EXISTS (SELECT 1 FROM open_change) BEGIN
  INSERT INTO changed_rows (change_id, table_name, before, after)
    SELECT id, 'tags', NULL, json_object('id', new.id, 'name', new.name) FROM open_change;
END;

CREATE TRIGGER tags_noted_update AFTER UPDATE ON tags
WHEN EXISTS (SELECT 1 FROM open_change) BEGIN
  INSERT INTO changed_rows (change_id, table_name, before, after)
    SELECT id, 'tags', json_object('id', old.id, 'name', old.name), json_object('id', new.id, 'name', new.name) FROM open_change;
END;

CREATE TRIGGER tags_taken AFTER DELETE ON article_tags BEGIN
  UPDATE counts SET (articles, unread) = (
    SELECT counts.articles - 1, counts.unread - (1 - is_read) FROM statuses
    WHERE article_id = old.article_id)
  WHERE kind = 3 AND item = old.tag_id
    AND shelf = (SELECT shelf FROM statuses WHERE article_id = old.article_id);
END;

CREATE VIEW searchable (place, title, authors, text) AS
  SELECT place, coalesce(title, ''), authors, text
  FROM articles JOIN contents ON article_id = id;
