// Writes articles inside one transaction: all of a batch or nothing.
//
// The full-text index writes itself to disk whenever a rowid is lower than the one before, so a
// batch is written in the order of places: by day.

internal import Articles
internal import FoundationEssentials
internal import GRDB

struct AddingBatch {
  let database: Database
  let now: Int
  /// Whether a newer version takes the place of an older one, and tags are given to what is known;
  /// else everything that is there stays as it is.
  private let changesKnown: Bool
  /// Whether an article may become a variant of one in the bin. A new article may not: nobody would
  /// ever see it.
  private let joinsDeleted: Bool
  private let writer: RowWriter
  /// The articles that are to have each tag: given at the end, many at a time.
  private var tagged: [String: [Int64]] = [:]
  /// The lowest number of an article whose words are not indexed yet.
  private var firstUnindexed: Int64?

  init(database: Database, now: Int, changesKnown: Bool = true, joinsDeleted: Bool = false) {
    self.database = database
    self.now = now
    self.changesKnown = changesKnown
    self.joinsDeleted = joinsDeleted
    writer = RowWriter(database)
  }

  /// Adds articles; the outcomes stand in the order of the additions.
  mutating func add(_ additions: [PreparedAddition]) throws -> [AddingOutcome] {
    let today = PublicationDate(dayNumber: now / 86_400)
    let days = additions.map { ($0.addition.parsed.metadata.date ?? today).dayNumber }
    var outcomes = [AddingOutcome?](repeating: nil, count: additions.count)
    let order = additions.indices.sorted { (days[$0], $0) < (days[$1], $1) }
    for index in order { outcomes[index] = try add(additions[index]) }
    try indexNew()
    for (name, articles) in tagged.sorted(by: { $0.key < $1.key }) {
      try Tags(database: database).give(name, to: articles)
    }
    tagged = [:]
    return outcomes.compactMap(\.self)
  }

  /// Indexes what was added and is not indexed yet.
  private mutating func indexNew() throws {
    guard let first = firstUnindexed else { return }
    firstUnindexed = nil
    try WordIndexing(database: database).add(from: first)
  }

  private mutating func add(_ prepared: PreparedAddition) throws -> AddingOutcome {
    if let known = try knownArticle(prepared) {
      if changesKnown { tag(known, prepared.addition.tags) }
      return .known(ArticleID(row: known))
    }
    if let older = try otherVersion(of: prepared) {
      guard changesKnown else { return .known(ArticleID(row: older)) }
      // What is taken out of an index must be in it.
      try indexNew()
      let detached = try ContentReplacement(database: database, article: older).replace(
        with: prepared)
      try writing(older).insertFingerprints(prepared)
      tag(older, prepared.addition.tags)
      return .updated(ArticleID(row: older), detachedExcerpts: detached)
    }
    let main = try mainVersion(of: prepared)
    let article = try insert(prepared, variantOf: main)
    firstUnindexed = firstUnindexed ?? article
    try writing(article).insertFingerprints(prepared)
    tag(article, prepared.addition.tags)
    return main.map { .variant(ArticleID(row: article), of: ArticleID(row: $0)) }
      ?? .added(ArticleID(row: article))
  }
}

// MARK: - Is it known?

extension AddingBatch {
  private func knownArticle(_ prepared: PreparedAddition) throws -> Int64? {
    let statement = try database.cachedStatement(
      sql: "SELECT article_id FROM fingerprints WHERE hash = ?")
    for print in prepared.prints {
      if let known = try Int64.fetchOne(statement, arguments: [Data(print)]) {
        try writing(known).insertFingerprints(prepared)
        return known
      }
    }
    return nil
  }

  private func writing(_ article: Int64, _ place: Place = Place(0)) -> ContentWriting {
    ContentWriting(writer: writer, article: article, place: place)
  }

  /// An article of the same address whose title or text is alike, rather one that is not in the
  /// bin. An address alone proves nothing: sites give one to all their articles by mistake.
  private func otherVersion(of prepared: PreparedAddition) throws -> Int64? {
    guard let address = prepared.address else { return nil }
    let rows = try Row.fetchAll(
      database.cachedStatement(
        sql: """
          SELECT article_id, title_key, likeness, shelf FROM identities JOIN statuses USING (article_id)
          WHERE address = ? LIMIT 20
          """), arguments: [address])
    let versions = rows.filter { row in
      row["title_key"] == prepared.titleKey && prepared.titleKey != 0
        || Self.distance(of: row, to: prepared) <= Likeness.sameArticle
    }
    return (versions.first { !Self.isDeleted($0) } ?? versions.first)?["article_id"]
  }

  /// The article that this one says nearly the same as.
  private func mainVersion(of prepared: PreparedAddition) throws -> Int64? {
    guard prepared.titleKey != 0 else { return nil }
    let rows = try Row.fetchAll(
      database.cachedStatement(
        sql: """
          SELECT main.article_id AS main, main.shelf, likeness
          FROM identities i JOIN articles ON id = i.article_id
          JOIN statuses main ON main.article_id = coalesce(variant_of, id)
          WHERE title_key = ? LIMIT 50
          """), arguments: [prepared.titleKey])
    let versions = rows.filter { Self.distance(of: $0, to: prepared) <= Likeness.sameStory }
    let main = versions.first { !Self.isDeleted($0) } ?? (joinsDeleted ? versions.first : nil)
    return main?["main"]
  }

  private static func isDeleted(_ row: Row) -> Bool { row["shelf"] == Shelf.deleted.rawValue }

  private static func distance(of row: Row, to prepared: PreparedAddition) -> Int {
    Likeness(bits: UInt64(bitPattern: row["likeness"])).distance(to: prepared.likeness)
  }
}

// MARK: - Writing

extension AddingBatch {
  private func insert(_ prepared: PreparedAddition, variantOf main: Int64?) throws -> Int64 {
    let metadata = prepared.addition.parsed.metadata
    let encoded = prepared.encoded
    let article = try nextArticle()
    let day = metadata.date ?? PublicationDate(dayNumber: now / 86_400)
    let place = Place(day: day, article: article)
    let name = prepared.addition.sourceName
    let source = try Sources(database: database).id(of: name)
    try writer.insert(
      """
      articles (id, place, source_id, variant_of, title, authors, published, address,
        language, word_count, quote_count, figure_count, origin, added_at)
      """, .int(article), .int(place.value), .int(source), main.map { .int($0) } ?? .null,
      .optional(encoded.title), .text(metadata.byline.joined(separator: "\n")),
      .optional(metadata.date?.description), .optional(metadata.address),
      .optional(metadata.language), .int(encoded.wordCount), .int(encoded.quoteCount),
      .int(encoded.figureCount), .text(prepared.addition.origin), .int(now))
    try writer.insert(
      """
      statuses (article_id, place, shelf, source_id, source_name, word_count, quote_count)
      """, .int(article), .int(place.value), .int(main == nil ? 0 : Shelf.variant.rawValue),
      .int(source), .text(sortName(of: name)), .int(encoded.wordCount),
      .int(encoded.quoteCount))
    let writing = writing(article, place)
    try writing.insert(encoded)
    try writing.insertOriginal(prepared)
    try writing.insertIdentity(prepared)
    return article
  }

  /// Numbers are never used twice, so that a place never means another article.
  private func nextArticle() throws -> Int64 {
    let last = try Int64.fetchOne(
      database.cachedStatement(sql: "SELECT seq FROM sqlite_sequence WHERE name = 'articles'"))
    return (last ?? 0) + 1
  }

  private mutating func tag(_ article: Int64, _ tags: [String]) {
    for name in tags { tagged[name, default: []].append(article) }
  }
}

extension Addition {
  /// What it is listed under.
  var sourceName: String {
    for name in [source, parsed.metadata.site] {
      if let name, !name.isEmpty { return name }
    }
    if let address = canonicalAddress(origin) { return String(address.prefix { $0 != "/" }) }
    return origin.split(separator: "/").dropLast().last.map(String.init) ?? "Files"
  }
}
