// The first schema: tables. Released; never edited.
//
// An article has a stable `id` and a `place`: its day, then its id (Place.swift). Places sort by
// date, so that they serve as the order of the list and as the rowid of the full-text index, which
// then gives newest matches first without sorting. Where a place changes, everything that bears it
// follows (Schema1Triggers.swift).

enum Schema1 {
  /// What an article is. Lists read `articles` and the narrow `statuses`; only an open article is
  /// read from `contents`. The text is kept as it is shown, hidden stretches blank, so that they
  /// are not found; `hidden` has what they said. `blocks` and `excerpts` are JSON made small by zlib.
  static let articles = """
    CREATE TABLE sources (
      id INTEGER PRIMARY KEY,
      name TEXT NOT NULL UNIQUE,
      sort_name TEXT NOT NULL
    ) STRICT;

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
    CREATE INDEX articles_by_source ON articles (source_id);
    CREATE INDEX articles_by_main ON articles (variant_of) WHERE variant_of IS NOT NULL;

    CREATE TABLE contents (
      article_id INTEGER PRIMARY KEY REFERENCES articles (id) ON DELETE CASCADE,
      text TEXT NOT NULL,
      hidden TEXT NOT NULL,
      metadata TEXT NOT NULL,
      blocks BLOB NOT NULL,
      excerpts BLOB NOT NULL
    ) STRICT;

    CREATE TABLE originals (
      article_id INTEGER PRIMARY KEY REFERENCES articles (id) ON DELETE CASCADE,
      format TEXT,
      size INTEGER NOT NULL,
      compressed BLOB NOT NULL
    ) STRICT;

    CREATE TABLE identities (
      article_id INTEGER PRIMARY KEY REFERENCES articles (id) ON DELETE CASCADE,
      address TEXT,
      title_key INTEGER NOT NULL,
      likeness INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX identities_by_address ON identities (address) WHERE address IS NOT NULL;
    CREATE INDEX identities_by_title ON identities (title_key);

    CREATE TABLE fingerprints (
      hash BLOB PRIMARY KEY,
      article_id INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX fingerprints_by_article ON fingerprints (article_id);

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
    CREATE INDEX statuses_by_date ON statuses (shelf, place);
    CREATE INDEX statuses_by_source ON statuses (shelf, source_name, place DESC);
    CREATE INDEX statuses_by_length ON statuses (shelf, word_count, place);
    CREATE INDEX statuses_by_quotes ON statuses (shelf, quote_count, place);
    CREATE INDEX statuses_unread ON statuses (place) WHERE is_read = 0;
    CREATE INDEX statuses_starred ON statuses (place) WHERE is_starred = 1;
    CREATE INDEX statuses_of_source ON statuses (source_id, place);

    CREATE TABLE positions (
      article_id INTEGER PRIMARY KEY REFERENCES articles (id) ON DELETE CASCADE,
      position INTEGER NOT NULL CHECK (position >= 0),
      changed_at INTEGER NOT NULL
    ) STRICT;
    """

  /// What searches need of quotes and figures. `key` is the article's place and the ordinal in it,
  /// so that no other column leads to the article. Neighbours are in the text, at the range.
  static let excerpts = """
    CREATE TABLE quotes (
      key INTEGER PRIMARY KEY,
      first_byte INTEGER NOT NULL,
      end_byte INTEGER NOT NULL,
      kind TEXT NOT NULL,
      speaker TEXT NOT NULL,
      words TEXT NOT NULL
    ) STRICT;

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
    CREATE INDEX figures_by_value ON figures (low);
    CREATE INDEX figures_of_ranges ON figures (low, high) WHERE low < high;
    """

  /// What a person adds. Saved excerpts outlive their article and so repeat what names it.
  static let keeping = """
    CREATE TABLE tags (
      id INTEGER PRIMARY KEY,
      name TEXT NOT NULL UNIQUE COLLATE NOCASE
    ) STRICT;

    CREATE TABLE article_tags (
      tag_id INTEGER NOT NULL REFERENCES tags (id) ON DELETE CASCADE,
      article_id INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
      place INTEGER NOT NULL,
      PRIMARY KEY (tag_id, article_id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX article_tags_by_article ON article_tags (article_id);
    CREATE INDEX article_tags_by_date ON article_tags (tag_id, place);

    CREATE TABLE collections (
      id INTEGER PRIMARY KEY,
      name TEXT NOT NULL UNIQUE COLLATE NOCASE
    ) STRICT;

    CREATE TABLE collection_articles (
      collection_id INTEGER NOT NULL REFERENCES collections (id) ON DELETE CASCADE,
      article_id INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
      ordinal INTEGER NOT NULL,
      PRIMARY KEY (collection_id, article_id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX collection_articles_by_article ON collection_articles (article_id);

    CREATE TABLE marks (
      article_id INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
      name TEXT NOT NULL,
      position INTEGER NOT NULL,
      PRIMARY KEY (article_id, name)
    ) STRICT, WITHOUT ROWID;

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
    CREATE INDEX corrections_by_article ON corrections (article_id);

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
    CREATE INDEX saved_excerpts_by_article ON saved_excerpts (article_id);

    CREATE TABLE saved_searches (
      name TEXT PRIMARY KEY,
      query TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    """

  /// The log of undo. While `open_change` has a row, triggers note what changes: statuses as small
  /// numbers (a change may touch every article), all else as the row before and after.
  static let undo = """
    CREATE TABLE changes (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      made_at INTEGER NOT NULL,
      sentence TEXT NOT NULL,
      is_undone INTEGER NOT NULL DEFAULT 0 CHECK (is_undone IN (0, 1))
    ) STRICT;

    CREATE TABLE changed_statuses (
      change_id INTEGER NOT NULL REFERENCES changes (id) ON DELETE CASCADE,
      article_id INTEGER NOT NULL,
      before INTEGER NOT NULL,
      after INTEGER NOT NULL,
      PRIMARY KEY (change_id, article_id)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE changed_rows (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      change_id INTEGER NOT NULL REFERENCES changes (id) ON DELETE CASCADE,
      table_name TEXT NOT NULL,
      before TEXT,
      after TEXT
    ) STRICT;
    CREATE INDEX changed_rows_by_change ON changed_rows (change_id);

    CREATE TABLE open_change (
      id INTEGER PRIMARY KEY REFERENCES changes (id) ON DELETE CASCADE
    ) STRICT;
    """
}
