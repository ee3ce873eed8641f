/// What is looked for: conditions joined by "and", "or" and "not".
///
/// A query is made by reading text (`init(_:isUnfinished:)`) and printed by `description`; what is
/// printed reads back as the same query. Nothing here knows today's date: relative dates stay
/// relative, so that a saved search for the last two weeks moves on with time.
public indirect enum Query: Hashable, Sendable {
  /// No condition: every article.
  case everything
  /// One condition.
  case condition(Condition)
  /// What does not match the inner query.
  case not(Query)
  /// What matches every inner query; two or more, none of which is `all`.
  case all([Query])
  /// What matches at least one inner query; two or more, none of which is `any`.
  case any([Query])
}

/// One condition on an article.
public enum Condition: Hashable, Sendable {
  /// Words in the text, the title or the authors.
  case words(WordPattern, in: TextField)
  /// Words in the name of the source.
  case source(WordPattern)
  /// The source of this name and no other.
  case sourceNamed(String)
  /// A tag, in any case.
  case tag(String)
  /// A collection, in any case.
  case collection(String)
  /// A language by its first subtag, as "en".
  case language(String)
  /// What a person did with the article.
  case state(ArticleState)
  /// Something that the article holds.
  case holds(Holding)
  /// When it was published; where nobody says so, when it was added.
  case published(DateBound)
  /// One quote with this speaker and these words.
  case quote(QuotePattern)
  /// One figure with this value and this unit.
  case figure(FigurePattern)
}

/// Where words are looked for.
public enum TextField: String, Hashable, Sendable, CaseIterable {
  /// Title, authors and text.
  case anywhere
  /// The headline.
  case title
  /// Who wrote it.
  case author
}

/// Words that follow each other. Case, accents and endings do not matter.
public struct WordPattern: Hashable, Sendable {
  /// The words as written; at least one letter or digit.
  public var text: String
  /// Whether the last word may go on.
  public var isPrefix: Bool

  /// Makes a pattern.
  public init(_ text: String, isPrefix: Bool = false) {
    self.text = text
    self.isPrefix = isPrefix
  }
}

/// States that `is:` names.
public enum ArticleState: String, Hashable, Sendable, CaseIterable {
  /// Opened or not, starred, put away, thrown away.
  case read, unread, starred, archived, deleted
}

/// Things that `has:` names.
public enum Holding: String, Hashable, Sendable, CaseIterable {
  /// A quotation, a figure, a saved excerpt, a mark, a tag, a collection that it is in, a correction.
  case quote, figure, excerpt, mark, tag, collection, correction
}

/// One quote: all that is given must hold of the same one.
public struct QuotePattern: Hashable, Sendable {
  /// Words in the speaker's name.
  public var speaker: WordPattern?
  /// Words that were said.
  public var says: WordPattern?

  /// Makes a pattern; at least one part is expected.
  public init(speaker: WordPattern? = nil, says: WordPattern? = nil) {
    self.speaker = speaker
    self.says = says
  }
}

/// One figure: all that is given must hold of the same one.
public struct FigurePattern: Hashable, Sendable {
  /// What its value must be.
  public var value: NumberBound?
  /// Words of its unit or of what it counts.
  public var unit: WordPattern?

  /// Makes a pattern; at least one part is expected.
  public init(value: NumberBound? = nil, unit: WordPattern? = nil) {
    self.value = value
    self.unit = unit
  }
}
